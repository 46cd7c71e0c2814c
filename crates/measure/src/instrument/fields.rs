//! Reads the fields that an instrument file and its translations have in common, and limits their texts.

use super::model::{Wording, WordingState};
use crate::response_option::{MAX_OPTIONS, MIN_OPTIONS};
use json::visible::excerpt;
use json::{Cursor, FaultKind, Faults, Notation};

/// The most characters of a statement.
pub const MAX_STEM: usize = 500;
/// The most characters of an instrument's title, and of the labels of what it has.
pub const MAX_LABEL: usize = 120;
/// The most characters of what is said of a scale, a facet or a square.
pub const MAX_TEXT: usize = 1_000;
/// The most digits of each number of a version.
const VERSION_DIGITS: usize = 9;
/// The most characters of a language tag.
const TAG_LENGTH: usize = 64;

/// A text that may be missing.
pub(super) fn optional_text(at: &Cursor<'_>, most: usize, faults: &mut Faults) -> Option<String> {
    if at.is_missing() {
        return None;
    }
    at.words(most, faults)
}

/// A text that `read` takes; any other is the fault `otherwise`.
pub(super) fn read<T>(
    at: &Cursor<'_>,
    read: impl FnOnce(&str) -> Option<T>,
    otherwise: impl FnOnce(String) -> FaultKind,
    faults: &mut Faults,
) -> Option<T> {
    let text = at.text(faults)?;
    let value = read(text);
    if value.is_none() {
        at.fault(otherwise(excerpt(text)), faults);
    }
    value
}

/// Whether `text` is three numbers, as in `1.0.0`.
#[must_use]
pub fn is_version(text: &str) -> bool {
    let numeric = |part: &str| {
        (1..=VERSION_DIGITS).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    text.split('.').count() == 3 && text.split('.').all(numeric)
}

pub(super) fn version(at: &Cursor<'_>, faults: &mut Faults) -> Option<String> {
    let version = |text: &str| is_version(text).then(|| text.to_owned());
    let otherwise = |found| FaultKind::NotA(Notation::Version, found);
    read(at, version, otherwise, faults)
}

/// Whether `text` has the form of a BCP 47 tag.
#[must_use]
pub fn is_language(text: &str) -> bool {
    let subtag = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    text.len() <= TAG_LENGTH && text.split('-').all(subtag)
}

pub(super) fn language(at: &Cursor<'_>, faults: &mut Faults) -> Option<String> {
    let language = |text: &str| is_language(text).then(|| text.to_owned());
    let otherwise = |found| FaultKind::NotA(Notation::Language, found);
    read(at, language, otherwise, faults)
}

pub(super) fn wording(
    at: &Cursor<'_>,
    otherwise: Option<&String>,
    faults: &mut Faults,
) -> Option<Wording> {
    if at.is_missing() {
        return Some(Wording {
            version: otherwise?.clone(),
            state: WordingState::Draft,
        });
    }
    at.object(faults);
    let version = version(&at.field("version"), faults);
    let otherwise = |found| FaultKind::NotOneOf(found, WordingState::NAMES);
    let state = read(
        &at.field("state"),
        WordingState::from_text,
        otherwise,
        faults,
    );
    Some(Wording {
        version: version?,
        state: state?,
    })
}

pub(super) fn options(at: &Cursor<'_>, faults: &mut Faults) -> Option<Vec<String>> {
    let elements = at.elements(faults);
    let labels: Vec<String> = elements
        .iter()
        .filter_map(|element| element.words(MAX_LABEL, faults))
        .collect();
    if (MIN_OPTIONS..=MAX_OPTIONS).contains(&elements.len()) {
        return (labels.len() == elements.len()).then_some(labels);
    }
    if at.is_list() {
        at.fault(FaultKind::OptionCount(elements.len()), faults);
    }
    None
}
