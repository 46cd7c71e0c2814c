//! What stays as it is: a screen while another tab changes a setting, answers while a result is
//! opened, a result while another is added, and notices of what could not be stored.

use app::session::Message::*;
use app::session::{Notice, Screen};
use measure::completed::Completed;
use measure::instrument::FormName::{Full, Short};
use records::document::ResultRecord;
use records::slot::Slot;
use records::store::StoreError;
use simulator::Fault;
use simulator::tabs::{Browser, added, imported, practised};
use testing::{answers, completed, item, option, shipped, small};

fn a_file() -> Completed {
    completed(answers(&shipped(), Full, "444244444442"), 100)
}

fn keeps(browser: &mut Browser, name: &str) {
    browser.does(0, practised(name, "{}"));
}

#[test]
fn a_setting_changed_in_another_tab_leaves_the_review_and_the_way_back_to_it() {
    let mut browser = Browser::answering_short(&[4; 17]);
    browser.does(0, PressedNext);
    let second = browser.open();
    browser.does(second, Continued);
    browser.settle();
    for way in [None, Some(RevisitedItem(item(17)))] {
        if let Some(message) = way {
            browser.does(0, message);
        }
        let before = browser.session(0).screen.clone();
        assert!(matches!(
            before,
            Screen::Review { .. }
                | Screen::Item {
                    from_review: true,
                    ..
                }
        ));
        let moves_on = browser.session(second).moves_on;
        browser.does(second, SetMovesOn(!moves_on));
        browser.settle();
        assert_eq!(browser.session(0).screen, before);
        assert_eq!(browser.notices(0), []);
    }
}

#[test]
fn a_tab_in_which_nothing_was_answered_yet_stays_on_its_item() {
    let mut browser = Browser::new();
    let (first, second) = (browser.open(), browser.open());
    browser.does(second, Started);
    let before = browser.session(second).screen.clone();
    // Begun twice while nothing was answered: still the same audit.
    browser.all(first, [Started, OpenedWelcome]);
    browser.begins(first, &[4, 5]);
    browser.settle();
    assert_eq!(browser.session(second).screen, before);
    assert_eq!(browser.notices(second), []);
    assert_eq!(browser.session(second).answered(), 2);
}

#[test]
fn a_full_form_cannot_be_extended() {
    let mut browser = Browser::answering(&[3; 36]);
    let before = browser.everything();
    browser.does(0, WentOnToFull);
    assert_eq!(browser.session(0).screen, Screen::results());
    assert_eq!(browser.everything(), before);
}

#[test]
fn going_on_to_the_full_form_does_not_void_an_audit_under_way() {
    let mut browser = Browser::answering_again(&[2, 5]);
    browser.does(0, OpenedResults);
    let before = browser.everything();
    browser.does(0, WentOnToFull);
    assert_eq!(browser.session(0).screen, Screen::results());
    assert_eq!(browser.everything(), before);
}

#[test]
fn opening_a_saved_result_keeps_answers_whose_head_was_damaged() {
    let mut browser = Browser::answering_again(&[2, 5]);
    browser.put(&Slot::Head, "{");
    let tab = browser.open();
    assert!(browser.session(tab).can_continue());
    browser.does(tab, OpenedKeep);
    browser.set_fault(Fault::Once(0, StoreError::Full));
    browser.does(tab, imported(a_file()));
    assert_eq!(browser.notices(tab).last(), Some(&Notice::StorageFull));
    browser.does(tab, OpenedKeep);
    assert!(browser.session(tab).can_continue());
    assert_eq!(browser.session(tab).answered(), 2);
    assert_eq!(
        browser.stored().answered(),
        2,
        "not deleted with the result's audit"
    );
    assert_eq!(browser.notices(tab).last(), Some(&Notice::Unreadable));
    assert_eq!(browser.stored().result, browser.session(tab).result);
}

#[test]
fn a_result_that_is_added_sets_one_of_another_edition_aside() {
    let mut browser = Browser::answering(&[3; 36]);
    let foreign = browser.text(&Slot::Result).unwrap();
    let foreign = foreign.replace(&shipped().hash(), &small(3, |text| text).hash());
    browser.put(&Slot::Result, &foreign);
    let tab = browser.open();
    assert_eq!(browser.session(tab).result, None);
    browser.does(tab, added(a_file()));
    let texts = browser.everything();
    assert!(texts.iter().any(|(_, text)| *text == foreign), "aside");
    let text = ResultRecord::of(&shipped(), &a_file()).to_text();
    assert_eq!(browser.text(&Slot::Result), Some(text));
    assert!(browser.stored().result.is_some());
}

#[test]
fn a_note_that_was_not_stored_is_reported_until_it_is() {
    let mut browser = Browser::answering_short(&[4; 18]);
    browser.set_fault(Fault::Once(0, StoreError::Full));
    keeps(&mut browser, "plan");
    assert_eq!(browser.notices(0), [Notice::StorageFull]);
    assert!(!browser.session(0).is_kept());
    keeps(&mut browser, "loop");
    assert_eq!(browser.notices(0), []);
    assert!(browser.session(0).is_kept());
    for name in ["plan", "loop"] {
        assert!(browser.practice_text(name).is_some());
    }
    // The first thing that is kept after a deletion goes with the marker that ends it.
    browser.does(0, Erased);
    browser.set_fault(Fault::Once(0, StoreError::Full));
    keeps(&mut browser, "plan");
    assert_eq!(browser.notices(0), [Notice::StorageFull]);
    browser.all(0, [Started, PressedOption(option(4))]);
    assert_eq!(browser.notices(0), []);
    assert!(browser.practice_text("plan").is_some());
    let next = browser.open();
    assert_eq!(browser.session(next).answered(), 1);
}

#[test]
fn the_form_of_the_last_result_is_offered_first() {
    let mut browser = Browser::new();
    browser.open();
    assert_eq!(browser.session(0).picked, Full);
    browser.does(0, PickedForm(Short));
    browser.begins(0, &[4; 18]);
    browser.does(0, PressedNext);
    assert_eq!(
        browser.session(0).result.as_ref().unwrap().sheet.form,
        Short
    );
    let second = browser.open();
    assert_eq!(browser.session(second).picked, Short);
    browser.does(second, PickedForm(Full));
    assert_eq!(browser.session(second).picked, Full);
    browser.does(second, OpenedWelcome);
    assert_eq!(browser.session(second).picked, Short);
}
