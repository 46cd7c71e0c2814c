//! What is stored and when, in one tab: nothing before the first answer, everything before the
//! screen changes, nothing lost when storage fails or holds what nobody can read.

use app::session::Message::*;
use app::session::{ElementEvent, Notice, Screen};
use measure::instrument::FormName;
use measure::response::Response;
use measure::time::UnixMs;
use records::store::StoreError;
use simulator::Fault;
use simulator::tabs::Browser;
use testing::{option, scale};

#[test]
fn nothing_is_stored_before_the_first_answer() {
    let mut browser = Browser::with_tab();
    for message in [
        PickedForm(FormName::Short),
        Started,
        PressedNext,
        SetMovesOn(false),
        PressedBack,
        PageHidden,
        PageShown,
        PageLeft,
    ] {
        browser.does(0, message.clone());
        assert_eq!(browser.slots(), [""; 0], "{message:?}");
    }
    browser.does(0, PressedOption(option(4)));
    let stored = [
        "answer:up-candour-1",
        "answer:up-trust-1",
        "head",
        "position",
    ];
    assert_eq!(browser.slots(), stored);
}

#[test]
fn every_answer_is_stored_before_the_next_screen_shows() {
    let mut browser = Browser::with_tab();
    browser.does(0, Started);
    for position in 0..36 {
        assert_eq!(browser.session(0).screen, Screen::item(position));
        browser.does(0, PressedOption(option(4)));
        if position < 35 {
            assert_eq!(browser.stored_responses(), "4".repeat(position + 1));
        }
    }
    assert_eq!(browser.session(0).screen, Screen::results());
    assert!(browser.stored().result.is_some());
}

#[test]
fn an_audit_goes_on_at_the_same_item_with_the_same_answers() {
    let mut browser = Browser::answering_short(&[4, 5]);
    browser.all(0, [SetMovesOn(false), PressedNext]);
    browser.does(0, ChoseOption(Response::NotApplicable));
    browser.close(0);

    let second = browser.open();
    assert!(browser.session(second).can_continue());
    browser.does(second, Continued);
    assert_eq!(browser.place(second), Some(3));
    assert_eq!(browser.session(second).form(), FormName::Short);
    assert!(!browser.session(second).moves_on);
    assert_eq!(browser.responses(second), "45-x");
}

#[test]
fn starting_again_leaves_the_old_answers_stored_until_the_first_new_one() {
    let mut browser = Browser::answering(&[4, 5, 3]);
    browser.all(0, [OpenedWelcome, Started]);
    assert_eq!(browser.responses(0), "");
    browser.does(0, PressedNext);
    assert_eq!(browser.stored_responses(), "453");
    browser.presses(0, &[1]);
    assert_eq!(browser.stored_responses(), "-1", "the old answers are void");
}

#[test]
fn a_result_that_could_not_be_stored_is_stored_later() {
    let mut browser = Browser::answering_short(&[4; 17]);
    browser.set_fault(Fault::Once(1, StoreError::Full));
    browser.presses(0, &[2]);
    assert_eq!(browser.notices(0), [Notice::StorageFull]);
    assert_eq!(browser.stored().result, None);
    browser.does(0, OpenedKeep);
    assert_eq!(browser.stored().result, browser.session(0).result);
    assert_eq!(browser.notices(0), []);
    assert_eq!(browser.slots(), ["head", "result"]);
}

#[test]
fn after_any_failure_the_next_answer_stores_everything() {
    let calls = {
        let browser = Browser::answering(&[4, 5, 3]);
        browser.calls()
    };
    for call in 1..calls {
        let mut browser = Browser::with_fault(Fault::Since(call, StoreError::Full));
        let tab = browser.open();
        browser.begins(tab, &[4, 5, 3]);
        if browser.notices(tab).contains(&Notice::MemoryOnly) {
            continue;
        }
        assert_eq!(browser.notices(tab), [Notice::StorageFull], "call {call}");
        assert!(browser.stored().notices.is_empty(), "call {call}");
        browser.set_fault(Fault::Never);
        browser.presses(tab, &[2]);
        assert_eq!(browser.stored_responses(), "4532", "call {call}");
        assert_eq!(browser.notices(tab), [], "call {call}");
    }
}

