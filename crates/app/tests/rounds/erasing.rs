//! “Delete everything” takes rounds too, and undo brings them back; where records are kept may change.

use app::rounds::{Message, Notice, Screen, Sending};
use app::session::{Message as ToSession, Notice as OfSession};
use records::slot::Slot;
use records::store::StoreError;
use simulator::Fault;
use simulator::tabs::Browser;

use crate::people::{Person, draft, pulse, replies};

/// One who collects for one round, answers in two, sealed one of them, and keeps an outcome.
fn full() -> Person {
    let mut person = Person::new();
    let first = person.collects(0, draft(None, 3));
    person.pastes(0, &replies(&first, 3).concat());
    person.does(0, Message::Closed);
    let second = person.collects(0, draft(None, 3));
    person.pastes(0, &replies(&second, 2).concat());
    for answers in [2, 5] {
        let invitation = Person::new().collects(0, draft(None, 5));
        person.answers(0, &invitation, &pulse([4; 5])[..answers]);
    }
    person.does(0, Message::Locked(Sending::Copy));
    assert_eq!(
        person.kinds(),
        "answer answer invitation invitation invitation key mine outcome seen seen"
    );
    person
}

#[test]
fn deleting_everything_takes_rounds_and_undo_restores_them() {
    let mut person = full();
    let before = person.records();
    person.browser.erases(0);
    assert_eq!(person.records(), []);
    person.shows(0);
    assert_eq!(*person.screen(0), Screen::List);
    let records = &person.rounds(0).records;
    assert!(records.rounds.is_empty() && records.outcomes.is_empty());
    let debug = format!("{:?}", person.rounds(0));
    for text in ["secret", "LA1."] {
        assert!(!debug.contains(text), "{text} is still in memory");
    }
    person.browser.does(0, ToSession::UndidErase);
    assert_eq!(person.records(), before);
    let records = &person.rounds(0).records;
    assert_eq!((records.rounds.len(), records.outcomes.len()), (3, 1));
    let shown = person.opens();
    assert_eq!(person.rounds(shown).records.rounds.len(), 3);
    assert_eq!(person.browser.notices(0), []);
}

#[test]
fn nothing_is_left_once_the_page_was_left() {
    let mut person = full();
    person.browser.erases(0);
    person.browser.close(0);
    assert_eq!(person.browser.everything(), []);
    assert_eq!(person.browser.elsewhere(), []);
}

#[test]
fn a_deletion_that_stops_at_any_call_is_finished_by_the_next_page() {
    let whole = full();
    let all = whole.browser.everything();
    let mut again = restored(&all);
    let before = again.browser.calls();
    again.browser.erases(0);
    let calls = again.browser.calls();
    assert!(calls - before > 20);
    for call in before..calls {
        let mut stopped = restored(&all);
        stopped
            .browser
            .set_fault(Fault::Since(call - before, StoreError::Unavailable));
        stopped.browser.erases(0);
        stopped.browser.kill(0);
        stopped.browser.set_fault(Fault::Never);
        let left = stopped.records();
        let tab = stopped.opens();
        let reopened = stopped.records();
        let untouched = left == whole.records() && reopened == left;
        assert!(untouched || reopened.is_empty(), "call {call}: {left:?}");
        assert!(
            stopped
                .browser
                .notices(tab)
                .iter()
                .all(|it| *it != OfSession::Unreadable)
        );
    }
}

/// A browser with these records.
fn restored(records: &[(String, String)]) -> Person {
    let browser = Browser::new();
    for (key, text) in records {
        browser.put(&Slot::of_key(key).unwrap().1, text);
    }
    let mut person = Person::with(browser);
    person.browser.set_fault(Fault::Never);
    person
}

#[test]
fn a_round_that_began_after_a_deletion_survives_a_reload_and_undo() {
    let mut person = full();
    let before = person.records().len();
    person.browser.erases(0);
    person.shows(0);
    let invitation = person.collects(0, draft(None, 3));
    assert_eq!(person.kinds(), "invitation key");
    let tab = person.opens();
    assert_eq!(person.kinds(), "invitation key");
    assert_eq!(
        person.rounds(tab).records.rounds[0].invitation.to_text(),
        invitation
    );
    person.browser.kill(tab);
    person.browser.does(0, ToSession::UndidErase);
    assert_eq!(person.records().len(), before + 2);
}

#[test]
fn another_tab_that_deletes_everything_takes_the_round_on_screen() {
    let invitation = Person::new().collects(0, draft(None, 5));
    let mut person = Person::new();
    person.answers(0, &invitation, &pulse([4; 5])[..2]);
    let other = person.opens();
    person.browser.erases(other);
    // Not heard of yet: one more answer is written under the tombstone.
    person.takes(0, Message::Answered(Some(1)));
    person.browser.settle();
    assert_eq!(*person.screen(0), Screen::List);
    assert_eq!(person.rounds(0).notice, Some(Notice::Gone));
    assert_eq!(person.records(), []);
    person.browser.close(0);
    person.browser.close(other);
    assert_eq!(person.browser.everything(), []);
}

