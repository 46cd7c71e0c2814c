//! Importing the records of a backup: what is missing is added, and what is here stays.

use simulator::practice::NOW;
use std::rc::Rc;

use app::session::Message;
use app::session::Message::*;
use measure::instrument::Id;
use records::slot::Slot;
use records::store::{Loaded, MemoryStore, Store, load};
use simulator::past::{firsts, with_past};
use simulator::tabs::{Browser, audit};
use testing::{shipped, small};

fn import(loaded: Loaded) -> Message {
    ImportedBackup(Rc::new(loaded))
}

/// A backup of these records.
fn records(records: &[(Slot, &str)]) -> Loaded {
    let store = MemoryStore::default();
    for (slot, text) in records {
        store.set(&slot.key(&audit()), text).unwrap();
    }
    load(&store, &audit(), &shipped(), NOW)
}

/// Somebody of this name on the map.
fn practice(name: &str) -> Loaded {
    let text = format!(r#"{{"version":1,"clock":1,"writer":7,"name":"{name}","important":false}}"#);
    records(&[(Slot::Practice(SOMEBODY.to_owned()), &text)])
}

/// The name of that record.
const SOMEBODY: &str = "relationship-1-7";

fn is_there(browser: &Browser, name: &str) -> bool {
    let text = browser.practice_text(SOMEBODY);
    text.is_some_and(|text| text.contains(&format!(r#""name":"{name}""#)))
}

#[test]
fn answers_that_are_missing_are_added_and_stored_and_those_that_are_here_stay() {
    let erased = vec![AskedToErase, Erased];
    for (mut browser, before, expected) in [
        (Browser::with_tab(), vec![], "425"),
        (Browser::answering(&[1]), vec![], "125"),
        (Browser::answering(&[1]), erased, "425"),
    ] {
        browser.all(0, before);
        browser.does(0, import(Browser::answering(&[4, 2, 5]).loaded()));
        assert_eq!(browser.responses(0), expected);
        assert_eq!(browser.stored_responses(), expected);
        assert!(browser.session(0).can_continue());
    }
}

#[test]
fn an_answer_of_an_earlier_audit_in_a_backup_is_not_imported() {
    let from = Browser::answering(&[4, 2, 5]);
    let item = Slot::Answer(Id::new("up-alignment-1").unwrap());
    from.put(
        &item,
        r#"{"version":1,"began":0,"clock":90,"writer":9,"value":1,"active_ms":1}"#,
    );
    let mut browser = Browser::with_tab();
    browser.does(0, import(from.loaded()));
    assert_eq!(browser.stored_responses(), "42");
}

#[test]
fn after_everything_was_deleted_a_practice_and_earlier_results_are_imported_for_good() {
    let mut browser = Browser::answering(&[1]);
    for message in [AskedToErase, Erased] {
        browser.does(0, message);
    }
    // Answers alone begin nothing: the tombstone stays by itself.
    let answers = Loaded {
        head: None,
        ..Browser::answering(&[4]).loaded()
    };
    let marker = browser.everything();
    browser.does(0, import(answers));
    assert_eq!((browser.everything(), marker.len()), (marker, 1));
    let backup = Loaded {
        past: with_past(&[3, 4]).loaded().past,
        ..practice("A")
    };
    browser.does(0, import(backup));
    browser.close(0);
    assert!(is_there(&browser, "A"));
    assert_eq!(browser.stored().past.len(), 2);
}

#[test]
fn answers_without_their_head_change_nothing() {
    let backup = Loaded {
        head: None,
        ..Browser::answering(&[4, 2, 5]).loaded()
    };
    let mut browser = Browser::with_tab();
    browser.does(0, import(backup));
    assert_eq!(browser.responses(0), "");
    assert_eq!(browser.everything(), []);
}

#[test]
fn a_practice_comes_in_where_there_is_none_of_that_name() {
    let mut browser = Browser::with_tab();
    browser.all(0, [import(practice("first")), import(practice("second"))]);
    assert!(is_there(&browser, "first"));
}

#[test]
fn earlier_results_come_in_once() {
    let backup = Loaded {
        past: with_past(&[3, 4]).loaded().past,
        ..Loaded::default()
    };
    let mut browser = Browser::with_tab();
    for _ in 0..2 {
        browser.does(0, import(backup.clone()));
        assert_eq!(firsts(browser.session(0)), [3, 4]);
        assert!(browser.session(0).history);
        assert_eq!(browser.stored().past, browser.session(0).past);
    }
}

#[test]
fn a_result_becomes_the_latest_where_there_is_none_and_joins_the_earlier_ones_otherwise() {
    let backup = Browser::answering(&[3; 36]).loaded();
    let result = backup.result.clone();
    assert!(result.is_some());
    // With none here.
    let mut browser = Browser::answering(&[4, 5]);
    browser.does(0, import(backup.clone()));
    assert_eq!(browser.session(0).result.as_deref(), result.as_ref());
    assert_eq!(browser.stored().result, browser.session(0).result);
    assert_eq!(browser.stored_responses(), "45", "the audit goes on");
    assert!(!browser.session(0).history);
    // With the same one here.
    browser.does(0, import(backup.clone()));
    assert!(!browser.session(0).history);
    // With another one here.
    let mut browser = Browser::answering(&[2; 36]);
    browser.does(0, import(backup));
    assert_eq!(firsts(browser.session(0)), [2, 3]);
    assert_ne!(browser.session(0).result.as_deref(), result.as_ref());
    assert_eq!(browser.stored().result, browser.session(0).result);
    assert_eq!(browser.stored().past, browser.session(0).past);
}

#[test]
fn records_of_another_questionnaire_or_a_finished_audit_begin_nothing() {
    let mut other = Browser::new();
    other.instrument = std::rc::Rc::new(small(6, |text| text));
    let tab = other.open();
    other.begins(tab, &[2]);
    let foreign = other.text(&Slot::Head).unwrap();
    let mut done = Browser::answering(&[4]);
    done.does(0, FinishedAsItIs);
    let finished = done.text(&Slot::Head).unwrap();
    let answer = r#"{"version":1,"began":1,"clock":3,"writer":9,"value":4,"active_ms":1}"#;
    let item = |id| Slot::Answer(Id::new(id).unwrap());
    for head in [foreign, finished] {
        let mut browser = Browser::with_tab();
        let backup = records(&[
            (Slot::Head, &head),
            (item("up-trust-1"), answer),
            (item("no-such-item"), answer),
        ]);
        browser.does(0, import(backup));
        assert!(!browser.session(0).can_continue(), "{head}");
        assert_eq!(browser.stored_responses(), "");
    }
}

#[test]
fn an_earlier_result_of_another_questionnaire_comes_in_as_it_is() {
    let mut from = with_past(&[3]);
    let past = from.session(0).past[0].clone();
    let foreign = past.text.replace("leadership-relationships", "other");
    from.put(&Slot::Past(past.id.clone()), &foreign);
    from.close(0);
    let backup = Loaded {
        past: from.loaded().past,
        ..Loaded::default()
    };
    let mut browser = Browser::with_tab();
    browser.does(0, import(backup));
    assert_eq!(browser.text(&Slot::Past(past.id.clone())), Some(foreign));
    assert!(browser.session(0).history && browser.stored().history);
}

#[test]
fn texts_that_are_no_records_of_this_version_are_not_stored() {
    let text = str::to_owned;
    let loaded = Loaded {
        unparsed: vec![
            (Slot::Practice(text("map")), text("no JSON")),
            (Slot::Practice(text("of-a-later-version")), text("{}")),
            (Slot::Round(text("outcome:0a")), text("{}")),
            (Slot::Unknown(text("later:x")), text("{}")),
        ],
        ..Loaded::default()
    };
    let mut browser = Browser::with_tab();
    browser.does(0, import(loaded));
    let stored = browser.stored();
    assert_eq!((stored.unparsed.len(), stored.has_anything()), (0, false));
}
