//! Tabs that write before they have heard of each other, case by case: the later write stands in
//! the end, whichever reached storage last, and what was deleted stays deleted. At random:
//! `crates/app/tests/tabs/schedules.rs`.

use app::event::PracticeWrite;
use app::session::{Message, Notice};
use measure::instrument::FormName;
use records::slot::Slot;
use records::store::StoreError;
use simulator::Fault;
use simulator::tabs::{Browser, practised};
use testing::option;

/// Two tabs in one audit that know of the same three answers.
fn two_tabs() -> Browser {
    let mut browser = Browser::new();
    let first = browser.open();
    browser.begins(first, &[4, 5, 3]);
    let second = browser.open();
    browser.does(second, Message::Continued);
    browser.settle();
    browser
}

/// An answer in a tab that has not heard of the others.
fn answers_late(browser: &mut Browser, tab: usize, item: usize, number: u64) {
    browser.takes(tab, Message::RevisitedItem(item));
    browser.takes(tab, Message::ChoseOption(option(number)));
}

fn erases_late(browser: &mut Browser, tab: usize) {
    for message in [Message::OpenedKeep, Message::AskedToErase, Message::Erased] {
        browser.takes(tab, message);
    }
}

fn leave(browser: &mut Browser) {
    for tab in browser.open_tabs() {
        browser.close(tab);
    }
}

#[test]
fn an_answer_that_another_tab_wrote_over_in_ignorance_is_written_again() {
    let mut browser = two_tabs();
    // The first tab is ahead: it has answered other items meanwhile.
    for item in 10..20 {
        answers_late(&mut browser, 0, item, 2);
    }
    answers_late(&mut browser, 0, 30, 5);
    answers_late(&mut browser, 1, 30, 1);
    browser.settle();
    let there = browser.stored_responses();
    assert_eq!(browser.responses(0), there);
    assert_eq!(browser.responses(1), there);
    assert!(there.ends_with('5'), "{there}");
}

#[test]
fn the_tab_that_wrote_over_a_later_answer_corrects_it_where_the_other_is_gone() {
    let mut browser = two_tabs();
    for item in 10..20 {
        answers_late(&mut browser, 0, item, 2);
    }
    answers_late(&mut browser, 0, 30, 5);
    browser.close(0);
    answers_late(&mut browser, 1, 30, 1);
    browser.settle();
    let there = browser.stored_responses();
    assert_eq!(browser.responses(1), there);
    assert!(there.ends_with('5'), "{there}");
}

#[test]
fn the_tab_that_wrote_over_two_later_answers_leaves_the_last_of_them_in_storage() {
    let mut browser = two_tabs();
    for item in 10..20 {
        answers_late(&mut browser, 0, item, 2);
    }
    answers_late(&mut browser, 0, 30, 3);
    answers_late(&mut browser, 0, 30, 5);
    browser.kill(0);
    // It corrects its own answer to the first of the two, then that to the second.
    answers_late(&mut browser, 1, 30, 1);
    browser.settle();
    let there = browser.stored_responses();
    assert_eq!(browser.responses(1), there);
    assert!(there.ends_with('5'), "{there}");
}

#[test]
fn the_tab_that_wrote_over_two_later_heads_leaves_the_last_of_them_in_storage() {
    let mut browser = two_tabs();
    for form in [FormName::Short, FormName::Full] {
        browser.takes(0, Message::OpenedWelcome);
        browser.takes(0, Message::PickedForm(form));
        browser.takes(0, Message::Started);
        browser.takes(0, Message::PressedOption(option(2)));
    }
    let head = browser.text(&Slot::Head);
    browser.kill(0);
    browser.takes(1, Message::SetMovesOn(false));
    assert_ne!(browser.text(&Slot::Head), head, "written over");
    browser.settle();
    assert_eq!(browser.text(&Slot::Head), head);
    assert_eq!(browser.stored_responses(), "2");
}

#[test]
fn a_tab_whose_answer_could_not_be_stored_corrects_nothing_until_its_next() {
    let mut browser = two_tabs();
    for item in 10..20 {
        answers_late(&mut browser, 0, item, 2);
    }
    browser.set_fault(Fault::From {
        call: 0,
        error: StoreError::Full,
    });
    answers_late(&mut browser, 0, 30, 5);
    browser.set_fault(Fault::Once {
        call: usize::MAX,
        error: StoreError::Full,
    });
    answers_late(&mut browser, 1, 30, 1);
    browser.deliver(0);
    assert!(browser.stored_responses().ends_with('1'));
    answers_late(&mut browser, 0, 0, 4);
    browser.settle();
    assert!(browser.stored_responses().ends_with('5'), "the later one");
}

