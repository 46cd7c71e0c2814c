//! Earlier results, kept where the visitor chose so: each an exported document under a name of its
//! own, and one record that says that they are kept.

use super::document::ResultDocument;
use super::read::{self, ReadError};
use super::stored;
use super::stored::RecordError;
use json::{Cursor, Faults};
use measure::completed::{Completed, Kept};
use measure::instrument::{Id, Instrument};

/// A kept result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastResult {
    /// Its name. Names of results that ended later are greater.
    pub id: Id,
    /// What it answers, and the answers if their instrument is at hand.
    pub kept: Kept,
    /// The stored document, untouched.
    pub text: String,
}

impl PastResult {
    /// A result to keep. The same result always has the same name, and another one another.
    #[must_use]
    pub fn of(instrument: &Instrument, completed: &Completed) -> Self {
        Self {
            id: id(instrument, completed),
            kept: Kept::from_completed(instrument, completed.clone()),
            text: ResultDocument::of(instrument, completed).to_text(),
        }
    }

    /// Reads a stored one. Of a result that answers another instrument, only where it comes from.
    ///
    /// # Errors
    /// See [`RecordError`].
    pub fn read(id: Id, text: &str, instrument: &Instrument) -> Result<Self, RecordError> {
        match read::kept(text, instrument) {
            Ok(kept) => Ok(Self {
                id,
                kept,
                text: text.to_owned(),
            }),
            Err(error) => Err(record_error(error)),
        }
    }
}

/// Why a stored result is no record.
pub(crate) fn record_error(error: ReadError) -> RecordError {
    match error {
        ReadError::Newer(version) => RecordError::Newer(version),
        ReadError::Faulty(faults) => RecordError::Corrupt(faults),
        // Not reached: callers take in what answers another questionnaire, or set it aside.
        other @ ReadError::OtherInstrument(_) => {
            RecordError::Corrupt(Faults::one("$.instrument", other.to_string()))
        }
    }
}

fn id(instrument: &Instrument, completed: &Completed) -> Id {
    // All of it but the name and version of the program that wrote it.
    let mut identity = instrument.hash();
    for part in [
        completed.sheet.form.as_str(),
        &completed.version,
        &completed.language,
        &completed.started_at.to_rfc3339(),
        &completed.active_seconds.to_string(),
    ] {
        identity.push(' ');
        identity.push_str(part);
    }
    for index in instrument.in_instrument_order(completed.sheet.form) {
        identity.push(' ');
        identity.push_str(super::csv::response_text(completed.sheet.get(index)));
    }
    Id::from_moment(completed.ended_at, &identity)
}

/// The record that says that results are kept.
#[must_use]
pub fn history_text() -> String {
    format!("{{\"version\":{}}}", stored::VERSION)
}

/// Reads that record.
///
/// # Errors
/// See [`RecordError`].
pub fn read_history(text: &str) -> Result<(), RecordError> {
    let tree = json::parse(text).map_err(RecordError::Corrupt)?;
    let mut faults = Faults::default();
    stored::version(&Cursor::root(&tree), &mut faults)?;
    faults.or_value(Some(())).map_err(RecordError::Corrupt)
}
