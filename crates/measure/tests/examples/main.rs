//! The questionnaires of `examples/questionnaires/`: that they are read without a fault, that their
//! words keep the rules for statements and for texts per band, and what they score.
#![allow(clippy::pedantic, clippy::restriction, reason = "test code")]

mod bands;
mod content;
mod scores;
mod wording;

use measure::instrument::{Instrument, parse_for};
use serde_json::Value;

/// The names of the files, without their ending.
const EXAMPLES: [&str; 3] = ["listening", "project-habits", "handing-over"];

/// The text of an example.
fn text(name: &str) -> String {
    let folder = testing::root().join("examples/questionnaires");
    let path = folder.join(name).with_extension("json");
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// An example as it is written.
fn written(name: &str) -> Value {
    serde_json::from_str(&text(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// An example in the language that `wanted` chooses.
fn example_in(name: &str, wanted: &str) -> Instrument {
    parse_for(&text(name), wanted).unwrap_or_else(|faults| panic!("{name}: {faults}"))
}

/// An example in its first language.
fn example(name: &str) -> Instrument {
    example_in(name, "")
}

/// The statements for observers in a language of a file, as it is written: nothing else has them yet.
fn observers(file: &Value, language: &str) -> Vec<String> {
    let own = |text: &Value| text.as_str().unwrap().to_owned();
    if file["language"] == language {
        let items = file["items"].as_array().unwrap();
        return items.iter().map(|item| own(&item["observer"])).collect();
    }
    let mut translations = file["translations"].as_array().unwrap().iter();
    let translation = translations.find(|other| other["language"] == language);
    let observers = translation.unwrap()["observers"].as_object().unwrap();
    observers.values().map(own).collect()
}
