//! Puts the English wording into the shipped questionnaire, for native programs and tests. The element
//! gets the questionnaire of the visitor's language as data.

use std::path::Path;
use std::{env, fs};

use catalogue::table;

/// The texts and the structure of the questionnaire, in the project.
const CONTENT: &str = "../../content";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed={CONTENT}");
    let shipped = table::questionnaire(Path::new(CONTENT), "en")?;
    let out = env::var("OUT_DIR")?;
    fs::write(
        format!("{out}/shipped.json"),
        serde_json::to_string_pretty(&shipped)?,
    )?;
    Ok(())
}
