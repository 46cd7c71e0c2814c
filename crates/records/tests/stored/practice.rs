//! The terms of the practice, and what the answers about support amount to.

use measure::instrument::Id;
use records::practice::{
    Act, AnyAct, Circle, CircleAnswer, LastTalk, Name, Noticed, Outside, Pattern, Place,
    Relationship, Tie,
};
use records::stored;

#[test]
fn a_long_silence_and_a_strained_tie_are_two_of_their_terms_each() {
    let long: Vec<_> = LastTalk::ALL
        .iter()
        .filter(|one| one.is_long_ago())
        .collect();
    assert_eq!(long, [&LastTalk::LongAgo, &LastTalk::CannotRemember]);
    let strained: Vec<_> = Tie::ALL.iter().filter(|one| one.is_strained()).collect();
    assert_eq!(strained.len(), 2);
    assert!(Tie::Tense.is_strained() && Tie::Neglected.is_strained());
}

#[test]
fn what_comes_first_depends_on_the_tie_and_then_on_the_silence() {
    let recent = LastTalk::ALL.iter().copied().find(|one| !one.is_long_ago());
    for (tie, last_talk, act) in [
        (Some(Tie::Tense), Some(LastTalk::LongAgo), Act::NameUnspoken),
        (Some(Tie::Strong), Some(LastTalk::LongAgo), Act::Reconnect),
        (None, Some(LastTalk::CannotRemember), Act::Reconnect),
        (Some(Tie::Strong), recent, Act::Appreciate),
        (Some(Tie::Neglected), recent, Act::AskHow),
        (None, None, Act::AskHow),
    ] {
        assert_eq!(Act::first_for(tie, last_talk), act, "{tie:?} {last_talk:?}");
    }
}

#[test]
fn a_first_move_is_for_a_direction_and_suits_everybody() {
    let move_of = |square: &str| AnyAct::Move(Id::new(square).unwrap());
    let candour = move_of("across.candour");
    assert_eq!(
        (candour.as_str(), candour.place()),
        ("across.candour", Some(Place::Across))
    );
    assert_eq!(move_of("down.trust").place(), Some(Place::Down));
    assert_eq!(move_of("elsewhere.trust").place(), None);
    let habit = AnyAct::General(Act::SharedHabit);
    assert_eq!(
        (habit.as_str(), habit.place()),
        (Act::SharedHabit.as_str(), None)
    );
    for place in Place::ALL {
        assert!(candour.fits(*place));
        assert_eq!(
            habit.fits(*place),
            matches!(place, Place::Across | Place::Down)
        );
    }
}

#[test]
fn answers_about_support_make_a_pattern_once_there_is_somebody_or_nobody() {
    let recent = LastTalk::ALL.iter().copied().find(|one| !one.is_long_ago());
    let long = Some(LastTalk::LongAgo);
    let (yes, no) = (Some(true), Some(false));
    for (outside, confidential, cost, last_talk, pattern) in [
        (None, yes, yes, recent, None),
        (
            Some(Outside::Nobody),
            yes,
            yes,
            recent,
            Some(Pattern::Nobody),
        ),
        (
            Some(Outside::Several),
            no,
            no,
            long,
            Some(Pattern::NotConfidential),
        ),
        (
            Some(Outside::One),
            yes,
            no,
            long,
            Some(Pattern::DoesNotKnowTheRole),
        ),
        (Some(Outside::One), yes, yes, long, Some(Pattern::LongAgo)),
        (Some(Outside::One), yes, yes, recent, Some(Pattern::One)),
        (
            Some(Outside::Several),
            yes,
            yes,
            recent,
            Some(Pattern::WellSupported),
        ),
        (
            Some(Outside::Several),
            None,
            yes,
            recent,
            Some(Pattern::Several),
        ),
        (
            Some(Outside::Several),
            yes,
            None,
            recent,
            Some(Pattern::Several),
        ),
        (
            Some(Outside::Several),
            yes,
            yes,
            None,
            Some(Pattern::Several),
        ),
    ] {
        let mut circle = Circle::default();
        assert!(circle.is_blank());
        circle.answer(CircleAnswer::Outside(outside));
        circle.answer(CircleAnswer::Confidential(confidential));
        circle.answer(CircleAnswer::UnderstandsCost(cost));
        circle.answer(CircleAnswer::LastTalk(last_talk));
        assert!(!circle.is_blank());
        assert_eq!(circle.pattern(), pattern);
        assert_eq!(circle.signpost(), pattern == Some(Pattern::Nobody));
        let somebody = matches!(outside, Some(Outside::One | Outside::Several));
        assert_eq!(circle.asks_about_them(), somebody);
        assert!(!circle.old_network_note());
    }
    let mut circle = Circle::default();
    circle.answer(CircleAnswer::FromWithin(no));
    assert!(!circle.old_network_note());
    circle.answer(CircleAnswer::FromWithin(yes));
    assert!(circle.old_network_note());
}

#[test]
fn a_text_is_as_long_as_its_limits_allow() {
    let name = Name::new(" M. K. ").unwrap();
    assert_eq!(
        (name.as_str(), name.to_string().as_str()),
        ("M. K.", "M. K.")
    );
    assert!(name == "M. K." && name != "M.");
    assert!(Name::new("A").is_ok() && Name::new("").is_err() && Name::new(" ").is_err());
    assert!(Name::new(&"x".repeat(40)).is_ok() && Name::new(&"x".repeat(41)).is_err());
    assert!(Noticed::new("").is_ok());
}

#[test]
fn a_relationship_is_read_back_or_its_fault_is_named() {
    let with = |name: &str| {
        format!(r#"{{"version":1,"clock":1,"writer":7,"name":"{name}","important":false}}"#)
    };
    let read = |name: &str| stored::Stamped::<Relationship>::from_text(&with(name));
    let known = read("M. K.").unwrap();
    assert_eq!(known.value.name, "M. K.");
    assert_eq!(known.to_text(), with("M. K."));
    for name in ["", &"x".repeat(41)] {
        let Err(stored::RecordError::Corrupt(faults)) = read(name) else {
            panic!("{name} is read");
        };
        assert_eq!(faults.listed.len(), 1);
        assert_eq!(faults.listed[0].path, "$.name");
    }
}
