//! Reads an instrument file and reports every fault with its path.

use std::collections::BTreeMap;

use super::errors::{Spread, StandardError, cut_offs, spread, standard_error};
use super::fields::{
    MAX_LABEL, MAX_STEM, MAX_TEXT, language, optional_text, options, read, version, wording,
};
use super::forms::forms;
use super::hash::identity;
use super::id::Id;
use super::index::{FacetIndex, ScaleIndex};
use super::model::{Facet, Instrument, Item, Keying, Scale, ScaleTexts, Squares, sorted_by_id};
use super::own::{pulse, squares};
use super::references::{Ids, reference};
use super::translation::translated;
use crate::band::CutOffs;
use json::{Cursor, FaultKind, Faults, Notation};

/// The most items that an instrument may have.
pub const MAX_ITEMS: usize = 5_000;
/// The most scales and the most facets that an instrument may have, so that their grid fits a page
/// and an export stays within the size limit of files that are read.
pub const MAX_SETS: usize = 200;

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
/// Every fault with its path, in reading order; a syntax error or an exceeded limit is reported alone.
pub fn parse_for(text: &str, wanted: &str) -> Result<Instrument, Faults> {
    let tree = json::parse(text)?;
    let root = Cursor::root(&tree);
    let ids = Ids::from_file(&root);
    let mut faults = Faults::default();
    let read = instrument(&root, &ids, &mut faults);
    let again = || instrument(&root, &ids, &mut Faults::default());
    let translations_at = root.field("translations");
    let translated = translated(&translations_at, read, &ids, again, wanted, &mut faults);
    faults.or_value(translated)
}

/// The instrument of a file in the file's own language. What is at fault is empty or left out in it.
fn instrument(root: &Cursor<'_>, ids: &Ids, faults: &mut Faults) -> Instrument {
    root.object(faults);
    let named = id(&root.field("id"), faults);
    let version = version(&root.field("version"), faults);
    let language = language(&root.field("language"), faults);
    let wording = wording(&root.field("wording"), version.as_ref(), faults);
    let title = root.field("title").words(MAX_LABEL, faults);
    let scales = scales(&root.field("scales"), faults);
    let facets = facets(&root.field("facets"), faults);
    let facet_sem_at = root.field("facet_sem");
    let facet_sem = standard_error(&facet_sem_at, StandardError::FACET_SEM, faults);
    let spread = spread(&root.field("spread"), faults);
    let cut_offs = cut_offs(&root.field("bands"), faults);
    let options = options(&root.field("options"), faults);
    let not_applicable = optional_text(&root.field("not_applicable"), MAX_LABEL, faults);
    let items = items(&root.field("items"), ids, faults);
    let pulse_at = root.field("pulse");
    let pulse = if pulse_at.is_missing() {
        None
    } else {
        pulse(&pulse_at, faults)
    };
    let (full, short) = forms(&root.field("forms"), &ids.items, faults);

    let mut instrument = Instrument {
        id: named.unwrap_or_else(Id::default_audit),
        version: version.unwrap_or_default(),
        language: language.unwrap_or_default(),
        wording: wording.unwrap_or_default(),
        title: title.unwrap_or_default(),
        scales,
        facets,
        facet_sem: facet_sem.unwrap_or(StandardError::FACET_SEM),
        spread: spread.unwrap_or(Spread::ASSUMED),
        cut_offs: cut_offs.unwrap_or(CutOffs::THIRDS),
        options: options.unwrap_or_default(),
        not_applicable,
        full,
        short,
        by_id: sorted_by_id(&items),
        squares: Squares::new(),
        pulse,
        items,
        hash: String::new(),
    };
    instrument.squares = squares(&root.field("squares"), &instrument, ids, faults);
    instrument.hash = identity(&instrument);
    instrument
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

fn items(at: &Cursor<'_>, ids: &Ids, faults: &mut Faults) -> Vec<Item> {
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
        let scale = reference(&element.field("scale"), &ids.scales, faults);
        let facet_at = element.field("facet");
        let facet = if facet_at.is_missing() {
            Some(None)
        } else {
            reference(&facet_at, &ids.facets, faults).map(Some)
        };
        let keying = keying(&element.field("keying"), faults);
        let stem = element.field("stem").words(MAX_STEM, faults);
        // Nothing shows it yet. It is judged, so that a file stays good once something does.
        optional_text(&element.field("observer"), MAX_STEM, faults);
        if let (Some(id), Some(scale), Some(facet), Some(keying), Some(stem)) =
            (id, scale, facet, keying, stem)
        {
            items.push(Item {
                id,
                scale: ScaleIndex::from_usize(scale),
                facet: facet.map(FacetIndex::from_usize),
                keying,
                stem,
            });
        }
    }
    items
}

fn keying(at: &Cursor<'_>, faults: &mut Faults) -> Option<Keying> {
    let otherwise = |found| FaultKind::NotOneOf(found, Keying::NAMES);
    read(at, Keying::from_text, otherwise, faults)
}
