//! The cohort command: its figures, what it refuses, and what is written about it.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../common/mod.rs"]
mod common;
#[allow(dead_code, reason = "the tests look at parts of it")]
#[path = "../../examples/sample/population.rs"]
mod population;
#[allow(dead_code, reason = "the tests look at parts of it")]
#[path = "../../examples/cohort/program/mod.rs"]
mod program;

mod documents;
mod figures;
mod reading;
mod refusals;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use leadership_audit::instrument::Instrument;
use leadership_audit::record::Completed;
use leadership_audit::record::document::ResultDocument;
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
    let code = program::run(
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
    let mut text = serde_json::to_string(&document).expect("it serialises");
    text.push('\n');
    text
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
