//! Why a file of results is refused.

use crate::Faults;
use records::document::{SCHEMA, VERSION};
use records::import::{BACKUP_SCHEMA, OtherFile, Refused};

impl Faults {
    /// Why a file is refused, a line for each fault.
    #[must_use]
    pub fn refused(self, refused: &Refused) -> Vec<String> {
        let opened = || self.terms(&[SCHEMA, BACKUP_SCHEMA]);
        let why = match refused {
            Refused::NotJson(faults) | Refused::Faulty(faults) => return self.lines(faults),
            Refused::OtherFile(OtherFile::Schema(schema)) => self.other_schema(schema, &opened()),
            Refused::OtherFile(OtherFile::Instrument) => self.other_instrument_file(&opened()),
            Refused::OtherFile(OtherFile::Sheet) => self.other_sheet(&opened()),
            Refused::OtherFile(OtherFile::Object) => self.other_object(&opened()),
            Refused::OtherFile(OtherFile::Value(kind)) => self.other_value(self.kind(*kind)),
            Refused::Newer { version, .. } => {
                self.newer(&version.to_string(), &VERSION.to_string())
            }
            Refused::OtherInstrument(provenance) => {
                self.other_instrument(provenance.id.as_str(), &provenance.version)
            }
        };
        vec![why]
    }
}
