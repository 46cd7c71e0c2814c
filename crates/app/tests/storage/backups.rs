//! Importing the records of a backup: what is missing is added, and what is here stays.

use app::session::Message;
use measure::instrument::Id;
use records::slot::Slot;
use records::store::{Loaded, MemoryStore, Store, load};
use simulator::past::{firsts, with_past};
use simulator::tabs::{Browser, audit};
use testing::{shipped, small};

fn elsewhere(options: &[u64]) -> Browser {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.begins(tab, options);
    browser
}

fn import(loaded: Loaded) -> Message {
    Message::ImportedBackup(Box::new(loaded))
}

/// A backup of these records.
fn records(records: &[(Slot, &str)]) -> Loaded {
    let store = MemoryStore::default();
    for (slot, text) in records {
        store.set(&slot.key(&audit()), text).unwrap();
    }
    load(&store, &audit(), &shipped())
}

fn practice(text: &str) -> Loaded {
    records(&[(Slot::Practice("map".to_owned()), text)])
}

#[test]
fn where_nothing_is_under_way_all_answers_come_in_and_are_stored() {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.does(tab, import(elsewhere(&[4, 2, 5]).loaded()));
    assert_eq!(browser.responses(tab), "425");
    assert_eq!(browser.stored_responses(), "425");
    assert!(browser.session(tab).can_continue());
}

#[test]
fn an_answer_that_is_here_stays_and_one_that_is_missing_is_added() {
    let mut browser = elsewhere(&[1]);
    browser.does(0, import(elsewhere(&[4, 2, 5]).loaded()));
    assert_eq!(browser.responses(0), "125");
    assert_eq!(browser.stored_responses(), "125");
}

#[test]
fn after_everything_was_deleted_an_import_is_not_taken_for_its_remains() {
    let mut browser = elsewhere(&[1]);
    browser.does(0, Message::AskedToErase);
    browser.does(0, Message::Erased);
    browser.does(0, import(elsewhere(&[4, 2, 5]).loaded()));
    assert_eq!(browser.stored_responses(), "425");
}

#[test]
fn after_everything_was_deleted_a_practice_and_earlier_results_are_imported_for_good() {
    let mut browser = elsewhere(&[1]);
    for message in [Message::AskedToErase, Message::Erased] {
        browser.does(0, message);
    }
    // Answers alone begin nothing: the tombstone stays by itself.
    let answers = Loaded {
        head: None,
        ..elsewhere(&[4]).loaded()
    };
    let marker = browser.everything();
    browser.does(0, import(answers));
    assert_eq!((browser.everything(), marker.len()), (marker, 1));
    let backup = Loaded {
        past: with_past(&[3, 4]).loaded().past,
        ..practice("{}")
    };
    browser.does(0, import(backup));
    browser.close(0);
    let map = Slot::Practice("map".to_owned());
    assert_eq!(browser.text(&map).as_deref(), Some("{}"));
    assert_eq!(browser.stored().past.len(), 2);
}

#[test]
fn answers_without_their_head_change_nothing() {
    let backup = Loaded {
        head: None,
        ..elsewhere(&[4, 2, 5]).loaded()
    };
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.does(tab, import(backup));
    assert_eq!(browser.responses(tab), "");
    assert_eq!(browser.everything(), []);
}

#[test]
fn a_practice_comes_in_where_there_is_none_of_that_name() {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.does(tab, import(practice("first")));
    browser.does(tab, import(practice("second")));
    let map = Slot::Practice("map".to_owned());
    assert_eq!(browser.text(&map).as_deref(), Some("first"));
}

#[test]
fn earlier_results_come_in_once() {
    let backup = Loaded {
        past: with_past(&[3, 4]).loaded().past,
        ..Loaded::default()
    };
    let mut browser = Browser::new();
    let tab = browser.open();
    for _ in 0..2 {
        browser.does(tab, import(backup.clone()));
        assert_eq!(firsts(browser.session(tab)), [3, 4]);
        assert!(browser.session(tab).history);
        assert_eq!(browser.stored().past, browser.session(tab).past);
    }
}

#[test]
fn a_result_becomes_the_latest_where_there_is_none_and_joins_the_earlier_ones_otherwise() {
    let backup = elsewhere(&[3; 36]).loaded();
    let result = backup.result.clone();
    assert!(result.is_some());
    // With none here.
    let mut browser = elsewhere(&[4, 5]);
    browser.does(0, import(backup.clone()));
    assert_eq!(browser.session(0).result.as_deref(), result.as_ref());
    assert_eq!(browser.stored().result, browser.session(0).result);
    assert_eq!(browser.stored_responses(), "45", "the audit goes on");
    assert!(!browser.session(0).history);
    // With the same one here.
    browser.does(0, import(backup.clone()));
    assert!(!browser.session(0).history);
    // With another one here.
    let mut browser = elsewhere(&[2; 36]);
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
    let mut done = elsewhere(&[4]);
    done.does(0, Message::FinishedAsItIs);
    let finished = done.text(&Slot::Head).unwrap();
    let answer = r#"{"version":1,"clock":3,"writer":9,"value":4,"active_ms":1}"#;
    let item = |id| Slot::Answer(Id::new(id).unwrap());
    for head in [foreign, finished] {
        let mut browser = Browser::new();
        let tab = browser.open();
        let backup = records(&[
            (Slot::Head, &head),
            (item("up-trust-1"), answer),
            (item("no-such-item"), answer),
        ]);
        browser.does(tab, import(backup));
        assert!(!browser.session(tab).can_continue(), "{head}");
        assert_eq!(browser.stored_responses(), "");
    }
}
