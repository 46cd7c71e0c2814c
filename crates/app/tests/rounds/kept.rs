//! What is read of the stored records of rounds: in which order, whose it is, and what is left over.

use app::rounds::draft::Draft;
use app::rounds::{Ending, Message, Screen};
use records::rounds::Role;
use records::slot::Slot;
use simulator::tabs::Browser;

use crate::people::{Person, draft, replies};

/// A browser with these stored texts.
fn with(records: &[(&str, String)]) -> Person {
    let browser = Browser::new();
    for (name, text) in records {
        browser.put(&Slot::Round((*name).to_owned()), text);
    }
    Person::with(browser)
}

/// Name and text of the record with this end of its name, of a round that a coach has just begun.
fn begun(coach: &Person, end: &str) -> (String, String) {
    let mut records = coach.records().into_iter();
    let found = records.find(|(name, _)| name.ends_with(end));
    found.expect("it is stored")
}

/// The text of a stored outcome that was made on this day.
fn outcome(day: u32) -> String {
    format!(
        r#"{{"version": 1, "clock": 1, "writer": 7, "round": "0123456789abcdef", "way": "sealed",
        "set": "down", "items": 12, "questions": "fnv1a64:0707070707070707", "people": 5, "threshold": 3,
        "mean": 45, "made_at": "2026-11-{day}T09:00:00Z", "own": false, "made_here": false, "apart": false}}"#
    )
}

#[test]
fn outcomes_are_listed_with_the_latest_first() {
    let made = [("a", 20), ("b", 22), ("c", 22), ("d", 21)];
    let made = made.map(|(id, day)| (format!("outcome:{}", id.repeat(16)), outcome(day)));
    let records = made
        .each_ref()
        .map(|(name, text)| (name.as_str(), text.clone()));
    let person = with(&records);
    let listed = person.rounds(0).records.outcomes.iter();
    let listed: Vec<char> = listed
        .filter_map(|kept| kept.name.as_str().chars().next())
        .collect();
    assert_eq!(listed, ['c', 'b', 'd', 'a']);
}

#[test]
fn rounds_are_listed_in_the_order_in_which_they_began() {
    let mut began = Vec::new();
    for day in [22, 20, 21] {
        let mut coach = Person::new();
        coach.collects(0, draft(None, 3));
        let (name, text) = begun(&coach, ":invitation");
        let at = text.find("\"began_at\":\"").unwrap() + 12;
        let text = format!(
            "{}2026-11-{day}T09:00:00Z{}",
            &text[..at],
            &text[at + text[at..].find('"').unwrap()..]
        );
        began.push((name, text));
    }
    let records: Vec<_> = began
        .iter()
        .map(|(name, text)| (name.as_str(), text.clone()))
        .collect();
    let person = with(&records);
    let listed = person.rounds(0).records.rounds.iter();
    let listed: Vec<i64> = listed
        .map(|kept| kept.record.began_at.0 / 86_400_000)
        .collect();
    assert_eq!(listed.len(), 3);
    assert!(listed.is_sorted(), "{listed:?}");
}

#[test]
fn a_key_without_its_round_is_deleted_but_not_beside_one_that_cannot_be_read() {
    let mut coach = Person::new();
    coach.collects(0, draft(None, 3));
    let (key, text) = begun(&coach, ":key");
    let (invitation, _) = begun(&coach, ":invitation");
    assert_eq!(with(&[(&key, text.clone())]).kinds(), "");
    let newer = r#"{"version": 9, "clock": 1, "writer": 7}"#.to_owned();
    let kept = with(&[(&key, text.clone()), (&invitation, newer.clone())]);
    assert_eq!(kept.kinds(), "invitation key");
    // An invitation to another round is no reason to keep it.
    let other = format!("round:{}:invitation", "0123456789abcdef".repeat(2));
    let alone = with(&[(&key, text), (&other, newer)]);
    assert_eq!(alone.kinds(), "invitation");
}

#[test]
fn an_outcome_is_ones_own_only_where_the_leader_collected_it() {
    for (role, own) in [(Role::Coach, false), (Role::Leader, true)] {
        let mut person = Person::new();
        let role = Some(role);
        let invitation = person.collects(
            0,
            Draft {
                role,
                ..draft(None, 3)
            },
        );
        person.pastes(0, &replies(&invitation, 3).concat());
        person.does(0, Message::Closed);
        assert_eq!(person.rounds(0).shown().unwrap().record.own, own);
    }
}

#[test]
fn a_collector_is_asked_before_a_round_ends() {
    let mut coach = Person::new();
    coach.collects(0, draft(None, 3));
    for asked in [Some(Ending::GiveUp), Some(Ending::Close), None] {
        coach.does(0, Message::Asked(asked));
        let Screen::Collecting(collecting) = coach.screen(0) else {
            panic!("{:?}", coach.screen(0));
        };
        assert_eq!(collecting.asked, asked);
    }
}
