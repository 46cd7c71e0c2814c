//! Reads a spreadsheet, a `SurveyJS` file or a questionnaire file, and says what the builder on the page says
//! of it: every fault with its cell, a line each, then what was filled in.
//!
//! ```sh
//! cargo run --example judge FILE [--write OUT.json] [--sheet OUT.csv|OUT.xlsx]
//! ```
//!
//! It fails if there are faults. `--write` writes the questionnaire file, `--sheet` the questionnaire as a
//! sheet; both only if there are none.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use authoring::{Reading, english, read, says, to_csv, to_xlsx};

const USAGE: &str = "judge FILE [--write OUT.json] [--sheet OUT.csv|OUT.xlsx]";

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// What was asked for.
#[derive(Default)]
struct Asked {
    file: Option<String>,
    write: Option<String>,
    sheet: Option<String>,
}

impl Asked {
    fn from_arguments(mut arguments: impl Iterator<Item = String>) -> Option<Self> {
        let mut asked = Self::default();
        while let Some(argument) = arguments.next() {
            let place = match argument.as_str() {
                "--write" => &mut asked.write,
                "--sheet" => &mut asked.sheet,
                _ => {
                    if asked.file.replace(argument).is_some() {
                        return None;
                    }
                    continue;
                }
            };
            *place = Some(arguments.next()?);
        }
        asked.file.is_some().then_some(asked)
    }
}

/// Whether the file has no faults.
fn run(arguments: impl Iterator<Item = String>) -> Result<bool, Box<dyn Error>> {
    let asked = Asked::from_arguments(arguments).ok_or(USAGE)?;
    let file = asked.file.unwrap_or_default();
    let bytes = fs::read(&file).map_err(|error| format!("{file}: {error}"))?;
    let reading = read(&file, &bytes);
    report(&reading);
    let Some(questionnaire) = reading.questionnaire.filter(|_| reading.faults.is_empty()) else {
        return Ok(false);
    };
    if let Some(path) = asked.write {
        fs::write(path, &questionnaire)?;
    }
    if let Some(path) = asked.sheet {
        let is_workbook = Path::new(&path)
            .extension()
            .is_some_and(|kind| kind == "xlsx");
        let sheet = if is_workbook {
            to_xlsx(&questionnaire).map_err(|faults| faults.to_string())?
        } else {
            to_csv(&questionnaire)
                .map_err(|faults| faults.to_string())?
                .into_bytes()
        };
        fs::write(path, sheet)?;
    }
    Ok(true)
}

fn report(reading: &Reading) {
    let language = english();
    for fault in &reading.faults {
        println!("{}", says::fault_line(language, fault));
    }
    if reading.more > 0 {
        println!("{}", says::more(language, reading.more));
    }
    for note in &reading.notes {
        println!("Note: {}", says::note_line(language, note));
    }
}
