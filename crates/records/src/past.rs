//! The history of results, if the visitor turned it on: the records of results under names of their own,
//! and one record that the history is on.

use super::document::ResultRecord;
use super::read::{self, ReadError};
use super::stored;
use super::stored::RecordError;
use json::{Cursor, Faults};
use measure::completed::{Completed, Kept};
use measure::instrument::{Id, Instrument};

/// A result of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastResult {
    /// Its name. A result that ended later has a greater one.
    pub id: Id,
    /// Its provenance, and its answers if they are to the instrument on this page.
    pub kept: Kept,
    /// The stored document, untouched.
    pub text: String,
}

impl PastResult {
    /// A result to store. Its name depends on its content alone.
    #[must_use]
    pub fn of(instrument: &Instrument, completed: &Completed) -> Self {
        Self {
            id: id(instrument, completed),
            kept: Kept::from_completed(instrument, completed.clone()),
            text: ResultRecord::of(instrument, completed).to_text(),
        }
    }

    /// Reads a stored result; of one that answers another instrument, only its provenance.
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

/// The error of a stored result as that of a record.
pub(crate) fn record_error(error: ReadError) -> RecordError {
    match error {
        ReadError::Newer(version) => RecordError::Newer(version),
        ReadError::Faulty(faults) => RecordError::Corrupt(faults),
        // Not reached: callers handle results of other instruments.
        ReadError::OtherInstrument(provenance) => {
            RecordError::Corrupt(read::other_instrument(&provenance))
        }
    }
}

fn id(instrument: &Instrument, completed: &Completed) -> Id {
    // Everything but the program that wrote it.
    let mut identity = instrument.hash();
    for part in [
        completed.sheet.form.as_str(),
        &completed.version,
        &completed.language,
        &completed.wording.version,
        completed.wording.state.as_str(),
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

/// The record that the history is on.
#[must_use]
pub fn history_text() -> String {
    format!("{{\"version\":{}}}", stored::VERSION)
}

/// Reads the record that [`history_text`] writes.
///
/// # Errors
/// See [`RecordError`].
pub fn read_history(text: &str) -> Result<(), RecordError> {
    let tree = json::parse(text).map_err(RecordError::Corrupt)?;
    let mut faults = Faults::default();
    stored::version(&Cursor::root(&tree), &mut faults)?;
    faults.or_value(Some(())).map_err(RecordError::Corrupt)
}
