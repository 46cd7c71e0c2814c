//! Rules for statements that can be told from their words: each is one short sentence about oneself,
//! without negation or frequency, and no two ask the same.

use std::collections::BTreeSet;

use crate::{EXAMPLES, example_in, observers, written};

/// The most words of a statement.
const MOST_WORDS: usize = 20;

/// How much of their content two statements may share.
const MOST_SHARED: f64 = 0.25;

/// Words that a statement must not have, and those that are not its content.
struct Rules {
    language: &'static str,
    /// Whoever answers.
    speaker: &'static str,
    /// Negation, which somebody who answers would have to undo.
    negations: &'static str,
    /// How often something happens, which the options ask.
    frequencies: &'static str,
    /// Joins of two ideas, of which somebody might do one.
    joins: &'static str,
    /// Grammar, and the people that a statement is about.
    not_content: &'static str,
}

const ENGLISH: Rules = Rules {
    language: "en",
    speaker: "i",
    negations: "not no never none nor neither nothing nobody nowhere without cannot hardly barely seldom \
        don't doesn't didn't isn't aren't won't can't haven't lack fail refuse avoid unable instead",
    frequencies: "often sometimes usually rarely frequently occasionally mostly always ever every constantly",
    joins: "and or but also",
    not_content: "a an the i me my mine our we us it its they them their theirs that this there what when where \
        who whoever which how to of in on at by for from with as if is am are was were been have has do so before \
        after while until about out up can will would one leader leader's team client other person person's \
        someone someone's",
};

const GERMAN: Rules = Rules {
    language: "de",
    speaker: "ich",
    negations: "nicht nichts nie niemals niemand kein keine keinen keiner keinem keines weder ohne kaum",
    frequencies: "oft manchmal meistens häufig gelegentlich immer stets jedes selten ständig",
    joins: "und oder aber auch",
    not_content: "ich mir mich mein meine meiner meinem wir uns es sie er ihr die der das den dem des ein eine einer \
        einem einen eines dass was wer wie wo wofür woran wenn während bevor zu zum zur von vom in im an am auf aus \
        bei für mit nach ist war bin hat habe kann noch schon dabei daran davon dafür etwas jemand jemandem \
        anderen anderer andere person diese dieser führungskraft",
};

/// The words of a text in lower case, with straight apostrophes.
fn words(text: &str) -> Vec<String> {
    let text = text.replace('’', "'").to_lowercase();
    let words = text.split(|character: char| !character.is_alphanumeric() && character != '\'');
    words
        .filter(|word| !word.is_empty())
        .map(String::from)
        .collect()
}

fn listed(text: &str, list: &str) -> Option<String> {
    let list: Vec<&str> = list.split_whitespace().collect();
    words(text)
        .into_iter()
        .find(|word| list.contains(&word.as_str()))
}

/// What is wrong with a statement.
fn fault(statement: &str, rules: &Rules) -> Option<String> {
    let count = words(statement).len();
    let sentences = statement.matches(['.', '?', '!']).count();
    let whole = sentences == 1 && statement.ends_with('.');
    (count > MOST_WORDS)
        .then(|| format!("{count} words"))
        .or((!whole).then(|| "not one sentence".to_owned()))
        .or(listed(statement, rules.negations))
        .or(listed(statement, rules.frequencies))
        .or(listed(statement, rules.joins))
}

fn content(statement: &str, rules: &Rules) -> BTreeSet<String> {
    let words = words(statement).into_iter();
    words
        .filter(|word| listed(word, rules.not_content).is_none())
        .collect()
}

/// The pairs that share too much: the Jaccard index of their content words.
fn alike(statements: &[String], rules: &Rules) -> Vec<String> {
    let contents: Vec<BTreeSet<String>> = statements
        .iter()
        .map(|statement| content(statement, rules))
        .collect();
    let mut pairs = Vec::new();
    for (place, one) in contents.iter().enumerate() {
        for (other_place, other) in contents.iter().enumerate().skip(place + 1) {
            let shared = one.intersection(other).count() as f64 / one.union(other).count() as f64;
            if shared > MOST_SHARED {
                pairs.push(format!(
                    "{shared:.2}: {} {}",
                    statements[place], statements[other_place]
                ));
            }
        }
    }
    pairs
}

/// The rules find what they are for.
#[test]
fn a_statement_that_breaks_a_rule_is_found() {
    for (rules, wrong) in [
        (&ENGLISH, "I don’t interrupt."),
        (&ENGLISH, "I always listen."),
        (&ENGLISH, "I listen and ask."),
        (&ENGLISH, "I listen. I ask."),
        (&ENGLISH, "I listen"),
        (&GERMAN, "Ich unterbreche nicht."),
        (&GERMAN, "Ich höre immer zu."),
        (&GERMAN, "Ich höre zu und frage."),
    ] {
        assert!(fault(wrong, rules).is_some(), "{wrong}");
    }
    let long = format!("{}I listen.", "word ".repeat(MOST_WORDS));
    assert_eq!(fault(&long, &ENGLISH).as_deref(), Some("22 words"));
    let asked = ["I ask my team for advice.", "I ask my client for advice."];
    assert_eq!(alike(&asked.map(String::from), &ENGLISH).len(), 1);
    let asked = ["Ich frage nach Rat.", "Ich bitte um Rat."];
    assert_eq!(alike(&asked.map(String::from), &GERMAN).len(), 0);
}

fn hold(statements: &[String], rules: &Rules) {
    for statement in statements {
        assert_eq!(fault(statement, rules), None, "{statement}");
    }
    assert_eq!(alike(statements, rules), Vec::<String>::new());
}

#[test]
fn every_stem_is_one_short_plain_sentence_in_the_first_person() {
    let files = EXAMPLES.map(|name| (name, &ENGLISH));
    for (name, rules) in files.into_iter().chain([("handing-over", &GERMAN)]) {
        let instrument = example_in(name, rules.language);
        assert_eq!(instrument.language, rules.language);
        let items = instrument.items.into_iter();
        let stems: Vec<String> = items.map(|item| item.stem).collect();
        for stem in &stems {
            assert!(
                listed(stem, rules.speaker).is_some(),
                "nobody speaks: {stem}"
            );
        }
        hold(&stems, rules);
    }
}

/// What others are asked keeps the same rules, but that it need not be about the one who answers.
#[test]
fn what_others_are_asked_is_as_plain() {
    for rules in [&ENGLISH, &GERMAN] {
        hold(&observers(&written("handing-over"), rules.language), rules);
        let pulse = example_in("handing-over", rules.language).pulse;
        hold(&pulse.unwrap(), rules);
    }
}

/// The German texts say “Sie” throughout.
#[test]
fn german_texts_address_the_reader_in_one_way() {
    let german = written("handing-over")["translations"][0].to_string();
    let familiar = "du dich dir dein deine deinen deinem deiner deines";
    assert!(listed("Frag dein Team.", familiar).is_some());
    assert_eq!(listed(&german, familiar), None);
    assert!(german.contains(" Sie "));
}
