//! Rules for English alone.

use app::practice::text::Field;

use super::prose::{listed, sentences, words};
use super::texts::{Language, Text};
use super::{english, hold, too_hard, too_long};

/// The plural after a lone 1, as in "about 1 minutes" or "1 more statements".
fn plural_of_one(text: &str) -> Option<String> {
    let words = text
        .split_whitespace()
        .map(|word| word.trim_end_matches(['.', ',', ':', ';']));
    let words: Vec<&str> = words.collect();
    let plural = |word: &&str| {
        matches!(*word, "are" | "were" | "do" | "have" | "count")
            || (word.len() > 2 && word.ends_with('s'))
    };
    (0..words.len())
        .filter(|index| words[*index] == "1")
        .find_map(|index| {
            let next = match words.get(index + 1)? {
                // In "1 of 36 statements was" only the verb goes with the 1.
                &"of" => index + 4,
                &"more" | &"other" | &"new" => index + 2,
                _ => index + 1,
            };
            let word = words.get(next).filter(|word| plural(word))?;
            Some(format!("1 … {word}"))
        })
}

#[test]
fn one_thing_is_named_in_the_singular() {
    for wrong in [
        "6 statements, about 1 minutes.",
        "the full form, 1 more statements",
        "at least 1 are needed",
        "1 of 4 statements were left out",
    ] {
        assert!(plural_of_one(wrong).is_some(), "{wrong}");
    }
    assert_eq!(plural_of_one("1 of 36 statements, 21 are new"), None);
    hold(&english().texts, plural_of_one);
}

/// Blame and diagnoses.
pub(crate) const VERDICTS: &str = "fail* failure* incompet* toxic lazy selfish dishonest careless arrogant insecure \
    inadequate deficien* flaw* guilty blame* shame* inexcusable disappoint* poor* depress* burnout anxi* \
    disorder* symptom* diagnos* therap* patholog*";

/// The texts of the practice: map, circle, act, rhythm and review.
fn practice(language: &Language) -> impl Iterator<Item = &Text> {
    let groups = [
        "practice.",
        "changed.",
        "lacks.",
        "map.",
        "circle.",
        "act.",
        "cadence.",
        "weekly.",
        "sheet.",
    ];
    groups.into_iter().flat_map(|group| language.below(group))
}

#[test]
fn the_practice_is_easy_to_read_and_judges_nobody() {
    let language = english();
    hold(practice(&language), |text| listed(text, VERDICTS));
    // The formula says little about a label or a short sentence.
    let passages = language
        .below("practice.")
        .filter(|text| words(&text.text).len() >= 20);
    hold(passages, |text| too_hard(text, 9.0));
}

/// Why an opener could not be sent once its blanks are filled.
pub(crate) fn unsendable(opener: &str) -> Option<String> {
    let lacks = |list: &str| listed(opener, list).is_none();
    let mut blanks = opener.split('…').skip(1);
    let untidy_blank = blanks.any(|rest| rest.starts_with(char::is_alphabetic));
    let at_the_end = opener.contains("….") || opener.ends_with('…');
    let several = sentences(opener).len() > 3;
    let long = opener.chars().count() > Field::Opener.limit();
    too_long(opener, 40)
        .or(too_hard(opener, 8.0))
        .or(listed(opener, "but however never always why fault"))
        .or(
            lacks("i i'm i'd i'll i've me my mine we we're we've we'll our")
                .then(|| "nobody speaks".into()),
        )
        .or(
            lacks("you you're you've you'd you'll your yours we we're we've our")
                .then(|| "nobody is spoken to".into()),
        )
        .or(several.then(|| "more than three sentences".into()))
        .or((!opener.contains('…')).then(|| "has no blank for what happened".into()))
        .or(untidy_blank.then(|| "a blank inside a word".into()))
        .or(at_the_end.then(|| "a blank at the end of a sentence".into()))
        .or(long.then(|| "longer than its field".into()))
}

#[test]
fn openers_can_be_sent_once_their_blanks_are_filled() {
    hold(english().below("practice.opener"), unsendable);
}

#[test]
fn help_is_named_without_a_number_to_call() {
    let signpost = english();
    let signpost = signpost.text("circle.signpost");
    assert!(!signpost.contains(|character: char| character.is_ascii_digit()));
    for help in ["doctor", "employee assistance line", "local crisis line"] {
        assert!(signpost.contains(help), "{help}");
    }
}

#[test]
fn a_calendar_title_does_not_say_what_the_talk_is_for() {
    let language = english();
    for (name, title) in [
        ("cadence.half_hour_with", "30 minutes with Ada"),
        ("cadence.five_minutes_for", "Five minutes for Ada"),
    ] {
        assert_eq!(language.text(name), title);
    }
}
