//! The page stops at any call on storage, or one call throws: the later state of a round wins and finishes
//! what was left, and nothing that was acknowledged is lost.

use app::rounds::{Message, Sending};
use app::session::Message as ToSession;
use records::store::StoreError;
use simulator::Fault;
use simulator::tabs::Browser;

use crate::people::{Person, draft, kind, pulse, replies};

/// What is done in turn, by one person in one tab.
type Steps = Vec<ToSession>;

fn rounds(message: Message) -> ToSession {
    message.into()
}

fn rater() -> Steps {
    let invitation = Person::new().collects(0, draft(None, 3));
    let mut steps = vec![
        ToSession::Invited(invitation.into()),
        rounds(Message::BeganToAnswer),
    ];
    steps.extend(
        pulse([4, 5, 3, 1, 2])
            .into_iter()
            .map(|it| rounds(Message::Answered(it))),
    );
    steps.extend([
        rounds(Message::Locked(Sending::Copy)),
        rounds(Message::ForgotRound),
    ]);
    steps
}

/// A browser in which a round is collected for, and what its raters answer.
fn collecting() -> (Vec<(String, String)>, Vec<String>) {
    let mut coach = Person::new();
    let invitation = coach.collects(0, draft(None, 4));
    (coach.browser.everything(), replies(&invitation, 4))
}

fn collector(replies: &[String], ending: &[Message]) -> Steps {
    let mut steps = Vec::new();
    for text in [replies[..2].concat(), replies[2..].concat()] {
        steps.extend([rounds(Message::Typed(text)), rounds(Message::Pasted)]);
    }
    steps.extend(ending.iter().cloned().map(rounds));
    steps
}

/// A person whose storage fails so, with these records in it.
fn person(fault: Fault, records: &[(String, String)]) -> Person {
    let mut browser = Browser::new();
    for (key, text) in records {
        let (_, slot) = records::slot::Slot::of_key(key).unwrap();
        browser.put(&slot, text);
    }
    browser.set_fault(fault);
    let mut person = Person::with(browser);
    let round = person.rounds(0).records.rounds.first().map(|kept| kept.id);
    if let Some(round) = round {
        person.does(0, Message::OpenedRound(round));
    }
    person
}

fn goes(person: &mut Person, steps: &[ToSession]) {
    for step in steps {
        person.browser.does(0, step.clone());
        person.works(0);
    }
}

/// How many records of each kind there are.
fn count(records: &[(String, String)], of: &str) -> usize {
    records.iter().filter(|(name, _)| kind(name) == of).count()
}

/// Stops `steps` at every call, and gives what was stored after the last whole step, what was left, and what
/// a page that opens then makes of it.
fn stops(
    records: &[(String, String)],
    steps: &[ToSession],
    mut look: impl FnMut(usize, &[(String, String)], &[(String, String)], &[(String, String)]),
) {
    let mut whole = person(Fault::Never, records);
    let mut after = vec![(whole.records(), whole.browser.calls())];
    for step in steps {
        goes(&mut whole, std::slice::from_ref(step));
        after.push((whole.records(), whole.browser.calls()));
    }
    let calls = after.last().unwrap().1;
    assert!(calls > 12, "{calls}");
    for call in after[0].1..calls {
        let stopped_in = after.iter().position(|(_, calls)| *calls > call).unwrap();
        let mut stopped = person(Fault::Since(call, StoreError::Unavailable), records);
        goes(&mut stopped, &steps[..stopped_in]);
        let left = stopped.records();
        stopped.browser.kill(0);
        stopped.browser.set_fault(Fault::Never);
        let tab = stopped.opens();
        let name = |(name, _): &(String, String)| name.clone();
        let reopened = stopped.records();
        let known: Vec<String> = after
            .iter()
            .flat_map(|(it, _)| it.iter().map(name))
            .collect();
        assert!(
            left.iter().all(|it| known.contains(&name(it))),
            "call {call}"
        );
        assert_eq!(stopped.browser.notices(tab), [], "call {call}");
        look(call, &after[stopped_in - 1].0, &left, &reopened);
        // A second page finds nothing more to do.
        stopped.opens();
        assert_eq!(stopped.records(), reopened, "call {call}");
    }
}

