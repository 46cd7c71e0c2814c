//! Earlier results in storage that is broken, newer, foreign, full, cleared or not there.

use std::rc::Rc;

use app::session::{Message, Notice};
use measure::instrument::Id;
use records::slot::Slot;
use records::store::{MemoryStore, Store, StoreError, load};
use simulator::Fault;
use simulator::past::{finish, firsts, with_past};
use simulator::tabs::{Browser, audit, practised};
use testing::small;

const NEVER: Fault = Fault::Once {
    call: usize::MAX,
    error: StoreError::Full,
};

#[test]
fn a_broken_one_is_set_aside_and_costs_no_other() {
    let mut browser = with_past(&[3, 4]);
    let slot = Slot::Past(browser.session(0).past[0].id.clone());
    browser.put(&slot, "{\"schema\":");
    let tab = browser.open();
    assert_eq!(browser.notices(tab), [Notice::Unreadable]);
    assert_eq!(firsts(browser.session(tab)), [4]);
    assert_eq!(browser.text(&slot), None);
    let aside = Slot::Aside(format!("1:{}", slot.suffix()));
    assert_eq!(browser.text(&aside).as_deref(), Some("{\"schema\":"));

    browser.put(&Slot::History, "yes");
    let tab = browser.open();
    assert_eq!(browser.notices(tab), [Notice::Unreadable]);
    assert!(!browser.session(tab).history);
    assert_eq!(firsts(browser.session(tab)), [4], "listed all the same");
}

#[test]
fn a_newer_one_makes_everything_read_only() {
    for slot in [
        Slot::History,
        Slot::Past(Id::new("20260101T000000Z-0").unwrap()),
    ] {
        let mut browser = with_past(&[3]);
        let newer = r#"{"schema":"leadership-audit/result","version":2}"#;
        let open = browser.open();
        browser.put(&slot, newer);
        browser.does(
            open,
            Message::ChangedElsewhere(slot.clone(), Some(newer.into())),
        );
        let tab = browser.open();
        let before = browser.everything();
        for tab in [open, tab] {
            assert_eq!(
                browser.notices(tab),
                [Notice::ReadOnly],
                "{}",
                slot.suffix()
            );
            finish(&mut browser, tab, 5);
            browser.does(tab, Message::TurnedHistoryOff);
            browser.does(tab, practised("map", "x"));
            browser.does(tab, Message::Erased);
        }
        assert_eq!(browser.everything(), before, "{}", slot.suffix());
    }
}

#[test]
fn one_of_another_questionnaire_is_listed_and_stays_as_it_is() {
    let mut browser = with_past(&[3]);
    let kept = browser.session(0).past[0].clone();
    browser.close(0);
    browser.instrument = Rc::new(small(3, |text| text));
    let tab = browser.open();
    let [past] = &browser.session(tab).past[..] else {
        panic!("one");
    };
    assert_eq!(past.kept.completed, None);
    assert_eq!(past.kept.provenance, kept.kept.provenance);
    assert_eq!(past.text, kept.text);
    browser.begins(tab, &[5, 5, 5]);
    assert_eq!(
        browser.text(&Slot::Past(kept.id.clone())),
        Some(kept.text.clone())
    );
    assert_eq!(browser.session(tab).past.len(), 2);
    browser.does(tab, Message::ForgotPast(kept.id.clone()));
    assert_eq!(browser.text(&Slot::Past(kept.id.clone())), None);
}

#[test]
fn foreign_answers_wait_for_their_place_to_be_needed_whatever_is_kept_meanwhile() {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.begins(tab, &[4, 5, 3]);
    browser.close(tab);
    let before = browser.everything();
    browser.instrument = Rc::new(small(3, |text| text.replace("\"i1\"", "\"up-trust-1\"")));
    let tab = browser.open();
    browser.does(tab, practised("map", "{}"));
    browser.does(tab, Message::TurnedHistoryOn);
    browser.take_away(&Slot::Practice("map".into()));
    browser.take_away(&Slot::History);
    assert_eq!(browser.everything(), before, "untouched");
    browser.begins(tab, &[5]);
    for (key, text) in &before {
        let there = browser.everything().iter().any(|(_, other)| other == text);
        assert!(there, "{key} is gone");
    }
}

