//! What is read of the stored records of rounds: in which order, whose it is, and what is left over.

use app::rounds::draft::Draft;
use app::rounds::{Ending, Message, Screen, Sending, Task};
use app::session;
use records::rounds::{ExportedOutcome, OutcomeRecord, Role};
use records::slot::Slot;
use records::store::Loaded;
use simulator::tabs::{Browser, practised};

use crate::people::{Person, draft, pulse, replies};
use crate::places::{at, place};

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

#[test]
fn what_is_no_record_of_its_round_counts_for_nothing_and_stays_as_it_is() {
    let coach = at("collecting");
    let invitation = Person::new().collects(0, draft(None, 3));
    let other_id = "0123456789abcdef".repeat(2);
    let own_id = coach.round(0).to_text();
    // By what its name ends with or has in it, the record that is changed, and from what to what.
    for (case, which, from, to, listed, seen) in [
        ("as it was", ":key", "", "", 1, 2),
        (
            "a newer key",
            ":key",
            "\"version\":1",
            "\"version\":9",
            1,
            2,
        ),
        ("no key", ":key", "{", "", 1, 2),
        ("no invitation", ":invitation", "LA1.I", "LA1.X", 0, 0),
        ("a newer invitation", ":invitation", "LA1.I", "LA2.I", 0, 0),
        (
            "two invitations",
            ":invitation",
            "LA1.I",
            &format!("{invitation} LA1.I"),
            0,
            0,
        ),
        ("no message", ":seen:", "LA1.S", "LA1.X", 1, 1),
        (
            "an invitation as a message",
            ":seen:",
            "LA1.S",
            "LA1.I",
            1,
            1,
        ),
    ] {
        let mut is_changed = false;
        let records = coach.records().into_iter().map(|(name, text)| {
            let is_it = name.contains(which) && !is_changed;
            is_changed |= is_it;
            let text = if is_it { text.replace(from, to) } else { text };
            (name, text)
        });
        let records: Vec<_> = records.collect();
        let named = records
            .iter()
            .map(|(name, text)| (name.as_str(), text.clone()));
        let mut person = with(&named.collect::<Vec<_>>());
        let rounds = &person.rounds(0).records.rounds;
        assert_eq!(rounds.len(), listed, "{case}");
        let found: usize = rounds.iter().map(|kept| kept.seen.len()).sum();
        assert_eq!(found, seen, "{case}");
        person.does(0, Message::OpenedList);
        assert_eq!(person.records(), records, "{case}");
    }
    let (name, text) = begun(&coach, ":invitation");
    let name = name.replace(&own_id, &other_id);
    let person = with(&[(&name, text.clone())]);
    assert!(person.rounds(0).records.rounds.is_empty());
    assert_eq!(person.records(), [(name, text)], "another round's id");
}

#[test]
fn a_round_whose_key_cannot_be_read_is_not_closed_and_loses_nothing() {
    let mut coach = at("collecting");
    let invitation = coach.rounds(0).records.rounds[0].invitation.to_text();
    coach.pastes(0, &replies(&invitation, 1).concat());
    let round = coach.round(0);
    let newer = r#"{"version":9,"clock":1,"writer":7}"#.to_owned();
    let mut records = coach.records();
    let key = records.iter().position(|(name, _)| name.ends_with(":key"));
    records[key.expect("it is stored")].1 = newer;
    let named = records
        .iter()
        .map(|(name, text)| (name.as_str(), text.clone()));
    let mut person = with(&named.collect::<Vec<_>>());
    person.all(0, [Message::OpenedRound(round), Message::Closed]);
    assert_eq!(person.rounds(0).to_open(&round), None);
    assert_eq!(place(&person), "collecting");
    assert_eq!(person.records(), records);
    // With the key as it was, the same messages are opened.
    coach.does(0, Message::Closed);
    assert_eq!(coach.kinds(), "outcome");
}

/// The round of an outcome that was made here is over for the collector, and nobody's answers are taken for leftovers.
#[test]
fn whoever_answers_in_the_collectors_browser_after_the_close_loses_no_answer() {
    let mut coach = at("collecting");
    let invitation = coach.rounds(0).records.rounds[0].invitation.to_text();
    coach.pastes(0, &replies(&invitation, 1).concat());
    coach.does(0, Message::Closed);
    assert_eq!(coach.kinds(), "outcome");
    coach.answers(0, &invitation, &pulse([4; 5]));
    assert_eq!(
        coach.kinds(),
        "answer answer answer answer answer invitation outcome"
    );
    let tab = coach.opens();
    assert_eq!(coach.rounds(tab).records.rounds[0].answers.len(), 5);
    coach.does(0, Message::Locked(Sending::Copy));
    assert_eq!(coach.kinds(), "invitation mine outcome");
}

