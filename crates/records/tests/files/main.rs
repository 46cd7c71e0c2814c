//! Files: the exported result, its schema, tables, sheets of answers, imports and refusals.
#![allow(clippy::pedantic, clippy::restriction, reason = "test code")]

mod csv;
mod export;
mod import;
mod limits;
mod rounds;
mod schema;
mod sheet;
mod tampered;

use measure::completed::Completed;
use measure::instrument::Instrument;
use records::document::ResultDocument;
use records::import::{self as reader, Preview, Refused};
use testing::shipped;

/// A result of the shipped questionnaire, as the first version exported it.
const EXPORT: &str = include_str!("../../../testing/fixtures/export.json");
/// The answers of that result, as a sheet.
const SHEET: &str = include_str!("../../../testing/fixtures/sheet.json");

/// The exported result.
fn text_of(instrument: &Instrument, completed: &Completed) -> String {
    ResultDocument::of(instrument, completed).to_text()
}

/// Imports a text as a result of the shipped questionnaire.
fn imported(text: &str) -> Result<Preview, Refused> {
    reader::open(text).and_then(|opened| reader::result(&opened, &shipped()))
}

fn refused(text: &str) -> Refused {
    imported(text).expect_err(text)
}
