//! A questionnaire in several languages: one file with the words of each.

use super::fields::{MAX_LABEL, MAX_STEM, MAX_TEXT, language, optional_text, options, wording};
use super::model::{Instrument, Pulse, ScaleTexts, Squares, Wording};
use super::own::{pulse, squares};
use super::references::WrittenIds;
use json::{Cursor, FaultKind, Faults};

/// What the rest of a file fixes for its translations, faults or not.
pub(super) struct Fixed<'a> {
    /// The language of the file, if it has a valid one.
    pub(super) language: Option<String>,
    /// The version of the file, for translations that state none of their own.
    pub(super) version: Option<String>,
    /// How many options there are, if they are without fault.
    pub(super) options: Option<usize>,
    /// Whether "does not apply" is offered.
    pub(super) has_not_applicable: bool,
    /// Whether there is a pulse: its statements are then translated, too.
    pub(super) has_pulse: bool,
    pub(super) scales: &'a WrittenIds,
    pub(super) facets: &'a WrittenIds,
    pub(super) items: &'a WrittenIds,
}

/// The words of one translation, each with the index of what it names. A word at fault is `None`.
pub(super) struct Translation {
    pub(super) language: String,
    wording: Option<Wording>,
    title: Option<String>,
    not_applicable: Option<String>,
    options: Option<Vec<String>>,
    items: Vec<(usize, Option<String>)>,
    scales: Vec<(usize, Option<String>, ScaleTexts)>,
    facets: Vec<(usize, Option<String>, Option<String>)>,
    squares: Squares,
    pulse: Option<Pulse>,
}

/// Reads and judges the list of translations.
pub(super) fn translations(
    at: &Cursor<'_>,
    fixed: &Fixed<'_>,
    faults: &mut Faults,
) -> Vec<Translation> {
    let mut read: Vec<Translation> = Vec::new();
    if at.is_missing() {
        return read;
    }
    for element in at.elements(faults) {
        element.object(faults);
        let tag_at = element.field("language");
        let tag = language(&tag_at, faults);
        if let Some(tag) = &tag {
            let earlier = read.iter().map(|other| &other.language);
            if earlier.chain(&fixed.language).any(|other| same(other, tag)) {
                tag_at.fault(FaultKind::Twice, faults);
            }
        }
        read.push(translation(
            &element,
            tag.unwrap_or_default(),
            fixed,
            faults,
        ));
    }
    read
}

fn translation(
    at: &Cursor<'_>,
    language: String,
    fixed: &Fixed<'_>,
    faults: &mut Faults,
) -> Translation {
    let wording = wording(&at.field("wording"), fixed.version.as_ref(), faults);
    let title = at.field("title").words(MAX_LABEL, faults);
    let not_applicable_at = at.field("not_applicable");
    let not_applicable = if fixed.has_not_applicable {
        not_applicable_at.words(MAX_LABEL, faults)
    } else {
        None
    };
    let options_at = at.field("options");
    let options = options(&options_at, faults);
    if let (Some(labels), Some(count)) = (&options, fixed.options)
        && labels.len() != count
    {
        options_at.fault(FaultKind::EntryCount(count), faults);
    }
    let items_at = at.field("items");
    let items = fixed.items.in_order().map(|(id, index)| {
        let stem = items_at.field(id).words(MAX_STEM, faults);
        (index, stem)
    });
    let items = items.collect();
    observers(&at.field("observers"), fixed.items, faults);
    Translation {
        language,
        wording,
        title,
        not_applicable,
        options,
        items,
        scales: scales(&at.field("scales"), fixed.scales, faults),
        facets: facets(&at.field("facets"), fixed.facets, faults),
        squares: squares(&at.field("squares"), fixed.scales, fixed.facets, faults),
        pulse: fixed
            .has_pulse
            .then(|| pulse(&at.field("pulse"), faults))
            .flatten(),
    }
}

