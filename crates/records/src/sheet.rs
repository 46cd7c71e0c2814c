//! A sheet of answers that somebody else collected: the way in for paper forms and other programs.

use super::read::{known_form, responses, sheet};
use crate::format::{Fields, Object, Reader, ignore_unknown, record, value};
use json::{Cursor, Faults};
use measure::instrument::{FormName, Instrument};
use measure::response::ResponseSheet;
use measure::time::MAX_ACTIVE_SECONDS;

record! {
    /// What a sheet holds beside its responses.
    struct SheetDocument {
        form: FormName,
        active_seconds: Option<Seconds> as Optional,
    }
}

/// Seconds with an item on a visible screen.
#[derive(Debug, Clone, PartialEq)]
struct Seconds(u64);

value!(Seconds, {"type": "integer", "minimum": 0, "maximum": MAX_ACTIVE_SECONDS},
    read: |at, reader| at.whole_to(MAX_ACTIVE_SECONDS, &mut reader.faults).map(Self),
    // Not reached: a sheet is only read.
    write: |seconds| seconds.0.into());

/// A sheet as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadSheet {
    /// The answers.
    pub sheet: ResponseSheet,
    /// Active time in seconds, if it is known.
    pub active_seconds: Option<u64>,
    /// Paths of the unknown fields, of at most a hundred.
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
    let mut reader = Reader::default();
    root.object(&mut reader.faults);
    let document = SheetDocument::read_fields(&root, &mut reader);
    let form = known_form(&root.field("form"), instrument, &mut reader);
    let at = root.field("responses");
    let responses = responses(&at, instrument, form, &mut reader);
    let knows = |name: &str| name == "responses" || SheetDocument::knows(name);
    ignore_unknown(&root, knows, &mut reader);
    let read = document
        .zip(responses)
        .map(|(document, responses)| ReadSheet {
            sheet: sheet(instrument, document.form, &responses),
            active_seconds: document.active_seconds.map(|seconds| seconds.0),
            ignored: reader.ignored.paths,
        });
    reader.faults.or_value(read)
}
