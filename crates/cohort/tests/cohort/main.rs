//! The cohort library and its command: the figures, what is refused, and what the document shows.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::pedantic,
    clippy::unwrap_used,
    reason = "test code"
)]

#[allow(dead_code, reason = "the tests use parts of it")]
#[path = "../../examples/sample/population.rs"]
mod population;

mod figures;
mod refusals;

use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use measure::completed::Completed;
use measure::instrument::Instrument;
use records::document::ResultDocument;
use serde_json::Value;

/// Exit statuses, as `--help` documents them.
const DONE: i32 = 0;
const INCOMPLETE: i32 = 1;
const REFUSED: i32 = 2;

/// The outcome of one run of the command.
#[derive(Debug)]
struct Ran {
    code: i32,
    output: String,
    complaints: String,
}

impl Ran {
    /// The figures of a run with `--json`.
    fn json(&self) -> Value {
        serde_json::from_str(&self.output).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

/// Runs the command with `input` on standard input.
fn cohort<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>, input: &str) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_cohort"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut stdin = child.stdin.take().expect("it is piped");
    let input = input.to_owned();
    // The command may exit without reading its input.
    let writer = thread::spawn(move || stdin.write_all(input.as_bytes()).ok());
    let ran = child.wait_with_output().expect("it ends");
    writer.join().expect("it ends");
    Ran {
        code: ran.status.code().expect("no signal ended it"),
        output: String::from_utf8(ran.stdout).expect("UTF-8"),
        complaints: String::from_utf8(ran.stderr).expect("UTF-8"),
    }
}

/// A result on one line.
fn line(instrument: &Instrument, completed: &Completed) -> String {
    let document = ResultDocument::of(instrument, completed);
    format!("{document}\n")
}

/// An empty directory for one test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("cohort")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("it can be made");
    folder
}

#[test]
fn the_document_shows_what_the_command_prints() {
    let instrument = testing::shipped();
    let mut population = population::Population::new(1, None, false);
    let sample: String = (0..1000)
        .map(|_| line(&instrument, &population.next(&instrument)))
        .collect();
    let document = fs::read_to_string(testing::root().join("docs/cohort.md")).unwrap();
    let printed = cohort(["-"], &sample).output;
    assert!(
        printed.len() > 1000 && document.contains(&printed),
        "docs/cohort.md lacks:\n{printed}"
    );
}
