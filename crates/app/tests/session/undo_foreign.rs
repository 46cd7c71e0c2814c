//! Taking a deletion back where storage held what this page does not read, and what it had not
//! heard of; and storage that changes between two calls.

use std::rc::Rc;

use app::session::Message::*;
use app::session::Notice;
use measure::instrument::Id;
use records::slot::Slot;
use records::store::{
    self, MemoryStore, Store, StoreError, StoreOp, commit, erase, load, move_records,
};
use simulator::Fault;
use simulator::past::{finish, with_past};
use simulator::tabs::{Browser, audit, practised};
use testing::{shipped, small};

fn deletes(browser: &mut Browser, tab: usize) {
    for message in [OpenedKeep, AskedToErase, Erased] {
        browser.takes(tab, message);
    }
}

/// The stored result of another questionnaire.
fn foreign_result() -> String {
    let mut other = Browser::new();
    let tab = other.open();
    finish(&mut other, tab, 3);
    let text = other.text(&Slot::Result).unwrap();
    text.replace("leadership-relationships", "other")
}

#[test]
fn a_result_of_another_questionnaire_comes_back_in_its_place() {
    let mut browser = Browser::new();
    browser.put(&Slot::Result, &foreign_result());
    let tab = browser.open();
    deletes(&mut browser, tab);
    assert_eq!(browser.text(&Slot::Result), None);
    browser.takes(tab, UndidErase);
    assert_eq!(browser.text(&Slot::Result), Some(foreign_result()));
    assert_eq!(browser.text(&Slot::Head), None, "no head of ours");
}

#[test]
fn a_result_of_another_questionnaire_is_set_aside_where_something_came_since() {
    let mut browser = Browser::new();
    browser.put(&Slot::Result, &foreign_result());
    let tab = browser.open();
    deletes(&mut browser, tab);
    browser.takes(tab, Started);
    browser.takes(tab, simulator::walk::press(4));
    browser.takes(tab, UndidErase);
    assert_eq!(browser.stored_responses(), "4");
    let aside = Slot::Aside("1:result".to_owned());
    assert_eq!(browser.text(&aside), Some(foreign_result()));
}

#[test]
fn a_result_of_another_questionnaire_beside_an_audit_of_ours_is_not_lost() {
    let mut browser = Browser::new();
    browser.put(&Slot::Result, &foreign_result());
    let tab = browser.open();
    browser.takes(tab, Started);
    browser.takes(tab, simulator::walk::press(4));
    let aside = Slot::Aside("1:result".to_owned());
    assert_eq!(browser.text(&aside), Some(foreign_result()));
    // Another page of that questionnaire writes its result anew.
    browser.put(&Slot::Result, &foreign_result());
    deletes(&mut browser, tab);
    browser.takes(tab, UndidErase);
    assert_eq!(browser.stored_responses(), "4");
    let all = browser.everything().into_iter();
    let kept = all.filter(|(_, text)| *text == foreign_result()).count();
    assert_eq!(kept, 2, "{:?}", browser.everything());
}

#[test]
fn an_audit_finished_in_a_tab_that_was_not_heard_comes_back_finished() {
    let mut browser = Browser::new();
    let (tab, other) = (browser.open(), browser.open());
    finish(&mut browser, other, 4);
    let result = browser.text(&Slot::Result);
    deletes(&mut browser, tab);
    assert_eq!(browser.text(&Slot::Result), None);
    browser.takes(tab, UndidErase);
    assert_eq!(browser.text(&Slot::Result), result);
    browser.settle();
    assert_eq!(browser.text(&Slot::Result), result, "in every tab's view");
    assert_eq!(browser.stored().result, browser.session(other).result);
    assert!(!browser.stored().can_continue());
}

#[test]
fn an_audit_finished_unheard_is_put_back_later_than_the_marker_of_a_tab_that_is_ahead() {
    let mut browser = Browser::new();
    let (tab, other) = (browser.open(), browser.open());
    browser.begins(tab, &[4; 30]);
    browser.settle();
    deletes(&mut browser, other);
    browser.close(other);
    browser.deliver(tab);
    assert_eq!(browser.everything(), []);
    let third = browser.open();
    finish(&mut browser, third, 4);
    let result = browser.text(&Slot::Result);
    deletes(&mut browser, tab);
    browser.takes(tab, UndidErase);
    browser.settle();
    assert!(result.is_some());
    assert_eq!(browser.text(&Slot::Result), result);
    assert!(browser.session(third).result.is_some());
}

#[test]
fn the_head_of_another_questionnaire_comes_back_by_itself() {
    let mut other = Browser::new();
    other.instrument = Rc::new(small(6, |text| text));
    let tab = other.open();
    other.begins(tab, &[2]);
    let head = other.text(&Slot::Head);
    let mut browser = Browser::new();
    browser.put(&Slot::Head, head.as_deref().unwrap());
    let tab = browser.open();
    deletes(&mut browser, tab);
    browser.takes(tab, UndidErase);
    assert_eq!(browser.text(&Slot::Head), head);
}

#[test]
fn a_setting_that_another_tab_changed_unheard_comes_back() {
    let mut browser = Browser::new();
    let (tab, other) = (browser.open(), browser.open());
    browser.begins(tab, &[4, 5, 3]);
    browser.does(other, Continued);
    browser.takes(other, SetMovesOn(false));
    deletes(&mut browser, tab);
    browser.takes(tab, UndidErase);
    browser.settle();
    assert_eq!(browser.stored_responses(), "453");
    assert!(!browser.stored().moves_on);
}

