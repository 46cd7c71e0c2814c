//! `content/element.json` lists parts and kinds of failure; the screens and the loader name them
//! where they use them. Everything else about the element is generated from the file.

use serde_json::Value;
use std::collections::BTreeSet;

use crate::{files, read};

fn facts() -> Value {
    serde_json::from_str(&read("content/element.json")).unwrap()
}

/// What follows each `before`, up to the next quotation mark.
fn all_after(texts: &[String], before: &str) -> BTreeSet<String> {
    let found = texts.iter().flat_map(|text| text.split(before).skip(1));
    found
        .map(|rest| rest.split('"').next().unwrap_or_default().to_owned())
        .collect()
}

fn texts(folder: &str, ending: &str) -> Vec<String> {
    let files = files(&[folder], &[ending]).into_iter();
    files.map(|(_, text)| text).collect()
}

#[test]
fn parts_are_those_of_the_screens() {
    let source = texts("src", ".rs");
    let [in_markup, named] =
        ["part=\"", "PART: &str = \""].map(|before| all_after(&source, before));
    let drawn = in_markup
        .union(&named)
        .flat_map(|parts| parts.split_whitespace());
    let listed = facts()["parts"].as_object().unwrap().clone();
    assert_eq!(
        listed.keys().map(String::as_str).collect::<BTreeSet<_>>(),
        drawn.collect()
    );
}

#[test]
fn kinds_of_failure_are_those_of_the_loader() {
    let facts = facts();
    let listed = facts["failures"].as_array().unwrap().iter();
    let listed: BTreeSet<String> = listed
        .map(|kind| kind.as_str().unwrap().to_owned())
        .collect();
    let loader = texts("loader", ".js");
    let thrown = all_after(&loader, "new Failure(\"");
    assert!(thrown.is_subset(&listed), "{thrown:?}");
    // One of two kinds is thrown where an error is of no known kind.
    let quoted = |kind: &str| {
        let quoted = format!("\"{kind}\"");
        loader.iter().any(|text| text.contains(&quoted))
    };
    let unused: Vec<_> = listed.iter().filter(|kind| !quoted(kind)).collect();
    assert_eq!(unused, Vec::<&String>::new());
}
