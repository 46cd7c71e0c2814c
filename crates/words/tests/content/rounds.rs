//! Rules for the texts of rounds, in English: what is promised stands as the protocol words it, what is
//! asked belongs to the questionnaire, and nobody is judged.

use testing::shipped;

use super::english::VERDICTS;
use super::prose::{listed, sentences, words};
use super::texts::{Language, Text};
use super::{english, hold, too_hard, too_long};

/// The groups of these texts.
const GROUPS: [&str; 5] = ["round.", "rater.", "around.", "collector.", "outcome."];

/// The statements that a round can ask: `boss` are those of `up` for one person.
const STATEMENTS: [&str; 5] = ["pulse", "down", "across", "up", "boss"];

fn texts(language: &Language) -> impl Iterator<Item = &Text> {
    GROUPS.into_iter().flat_map(|group| language.below(group))
}

#[test]
fn a_promise_is_worded_as_the_protocol_words_it() {
    let language = english();
    for (name, promise) in [
        (
            "around.promise",
            "This page keeps only totals while the device goes round; it never stores what one person answered.",
        ),
        (
            "rater.promise_boss",
            "This isn’t anonymous. The leader will know the answers are yours, and so will whoever asked you.",
        ),
    ] {
        assert_eq!(language.text(name), promise);
    }
    let forms: Vec<&str> = language
        .below("rater.promise")
        .filter(|text| text.name == "rater.promise")
        .map(|text| text.text.as_str())
        .collect();
    assert_eq!(
        forms.last(),
        Some(
            &"Only the person who started this round can open your message. Their page shows averages only, from 7 people on."
        )
    );
}

#[test]
fn every_kind_of_statements_has_its_texts() {
    let language = english();
    for name in ["round.set", "round.set_about", "outcome.heading"] {
        let mut ids = language.ids(name);
        ids.dedup();
        assert_eq!(ids, STATEMENTS, "{name}");
    }
    for name in ["rater.about", "collector.name"] {
        assert_eq!(language.ids(name), STATEMENTS, "{name}");
    }
    // The pulse asks what the leader is not asked.
    assert_eq!(language.ids("outcome.gap"), STATEMENTS[1..]);
}

#[test]
fn the_pulse_is_answered_in_the_words_of_the_questionnaire() {
    let language = english();
    let options: Vec<&str> = language
        .below("pulse.option")
        .map(|text| text.text.as_str())
        .collect();
    assert_eq!(options, shipped().options);
    let labels: Vec<String> = options.iter().map(|label| label.to_lowercase()).collect();
    let steps: Vec<&str> = language
        .below("pulse.half_step")
        .map(|text| text.text.as_str())
        .collect();
    // The middle three of the options, and a name for each half step around them.
    assert_eq!(steps.len(), 7);
    for (step, label) in [(1, 1), (3, 2), (5, 3)] {
        assert_eq!(steps[step], labels[label]);
    }
    for (step, [low, high]) in [(0, [0, 1]), (2, [1, 2]), (4, [2, 3]), (6, [3, 4])] {
        let named = steps[step].contains(&labels[low]) && steps[step].ends_with(&labels[high]);
        assert!(named, "{}", steps[step]);
    }
    assert_eq!(language.ids("pulse.name"), language.ids("pulse.statement"));
}

#[test]
fn what_people_read_before_they_answer_is_easy_and_judges_nobody() {
    let language = english();
    hold(texts(&language), |text| listed(text, VERDICTS));
    hold(texts(&language), |text| {
        let long = sentences(text)
            .into_iter()
            .find_map(|sentence| too_long(sentence, 26));
        let passage = words(text).len() >= 20;
        long.or(passage.then(|| too_hard(text, 9.0)).flatten())
    });
}

/// The page knows no name, and says “I” for nobody but whoever taps or writes.
#[test]
fn the_page_does_not_speak_of_itself_as_a_person() {
    let language = english();
    let spoken_by_people = [
        "round.who[",
        "round.pass[",
        "around.ready",
        "rater.message",
        "round.ask_coach",
        "collector.invitation",
    ];
    let page = texts(&language).filter(|text| {
        !spoken_by_people
            .iter()
            .any(|start| text.name.starts_with(start))
    });
    hold(page, |text| listed(text, "i i'm i've i'll me my we our"));
}

/// A frequency would promise what nobody can hold, or blame; the options are for that.
#[test]
fn nothing_is_promised_for_ever() {
    let language = english();
    let promised = texts(&language).filter(|text| text.name != "around.promise");
    hold(promised, |text| {
        listed(text, "always never safe* secret* guarantee* anonymous*")
            .filter(|found| found != "anonymous" || !says_that_it_is_not(text))
    });
}

fn says_that_it_is_not(text: &str) -> bool {
    ["isn’t anonymous", "can’t be anonymous"]
        .iter()
        .any(|denied| text.contains(denied))
}
