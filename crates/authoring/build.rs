//! Puts the English sentences about faults into the crate: the builder's page has no other language.

use std::path::Path;
use std::{env, fs};

/// The texts, in the project.
const CONTENT: &str = "../../content";

/// The parts that have sentences about faults.
const PARTS: [&str; 2] = ["authoring", "imports"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed={CONTENT}");
    let all = catalogue::table::all(Path::new(CONTENT))?;
    let out = env::var("OUT_DIR")?;
    for part in PARTS {
        let table = all.get("en").and_then(|english| english.get(part));
        let table = table.ok_or("there is no English")?;
        fs::write(format!("{out}/{part}.json"), table.to_string())?;
    }
    Ok(())
}