#[test]
fn a_raters_page_that_stops_has_the_answers_or_the_message() {
    stops(&[], &rater(), |call, before, left, reopened| {
        let (answers, mine) = (count(left, "answer"), count(left, "mine"));
        if mine == 0 && count(before, "mine") == 0 {
            assert!(
                answers >= count(before, "answer"),
                "call {call}: an answer is gone"
            );
        }
        if mine == 1 {
            assert_eq!(count(reopened, "answer"), 0, "call {call}: an answer stays");
            assert_eq!(count(reopened, "mine"), 1, "call {call}");
        } else {
            assert_eq!(count(reopened, "answer"), answers, "call {call}");
        }
        if count(left, "invitation") == 0 {
            assert_eq!(
                reopened,
                [],
                "call {call}: something of a forgotten round stays"
            );
        }
    });
}

#[test]
fn a_collectors_page_that_stops_has_the_messages_or_the_outcome() {
    let (records, replies) = collecting();
    let steps = collector(&replies, &[Message::Closed]);
    stops(&records, &steps, |call, before, left, reopened| {
        if count(left, "outcome") == 0 {
            assert!(
                count(left, "seen") >= count(before, "seen"),
                "call {call}: a message is gone"
            );
            assert_eq!(count(left, "key"), 1, "call {call}: the key is gone");
            assert_eq!(left, reopened, "call {call}");
        } else {
            let kinds: Vec<String> = reopened.iter().map(|(name, _)| kind(name)).collect();
            assert_eq!(kinds, ["outcome"], "call {call}");
        }
    });
}

#[test]
fn a_round_that_was_given_up_half_way_can_be_given_up_again() {
    let (records, replies) = collecting();
    let steps = collector(&replies, &[Message::GaveUp]);
    stops(&records, &steps, |call, _, left, reopened| {
        if count(left, "invitation") == 0 {
            assert_eq!(reopened, [], "call {call}");
        } else if count(left, "key") == 0 {
            assert_eq!(left, reopened, "call {call}: it waits for the collector");
        }
    });
}

#[test]
fn a_call_that_throws_costs_nothing_once_storage_is_well_again() {
    let (records, replies) = collecting();
    let closing = collector(&replies, &[Message::Closed]);
    for (records, steps) in [(&[][..], rater()), (&records[..], closing)] {
        let mut whole = person(Fault::Never, records);
        let loading = whole.browser.calls();
        goes(&mut whole, &steps);
        let expected = whole.kinds();
        for call in loading..whole.browser.calls() {
            for error in [StoreError::Full, StoreError::Unavailable] {
                let mut person = person(Fault::Once(call, error), records);
                goes(&mut person, &steps);
                // The next visit to where everything is kept tries again.
                person.browser.does(0, ToSession::OpenedKeep);
                assert_eq!(person.kinds(), expected, "call {call}");
                assert_eq!(person.browser.notices(0), [], "call {call}");
            }
        }
    }
}

#[test]
fn where_nothing_can_be_stored_a_round_lasts_as_long_as_the_page() {
    let invitation = Person::new().collects(0, draft(None, 3));
    for fault in [Fault::Since(0, StoreError::Unavailable), Fault::NoRoom] {
        let mut rater = Person::with(Browser::with_fault(fault.clone()));
        rater.answers(0, &invitation, &pulse([4; 5]));
        rater.does(0, Message::Locked(Sending::Copy));
        assert!(rater.mine(0).starts_with("LA1.S."), "{fault:?}");
        assert!(rater.rounds(0).records.rounds[0].answers.is_empty());

        let mut coach = Person::with(Browser::with_fault(fault.clone()));
        let invitation = coach.collects(0, draft(None, 3));
        coach.pastes(0, &replies(&invitation, 3).concat());
        coach.does(0, Message::Closed);
        assert!(coach.rounds(0).shown().is_some(), "{fault:?}");
        assert!(coach.rounds(0).records.rounds.is_empty());
        for person in [&rater, &coach] {
            assert_eq!(person.browser.everything(), [], "{fault:?}");
        }
    }
}
