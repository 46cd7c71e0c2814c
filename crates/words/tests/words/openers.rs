//! Holds the openers and the first moves to their rules: words that a leader could send or do.

use std::collections::BTreeSet;

use app::practice::{Act, Place};
use testing::prose::{hold, jaccard, listed, sentences, too_hard, too_many, words};
use testing::shipped;
use words::practice::PRACTICE_EN as WORDS;

/// Every opener with its name.
fn openers() -> Vec<(String, &'static str)> {
    let pairs = Act::ALL
        .iter()
        .flat_map(|act| Place::ALL.iter().map(move |place| (*act, *place)));
    let found = pairs.filter_map(|(act, place)| {
        let name = format!("{} {}", act.as_str(), place.as_str());
        Some((name, (WORDS.opener)(act, place)?))
    });
    found.collect()
}

/// Every first move with its name.
fn first_moves() -> Vec<(String, &'static str)> {
    let instrument = shipped();
    let mut found = Vec::new();
    for scale in &instrument.scales {
        for facet in &instrument.facets {
            let name = format!("{} {}", scale.id, facet.id);
            let words = (WORDS.first_move)(scale.id.as_str(), facet.id.as_str());
            found.push((name.clone(), words.expect(&name)));
        }
    }
    found
}

fn hold_openers(rule: &str, broken: impl Fn(&str) -> Option<String>) {
    let openers = openers();
    hold(
        rule,
        openers.iter().map(|(name, text)| (name.as_str(), *text)),
        broken,
    );
}

#[test]
fn every_act_has_an_opener_wherever_it_fits() {
    assert_eq!(openers().len(), 26);
    for place in Place::ALL {
        for act in Act::ALL {
            let fits = *act != Act::SharedHabit || matches!(place, Place::Across | Place::Down);
            let opener = (WORDS.opener)(*act, *place);
            assert_eq!(opener.is_some(), fits, "{act:?} {place:?}");
        }
    }
}

#[test]
fn an_opener_can_be_sent() {
    hold_openers("at most 60 words", |text| too_many(text, 60));
    hold_openers("one to three sentences", |text| {
        let count = sentences(text).len();
        (!(1..=3).contains(&count)).then(|| format!("{count} sentences"))
    });
    hold_openers("reading grade at most 8", |text| too_hard(text, 8.0));
    hold_openers("in the first person", |text| {
        listed(text, "i me my mine we us our")
            .is_none()
            .then(|| "nobody speaks".into())
    });
    hold_openers("speaks to somebody", |text| {
        listed(text, "you your we us our")
            .is_none()
            .then(|| "nobody is spoken to".into())
    });
    hold_openers("no “but”, no reproach", |text| {
        listed(text, "but however never always why fault should must")
    });
}

#[test]
fn most_openers_leave_a_blank_for_what_really_happened() {
    let openers = openers();
    let blanks = openers.iter().filter(|(_, text)| text.contains('…'));
    assert!(blanks.count() * 4 >= openers.len() * 3);
    hold_openers("a blank stands by itself", |text| {
        let untidy = ["……", "....", "...", "…a", " ….."];
        let found = untidy.iter().find(|untidy| text.contains(*untidy));
        found.map(ToString::to_string)
    });
}

#[test]
fn no_opener_is_another_with_its_people_changed() {
    // Content words that two openers for the same act may share: a few, since both thank or ask.
    let small = "a an the i me my we us our you your it is was and or of to in on at for with that this \
        have had has would could be been am are not no so if what how when who one two than \
        from by up there do did as them they which will can";
    let content = |text: &str| -> BTreeSet<String> {
        let words = words(text).into_iter();
        words
            .filter(|word| !small.split_whitespace().any(|known| known == word))
            .collect()
    };
    let openers = openers();
    for (index, (name, text)) in openers.iter().enumerate() {
        for (other, known) in openers.iter().skip(index + 1) {
            let overlap = jaccard(&content(text), &content(known));
            assert!(overlap <= 0.25, "{overlap:.2} {name} and {other}");
        }
    }
}

#[test]
fn every_facet_of_every_direction_has_a_first_move_of_its_own() {
    let moves = first_moves();
    assert_eq!(moves.len(), 18);
    let texts: BTreeSet<&str> = moves.iter().map(|(_, text)| *text).collect();
    assert_eq!(texts.len(), 18);
    assert_eq!((WORDS.first_move)("up", "humour"), None);
    assert_eq!((WORDS.first_move)("outside", "trust"), None);
    let named = || moves.iter().map(|(name, text)| (name.as_str(), *text));
    hold("at most 45 words", named(), |text| too_many(text, 45));
    hold("reading grade at most 8", named(), |text| {
        too_hard(text, 8.0)
    });
}
