//! Rules for what people other than the leader are asked, and for the constructs, in English.

use std::collections::BTreeSet;

use testing::shipped;

use super::prose::{listed, words};
use super::stems::{alike, unplain};
use super::texts::Text;
use super::{english, hold, too_hard, too_long};

#[test]
fn what_others_are_asked_is_plain_and_about_the_leader() {
    let language = english();
    for name in ["questionnaire.observer", "questionnaire.pulse"] {
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
            language.below(&format!("questionnaire.observer[{direction}-")),
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
            language.text(&format!("questionnaire.observer[{}]", item.id)),
        );
        let common = content(stem).intersection(&content(asked)).count();
        assert!(common > 0, "{stem} {asked}");
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
