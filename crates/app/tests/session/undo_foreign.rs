//! Undoing a deletion where storage held what this page does not read, and what it had not
//! heard of; and storage that changes between two calls.

use simulator::practice::NOW;
use std::rc::Rc;

use app::session::Message::*;
use measure::instrument::Id;
use records::slot::Slot;
use records::store::{self, MemoryStore, Store, StoreOp, commit, erase, load, move_records};
use simulator::past::{finish, with_past};
use simulator::tabs::{Browser, audit, practised};
use simulator::{Fault, FaultyStore, Shared};
use testing::{shipped, small};

/// The stored result of another questionnaire.
fn foreign_result() -> String {
    let mut other = Browser::with_tab();
    finish(&mut other, 0, 3);
    let text = other.text(&Slot::Result).unwrap();
    text.replace("leadership-relationships", "other")
}

/// A tab where that is stored.
fn with_foreign_result() -> Browser {
    let mut browser = Browser::new();
    browser.put(&Slot::Result, &foreign_result());
    browser.open();
    browser
}

#[test]
fn undo_restores_a_result_of_another_questionnaire() {
    let (mut browser, tab) = (with_foreign_result(), 0);
    browser.erases_unheard(tab);
    assert_eq!(browser.text(&Slot::Result), None);
    browser.takes(tab, UndidErase);
    assert_eq!(browser.text(&Slot::Result), Some(foreign_result()));
    assert_eq!(browser.text(&Slot::Head), None, "no head of ours");
}

#[test]
fn a_result_of_another_questionnaire_is_set_aside_where_something_came_since() {
    let (mut browser, tab) = (with_foreign_result(), 0);
    browser.erases_unheard(tab);
    browser.takes_all(tab, [Started, simulator::walk::press(4), UndidErase]);
    assert_eq!(browser.stored_responses(), "4");
    let aside = Slot::Aside("1:result".to_owned());
    assert_eq!(browser.text(&aside), Some(foreign_result()));
}

#[test]
fn a_result_of_another_questionnaire_beside_an_audit_of_ours_is_not_lost() {
    let (mut browser, tab) = (with_foreign_result(), 0);
    browser.takes_all(tab, [Started, simulator::walk::press(4)]);
    let aside = Slot::Aside("1:result".to_owned());
    assert_eq!(browser.text(&aside), Some(foreign_result()));
    // Another page of that questionnaire writes its result anew.
    browser.put(&Slot::Result, &foreign_result());
    browser.erases_and_undoes(tab);
    assert_eq!(browser.stored_responses(), "4");
    let all = browser.everything().into_iter();
    let kept = all.filter(|(_, text)| *text == foreign_result()).count();
    assert_eq!(kept, 1, "the same is set aside once");
}

#[test]
fn undo_restores_an_audit_that_another_tab_had_just_finished() {
    let mut browser = Browser::new();
    let (tab, other) = (browser.open(), browser.open());
    finish(&mut browser, other, 4);
    let result = browser.text(&Slot::Result);
    browser.erases_unheard(tab);
    assert_eq!(browser.text(&Slot::Result), None);
    browser.takes(tab, UndidErase);
    assert_eq!(browser.text(&Slot::Result), result);
    browser.settle();
    assert_eq!(browser.text(&Slot::Result), result, "in every tab's view");
    assert_eq!(browser.stored().result, browser.session(other).result);
    assert!(!browser.stored().can_continue());
}

#[test]
fn a_restored_finished_audit_is_later_than_the_tombstone_of_a_tab_that_is_ahead() {
    let mut browser = Browser::new();
    let (tab, other) = (browser.open(), browser.open());
    browser.begins(tab, &[4; 30]);
    browser.settle();
    browser.erases_unheard(other);
    browser.close(other);
    browser.deliver(tab);
    assert_eq!(browser.everything(), []);
    let third = browser.open();
    finish(&mut browser, third, 4);
    let result = browser.text(&Slot::Result);
    browser.erases_and_undoes(tab);
    browser.settle();
    assert!(result.is_some());
    assert_eq!(browser.text(&Slot::Result), result);
    assert!(browser.session(third).result.is_some());
}

#[test]
fn undo_restores_the_head_of_another_questionnaire() {
    let mut other = Browser::new();
    other.instrument = Rc::new(small(6, |text| text));
    let tab = other.open();
    other.begins(tab, &[2]);
    let head = other.text(&Slot::Head);
    let mut browser = Browser::new();
    browser.put(&Slot::Head, head.as_deref().unwrap());
    let tab = browser.open();
    browser.erases_and_undoes(tab);
    assert_eq!(browser.text(&Slot::Head), head);
}

#[test]
fn undo_restores_a_setting_that_another_tab_had_just_changed() {
    let mut browser = Browser::new();
    let (tab, other) = (browser.open(), browser.open());
    browser.begins(tab, &[4, 5, 3]);
    browser.does(other, Continued);
    browser.takes(other, SetMovesOn(false));
    browser.erases_and_undoes(tab);
    browser.settle();
    assert_eq!(browser.stored_responses(), "453");
    assert!(!browser.stored().moves_on);
}

