//! Both storages of the browser: the owner changes how long records are kept, at any moment, and what is
//! deleted is deleted in both.

use app::session::Message::*;
use app::session::{Effect, ElementEvent, Notice};
use app::storing::apply;
use proptest::prelude::*;
use records::slot::Slot;
use records::store::{Areas, MemoryStore, Store, StoreError, move_records};
use simulator::tabs::{Browser, audit, practised};
use simulator::{Fault, FaultyStore};

/// An audit under way, a result, earlier ones, a note, something set aside and something unknown.
fn full() -> Browser {
    let mut browser = simulator::past::with_past(&[3, 4]);
    browser.all(0, [practised("map", "[\"K.\"]"), OpenedWelcome]);
    browser.begins(0, &[4, 5, 3]);
    browser.close(0);
    for (slot, text) in [
        (Slot::Aside("1:head".into()), "something broken"),
        (Slot::Unknown("later:x".into()), "of a version to come"),
    ] {
        browser.put(&slot, text);
    }
    browser
}

#[test]
fn a_page_that_opens_after_the_owner_changed_retain_has_everything_and_leaves_nothing_behind() {
    let mut browser = full();
    let before = browser.everything();
    // Changed, changed back, and changed twice before anything opens.
    for changes in [1, 1, 2, 3] {
        for _ in 0..changes {
            browser.changes_retain();
        }
        let tab = browser.open();
        assert_eq!(browser.everything(), before);
        assert_eq!(browser.elsewhere(), []);
        assert_eq!(browser.notices(tab), []);
        assert!(browser.session(tab).can_continue());
        browser.close(tab);
    }
}

#[test]
fn a_move_that_is_stopped_at_any_call_loses_nothing_and_is_finished_the_next_time() {
    let calls = {
        let mut browser = full();
        browser.changes_retain();
        browser.set_fault(Fault::Never);
        browser.open();
        browser.calls()
    };
    assert!(calls > 50, "{calls}");
    for call in 0..calls {
        for once in [true, false] {
            let mut browser = full();
            let before = browser.everything();
            browser.changes_retain();
            let error = StoreError::Full;
            browser.set_fault(match once {
                true => Fault::Once(call, error),
                false => Fault::Since(call, error),
            });
            let stopped = browser.open();
            browser.kill(stopped);
            browser.set_fault(Fault::Never);
            let tab = browser.open();
            assert_eq!(browser.everything(), before, "call {call}, once: {once}");
            assert_eq!(browser.elsewhere(), [], "call {call}, once: {once}");
            assert_eq!(browser.notices(tab), [], "call {call}, once: {once}");
        }
    }
}

#[test]
fn what_is_in_both_storages_is_joined() {
    let mut browser = Browser::answering(&[4, 5, 3]);
    browser.kill(0);
    let first = browser.everything();
    browser.changes_retain();
    // The same audit goes on there, as after a failed move.
    for (key, text) in &first {
        let (_, slot) = Slot::of_key(key).unwrap();
        browser.put(&slot, text);
    }
    let tab = browser.open();
    browser.does(tab, Continued);
    browser.presses(tab, &[2]);
    browser.answers(tab, 0, 1);
    browser.kill(tab);
    // And an older copy turns up in the place that is now the own one.
    browser.changes_retain();
    for (key, text) in &first {
        let (_, slot) = Slot::of_key(key).unwrap();
        browser.put(&slot, text);
    }
    let tab = browser.open();
    assert_eq!(browser.stored_responses(), "1532");
    assert_eq!(browser.elsewhere(), []);
    assert_eq!(browser.notices(tab), []);
    let asides = browser.slots().into_iter();
    assert_eq!(asides.filter(|slot| slot.contains("aside")).count(), 0);
}

#[test]
fn of_two_audits_the_one_of_this_storage_goes_on_and_no_text_of_the_other_is_lost() {
    let mut browser = Browser::answering_again(&[4, 5, 3]);
    browser.kill(0);
    let other = browser.everything();
    browser.clear();
    let tab = browser.open();
    browser.begins(tab, &[1, 1]);
    browser.kill(tab);
    browser.changes_retain();
    for (key, text) in &other {
        let (_, slot) = Slot::of_key(key).unwrap();
        browser.put(&slot, text);
    }
    browser.changes_retain();
    let tab = browser.open();
    assert_eq!(browser.stored_responses(), "11");
    assert!(browser.session(tab).result.is_some(), "that of the other");
    browser.still_holds(&other);
    assert_eq!(browser.elsewhere(), []);
}

