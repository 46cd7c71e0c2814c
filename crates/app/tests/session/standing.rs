//! What stays standing: a screen while another tab changes a setting, answers while a result is
//! opened, a result while another is added, and what is said of what could not be stored.

use app::session::{Message, Notice, Screen};
use measure::completed::Completed;
use measure::instrument::FormName::{Full, Short};
use records::document::ResultDocument;
use records::slot::Slot;
use records::store::StoreError;
use simulator::Fault;
use simulator::tabs::{Browser, added, imported, practised};
use testing::{answers, completed, option, shipped, small};

fn a_file() -> Completed {
    completed(answers(&shipped(), Full, "444244444442"), 100)
}

fn keeps(browser: &mut Browser, name: &str) {
    browser.does(0, practised(name, "{}"));
}

#[test]
fn a_setting_changed_in_another_tab_leaves_the_review_and_the_way_back_to_it() {
    let mut browser = Browser::new();
    let first = browser.open();
    browser.does(first, Message::PickedForm(Short));
    browser.begins(first, &[4; 17]);
    browser.does(first, Message::PressedNext);
    let second = browser.open();
    browser.does(second, Message::Continued);
    browser.settle();
    for way in [None, Some(Message::RevisitedItem(17))] {
        if let Some(message) = way {
            browser.does(first, message);
        }
        let before = browser.session(first).screen;
        assert!(matches!(
            before,
            Screen::Review
                | Screen::Item {
                    from_review: true,
                    ..
                }
        ));
        let moves_on = browser.session(second).moves_on;
        browser.does(second, Message::SetMovesOn(!moves_on));
        browser.settle();
        assert_eq!(browser.session(first).screen, before);
        assert_eq!(browser.notices(first), []);
    }
}

#[test]
fn a_tab_in_which_nothing_was_answered_yet_stays_on_its_item() {
    let mut browser = Browser::new();
    let (first, second) = (browser.open(), browser.open());
    browser.does(second, Message::Started);
    let before = browser.session(second).screen;
    // Begun twice: another audit than the one that the second tab is in.
    browser.does(first, Message::Started);
    browser.does(first, Message::OpenedWelcome);
    browser.begins(first, &[4, 5]);
    browser.settle();
    assert_eq!(browser.session(second).screen, before);
    assert_eq!(browser.notices(second), []);
    assert_eq!(browser.session(second).answered(), 2);
}

#[test]
fn a_tab_that_was_ahead_of_a_new_audit_stays_on_its_item_with_what_it_answered() {
    let mut browser = Browser::new();
    let first = browser.open();
    browser.begins(first, &[4]);
    let second = browser.open();
    browser.does(second, Message::Continued);
    browser.presses(second, &[3, 3, 3]);
    let before = browser.session(second).screen;
    // Unheard of here, another begins there; the answers are later than its beginning.
    browser.takes(first, Message::OpenedWelcome);
    browser.takes(first, Message::Started);
    browser.takes(first, Message::PressedOption(option(2)));
    browser.deliver(second);
    assert_eq!(browser.session(second).screen, before);
    assert_eq!(browser.notices(second), []);
    browser.settle();
    assert_eq!(browser.responses(first), browser.responses(second));
    assert_eq!(browser.stored_responses(), browser.responses(first));
    assert!(browser.responses(first).contains("33"));
}

#[test]
fn there_is_no_more_to_a_full_form() {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.begins(tab, &[3; 36]);
    let before = browser.everything();
    browser.does(tab, Message::WentOnToFull);
    assert_eq!(browser.session(tab).screen, Screen::Results);
    assert_eq!(browser.everything(), before);
}

#[test]
fn going_on_to_the_full_form_does_not_void_an_audit_under_way() {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.does(tab, Message::PickedForm(Short));
    browser.begins(tab, &[4; 18]);
    browser.does(tab, Message::OpenedWelcome);
    browser.begins(tab, &[2, 5]);
    browser.does(tab, Message::OpenedResults);
    let before = browser.everything();
    browser.does(tab, Message::WentOnToFull);
    assert_eq!(browser.session(tab).screen, Screen::Results);
    assert_eq!(browser.everything(), before);
}