#[test]
fn several_texts_that_could_not_be_stored_come_back() {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.set_fault(Fault::From {
        call: 0,
        error: StoreError::Full,
    });
    for name in ["map", "loop"] {
        browser.takes(tab, practised(name, "{}"));
    }
    browser.set_fault(Fault::Once {
        call: usize::MAX,
        error: StoreError::Full,
    });
    for message in [AskedToErase, Erased, UndidErase] {
        browser.takes(tab, message);
    }
    let mut names: Vec<String> = browser
        .stored()
        .practice
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    names.sort();
    assert_eq!(names, ["loop", "map"]);
}

#[test]
fn damaged_records_of_an_audit_that_was_not_heard_of_cost_no_other() {
    let mut browser = Browser::new();
    let (tab, other) = (browser.open(), browser.open());
    browser.begins(tab, &[4, 5, 3]);
    browser.deliver(other);
    let id = |text: &str| Id::new(text).unwrap();
    browser.put(&Slot::Head, "damaged");
    browser.put(&Slot::Answer(id("no-such-item")), "{}");
    browser.put(&Slot::Answer(id("up-repair-1")), "damaged");
    deletes(&mut browser, tab);
    browser.takes(tab, UndidErase);
    assert_eq!(browser.stored_responses(), "453");
}

#[test]
fn kept_results_alone_are_something_to_delete_and_to_take_back() {
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
        deletes(&mut browser, tab);
        assert_eq!(browser.everything().len(), 1, "the marker");
        browser.takes(tab, UndidErase);
        let mut now = browser.everything();
        now.retain(|(key, _)| !key.ends_with(":head"));
        assert_eq!(now, before);
    }
    // Asked again and again, without anything new, the first deletion can be taken back still.
    deletes(&mut browser, tab);
    deletes(&mut browser, tab);
    browser.takes(tab, UndidErase);
    assert_eq!(browser.session(tab).past.len(), 2);
}

#[test]
fn a_second_deletion_of_something_new_is_the_one_that_is_taken_back() {
    let mut browser = Browser::new();
    let tab = browser.open();
    finish(&mut browser, tab, 2);
    let old = browser.session(tab).result.clone();
    deletes(&mut browser, tab);
    finish(&mut browser, tab, 4);
    let new = browser.session(tab).result.clone();
    assert!(old.is_some() && new != old);
    deletes(&mut browser, tab);
    browser.takes(tab, UndidErase);
    assert_eq!(browser.session(tab).result, new);
    // The same with no more than an answer, a kept result, or a text of the practice.
    for something in [
        vec![Started, simulator::walk::press(3)],
        vec![practised("map", "{}")],
    ] {
        let mut browser = Browser::new();
        let tab = browser.open();
        finish(&mut browser, tab, 2);
        deletes(&mut browser, tab);
        for message in something {
            browser.takes(tab, message);
        }
        let now = browser.stored();
        deletes(&mut browser, tab);
        browser.takes(tab, UndidErase);
        let back = browser.stored();
        assert_eq!((back.result.is_some(), back.sheet()), (false, now.sheet()));
        assert_eq!(back.practice, now.practice);
    }
}

#[test]
fn where_no_marker_can_be_written_nothing_is_left_and_the_visitor_is_told_of_what_is() {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.begins(tab, &[4]);
    // The head is read, and from there on nothing works.
    browser.set_fault(Fault::From {
        call: 1,
        error: StoreError::Unavailable,
    });
    let before = browser.everything();
    deletes(&mut browser, tab);
    assert_eq!(browser.notices(tab), [Notice::NotErased]);
    assert_eq!(browser.everything(), before);
}

/// A store from which another tab takes a key away just after it was listed.
struct Racing {
    inner: MemoryStore,
    gone: &'static str,
}

impl Store for Racing {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.inner.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.inner.set(key, text)
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.inner.remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let mut keys = self.inner.keys()?;
        keys.push(self.gone.to_owned());
        Ok(keys)
    }
}

/// A store that refuses every new text.
struct Full(MemoryStore);

impl Store for Full {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.get(key)
    }
    fn set(&self, _: &str, _: &str) -> Result<(), StoreError> {
        Err(StoreError::Full)
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.0.remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.0.keys()
    }
}

#[test]
fn a_key_that_another_tab_takes_away_meanwhile_is_passed_over() {
    let racing = Racing {
        inner: MemoryStore::default(),
        gone: "leadership-audit:default:practice:map",
    };
    racing
        .set("leadership-audit:default:practice:loop", "x")
        .unwrap();
    racing.set("other", "y").unwrap();
    let loaded = load(&racing, &audit(), &shipped());
    assert_eq!(loaded.practice, [("loop".to_owned(), "x".to_owned())]);
    let to = MemoryStore::default();
    assert_eq!(move_records(&racing, &to, &audit()), Ok(()));
    assert_eq!(
        to.keys().unwrap(),
        ["leadership-audit:default:practice:loop"]
    );
    assert_eq!(racing.inner.keys().unwrap(), ["other"]);
    let (removed, outcome) = erase(&racing, &audit(), "marker");
    assert_eq!((removed, outcome), (Vec::new(), Ok(())));
}

#[test]
fn where_there_is_no_room_for_the_marker_everything_goes_with_the_head() {
    let store = Full(MemoryStore::default());
    for key in ["head", "practice:map"] {
        let key = format!("leadership-audit:default:{key}");
        store.0.set(&key, "x").unwrap();
    }
    let (removed, outcome) = erase(&store, &audit(), "marker");
    assert_eq!((removed.len(), outcome), (2, Ok(())));
    assert_eq!(store.keys(), Ok(Vec::new()));
}

#[test]
fn what_is_put_right_only_while_it_stands_changes_nothing_else() {
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
