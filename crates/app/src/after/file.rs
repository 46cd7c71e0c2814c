//! A file that the visitor chose. It is validated before anything of it can be imported.

use crate::turn::View;
use json::Faults;
use records::import::Refused;
use records::practice::PracticeDocument;
use records::practice::record::Name;
use records::slot::Slot;
use records::store::backup::{self, Import};
use records::store::{Loaded, Problem};
use records::stored::RecordError;

/// A chosen file. Nothing of it is stored until the visitor imports it.
#[derive(Debug, Clone, PartialEq)]
pub struct ChosenFile {
    /// The file name.
    pub name: String,
    /// Its content, or why it cannot be imported.
    pub judged: Result<Import, Rejection>,
    /// Whether its result or its records were imported.
    pub imported: bool,
    /// Whether its practice was imported.
    pub practice_imported: bool,
}

/// Why a file cannot be imported.
#[derive(Debug, Clone, PartialEq)]
pub enum Rejection {
    /// It is larger than any result can be: its size in bytes.
    TooLarge(u64),
    /// The browser could not read it.
    Unreadable,
    /// It is another kind of file, or has faults.
    Refused(Refused),
}

impl ChosenFile {
    pub(super) fn new(name: String, judged: Result<Import, Rejection>) -> Self {
        Self {
            name,
            judged,
            imported: false,
            practice_imported: false,
        }
    }

    /// Validates the text of a file.
    pub(super) fn from_text(name: String, text: &str, view: &View<'_>) -> Self {
        let mut judged = backup::import(text, view.instrument).map_err(Rejection::Refused);
        if let Ok(Import::Backup(backup)) = &mut judged {
            validate_practice(&mut backup.loaded);
        }
        Self::new(name, judged)
    }

    /// The practice in a file with a result, if it has one that can be read.
    pub fn practice(&self) -> Option<&PracticeDocument> {
        let Ok(Import::Result(preview)) = &self.judged else {
            return None;
        };
        preview.practice.as_ref()?.as_ref().ok()
    }
}

/// Drops records of the practice that this version cannot read, and reports them: stored, they
/// would make the page read-only, or would be set aside in the place of readable ones. A name that
/// this version does not know cannot be validated, so it is dropped as well.
fn validate_practice(loaded: &mut Loaded) {
    let problems = &mut loaded.problems;
    loaded.practice.retain(|(name, text)| {
        let unreadable = |why: Faults| Problem::Unreadable {
            slot: Slot::Practice(name.clone()).suffix(),
            why,
        };
        problems.push(match Name::from_text(name).map(|name| name.read(text)) {
            Some(Ok(_)) => return true,
            Some(Err(RecordError::Newer(_))) => Problem::Newer,
            Some(Err(RecordError::Corrupt(faults))) => unreadable(faults),
            None => unreadable(Faults::default()),
        });
        false
    });
}
