//! Rules for what people other than the leader are asked, and for the constructs, in English.

use std::collections::BTreeSet;
use std::path::Path;

use catalogue::Catalogue;
use measure::instrument::Keying;
use testing::shipped;

use super::prose::{listed, words};
use super::stems::{alike, unplain};
use super::texts::{CONTENT, Text};
use super::{english, hold, too_hard, too_long};

#[test]
fn what_others_are_asked_is_plain_and_about_the_leader() {
    let language = english();
    for name in ["observer.statement", "pulse.statement"] {
        hold(language.below(name), |statement| {
            let nobody = !statement.to_lowercase().contains("this leader");
            unplain(statement).or(nobody.then(|| "about nobody".into()))
        });
        let statements: Vec<&Text> = language.below(name).collect();
        assert_eq!(alike(&statements), Vec::<String>::new());
    }
}

/// A boss, a peer and a report read of themselves and of those beside them, in no other role.
#[test]
fn whoever_rates_a_direction_reads_of_their_own_place() {
    let language = english();
    for (direction, foreign) in [
        ("up", "boss peer peers our us"),
        ("across", "boss peer peers"),
        ("down", "boss peer peers report reports"),
    ] {
        hold(
            language.below(&format!("observer.statement[{direction}-")),
            |text| listed(text, foreign),
        );
    }
}

#[test]
fn others_are_asked_about_the_act_that_the_stem_is_about() {
    let language = english();
    for item in shipped().items {
        let content = |text: &str| -> BTreeSet<String> {
            let words = words(text).into_iter();
            words.filter(|word| word.len() > 4).collect()
        };
        let (stem, asked) = (
            &item.stem,
            language.text(&format!("observer.statement[{}]", item.id)),
        );
        let common = content(stem).intersection(&content(asked)).count();
        assert!(common > 0, "{stem} {asked}");
    }
}

/// Words for whoever acts and for those at the other end, which every statement has.
const PEOPLE: &str = "i me my mine we us our they them their theirs it its this the a an one someone \
    leader leaders leader's boss peer peers team teams team's person people on of";

/// A statement without the people in it and without endings: two that are left alike say the same in
/// the same words.
fn bare(statement: &str) -> Vec<String> {
    let words = words(statement).into_iter();
    let words = words.filter(|word| !PEOPLE.split_whitespace().any(|entry| entry == word));
    words
        .map(|word| match word.as_str() {
            "am" | "are" | "was" | "were" => "is".to_owned(),
            "has" => "have".to_owned(),
            _ => word.trim_end_matches('s').to_owned(),
        })
        .collect()
}

#[test]
fn what_others_are_asked_is_written_for_them() {
    let leader = "When I thank my boss, I say what for.";
    let copied = "When this leader thanks me, they say what for.";
    assert_eq!(bare(leader), bare(copied), "only the people differ");
    let language = english();
    for item in shipped().items {
        let asked = language.text(&format!("observer.statement[{}]", item.id));
        assert_ne!(bare(&item.stem), bare(asked), "{asked}");
    }
}

/// Where a stem describes the opposite, so does what others are asked, and nowhere else.
#[test]
fn what_others_are_asked_is_keyed_as_the_stem_is() {
    let catalogue = Catalogue::read(Path::new(CONTENT), "en").unwrap();
    for item in shipped().items {
        let name = format!("observer.statement[{}]", item.id);
        let mut messages = catalogue.messages.iter();
        let message = messages.find(|message| message.key.to_string() == name);
        let is_noted = message.unwrap().note.contains("the opposite");
        assert_eq!(is_noted, item.keying == Keying::Reverse, "{name}");
    }
}

#[test]
fn a_construct_is_one_line_about_what_somebody_does() {
    hold(english().below("results.construct"), |construct| {
        let first = words(construct).first().cloned().unwrap_or_default();
        let named = !first.ends_with("ing");
        too_long(construct, 18)
            .or(too_hard(construct, 9.0))
            .or(named.then(|| "begins with no act".into()))
    });
}

#[test]
fn what_frames_the_answers_is_short_and_easy_to_read() {
    hold(english().below("audit.frame_"), |text| {
        too_long(text, 24).or(too_hard(text, 9.0))
    });
}
