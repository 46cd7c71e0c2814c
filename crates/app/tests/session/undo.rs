//! Taking back that everything was deleted: whatever stood in storage stands there again, also what
//! no part of the program reads.

use std::rc::Rc;

use app::session::{Message, Notice};
use measure::instrument::Id;
use records::slot::Slot;
use records::store::StoreError;
use simulator::Fault;
use simulator::past::{finish, firsts, with_past};
use simulator::tabs::{Browser, practised};
use testing::{option, small};

const NEVER: Fault = Fault::Once {
    call: usize::MAX,
    error: StoreError::Full,
};

fn erase(browser: &mut Browser, tab: usize) {
    browser.does(tab, Message::OpenedKeep);
    browser.does(tab, Message::AskedToErase);
    browser.does(tab, Message::Erased);
}

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
    browser.does(0, practised("mood", "not JSON"));
    browser.does(0, Message::OpenedWelcome);
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
fn all_of_it_goes_and_all_of_it_comes_back() {
    let mut browser = full();
    let tab = 1;
    let (before, responses) = (beside_the_audit(&browser), browser.stored_responses());
    assert_eq!(before.len(), 10, "{before:?}");
    let session = browser.session(tab).clone();
    erase(&mut browser, tab);
    assert_eq!(beside_the_audit(&browser), []);
    assert!(!browser.session(tab).has_anything());
    browser.does(tab, Message::UndidErase);
    assert_eq!(beside_the_audit(&browser), before);
    assert_eq!(browser.stored_responses(), responses);
    for now in [browser.session(tab), &browser.stored()] {
        assert_eq!(now.past, session.past);
        assert_eq!(now.practice, session.practice);
        assert_eq!(now.result, session.result);
        assert!(now.history);
    }
    assert_eq!(browser.notices(tab), []);
    // And once more, in another tab, which then leaves.
    let other = browser.open();
    erase(&mut browser, other);
    browser.settle();
    browser.does(other, Message::UndidErase);
    browser.settle();
    assert_eq!(beside_the_audit(&browser), before);
    assert_eq!(browser.session(tab).past, session.past);
    assert!(browser.session(tab).history);
    erase(&mut browser, tab);
    browser.close(other);
    browser.close(tab);
    assert_eq!(browser.everything(), []);
}

#[test]
fn without_an_audit_under_way_every_byte_but_the_head_is_as_before() {
    let mut browser = with_past(&[3, 4]);
    let before = beside_the_audit(&browser);
    erase(&mut browser, 0);
    browser.does(0, Message::UndidErase);
    assert_eq!(beside_the_audit(&browser), before);
    assert_eq!(browser.everything().len(), before.len() + 1);
    assert!(!browser.stored().can_continue());
}

#[test]
fn what_stands_alone_is_put_back_too() {
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
        erase(&mut browser, tab);
        browser.does(tab, Message::UndidErase);
        assert_eq!(beside_the_audit(&browser), before, "{}", slot.suffix());
        browser.close(tab);
        browser.open();
        assert_eq!(beside_the_audit(&browser), before, "{}", slot.suffix());
    }
}

/// A page with another questionnaire than the one whose answers and result are stored.
fn displaced() -> (Browser, usize) {
    let mut browser = Browser::new();
    let tab = browser.open();
    finish(&mut browser, tab, 3);
    browser.does(tab, Message::OpenedWelcome);
    browser.begins(tab, &[4, 5, 3]);
    browser.close(tab);
    browser.instrument = Rc::new(small(3, |text| text.replace("\"i1\"", "\"up-trust-1\"")));
    let tab = browser.open();
    (browser, tab)
}

#[test]
fn an_audit_of_another_questionnaire_comes_back_byte_for_byte() {
    let (mut browser, tab) = displaced();
    let before = browser.everything();
    erase(&mut browser, tab);
    browser.does(tab, Message::UndidErase);
    assert_eq!(browser.everything(), before);
    assert_eq!(browser.responses(tab), "");
    // It still waits for its place to be needed.
    browser.begins(tab, &[5]);
    assert_eq!(browser.stored_responses(), "5");
    for (key, text) in &before {
        let there = browser.everything().iter().any(|(_, other)| other == text);
        assert!(there, "{key} is gone");
    }
}

