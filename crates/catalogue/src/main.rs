//! `cargo run --package catalogue TAG…` checks languages and prints how far each has come; without a
//! tag, every language. `cargo xtask language` runs it. It fails if a language has faults. With `--table` it
//! prints the states of all languages as a table in Markdown, for `docs/translating.md`; with `--pages`, the texts of
//! the pages around the element in all languages, as JSON.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use catalogue::check::{Fault, check, check_header};
use catalogue::message::SOURCE;
use catalogue::summary::Summary;
use catalogue::{Catalogue, Plurals};

const CONTENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content");

/// How many texts that are not translated are named.
const NAMED: usize = 10;

fn main() -> ExitCode {
    match run(std::env::args().skip(1).collect()) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(faults) => {
            println!("\n{faults} faults");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Prints how far each language has come.
fn table(content: &Path) -> Result<usize> {
    let source = Catalogue::read(content, SOURCE)?;
    println!("{}", Summary::new(&source, &source).head());
    for tag in Catalogue::tags(content)? {
        let language = Catalogue::read(content, &tag)?;
        println!("{}", Summary::new(&source, &language).row(&tag));
    }
    Ok(0)
}

/// The number of faults of the languages with these tags.
fn run(mut tags: Vec<String>) -> Result<usize> {
    let content = Path::new(CONTENT);
    if tags == ["--table"] {
        return table(content);
    }
    if tags == ["--pages"] {
        println!("{}", catalogue::table::pages(content)?);
        return Ok(0);
    }
    if tags.is_empty() {
        tags = Catalogue::tags(content)?;
    }
    let source = Catalogue::read(content, SOURCE)?;
    let cldr = std::fs::read_to_string(content.join("cldr.json"))?;
    let cldr: BTreeMap<String, serde_json::Value> = serde_json::from_str(&cldr)?;
    let mut faults = 0;
    for tag in tags {
        if !content.join(&tag).join("messages.po").exists() {
            bail!(
                "There is no content/{tag}/messages.po: copy content/{SOURCE}/messages.po there."
            );
        }
        let language = Catalogue::read(content, &tag)?;
        let letters = cldr
            .get(&tag)
            .and_then(|entry| entry.get("plurals")?.as_str());
        let letters = letters.with_context(|| {
            format!("content/cldr.json lacks {tag}: run `cargo xtask language {tag}`.")
        })?;
        println!("\n{tag}\n{}", Summary::new(&source, &language));
        faults += report(&source, &language, &Plurals::from_letters(letters));
    }
    Ok(faults)
}

/// Prints the faults of a language, and how many there are.
fn report(source: &Catalogue, language: &Catalogue, plurals: &Plurals) -> usize {
    let header = check_header(language);
    if let Some(fault) = &header {
        println!("  header: {fault}");
    }
    let found = check(source, language, plurals);
    let (missing, others): (Vec<_>, Vec<_>) = found
        .iter()
        .partition(|(_, fault)| *fault == Fault::Missing);
    for (key, fault) in others.iter().chain(missing.iter().take(NAMED)) {
        println!("  {key} {fault}");
    }
    if missing.len() > NAMED {
        let more = missing.len() - NAMED;
        println!(
            "  … and {more} more are not translated: until they are, visitors see them in English"
        );
    }
    found.len() + usize::from(header.is_some())
}
