//! What leaves the memory of the page: the exported result and the small records in storage.
//!
//! [`document`] writes the export, [`read`] reads it back; [`sheet`] scores answers that
//! were collected elsewhere; [`stored`] has the records of an audit
//! under way, [`slot`] the names that they are kept under.

pub mod document;
pub mod read;
pub mod sheet;
pub mod slot;
pub mod stored;

use crate::response::ResponseSheet;
use crate::time::UnixMs;

/// A finished audit: everything that scores are computed from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completed {
    /// The answers.
    pub sheet: ResponseSheet,
    /// BCP 47 tag of the wording that was answered.
    pub language: String,
    /// When the first item was shown.
    pub started_at: UnixMs,
    /// When the audit was finished.
    pub ended_at: UnixMs,
    /// Time with an item on a visible screen.
    pub active_seconds: u64,
}
