//! Rounds before their part of the program has arrived: what was asked for waits, and names of records tell how far
//! the rounds of this browser are.

use app::parts::{Parts, Rounds};
use app::rounds::{Message, RatingStep, RoundWrite, Screen, Sending};
use app::session::{Effect, Message as ToSession, Screen as OfSession};
use records::slot::Slot;
use simulator::tabs::Browser;

use crate::people::{Person, draft, pulse};
use crate::places::at;

fn arrived() -> ToSession {
    let mut parts = Parts::default();
    parts.report(Rounds::NAME, None);
    ToSession::LinkedRounds(parts.rounds.linked().expect("it is linked"))
}

/// How often focus was moved, and how often rounds asked something of the browser, since so many effects.
fn since(browser: &Browser, before: usize) -> (usize, usize) {
    let new = browser.effects(0)[before..].iter();
    let focus = new.clone().filter(|it| matches!(it, Effect::FocusHeading));
    let tasks = new.filter(|it| matches!(it, Effect::Rounds(_)));
    (focus.count(), tasks.count())
}

#[test]
fn what_was_asked_for_before_the_part_is_there_is_shown_once_it_is() {
    let invitation = Person::new().collects(0, draft(None, 3));
    let invited = ToSession::Invited(invitation.as_str().into());
    for (message, is_invited) in [(ToSession::OpenedRounds, false), (invited, true)] {
        let mut browser = Browser::new();
        browser.open_without_parts();
        browser.does(0, message);
        assert_eq!(browser.session(0).screen, OfSession::Rounds);
        assert!(browser.session(0).rounds().is_none());
        assert_eq!(since(&browser, 0), (1, 0));

        let before = browser.effects(0).len();
        browser.links(0, arrived());
        let (focus, tasks) = since(&browser, before);
        assert!(tasks > 0, "what the page can do is asked for");
        assert_eq!(focus > 0, is_invited, "focus moves for an invitation alone");
        let rounds = browser.session(0).rounds().expect("it is there");
        match &rounds.screen {
            Screen::Rating(rating) => {
                assert!(is_invited);
                assert_eq!(rating.step, RatingStep::Invited);
                assert_eq!(rating.invitation.to_text(), invitation);
            }
            screen => assert!(!is_invited && *screen == Screen::List, "{screen:?}"),
        }

        // Reported again by another widget, it changes nothing.
        let (before, session) = (browser.effects(0).len(), browser.session(0).clone());
        browser.links(0, arrived());
        assert_eq!(since(&browser, before), (0, 0));
        assert_eq!(*browser.session(0), session);
        assert_eq!(browser.everything(), []);
    }
}

#[test]
fn a_part_that_arrives_while_something_else_is_on_screen_leaves_that_alone() {
    let mut browser = Browser::new();
    browser.open_without_parts();
    browser.links(0, arrived());
    assert_eq!(browser.session(0).screen, OfSession::Welcome);
    assert_eq!(since(&browser, 0), (0, 0));
    let rounds = browser.session(0).rounds();
    assert!(rounds.is_some(), "what others said stands beside a result");
}

#[test]
fn nothing_happens_in_rounds_before_their_part_is_there() {
    let slot = Slot::Round("outcome:0a".to_owned());
    for message in [
        Message::AskedToBegin.into(),
        ToSession::StoredRounds(vec![RoundWrite::Put(slot, "{}".into())]),
    ] {
        let mut browser = Browser::new();
        browser.open_without_parts();
        let before = browser.session(0).clone();
        browser.does(0, message);
        assert_eq!(*browser.session(0), before);
        assert_eq!(browser.effects(0), []);
        assert_eq!(browser.everything(), []);
    }
}

/// Collects for a round, and answers in another one until the answers are sealed or before.
fn both(from: &str, is_sealed: bool) -> Person {
    let mut person = at(from);
    let invitation = Person::new().collects(0, draft(None, 3));
    person.answers(0, &invitation, &pulse([4; 5]));
    if is_sealed {
        person.does(0, Message::Locked(Sending::Copy));
    }
    person
}

#[test]
fn the_names_of_records_tell_how_far_the_rounds_are_before_any_is_read() {
    let mut left = both("statement 2", true);
    left.browser.close(0);
    for (case, person, under_way, has_outcome) in [
        ("nothing", Person::new(), None, false),
        ("only looked", at("invited"), None, false),
        ("a table", at("table closing"), None, false),
        ("not kept", at("outcome fresh"), None, false),
        ("answering", at("statement 2"), Some("answering"), false),
        ("sent", at("sent"), Some("sent"), false),
        ("answering, sent", left, Some("sent"), false),
        ("collecting", at("collecting"), Some("collecting"), false),
        (
            "collecting, sent",
            both("collecting", true),
            Some("collecting"),
            false,
        ),
        ("kept", at("outcome kept"), Some("kept"), true),
        (
            "kept, answering",
            both("outcome kept", false),
            Some("answering"),
            true,
        ),
    ] {
        let stored = person.browser.stored();
        let open = person.browser.open_tabs();
        let open = open.iter().map(|tab| person.browser.session(*tab));
        for session in open.chain([&stored]) {
            assert_eq!(session.round_under_way(), under_way, "{case}");
            assert_eq!(session.has_outcome(), has_outcome, "{case}");
        }
    }
}
