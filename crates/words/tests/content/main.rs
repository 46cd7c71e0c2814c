//! Checks every text that a visitor can read: the English ones here, their translations in `translations`.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::pedantic,
    clippy::unwrap_used,
    reason = "test code"
)]

mod bands;
mod data;
mod english;
mod moves;
mod prose;
mod rounds;
mod statements;
mod stems;
mod texts;
mod translations;
mod used;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use app::practice::text::Field;
use catalogue::Catalogue;
use prose::{reading_grade, runs, sentences, words};
use texts::{CONTENT, Language, Text};

fn english() -> Language {
    Language::read("en")
}

/// Fails with one text of each name that breaks a rule.
fn hold<'a>(texts: impl IntoIterator<Item = &'a Text>, broken: impl Fn(&str) -> Option<String>) {
    let mut texts = texts.into_iter().peekable();
    assert!(texts.peek().is_some(), "there are no such texts");
    let faults: BTreeMap<&str, String> = texts
        .filter_map(|Text { name, text, .. }| {
            let why = broken(text)?;
            Some((name.as_str(), format!("{why}: {text}")))
        })
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

fn too_hard(text: &str, limit: f64) -> Option<String> {
    let grade = reading_grade(&sentences(text));
    (grade > limit).then(|| format!("grade {grade:.1}"))
}

fn too_long(text: &str, limit: usize) -> Option<String> {
    let count = words(text).len();
    (count > limit).then(|| format!("{count} words"))
}

/// What makes a text look unfinished in any language: stray spaces, typewriter quotes, code.
fn untidy_spaces(text: &str) -> Option<String> {
    let wrong = [
        "  ", " .", " ,", "..", "\"", "'", "\\", "{", "}", "\n", "Some(",
    ];
    let found = wrong.into_iter().find(|wrong| text.contains(*wrong));
    let blank = text.is_empty() || text.trim() != text;
    let found = found.or(blank.then_some("space"));
    found.map(|wrong| format!("{wrong:?}"))
}

/// The same in English, which has its own quotation marks.
fn untidy(text: &str) -> Option<String> {
    let unpaired = text.matches('“').count() != text.matches('”').count();
    untidy_spaces(text).or(unpaired.then(|| "“".to_owned()))
}

#[test]
fn every_text_is_whole() {
    for text in ["", " a", "a  b", "it's", "a “b", "{n} items", "Some(1)"] {
        assert!(untidy(text).is_some(), "{text}");
    }
    let language = english();
    assert!(language.texts.len() > 700, "{}", language.texts.len());
    hold(&language.texts, untidy);
}

#[test]
fn no_two_texts_share_ten_words_in_a_row() {
    // Variants of one text may.
    let variants = [
        "_memory",
        "_session",
        "_assumed",
        "_estimated",
        "_in_part",
        "_full",
        "_short",
        "_higher",
        "_lower",
    ];
    for language in [english()] {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        let mut shared = BTreeSet::new();
        for Text { name, text } in &language.texts {
            // One at a time is on screen; a page and a plugin are never on the same one.
            if name.starts_with("audit.notice_") || name.starts_with("pages.") {
                continue;
            }
            let name = variants
                .iter()
                .find_map(|end| name.strip_suffix(end))
                .unwrap_or(name);
            for run in runs(text, 10) {
                let first = *seen.entry(run.clone()).or_insert(name);
                if first != name {
                    shared.insert(format!("{first} and {name}: {run}"));
                }
            }
        }
        assert!(shared.is_empty(), "{shared:#?}");
    }
}

#[test]
fn every_suggestion_fits_its_field() {
    for tag in Catalogue::tags(Path::new(CONTENT)).unwrap() {
        let language = Language::read(&tag);
        for (path, limit) in [
            ("practice.opener", Field::Opener.limit()),
            // With the longest name in it.
            (
                "cadence.half_hour_with",
                Field::Summary.limit() - Field::Name.limit(),
            ),
            (
                "cadence.five_minutes_for",
                Field::Summary.limit() - Field::Name.limit(),
            ),
        ] {
            hold(language.below(path), |text| {
                (text.chars().count() > limit).then(|| format!("longer than {limit}"))
            });
        }
    }
}