#[test]
fn the_later_result_is_the_latest_and_the_later_note_stays() {
    let slot = |text: &str| Slot::Practice(text.to_owned());
    let (from, to) = (MemoryStore::default(), MemoryStore::default());
    let result = |ended: &str| format!(r#"{{"ended_at":"{ended}"}}"#);
    let note = |clock: u8| format!(r#"{{"version":1,"clock":{clock},"writer":1}}"#);
    for (store, ended, clocks) in [
        (&from, "2026-03-01T00:00:00Z", [5, 1]),
        (&to, "2026-02-01T00:00:00Z", [2, 7]),
    ] {
        for (slot, text) in [
            (Slot::Result, result(ended)),
            (slot("plan"), note(clocks[0])),
            (slot("loop"), note(clocks[1])),
            (slot("later"), format!(r#"{{"version":2,"of":"{ended}"}}"#)),
        ] {
            store.set(&slot.key(&audit()), &text).unwrap();
        }
    }
    move_records(&from, &to, &audit()).unwrap();
    assert_eq!(from.keys().unwrap(), [""; 0]);
    let text = |slot: Slot| to.get(&slot.key(&audit())).unwrap();
    assert_eq!(text(Slot::Result), Some(result("2026-03-01T00:00:00Z")));
    assert_eq!(text(slot("plan")), Some(note(5)));
    assert_eq!(text(slot("loop")), Some(note(7)));
    let aside = |of: &str| text(Slot::Aside(format!("1:{of}")));
    assert_eq!(aside("result"), Some(result("2026-02-01T00:00:00Z")));
    assert_eq!(aside("practice:plan"), None, "it was only replaced");
    let newer = |of: &str| format!(r#"{{"version":2,"of":"{of}"}}"#);
    assert_eq!(text(slot("later")), Some(newer("2026-02-01T00:00:00Z")));
    assert_eq!(aside("practice:later"), Some(newer("2026-03-01T00:00:00Z")));
}

/// Records that may be under any key, by their number: good, older, newer, of another audit, a tombstone,
/// damaged, and hostile.
const TEXTS: [&str; 9] = [
    r#"{"version":1,"began":5,"clock":6,"writer":1,"value":4,"active_ms":1}"#,
    r#"{"version":1,"began":5,"clock":9,"writer":2,"value":1,"active_ms":1}"#,
    r#"{"version":1,"began":2,"clock":3,"writer":2,"value":1,"active_ms":1}"#,
    r#"{"version":2,"began":5,"clock":7}"#,
    r#"{"version":1,"began":4,"clock":4,"writer":1,"phase":"erased"}"#,
    r#"{"version":1,"began":5,"clock":5,"writer":1,"phase":"finished"}"#,
    r#"{"ended_at":"2026-03-01T00:00:00Z","clock":-1,"began":9e99}"#,
    "",
    r#"{"clock":9007199254740991,"began":[[{}]],"version":1}"#,
];

const SUFFIXES: [&str; 9] = [
    "head",
    "answer:up-trust-1",
    "answer:up-trust-2",
    "position",
    "result",
    "history",
    "practice:map",
    "aside:1:head",
    "later",
];

#[test]
fn whatever_is_in_either_storage_a_move_empties_one_and_is_done_once() {
    let records = || prop::collection::vec((0..SUFFIXES.len(), 0..TEXTS.len()), 0..8);
    proptest!(testing::cases(2000), |(here in records(), there in records())| {
        let (from, to) = (MemoryStore::default(), MemoryStore::default());
        for (store, records) in [(&to, &here), (&from, &there)] {
            for (suffix, text) in records {
                let slot = Slot::from_suffix(SUFFIXES[*suffix]);
                store.set(&slot.key(&audit()), TEXTS[*text]).unwrap();
            }
        }
        let erased = |store: &MemoryStore| {
            let head = store.get(&Slot::Head.key(&audit())).unwrap();
            head.is_some_and(|head| head == TEXTS[4])
        };
        let deletes = erased(&from) || erased(&to);
        let all = |store: &MemoryStore| -> Vec<String> {
            let keys = store.keys().unwrap().into_iter();
            keys.map(|key| store.get(&key).unwrap().unwrap()).collect()
        };
        let before = [all(&from), all(&to)].concat();
        move_records(&from, &to, &audit()).unwrap();
        prop_assert_eq!(from.keys().unwrap(), [""; 0]);
        let after = all(&to);
        prop_assert!(after.iter().all(|text| before.contains(text)));
        // What a stamp orders may be replaced by a later one; nothing else is lost.
        let replaced = &TEXTS[..6];
        let lost = before.iter().filter(|text| !after.contains(text));
        let lost: Vec<_> = lost.filter(|text| !replaced.contains(&text.as_str())).collect();
        prop_assert!(deletes || lost.is_empty(), "{:?}", lost);
        move_records(&from, &to, &audit()).unwrap();
        prop_assert_eq!(all(&to), after);
    });
}

/// The tab of [`beside`].
const DELETES: usize = 1;

#[test]
fn deleting_deletes_in_both_storages_wherever_it_is_stopped() {
    let calls = {
        let mut browser = beside();
        browser.set_fault(Fault::Never);
        browser.erases(DELETES);
        browser.calls()
    };
    assert!(calls > 50, "{calls}");
    for call in 0..=calls {
        for flips in [false, true] {
            let mut browser = beside();
            browser.set_fault(Fault::Since(call, StoreError::Unavailable));
            browser.erases(DELETES);
            let told = browser.notices(DELETES).contains(&Notice::NotErased);
            let heard = browser.emitted(DELETES).contains(&&ElementEvent::Erased);
            assert_eq!(heard, !told, "call {call}");
            browser.kill(DELETES);
            let begun = browser
                .text(&Slot::Head)
                .is_some_and(|head| head.contains("erased"));
            browser.set_fault(Fault::Never);
            if flips {
                browser.changes_retain();
            }
            let tab = browser.open();
            if begun {
                // The next page finishes what was begun.
                assert!(!browser.session(tab).has_anything(), "call {call}, {flips}");
                browser.close(tab);
                assert_eq!(browser.everything(), [], "call {call}, {flips}");
                assert_eq!(browser.elsewhere(), [], "call {call}, {flips}");
            } else {
                assert!(told, "call {call}");
            }
        }
    }
}

/// A tab with answers, and records of another tab in the other storage.
fn beside() -> Browser {
    let mut browser = full();
    browser.open();
    let records = browser.everything();
    browser.changes_retain();
    for (key, text) in &records {
        let (_, slot) = Slot::of_key(key).unwrap();
        browser.put(&slot, text);
    }
    browser.changes_retain();
    browser
}

#[test]
fn a_page_that_is_left_takes_the_tombstones_of_both_storages_away() {
    let mut browser = beside();
    browser.erases(DELETES);
    assert_eq!(browser.slots(), ["head"]);
    assert_eq!(browser.elsewhere().len(), 1);
    browser.close(DELETES);
    assert_eq!(browser.everything(), []);
    assert_eq!(browser.elsewhere(), []);
}

#[test]
fn where_only_the_other_storage_can_be_used_it_is_deleted_too() {
    let records = full().everything();
    let other = MemoryStore::default();
    for (key, text) in &records {
        other.set(key, text).unwrap();
    }
    let areas = Areas {
        own: None,
        other: Some(&other),
    };
    let effect = Effect::Erase {
        marker: r#"{"version":1,"began":99,"clock":99,"writer":1,"phase":"erased"}"#.into(),
    };
    let applied = apply(&effect, areas, &audit()).unwrap();
    assert_eq!(applied.replies.len(), 2);
    assert_eq!(other.keys().unwrap().len(), 1, "the tombstone");
}

#[test]
fn other_audits_of_the_website_are_counted_in_both_storages() {
    let (own, other) = (MemoryStore::default(), MemoryStore::default());
    for (store, key) in [
        (&own, "leadership-audit:default:head"),
        (&own, "leadership-audit:team:head"),
        (&own, "leadership-audit:team:result"),
        (&own, "another program"),
        (&other, "leadership-audit:team:head"),
        (&other, "leadership-audit:board:practice:map"),
    ] {
        store.set(key, "x").unwrap();
    }
    let areas = Areas {
        own: Some(&own),
        other: Some(&other),
    };
    assert_eq!(areas.other_audits(&audit()), 2);
    let broken = FaultyStore::new(own, Fault::Since(0, StoreError::Unavailable));
    let areas = Areas {
        own: Some(&broken),
        other: None,
    };
    assert_eq!(areas.other_audits(&audit()), 0);
}
