//! What a tab makes of records that it hears of from others: newer ones, damaged ones, another
//! questionnaire's, and what goes away; and where nothing may be written.

use std::rc::Rc;

use app::session::Message::*;
use app::session::{Effect, FormChoice, Message, Notice, Screen};
use measure::completed::Completed;
use measure::instrument::Id;
use records::slot::Slot;
use records::store::{StoreError, StoreOp};
use simulator::Fault;
use simulator::past::{finish, firsts, with_past};
use simulator::tabs::{Browser, imported, practised};
use testing::{option, small};

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// A tab in an audit with these answers.
fn answering(options: &[u64]) -> Browser {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.begins(tab, options);
    browser
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
    let mut browser = with_past(&[3]);
    browser.does(0, OpenedWelcome);
    browser.begins(0, &[4, 5]);
    let past = browser.session(0).past[0].id.clone();
    for slot in [
        Slot::Head,
        Slot::Answer(id("up-trust-1")),
        Slot::Result,
        Slot::History,
        Slot::Past(past),
    ] {
        let mut browser = answering(&[4, 5]);
        let text = {
            let other = with_past(&[3]);
            let mut other = other;
            other.does(0, OpenedWelcome);
            other.begins(0, &[4, 5]);
            newer(&other, &slot)
        };
        assert!(browser.session(0).is_kept());
        writes(&mut browser, &slot, Some(&text));
        assert_eq!(browser.notices(0), [Notice::ReadOnly], "{slot:?}");
        assert!(!browser.session(0).is_kept(), "{slot:?}");
        let before = browser.everything();
        browser.takes(0, PressedOption(option(1)));
        browser.takes(0, Stored(Ok(())));
        // Deaf, too: what the newer page goes on to write is its own.
        browser.takes(0, ChangedElsewhere(slot.clone(), None));
        browser.takes(0, ClearedElsewhere);
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
            "{\"version\":1,\"clock\":9,\"writer\":9,\"value\":4,\"active_ms\":1}",
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
            (&after.past, &after.result, &after.notices, after.screen),
            (&before.past, &before.result, &before.notices, before.screen),
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
    let mut browser = answering(&[4, 5]);
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
fn a_head_that_goes_away_is_written_again_with_its_answers() {
    let mut browser = answering(&[4, 5]);
    for (key, _) in browser.everything() {
        let suffix = key.strip_prefix("leadership-audit:default:").unwrap();
        browser.take_away(&Slot::from_suffix(suffix));
    }
    browser.takes(0, ChangedElsewhere(Slot::Head, None));
    assert_eq!(browser.stored_responses(), "45");
    assert_eq!(browser.notices(0), [Notice::ClearedElsewhere]);
}

#[test]
fn where_nothing_is_there_to_lose_a_cleared_storage_stays_clear() {
    let mut browser = Browser::new();
    browser.open();
    browser.takes(0, ClearedElsewhere);
    assert_eq!(browser.everything(), []);
    assert_eq!(browser.notices(0), []);
    // What the visitor deleted does not come back either.
    let mut browser = answering(&[4]);
    for message in [OpenedKeep, AskedToErase, Erased, ClearedElsewhere] {
        browser.takes(0, message);
    }
    assert_eq!(browser.stored_responses(), "");
    assert_eq!(browser.notices(0), []);
}

#[test]
fn a_practice_text_that_nobody_reads_is_set_aside_as_it_was() {
    let mut browser = Browser::new();
    let tab = browser.open();
    let name = || "loop".to_owned();
    browser.does(tab, practised("loop", "not JSON"));
    assert!(browser.session(tab).practises());
    browser.does(tab, OpenedKeep);
    assert!(!browser.session(tab).practises());
    assert_eq!(browser.text(&Slot::Practice(name())), None);
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
    let mut browser = answering(&[4]);
    let never = |error| Fault::From { call: 0, error };
    browser.set_fault(never(StoreError::Full));
    browser.takes(0, FinishedAsItIs);
    assert_eq!(browser.notices(0), [Notice::StorageFull]);
    browser.set_fault(Fault::Once {
        call: usize::MAX,
        error: StoreError::Full,
    });
    browser.takes(0, OpenedKeep);
    assert_eq!(browser.notices(0), []);
    assert_eq!(browser.stored().result, browser.session(0).result);
    // While another audit is under way it is stored beside that.
    browser.takes(0, OpenedWelcome);
    browser.takes(0, Started);
    browser.takes(0, PressedOption(option(5)));
    browser.set_fault(never(StoreError::Unavailable));
    browser.takes(0, FinishedAsItIs);
    browser.takes(0, OpenedWelcome);
    browser.takes(0, Started);
    browser.takes(0, PressedOption(option(2)));
    assert_eq!(browser.notices(0), [Notice::NotSaved]);
    browser.set_fault(Fault::Once {
        call: usize::MAX,
        error: StoreError::Full,
    });
    browser.takes(0, OpenedKeep);
    assert_eq!(browser.notices(0), []);
    assert_eq!(browser.stored().result, browser.session(0).result);
    assert_eq!(browser.stored_responses(), "2");
    browser.takes(0, Continued);
    browser.takes(0, PressedOption(option(3)));
    assert_eq!(browser.stored_responses(), "23");
    assert_eq!(browser.stored().result, browser.session(0).result);
}

#[test]
fn a_result_is_imported_beside_an_audit_under_way_and_where_nothing_is_stored() {
    let done = answering(&[3; 36]);
    let result = || imported(Completed::clone(done.session(0).result.as_ref().unwrap()));
    let mut browser = answering(&[4, 5]);
    browser.does(0, result());
    assert_eq!(browser.stored().result, done.session(0).result);
    assert_eq!(browser.stored_responses(), "45", "the audit goes on");

    let mut browser = Browser::with_fault(Fault::From {
        call: 0,
        error: StoreError::Unavailable,
    });
    let tab = browser.open();
    browser.does(tab, result());
    assert_eq!(browser.session(tab).result, done.session(0).result);
    let commits = |effect: &&Effect| matches!(effect, Effect::Commit(_));
    assert_eq!(browser.effects(tab).iter().find(commits), None);
}

#[test]
fn nothing_is_deleted_by_a_session_that_did_not_ask_for_it() {
    let mut browser = answering(&[4]);
    let before = browser.session(0).clone();
    browser.takes(0, Removed(vec![(Slot::Result, "x".to_owned())]));
    assert_eq!(browser.session(0), &before);
    browser.takes(0, UndidErase);
    assert_eq!(browser.session(0), &before);
}

#[test]
fn the_way_back_from_keeping_leads_to_the_start_where_there_is_no_result() {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.does(tab, OpenedKeep);
    browser.does(tab, PressedBack);
    assert_eq!(browser.session(tab).screen, Screen::Welcome);
    finish(&mut browser, tab, 4);
    browser.does(tab, Message::OpenedKeep);
    browser.does(tab, PressedBack);
    assert_eq!(browser.session(tab).screen, Screen::Results);
}

#[test]
fn every_operation_names_the_slot_that_it_changes() {
    let slot = Slot::Practice("map".to_owned());
    let text = String::new;
    for op in [
        StoreOp::Write(slot.clone(), text()),
        StoreOp::Remove(slot.clone()),
        StoreOp::SetAside(slot.clone()),
        StoreOp::PutAside(slot.clone(), text()),
        StoreOp::Correct(slot.clone(), text(), text()),
    ] {
        assert_eq!(op.slot(), &slot, "{op:?}");
    }
    assert_eq!(StoreOp::ClearUnder(text()).slot(), &Slot::Head);
}

#[test]
fn a_setting_changed_in_another_tab_leaves_this_one_where_it_is() {
    let mut browser = answering(&[4, 5]);
    let other = browser.open();
    browser.does(other, Continued);
    browser.does(other, PressedNext);
    let before = browser.session(other).screen;
    assert!(matches!(before, Screen::Item { position: 3, .. }));
    browser.does(0, SetMovesOn(false));
    browser.deliver(other);
    assert_eq!(browser.session(other).screen, before);
    assert_eq!(browser.notices(other), []);
    // A new audit is another matter, unless nothing was answered here.
    browser.does(0, OpenedWelcome);
    browser.does(0, Started);
    browser.does(0, PressedOption(option(1)));
    browser.deliver(other);
    assert_eq!(browser.session(other).screen, Screen::Welcome);
    assert_eq!(browser.notices(other), [Notice::RestartedElsewhere]);
    let mut browser = Browser::new();
    let (tab, other) = (browser.open(), browser.open());
    browser.does(other, Started);
    browser.begins(tab, &[4, 5]);
    browser.deliver(other);
    assert!(matches!(browser.session(other).screen, Screen::Item { .. }));
    assert_eq!(browser.notices(other), []);
}
