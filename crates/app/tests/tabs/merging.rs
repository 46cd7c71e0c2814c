//! Several tabs on one storage: answers merge one by one, deleting reaches everybody, and whatever
//! the order of events, tabs and storage agree in the end.

use app::session::{ElementEvent, Erasing, Message, Notice, Screen};
use measure::instrument::FormName;
use records::slot::Slot;
use records::store::StoreError;
use simulator::Fault;
use simulator::tabs::Browser;
use testing::option;

/// Two tabs in the same audit, the first three items answered.
fn two_tabs() -> Browser {
    let mut browser = Browser::new();
    let first = browser.open();
    browser.begins(first, &[4, 5, 3]);
    let second = browser.open();
    browser.does(second, Message::Continued);
    browser
}

fn erase(browser: &mut Browser, tab: usize) {
    browser.does(tab, Message::OpenedKeep);
    browser.does(tab, Message::AskedToErase);
    browser.does(tab, Message::Erased);
}

#[test]
fn answers_to_different_items_both_survive() {
    let mut browser = two_tabs();
    browser.answers(0, 10, 1);
    browser.answers(1, 20, 2);
    let expected = "453-------1---------2";
    assert_eq!(browser.stored_responses(), expected);
    browser.settle();
    assert_eq!(
        [browser.responses(0), browser.responses(1)],
        [expected, expected]
    );
}

#[test]
fn they_survive_even_if_neither_tab_heard_of_the_other() {
    let mut browser = Browser::new();
    let (first, second) = (browser.open(), browser.open());
    for (tab, item, number) in [
        (first, 0, 1),
        (second, 20, 2),
        (first, 1, 3),
        (second, 21, 4),
    ] {
        if browser.place(tab).is_none() {
            browser.takes(tab, Message::Started);
        }
        browser.takes(tab, Message::RevisitedItem(item));
        browser.takes(tab, Message::ChoseOption(option(number)));
    }
    let expected = "13------------------24";
    assert_eq!(browser.stored_responses(), expected);
    browser.settle();
    assert_eq!(
        [browser.responses(0), browser.responses(1)],
        [expected, expected]
    );
}

#[test]
fn the_later_answer_to_one_item_wins_everywhere() {
    let mut browser = two_tabs();
    browser.answers(0, 10, 1);
    browser.answers(1, 10, 2);
    browser.settle();
    for responses in [
        browser.responses(0),
        browser.responses(1),
        browser.stored_responses(),
    ] {
        assert_eq!(responses, "453-------2");
    }
}

#[test]
fn an_answer_elsewhere_does_not_move_this_tab() {
    let mut browser = two_tabs();
    browser.answers(0, 10, 1);
    browser.settle();
    assert_eq!(browser.place(1), Some(3));
    assert_eq!(browser.notices(1), []);
}

#[test]
fn finishing_in_one_tab_ends_the_audit_in_the_other() {
    let mut browser = two_tabs();
    browser.does(0, Message::FinishedAsItIs);
    browser.settle();
    assert_eq!(browser.session(1).screen, Screen::Welcome);
    assert_eq!(browser.notices(1), [Notice::FinishedElsewhere]);
    assert_eq!(browser.session(1).result, browser.session(0).result);
    assert!(!browser.session(1).can_continue());
    browser.does(1, Message::OpenedResults);
    assert_eq!(browser.session(1).screen, Screen::Results);
}

#[test]
fn what_another_tab_did_last_is_what_is_told() {
    let mut browser = two_tabs();
    browser.does(0, Message::FinishedAsItIs);
    browser.settle();
    erase(&mut browser, 0);
    browser.settle();
    assert_eq!(browser.notices(1), [Notice::ErasedElsewhere]);
}

#[test]
fn a_result_that_is_being_looked_at_stays_on_screen() {
    let mut browser = two_tabs();
    browser.does(0, Message::FinishedAsItIs);
    browser.does(1, Message::OpenedResults);
    let shown = browser.session(1).result.clone();
    browser.does(0, Message::OpenedWelcome);
    browser.begins(0, &[1]);
    browser.does(0, Message::FinishedAsItIs);
    browser.settle();
    assert_eq!(browser.session(1).result, shown);
    assert_eq!(browser.session(1).screen, Screen::Results);
    browser.does(1, Message::OpenedKeep);
    assert_eq!(browser.session(1).result, browser.session(0).result);
}

#[test]
fn starting_again_in_one_tab_sends_the_other_to_the_beginning() {
    let mut browser = two_tabs();
    browser.does(0, Message::OpenedWelcome);
    browser.begins(0, &[1, 1]);
    browser.settle();
    assert_eq!(browser.session(1).screen, Screen::Welcome);
    assert_eq!(browser.notices(1), [Notice::RestartedElsewhere]);
    assert_eq!(browser.responses(1), "11");
    browser.does(1, Message::Continued);
    assert_eq!(browser.place(1), Some(2));
}

