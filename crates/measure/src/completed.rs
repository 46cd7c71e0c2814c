//! A finished audit, and where a result comes from.

use crate::instrument::{FormName, Instrument};
use crate::response::ResponseSheet;
use crate::time::UnixMs;

/// A finished audit: everything that scores are computed from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completed {
    /// The answers.
    pub sheet: ResponseSheet,
    /// Version of the instrument that was answered. Its wording may differ from the one at hand.
    pub version: String,
    /// BCP 47 tag of the wording that was answered.
    pub language: String,
    /// When the first item was shown.
    pub started_at: UnixMs,
    /// When the audit was finished.
    pub ended_at: UnixMs,
    /// Time with an item on a visible screen.
    pub active_seconds: u64,
}

/// What a result answers and when: all that is known of one whose instrument is not at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// Id of the instrument.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Its hash.
    pub hash: String,
    /// Which form was answered.
    pub form: FormName,
    /// When the audit was finished.
    pub ended_at: UnixMs,
}

impl Provenance {
    /// Where an audit comes from that answers `instrument`.
    #[must_use]
    pub fn of(instrument: &Instrument, completed: &Completed) -> Self {
        Self {
            id: instrument.id.to_string(),
            version: completed.version.clone(),
            hash: instrument.hash(),
            form: completed.sheet.form,
            ended_at: completed.ended_at,
        }
    }

    /// Whether the result answers this instrument, in this edition, so that it can be scored.
    #[must_use]
    pub fn answers(&self, instrument: &Instrument) -> bool {
        self.id == instrument.id.as_str() && self.hash == instrument.hash()
    }
}

/// A result as it is kept: at least where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// What it answers and when.
    pub provenance: Provenance,
    /// The answers; `None` if they are to an instrument that is not at hand.
    pub completed: Option<Completed>,
}

impl Kept {
    /// A result that answers `instrument`.
    #[must_use]
    pub fn of(instrument: &Instrument, completed: Completed) -> Self {
        Self {
            provenance: Provenance::of(instrument, &completed),
            completed: Some(completed),
        }
    }
}
