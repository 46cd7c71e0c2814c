//! Several widgets with the same audit on one page, which hear at once of whatever one of them changes
//! in storage.

use app::event::PracticeWrite;
use app::session::Message::*;
use app::session::{Notice, Screen};
use records::slot::Slot;
use records::store::StoreError;
use simulator::Fault;
use simulator::tabs::{Browser, practised};
use testing::option;

/// Two widgets on one page, in the same audit.
fn two_widgets() -> Browser {
    let mut browser = Browser::answering(&[4, 5, 3]);
    let second = browser.open_beside(0);
    browser.takes(second, Continued);
    browser
}

#[test]
fn an_answer_in_one_widget_is_in_the_other_at_once() {
    let mut browser = two_widgets();
    browser.takes(0, PressedOption(option(2)));
    assert_eq!(browser.responses(1), "4532");
    browser.takes(1, PressedOption(option(1)));
    assert_eq!(browser.responses(0), "4531");
    assert_eq!(browser.stored_responses(), "4531");
}

#[test]
fn what_was_stored_before_storage_was_full_reaches_the_other_widget() {
    let mut browser = two_widgets();
    let error = StoreError::Full;
    // The answer is stored, and the position after it is not.
    browser.set_fault(Fault::Once(1, error));
    browser.takes(0, PressedOption(option(2)));
    assert_eq!(browser.notices(0), [Notice::StorageFull]);
    assert_eq!(browser.responses(1), "4532");
}

#[test]
fn a_damaged_note_that_one_widget_sets_aside_is_gone_from_the_other() {
    let mut browser = two_widgets();
    browser.takes(0, practised("loop", "not JSON"));
    assert!(has_loop(browser.session(1)));
    let aside = PracticeWrite::SetAside("loop".to_owned());
    browser.takes(0, StoredPractice(vec![aside]));
    assert!(!has_loop(browser.session(1)));
}

/// Foreign records are set aside when their keys are needed, which is no loss to anybody.
#[test]
fn setting_aside_an_audit_of_another_questionnaire_alarms_no_other_widget_or_tab() {
    let mut browser = Browser::answering(&[4, 5, 3]);
    browser.does(0, practised("map", "{}"));
    browser.close(0);
    browser.changes_questionnaire();
    let first = browser.open();
    let others = [browser.open_beside(first), browser.open()];
    browser.begins(first, &[2]);
    assert_eq!(browser.agreed(), "2");
    for other in others {
        assert_eq!(browser.notices(other), [Notice::OtherInstrument]);
    }
}

#[test]
fn a_deletion_reaches_the_other_widget_and_leaves_no_key_when_the_page_is_left() {
    for eraser in [0, 1] {
        let mut browser = two_widgets();
        browser.erases_unheard(eraser);
        let other = 1 - eraser;
        assert_eq!(browser.session(other).screen, Screen::Welcome);
        assert_eq!(browser.notices(other), [Notice::ErasedElsewhere]);
        assert!(!browser.session(other).has_anything());
        for widget in [0, 1] {
            browser.takes(widget, PageLeft);
        }
        assert_eq!(browser.everything(), []);
    }
}

/// The first widget to be left removes the tombstone; what the page finds when the visitor comes back
/// to it must not look older than that.
#[test]
fn a_page_that_comes_back_after_a_deletion_merges_what_another_page_began_since() {
    let mut browser = two_widgets();
    browser.erases_unheard(0);
    for widget in [0, 1] {
        browser.takes(widget, PageLeft);
    }
    let elsewhere = browser.open();
    browser.begins(elsewhere, &[2, 1]);
    browser.settle();
    for widget in [0, 1] {
        assert_eq!(browser.responses(widget), "21", "widget {widget}");
    }
    assert_eq!(browser.stored_responses(), "21");
}

#[test]
fn undoing_a_deletion_brings_everything_back_to_both_widgets() {
    let mut browser = two_widgets();
    browser.erases_unheard(0);
    browser.takes(0, UndidErase);
    for widget in [0, 1] {
        assert_eq!(browser.responses(widget), "453", "widget {widget}");
    }
    assert_eq!(browser.stored_responses(), "453");
}

/// Whether an act was ever planned.
fn has_loop(session: &app::session::Session) -> bool {
    session
        .unparsed
        .iter()
        .any(|(slot, _)| *slot == Slot::Practice("loop".into()))
}
