//! Reads an instrument file and reports every fault with its path.

use std::collections::BTreeMap;

use super::{Facet, FormName, Id, Instrument, Item, Keying, Scale, Sem, SemOrigin, flags};
use json::{Cursor, Faults, Json};

/// The most items that an instrument may have.
pub const MAX_ITEMS: usize = 5_000;
/// The most scales, and the most facets: a map of them, and a result of everything, must stay of a
/// size that a page can hold and read back.
pub const MAX_SETS: usize = 200;

/// Reads the instrument in `text`, JSON as described in `docs/instrument.md`.
///
/// # Errors
/// Every fault with its path, in reading order; a syntax error or an exceeded limit comes alone.
pub fn parse(text: &str) -> Result<Instrument, Faults> {
    let tree = json::parse(text)?;
    let mut faults = Faults::default();
    let instrument = instrument(&Cursor::root(&tree), &mut faults);
    faults.or_value(instrument)
}

fn instrument(root: &Cursor<'_>, faults: &mut Faults) -> Option<Instrument> {
    root.object(faults);
    let named = id(&root.field("id"), faults);
    let version = version(&root.field("version"), faults);
    let language = language(&root.field("language"), faults);
    let title = owned_text(&root.field("title"), faults);
    let (scales_place, facets_place) = (root.field("scales"), root.field("facets"));
    let scales = scales(&scales_place, faults);
    let facets = facets(&facets_place, faults);
    let options = options(&root.field("options"), faults);
    let not_applicable = owned_text(&root.field("not_applicable"), faults);
    let items_place = root.field("items");
    let scale_ids = WrittenIds::of(&scales_place);
    let mut facet_ids = WrittenIds::of(&facets_place);
    facet_ids.all_known |= facets_place.is_missing();
    let items = items(&items_place, &scale_ids, &facet_ids, faults);
    let (full, short) = forms(&root.field("forms"), &WrittenIds::of(&items_place), faults);

    let mut by_id = BTreeMap::new();
    for (index, item) in items.iter().enumerate() {
        by_id.insert(item.id.to_string(), index);
    }
    Some(Instrument {
        id: named?,
        version: version?,
        language: language?,
        title: title?,
        scales,
        facets,
        options: options?,
        not_applicable: not_applicable?,
        items,
        full,
        short,
        by_id,
    })
}

/// The ids of a list as they are written: what references are looked up in.
struct WrittenIds {
    /// Where each stands; where nothing is wrong, the index of what was read.
    places: BTreeMap<String, usize>,
    /// How many elements the list has.
    length: usize,
    /// Whether every element has an id of its own. Only then is an unknown reference a fault: a
    /// broken element is reported once, not again by everything that refers to it.
    all_known: bool,
}

impl WrittenIds {
    fn of(place: &Cursor<'_>) -> Self {
        let mut unreported = Faults::default();
        let elements = place.elements(&mut unreported);
        let mut places = BTreeMap::new();
        for (index, element) in elements.iter().enumerate() {
            match element.field("id").value() {
                Some(Json::String(id)) if Id::new(id).is_some() => {
                    places.insert(id.clone(), index);
                }
                _ => {}
            }
        }
        Self {
            all_known: places.len() == elements.len() && place.is_list(),
            length: elements.len(),
            places,
        }
    }
}

/// The elements of a list, or none of one that is too long, which is told.
fn at_most<'a>(
    most: usize,
    what: &str,
    place: &'a Cursor<'_>,
    faults: &mut Faults,
) -> Vec<Cursor<'a>> {
    let mut elements = place.elements(faults);
    if elements.len() > most {
        let count = elements.len();
        place.fault(format!("has {count} {what}; at most {most}"), faults);
        elements.clear();
    }
    elements
}

fn owned_text(place: &Cursor<'_>, faults: &mut Faults) -> Option<String> {
    place.text(faults).map(str::to_owned)
}

fn id(place: &Cursor<'_>, faults: &mut Faults) -> Option<Id> {
    let text = place.text(faults)?;
    let id = Id::new(text);
    if id.is_none() {
        place.fault(
            format!("\"{text}\" is not an id: 1 to 64 of A–Z, a–z, 0–9, \".\", \"_\" and \"-\""),
            faults,
        );
    }
    id
}