#[test]
fn opening_a_saved_result_keeps_answers_whose_head_was_damaged() {
    let mut browser = Browser::new();
    let first = browser.open();
    browser.does(first, Message::PickedForm(Short));
    browser.begins(first, &[4; 18]);
    browser.does(first, Message::OpenedWelcome);
    browser.begins(first, &[2, 5]);
    browser.put(&Slot::Head, "{");
    let tab = browser.open();
    assert!(browser.session(tab).can_continue());
    browser.does(tab, Message::OpenedKeep);
    browser.set_fault(Fault::Once {
        call: 0,
        error: StoreError::Full,
    });
    browser.does(tab, imported(a_file()));
    assert_eq!(browser.notices(tab).last(), Some(&Notice::StorageFull));
    browser.does(tab, Message::OpenedKeep);
    assert!(browser.session(tab).can_continue());
    assert_eq!(browser.session(tab).answered(), 2);
    assert_eq!(
        browser.stored().answered(),
        2,
        "not swept away with the result's audit"
    );
    assert_eq!(browser.notices(tab).last(), Some(&Notice::Unreadable));
    assert_eq!(browser.stored().result, browser.session(tab).result);
}

#[test]
fn a_result_that_is_added_sets_one_of_another_edition_aside() {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.begins(tab, &[3; 36]);
    let foreign = browser.text(&Slot::Result).unwrap();
    let foreign = foreign.replace(&shipped().hash(), &small(3, |text| text).hash());
    browser.put(&Slot::Result, &foreign);
    let tab = browser.open();
    assert_eq!(browser.session(tab).result, None);
    browser.does(tab, added(a_file()));
    let texts = browser.everything();
    assert!(texts.iter().any(|(_, text)| *text == foreign), "aside");
    let text = ResultDocument::of(&shipped(), &a_file()).to_text();
    assert_eq!(browser.text(&Slot::Result), Some(text));
    assert!(browser.stored().result.is_some());
}

#[test]
fn that_a_note_was_not_stored_is_said_until_it_is() {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.does(tab, Message::PickedForm(Short));
    browser.begins(tab, &[4; 18]);
    browser.set_fault(Fault::Once {
        call: 0,
        error: StoreError::Full,
    });
    keeps(&mut browser, "plan");
    assert_eq!(browser.notices(tab), [Notice::StorageFull]);
    keeps(&mut browser, "loop");
    assert_eq!(browser.notices(tab), []);
    for name in ["plan", "loop"] {
        assert!(browser.text(&Slot::Practice(name.into())).is_some());
    }
    // The first thing that is kept after a deletion goes with the marker that ends it.
    browser.does(tab, Message::Erased);
    browser.set_fault(Fault::Once {
        call: 0,
        error: StoreError::Full,
    });
    keeps(&mut browser, "plan");
    assert_eq!(browser.notices(tab), [Notice::StorageFull]);
    browser.does(tab, Message::Started);
    browser.does(tab, Message::PressedOption(option(4)));
    assert_eq!(browser.notices(tab), []);
    assert!(browser.text(&Slot::Practice("plan".into())).is_some());
    let next = browser.open();
    assert_eq!(browser.session(next).answered(), 1);
}

#[test]
fn the_form_of_the_last_result_is_offered_first() {
    let mut browser = Browser::new();
    browser.open();
    assert_eq!(browser.session(0).picked, Full);
    browser.does(0, Message::PickedForm(Short));
    browser.begins(0, &[4; 18]);
    browser.does(0, Message::PressedNext);
    assert_eq!(
        browser.session(0).result.as_ref().unwrap().sheet.form,
        Short
    );
    let second = browser.open();
    assert_eq!(browser.session(second).picked, Short);
    browser.does(second, Message::PickedForm(Full));
    assert_eq!(browser.session(second).picked, Full);
    browser.does(second, Message::OpenedWelcome);
    assert_eq!(browser.session(second).picked, Short);
}
