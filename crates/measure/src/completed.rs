//! A finished audit, and the provenance of a result.

use crate::instrument::{FormName, Instrument, Wording};
use crate::response::ResponseSheet;
use crate::time::UnixMs;

/// A finished audit: everything that scores are computed from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completed {
    /// The answers.
    pub sheet: ResponseSheet,
    /// Version of the instrument that was answered.
    pub version: String,
    /// BCP 47 tag of the wording that was answered.
    pub language: String,
    /// Version and state of the wording that was answered.
    pub wording: Wording,
    /// When the first item was shown.
    pub started_at: UnixMs,
    /// When the audit was finished.
    pub ended_at: UnixMs,
    /// Seconds with an item on a visible screen.
    pub active_seconds: u64,
}

/// Which instrument a result answers, and when. Nothing else is known of a result whose instrument is
/// not available.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// Id of the instrument.
    pub id: String,
    /// Version of the instrument.
    pub version: String,
    /// [`Instrument::hash`] of the instrument.
    pub hash: String,
    /// Which form was answered.
    pub form: FormName,
    /// When the audit was finished.
    pub ended_at: UnixMs,
}

impl Provenance {
    /// The provenance of an audit that answers `instrument`.
    #[must_use]
    pub fn from_completed(instrument: &Instrument, completed: &Completed) -> Self {
        Self {
            id: instrument.id.to_string(),
            version: completed.version.clone(),
            hash: instrument.hash(),
            form: completed.sheet.form,
            ended_at: completed.ended_at,
        }
    }

    /// Whether the result answers this edition of this instrument, so that it can be scored.
    #[must_use]
    pub fn answers(&self, instrument: &Instrument) -> bool {
        self.id == instrument.id.as_str() && self.hash == instrument.hash()
    }
}

/// A stored result: its provenance and, if the instrument is available, the answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Which instrument it answers, and when.
    pub provenance: Provenance,
    /// `None` if the answers are to an instrument that is not available.
    pub completed: Option<Completed>,
}

impl Kept {
    /// A stored result that answers `instrument`.
    #[must_use]
    pub fn from_completed(instrument: &Instrument, completed: Completed) -> Self {
        Self {
            provenance: Provenance::from_completed(instrument, &completed),
            completed: Some(completed),
        }
    }
}
