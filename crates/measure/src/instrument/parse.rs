//! Reads an instrument file and reports every fault with its path.

use std::collections::BTreeMap;

use super::errors::{cut_offs, spread, standard_error};
use super::forms::forms;
use super::own::{ScaleTexts, Squares, squares};
use super::translation::translated;
use super::{
    Facet, Id, Instrument, Item, Keying, Scale, StandardError, Wording, WordingState, hash,
    sorted_by_id,
};
use crate::response::MAX_OPTIONS;
use json::visible::excerpt;
use json::{Cursor, FaultKind, Faults, Json, Notation};

/// The fewest options that an instrument may offer.
const MIN_OPTIONS: usize = 2;

/// The most items that an instrument may have.
pub const MAX_ITEMS: usize = 5_000;
/// The most scales and the most facets that an instrument may have, so that their grid fits a page
/// and an export stays within the size limit of files that are read.
pub const MAX_SETS: usize = 200;
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

/// Reads the instrument in `text`, JSON as described in `docs/instrument.md`, in the language of the
/// file itself.
///
/// # Errors
/// As [`parse_for`].
pub fn parse(text: &str) -> Result<Instrument, Faults> {
    parse_for(text, "")
}

/// Reads the instrument in `text` in one of its languages: the first of `wanted`, BCP 47 tags
/// separated by spaces, that it has, or the language of the file itself.
///
/// # Errors
/// Every fault with its path, in reading order; a syntax error or an exceeded limit is reported alone,
/// and faults of squares and translations once the rest has none.
pub fn parse_for(text: &str, wanted: &str) -> Result<Instrument, Faults> {
    let tree = json::parse(text)?;
    let root = Cursor::root(&tree);
    let mut faults = Faults::default();
    let read = instrument(&root, &mut faults);
    let mut read = faults.or_value(read)?;
    let mut faults = Faults::default();
    let squares_at = root.field("squares");
    read.squares = squares(&squares_at, &read.scales, &read.facets, &mut faults);
    let again = || instrument(&root, &mut Faults::default());
    let translations_at = root.field("translations");
    let translated = translated(&translations_at, read, again, wanted, &mut faults);
    faults.or_value(translated)
}

fn instrument(root: &Cursor<'_>, faults: &mut Faults) -> Option<Instrument> {
    root.object(faults);
    let named = id(&root.field("id"), faults);
    let version = version(&root.field("version"), faults);
    let language = language(&root.field("language"), faults);
    let wording = wording(&root.field("wording"), version.as_ref(), faults);
    let title = root.field("title").words(MAX_LABEL, faults);
    let (scales_at, facets_at) = (root.field("scales"), root.field("facets"));
    let scales = scales(&scales_at, faults);
    let facets = facets(&facets_at, faults);
    let facet_sem_at = root.field("facet_sem");
    let facet_sem = standard_error(&facet_sem_at, StandardError::FACET_SEM, faults);
    let spread = spread(&root.field("spread"), faults);
    let cut_offs = cut_offs(&root.field("bands"), faults);
    let options = options(&root.field("options"), faults);
    let not_applicable = root.field("not_applicable").words(MAX_LABEL, faults);
    let items_at = root.field("items");
    let scale_ids = WrittenIds::from_list(&scales_at);
    let mut facet_ids = WrittenIds::from_list(&facets_at);
    facet_ids.all_known |= facets_at.is_missing();
    let items = items(&items_at, &scale_ids, &facet_ids, faults);
    other_words(root, faults);
    let (full, short) = forms(
        &root.field("forms"),
        &WrittenIds::from_list(&items_at),
        faults,
    );

    let mut instrument = Instrument {
        id: named?,
        version: version?,
        language: language?,
        wording: wording?,
        title: title?,
        scales,
        facets,
        facet_sem: facet_sem?,
        spread: spread?,
        cut_offs: cut_offs?,
        options: options?,
        not_applicable: not_applicable?,
        full,
        short,
        by_id: sorted_by_id(&items),
        squares: Squares::new(),
        items,
        hash: String::new(),
    };
    instrument.hash = hash::identity(&instrument);
    Some(instrument)
}

/// The ids in a list of the file, those of faulty elements included: a reference to one of these is not
/// a second fault.
pub(super) struct WrittenIds {
    /// The position of each in the list; in a file without faults, the index of what was read.
    positions: BTreeMap<String, usize>,
    /// The number of elements of the list.
    pub(super) length: usize,
    /// Whether every element has a valid id of its own. Only then is an unknown reference a fault.
    all_known: bool,
}

impl WrittenIds {
    fn from_list(list: &Cursor<'_>) -> Self {
        let mut unreported = Faults::default();
        let elements = list.elements(&mut unreported);
        let mut positions = BTreeMap::new();
        for (index, element) in elements.iter().enumerate() {
            match element.field("id").value() {
                Some(Json::String(id)) if Id::new(id).is_some() => {
                    positions.insert(id.clone(), index);
                }
                _ => {}
            }
        }
        Self {
            all_known: positions.len() == elements.len() && list.is_list(),
            length: elements.len(),
            positions,
        }
    }
}

/// The elements of a list; none of a list that is too long, which is a fault.
fn at_most<'a>(most: usize, at: &'a Cursor<'_>, faults: &mut Faults) -> Vec<Cursor<'a>> {
    let mut elements = at.elements(faults);
    if elements.len() > most {
        at.fault(FaultKind::TooMany(most), faults);
        elements.clear();
    }
    elements
}

