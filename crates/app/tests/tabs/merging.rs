//! Several tabs on one storage: what a visitor sees in one of what is done in another. That storage and
//! tabs agree: `crates/app/tests/tabs/schedules.rs`.

use app::session::Message::*;
use app::session::{ElementEvent, Notice, Screen};
use measure::instrument::FormName;
use proptest::prelude::*;
use records::slot::Slot;
use simulator::tabs::Browser;
use testing::option;

#[test]
fn an_answer_elsewhere_does_not_move_this_tab() {
    let mut browser = Browser::two_tabs();
    browser.answers(0, 10, 1);
    browser.settle();
    assert_eq!(browser.place(1), Some(3));
    assert_eq!(browser.notices(1), []);
}

#[test]
fn finishing_in_one_tab_ends_the_audit_in_the_other() {
    let mut browser = Browser::two_tabs();
    browser.does(0, FinishedAsItIs);
    browser.settle();
    assert_eq!(browser.session(1).screen, Screen::Welcome);
    assert_eq!(browser.notices(1), [Notice::FinishedElsewhere]);
    assert_eq!(browser.session(1).result, browser.session(0).result);
    assert!(!browser.session(1).can_continue());
    browser.does(1, OpenedResults);
    assert_eq!(browser.session(1).screen, Screen::results());
}

#[test]
fn a_notice_of_another_tab_replaces_the_one_before() {
    let mut browser = Browser::two_tabs();
    browser.does(0, FinishedAsItIs);
    browser.settle();
    browser.erases(0);
    browser.settle();
    assert_eq!(browser.notices(1), [Notice::ErasedElsewhere]);
}

#[test]
fn a_result_that_is_being_looked_at_stays_on_screen() {
    let mut browser = Browser::two_tabs();
    browser.does(0, FinishedAsItIs);
    browser.does(1, OpenedResults);
    let shown = browser.session(1).result.clone();
    browser.all(0, [OpenedWelcome, Started, PressedOption(option(1))]);
    browser.does(0, FinishedAsItIs);
    browser.settle();
    assert_eq!(browser.session(1).result, shown);
    assert!(matches!(browser.session(1).screen, Screen::Results { .. }));
    browser.does(1, OpenedKeep);
    assert_eq!(browser.session(1).result, browser.session(0).result);
}

#[test]
fn starting_again_in_one_tab_sends_the_other_to_the_beginning() {
    let mut browser = Browser::two_tabs();
    browser.all(0, [OpenedWelcome, PickedForm(FormName::Short)]);
    browser.begins(0, &[1, 1]);
    assert_eq!(browser.agreed(), "11");
    assert_eq!(browser.session(1).screen, Screen::Welcome);
    assert_eq!(browser.session(1).form(), FormName::Short);
    assert_eq!(browser.notices(1), [Notice::RestartedElsewhere]);
    browser.does(1, Continued);
    assert_eq!(browser.place(1), Some(2));
}

#[test]
fn deleting_everything_reaches_every_tab_and_leaves_no_key() {
    for leave_first in [0, 1] {
        let mut browser = Browser::two_tabs();
        browser.does(0, FinishedAsItIs);
        browser.does(1, Started);
        browser.presses(1, &[4]);
        browser.put(&Slot::Aside("1:head".into()), "something broken");
        browser.erases(0);
        browser.settle();
        assert_eq!(browser.emitted(0).last(), Some(&&ElementEvent::Erased));
        for tab in [0, 1] {
            assert_eq!(browser.session(tab).screen, Screen::Welcome, "tab {tab}");
            assert_eq!(browser.session(tab).result, None, "tab {tab}");
            assert!(!browser.session(tab).can_continue(), "tab {tab}");
        }
        let reported = browser.notices(1).last();
        assert_eq!(reported, Some(&Notice::ErasedElsewhere));
        browser.close(leave_first);
        browser.close(1 - leave_first);
        assert_eq!(browser.everything(), [], "tab {leave_first} left first");
    }
}

