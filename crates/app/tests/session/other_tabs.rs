//! What a tab does about records that others write or remove: newer ones, damaged ones, and those of
//! another questionnaire; and where nothing may be written.

use std::rc::Rc;

use app::session::Message::*;
use app::session::{Effect, FormChoice, Message, Notice, Screen};
use measure::completed::Completed;
use measure::instrument::Id;
use records::slot::Slot;
use records::store::StoreError;
use simulator::Fault;
use simulator::past::{finish, firsts, with_past};
use simulator::tabs::{Browser, imported, practised};
use testing::{option, small};

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// Another program writes, as a tab of another page of this origin might.
fn writes(browser: &mut Browser, slot: &Slot, text: Option<&str>) {
    match text {
        Some(text) => browser.put(slot, text),
        None => browser.take_away(slot),
    }
    let text = text.map(str::to_owned);
    browser.takes(0, ChangedElsewhere(slot.clone(), text));
}

fn newer(browser: &Browser, slot: &Slot) -> String {
    let text = browser.text(slot).unwrap();
    text.replacen("\"version\":1", "\"version\":2", 1).replacen(
        "\"version\": 1",
        "\"version\": 2",
        1,
    )
}

#[test]
fn a_record_of_a_newer_page_makes_this_one_read_only_and_stays() {
    let mut other = with_past(&[3]);
    other.does(0, OpenedWelcome);
    other.begins(0, &[4, 5]);
    let past = other.session(0).past[0].id.clone();
    for slot in [
        Slot::Head,
        Slot::Answer(id("up-trust-1")),
        Slot::Result,
        Slot::History,
        Slot::Past(past),
    ] {
        let mut browser = Browser::answering(&[4, 5]);
        let text = newer(&other, &slot);
        assert!(browser.session(0).is_kept());
        writes(&mut browser, &slot, Some(&text));
        assert_eq!(browser.notices(0), [Notice::ReadOnly], "{slot:?}");
        assert!(!browser.session(0).is_kept(), "{slot:?}");
        let before = browser.everything();
        browser.takes_all(0, [PressedOption(option(1)), Stored(Ok(()))]);
        // It ignores what the newer page goes on to write.
        browser.takes_all(0, [ChangedElsewhere(slot.clone(), None), ClearedElsewhere]);
        browser.close(0);
        assert_eq!(browser.everything(), before, "{slot:?}");
    }
}

#[test]
fn a_damaged_record_of_another_tab_changes_nothing_here() {
    let mut browser = with_past(&[3]);
    let past = Slot::Past(browser.session(0).past[0].id.clone());
    browser.does(0, OpenedWelcome);
    browser.begins(0, &[4, 5]);
    let before = browser.session(0).clone();
    for (slot, text) in [
        (Slot::Head, "{"),
        (Slot::Answer(id("up-trust-1")), "{}"),
        (
            Slot::Answer(id("no-such-item")),
            "{\"version\":1,\"began\":1,\"clock\":9,\"writer\":9,\"value\":4,\"active_ms\":1}",
        ),
        (Slot::Result, "no result"),
        (past, "no result"),
        (Slot::Position, "{}"),
        (Slot::Unknown("x".to_owned()), "x"),
    ] {
        browser.takes(0, ChangedElsewhere(slot.clone(), Some(text.to_owned())));
        let after = browser.session(0);
        assert_eq!(after.sheet(), before.sheet(), "{slot:?}");
        assert_eq!(
            (&after.past, &after.result, &after.notices, &after.screen),
            (
                &before.past,
                &before.result,
                &before.notices,
                &before.screen
            ),
            "{slot:?}"
        );
    }
    assert!(browser.session(0).is_kept());
}

#[test]
fn damaged_marks_of_history_turn_it_off_and_its_removal_does() {
    for text in [Some("{"), None] {
        let mut browser = with_past(&[3]);
        browser.takes(0, ChangedElsewhere(Slot::History, text.map(str::to_owned)));
        assert!(!browser.session(0).history, "{text:?}");
    }
}

#[test]
fn another_questionnaire_that_takes_the_place_is_left_alone() {
    let mut browser = Browser::answering(&[4, 5]);
    let mut other = Browser::new();
    other.instrument = Rc::new(small(6, |text| text));
    other.choice = FormChoice::Choose;
    let tab = other.open();
    other.begins(tab, &[2]);
    let head = other.text(&Slot::Head).unwrap();
    writes(&mut browser, &Slot::Head, Some(&head));
    assert_eq!(browser.notices(0), [Notice::DisplacedElsewhere]);
    browser.does(0, PressedOption(option(1)));
    assert_eq!(browser.responses(0), "451", "as long as the page");
    assert_eq!(browser.text(&Slot::Head), Some(head));
}

#[test]
fn storage_that_was_cleared_from_outside_is_written_again() {
    for cleared in [ClearedElsewhere, ChangedElsewhere(Slot::Head, None)] {
        let mut browser = Browser::answering(&[4, 5]);
        browser.clear();
        browser.takes(0, cleared);
        assert_eq!(browser.stored_responses(), "45");
        assert_eq!(browser.notices(0), [Notice::ClearedElsewhere]);
    }
    let mut browser = with_past(&[3, 4]);
    browser.does(0, practised("map", "[]"));
    let before = browser.session(0).clone();
    browser.clear();
    browser.takes(0, ClearedElsewhere);
    let stored = browser.stored();
    assert!(stored.history);
    assert_eq!(stored.past, before.past);
    assert_eq!(stored.result, before.result);
    assert_eq!(stored.unparsed, before.unparsed);
}

