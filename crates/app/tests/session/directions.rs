//! "I have no one here": marking a whole direction, passing over it and taking the mark back.

use app::session::Message::*;
use app::session::Screen;
use measure::instrument::FormName::Short;
use simulator::tabs::Browser;
use simulator::walk::{follow, item, press, walk};

#[test]
fn a_direction_without_anyone_is_marked_passed_over_and_given_back() {
    let mut browser = walk(
        "mark Up after one answer",
        &[
            (Started, item(0)),
            (press(4), item(1)),
            (PressedBack, item(0)),
            (MarkedScale(0), item(12)),
        ],
    );
    assert_eq!(browser.session(0).just_marked, Some(0));
    assert!(browser.session(0).scale_marked(0));
    assert!(!browser.session(0).scale_marked(1));
    assert_eq!(browser.responses(0), "x".repeat(12));
    follow(&mut browser, 0, "undo", &[(UnmarkedScale(0), item(0))]);
    assert_eq!(browser.session(0).just_marked, None);
    assert_eq!(browser.responses(0), "4");
    follow(
        &mut browser,
        0,
        "again, then walk on",
        &[(MarkedScale(0), item(12)), (press(5), item(13))],
    );
    assert_eq!(browser.session(0).just_marked, None, "offered only at once");
    // Later and after a reload it can still be taken back; what was answered before is gone then.
    browser.close(0);
    let tab = browser.open();
    assert!(browser.session(tab).scale_marked(0));
    follow(
        &mut browser,
        tab,
        "after a reload",
        &[(Continued, item(13)), (UnmarkedScale(0), item(0))],
    );
    assert_eq!(browser.responses(tab), "------------5");
    assert_eq!(browser.stored_responses(), "------------5");
    follow(
        &mut browser,
        tab,
        "and the items are asked",
        &[(press(1), item(1)), (press(1), item(2))],
    );
}

#[test]
fn a_direction_marked_twice_still_gives_back_what_was_answered_before() {
    let mut browser = walk(
        "mark Up after three answers, answer one of its items, and mark it again",
        &[
            (Started, item(0)),
            (press(4), item(1)),
            (press(3), item(2)),
            (press(2), item(3)),
            (MarkedScale(0), item(12)),
            (MarkedScale(0), item(12)),
            (PressedBack, item(11)),
            (press(5), item(12)),
            (MarkedScale(0), item(12)),
        ],
    );
    assert_eq!(browser.responses(0), "x".repeat(12));
    follow(&mut browser, 0, "undo", &[(UnmarkedScale(0), item(0))]);
    assert_eq!(browser.responses(0), "432--------5");
    assert_eq!(browser.stored_responses(), "432--------5");
}

#[test]
fn marking_the_last_direction_ends_in_the_review_where_it_can_be_taken_back() {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.does(tab, PickedForm(Short));
    browser.begins(tab, &[4; 12]);
    follow(
        &mut browser,
        tab,
        "marked",
        &[(MarkedScale(2), Screen::Review)],
    );
    assert_eq!(browser.session(tab).just_marked, Some(2));
    follow(
        &mut browser,
        tab,
        "taken back",
        &[
            (UnmarkedScale(2), item(12)),
            (MarkedScale(2), Screen::Review),
            (FinishedAsItIs, Screen::Results),
        ],
    );
    let result = browser.session(tab).result.clone().unwrap();
    assert!(result.sheet.scale_not_applicable(&browser.instrument, 2));
}

#[test]
fn marked_directions_are_passed_over_on_the_way_but_not_on_the_way_back() {
    walk(
        "Across marked from its first item",
        &[
            (PickedForm(Short), Screen::Welcome),
            (Started, item(0)),
            (MarkedScale(1), item(12)),
            (PressedBack, item(11)),
            (PressedNext, item(12)),
        ],
    );
}
