//! What leaves the browser: no file ever has a key, an answer or a message of a round.

use app::rounds::{Message, Sending};
use app::session::{Effect, Message as ToSession};
use records::slot::Slot;

use crate::people::{Person, draft, kind, pulse, replies};

/// With a result of their own, all kinds of records of rounds, and the texts that may not leave.
fn everybody() -> (Person, usize, Vec<String>) {
    let mut person = Person::with(simulator::past::with_past(&[3, 4]));
    let tab = person.opens();
    let first = person.collects(tab, draft(None, 3));
    person.pastes(tab, &replies(&first, 3).concat());
    person.does(tab, Message::Closed);
    let second = person.collects(tab, draft(None, 3));
    person.pastes(tab, &replies(&second, 2).concat());
    for answers in [2, 5] {
        let invitation = Person::new().collects(0, draft(None, 5));
        person.answers(tab, &invitation, &pulse([4; 5])[..answers]);
    }
    person.does(tab, Message::Locked(Sending::Copy));
    let kept = person.records().into_iter();
    let kept = kept.filter(|(name, _)| kind(name) != "outcome");
    let secrets = kept.flat_map(|(name, text)| {
        let id = name.split(':').nth(1).unwrap().to_owned();
        [id, text]
    });
    let mut secrets: Vec<String> = secrets.collect();
    secrets.extend(["secret", "LA1.I", "LA1.S"].map(str::to_owned));
    (person, tab, secrets)
}

#[test]
fn a_saved_result_and_what_the_host_page_hears_have_nothing_of_a_round() {
    let (mut person, tab, secrets) = everybody();
    person.browser.does(tab, ToSession::OpenedKeep);
    person.browser.does(tab, ToSession::SavedJson);
    person.browser.does(tab, ToSession::Shared);
    let effects = person.browser.effects(tab).iter();
    let out: Vec<String> = effects
        .filter_map(|effect| match effect {
            Effect::SaveResult(file) => Some(file.text.clone()),
            Effect::Download { text, .. } => Some(text.clone()),
            Effect::Emit(event) => Some(format!("{event:?}")),
            _ => None,
        })
        .collect();
    assert!(out.len() >= 2, "{out:?}");
    for text in out {
        for secret in &secrets {
            assert!(!text.contains(secret.as_str()), "{secret} in {text}");
        }
    }
}

#[test]
fn of_the_records_of_a_round_only_its_outcome_may_leave() {
    let (person, ..) = everybody();
    for (name, _) in person.records() {
        let slot = Slot::from_suffix(&name);
        assert_eq!(slot.may_leave(), kind(&name) == "outcome", "{name}");
    }
}

#[test]
fn no_event_of_the_element_comes_of_a_round() {
    let (person, tab, _) = everybody();
    assert_eq!(
        person.browser.emitted(tab),
        Vec::<&app::session::ElementEvent>::new()
    );
}
