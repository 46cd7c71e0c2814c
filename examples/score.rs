//! Scores a sheet of answers: `cargo run -q --example score < sheet.json`.
//!
//! Reads `{"form": "full", "responses": {"up-trust-1": 4, …}, "active_seconds": 352}` and prints
//! `scores`, `finding` and `quality` exactly as in an export. For a faulty sheet it prints every fault on
//! stderr, nothing on stdout, and exits with 2.

use std::io::{self, Read, Write};
use std::process::ExitCode;

use json::MAX_BYTES;
use measure::instrument::{self, SHIPPED};
use records::document::ComputedDocument;
use records::sheet;

fn main() -> ExitCode {
    match run() {
        Ok(text) => match io::stdout().write_all(text.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("the scores could not be written: {error}");
                ExitCode::FAILURE
            }
        },
        Err(faults) => {
            eprintln!("{faults}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<String, String> {
    let mut text = String::new();
    // One byte above the limit is enough for the reader to refuse the text.
    io::stdin()
        .take(MAX_BYTES as u64 + 1)
        .read_to_string(&mut text)
        .map_err(|error| format!("$: {error}"))?;
    let instrument = instrument::parse(SHIPPED).map_err(|faults| faults.to_string())?;
    let read = sheet::read(&text, &instrument).map_err(|faults| faults.to_string())?;
    for path in &read.ignored {
        eprintln!("{path}: is not a field of a sheet and is ignored");
    }
    let document = ComputedDocument::of(&instrument, &read.sheet, read.active_seconds);
    Ok(document.to_text())
}