/// An id that no earlier element of the same list has.
fn unique_id<'a>(
    place: &Cursor<'_>,
    mut earlier: impl Iterator<Item = &'a Id>,
    faults: &mut Faults,
) -> Option<Id> {
    let id = id(place, faults)?;
    if earlier.any(|other| *other == id) {
        place.fault(format!("\"{id}\" stands twice"), faults);
        return None;
    }
    Some(id)
}

/// Whether `text` is three numbers, as in `1.0.0`.
#[must_use]
pub fn is_version(text: &str) -> bool {
    let numeric = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split('.').count() == 3 && text.split('.').all(numeric)
}

fn version(place: &Cursor<'_>, faults: &mut Faults) -> Option<String> {
    let text = place.text(faults)?;
    if is_version(text) {
        return Some(text.to_owned());
    }
    place.fault(
        format!("\"{text}\" is not a version like \"1.0.0\""),
        faults,
    );
    None
}

/// Whether `text` has the form of a BCP 47 tag.
#[must_use]
pub fn is_language(text: &str) -> bool {
    let subtag = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    text.split('-').all(subtag)
}

fn language(place: &Cursor<'_>, faults: &mut Faults) -> Option<String> {
    let text = place.text(faults)?;
    if is_language(text) {
        return Some(text.to_owned());
    }
    place.fault(
        format!("\"{text}\" is not a language tag like \"en\" or \"pt-BR\""),
        faults,
    );
    None
}

fn scales(place: &Cursor<'_>, faults: &mut Faults) -> Vec<Scale> {
    let mut scales: Vec<Scale> = Vec::new();
    let elements = at_most(MAX_SETS, "scales", place, faults);
    if place.is_empty_list() {
        place.fault("needs at least one scale", faults);
    }
    for element in &elements {
        element.object(faults);
        let id = unique_id(
            &element.field("id"),
            scales.iter().map(|scale| &scale.id),
            faults,
        );
        let label = owned_text(&element.field("label"), faults);
        let sem = sem(&element.field("sem"), faults);
        if let (Some(id), Some(label), Some(sem)) = (id, label, sem) {
            scales.push(Scale { id, label, sem });
        }
    }
    scales
}

fn sem(place: &Cursor<'_>, faults: &mut Faults) -> Option<Sem> {
    place.object(faults);
    let value_place = place.field("value");
    let value = value_place.number(faults);
    if value.is_some_and(|value| value <= 0.0 || value > 100.0) {
        value_place.fault("must be above 0 and at most 100", faults);
    }
    let items_place = place.field("items");
    let items = items_place.whole(faults);
    if items == Some(0) {
        items_place.fault("must be at least 1", faults);
    }
    let origin_place = place.field("origin");
    let origin = match origin_place.text(faults)? {
        "assumed" => Some(SemOrigin::Assumed),
        "estimated" => {
            let n = place.field("n").whole(faults);
            let alpha_place = place.field("alpha");
            let alpha = alpha_place.number(faults);
            if alpha.is_some_and(|alpha| !(0.0..=1.0).contains(&alpha)) {
                alpha_place.fault("must lie between 0 and 1", faults);
            }
            n.zip(alpha)
                .map(|(n, alpha)| SemOrigin::Estimated { n, alpha })
        }
        other => {
            origin_place.fault(
                format!("\"{other}\" is neither \"assumed\" nor \"estimated\""),
                faults,
            );
            None
        }
    };
    Some(Sem {
        value: value?,
        items: items?,
        origin: origin?,
    })
}

fn facets(place: &Cursor<'_>, faults: &mut Faults) -> Vec<Facet> {
    let mut facets: Vec<Facet> = Vec::new();
    if place.is_missing() {
        return facets;
    }
    for element in at_most(MAX_SETS, "facets", place, faults) {
        element.object(faults);
        let id = unique_id(
            &element.field("id"),
            facets.iter().map(|facet| &facet.id),
            faults,
        );
        let label = owned_text(&element.field("label"), faults);
        if let (Some(id), Some(label)) = (id, label) {
            facets.push(Facet { id, label });
        }
    }
    facets
}