#[test]
fn where_storage_cannot_be_read_answers_last_as_long_as_the_page() {
    let mut browser = Browser::with_fault(Fault::Since(0, StoreError::Unavailable));
    let tab = browser.open();
    assert_eq!(browser.notices(tab), [Notice::MemoryOnly]);
    let asked = browser.calls();
    browser.begins(tab, &[4, 5]);
    assert_eq!(browser.responses(tab), "45");
    assert_eq!(browser.slots(), [""; 0]);
    assert_eq!(browser.calls(), asked, "it is not asked again");
}

#[test]
fn undoing_a_marked_direction_is_stored_even_if_nothing_else_was_answered() {
    let mut browser = Browser::with_tab();
    browser.all(0, [Started, MarkedScale(scale(0))]);
    assert_eq!(browser.stored_responses(), "x".repeat(12));
    browser.does(0, UnmarkedScale(scale(0)));
    assert_eq!(browser.stored_responses(), "");
}

#[test]
fn a_wall_clock_that_runs_backwards_loses_nothing() {
    let mut browser = Browser::answering_short(&[4]);
    let started = browser.now.wall;
    browser.now.wall = UnixMs(1000);
    browser.close(0);
    let second = browser.open();
    browser.does(second, Continued);
    browser.presses(second, &[5]);
    browser.does(second, PressedBack);
    browser.presses(second, &[1]);
    assert_eq!(browser.stored_responses(), "41", "the later answer wins");
    browser.presses(second, &[3; 16]);
    let result = browser.session(second).result.clone().unwrap();
    assert!(result.started_at <= started);
    assert_eq!(
        result.ended_at, result.started_at,
        "never ends before it starts"
    );
}

#[test]
fn short_to_full_carries_answers_start_and_time() {
    let mut browser = Browser::answering_short(&[4; 12]);
    browser.all(0, [MarkedScale(scale(2)), FinishedAsItIs]);
    let short = browser.session(0).result.clone().unwrap();
    browser.does(0, WentOnToFull);
    assert_eq!(browser.place(0), Some(6), "the first that was not asked");
    assert_eq!(browser.responses(0), "444444------444444------xxxxxxxxxxxx");
    assert_eq!(browser.stored_responses(), browser.responses(0));
    assert_eq!(
        browser.stored().result,
        Some(short.clone()),
        "the short result is kept"
    );
    browser.presses(0, &[5; 6]);
    assert_eq!(browser.place(0), Some(18), "nothing is asked twice");
    browser.close(0);

    let tab = browser.open();
    browser.does(tab, Continued);
    assert_eq!(browser.place(tab), Some(18));
    browser.presses(tab, &[5; 6]);
    let full = browser.session(tab).result.clone().unwrap();
    assert_eq!(full.sheet.form, FormName::Full);
    assert_eq!(full.started_at, short.started_at);
    assert!(
        full.active_seconds >= short.active_seconds + 12,
        "{} after {}",
        full.active_seconds,
        short.active_seconds
    );
    assert_eq!(browser.stored().result, Some(full));
}

#[test]
fn deleting_that_was_cut_short_is_finished_by_the_next_page() {
    let mut browser = Browser::answering(&[4, 5, 3]);
    browser.does(0, OpenedKeep);
    browser.set_fault(Fault::Since(3, StoreError::Unavailable));
    browser.does(0, Erased);
    assert_eq!(browser.notices(0), [Notice::NotErased]);
    assert!(!browser.emitted(0).contains(&&ElementEvent::Erased));
    assert!(browser.slots().len() > 1);
    browser.set_fault(Fault::Never);
    let next = browser.open();
    assert_eq!(browser.slots(), ["head"]);
    assert!(!browser.session(next).can_continue());
    browser.close(next);
    assert_eq!(browser.slots(), [""; 0]);
}
