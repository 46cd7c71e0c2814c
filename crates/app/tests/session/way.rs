//! The way through the screens: what each message leads to, in one tab.

use app::session::Message::{self, *};
use app::session::{FormChoice, Notice, Screen};
use measure::instrument::FormName::{Full, Short};
use measure::response::Response;
use simulator::tabs::Browser;
use simulator::walk::{follow, item, press, reviewed, revisited, walk};
use testing::option;

#[test]
fn from_welcome_to_keep() {
    let mut browser = walk(
        "to the first item",
        &[(PickedForm(Short), Screen::Welcome), (Started, item(0))],
    );
    for place in 1..18 {
        follow(&mut browser, 0, "items", &[(press(4), item(place))]);
    }
    follow(
        &mut browser,
        0,
        "the end",
        &[
            (press(4), Screen::Results),
            (OpenedKeep, Screen::Keep),
            (PressedBack, Screen::Results),
            (OpenedKeep, Screen::Keep),
            (OpenedWelcome, Screen::Welcome),
            (OpenedResults, Screen::Results),
        ],
    );
}

#[test]
fn the_walk_through_the_items() {
    walk(
        "next leaves out",
        &[
            (Started, item(0)),
            (PressedNext, item(1)),
            (PressedNext, item(2)),
        ],
    );
    walk(
        "back goes to the item before",
        &[
            (Started, item(0)),
            (press(4), item(1)),
            (PressedBack, item(0)),
            (PressedBack, Screen::Welcome),
        ],
    );
    walk(
        "next goes through what was answered",
        &[
            (Started, item(0)),
            (press(4), item(1)),
            (press(4), item(2)),
            (PressedBack, item(1)),
            (PressedBack, item(0)),
            (PressedNext, item(1)),
            (PressedNext, item(2)),
        ],
    );
    walk(
        "next after back",
        &[
            (Started, item(0)),
            (press(4), item(1)),
            (PressedBack, item(0)),
            (PressedNext, item(1)),
        ],
    );
    walk(
        "arrows choose and stay",
        &[
            (Started, item(0)),
            (ChoseOption(option(2)), item(0)),
            (ChoseOption(option(3)), item(0)),
            (PressedNext, item(1)),
        ],
    );
    walk(
        "moving on turned off",
        &[
            (Started, item(0)),
            (SetMovesOn(false), item(0)),
            (press(2), item(0)),
            (PressedNext, item(1)),
            (SetMovesOn(true), item(1)),
            (press(2), item(2)),
        ],
    );
    walk(
        "turned off before the start",
        &[
            (SetMovesOn(false), Screen::Welcome),
            (Started, item(0)),
            (press(2), item(0)),
        ],
    );
    walk(
        "does not apply moves on, too",
        &[
            (Started, item(0)),
            (PressedOption(Response::NotApplicable), item(1)),
        ],
    );
}

#[test]
fn an_answer_within_a_millisecond_is_an_answer() {
    let mut browser = walk("begin", &[(Started, item(0))]);
    for step in [press(4), press(4), PressedBack, PressedBack] {
        browser.now.tick -= 1000;
        browser.does(0, step);
    }
    follow(
        &mut browser,
        0,
        "it is not passed over",
        &[(PressedNext, item(1))],
    );
}

#[test]
fn what_makes_no_sense_changes_no_screen() {
    for message in [
        Continued,
        PressedNext,
        PressedBack,
        press(4),
        ChoseOption(option(4)),
        FinishedAsItIs,
        OpenedResults,
        WentOnToFull,
        SavedJson,
        KeptEverything,
        UndidErase,
        Dismissed(Notice::MemoryOnly),
        SetMovesOn(false),
        PageShown,
        PageHidden,
        PageLeft,
        Stored(Ok(())),
        RevisitedItem(99),
        MarkedScale(7),
        ClearedElsewhere,
    ] {
        let mut browser = Browser::new();
        let tab = browser.open();
        browser.does(tab, message.clone());
        assert_eq!(browser.session(tab).screen, Screen::Welcome, "{message:?}");
        assert_eq!(browser.everything(), [], "{message:?}");
    }
    let mut browser = reviewed(&[3]);
    browser.does(0, FinishedAsItIs);
    for message in [
        press(1),
        PressedNext,
        PressedBack,
        FinishedAsItIs,
        Continued,
    ] {
        let before = browser.session(0).result.clone();
        browser.does(0, message.clone());
        assert_eq!(browser.session(0).screen, Screen::Results, "{message:?}");
        assert_eq!(browser.session(0).result, before, "{message:?}");
    }
}

