//! The cohort command: its figures, what it refuses, and what is written about it.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::pedantic,
    clippy::unwrap_used,
    reason = "test code"
)]

#[allow(dead_code, reason = "the tests look at parts of it")]
#[path = "../../examples/sample/population.rs"]
mod population;

mod documents;
mod figures;
mod reading;
mod refusals;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use measure::completed::Completed;
use measure::instrument::Instrument;
use records::document::ResultDocument;
use serde_json::Value;

/// What a run of the command came to.
#[derive(Debug)]
struct Ran {
    code: u8,
    output: String,
    complaints: String,
}

impl Ran {
    /// The figures, of a run with `--json`.
    fn json(&self) -> Value {
        serde_json::from_str(&self.output).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

/// Runs the command with `input` on standard input.
fn cohort<A: Into<OsString>>(arguments: impl IntoIterator<Item = A>, input: &str) -> Ran {
    let arguments: Vec<OsString> = arguments.into_iter().map(Into::into).collect();
    let (mut output, mut complaints) = (Vec::new(), Vec::new());
    let code = cohort::run(
        &arguments,
        &mut input.as_bytes(),
        &mut output,
        &mut complaints,
    );
    Ran {
        code: code.expect("memory can be written"),
        output: String::from_utf8(output).expect("text"),
        complaints: String::from_utf8(complaints).expect("text"),
    }
}

/// One result, on one line.
fn line(instrument: &Instrument, completed: &Completed) -> String {
    let document = ResultDocument::of(instrument, completed);
    format!("{document}\n")
}

/// A folder of its own, emptied.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("cohort")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("it can be made");
    folder
}
