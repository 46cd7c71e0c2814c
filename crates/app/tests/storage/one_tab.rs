//! What is stored and when, in one tab: nothing before the first answer, everything before the
//! screen changes, nothing lost when storage fails or holds what nobody can read.

use app::session::{Message, Notice, Screen};
use measure::instrument::FormName;
use measure::response::Response;
use measure::time::UnixMs;
use records::store::StoreError;
use simulator::Fault;
use simulator::tabs::Browser;
use testing::option;

fn keys(browser: &Browser) -> Vec<String> {
    let keys = browser.everything().into_iter();
    keys.map(|(key, _)| key.replace("leadership-audit:default:", ""))
        .collect()
}

#[test]
fn nothing_is_stored_before_the_first_answer() {
    let mut browser = Browser::new();
    let tab = browser.open();
    for message in [
        Message::PickedForm(FormName::Short),
        Message::Started,
        Message::PressedNext,
        Message::SetMovesOn(false),
        Message::PressedBack,
        Message::PageHidden,
        Message::PageShown,
        Message::PageLeft,
    ] {
        browser.does(tab, message.clone());
        assert_eq!(keys(&browser), Vec::<String>::new(), "{message:?}");
    }
    browser.does(tab, Message::PressedOption(option(4)));
    let stored = [
        "answer:up-candour-1",
        "answer:up-trust-1",
        "head",
        "position",
    ];
    assert_eq!(keys(&browser), stored);
}

#[test]
fn every_answer_is_stored_before_the_next_screen_shows() {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.does(tab, Message::Started);
    for position in 0..36 {
        let screen = browser.session(tab).screen;
        assert_eq!(
            screen,
            Screen::Item {
                position,
                from_review: false
            }
        );
        browser.does(tab, Message::PressedOption(option(4)));
        if position < 35 {
            assert_eq!(browser.stored_responses(), "4".repeat(position + 1));
        }
    }
    assert_eq!(browser.session(tab).screen, Screen::Results);
    assert!(browser.stored().result.is_some());
}

#[test]
fn an_audit_goes_on_at_the_same_item_with_the_same_answers() {
    let mut browser = Browser::new();
    let first = browser.open();
    browser.does(first, Message::PickedForm(FormName::Short));
    browser.begins(first, &[4, 5]);
    browser.does(first, Message::SetMovesOn(false));
    browser.does(first, Message::PressedNext);
    browser.does(first, Message::ChoseOption(Response::NotApplicable));
    browser.close(first);

    let second = browser.open();
    assert!(browser.session(second).can_continue());
    browser.does(second, Message::Continued);
    assert_eq!(browser.place(second), Some(3));
    assert_eq!(browser.session(second).form(), FormName::Short);
    assert!(!browser.session(second).moves_on);
    assert_eq!(browser.responses(second), "45-x");
}

#[test]
fn starting_again_leaves_the_old_answers_stored_until_the_first_new_one() {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.begins(tab, &[4, 5, 3]);
    browser.does(tab, Message::OpenedWelcome);
    browser.does(tab, Message::Started);
    assert_eq!(browser.responses(tab), "");
    browser.does(tab, Message::PressedNext);
    assert_eq!(browser.stored_responses(), "453");
    browser.presses(tab, &[1]);
    assert_eq!(browser.stored_responses(), "-1", "the old answers are void");
}

#[test]
fn finishing_stores_the_result_before_it_removes_the_answers() {
    // Calls of a whole short audit, then the same with each of the last calls failing.
    let walk = |fault: Option<Fault>| {
        let mut browser = Browser::new();
        let tab = browser.open();
        browser.does(tab, Message::PickedForm(FormName::Short));
        browser.begins(tab, &[4; 17]);
        browser.set_fault(fault.unwrap_or(Fault::Once {
            call: usize::MAX,
            error: StoreError::Full,
        }));
        browser.presses(tab, &[2]);
        assert_eq!(browser.session(tab).screen, Screen::Results);
        browser
    };
    let whole = walk(None);
    assert_eq!(keys(&whole), ["head", "result"]);
    assert!(!whole.stored().can_continue());
    for call in 0..whole.calls() {
        for error in [StoreError::Full, StoreError::Unavailable] {
            let broken = walk(Some(Fault::From { call, error }));
            let stored = broken.stored();
            let finished = stored.result.is_some();
            let going_on = stored.can_continue() && stored.answered() >= 17;
            assert!(finished || going_on, "call {call}");
        }
    }
}

#[test]
fn a_result_that_could_not_be_stored_is_stored_later() {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.does(tab, Message::PickedForm(FormName::Short));
    browser.begins(tab, &[4; 17]);
    browser.set_fault(Fault::Once {
        call: 1,
        error: StoreError::Full,
    });
    browser.presses(tab, &[2]);
    assert_eq!(browser.notices(tab), [Notice::StorageFull]);
    assert_eq!(browser.stored().result, None);
    browser.does(tab, Message::OpenedKeep);
    assert_eq!(browser.stored().result, browser.session(tab).result);
    assert_eq!(browser.notices(tab), []);
    assert_eq!(keys(&browser), ["head", "result"]);
}

