//! What a visit knows of the one before: whether the visitor is back, what can be deleted, and what is said of the records.

use std::rc::Rc;

use app::session::Message::*;
use app::session::{FormChoice, Message, Notice, Session};
use measure::instrument::FormName::{Full, Short};
use records::slot::Slot;
use records::store::{Loaded, Problem, StoreError, StoreOp};
use records::stored::Writer;
use simulator::past::{finish, with_past};
use simulator::tabs::{Browser, practised};
use simulator::walk::press;
use testing::{scale, shipped, small};

/// A browser in which a round has a record of this name.
fn with_round(name: &str) -> Browser {
    let browser = Browser::new();
    browser.put(&Slot::Round(name.to_owned()), "{}");
    browser
}

/// The same with an outcome of their own and answers about another.
fn both() -> Browser {
    let browser = with_round("outcome:0a");
    browser.put(&Slot::Round("round:0b:invitation".to_owned()), "{}");
    browser
}

/// A browser with an earlier result, and no latest.
fn with_past_only() -> Browser {
    let browser = with_past(&[3]);
    for slot in [Slot::Result, Slot::Head, Slot::History] {
        browser.take_away(&slot);
    }
    browser
}

fn finished() -> Browser {
    let mut browser = Browser::with_tab();
    finish(&mut browser, 0, 3);
    browser
}

fn with_practice() -> Browser {
    let mut browser = Browser::with_tab();
    browser.does(0, practised("map", "{}"));
    browser
}

fn with_unknown() -> Browser {
    let browser = Browser::new();
    browser.put(&Slot::Unknown("later:x".to_owned()), "of a version to come");
    browser
}

#[test]
fn whoever_has_something_of_their_own_is_back_and_can_delete_whatever_is_there() {
    let begun_only = || {
        let mut browser = Browser::with_tab();
        browser.does(0, Started);
        browser
    };
    for (case, browser, is_back, can_erase) in [
        ("nothing", Browser::new(), false, false),
        ("begun, nothing answered", begun_only(), false, false),
        ("answers", Browser::answering(&[4]), true, true),
        ("a result", finished(), true, true),
        ("an earlier result", with_past_only(), true, true),
        ("the practice", with_practice(), true, true),
        (
            "a round of their own",
            with_round("round:0a:key"),
            true,
            true,
        ),
        ("an outcome", with_round("outcome:0a"), true, true),
        (
            "answers about another",
            with_round("round:0a:mine"),
            false,
            true,
        ),
        (
            "an invitation",
            with_round("round:0a:invitation"),
            false,
            true,
        ),
        ("both", both(), true, true),
        ("of a newer version", with_unknown(), false, true),
    ] {
        let session = browser.stored();
        assert_eq!(session.is_back(), is_back, "{case}");
        assert_eq!(session.can_erase(), can_erase, "{case}");
    }
}

#[test]
fn what_is_stored_without_being_anything_to_go_on_with_can_be_deleted() {
    let mut browser = Browser::with_tab();
    browser.all(0, [Started, MarkedScale(scale(0)), UnmarkedScale(scale(0))]);
    let session = browser.session(0);
    assert!(!browser.slots().is_empty());
    assert!(!session.has_anything() && session.can_erase());
}

#[test]
fn the_reader_is_wanted_for_what_waits_and_while_a_deletion_may_be_undone() {
    let mut browser = Browser::answering(&[4]);
    for (message, wanted) in [
        (PressedNext, false),
        (AskedToErase, true),
        (KeptEverything, false),
        (Erased, true),
        (UndidErase, false),
    ] {
        browser.does(0, message.clone());
        assert_eq!(browser.session(0).wants_reader(), wanted, "{message:?}");
    }
    let bare = browser.open_without_parts();
    browser.takes(bare, ClearedElsewhere);
    assert!(browser.session(bare).wants_reader());
}

#[test]
fn the_furthest_of_several_rounds_is_the_one_under_way() {
    let browser = Browser::new();
    assert_eq!(browser.stored().round_under_way(), None);
    for (name, stage) in [
        ("outcome:0a", "kept"),
        ("round:0b:invitation", "answering"),
        ("round:0c:mine", "sent"),
        ("round:0d:key", "collecting"),
        ("outcome:0e", "collecting"),
    ] {
        browser.put(&Slot::Round(name.to_owned()), "{}");
        assert_eq!(browser.stored().round_under_way(), Some(stage), "{name}");
    }
    assert!(browser.stored().has_outcome());
    assert!(!with_round("round:0a:key").stored().has_outcome());
    assert!(!with_practice().stored().has_outcome());
    assert_eq!(with_practice().stored().round_under_way(), None);
}

