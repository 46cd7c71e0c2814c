//! The cohort library and its command: the figures, what is refused, and what the document shows.
#![allow(clippy::pedantic, clippy::restriction, reason = "test code")]

#[allow(dead_code, reason = "the tests use parts of it")]
#[path = "../../examples/sample/population.rs"]
mod population;

mod calibration;
mod estimates;
mod figures;
mod groups;
mod items;
mod people;
mod refusals;
mod shapes;

use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use measure::completed::Completed;
use measure::instrument::Instrument;
use measure::response::ResponseSheet;
use records::document::ResultDocument;
use serde_json::Value;
use testing::completed;

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
    /// The text is part of the output.
    #[track_caller]
    fn says(&self, text: &str) {
        assert!(self.output.contains(text), "{text}: {}", self.output);
    }

    /// The text is not part of it.
    #[track_caller]
    fn does_not_say(&self, text: &str) {
        assert!(!self.output.contains(text), "{text}: {}", self.output);
    }

    /// The text is part of what is written to standard error.
    #[track_caller]
    fn complains(&self, text: &str) {
        assert!(self.complaints.contains(text), "{text}: {self:?}");
    }

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

/// Runs it on results, one per line.
fn counted(results: &str) -> Ran {
    cohort(["--ndjson", "-"], results)
}

/// The figures of results, one per line.
fn figures_of(results: &str) -> Value {
    cohort(["--json", "--ndjson", "-"], results).json()
}

/// The results of these sheets, one per line.
fn lines(instrument: &Instrument, sheets: impl IntoIterator<Item = ResponseSheet>) -> String {
    let sheets = sheets.into_iter();
    let lines = sheets.map(|sheet| line(instrument, &completed(sheet, 300)));
    lines.collect()
}

/// A result of a made-up person, on one line.
fn made_up(instrument: &Instrument, completed: &Completed) -> String {
    let document = ResultDocument::of(instrument, completed).made_up();
    format!("{document}\n")
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

/// What the printed calibration rests on; its figures themselves take 200,000 people.
#[test]
fn the_document_of_measurement_shows_the_calibration() {
    let document = fs::read_to_string(testing::root().join("docs/measurement.md")).unwrap();
    let printed = cohort(["calibrate", "--people", "1"], "").output;
    let printed = printed.replace("PEOPLE, 1 in", "PEOPLE, 200000 in");
    let (head, forms) = printed.split_at(printed.find("\nfull form").unwrap());
    assert!(
        document.contains(head),
        "docs/measurement.md lacks:\n{head}"
    );
    for line in forms.lines().filter(|line| line.contains("form, errors")) {
        assert!(document.contains(line), "docs/measurement.md lacks: {line}");
    }
}

#[test]
fn the_document_shows_what_the_command_prints() {
    let instrument = testing::shipped();
    let mut population = population::Population::new(1, None, false);
    let sample: String = (0..1000)
        .map(|_| made_up(&instrument, &population.next(&instrument)))
        .collect();
    let document = fs::read_to_string(testing::root().join("docs/cohort.md")).unwrap();
    let printed = cohort(["--form", "full", "--ndjson", "-"], &sample).output;
    assert!(
        printed.len() > 1000 && document.contains(&printed),
        "docs/cohort.md lacks:\n{printed}"
    );
}