#[test]
fn a_page_that_comes_back_after_it_was_left_can_still_undo() {
    let mut browser = Browser::two_tabs();
    browser.does(0, FinishedAsItIs);
    let result = browser.session(0).result.clone();
    browser.close(1);
    browser.erases(0);
    browser.does(0, PageLeft);
    assert_eq!(browser.everything(), []);
    browser.all(0, [PageLeft, UndidErase]);
    assert_eq!(browser.stored().result, result);
}

#[test]
fn a_page_that_comes_back_leaves_the_audit_of_another_alone() {
    let mut browser = Browser::two_tabs();
    browser.close(1);
    browser.erases(0);
    browser.does(0, PageLeft);
    let third = browser.open();
    browser.begins(third, &[2, 1]);
    browser.does(0, PageLeft);
    assert_eq!(browser.stored_responses(), "21");
    assert_eq!(browser.responses(0), "21");
}

#[test]
fn a_deletion_can_be_undone_until_something_else_replaces_it() {
    let own_marker = |browser: &Browser| {
        let marker = browser.text(&Slot::Head);
        vec![ChangedElsewhere(Slot::Head, marker)]
    };
    let again = |_: &Browser| vec![OpenedKeep, AskedToErase, Erased];
    let looks = |_: &Browser| vec![OpenedKeep];
    for meanwhile in [own_marker, again, looks] {
        let mut browser = Browser::two_tabs();
        browser.erases(0);
        let messages = meanwhile(&browser);
        browser.all(0, messages);
        assert_eq!(browser.notices(0), []);
        browser.does(0, UndidErase);
        assert_eq!(browser.stored_responses(), "453");
    }
}

#[test]
fn what_another_tab_deletes_is_gone_even_if_it_waited_or_could_be_undone_here() {
    let mut browser = Browser::two_tabs();
    browser.does(0, FinishedAsItIs);
    browser.does(1, OpenedResults);
    browser.does(0, OpenedWelcome);
    browser.begins(0, &[1]);
    browser.does(0, FinishedAsItIs);
    browser.erases(0);
    browser.settle();
    assert_eq!(browser.session(1).result, None);

    let mut browser = Browser::two_tabs();
    browser.erases(0);
    browser.all(0, [OpenedKeep, AskedToErase]);
    browser.begins(1, &[2]);
    browser.erases(1);
    browser.settle();
    browser.erases(0);
    browser.does(0, UndidErase);
    assert_eq!(browser.stored_responses(), "");
}

proptest! {
    #![proptest_config(testing::cases(400))]

    #[test]
    fn what_only_one_tab_answered_survives_even_if_no_tab_heard_of_another(
        acts in prop::collection::vec((0_usize..3, 0_usize..12, 1_u64..=5, any::<bool>()), 1..40),
    ) {
        let mut browser = Browser::new();
        let mut expected: Vec<Option<u64>> = vec![None; 36];
        for _ in 0..3 {
            let tab = browser.open();
            browser.takes(tab, Started);
        }
        for (tab, item, n, hears) in acts {
            if hears {
                browser.deliver(tab);
                if browser.place(tab).is_none() {
                    browser.takes(tab, Continued);
                }
            }
            // Each tab keeps to its own direction.
            let item = tab * 12 + item;
            browser.takes(tab, RevisitedItem(testing::item(item)));
            browser.takes(tab, ChoseOption(option(n)));
            expected[item] = Some(n);
        }
        browser.settle();
        let stored = browser.stored_sheet();
        for (item, n) in expected.iter().enumerate() {
            prop_assert_eq!(stored.get(testing::item(item)), n.map(option), "item {}", item);
        }
        for tab in 0..3 {
            prop_assert_eq!(browser.session(tab).sheet(), stored.clone(), "tab {}", tab);
        }
        prop_assert!(browser.text(&Slot::Head).is_some());
    }
}