/// A text that may be missing.
pub(super) fn optional_text(at: &Cursor<'_>, most: usize, faults: &mut Faults) -> Option<String> {
    if at.is_missing() {
        return None;
    }
    at.words(most, faults)
}

/// A text that `read` takes; any other is the fault `otherwise`.
fn read<T>(
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

fn id(at: &Cursor<'_>, faults: &mut Faults) -> Option<Id> {
    let otherwise = |found| FaultKind::NotA(Notation::Id, found);
    read(at, Id::new, otherwise, faults)
}

/// An id that no earlier element of the same list has.
fn unique_id<'a>(
    at: &Cursor<'_>,
    mut earlier: impl Iterator<Item = &'a Id>,
    faults: &mut Faults,
) -> Option<Id> {
    let id = id(at, faults)?;
    if earlier.any(|other| *other == id) {
        at.fault(FaultKind::Twice, faults);
        return None;
    }
    Some(id)
}

/// Whether `text` is three numbers, as in `1.0.0`.
#[must_use]
pub fn is_version(text: &str) -> bool {
    let numeric = |part: &str| {
        (1..=VERSION_DIGITS).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    text.split('.').count() == 3 && text.split('.').all(numeric)
}

fn version(at: &Cursor<'_>, faults: &mut Faults) -> Option<String> {
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

fn scales(at: &Cursor<'_>, faults: &mut Faults) -> Vec<Scale> {
    let mut scales: Vec<Scale> = Vec::new();
    let elements = at_most(MAX_SETS, at, faults);
    if at.is_empty_list() {
        at.fault(FaultKind::NeedsOne, faults);
    }
    for element in &elements {
        element.object(faults);
        let id = unique_id(
            &element.field("id"),
            scales.iter().map(|scale| &scale.id),
            faults,
        );
        let label = element.field("label").words(MAX_LABEL, faults);
        let sem = standard_error(&element.field("sem"), StandardError::SEM, faults);
        let retest = standard_error(&element.field("retest"), StandardError::RETEST, faults);
        let texts = ScaleTexts::read(element, faults);
        if let (Some(id), Some(label), Some(sem), Some(retest)) = (id, label, sem, retest) {
            scales.push(Scale {
                id,
                label,
                sem,
                retest,
                texts,
            });
        }
    }
    scales
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

fn facets(at: &Cursor<'_>, faults: &mut Faults) -> Vec<Facet> {
    let mut facets: Vec<Facet> = Vec::new();
    if at.is_missing() {
        return facets;
    }
    for element in at_most(MAX_SETS, at, faults) {
        element.object(faults);
        let id = unique_id(
            &element.field("id"),
            facets.iter().map(|facet| &facet.id),
            faults,
        );
        let label = element.field("label").words(MAX_LABEL, faults);
        let about = optional_text(&element.field("about"), MAX_TEXT, faults);
        if let (Some(id), Some(label)) = (id, label) {
            facets.push(Facet { id, label, about });
        }
    }
    facets
}

/// Words that a file may have and nothing shows yet: the statements as an observer answers them, and
/// the pulse. They are judged, so that a file stays good once they are shown.
fn other_words(root: &Cursor<'_>, faults: &mut Faults) {
    for item in root.field("items").elements(&mut Faults::default()) {
        optional_text(&item.field("observer"), MAX_STEM, faults);
    }
    let pulse = root.field("pulse");
    if !pulse.is_missing() {
        for text in pulse.elements(faults) {
            text.words(MAX_STEM, faults);
        }
    }
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

fn items(
    at: &Cursor<'_>,
    scales: &WrittenIds,
    facets: &WrittenIds,
    faults: &mut Faults,
) -> Vec<Item> {
    let elements = at_most(MAX_ITEMS, at, faults);
    if at.is_empty_list() {
        at.fault(FaultKind::NeedsOne, faults);
    }
    let mut by_id = BTreeMap::new();
    let mut items = Vec::with_capacity(elements.len());
    for element in &elements {
        element.object(faults);
        let id_at = element.field("id");
        let id = id(&id_at, faults);
        let earlier = id
            .as_ref()
            .and_then(|id| by_id.insert(id.to_string(), items.len()));
        if earlier.is_some() {
            id_at.fault(FaultKind::Twice, faults);
        }
        let scale = reference(&element.field("scale"), scales, faults);
        let facet_at = element.field("facet");
        let facet = if facet_at.is_missing() {
            Some(None)
        } else {
            reference(&facet_at, facets, faults).map(Some)
        };
        let keying = keying(&element.field("keying"), faults);
        let stem = element.field("stem").words(MAX_STEM, faults);
        if let (Some(id), Some(scale), Some(facet), Some(keying), Some(stem)) =
            (id, scale, facet, keying, stem)
        {
            items.push(Item {
                id,
                scale,
                facet,
                keying,
                stem,
            });
        }
    }
    items
}

/// The index of the element that `at` refers to by id.
pub(super) fn reference(at: &Cursor<'_>, ids: &WrittenIds, faults: &mut Faults) -> Option<usize> {
    let text = at.text(faults)?;
    let index = ids.positions.get(text).copied();
    if index.is_none() && ids.all_known {
        at.fault(FaultKind::NoSuchId(excerpt(text)), faults);
    }
    index
}

fn keying(at: &Cursor<'_>, faults: &mut Faults) -> Option<Keying> {
    let otherwise = |found| FaultKind::NotOneOf(found, Keying::NAMES);
    read(at, Keying::from_text, otherwise, faults)
}