#[test]
fn the_other_tab_changes_form_with_a_restart() {
    let mut browser = two_tabs();
    browser.does(0, Message::OpenedWelcome);
    browser.does(0, Message::PickedForm(FormName::Short));
    browser.begins(0, &[2]);
    browser.settle();
    assert_eq!(browser.session(1).form(), FormName::Short);
}

#[test]
fn deleting_everything_reaches_every_tab_and_leaves_no_key() {
    for leave_first in [0, 1] {
        let mut browser = two_tabs();
        browser.does(0, Message::FinishedAsItIs);
        browser.does(1, Message::Started);
        browser.presses(1, &[4]);
        browser.put(&Slot::Aside("1:head".into()), "something broken");
        erase(&mut browser, 0);
        browser.settle();
        assert_eq!(browser.emitted(0).last(), Some(&&ElementEvent::Erased));
        for tab in [0, 1] {
            assert_eq!(browser.session(tab).screen, Screen::Welcome, "tab {tab}");
            assert_eq!(browser.session(tab).result, None, "tab {tab}");
            assert!(!browser.session(tab).can_continue(), "tab {tab}");
        }
        let told = browser.notices(1).last();
        assert_eq!(told, Some(&Notice::ErasedElsewhere));
        browser.close(leave_first);
        browser.close(1 - leave_first);
        assert_eq!(browser.everything(), [], "tab {leave_first} left first");
    }
}

#[test]
fn a_tab_that_saw_the_deletion_does_not_touch_what_came_after_it() {
    let mut browser = two_tabs();
    erase(&mut browser, 0);
    browser.settle();
    browser.close(0);
    assert_eq!(browser.everything(), []);
    let third = browser.open();
    browser.begins(third, &[2, 1]);
    browser.settle();
    assert_eq!(browser.responses(1), "21");
    browser.close(third);
    browser.close(1);
    assert_eq!(browser.stored_responses(), "21");
}

#[test]
fn a_page_that_comes_back_after_it_was_left_can_still_undo() {
    let mut browser = two_tabs();
    browser.does(0, Message::FinishedAsItIs);
    let result = browser.session(0).result.clone();
    browser.close(1);
    erase(&mut browser, 0);
    browser.does(0, Message::PageLeft);
    assert_eq!(browser.everything(), []);
    browser.does(0, Message::PageLeft);
    browser.does(0, Message::UndidErase);
    assert_eq!(browser.stored().result, result);
}

#[test]
fn a_page_that_comes_back_leaves_the_audit_of_another_alone() {
    let mut browser = two_tabs();
    browser.close(1);
    erase(&mut browser, 0);
    browser.does(0, Message::PageLeft);
    let third = browser.open();
    browser.begins(third, &[2, 1]);
    browser.does(0, Message::PageLeft);
    assert_eq!(browser.stored_responses(), "21");
    assert_eq!(browser.responses(0), "21");
}

#[test]
fn hearing_of_ones_own_deletion_does_not_take_undo_away() {
    let mut browser = two_tabs();
    erase(&mut browser, 0);
    let marker = browser.text(&Slot::Head);
    browser.does(0, Message::ChangedElsewhere(Slot::Head, marker));
    assert_eq!(browser.notices(0), []);
    browser.does(0, Message::UndidErase);
    assert_eq!(browser.stored_responses(), "453");
}

#[test]
fn what_another_tab_deletes_is_gone_even_if_it_waited_or_could_be_undone_here() {
    let mut browser = two_tabs();
    browser.does(0, Message::FinishedAsItIs);
    browser.does(1, Message::OpenedResults);
    browser.does(0, Message::OpenedWelcome);
    browser.begins(0, &[1]);
    browser.does(0, Message::FinishedAsItIs);
    erase(&mut browser, 0);
    browser.settle();
    assert_eq!(browser.session(1).result, None);

    let mut browser = two_tabs();
    erase(&mut browser, 0);
    browser.does(0, Message::OpenedKeep);
    browser.does(0, Message::AskedToErase);
    browser.begins(1, &[2]);
    erase(&mut browser, 1);
    browser.settle();
    erase(&mut browser, 0);
    browser.does(0, Message::UndidErase);
    assert_eq!(browser.stored_responses(), "");
}