#[test]
fn where_its_place_was_taken_since_it_is_set_aside() {
    let (mut browser, tab) = displaced();
    let before = browser.everything();
    erase(&mut browser, tab);
    browser.begins(tab, &[5, 4]);
    browser.does(tab, Message::UndidErase);
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
fn answers_whose_head_was_damaged_come_back() {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.begins(tab, &[4, 5, 3]);
    browser.close(tab);
    browser.put(&Slot::Head, "damaged");
    let tab = browser.open();
    let before = browser.everything();
    erase(&mut browser, tab);
    assert_eq!(browser.everything().len(), 1, "the marker");
    // Deleting once more finds the marker, which is nothing to put back.
    erase(&mut browser, tab);
    browser.does(tab, Message::UndidErase);
    assert_eq!(browser.everything(), before);
    assert!(browser.session(tab).can_continue());
    browser.does(tab, Message::Continued);
    browser.presses(tab, &[2]);
    assert_eq!(browser.stored_responses(), "4532");
}

#[test]
fn what_was_kept_since_stays() {
    let mut browser = full();
    let tab = 1;
    erase(&mut browser, tab);
    browser.does(tab, practised("map", "new"));
    browser.does(tab, Message::TurnedHistoryOn);
    finish(&mut browser, tab, 5);
    let result = browser.session(tab).result.clone();
    browser.does(tab, Message::UndidErase);
    assert_eq!(browser.stored().result, result);
    assert_eq!(
        browser.text(&Slot::Practice("map".into())).as_deref(),
        Some("new")
    );
    assert_eq!(
        browser.text(&Slot::Practice("mood".into())).as_deref(),
        Some("not JSON")
    );
    let stored = browser.stored();
    assert_eq!(
        stored.past.len(),
        4,
        "one foreign, two of before, one since"
    );
    assert_eq!(browser.session(tab).past, stored.past);
}

#[test]
fn what_another_tab_wrote_unheard_comes_back() {
    let mut browser = Browser::new();
    let (tab, other) = (browser.open(), browser.open());
    browser.begins(tab, &[4, 5, 3]);
    browser.does(other, Message::Continued);
    browser.takes(other, Message::ChoseOption(option(1)));
    browser.does(other, Message::TurnedHistoryOn);
    // The first tab has not heard of it when its visitor deletes everything.
    browser.takes(tab, Message::OpenedKeep);
    browser.takes(tab, Message::Erased);
    browser.takes(tab, Message::UndidErase);
    browser.settle();
    assert_eq!(browser.stored_responses(), "4531");
    assert!(browser.stored().history && browser.session(tab).history);
}

#[test]
fn whatever_fails_on_the_way_nothing_is_lost() {
    let calls = {
        let mut browser = full();
        browser.set_fault(NEVER);
        erase(&mut browser, 1);
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
                    Fault::From { call, error }
                } else {
                    Fault::Once { call, error }
                });
                let case = format!("call {call}, from then on: {from}");
                erase(&mut browser, 1);
                browser.set_fault(NEVER);
                let gone = beside_the_audit(&browser).is_empty();
                let told = browser.notices(1).contains(&Notice::NotErased);
                assert!(gone || told, "{case}");
                // Some visitors try once more before they think better of it.
                if call % 2 == 0 {
                    erase(&mut browser, 1);
                    assert_eq!(beside_the_audit(&browser), [], "{case}");
                }
                browser.does(1, Message::UndidErase);
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
    erase(&mut browser, 1);
    let error = StoreError::Full;
    browser.set_fault(Fault::From { call: 3, error });
    browser.does(1, Message::UndidErase);
    assert_eq!(browser.notices(1), [Notice::StorageFull]);
    browser.set_fault(NEVER);
    browser.does(1, Message::Continued);
    browser.presses(1, &[2]);
    assert_eq!(beside_the_audit(&browser), before);
    assert_eq!(browser.notices(1), []);
}

#[test]
fn what_was_never_stored_comes_back_as_well() {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.does(tab, Message::TurnedHistoryOn);
    let error = StoreError::Full;
    browser.set_fault(Fault::From { call: 0, error });
    finish(&mut browser, tab, 3);
    browser.does(tab, practised("map", "[]"));
    erase(&mut browser, tab);
    browser.set_fault(NEVER);
    browser.does(tab, Message::UndidErase);
    let stored = browser.stored();
    assert_eq!(firsts(&stored), [3]);
    assert!(stored.history && stored.result.is_some());
    assert_eq!(
        browser.text(&Slot::Practice("map".into())).as_deref(),
        Some("[]")
    );
}