#[test]
fn the_number_of_a_round_is_computed_once_in_each_tab() {
    let mut coach = at("collecting");
    let round = coach.round(0);
    let other = coach.opens();
    for (tab, times) in [(0, 0), (other, 1), (other, 0)] {
        coach.does(tab, Message::OpenedList);
        coach.takes(tab, Message::OpenedRound(round));
        let tasks = coach.tasks(tab);
        let computed = tasks.iter().filter(|task| matches!(task, Task::Code(..)));
        assert_eq!(computed.count(), times, "tab {tab}");
        for task in tasks {
            coach.carries_out(tab, task);
        }
        assert_eq!(coach.rounds(tab).code(&round), Some("1234 5678 9012"));
    }
}

#[test]
fn an_outcome_with_figures_that_no_round_gives_is_not_listed_and_stays_as_it_is() {
    let name = format!("outcome:{}", "a".repeat(16));
    for (from, to, listed) in [
        ("", "", 1),
        (r#""mean": 45"#, r#""mean": 46"#, 0),
        (r#""people": 5"#, r#""people": 2"#, 0),
        (r#""items": 12"#, r#""items": 5"#, 0),
        (r#""set": "down""#, r#""set": "pulse""#, 0),
    ] {
        let text = outcome(22).replace(from, to);
        let person = with(&[(&name, text.clone())]);
        let rounds = person.rounds(0);
        assert_eq!(rounds.records.outcomes.len(), listed, "{to}");
        assert_eq!(person.records(), [(name.clone(), text)]);
    }
}

#[test]
fn a_record_that_only_a_later_version_knows_by_name_stays() {
    let id = "0123456789abcdef".repeat(2);
    for name in [format!("round:{id}:later"), format!("round:{id}:later:0a")] {
        let mut person = with(&[(&name, "{}".to_owned())]);
        assert!(person.rounds(0).records.rounds.is_empty());
        person.collects(0, draft(None, 3));
        person.does(0, Message::GaveUp);
        assert_eq!(person.records(), [(name, "{}".to_owned())]);
    }
}

#[test]
fn what_the_practice_stores_is_nothing_of_a_round() {
    let mut coach = at("collecting");
    let before = coach.rounds(0).clone();
    let records = coach.records();
    coach.browser.does(0, practised("map", "{}"));
    assert_eq!(coach.browser.everything().len(), records.len() + 1);
    assert_eq!(*coach.rounds(0), before);
    let tab = coach.opens();
    assert_eq!(coach.rounds(tab).records, before.records);
    assert_eq!(coach.records(), records);
}

/// A page that has closed a round deletes its key and its messages. The tag of a round is no secret, and an outcome can
/// be made up.
#[test]
fn no_file_ends_a_round_that_this_browser_collects_for() {
    let mut coach = Person::new();
    coach.collects(0, draft(None, 3));
    let round = coach.round(0);
    let tag = round::hex(&coach.rounds(0).records.round(&round).unwrap().hash.tag());
    let text = outcome(20)
        .replace("0123456789abcdef", &tag)
        .replace("\"made_here\": false", "\"made_here\": true");
    let mut stored = coach.records();
    stored.push((format!("outcome:{}", "a".repeat(32)), text.clone()));
    let stored: Vec<_> = stored
        .iter()
        .map(|(name, text)| (name.as_str(), text.clone()))
        .collect();
    assert_eq!(with(&stored).kinds(), "outcome", "this page made it");

    let read = records::rounds::read::<OutcomeRecord>(&text).unwrap();
    let exported = ExportedOutcome {
        figures: read.value.figures,
        apart: false,
    };
    let slot = Slot::Round("outcome:0a".to_owned());
    let loaded = Loaded {
        unparsed: vec![(slot, text)],
        ..Loaded::default()
    };
    for file in [
        session::Message::ImportedBackup(loaded.into()),
        session::Message::ImportedOutcomes(vec![exported].into()),
    ] {
        let stored: Vec<_> = coach.records();
        let stored: Vec<_> = stored
            .iter()
            .map(|(name, text)| (&**name, text.clone()))
            .collect();
        let mut coach = with(&stored);
        coach.browser.does(0, file);
        assert_eq!(coach.kinds(), "invitation key outcome");
    }
}
