//! Rules for the first moves, in English: a title, a sentence that says the plan back, words to
//! begin with, and the move itself.

use std::collections::BTreeSet;

use super::data::squares;
use super::english::{VERDICTS, unsendable};
use super::prose::{listed, words};
use super::{english, hold, too_hard, too_long};

/// The texts of one part of every move.
fn parts(name: &str) -> Vec<super::texts::Text> {
    let texts = english().texts.into_iter();
    let parts: Vec<_> = texts.filter(|text| text.name.starts_with(name)).collect();
    assert_eq!(parts.len(), squares().len(), "{name}");
    parts
}

#[test]
fn a_title_is_a_request_that_fits_a_heading() {
    hold(&parts("act.move_title["), |title| {
        let ends = title.ends_with(['.', '!', '?']);
        let long = title.chars().count() > 50;
        too_long(title, 10)
            .or(ends.then(|| "ends like a sentence".into()))
            .or(long.then(|| "longer than 50 characters".into()))
    });
}

#[test]
fn a_plan_is_said_back_in_one_sentence_of_the_visitor() {
    hold(&parts("act.move_says["), |says| {
        let other = !says.starts_with("On Monday, ") || !words(says).contains(&"i".to_owned());
        let several = says.matches(['.', '?', '!']).count() != 1 || !says.ends_with('.');
        too_long(says, 20)
            .or(too_hard(says, 8.0))
            .or(other.then(|| "says no day and no act".into()))
            .or(several.then(|| "more than one sentence".into()))
    });
}

#[test]
fn an_opener_can_be_sent_once_its_blanks_are_filled() {
    hold(&parts("act.move_opener["), unsendable);
}

#[test]
fn a_move_takes_25_to_40_easy_words_and_judges_nobody() {
    hold(&parts("results.move_about["), |about| {
        let short = words(about).len() < 25;
        too_long(about, 40)
            .or(too_hard(about, 8.0))
            .or(listed(about, VERDICTS))
            .or(listed(about, "always never every constantly should must"))
            .or(short.then(|| "too short to act on".into()))
    });
}

/// People and words of grammar, which any two moves may share.
const SHARED: &str =
    "boss peer peers team your what that this them they their with from about before which";

#[test]
fn the_parts_of_a_move_are_about_one_act() {
    let language = english();
    for square in squares() {
        let content = |part: &str| -> BTreeSet<String> {
            let all = words(language.text(&format!("{part}[{square}]"))).into_iter();
            let own = all.filter(|word| listed(word, SHARED).is_none());
            own.filter(|word| word.len() > 3).collect()
        };
        for part in ["act.move_title", "act.move_says"] {
            let shared = content(part)
                .intersection(&content("results.move_about"))
                .count();
            assert!(shared > 0, "{square}.{part}");
        }
    }
}