#[test]
fn undo_loses_nothing_to_damaged_records_of_another_tab() {
    let mut browser = Browser::new();
    let (tab, other) = (browser.open(), browser.open());
    browser.begins(tab, &[4, 5, 3]);
    browser.deliver(other);
    let id = |text: &str| Id::new(text).unwrap();
    browser.put(&Slot::Head, "damaged");
    browser.put(&Slot::Answer(id("no-such-item")), "{}");
    browser.put(&Slot::Answer(id("up-repair-1")), "damaged");
    browser.erases_and_undoes(tab);
    assert_eq!(browser.stored_responses(), "453");
}

#[test]
fn kept_results_alone_can_be_deleted_and_restored() {
    let mut elsewhere = with_past(&[3, 4]);
    elsewhere.close(0);
    let mut browser = Browser::new();
    for (key, text) in elsewhere.everything() {
        let slot = Slot::from_suffix(key.strip_prefix("leadership-audit:default:").unwrap());
        if matches!(slot, Slot::Past(_) | Slot::History) {
            browser.put(&slot, &text);
        }
    }
    let before = browser.everything();
    let tab = browser.open();
    assert!(browser.session(tab).has_anything());
    for _ in 0..2 {
        browser.erases_unheard(tab);
        assert_eq!(browser.everything().len(), 1, "the marker");
        browser.takes(tab, UndidErase);
        let mut now = browser.everything();
        now.retain(|(key, _)| !key.ends_with(":head"));
        assert_eq!(now, before);
    }
    // Asked again and again, without anything new, the first deletion can be taken back still.
    browser.erases_unheard(tab);
    browser.erases_and_undoes(tab);
    assert_eq!(browser.session(tab).past.len(), 2);
}

#[test]
fn undo_restores_what_the_second_of_two_deletions_deleted() {
    let mut browser = Browser::with_tab();
    finish(&mut browser, 0, 2);
    let old = browser.session(0).result.clone();
    browser.erases_unheard(0);
    finish(&mut browser, 0, 4);
    let new = browser.session(0).result.clone();
    assert!(old.is_some() && new != old);
    browser.erases_and_undoes(0);
    assert_eq!(browser.session(0).result, new);
    // The same with no more than an answer, a kept result, or a text of the practice.
    for something in [
        vec![Started, simulator::walk::press(3)],
        vec![practised("map", "{}")],
    ] {
        let mut browser = Browser::with_tab();
        finish(&mut browser, 0, 2);
        browser.erases_unheard(0);
        for message in something {
            browser.takes(0, message);
        }
        let now = browser.stored();
        browser.erases_and_undoes(0);
        let back = browser.stored();
        assert_eq!((back.result.is_some(), back.sheet()), (false, now.sheet()));
        assert_eq!(back.unparsed, now.unparsed);
    }
}

#[test]
fn a_key_that_another_tab_removes_meanwhile_is_skipped() {
    const GONE: &str = "leadership-audit:default:practice:map";
    let racing = Shared::listing(|keys| keys.push(GONE.to_owned()));
    let there = "leadership-audit:default:practice:loop";
    racing.set(there, "x").unwrap();
    racing.set("other", "y").unwrap();
    let loaded = load(&racing, &audit(), &shipped(), NOW);
    assert_eq!(
        loaded.unparsed,
        [(Slot::Practice("loop".to_owned()), "x".to_owned())]
    );
    let to = MemoryStore::default();
    assert_eq!(move_records(&racing, &to, &audit()), Ok(()));
    assert_eq!(to.keys().unwrap(), [there]);
    assert_eq!(racing.keys().unwrap(), ["other", GONE]);
    let (removed, outcome) = erase(&racing, &audit(), "marker");
    assert_eq!((removed, outcome), (Vec::new(), Ok(())));
}

#[test]
fn without_room_for_the_tombstone_the_head_is_deleted_too() {
    let store = MemoryStore::default();
    for key in ["head", "practice:map"] {
        let key = format!("leadership-audit:default:{key}");
        store.set(&key, "x").unwrap();
    }
    let store = FaultyStore::new(store, Fault::NoRoom);
    let (removed, outcome) = erase(&store, &audit(), "marker");
    assert_eq!((removed.len(), outcome), (2, Ok(())));
    assert_eq!(store.keys(), Ok(Vec::new()));
}

#[test]
fn a_correction_changes_only_the_text_that_it_names() {
    let store = MemoryStore::default();
    let key = |slot: &Slot| slot.key(&audit());
    let map = || Slot::Practice("map".to_owned());
    store.set(&key(&Slot::Head), "another").unwrap();
    store.set(&key(&map()), "x").unwrap();
    store.set("leadership-audit:other:head", "marker").unwrap();
    let before = store.keys().unwrap();
    let ops = [
        StoreOp::ClearUnder("marker".to_owned()),
        StoreOp::Correct(map(), "y".to_owned(), "z".to_owned()),
        StoreOp::SetAside(Slot::Result),
    ];
    assert_eq!(commit(&store, &audit(), &ops), Ok(()));
    assert_eq!(store.keys().unwrap(), before);
    store.set(&key(&Slot::Head), "marker").unwrap();
    assert_eq!(store::commit(&store, &audit(), &ops[..1]), Ok(()));
    let mut left = store.keys().unwrap();
    left.sort();
    assert_eq!(
        left,
        [
            "leadership-audit:default:head",
            "leadership-audit:other:head"
        ]
    );
}
