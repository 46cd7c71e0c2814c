//! Tabs that write before they have heard of each other, case by case: the later write prevails in the
//! end, whichever reached storage last, and what was deleted stays deleted. At random:
//! `crates/app/tests/tabs/schedules.rs`.

use app::event::PracticeWrite;
use app::session::Message::*;
use app::session::{Notice, Screen};
use measure::instrument::FormName;
use records::slot::Slot;
use records::store::StoreError;
use simulator::Fault;
use simulator::tabs::{Browser, practised};
use testing::option;

fn leave(browser: &mut Browser) {
    for tab in browser.open_tabs() {
        browser.close(tab);
    }
}

/// What becomes of the tab that wrote the later answer before the other is heard.
#[derive(Clone, Copy)]
enum Then {
    Stays,
    Leaves,
    IsKilled,
}

#[test]
fn a_later_answer_replaces_an_earlier_one_that_a_late_tab_wrote_over_it() {
    for (then, answers) in [
        (Then::Stays, &[5][..]),
        (Then::Leaves, &[5]),
        // The other corrects its own answer to the first of the two, then that to the second.
        (Then::IsKilled, &[3, 5]),
    ] {
        let mut browser = Browser::two_tabs();
        browser.gets_ahead(0);
        for number in answers {
            browser.answers_unheard(0, 30, *number);
        }
        match then {
            Then::Stays => {}
            Then::Leaves => browser.close(0),
            Then::IsKilled => browser.kill(0),
        }
        browser.answers_unheard(1, 30, 1);
        let there = browser.agreed();
        assert!(there.ends_with('5'), "{there}");
    }
}

#[test]
fn a_later_head_replaces_an_earlier_one_that_a_late_tab_wrote_over_it() {
    use FormName::{Full, Short};
    for (forms, killed) in [
        (&[Short, Full][..], Some(0)),
        (&[Full], Some(0)),
        (&[Short], None),
        (&[Full], Some(1)),
    ] {
        let mut browser = Browser::two_tabs();
        for form in forms {
            browser.takes_all(0, [OpenedWelcome, PickedForm(*form), Started]);
            browser.takes(0, PressedOption(option(2)));
        }
        let head = browser.text(&Slot::Head);
        if killed == Some(0) {
            browser.kill(0);
        }
        browser.takes(1, SetMovesOn(false));
        assert_ne!(browser.text(&Slot::Head), head, "written over");
        if killed == Some(1) {
            browser.kill(1);
        }
        assert_eq!(browser.agreed(), "2");
        assert_eq!(browser.text(&Slot::Head), head);
        assert_eq!(browser.stored().form(), *forms.last().unwrap());
        assert!(killed == Some(1) || browser.notices(1) == [Notice::RestartedElsewhere]);
    }
}

#[test]
fn a_tab_whose_answer_could_not_be_stored_corrects_nothing_until_its_next() {
    let mut browser = Browser::two_tabs();
    browser.gets_ahead(0);
    browser.set_fault(Fault::Since(0, StoreError::Full));
    browser.answers_unheard(0, 30, 5);
    browser.set_fault(Fault::Never);
    browser.answers_unheard(1, 30, 1);
    browser.deliver(0);
    assert!(browser.stored_responses().ends_with('1'));
    browser.answers_unheard(0, 0, 4);
    browser.settle();
    assert!(browser.stored_responses().ends_with('5'), "the later one");
}

#[test]
fn what_storage_lacks_is_still_lacking_after_a_correction() {
    let mut browser = Browser::two_tabs();
    browser.set_fault(Fault::Since(0, StoreError::Full));
    browser.answers_unheard(0, 30, 5);
    assert_eq!(browser.notices(0), [Notice::StorageFull]);
    browser.set_fault(Fault::Never);
    // The other tab answers what both know of, and the first hears of it.
    browser.answers_unheard(1, 0, 2);
    browser.deliver(0);
    assert_eq!(browser.stored_responses(), "253");
    assert_eq!(browser.notices(0), [Notice::StorageFull], "still lacking");
    browser.answers_unheard(0, 31, 4);
    assert!(browser.stored_responses().ends_with("54"), "written again");
    assert_eq!(browser.notices(0), []);
}

/// Even where the late tab's clock is far ahead of the new audit.
#[test]
fn an_answer_to_an_earlier_audit_is_never_part_of_a_new_one() {
    for (ahead, beginner_is_killed) in [(0, false), (1, false), (1, true)] {
        for item in [0, 30] {
            let mut browser = Browser::two_tabs();
            browser.gets_ahead(ahead);
            browser.begins_unheard(0, 3);
            browser.answers_unheard(1, item, 5);
            if beginner_is_killed {
                browser.kill(0);
            }
            let case = format!("item {item}, {ahead} ahead, killed: {beginner_is_killed}");
            assert_eq!(browser.agreed(), "3", "{case}");
            assert_eq!(browser.session(1).screen, Screen::Welcome, "{case}");
            assert_eq!(browser.notices(1), [Notice::RestartedElsewhere], "{case}");
        }
    }
}

