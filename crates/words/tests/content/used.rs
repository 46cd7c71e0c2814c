//! Every text with an accessor is asked for by the program.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use catalogue::{Catalogue, Part};

use crate::texts::CONTENT;

/// What may ask for a text, in the project.
const SOURCES: [&str; 3] = ["src", "crates", "examples"];

/// The Rust sources below a folder, without tests.
fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("tests") {
            sources(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            found.push(fs::read_to_string(path).unwrap());
        }
    }
}

/// Whether a source calls the accessor `name` of a group: the call, and somewhere in the same file the
/// group, since names are unique only within one.
fn asks(source: &str, group: &str, name: &str) -> bool {
    let (first, rest) = group.split_at(1);
    let kind = first.to_uppercase() + rest;
    let calls =
        source.contains(&format!(".{name}(")) || source.contains(&format!("{kind}::{name}"));
    calls && (source.contains(&format!(".{group}()")) || source.contains(&kind))
}

#[test]
fn every_text_is_asked_for() {
    let mut code = Vec::new();
    for folder in SOURCES {
        sources(&Path::new(CONTENT).join("..").join(folder), &mut code);
    }
    let catalogue = Catalogue::read(Path::new(CONTENT), "en").unwrap();
    let with_accessors = catalogue
        .messages
        .iter()
        .map(|message| &message.key)
        .filter(|key| Part::WITH_ACCESSORS.contains(&key.group.part));
    let unused: BTreeSet<String> = with_accessors
        .filter(|key| {
            !code
                .iter()
                .any(|source| asks(source, key.group.name, &key.name))
        })
        .map(|key| format!("{}.{}", key.group.name, key.name))
        .collect();
    assert_eq!(unused, BTreeSet::new());
}