#[test]
fn what_storage_lacks_is_still_lacking_after_a_correction() {
    let mut browser = two_tabs();
    browser.set_fault(Fault::From {
        call: 0,
        error: StoreError::Full,
    });
    answers_late(&mut browser, 0, 30, 5);
    assert_eq!(browser.notices(0), [Notice::StorageFull]);
    browser.set_fault(Fault::Once {
        call: usize::MAX,
        error: StoreError::Full,
    });
    // The other tab answers what both know of, and the first hears of it.
    answers_late(&mut browser, 1, 0, 2);
    browser.deliver(0);
    assert_eq!(browser.stored_responses(), "253");
    assert_eq!(browser.notices(0), [Notice::StorageFull], "still lacking");
    answers_late(&mut browser, 0, 31, 4);
    assert!(browser.stored_responses().ends_with("54"), "written again");
    assert_eq!(browser.notices(0), []);
}

#[test]
fn the_tab_that_wrote_over_a_later_head_corrects_it_where_the_other_is_gone() {
    for erases in [false, true] {
        let mut browser = two_tabs();
        if erases {
            erases_late(&mut browser, 0);
        } else {
            browser.takes(0, Message::OpenedWelcome);
            browser.takes(0, Message::Started);
            browser.takes(0, Message::PressedOption(option(2)));
        }
        let head = browser.text(&Slot::Head);
        // Killed: it hears of nothing any more, and takes no leave.
        browser.kill(0);
        browser.takes(1, Message::SetMovesOn(false));
        if erases {
            answers_late(&mut browser, 1, 20, 3);
        }
        browser.settle();
        assert_eq!(browser.text(&Slot::Head), head, "erases: {erases}");
        assert_eq!(browser.stored_responses(), if erases { "" } else { "2" });
        let left = browser.everything().len();
        assert!(
            !erases || left == 1,
            "only the marker: {:?}",
            browser.everything()
        );
    }
}

/// The tab that wrote in ignorance is killed before it hears of anything: the other puts it right.
#[test]
fn what_a_killed_tab_wrote_over_is_written_again_by_the_tab_that_knows_better() {
    let mut browser = two_tabs();
    browser.takes(0, Message::OpenedWelcome);
    browser.takes(0, Message::Started);
    browser.takes(0, Message::PressedOption(option(2)));
    let head = browser.text(&Slot::Head);
    browser.takes(1, Message::SetMovesOn(false));
    assert_ne!(browser.text(&Slot::Head), head, "written over");
    browser.kill(1);
    browser.deliver(0);
    assert_eq!(browser.text(&Slot::Head), head);

    for writes_head in [false, true] {
        let mut browser = two_tabs();
        erases_late(&mut browser, 0);
        let marker = browser.text(&Slot::Head);
        if writes_head {
            browser.takes(1, Message::SetMovesOn(false));
        }
        answers_late(&mut browser, 1, 20, 3);
        browser.kill(1);
        assert!(browser.everything().len() > 1);
        browser.deliver(0);
        assert_eq!(browser.text(&Slot::Head), marker);
        assert_eq!(browser.everything().len(), 1, "only the marker");
    }
}

#[test]
fn an_answer_to_the_audit_before_does_not_cost_one_of_this_audit() {
    let mut browser = two_tabs();
    for item in 10..14 {
        answers_late(&mut browser, 0, item, 2);
    }
    browser.takes(0, Message::OpenedWelcome);
    browser.takes(0, Message::Started);
    browser.takes(0, Message::PressedOption(option(2)));
    answers_late(&mut browser, 1, 0, 1);
    assert_eq!(browser.stored_responses(), "", "written over");
    browser.settle();
    assert_eq!(browser.stored_responses(), "2");
}

#[test]
fn the_head_of_the_audit_before_does_not_replace_the_one_of_this_audit() {
    let mut browser = two_tabs();
    browser.takes(0, Message::OpenedWelcome);
    browser.takes(0, Message::PickedForm(FormName::Short));
    browser.takes(0, Message::Started);
    browser.takes(0, Message::PressedOption(option(2)));
    let head = browser.text(&Slot::Head);
    browser.takes(1, Message::SetMovesOn(false));
    assert_ne!(browser.text(&Slot::Head), head, "written over");
    browser.settle();
    assert_eq!(browser.text(&Slot::Head), head);
    assert_eq!(browser.stored().form(), FormName::Short);
    assert_eq!(browser.stored_responses(), "2");
    assert_eq!(browser.notices(1), [Notice::RestartedElsewhere]);
}

