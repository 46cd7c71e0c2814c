//! Writes Bundles of made-up results into a folder, for validators: every form, questionnaires of several
//! shapes, and every setting.
//!
//! ```sh
//! cargo run -q -p research --example made_up -- FOLDER
//! ```

mod samples;

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use research::fhir::{Base, Kind, Settings, Subject, bundle};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("made_up FOLDER")?);
    fs::create_dir_all(&folder)?;
    let whole = Settings {
        base: Some(Base::new("https://example.org/fhir").map_err(|error| error.to_string())?),
        subject: Some(Subject::new("Patient/made-up").map_err(|error| error.to_string())?),
        kind: Kind::Transaction,
    };
    for sample in samples::all() {
        for (kind, settings) in [("plain", &Settings::default()), ("whole", &whole)] {
            let bundle = bundle(&sample.instrument, &sample.results, settings);
            let file = folder.join(format!("{}-{kind}.json", sample.name));
            fs::write(file, bundle.to_pretty_text())?;
        }
    }
    Ok(())
}