#[test]
fn one_call_that_fails_loses_no_answer() {
    let walk = |fault: Fault| {
        let mut browser = Browser::with_fault(fault);
        let tab = browser.open();
        browser.begins(tab, &[4, 5, 3]);
        browser.does(tab, Message::PressedBack);
        browser.does(tab, Message::MarkedScale(1));
        browser.does(tab, Message::UnmarkedScale(1));
        browser.presses(tab, &[2, 1]);
        browser
    };
    let never = Fault::Once {
        call: usize::MAX,
        error: StoreError::Full,
    };
    let whole = walk(never);
    assert_eq!(whole.stored_responses(), "453---------21");
    for call in 0..whole.calls() {
        for error in [StoreError::Full, StoreError::Unavailable] {
            let broken = walk(Fault::Once {
                call,
                error: error.clone(),
            });
            let case = format!("call {call}, {error:?}");
            assert_eq!(broken.responses(0), "453---------21", "{case}: in memory");
            let notices = broken.notices(0);
            if notices.is_empty() {
                assert_eq!(
                    broken.stored_responses(),
                    "453---------21",
                    "{case}: stored"
                );
            } else {
                // Storage that cannot be read is not written; else only the last write may lack.
                let memory_only = notices.contains(&Notice::MemoryOnly);
                let last_lacks = notices
                    .iter()
                    .any(|n| matches!(n, Notice::NotSaved | Notice::StorageFull));
                assert!(memory_only || last_lacks, "{case}: {notices:?}");
            }
        }
    }
}

#[test]
fn after_any_failure_the_next_answer_stores_everything() {
    let calls = {
        let mut browser = Browser::new();
        let tab = browser.open();
        browser.begins(tab, &[4, 5, 3]);
        browser.calls()
    };
    for call in 1..calls {
        let mut browser = Browser::with_fault(Fault::From {
            call,
            error: StoreError::Full,
        });
        let tab = browser.open();
        browser.begins(tab, &[4, 5, 3]);
        if browser.notices(tab).contains(&Notice::MemoryOnly) {
            continue;
        }
        assert_eq!(browser.notices(tab), [Notice::StorageFull], "call {call}");
        assert!(browser.stored().notices.is_empty(), "call {call}");
        browser.set_fault(Fault::Once {
            call: usize::MAX,
            error: StoreError::Full,
        });
        browser.presses(tab, &[2]);
        assert_eq!(browser.stored_responses(), "4532", "call {call}");
        assert_eq!(browser.notices(tab), [], "call {call}");
    }
}

#[test]
fn where_storage_cannot_be_read_answers_last_as_long_as_the_page() {
    let mut browser = Browser::with_fault(Fault::From {
        call: 0,
        error: StoreError::Unavailable,
    });
    let tab = browser.open();
    assert_eq!(browser.notices(tab), [Notice::MemoryOnly]);
    browser.begins(tab, &[4, 5]);
    assert_eq!(browser.responses(tab), "45");
    assert_eq!(keys(&browser), Vec::<String>::new());
    assert_eq!(browser.calls(), 1, "it is not asked again");
}

#[test]
fn undoing_a_marked_direction_is_stored_even_if_nothing_else_was_answered() {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.does(tab, Message::Started);
    browser.does(tab, Message::MarkedScale(0));
    assert_eq!(browser.stored_responses(), "x".repeat(12));
    browser.does(tab, Message::UnmarkedScale(0));
    assert_eq!(browser.stored_responses(), "");
}

#[test]
fn a_wall_clock_that_runs_backwards_loses_nothing() {
    let mut browser = Browser::new();
    let first = browser.open();
    browser.does(first, Message::PickedForm(FormName::Short));
    browser.begins(first, &[4]);
    let started = browser.now.wall;
    browser.now.wall = UnixMs(1000);
    browser.close(first);
    let second = browser.open();
    browser.does(second, Message::Continued);
    browser.presses(second, &[5]);
    browser.does(second, Message::PressedBack);
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
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.does(tab, Message::PickedForm(FormName::Short));
    browser.begins(tab, &[4; 12]);
    browser.does(tab, Message::MarkedScale(2));
    browser.does(tab, Message::FinishedAsItIs);
    let short = browser.session(tab).result.clone().unwrap();
    browser.does(tab, Message::WentOnToFull);
    assert_eq!(browser.place(tab), Some(6), "the first that was not asked");
    assert_eq!(
        browser.responses(tab),
        "444444------444444------xxxxxxxxxxxx"
    );
    assert_eq!(browser.stored_responses(), browser.responses(tab));
    assert_eq!(
        browser.stored().result,
        Some(short.clone()),
        "the short result is kept"
    );
    browser.presses(tab, &[5; 6]);
    assert_eq!(browser.place(tab), Some(18), "nothing is asked twice");
    browser.close(tab);

    let tab = browser.open();
    browser.does(tab, Message::Continued);
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
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.begins(tab, &[4, 5, 3]);
    browser.does(tab, Message::OpenedKeep);
    browser.set_fault(Fault::From {
        call: 3,
        error: StoreError::Unavailable,
    });
    browser.does(tab, Message::Erased);
    assert_eq!(browser.notices(tab), [Notice::NotErased]);
    assert!(keys(&browser).len() > 1);
    browser.set_fault(Fault::Once {
        call: usize::MAX,
        error: StoreError::Full,
    });
    let next = browser.open();
    assert_eq!(keys(&browser), ["head"]);
    assert!(!browser.session(next).can_continue());
    browser.close(next);
    assert_eq!(keys(&browser), Vec::<String>::new());
}

#[test]
fn where_there_is_no_storage_deleting_leaves_nothing_to_complain_of() {
    let mut browser = Browser::with_fault(Fault::From {
        call: 0,
        error: StoreError::Unavailable,
    });
    let tab = browser.open();
    browser.begins(tab, &[4, 5, 3]);
    browser.does(tab, Message::OpenedKeep);
    browser.does(tab, Message::Erased);
    assert_eq!(browser.notices(tab), [Notice::MemoryOnly]);
    assert_eq!(browser.session(tab).answered(), 0);
}

#[test]
fn a_failure_says_in_the_console_what_it_was() {
    for (error, words) in [
        (StoreError::Full, "storage is full"),
        (StoreError::Unavailable, "storage is not available"),
    ] {
        assert_eq!(error.to_string(), words);
    }
}
