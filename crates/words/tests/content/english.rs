//! Rules for English alone.

use app::practice::{Act, Place};
use records::texts::Paragraph;

use super::prose::{listed, sentences, words};
use super::texts::Text;
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
const VERDICTS: &str = "fail* failure* incompet* toxic lazy selfish dishonest careless arrogant insecure \
    inadequate deficien* flaw* guilty blame* shame* inexcusable disappoint* poor* depress* burnout anxi* \
    disorder* symptom* diagnos* therap* patholog*";

#[test]
fn the_practice_is_easy_to_read_and_judges_nobody() {
    let language = english();
    hold(language.below("practice."), |text| listed(text, VERDICTS));
    // The formula says little about a label or a short sentence.
    let passages = language
        .below("practice.")
        .filter(|text| words(&text.text).len() >= 20);
    hold(passages, |text| too_hard(text, 9.0));
}

#[test]
fn results_are_hedged_plain_and_short_enough_for_the_report() {
    let hedges = "may might can could seem seems probably perhaps answers account report";
    let verdicts = format!("{VERDICTS} bad worst should must ought always never every constantly");
    for (
        name,
        Paragraph {
            picture,
            cost,
            first_move,
        },
    ) in english().paragraphs
    {
        let whole = format!("{picture} {cost} {first_move}");
        assert!(
            listed(&picture, hedges).is_some(),
            "{name} states a fact: {picture}"
        );
        assert_eq!(listed(&whole, &verdicts), None, "{name}: {whole}");
        assert_eq!(too_hard(&whole, 8.0), None, "{name}: {whole}");
        assert!(too_long(&whole, 54).is_some(), "{name} is short: {whole}");
        assert_eq!(too_long(&whole, 85), None, "{name}: {whole}");
    }
}

#[test]
fn openers_and_first_moves_can_be_used_as_they_are() {
    let language = english();
    let lacks = |text: &str, list: &str| listed(text, list).is_none();
    hold(language.below("practice.first_move"), |text| {
        too_long(text, 45).or(too_hard(text, 8.0))
    });
    hold(language.below("practice.opener"), |text| {
        let untidy_blank = text
            .split('…')
            .skip(1)
            .any(|rest| rest.starts_with(char::is_alphabetic));
        let several = sentences(text).len() > 3;
        too_long(text, 60)
            .or(too_hard(text, 8.0))
            .or(listed(text, "but however never always why fault"))
            .or(lacks(text, "i me my mine we our").then(|| "nobody speaks".into()))
            .or(lacks(text, "you your we our").then(|| "nobody is spoken to".into()))
            .or(several.then(|| "more than three sentences".into()))
            .or(untidy_blank.then(|| "a blank inside a word".into()))
    });
    let openers: Vec<&Text> = language.below("practice.opener").collect();
    let blanks = openers.iter().filter(|opener| opener.text.contains('…'));
    assert!(
        blanks.count() * 4 >= openers.len() * 3,
        "most have a blank for what happened"
    );
    // Only peers and a team share a habit.
    for place in Place::ALL {
        let without = Act::ALL
            .iter()
            .filter(|act| (language.tables.practice.opener)(**act, *place).is_none());
        let expected: &[&Act] = match place {
            Place::Across | Place::Down => &[],
            Place::Up | Place::Outside => &[&Act::SharedHabit],
        };
        assert_eq!(without.collect::<Vec<_>>(), expected, "{place:?}");
    }
}

#[test]
fn help_is_named_without_a_number_to_call() {
    let signpost = english().tables.practice.circle.signpost;
    assert!(!signpost.contains(|character: char| character.is_ascii_digit()));
    for help in ["doctor", "employee assistance line", "local crisis line"] {
        assert!(signpost.contains(help), "{help}");
    }
}

#[test]
fn a_calendar_title_does_not_say_what_the_talk_is_for() {
    let cadence = &english().tables.practice.cadence;
    for (rhythm, title) in [
        (&cadence.weekly, "30 minutes with D."),
        (&cadence.monthly, "30 minutes with D."),
        (&cadence.moments, "Five minutes for D."),
    ] {
        assert_eq!((rhythm.title)(Some("D.")), title);
    }
}