#[test]
fn undo_restores_answers_and_result() {
    let mut browser = two_tabs();
    browser.does(0, Message::FinishedAsItIs);
    browser.does(0, Message::OpenedWelcome);
    browser.begins(0, &[2, 1]);
    let result = browser.session(0).result.clone();
    erase(&mut browser, 0);
    assert!(matches!(browser.session(0).erasing, Erasing::Done(_)));
    browser.settle();
    browser.does(0, Message::UndidErase);
    browser.settle();
    for tab in [0, 1] {
        assert_eq!(browser.responses(tab), "21", "tab {tab}");
        assert_eq!(browser.session(tab).result, result, "tab {tab}");
    }
    assert_eq!(browser.stored_responses(), "21");
    assert_eq!(browser.stored().result, result);
    browser.does(0, Message::Continued);
    assert_eq!(browser.place(0), Some(2));
}

#[test]
fn undo_restores_a_result_alone_and_nothing_where_there_was_nothing() {
    let mut browser = two_tabs();
    browser.does(0, Message::FinishedAsItIs);
    let result = browser.session(0).result.clone();
    erase(&mut browser, 0);
    browser.does(0, Message::UndidErase);
    assert_eq!(browser.stored().result, result);
    assert!(!browser.stored().can_continue());

    let mut empty = Browser::new();
    let tab = empty.open();
    erase(&mut empty, tab);
    empty.does(tab, Message::UndidErase);
    empty.close(tab);
    assert_eq!(empty.everything(), []);
}

#[test]
fn undo_leaves_what_was_done_since_the_deletion() {
    let mut browser = two_tabs();
    browser.does(0, Message::FinishedAsItIs);
    let result = browser.session(0).result.clone();
    browser.does(0, Message::OpenedWelcome);
    browser.begins(0, &[2]);
    erase(&mut browser, 0);
    browser.begins(0, &[5, 5]);
    browser.does(0, Message::UndidErase);
    assert_eq!(browser.stored_responses(), "55");
    assert_eq!(browser.stored().result, result);
}

#[test]
fn deleting_twice_can_still_be_undone() {
    let mut browser = two_tabs();
    erase(&mut browser, 0);
    erase(&mut browser, 0);
    browser.does(0, Message::UndidErase);
    assert_eq!(browser.stored_responses(), "453");
}

#[test]
fn looking_at_keep_does_not_take_undo_away() {
    let mut browser = two_tabs();
    erase(&mut browser, 0);
    browser.does(0, Message::OpenedKeep);
    browser.does(0, Message::UndidErase);
    assert_eq!(browser.stored_responses(), "453");
}

#[test]
fn after_deleting_a_new_audit_is_stored_like_any_other() {
    let mut browser = two_tabs();
    erase(&mut browser, 0);
    browser.begins(0, &[1, 2]);
    assert_eq!(browser.stored_responses(), "12");
    browser.set_fault(Fault::Once {
        call: 0,
        error: StoreError::Full,
    });
    browser.presses(0, &[3]);
    assert_eq!(browser.notices(0), [Notice::StorageFull]);
    browser.presses(0, &[4]);
    assert_eq!(browser.stored_responses(), "1234");
    assert_eq!(browser.notices(0), []);
    browser.close(0);
    assert_eq!(browser.stored_responses(), "1234");
}

#[test]
fn what_could_not_be_deleted_is_told() {
    let calls = {
        let mut browser = two_tabs();
        browser.does(0, Message::OpenedKeep);
        browser.set_fault(Fault::Once {
            call: usize::MAX,
            error: StoreError::Full,
        });
        browser.does(0, Message::Erased);
        browser.calls()
    };
    for call in 0..calls {
        let mut browser = two_tabs();
        browser.does(0, Message::OpenedKeep);
        browser.set_fault(Fault::Once {
            call,
            error: StoreError::Unavailable,
        });
        browser.does(0, Message::Erased);
        let gone = browser.everything().len() <= 1;
        let told = browser.notices(0).contains(&Notice::NotErased);
        assert!(gone || told, "call {call}");
        assert_eq!(browser.stored_responses(), "", "call {call}");
        // Once more, and nothing is left.
        erase(&mut browser, 0);
        browser.close(0);
        browser.close(1);
        assert_eq!(browser.everything(), [], "call {call}");
    }
}

#[test]
fn storage_that_was_cleared_from_outside_is_written_again() {
    let mut browser = two_tabs();
    for (key, _) in browser.everything() {
        let slot = key
            .strip_prefix("leadership-audit:default:")
            .map(Slot::from_suffix);
        browser.take_away(&slot.unwrap());
    }
    browser.does(0, Message::ClearedElsewhere);
    assert_eq!(browser.notices(0), [Notice::ClearedElsewhere]);
    assert_eq!(browser.stored_responses(), "453");
    // With nothing to write there is nothing to say.
    let mut empty = Browser::new();
    let tab = empty.open();
    empty.does(tab, Message::ClearedElsewhere);
    assert_eq!(empty.notices(tab), []);
    assert_eq!(empty.everything(), []);
}
