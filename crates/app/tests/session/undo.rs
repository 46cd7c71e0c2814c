//! Undoing the deletion of everything: whatever was stored is restored, also what
//! no part of the program reads.

use app::session::Message::*;
use app::session::Notice;
use measure::instrument::Id;
use records::slot::Slot;
use records::store::StoreError;
use simulator::Fault;
use simulator::past::{finish, firsts, with_past};
use simulator::tabs::{Browser, practised};
use testing::option;

/// Everything but the records of the audit under way, whose stamps are new after an undo.
fn beside_the_audit(browser: &Browser) -> Vec<(String, String)> {
    let mut records = browser.everything();
    records.retain(|(key, _)| {
        let suffix = key.strip_prefix("leadership-audit:default:").unwrap();
        !matches!(
            Slot::from_suffix(suffix),
            Slot::Head | Slot::Answer(_) | Slot::Position
        )
    });
    records
}

/// An audit under way, a result, history, a practice, what was set aside, and a record of a version
/// to come.
fn full() -> Browser {
    let mut browser = with_past(&[3, 4]);
    browser.does(0, practised("map", "[\"K.\"]"));
    browser.all(0, [practised("mood", "not JSON"), OpenedWelcome]);
    browser.begins(0, &[4, 5, 3]);
    browser.close(0);
    let foreign = browser
        .text(&Slot::Result)
        .unwrap()
        .replace("leadership-relationships", "other");
    for (slot, text) in [
        (Slot::Aside("1:head".into()), "something broken"),
        (Slot::Aside("2:head".into()), ""),
        (Slot::Past(Id::new("20200101T000000Z-0").unwrap()), &foreign),
        (Slot::Unknown("later:x".into()), "of a version to come"),
    ] {
        browser.put(&slot, text);
    }
    browser.open();
    browser
}

#[test]
fn everything_is_deleted_and_restored() {
    let mut browser = full();
    let tab = 1;
    let (before, responses) = (beside_the_audit(&browser), browser.stored_responses());
    assert_eq!(before.len(), 10, "{before:?}");
    let session = browser.session(tab).clone();
    browser.erases(tab);
    assert_eq!(beside_the_audit(&browser), []);
    assert!(!browser.session(tab).has_anything());
    browser.does(tab, UndidErase);
    assert_eq!(beside_the_audit(&browser), before);
    assert_eq!(browser.stored_responses(), responses);
    for now in [browser.session(tab), &browser.stored()] {
        assert_eq!(now.past, session.past);
        assert_eq!(now.unparsed, session.unparsed);
        assert_eq!(now.result, session.result);
        assert!(now.history);
    }
    assert_eq!(browser.notices(tab), []);
    // And once more, in another tab, which then leaves.
    let other = browser.open();
    browser.erases(other);
    browser.settle();
    browser.does(other, UndidErase);
    browser.settle();
    assert_eq!(beside_the_audit(&browser), before);
    assert_eq!(browser.session(tab).past, session.past);
    assert!(browser.session(tab).history);
    browser.erases(tab);
    browser.close(other);
    browser.close(tab);
    assert_eq!(browser.everything(), []);
}

#[test]
fn undo_restores_a_record_that_was_the_only_one() {
    for slot in [
        Slot::Aside("1:head".into()),
        Slot::Unknown("later".into()),
        Slot::Practice("map".into()),
        Slot::History,
    ] {
        let mut browser = Browser::new();
        browser.put(&slot, "{\"version\":1}");
        let tab = browser.open();
        let before = browser.everything();
        browser.erases(tab);
        browser.does(tab, UndidErase);
        assert_eq!(beside_the_audit(&browser), before, "{slot:?}");
        browser.close(tab);
        browser.open();
        assert_eq!(beside_the_audit(&browser), before, "{slot:?}");
    }
}

/// A page with another questionnaire than the one whose answers and result are stored.
fn displaced() -> (Browser, usize) {
    let mut browser = Browser::answering_again(&[4, 5, 3]);
    browser.close(0);
    browser.changes_questionnaire();
    let tab = browser.open();
    (browser, tab)
}

#[test]
fn an_audit_of_another_questionnaire_comes_back_byte_for_byte() {
    let (mut browser, tab) = displaced();
    let before = browser.everything();
    browser.erases(tab);
    browser.does(tab, UndidErase);
    assert_eq!(browser.everything(), before);
    assert_eq!(browser.responses(tab), "");
    // It still waits for its place to be needed.
    browser.begins(tab, &[5]);
    assert_eq!(browser.stored_responses(), "5");
    browser.still_holds(&before);
}

#[test]
fn an_audit_of_another_questionnaire_is_set_aside_where_a_new_one_has_begun() {
    let (mut browser, tab) = displaced();
    let before = browser.everything();
    browser.erases(tab);
    browser.begins(tab, &[5, 4]);
    browser.does(tab, UndidErase);
    assert_eq!(browser.stored_responses(), "54");
    for (key, text) in &before {
        let key = key.replace(":default:", ":default:aside:1:");
        assert!(
            browser.everything().contains(&(key.clone(), text.clone())),
            "{key}"
        );
    }
}

