//! Holds the words of the shipped questionnaire to their rules: one plain sentence each, in the
//! first person, short, easy, without negation or absolutes, and no two alike.

use std::collections::BTreeSet;

use testing::prose::{
    ABSOLUTES, AMERICAN, JARGON, jaccard, listed, reading_grade, syllables, word_distance, words,
};
use testing::shipped;

fn stems() -> Vec<(String, String)> {
    let items = shipped().items.into_iter();
    items.map(|item| (item.id.to_string(), item.stem)).collect()
}

/// Fails with every stem that breaks a rule, not only the first.
fn hold(rule: &str, broken: impl Fn(&str) -> Option<String>) {
    let faults: Vec<String> = stems()
        .iter()
        .filter_map(|(id, stem)| broken(stem).map(|why| format!("{id}: {why}: {stem}")))
        .collect();
    assert!(faults.is_empty(), "{rule}\n{}", faults.join("\n"));
}

#[test]
fn every_stem_is_one_tidy_sentence() {
    hold("one sentence, one full stop, single spaces", |stem| {
        let tidy = stem.ends_with('.')
            && stem.matches(['.', '!', '?']).count() == 1
            && stem.trim() == stem
            && !stem.contains("  ")
            && stem.starts_with(|first: char| first.is_ascii_uppercase())
            && !stem.contains(['(', ')', '/', ';', ':', '"', '’']);
        (!tidy).then(|| "untidy".to_owned())
    });
}

#[test]
fn every_stem_has_at_most_twenty_words() {
    hold("at most 20 words", |stem| {
        let count = words(stem).len();
        (count > 20).then(|| format!("{count} words"))
    });
}

#[test]
fn every_stem_speaks_in_the_first_person() {
    hold("in the first person", |stem| {
        let first = "i me my mine our we us";
        listed(stem, first)
            .is_none()
            .then(|| "nobody speaks".into())
    });
}

/// Negation that the answerer would have to undo; a reverse item names the opposite behaviour
/// instead (Weijters and Baumgartner 2012).
const NEGATIONS: &str = "not no never none nor neither nothing nobody nowhere without cannot \
    hardly barely scarcely rarely seldom lack* fail* refus* avoid* unable unwilling* instead";

#[test]
fn no_stem_negates() {
    hold("no negation", |stem| {
        let contracted = words(stem).into_iter().find(|word| word.ends_with("n't"));
        listed(stem, NEGATIONS).or(contracted)
    });
}

#[test]
fn no_stem_deals_in_absolutes() {
    hold("no absolutes", |stem| listed(stem, ABSOLUTES));
}

#[test]
fn no_stem_names_how_often() {
    // The response options say how often; a stem that says it too asks two things.
    hold("no frequency", |stem| {
        let frequencies = "often sometimes usually frequently occasionally mostly";
        listed(stem, frequencies)
    });
}

#[test]
fn no_stem_uses_jargon() {
    hold("no jargon", |stem| listed(stem, JARGON));
}

#[test]
fn every_stem_is_spelled_the_british_way() {
    hold("British spelling", |stem| listed(stem, AMERICAN));
}

#[test]
fn syllables_are_counted_as_they_are_spoken() {
    for (expected, known) in [
        (1, "i one the asked peer's weighs"),
        (
            2,
            "promised settled grumbles people requests changes started",
        ),
        (3, "exciting opinion decision area different"),
        (4, "apologise unpopular"),
        (5, "organisation"),
    ] {
        for word in known.split(' ') {
            assert_eq!(syllables(word), expected, "{word}");
        }
    }
}

#[test]
fn the_reading_grade_is_at_most_nine() {
    // The formula by hand: 4 words, 1 sentence, 5 syllables.
    let by_hand = 0.39 * 4.0 + 11.8 * 5.0 / 4.0 - 15.59;
    assert!((reading_grade(&["I ask my people."]) - by_hand).abs() < 1e-9);

    let stems = stems();
    let whole: Vec<&str> = stems.iter().map(|(_, stem)| stem.as_str()).collect();
    let grade = reading_grade(&whole);
    assert!(grade <= 9.0, "all stems together: {grade:.1}");
    // Kincaid's formula is meant for passages: over one sentence a single long word adds up to
    // three grades. The bound per stem is what all together must keep, too.
    hold("reading grade at most 9", |stem| {
        let grade = reading_grade(&[stem]);
        (grade > 9.0).then(|| format!("grade {grade:.1}"))
    });
}

/// Words that carry grammar, or the people that an item is about: not what it asks.
const NOT_CONTENT: &str = "a an the i me my mine our we it its they them their those that this there what when where \
    who why how to of in on at by for from with as if or and is am are were been have do so too \
    than before after while until about above against beyond into out over under up off back \
    can will would should even more much only still now one boss leaders senior peer peers \
    peer's colleague partner team teams people person staff someone someone's member group";

fn content(stem: &str) -> BTreeSet<String> {
    let words = words(stem).into_iter();
    words
        .filter(|word| !NOT_CONTENT.split(' ').any(|entry| entry == word))
        .collect()
}

/// Every pair of stems with a measure of it.
fn pairs<T>(measure: impl Fn(&str, &str) -> T) -> Vec<(T, String)> {
    let stems = stems();
    let mut pairs = Vec::new();
    for (place, (a_id, a)) in stems.iter().enumerate() {
        for (b_id, b) in stems.iter().skip(place + 1) {
            pairs.push((measure(a, b), format!("{a_id} and {b_id}:\n  {a}\n  {b}")));
        }
    }
    pairs
}

#[test]
fn no_two_stems_share_much_of_their_content() {
    // Stems have four to nine content words. A quarter shared is two words of a pair of five,
    // such as "asks" and "work"; beyond that two stems start to ask the same.
    for (overlap, pair) in pairs(|a, b| jaccard(&content(a), &content(b))) {
        assert!(overlap <= 0.25, "{overlap:.2} {pair}");
    }
}

#[test]
fn no_stem_is_another_with_its_people_changed() {
    let people = |stem: &str| -> Vec<String> {
        let names = "boss leaders peer peers colleague partner team teams people person staff someone \
            member owner";
        let words = words(stem).into_iter();
        words
            .map(|word| {
                let name = word.strip_suffix("'s").unwrap_or(&word);
                if names.split(' ').any(|entry| entry == name) {
                    "PEOPLE".into()
                } else {
                    word
                }
            })
            .collect()
    };
    for ((distance, longer), pair) in pairs(|a, b| {
        let (a, b) = (people(a), people(b));
        (word_distance(&a, &b), a.len().max(b.len()))
    }) {
        assert!(
            distance * 2 > longer,
            "{distance} of {longer} words: {pair}"
        );
    }
}