fn options(place: &Cursor<'_>, faults: &mut Faults) -> Option<[String; 5]> {
    let elements = place.elements(faults);
    if elements.len() != 5 && place.is_list() {
        place.fault(
            format!(
                "needs five labels, for responses 1 to 5; found {}",
                elements.len()
            ),
            faults,
        );
    }
    let labels: Vec<String> = elements
        .iter()
        .filter_map(|element| owned_text(element, faults))
        .collect();
    labels.try_into().ok()
}

fn items(
    place: &Cursor<'_>,
    scales: &WrittenIds,
    facets: &WrittenIds,
    faults: &mut Faults,
) -> Vec<Item> {
    let elements = at_most(MAX_ITEMS, "items", place, faults);
    if place.is_empty_list() {
        place.fault("needs at least one item", faults);
    }
    let mut seen = BTreeMap::new();
    let mut items = Vec::with_capacity(elements.len());
    for element in &elements {
        element.object(faults);
        let id_place = element.field("id");
        let id = id(&id_place, faults);
        let earlier = id
            .as_ref()
            .map(|id| seen.insert(id.to_string(), items.len()));
        if earlier.flatten().is_some() {
            id_place.fault("stands twice", faults);
        }
        let scale = reference(&element.field("scale"), scales, "scale", faults);
        let facet_place = element.field("facet");
        let facet = if facet_place.is_missing() {
            Some(None)
        } else {
            reference(&facet_place, facets, "facet", faults).map(Some)
        };
        let keying = keying(&element.field("keying"), faults);
        let stem = owned_text(&element.field("stem"), faults);
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

/// The index of the id that `place` names.
fn reference(
    place: &Cursor<'_>,
    ids: &WrittenIds,
    what: &str,
    faults: &mut Faults,
) -> Option<usize> {
    let text = place.text(faults)?;
    let index = ids.places.get(text).copied();
    if index.is_none() && ids.all_known {
        place.fault(format!("there is no {what} \"{text}\""), faults);
    }
    index
}

fn keying(place: &Cursor<'_>, faults: &mut Faults) -> Option<Keying> {
    match place.text(faults)? {
        "forward" => Some(Keying::Forward),
        "reverse" => Some(Keying::Reverse),
        other => {
            place.fault(
                format!("\"{other}\" is neither \"forward\" nor \"reverse\""),
                faults,
            );
            None
        }
    }
}

type Form = Vec<usize>;

fn forms(place: &Cursor<'_>, items: &WrittenIds, faults: &mut Faults) -> (Form, Option<Form>) {
    for (name, entry) in place.entries(faults) {
        if FormName::from_text(name).is_none() {
            entry.fault("is neither \"full\" nor \"short\"", faults);
        }
    }
    let full_place = place.field("full");
    let full = form(&full_place, items, None, faults);
    let short_place = place.field("short");
    let whole = full_place.is_list().then_some(&full);
    let short = (!short_place.is_missing()).then(|| form(&short_place, items, whole, faults));
    (full, short)
}

/// The items that a form lists; each must exist, stand once and be part of `whole`, if given.
fn form(place: &Cursor<'_>, items: &WrittenIds, whole: Option<&Form>, faults: &mut Faults) -> Form {
    let elements = place.elements(faults);
    if place.is_empty_list() {
        place.fault("needs at least one item", faults);
    }
    // By place in the list of items: whether the form, and the whole form, lists it.
    let mut listed = vec![false; items.length];
    let in_whole = whole.map(|whole| flags(whole, items.length));
    let mut form = Vec::with_capacity(elements.len());
    for element in elements {
        let Some(index) = reference(&element, items, "item", faults) else {
            continue;
        };
        let seen = listed.get_mut(index);
        if seen.is_some_and(|seen| std::mem::replace(seen, true)) {
            element.fault("stands twice", faults);
        }
        if in_whole
            .as_ref()
            .is_some_and(|whole| whole.get(index) != Some(&true))
        {
            element.fault("is not part of the full form", faults);
        }
        form.push(index);
    }
    form
}
