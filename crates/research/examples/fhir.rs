//! Writes results as HL7 FHIR R4, one Bundle on standard output: `docs/research.md`.
//!
//! ```sh
//! cargo run -q -p research --example fhir -- RESULT.json… > bundle.json
//! ```

mod files;

use std::error::Error;
use std::io::{self, Write as _};
use std::process::ExitCode;

use research::fhir::{Base, Kind, Settings, Subject, bundle};

mod flags {
    #![allow(unreachable_pub, missing_docs, clippy::pedantic)]

    use std::path::PathBuf;

    xflags::xflags! {
        /// Writes exported results as a FHIR R4 Bundle on standard output. If one of them cannot be used,
        /// every fault is on standard error, nothing is written, and the exit status is 2.
        cmd fhir {
            /// An exported result as the widget saves it.
            repeated result: PathBuf
            /// The questionnaire that was answered; else the shipped one.
            optional --instrument file: PathBuf
            /// The address below which you publish the questionnaire; else a URN names it.
            optional --base address: String
            /// Whom all the results are about, as Patient/ID; else nobody is named.
            optional --subject reference: String
            /// A transaction, which a server keeps once, instead of a collection.
            optional --transaction
        }
    }
}

fn main() -> ExitCode {
    let flags = flags::Fhir::from_env_or_exit();
    match run(&flags) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn run(flags: &flags::Fhir) -> Result<(), Box<dyn Error>> {
    if flags.result.is_empty() {
        return Err("nothing to read: name the files of results".into());
    }
    let base = flags.base.as_deref().map(Base::new).transpose();
    let subject = flags.subject.as_deref().map(Subject::new).transpose();
    let settings = Settings {
        base: base.map_err(|error| format!("--base: {error}"))?,
        subject: subject.map_err(|error| format!("--subject: {error}"))?,
        kind: if flags.transaction {
            Kind::Transaction
        } else {
            Kind::Collection
        },
    };
    let instrument = files::instrument(flags.instrument.as_deref())?;
    let results = files::results(&flags.result, &instrument)?;
    let bundle = bundle(&instrument, &results, &settings);
    io::stdout().write_all(bundle.to_pretty_text().as_bytes())?;
    Ok(())
}