#[test]
fn a_head_that_is_not_stored_yet_corrects_nothing() {
    let mut browser = two_tabs();
    browser.takes(0, Message::OpenedWelcome);
    browser.takes(0, Message::Started);
    browser.takes(1, Message::SetMovesOn(false));
    browser.settle();
    assert_eq!(browser.stored_responses(), "453", "until the first answer");
}

#[test]
fn what_a_tab_wrote_before_it_heard_of_a_deletion_goes_with_it() {
    for eraser in [0, 1] {
        let mut browser = two_tabs();
        let other = 1 - eraser;
        for item in 10..14 {
            answers_late(&mut browser, other, item, 2);
        }
        erases_late(&mut browser, eraser);
        answers_late(&mut browser, other, 20, 3);
        browser.settle();
        assert_eq!(browser.responses(other), "", "tab {other} holds nothing");
        assert_eq!(browser.notices(other), [Notice::ErasedElsewhere]);
        let keys: Vec<String> = browser
            .everything()
            .into_iter()
            .map(|(key, _)| key)
            .collect();
        assert_eq!(keys, ["leadership-audit:default:head"], "only the marker");
        leave(&mut browser);
        assert_eq!(browser.everything(), []);
    }
}

#[test]
fn a_marker_that_was_written_over_in_ignorance_stands_again() {
    let mut browser = two_tabs();
    erases_late(&mut browser, 0);
    let marker = browser.text(&Slot::Head);
    browser.takes(1, Message::SetMovesOn(false));
    answers_late(&mut browser, 1, 20, 3);
    assert_ne!(browser.text(&Slot::Head), marker, "written over");
    browser.settle();
    assert_eq!(browser.text(&Slot::Head), marker);
    assert_eq!(browser.everything().len(), 1);
    leave(&mut browser);
    assert_eq!(browser.everything(), []);
}

#[test]
fn the_page_that_leaves_clears_what_a_closed_tab_left_behind() {
    let mut browser = two_tabs();
    erases_late(&mut browser, 0);
    // A tab that was killed before it heard of anything.
    let left = r#"{"version":1,"clock":900,"writer":9,"value":4,"active_ms":1}"#;
    let item = measure::instrument::Id::new("down-trust-1").unwrap();
    browser.put(&Slot::Answer(item), left);
    leave(&mut browser);
    assert_eq!(browser.everything(), []);
}

#[test]
fn what_was_begun_after_a_deletion_is_left_alone_by_tabs_that_hear_of_it_late() {
    let mut browser = two_tabs();
    for item in 10..14 {
        answers_late(&mut browser, 1, item, 2);
    }
    browser.deliver(0);
    erases_late(&mut browser, 0);
    browser.takes(0, Message::Started);
    browser.takes(0, Message::PressedOption(option(1)));
    browser.takes(0, Message::PressedOption(option(2)));
    let before = browser.everything();
    browser.settle();
    assert_eq!(browser.everything(), before);
    assert_eq!(browser.responses(1), "12");
    browser.close(1);
    assert_eq!(browser.everything(), before);
}

/// The head of a finished audit is put back later than the marker of the deletion: tabs that heard
/// of that take it in.
#[test]
fn what_was_put_back_is_not_deleted_again_by_a_tab_that_hears_of_both() {
    let mut browser = Browser::new();
    let (first, second) = (browser.open(), browser.open());
    // The first tab deletes what it has no journal of, and hears meanwhile of another's head.
    browser.does(first, practised("order", "5"));
    erases_late(&mut browser, first);
    browser.does(second, practised("order", "6"));
    let aside = PracticeWrite::SetAside("order".to_owned());
    browser.does(second, Message::StoredPractice(vec![aside]));
    browser.deliver(first);
    erases_late(&mut browser, first);
    browser.deliver(second);
    browser.does(first, Message::UndidErase);
    let stored = browser.everything();
    assert!(stored.len() > 1, "{stored:?}");
    browser.settle();
    assert_eq!(browser.everything(), stored);
}

/// The tab that deleted everything leaves no marker where another has cleared it away; what it puts
/// back then must not look, to a third that hears late, like what was deleted.
#[test]
fn what_was_put_back_after_the_marker_was_gone_stays() {
    let mut browser = two_tabs();
    let third = browser.open();
    erases_late(&mut browser, 0);
    browser.close(1);
    browser.does(0, Message::UndidErase);
    assert_eq!(browser.stored_responses(), "453");
    browser.deliver(third);
    browser.settle();
    assert_eq!(browser.stored_responses(), "453");
    assert_eq!(browser.responses(third), "453");
}
