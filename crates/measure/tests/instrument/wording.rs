//! Holds the stems of the shipped questionnaire to rules that apply in any language: one short
//! sentence with one idea each, no response option in it, and no two alike.

use testing::prose::{listed, word_distance, words};
use testing::shipped;

/// Words that negate, per language: a reader would have to undo them, and a reverse item names the
/// opposite behaviour instead (Weijters and Baumgartner 2012).
const NEGATIONS: &[(&str, &str)] = &[(
    "en",
    "not no never none nor neither nothing nobody nowhere without cannot don't doesn't didn't isn't \
     hardly barely scarcely rarely lack* fail* refus* avoid* unable unwilling* instead",
)];

/// The first rule that a stem breaks.
fn broken(stem: &str, language: &str, options: &[String]) -> Option<String> {
    let matches = |known: &&(&str, &str)| language.starts_with(known.0);
    let negations = NEGATIONS.iter().find(matches).map_or("", |(_, list)| list);
    let options: Vec<String> = options.iter().flat_map(|option| words(option)).collect();
    let count = words(stem).len();
    let tidy = stem.split_whitespace().collect::<Vec<_>>().join(" ") == stem
        && stem.chars().next().is_some_and(char::is_uppercase);
    if stem.matches(['.', '!', '?', '…']).count() != 1 || !stem.ends_with('.') {
        Some("is not one sentence".into())
    } else if !tidy {
        Some("has stray spaces or a small first letter".into())
    } else if count > 20 {
        Some(format!("has {count} words"))
    } else if stem.matches(',').count() > 1
        || stem.contains(['(', ')', '/', ';', ':', '–', '"', '’'])
    {
        Some("has more than one idea, or a bracket, a quote or a curly apostrophe".into())
    } else if stem.contains(|character: char| character.is_numeric()) {
        Some("has digits".into())
    } else if let Some(found) = listed(stem, &options.join(" ")) {
        Some(format!("answers itself: {found}"))
    } else {
        listed(stem, negations).map(|found| format!("negates: {found}"))
    }
}

#[test]
fn every_stem_keeps_the_rules() {
    let instrument = shipped();
    for item in &instrument.items {
        let fault = broken(&item.stem, &instrument.language, &instrument.options);
        assert_eq!(fault, None, "{}: {}", item.id, item.stem);
    }
}

#[test]
fn each_rule_catches_its_fault() {
    let options = shipped().options;
    let long = "I ".repeat(21);
    for (stem, language, fault) in [
        ("I ask. I listen.", "en", Some("is not one sentence")),
        ("I ask", "en", Some("is not one sentence")),
        ("I  ask.", "en", Some("has stray spaces")),
        ("i ask.", "en", Some("has stray spaces")),
        (&format!("{}.", long.trim_end()), "en", Some("has 21 words")),
        (
            "I ask, I listen, I answer.",
            "en",
            Some("has more than one idea"),
        ),
        ("I ask (and listen).", "en", Some("has more than one idea")),
        ("I ask 2 peers.", "en", Some("has digits")),
        ("I often ask.", "en", Some("answers itself: often")),
        ("I do not ask.", "en-GB", Some("negates: not")),
        ("I avoided a talk.", "en", Some("negates: avoided")),
        ("Mi nombre no es no.", "es", None),
        ("When I can, I ask.", "en", None),
    ] {
        let found = broken(stem, language, &options);
        match fault {
            Some(fault) => assert!(
                found.is_some_and(|found| found.starts_with(fault)),
                "{stem}"
            ),
            None => assert_eq!(found, None, "{stem}"),
        }
    }
}

#[test]
fn no_stem_is_another_with_a_few_words_changed() {
    let items = shipped().items;
    for (index, item) in items.iter().enumerate() {
        for other in &items[index + 1..] {
            let (a, b) = (words(&item.stem), words(&other.stem));
            assert!(
                word_distance(&a, &b) * 2 > a.len().max(b.len()),
                "{} and {}",
                item.id,
                other.id
            );
        }
    }
}

#[test]
fn labels_are_distinct() {
    let instrument = shipped();
    let mut labels: Vec<&str> = instrument.options.iter().map(String::as_str).collect();
    labels.push(&instrument.not_applicable);
    labels.extend(instrument.scales.iter().map(|scale| scale.label.as_str()));
    labels.extend(instrument.facets.iter().map(|facet| facet.label.as_str()));
    let count = labels.len();
    labels.sort_unstable();
    labels.dedup();
    assert_eq!(labels.len(), count, "{labels:?}");
}