/// Judges the statements for an observer, an object by the ids of items. Nothing shows them yet; a file stays
/// good once something does.
fn observers(at: &Cursor<'_>, items: &WrittenIds, faults: &mut Faults) {
    if at.is_missing() {
        return;
    }
    for (id, at) in at.entries(faults) {
        if !items.may_have(id) {
            at.fault(FaultKind::NoSuchId(id.to_owned()), faults);
        }
        at.words(MAX_STEM, faults);
    }
}

fn scales(
    at: &Cursor<'_>,
    ids: &WrittenIds,
    faults: &mut Faults,
) -> Vec<(usize, Option<String>, ScaleTexts)> {
    at.object(faults);
    let read = ids.in_order().map(|(id, index)| {
        let at = at.field(id);
        at.object(faults);
        let label = at.field("label").words(MAX_LABEL, faults);
        (index, label, ScaleTexts::read(&at, faults))
    });
    read.collect()
}

fn facets(
    at: &Cursor<'_>,
    ids: &WrittenIds,
    faults: &mut Faults,
) -> Vec<(usize, Option<String>, Option<String>)> {
    let read = ids.in_order().map(|(id, index)| {
        let at = at.field(id);
        at.object(faults);
        let label = at.field("label").words(MAX_LABEL, faults);
        (
            index,
            label,
            optional_text(&at.field("about"), MAX_TEXT, faults),
        )
    });
    read.collect()
}

/// `instrument` in the first of the `wanted` languages that it has, BCP 47 tags separated by spaces: as it is, or
/// with the words of a translation.
pub(super) fn in_language(
    instrument: Instrument,
    mut translations: Vec<Translation>,
    wanted: &str,
) -> Instrument {
    let languages = translations.iter().map(|other| other.language.as_str());
    let languages: Vec<&str> = [instrument.language.as_str()]
        .into_iter()
        .chain(languages)
        .collect();
    match choose(&languages, wanted).checked_sub(1) {
        Some(chosen) => reworded(instrument, translations.swap_remove(chosen)),
        None => instrument,
    }
}

/// The index of the language to show, of at least one: that of the first wanted tag that is there, by
/// RFC 4647, section 3.4, or else has the same primary subtag; 0 if none is.
fn choose(languages: &[&str], wanted: &str) -> usize {
    let position = |range: &str, of: fn(&str) -> &str| {
        let mut languages = languages.iter();
        languages.position(|one| same(of(one), range))
    };
    let found = wanted.split_whitespace().find_map(|wanted| {
        let mut range = wanted;
        loop {
            if let Some(index) = position(range, |whole| whole) {
                return Some(index);
            }
            match range.rsplit_once('-') {
                Some((shorter, _)) => range = shorter,
                None => return position(range, primary),
            }
        }
    });
    found.unwrap_or_default()
}

fn same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

fn primary(tag: &str) -> &str {
    tag.split_once('-').map_or(tag, |(primary, _)| primary)
}

/// `instrument` with the words of a translation that has no faults.
fn reworded(mut instrument: Instrument, translation: Translation) -> Instrument {
    instrument.language = translation.language;
    replace(&mut instrument.wording, translation.wording);
    replace(&mut instrument.title, translation.title);
    replace(&mut instrument.options, translation.options);
    instrument.not_applicable = translation.not_applicable;
    for (index, stem) in translation.items {
        if let Some(item) = instrument.items.get_mut(index) {
            replace(&mut item.stem, stem);
        }
    }
    for (index, label, texts) in translation.scales {
        if let Some(scale) = instrument.scales.get_mut(index) {
            replace(&mut scale.label, label);
            scale.texts = texts;
        }
    }
    for (index, label, about) in translation.facets {
        if let Some(facet) = instrument.facets.get_mut(index) {
            replace(&mut facet.label, label);
            facet.about = about;
        }
    }
    instrument.squares = translation.squares;
    instrument.pulse = translation.pulse;
    instrument
}

fn replace<T>(word: &mut T, by: Option<T>) {
    if let Some(by) = by {
        *word = by;
    }
}