#[test]
fn undo_restores_answers_whose_head_was_damaged() {
    let mut browser = Browser::answering(&[4, 5, 3]);
    browser.close(0);
    browser.put(&Slot::Head, "damaged");
    let tab = browser.open();
    let before = browser.everything();
    browser.erases(tab);
    assert_eq!(browser.everything().len(), 1, "the marker");
    // Deleting once more finds the marker, which is nothing to put back.
    browser.erases(tab);
    browser.does(tab, UndidErase);
    assert_eq!(browser.everything(), before);
    assert!(browser.session(tab).can_continue());
    browser.does(tab, Continued);
    browser.presses(tab, &[2]);
    assert_eq!(browser.stored_responses(), "4532");
}

#[test]
fn undo_leaves_what_was_kept_since_the_deletion() {
    let mut browser = full();
    let tab = 1;
    browser.erases(tab);
    browser.all(tab, [practised("map", "new"), TurnedHistoryOn]);
    finish(&mut browser, tab, 5);
    let result = browser.session(tab).result.clone();
    browser.does(tab, UndidErase);
    assert_eq!(browser.stored().result, result);
    assert_eq!(browser.practice_text("map").as_deref(), Some("new"));
    assert_eq!(browser.practice_text("mood").as_deref(), Some("not JSON"));
    let stored = browser.stored();
    assert_eq!(
        stored.past.len(),
        4,
        "one foreign, two of before, one since"
    );
    assert_eq!(browser.session(tab).past, stored.past);
}

#[test]
fn undo_restores_what_another_tab_had_just_written() {
    let mut browser = Browser::new();
    let (tab, other) = (browser.open(), browser.open());
    browser.begins(tab, &[4, 5, 3]);
    browser.does(other, Continued);
    browser.takes(other, ChoseOption(option(1)));
    browser.does(other, TurnedHistoryOn);
    // The first tab has not heard of it when its visitor deletes everything.
    browser.takes_all(tab, [OpenedKeep, Erased, UndidErase]);
    assert!(browser.session(tab).history);
    browser.settle();
    assert_eq!(browser.stored_responses(), "4531");
    assert!(browser.stored().history && browser.session(tab).history);
}

#[test]
fn no_failure_during_a_deletion_or_its_undo_loses_anything() {
    let calls = {
        let mut browser = full();
        browser.set_fault(Fault::Never);
        browser.erases(1);
        browser.calls()
    };
    assert!(calls > 20);
    for call in 0..calls {
        for error in [StoreError::Full, StoreError::Unavailable] {
            for from in [false, true] {
                let mut browser = full();
                let (before, responses) = (beside_the_audit(&browser), browser.stored_responses());
                let error = error.clone();
                browser.set_fault(if from {
                    Fault::Since(call, error)
                } else {
                    Fault::Once(call, error)
                });
                let case = format!("call {call}, from then on: {from}");
                browser.erases(1);
                browser.set_fault(Fault::Never);
                let gone = beside_the_audit(&browser).is_empty();
                let reported = browser.notices(1).contains(&Notice::NotErased);
                assert!(gone || reported, "{case}");
                // Some visitors try once more before they think better of it.
                if call % 2 == 0 {
                    browser.erases(1);
                    assert_eq!(beside_the_audit(&browser), [], "{case}");
                }
                browser.does(1, UndidErase);
                assert_eq!(beside_the_audit(&browser), before, "{case}");
                assert_eq!(browser.stored_responses(), responses, "{case}");
                assert_eq!(firsts(&common_past(&browser)), [3, 4], "{case}");
            }
        }
    }
}

/// What is stored, without the result of another questionnaire.
fn common_past(browser: &Browser) -> app::session::Session {
    let mut stored = browser.stored();
    stored.past.retain(|result| result.kept.completed.is_some());
    stored
}

#[test]
fn an_undo_that_finds_no_room_is_finished_later() {
    let mut browser = full();
    let before = beside_the_audit(&browser);
    browser.erases(1);
    browser.set_fault(Fault::Since(3, StoreError::Full));
    browser.does(1, UndidErase);
    assert_eq!(browser.notices(1), [Notice::StorageFull]);
    browser.set_fault(Fault::Never);
    browser.does(1, Continued);
    browser.presses(1, &[2]);
    assert_eq!(beside_the_audit(&browser), before);
    assert_eq!(browser.notices(1), []);
}

#[test]
fn undo_restores_what_was_never_stored() {
    let mut browser = Browser::with_tab();
    browser.does(0, TurnedHistoryOn);
    browser.set_fault(Fault::Since(0, StoreError::Full));
    finish(&mut browser, 0, 3);
    finish(&mut browser, 0, 5);
    browser.does(0, practised("map", "[]"));
    browser.erases(0);
    browser.set_fault(Fault::Never);
    browser.does(0, UndidErase);
    let stored = browser.stored();
    assert_eq!(firsts(&stored), [3, 5]);
    assert_eq!(firsts(browser.session(0)), [3, 5]);
    assert!(stored.history && stored.result.is_some());
    assert_eq!(browser.practice_text("map").as_deref(), Some("[]"));
}

#[test]
fn undo_restores_records_of_a_newer_version_as_they_were() {
    let head = r#"{"version":2,"clock":9}"#;
    for slot in [Slot::History, Slot::Head] {
        let browser = &mut Browser::new();
        browser.put(&slot, head);
        let tab = browser.open();
        assert_eq!(browser.notices(tab), [Notice::ReadOnly], "{slot:?}");
        browser.erases_and_undoes(tab);
        assert_eq!(browser.text(&slot).as_deref(), Some(head), "{slot:?}");
        assert!(!browser.session(tab).history, "{slot:?}");
        assert!(!browser.session(tab).is_kept(), "{slot:?}");
    }
}