#[test]
fn what_is_sealed_after_another_tabs_deletion_is_not_stored() {
    let invitation = Person::new().collects(0, draft(None, 5));
    let mut person = Person::new();
    person.answers(0, &invitation, &pulse([4; 5]));
    person.tasks(0);
    person.takes(0, Message::Locked(Sending::Copy));
    let tasks = person.tasks(0);
    let other = person.opens();
    person.browser.erases(other);
    for task in tasks {
        person.carries_out(0, task);
    }
    person.browser.settle();
    assert_eq!(person.records(), []);
}

#[test]
fn where_records_are_kept_may_change_in_both_directions() {
    let person = full();
    let mut browser = person.browser;
    browser.close(0);
    let before = browser.everything();
    for changes in [1, 1, 2, 3] {
        for _ in 0..changes {
            browser.changes_retain();
        }
        let mut person = Person::with(browser);
        let tab = person.opens();
        assert_eq!(person.browser.everything(), before);
        assert_eq!(person.browser.elsewhere(), []);
        assert_eq!(person.rounds(tab).records.rounds.len(), 3);
        for tab in person.browser.open_tabs() {
            person.browser.close(tab);
        }
        browser = person.browser;
    }
}

#[test]
fn a_move_that_stops_at_any_call_is_finished_by_the_next_page() {
    let all = full().browser.everything();
    let calls = {
        let mut moved = restored(&all).browser;
        moved.kill(0);
        moved.changes_retain();
        moved.set_fault(Fault::Never);
        moved.open();
        moved.calls()
    };
    assert!(calls > 20, "{calls}");
    for call in 0..calls {
        let mut browser = restored(&all).browser;
        browser.kill(0);
        browser.changes_retain();
        browser.set_fault(Fault::Since(call, StoreError::Full));
        let stopped = browser.open();
        browser.kill(stopped);
        browser.set_fault(Fault::Never);
        browser.open();
        assert_eq!(browser.everything(), all, "call {call}");
        assert_eq!(browser.elsewhere(), [], "call {call}");
    }
}

#[test]
fn a_message_that_is_in_one_storage_wins_over_answers_in_the_other() {
    let invitation = Person::new().collects(0, draft(None, 5));
    let mut rater = Person::new();
    rater.answers(0, &invitation, &pulse([4; 5]));
    let answers = rater.browser.everything();
    rater.does(0, Message::Locked(Sending::Copy));
    let mine = rater.mine(0);
    let mut browser = rater.browser;
    browser.close(0);
    // The move to the other storage was stopped before it removed them.
    browser.changes_retain();
    for (key, text) in &answers {
        browser.put(&Slot::of_key(key).unwrap().1, text);
    }
    let mut rater = Person::with(browser);
    let tab = rater.opens();
    assert_eq!(rater.kinds(), "invitation mine");
    assert_eq!(rater.mine(tab), mine);
}

#[test]
fn a_page_that_may_not_write_keeps_rounds_in_memory_and_touches_nothing() {
    let browser = Browser::new();
    browser.put(
        &Slot::Result,
        r#"{"schema":"leadership-audit/result","version":99}"#,
    );
    let before = browser.everything();
    let mut person = Person::with(browser);
    assert_eq!(person.browser.notices(0), [OfSession::ReadOnly]);
    assert!(!person.browser.session(0).is_kept());
    let invitation = person.collects(0, draft(None, 3));
    person.pastes(0, &replies(&invitation, 3).concat());
    person.does(0, Message::Closed);
    assert!(person.rounds(0).shown().is_some());
    assert_eq!(person.browser.everything(), before);
}

#[test]
fn a_record_that_cannot_be_read_is_left_where_it_is() {
    let person = full();
    for (name, text) in person.records() {
        let all = person.browser.everything();
        let damaged = restored(&all).browser;
        let slot = Slot::from_suffix(&name);
        for broken in [
            "",
            "{",
            "null",
            &text[..text.len() / 2],
            &text.replace("\"version\":1", "\"version\":2"),
        ] {
            damaged.put(&slot, broken);
            let mut reader = Person::with(Browser::new());
            for (key, text) in damaged.everything() {
                reader.browser.put(&Slot::of_key(&key).unwrap().1, &text);
            }
            let tab = reader.opens();
            assert_eq!(
                reader.browser.text(&slot).as_deref(),
                Some(broken),
                "{name}: {broken}"
            );
            assert_eq!(reader.browser.notices(tab), [], "{name}: {broken}");
        }
    }
}