#[test]
fn where_there_is_no_room_the_result_comes_first_and_the_rest_later() {
    let finished = |call: usize| {
        let mut browser = with_past(&[3]);
        browser.does(0, Message::OpenedWelcome);
        browser.begins(0, &[4; 17]);
        let error = StoreError::Full;
        browser.set_fault(Fault::From { call, error });
        browser.presses(0, &[4]);
        browser
    };
    let mut seen = false;
    for call in 0..60 {
        let mut browser = finished(call);
        if browser.notices(0).is_empty() {
            continue;
        }
        assert_eq!(browser.notices(0), [Notice::StorageFull], "call {call}");
        let stored = browser.stored();
        assert!(stored.result.is_some());
        // The last thing to be stored is the result among the earlier ones.
        if !stored.can_continue() && firsts(&stored) == [3] {
            seen = true;
        }
        browser.set_fault(NEVER);
        browser.does(0, Message::OpenedKeep);
        assert_eq!(firsts(&browser.stored()), [3, 4], "call {call}");
        assert_eq!(
            browser.stored().result,
            browser.session(0).result,
            "call {call}"
        );
        assert_eq!(browser.notices(0), [], "call {call}");
    }
    assert!(seen);
}

#[test]
fn what_storage_lost_is_stored_again() {
    let mut browser = with_past(&[3, 4]);
    browser.does(0, practised("map", "{}"));
    let before = browser.everything();
    for (key, _) in &before {
        let suffix = key.strip_prefix("leadership-audit:default:").unwrap();
        browser.take_away(&Slot::from_suffix(suffix));
    }
    browser.does(0, Message::ClearedElsewhere);
    assert_eq!(browser.notices(0), [Notice::ClearedElsewhere]);
    assert_eq!(browser.everything(), before);
}

#[test]
fn where_there_is_no_storage_they_last_as_long_as_the_page() {
    let mut browser = Browser::with_fault(Fault::From {
        call: 0,
        error: StoreError::Unavailable,
    });
    let tab = browser.open();
    browser.does(tab, Message::TurnedHistoryOn);
    finish(&mut browser, tab, 3);
    finish(&mut browser, tab, 4);
    assert_eq!(firsts(browser.session(tab)), [3, 4]);
    browser.does(tab, Message::OpenedKeep);
    browser.does(tab, Message::Erased);
    assert!(browser.session(tab).past.is_empty());
    browser.does(tab, Message::UndidErase);
    assert_eq!(firsts(browser.session(tab)), [3, 4]);
    assert!(browser.session(tab).history);
    assert_eq!(browser.notices(tab), [Notice::MemoryOnly]);
}

/// A browser lists its keys in an order of its own.
struct Backwards(MemoryStore);

impl Store for Backwards {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.0.set(key, text)
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.0.remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.0.keys()?.into_iter().rev().collect())
    }
}

#[test]
fn they_are_listed_by_when_they_ended_whatever_the_order_of_the_keys() {
    let browser = with_past(&[2, 5, 3]);
    let store = Backwards(MemoryStore::default());
    for (key, text) in browser.everything() {
        store.set(&key, &text).unwrap();
    }
    let loaded = load(&store, &audit(), &browser.instrument);
    let ids = |past: &mut dyn Iterator<Item = Id>| past.collect::<Vec<_>>();
    let listed = ids(&mut loaded.past.iter().map(|past| past.id.clone()));
    let here = &browser.session(0).past;
    assert_eq!(listed, ids(&mut here.iter().map(|past| past.id.clone())));
    assert!(listed.is_sorted());
    assert_eq!(listed.len(), 3);
}
