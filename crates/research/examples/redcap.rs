//! Writes a questionnaire as a data dictionary of `REDCap`, or with `--data` results as data for it, on
//! standard output: `docs/research.md`.
//!
//! ```sh
//! cargo run -q -p research --example redcap > dictionary.csv
//! cargo run -q -p research --example redcap -- --data RESULT.json… > data.csv
//! ```

mod files;

use std::error::Error;
use std::io::{self, Write as _};
use std::process::ExitCode;

use research::redcap::{data, dictionary, markup};

mod flags {
    #![allow(unreachable_pub, missing_docs, clippy::pedantic)]

    use std::path::PathBuf;

    xflags::xflags! {
        /// Writes a questionnaire as a REDCap data dictionary on standard output, or results as data to
        /// import. If something cannot be used, every fault is on standard error, nothing is written,
        /// and the exit status is 2.
        cmd redcap {
            /// The questionnaire, else the shipped one; with --data, exported results.
            repeated file: PathBuf
            /// Writes data instead of the dictionary.
            optional --data
            /// With --data: the questionnaire that was answered; else the shipped one.
            optional --instrument file: PathBuf
        }
    }
}

fn main() -> ExitCode {
    let flags = flags::Redcap::from_env_or_exit();
    match run(&flags) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn run(flags: &flags::Redcap) -> Result<(), Box<dyn Error>> {
    let text = if flags.data {
        if flags.file.is_empty() {
            return Err("nothing to read: name the files of results".into());
        }
        let instrument = files::instrument(flags.instrument.as_deref())?;
        data(&instrument, &files::results(&flags.file, &instrument)?)
    } else {
        let questionnaire = match flags.file.as_slice() {
            [] => None,
            [file] => Some(file.as_path()),
            _ => return Err("one questionnaire at a time; --data reads results".into()),
        };
        let instrument = files::instrument(questionnaire)?;
        for path in markup(&instrument) {
            eprintln!(
                "{path}: has a sign that REDCap may read as its own: look at it after the upload"
            );
        }
        dictionary(&instrument)
    };
    io::stdout().write_all(text.as_bytes())?;
    Ok(())
}
