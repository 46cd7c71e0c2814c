//! Generates the typed accessors from the English texts, and the tables of every language.

use std::path::Path;
use std::{env, fs};

use catalogue::{Catalogue, accessors, table};

/// The texts and what describes the languages, in the project.
const CONTENT: &str = "../../content";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed={CONTENT}");
    let content = Path::new(CONTENT);
    let out = env::var("OUT_DIR")?;
    let source = Catalogue::read(content, "en")?;
    fs::write(format!("{out}/accessors.rs"), accessors::generate(&source)?)?;
    let tables = table::all(content)?;
    fs::write(
        format!("{out}/tables.json"),
        serde_json::to_string(&tables)?,
    )?;
    Ok(())
}
