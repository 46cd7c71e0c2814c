//! Reads a questionnaire, and results of it, for the commands of `docs/research.md`.

use std::error::Error;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use json::MAX_BYTES;
use measure::instrument::{self, Instrument, SHIPPED};
use research::Answered;

/// The questionnaire in this file, else the shipped one.
///
/// # Errors
/// What is wrong with the file, every fault with its path.
pub(crate) fn instrument(path: Option<&Path>) -> Result<Instrument, Box<dyn Error>> {
    let Some(path) = path else {
        return instrument::parse(SHIPPED).map_err(|faults| faults.to_string().into());
    };
    let name = path.display();
    let text = text(path).map_err(|error| format!("{name}: {error}"))?;
    instrument::parse(&text).map_err(|faults| format!("{name}:\n{faults}").into())
}

/// The results in these files; every file that cannot be used is named on standard error, with each fault.
///
/// # Errors
/// How many could not be used: half a study is none.
pub(crate) fn results(
    paths: &[PathBuf],
    instrument: &Instrument,
) -> Result<Vec<Answered>, Box<dyn Error>> {
    let mut results: Vec<Answered> = Vec::new();
    let mut unfit = 0;
    for path in paths {
        let name = path.display();
        let read = text(path)
            .map_err(|error| error.to_string())
            .and_then(|text| research::read(&text, instrument).map_err(|unfit| unfit.to_string()));
        match read {
            Ok(result) if results.iter().any(|other| other.id == result.id) => {
                eprintln!("{name}: is the same result as another file and is left out");
            }
            Ok(result) => results.push(result),
            Err(faults) => {
                unfit += 1;
                for fault in faults.lines() {
                    eprintln!("{name}: {fault}");
                }
            }
        }
    }
    match unfit {
        0 => Ok(results),
        _ => Err(format!(
            "nothing was written: {unfit} of {} files cannot be used",
            paths.len()
        )
        .into()),
    }
}

/// One byte above the limit is enough for the reader to refuse a text.
fn text(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    File::open(path)?
        .take(MAX_BYTES as u64 + 1)
        .read_to_string(&mut text)?;
    Ok(text)
}