#[test]
fn what_storage_refuses_to_keep_can_be_deleted_from_memory() {
    let loaded = Loaded {
        problems: vec![Problem::Unavailable(StoreError::Unavailable)],
        ..Loaded::default()
    };
    let open = Session::open(Rc::new(shipped()), FormChoice::Choose, Writer(1), loaded);
    let (mut session, _) = open;
    assert!(!session.can_erase());
    for message in [Started, press(4)] {
        let at = app::session::Moment::default();
        let _ = session.update(app::session::Event { at, message });
    }
    assert!(session.can_erase());
}

#[test]
fn deleting_everything_ends_what_was_said_of_the_records_alone() {
    let why = json::Faults::default();
    let slot = "head".to_owned();
    let loaded = Loaded {
        problems: vec![
            Problem::Unreadable { slot, why },
            Problem::OtherInstrument,
            Problem::Newer,
            Problem::Expired,
        ],
        ..Loaded::default()
    };
    let open = Session::open(Rc::new(shipped()), FormChoice::Choose, Writer(1), loaded);
    let (mut session, _) = open;
    let said = session.notices.clone();
    assert_eq!(said.len(), 4);
    for message in [AskedToErase, Erased] {
        let at = app::session::Moment::default();
        let _ = session.update(app::session::Event { at, message });
    }
    assert_eq!(session.notices, [Notice::Expired]);
}

#[test]
fn only_a_form_that_the_owner_chose_and_that_there_is_is_offered_alone() {
    let only = |instrument, choice| {
        let loaded = Loaded::default();
        let (session, _) = Session::open(Rc::new(instrument), choice, Writer(1), loaded);
        session.only_form()
    };
    let full_alone = || small(4, |text| text);
    for (instrument, choice, form) in [
        (shipped(), FormChoice::Choose, None),
        (shipped(), FormChoice::Short, Some(Short)),
        (shipped(), FormChoice::Full, Some(Full)),
        (full_alone(), FormChoice::Short, None),
        (full_alone(), FormChoice::Full, Some(Full)),
    ] {
        assert_eq!(only(instrument, choice), form, "{choice:?}");
    }
}

#[test]
fn a_questionnaire_arrives_in_another_language_only_if_it_asks_the_same() {
    let mut browser = Browser::answering(&[4]);
    let mut translated = shipped();
    translated.title = "Une autre langue".to_owned();
    let other = small(6, |text| text);
    browser.does(0, Message::Reworded(Rc::new(translated)));
    assert_eq!(browser.session(0).instrument.title, "Une autre langue");
    browser.does(0, Message::Reworded(Rc::new(other)));
    assert_eq!(browser.session(0).instrument.title, "Une autre langue");
    assert_eq!(browser.responses(0), "4");
}

#[test]
fn undoing_a_mark_is_offered_where_it_was_made_and_until_the_next_step() {
    let mut browser = Browser::answering_short(&[4; 10]);
    let offered = |browser: &Browser| browser.session(0).screen.just_marked();
    assert_eq!(offered(&browser), None);
    browser.does(0, MarkedScale(scale(1)));
    assert_eq!(offered(&browser), Some(scale(1)), "on an item");
    browser.does(0, press(4));
    assert_eq!(offered(&browser), None);
    browser.does(0, MarkedScale(scale(2)));
    assert_eq!(offered(&browser), Some(scale(2)), "in the review");
    browser.does(0, FinishedAsItIs);
    assert_eq!(offered(&browser), None);
}

#[test]
fn a_question_about_deleting_is_asked_once_and_leaves_an_earlier_deletion_as_it_was() {
    let mut browser = finished();
    browser.all(0, [AskedToErase, AskedToErase, KeptEverything]);
    assert!(browser.session(0).result.is_some());
    browser.all(0, [AskedToErase, AskedToErase, Erased]);
    let done = browser.session(0).erasing.clone();
    browser.all(0, [AskedToErase, AskedToErase, KeptEverything]);
    assert_eq!(browser.session(0).erasing, done);
    browser.does(0, UndidErase);
    assert!(browser.session(0).result.is_some());
}

#[test]
fn an_operation_names_the_slot_that_it_changes() {
    let text = String::new;
    for op in [
        StoreOp::Write(Slot::Result, text()),
        StoreOp::Remove(Slot::Result),
        StoreOp::SetAside(Slot::Result),
        StoreOp::PutAside(Slot::Result, text()),
        StoreOp::Correct(Slot::Result, text(), text()),
    ] {
        assert_eq!(*op.slot(), Slot::Result);
    }
    assert_eq!(*StoreOp::ClearUnder(text()).slot(), Slot::Head);
}
