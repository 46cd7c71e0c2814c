//! Results in the formats of research: what is refused, FHIR, `REDCap`, and the snippets of the document.
#![allow(clippy::pedantic, clippy::restriction, reason = "test code")]

#[path = "../../examples/made_up/samples.rs"]
mod samples;

mod answered;
mod commands;
mod data;
mod dictionary;
mod fhir;

mod schema;
mod settings;
mod snippets;
mod spreadsheet;

use std::fs;
use std::path::Path;

use measure::completed::Completed;
use measure::instrument::Instrument;
use records::document::ResultDocument;
use research::{Answered, read};

/// A result as an export has it, read.
fn answered(instrument: &Instrument, completed: &Completed) -> Answered {
    let text = ResultDocument::of(instrument, completed).to_text();
    read(&text, instrument).unwrap_or_else(|unfit| panic!("{unfit}"))
}

/// The text is that of a file beside the tests.
#[track_caller]
fn is_golden(name: &str, text: &str) {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(name);
    if fs::read_to_string(&golden).ok().as_deref() != Some(text) {
        let now = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::write(&now, text).unwrap();
        panic!("{name} is another: compare it with {}", now.display());
    }
}