#[test]
fn undoing_a_deletion_restores_the_audit_under_way_without_answers_to_the_one_before() {
    let mut browser = Browser::two_tabs();
    browser.begins_unheard(0, 3);
    browser.takes(0, PressedOption(option(2)));
    browser.answers_unheard(1, 0, 5);
    browser.answers_unheard(1, 30, 5);
    browser.erases_unheard(0);
    browser.takes(0, UndidErase);
    assert_eq!(browser.stored_responses(), "32");
    assert_eq!(browser.agreed(), "32");
}

#[test]
fn starting_again_before_any_answer_does_not_void_what_another_tab_answers() {
    let mut browser = Browser::new();
    let (first, second) = (browser.open(), browser.open());
    browser.takes_all(first, [Started, PressedBack, Started]);
    browser.begins(second, &[4, 5, 3]);
    browser.answers(first, 10, 2);
    assert_eq!(browser.agreed(), "453-------2");
}

#[test]
fn a_head_that_is_not_stored_yet_corrects_nothing() {
    let mut browser = Browser::two_tabs();
    browser.takes_all(0, [OpenedWelcome, Started]);
    browser.takes(1, SetMovesOn(false));
    browser.settle();
    assert_eq!(browser.stored_responses(), "453", "until the first answer");
}

#[test]
fn what_a_tab_wrote_before_it_heard_of_a_deletion_is_deleted() {
    for (eraser, other) in [(0, 1), (1, 0)] {
        for (writes_head, killed) in [
            (false, None),
            (true, None),
            (false, Some(other)),
            (true, Some(other)),
            (true, Some(eraser)),
        ] {
            let mut browser = Browser::two_tabs();
            browser.gets_ahead(other);
            browser.erases_unheard(eraser);
            let marker = browser.text(&Slot::Head);
            if killed == Some(eraser) {
                browser.kill(eraser);
            }
            if writes_head {
                browser.takes(other, SetMovesOn(false));
            }
            browser.answers_unheard(other, 20, 3);
            assert_eq!(browser.text(&Slot::Head) != marker, writes_head);
            if killed == Some(other) {
                browser.kill(other);
            }
            assert_eq!(browser.agreed(), "");
            assert_eq!(browser.text(&Slot::Head), marker);
            assert_eq!(browser.slots(), ["head"], "only the tombstone");
            let heard =
                killed == Some(other) || browser.notices(other) == [Notice::ErasedElsewhere];
            assert!(heard, "{:?}", browser.notices(other));
            leave(&mut browser);
            assert_eq!(browser.slots(), [""; 0]);
        }
    }
}

#[test]
fn the_page_that_leaves_clears_what_a_killed_tab_left_behind() {
    let mut browser = Browser::two_tabs();
    browser.erases_unheard(0);
    let left = r#"{"version":1,"began":1,"clock":900,"writer":9,"value":4,"active_ms":1}"#;
    let item = measure::instrument::Id::new("down-trust-1").unwrap();
    browser.put(&Slot::Answer(item), left);
    leave(&mut browser);
    assert_eq!(browser.slots(), [""; 0]);
}

#[test]
fn what_began_after_a_deletion_is_untouched_by_tabs_that_hear_of_it_late() {
    let mut browser = Browser::two_tabs();
    browser.gets_ahead(1);
    browser.deliver(0);
    browser.erases_unheard(0);
    browser.begins_unheard(0, 1);
    browser.takes(0, PressedOption(option(2)));
    let before = browser.everything();
    assert_eq!(browser.agreed(), "12");
    assert_eq!(browser.everything(), before);
    browser.close(1);
    assert_eq!(browser.everything(), before);
}

/// The head of a finished audit is restored later than the tombstone, so that tabs that heard of that
/// accept it.
#[test]
fn what_was_restored_is_not_deleted_again_by_a_tab_that_hears_of_both() {
    let mut browser = Browser::new();
    let (first, second) = (browser.open(), browser.open());
    // The first tab deletes what it has no journal of, and hears meanwhile of another's head.
    browser.does(first, practised("circle", "5"));
    browser.erases_unheard(first);
    browser.does(second, practised("circle", "6"));
    let aside = PracticeWrite::SetAside("circle".to_owned());
    browser.does(second, StoredPractice(vec![aside]));
    browser.deliver(first);
    browser.erases_unheard(first);
    browser.deliver(second);
    browser.does(first, UndidErase);
    let stored = browser.everything();
    assert!(stored.len() > 1, "{stored:?}");
    browser.settle();
    assert_eq!(browser.everything(), stored);
}

/// The tab that deleted everything has no tombstone left where another removed it; what it restores
/// then must not look, to a third that hears late, like what was deleted.
#[test]
fn what_was_restored_after_the_tombstone_was_gone_stays() {
    let mut browser = Browser::two_tabs();
    let third = browser.open();
    browser.erases_unheard(0);
    browser.close(1);
    browser.does(0, UndidErase);
    assert_eq!(browser.stored_responses(), "453");
    browser.deliver(third);
    assert_eq!(browser.agreed(), "453");
}
