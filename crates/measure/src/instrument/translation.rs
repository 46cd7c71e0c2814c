//! A questionnaire in several languages: one file with the words of each.

use super::fields::{MAX_LABEL, MAX_STEM, MAX_TEXT, language, optional_text, options, wording};
use super::model::{Instrument, ScaleTexts};
use super::own::{pulse, squares};
use super::references::Ids;
use json::{Cursor, FaultKind, Faults};

/// The instrument in one of its languages: as it is, or with the words of a translation in the list `at`.
/// `read` reads it once more.
pub(super) fn translated(
    at: &Cursor<'_>,
    instrument: Instrument,
    ids: &Ids,
    read: impl Fn() -> Instrument,
    wanted: &str,
    faults: &mut Faults,
) -> Option<Instrument> {
    let mut languages = vec![instrument];
    if at.is_missing() {
        return languages.pop();
    }
    for element in at.elements(faults) {
        element.object(faults);
        let tag_at = element.field("language");
        if let Some(tag) = language(&tag_at, faults) {
            if languages.iter().any(|other| same(&other.language, &tag)) {
                tag_at.fault(FaultKind::Twice, faults);
            }
            languages.push(reworded(&element, read(), ids, tag, faults));
        }
    }
    let chosen = choose(&languages, wanted);
    languages.into_iter().nth(chosen)
}

/// The index of the language to show, of at least one: that of the first wanted tag that is there, by
/// RFC 4647, section 3.4, or else has the same primary subtag; 0 if none is.
fn choose(languages: &[Instrument], wanted: &str) -> usize {
    let position = |range: &str, of: fn(&str) -> &str| {
        let mut languages = languages.iter();
        languages.position(|one| same(of(&one.language), range))
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

/// `instrument` with the words of one translation. Where one is at fault, the words stay; the file is
/// refused then.
fn reworded(
    at: &Cursor<'_>,
    mut instrument: Instrument,
    ids: &Ids,
    language: String,
    faults: &mut Faults,
) -> Instrument {
    instrument.language = language;
    let version = instrument.version.clone();
    replace(
        &mut instrument.wording,
        wording(&at.field("wording"), Some(&version), faults),
    );
    replace(
        &mut instrument.title,
        at.field("title").words(MAX_LABEL, faults),
    );
    if let Some(label) = &mut instrument.not_applicable {
        replace(label, at.field("not_applicable").words(MAX_LABEL, faults));
    }
    let options_at = at.field("options");
    let labels = options(&options_at, faults);
    if labels
        .as_ref()
        .is_some_and(|labels| labels.len() != instrument.options.len())
        && !instrument.options.is_empty()
    {
        options_at.fault(FaultKind::EntryCount(instrument.options.len()), faults);
    }
    replace(&mut instrument.options, labels);
    let items = at.field("items");
    items.object(faults);
    for item in &mut instrument.items {
        replace(
            &mut item.stem,
            items.field(item.id.as_str()).words(MAX_STEM, faults),
        );
    }
    scales(&at.field("scales"), &mut instrument, faults);
    facets(&at.field("facets"), &mut instrument, faults);
    let squares_at = at.field("squares");
    instrument.squares = squares(&squares_at, &instrument, ids, faults);
    if instrument.pulse.is_some() {
        instrument.pulse = pulse(&at.field("pulse"), faults);
    }
    observers(&at.field("observers"), ids, faults);
    instrument
}

/// Judges the statements for an observer, an object by the ids of items. Nothing shows them yet; a file stays
/// good once something does.
fn observers(at: &Cursor<'_>, ids: &Ids, faults: &mut Faults) {
    if at.is_missing() {
        return;
    }
    for (id, at) in at.entries(faults) {
        if !ids.items.may_have(id) {
            at.fault(FaultKind::NoSuchId(id.to_owned()), faults);
        }
        at.words(MAX_STEM, faults);
    }
}

fn replace<T>(word: &mut T, by: Option<T>) {
    if let Some(by) = by {
        *word = by;
    }
}

fn scales(at: &Cursor<'_>, instrument: &mut Instrument, faults: &mut Faults) {
    at.object(faults);
    for scale in &mut instrument.scales {
        let at = at.field(scale.id.as_str());
        at.object(faults);
        replace(&mut scale.label, at.field("label").words(MAX_LABEL, faults));
        scale.texts = ScaleTexts::read(&at, faults);
    }
}

fn facets(at: &Cursor<'_>, instrument: &mut Instrument, faults: &mut Faults) {
    if !instrument.facets.is_empty() {
        at.object(faults);
    }
    for facet in &mut instrument.facets {
        let at = at.field(facet.id.as_str());
        at.object(faults);
        replace(&mut facet.label, at.field("label").words(MAX_LABEL, faults));
        facet.about = optional_text(&at.field("about"), MAX_TEXT, faults);
    }
}
