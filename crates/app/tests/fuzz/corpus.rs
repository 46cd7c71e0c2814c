//! The inputs that are kept, in `crates/app/tests/corpus/<reader>/`: whole ones to begin from, and every one
//! that ever failed.

use std::fs;
use std::path::PathBuf;

use json::Json;

use crate::readers::Reader;

fn folder(reader: &Reader) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/corpus")
        .join(reader.name)
}

/// Every kept input with its name, in the order of their names.
pub(crate) fn kept(reader: &Reader) -> Vec<(String, String)> {
    let mut folders = vec![folder(reader)];
    if ["record", "import", "practice"].contains(&reader.name) {
        folders.push(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../testing/fixtures/0.1.0"));
    }
    let entries = folders
        .into_iter()
        .flat_map(|folder| fs::read_dir(folder).expect("a folder"));
    let mut kept: Vec<_> = entries
        .map(|entry| {
            let path = entry.expect("an entry").path();
            let text = fs::read_to_string(&path).expect("a text");
            (path.display().to_string(), text)
        })
        .collect();
    kept.extend(borrowed(reader.name).map(|text| ("shared".to_owned(), text.to_owned())));
    kept.sort();
    kept
}

/// Files of other parts of the project that serve as inputs here.
fn borrowed(reader: &str) -> impl Iterator<Item = &'static str> {
    let texts: &[&str] = match reader {
        "instrument" => &[measure::instrument::SHIPPED],
        "import" => &[include_str!("../../../testing/fixtures/export.json")],
        "sheet" => &[include_str!("../../../testing/fixtures/sheet.json")],
        _ => &[],
    };
    texts.iter().copied()
}

/// Keeps an input that failed, so that every later run tries it. Where it was put.
pub(crate) fn keep(reader: &Reader, name: &str, text: &str) -> String {
    let path = folder(reader).join(name);
    fs::write(&path, text).expect("the corpus can be written");
    path.display().to_string()
}

/// What new inputs are made from.
pub(crate) struct Seeds {
    pub texts: Vec<String>,
    /// Those that are JSON.
    pub trees: Vec<Json>,
}

impl Seeds {
    /// Kept inputs of up to 64 KiB: of larger ones too few would be made in a second.
    pub(crate) fn of(reader: &Reader, kept: Vec<(String, String)>) -> Self {
        let small = kept.into_iter().filter(|(_, text)| text.len() <= 64 * 1024);
        // Whole ones make more interesting children than broken ones.
        let texts: Vec<String> = small
            .map(|(_, text)| text)
            .filter(|text| (reader.read)(text) == Ok(true))
            .collect();
        let trees = texts
            .iter()
            .filter_map(|text| json::parse_documents(text).ok());
        let trees = trees.collect();
        assert!(!texts.is_empty(), "{}: nothing to begin from", reader.name);
        Self { texts, trees }
    }
}
