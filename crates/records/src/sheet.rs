//! A sheet of answers that somebody else collected, and what is computed from it: the way in for
//! paper forms, other programs and checks of this one. `examples/score.rs` is its command.

use serde::Serialize;

use super::document::{
    FindingDocument, QualityNote, ScoresDocument, finding_document, pretty, quality_document,
    scores_document,
};
use super::read;
use json::{Cursor, Faults};
use measure::instrument::{FormName, Instrument};
use measure::response::ResponseSheet;
use measure::scoring::{finding, notes, score};

/// A sheet as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadSheet {
    /// The answers.
    pub sheet: ResponseSheet,
    /// Active time in seconds, if it is known.
    pub active_seconds: Option<u64>,
    /// Paths of the fields that nothing here reads.
    pub ignored: Vec<String>,
}

/// Reads `{"form": "full", "responses": {"up-trust-1": 4, …}, "active_seconds": 352}`. Items that
/// are not listed count as left out; `active_seconds` may be missing.
///
/// # Errors
/// Every fault with its path; a syntax error, a duplicate key or an exceeded limit comes alone.
pub fn read(text: &str, instrument: &Instrument) -> Result<ReadSheet, Faults> {
    let tree = json::parse(text)?;
    let root = Cursor::root(&tree);
    let mut faults = Faults::default();
    let ignored = root
        .entries(&mut faults)
        .iter()
        .filter(|(key, _)| !["form", "responses", "active_seconds"].contains(key))
        .map(|(_, entry)| entry.path())
        .collect();
    let form = read::form(&root.field("form"), instrument, &mut faults);
    // Without a form the answers are still judged, by the longest one.
    let judged_by = form.unwrap_or(FormName::Full);
    let sheet = read::responses(&root.field("responses"), instrument, judged_by, &mut faults);
    let seconds_place = root.field("active_seconds");
    let active_seconds = if seconds_place.is_missing() {
        None
    } else {
        seconds_place.whole(&mut faults)
    };
    faults.or_value(form.map(|_| ReadSheet {
        sheet,
        active_seconds,
        ignored,
    }))
}

/// The three parts of an export that are computed from the answers.
#[derive(Debug, Clone, Serialize)]
pub struct ComputedDocument {
    pub(super) scores: ScoresDocument,
    pub(super) finding: FindingDocument,
    pub(super) quality: Vec<QualityNote>,
}

impl ComputedDocument {
    /// Computes them. `active_seconds` is `None` where it is not known; then speed is not judged.
    #[must_use]
    pub fn of(instrument: &Instrument, sheet: &ResponseSheet, active_seconds: Option<u64>) -> Self {
        let scores = score(instrument, sheet);
        Self {
            scores: scores_document(instrument, &scores),
            finding: finding_document(instrument, &finding(&scores)),
            quality: quality_document(&notes(instrument, sheet, &scores, active_seconds)),
        }
    }

    /// The text, as in the export: two-space indented, a line feed at the end.
    #[must_use]
    pub fn to_text(&self) -> String {
        pretty(self)
    }
}