#[test]
fn where_there_is_nothing_to_lose_a_cleared_storage_stays_clear() {
    let mut browser = Browser::with_tab();
    browser.takes(0, ClearedElsewhere);
    assert_eq!(browser.slots(), [""; 0]);
    assert_eq!(browser.notices(0), []);
    // What the visitor deleted does not come back either.
    let mut browser = Browser::answering(&[4]);
    browser.erases(0);
    browser.takes(0, ClearedElsewhere);
    assert_eq!(browser.stored_responses(), "");
    assert_eq!(browser.notices(0), []);
}

#[test]
fn a_practice_text_that_nobody_reads_is_set_aside_as_it_was() {
    let mut browser = Browser::with_tab();
    browser.does(0, practised("loop", "not JSON"));
    assert!(has_loop(browser.session(0)));
    browser.does(0, OpenedKeep);
    assert!(!has_loop(browser.session(0)));
    assert_eq!(browser.practice_text("loop"), None);
    let aside = Slot::Aside("1:practice:loop".to_owned());
    assert_eq!(browser.text(&aside).as_deref(), Some("not JSON"));
}

#[test]
fn a_kept_result_that_another_tab_writes_anew_takes_its_place() {
    let mut browser = with_past(&[3, 4]);
    let other = browser.open();
    assert_eq!(firsts(browser.session(other)), [3, 4]);
    let past = browser.session(0).past[0].clone();
    let text = past
        .text
        .replacen("\"up-trust-1\": 3", "\"up-trust-1\": 5", 1);
    assert_ne!(text, past.text);
    browser.takes(
        other,
        ChangedElsewhere(Slot::Past(past.id.clone()), Some(text)),
    );
    assert_eq!(firsts(browser.session(other)), [5, 4]);
}

#[test]
fn a_result_that_could_not_be_stored_is_tried_again_when_it_is_looked_at() {
    let mut browser = Browser::answering(&[4]);
    let looked_at = |browser: &mut Browser, notice| {
        assert_eq!(browser.notices(0), [notice]);
        browser.set_fault(Fault::Never);
        browser.takes(0, OpenedKeep);
        assert_eq!(browser.notices(0), []);
        assert_eq!(browser.stored().result, browser.session(0).result);
    };
    browser.set_fault(Fault::Since(0, StoreError::Full));
    browser.takes(0, FinishedAsItIs);
    looked_at(&mut browser, Notice::StorageFull);
    // While another audit is under way it is stored beside that.
    browser.begins_unheard(0, 5);
    browser.set_fault(Fault::Since(0, StoreError::Unavailable));
    browser.takes(0, FinishedAsItIs);
    browser.begins_unheard(0, 2);
    looked_at(&mut browser, Notice::NotSaved);
    assert_eq!(browser.stored_responses(), "2");
    browser.takes_all(0, [Continued, PressedOption(option(3))]);
    assert_eq!(browser.stored_responses(), "23");
    assert_eq!(browser.stored().result, browser.session(0).result);
}

#[test]
fn a_result_is_imported_beside_an_audit_under_way_and_where_nothing_is_stored() {
    let done = Browser::answering(&[3; 36]);
    let result = || imported(Completed::clone(done.session(0).result.as_ref().unwrap()));
    let mut browser = Browser::answering(&[4, 5]);
    browser.does(0, result());
    assert_eq!(browser.stored().result, done.session(0).result);
    assert_eq!(browser.stored_responses(), "45", "the audit goes on");

    let mut browser = Browser::with_fault(Fault::Since(0, StoreError::Unavailable));
    let tab = browser.open();
    browser.does(tab, result());
    assert_eq!(browser.session(tab).result, done.session(0).result);
    let commits = |effect: &&Effect| matches!(effect, Effect::Commit(_));
    assert_eq!(browser.effects(tab).iter().find(commits), None);
}

#[test]
fn nothing_is_deleted_by_a_session_that_did_not_ask_for_it() {
    let mut browser = Browser::answering(&[4]);
    let before = browser.session(0).clone();
    browser.takes(0, Removed(vec![(Slot::Result, "x".to_owned())]));
    assert_eq!(browser.session(0), &before);
    browser.takes(0, UndidErase);
    assert_eq!(browser.session(0), &before);
}

#[test]
fn the_way_back_from_keeping_leads_to_the_start_where_there_is_no_result() {
    let mut browser = Browser::with_tab();
    browser.all(0, [OpenedKeep, PressedBack]);
    assert_eq!(browser.session(0).screen, Screen::Welcome);
    finish(&mut browser, 0, 4);
    browser.all(0, [Message::OpenedKeep, PressedBack]);
    assert_eq!(browser.session(0).screen, Screen::results());
}

#[test]
fn a_setting_changed_in_another_tab_leaves_this_one_where_it_is() {
    let mut browser = Browser::answering(&[4, 5]);
    let other = browser.open();
    browser.all(other, [Continued, PressedNext]);
    let before = browser.session(other).screen.clone();
    assert!(matches!(before, Screen::Item { position: 3, .. }));
    browser.does(0, SetMovesOn(false));
    browser.deliver(other);
    assert_eq!(browser.session(other).screen, before);
    assert_eq!(browser.notices(other), []);
    // A new audit is another matter.
    browser.all(0, [OpenedWelcome, Started, PressedOption(option(1))]);
    browser.deliver(other);
    assert_eq!(browser.session(other).screen, Screen::Welcome);
    assert_eq!(browser.notices(other), [Notice::RestartedElsewhere]);
}

/// Whether an act was ever planned.
fn has_loop(session: &app::session::Session) -> bool {
    session
        .unparsed
        .iter()
        .any(|(slot, _)| *slot == Slot::Practice("loop".into()))
}