#[test]
fn the_review_shows_only_if_something_was_left_out() {
    let mut browser = reviewed(&[0, 17]);
    let case = "from the review and back to it";
    follow(
        &mut browser,
        0,
        case,
        &[
            (RevisitedItem(0), revisited(0)),
            (PressedBack, Screen::Review),
            (RevisitedItem(0), revisited(0)),
            (PressedNext, Screen::Review),
            (RevisitedItem(0), revisited(0)),
            (press(2), Screen::Review),
            (PressedBack, item(17)),
            (PressedNext, Screen::Review),
            (FinishedAsItIs, Screen::Results),
        ],
    );
    let result = browser.session(0).result.clone().unwrap();
    assert_eq!(result.sheet.left_out(&browser.instrument).len(), 1);

    let mut browser = reviewed(&[5]);
    follow(
        &mut browser,
        0,
        "the last gap",
        &[
            (RevisitedItem(5), revisited(5)),
            (press(3), Screen::Results),
        ],
    );
}

#[test]
fn each_direction_opens_with_its_first_item() {
    let mut browser = Browser::new();
    let tab = browser.open();
    for (form, opening) in [(Full, [0, 12, 24]), (Short, [0, 6, 12])] {
        browser.does(tab, PickedForm(form));
        let session = browser.session(tab);
        let opens: Vec<usize> = (0..session.items().len())
            .filter(|p| session.opens_scale(*p))
            .collect();
        assert_eq!(opens, opening);
        assert!(!session.opens_scale(99));
    }
}

#[test]
fn going_on_finds_the_item_that_was_on_screen() {
    for (case, steps, place) in [
        ("after two answers", vec![press(4), press(4)], 2),
        ("after leaving one out", vec![press(4), PressedNext], 2),
        (
            "after going back",
            vec![press(4), press(4), PressedBack, PressedBack],
            0,
        ),
        (
            "after choosing without moving on",
            vec![ChoseOption(option(3))],
            0,
        ),
        (
            "after the welcome screen",
            vec![press(4), press(4), OpenedWelcome],
            2,
        ),
    ] {
        let mut browser = walk(case, &[(Started, item(0))]);
        for step in steps {
            browser.does(0, step);
        }
        browser.close(0);
        let tab = browser.open();
        follow(&mut browser, tab, case, &[(Continued, item(place))]);
    }
}

#[test]
fn digits_press_options() {
    for (key, expected) in [
        ("1", Some(press(1))),
        ("5", Some(press(5))),
        ("0", Some(PressedOption(Response::NotApplicable))),
        ("6", None),
        ("00", None),
        ("12", None),
        ("", None),
        ("a", None),
        ("Enter", None),
    ] {
        assert_eq!(Message::from_digit(key), expected, "{key}");
    }
}

#[test]
fn the_owner_may_offer_one_form_only() {
    let mut browser = Browser::new();
    browser.choice = FormChoice::Only(Short);
    let tab = browser.open();
    assert_eq!(browser.session(tab).form(), Short);
    assert_eq!(browser.session(tab).items().len(), 18);
    // An audit under way keeps its form.
    browser.begins(tab, &[4]);
    browser.close(tab);
    browser.choice = FormChoice::Only(Full);
    let tab = browser.open();
    assert_eq!(browser.session(tab).form(), Short);
    assert_eq!(browser.session(tab).picked, Full);
}
