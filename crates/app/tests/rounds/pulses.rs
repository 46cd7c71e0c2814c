//! The five statements of a questionnaire: a print of their own, and never mistaken for others.

use std::rc::Rc;

use app::rounds::questions::{Asked, Five};
use app::rounds::{Message, Notice, RatingStep, Screen, Sending};
use measure::instrument::Instrument;
use round::gap::{Refused, pulse_change};
use round::invitation::{Print, Set};
use round::outcome::Outcome;
use simulator::tabs::Browser;

use crate::people::{Person, draft, pulse};

const STATEMENTS: &str = r#""We agree.", "We disagree.", "We decide.", "We begin.", "We stop.""#;

/// A questionnaire with this id and version whose pulse has these statements.
fn with_pulse(id: &str, version: &str, statements: &str) -> Instrument {
    testing::small(2, |text| {
        text.replace(
            r#""id":"small""#,
            &format!(r#""id":"{id}","pulse":[{statements}]"#),
        )
        .replace("1.0.0", version)
    })
}

fn own() -> Instrument {
    with_pulse("our-values", "2.1.0", STATEMENTS)
}

fn print(instrument: &Instrument) -> Print {
    let asked = Asked::of(Set::Pulse, 5, instrument).unwrap();
    assert_eq!(asked.statements.len(), 5);
    asked.questions.print
}

/// Somebody on a page with this questionnaire.
fn person(instrument: &Instrument) -> Person {
    let mut browser = Browser::new();
    browser.instrument = Rc::new(instrument.clone());
    Person::with(browser)
}

/// The outcome of a round of five people on pages with this questionnaire.
fn outcome(instrument: &Instrument) -> Outcome {
    let mut coach = person(instrument);
    let invitation = coach.collects(0, draft(None, 5));
    for number in 1..=5 {
        let mut rater = person(instrument);
        rater.answers(0, &invitation, &pulse([number, 4, 3, 5, 2]));
        rater.does(0, Message::Locked(Sending::Copy));
        coach.pastes(0, &rater.mine(0));
    }
    coach.does(0, Message::Closed);
    coach.rounds(0).shown().unwrap().outcome.clone()
}

#[test]
fn a_print_is_of_the_id_and_the_major_version_alone() {
    // FNV-1a 64 of “leadership-audit pulse our-values 2”, made by another implementation.
    let expected = Print([0x8e, 0x33, 0xbb, 0xfa, 0x21, 0x48, 0x5e, 0xea]);
    let other_words = STATEMENTS.replace("We", "They");
    for instrument in [
        own(),
        with_pulse("our-values", "2.9.1", STATEMENTS),
        with_pulse("our-values", "02.0.0", STATEMENTS),
        with_pulse("our-values", "2.1.0", &other_words),
    ] {
        assert_eq!(print(&instrument), expected);
    }
    // The same of “… our-values 0”.
    let zero = Print([0x8e, 0x33, 0xb9, 0xfa, 0x21, 0x48, 0x5b, 0x84]);
    assert_eq!(print(&with_pulse("our-values", "0.3.0", STATEMENTS)), zero);
    assert_ne!(
        print(&with_pulse("our-value", "2.1.0", STATEMENTS)),
        expected
    );
    let without = testing::small(2, |text| text);
    let programs = print(&testing::shipped());
    assert_eq!(print(&without), programs, "the statements of the program");
    assert_eq!(programs.0, 0x6ed7_23e7_c9f8_e36a_u64.to_be_bytes());
}

#[test]
fn an_invitation_is_answered_where_its_five_statements_are_and_nowhere_else() {
    let shipped = testing::shipped();
    let other = with_pulse("our-values", "3.0.0", STATEMENTS);
    for (collects, answers, is_asked) in [
        (&own(), &own(), true),
        (&own(), &shipped, false),
        (&own(), &other, false),
        (&other, &own(), false),
        // Every page has the statements of the program.
        (&shipped, &own(), true),
    ] {
        let invitation = person(collects).collects(0, draft(None, 5));
        let mut rater = person(answers);
        rater.joins(0, &invitation);
        match rater.screen(0) {
            Screen::Rating(rating) => {
                assert!(is_asked);
                assert_eq!(rating.step, RatingStep::Invited);
                let five = Five::of(rating.invitation.print, answers);
                let own = answers.pulse.as_ref().map_or(Five::Unknown, Five::Own);
                let expected = if collects.pulse.is_some() {
                    own
                } else {
                    Five::Program
                };
                assert_eq!(five, expected);
            }
            screen => {
                assert!(!is_asked, "{screen:?}");
                assert_eq!(rater.rounds(0).notice, Some(Notice::OtherQuestions));
                assert_eq!(rater.browser.everything(), []);
            }
        }
    }
}

#[test]
fn figures_have_the_words_of_their_own_statements_and_are_compared_with_no_others() {
    let (own, shipped) = (own(), testing::shipped());
    let next_version = with_pulse("our-values", "3.0.0", STATEMENTS);
    let (of_own, of_program) = (outcome(&own), outcome(&shipped));
    assert_eq!(
        Five::of(of_own.print, &own),
        Five::Own(own.pulse.as_ref().unwrap())
    );
    for elsewhere in [&shipped, &next_version, &testing::small(2, |text| text)] {
        assert_eq!(Five::of(of_own.print, elsewhere), Five::Unknown);
        assert_eq!(Five::of(of_program.print, elsewhere), Five::Program);
    }
    assert!(pulse_change(&of_own, &of_own).is_ok());
    for (earlier, later) in [
        (&of_own, &of_program),
        (&of_program, &of_own),
        (&of_own, &outcome(&next_version)),
    ] {
        assert_eq!(pulse_change(earlier, later), Err(Refused::OtherQuestions));
    }
}
