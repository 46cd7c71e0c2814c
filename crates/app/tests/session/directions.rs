//! "I have no one here": marking a whole direction, passing over it and taking the mark back.

use std::rc::Rc;

use app::session::Message::*;
use measure::instrument::FormName::Short;
use simulator::tabs::Browser;
use simulator::walk::press;
use testing::{scale, shaped};

#[test]
fn a_direction_without_anyone_is_marked_passed_over_and_given_back() {
    let mut browser = Browser::with_tab();
    let up = scale(0);
    let steps = [Started, press(4), PressedBack, MarkedScale(up)];
    assert_eq!(browser.trail(0, steps), "0 1 0 12+0");
    assert!(browser.session(0).scale_marked(up));
    assert!(!browser.session(0).scale_marked(scale(1)));
    assert_eq!(browser.responses(0), "x".repeat(12));
    assert_eq!(browser.trail(0, [UnmarkedScale(up)]), "0");
    assert_eq!(browser.responses(0), "4");
    assert_eq!(browser.trail(0, [MarkedScale(up), press(5)]), "12+0 13");
    // Later and after a reload it can still be taken back; what was answered before is gone then.
    browser.close(0);
    let tab = browser.open();
    assert!(browser.session(tab).scale_marked(up));
    assert_eq!(browser.trail(tab, [Continued, UnmarkedScale(up)]), "13 0");
    assert_eq!(browser.responses(tab), "------------5");
    assert_eq!(browser.stored_responses(), "------------5");
    assert_eq!(browser.trail(tab, [press(1), press(1)]), "1 2");
}

#[test]
fn a_direction_marked_twice_still_gives_back_what_was_answered_before() {
    let mut browser = Browser::answering(&[4, 3, 2]);
    let mark = || MarkedScale(scale(0));
    let steps = [mark(), mark(), PressedBack, press(5), mark()];
    assert_eq!(browser.trail(0, steps), "12+0 12+0 11 12 12+0");
    assert_eq!(browser.responses(0), "x".repeat(12));
    assert_eq!(browser.trail(0, [UnmarkedScale(scale(0))]), "0");
    assert_eq!(browser.responses(0), "432--------5");
    assert_eq!(browser.stored_responses(), "432--------5");
}

#[test]
fn marking_the_last_direction_ends_in_the_review_where_it_can_be_undone() {
    let mut browser = Browser::answering_short(&[4; 12]);
    let down = scale(2);
    let steps = [MarkedScale(down), UnmarkedScale(down), MarkedScale(down)];
    assert_eq!(browser.trail(0, steps), "review+2 12 review+2");
    assert_eq!(browser.trail(0, [FinishedAsItIs]), "results");
    let result = browser.session(0).result.clone().unwrap();
    assert!(result.sheet.scale_not_applicable(&browser.instrument, down));
}

#[test]
fn marked_directions_are_passed_over_on_the_way_but_not_on_the_way_back() {
    let mut browser = Browser::with_tab();
    let start = [PickedForm(Short), Started, MarkedScale(scale(1))];
    assert_eq!(browser.trail(0, start), "welcome 0 12+1");
    assert_eq!(browser.trail(0, [PressedBack, PressedNext]), "11 12");
}

#[test]
fn a_questionnaire_without_does_not_apply_marks_no_direction() {
    let mut browser = Browser::new();
    browser.instrument = Rc::new(shaped([2, 1, 6], 5, true));
    browser.open();
    browser.begins(0, &[4]);
    let before = (browser.session(0).clone(), browser.everything());
    for number in [0, 9] {
        browser.does(0, MarkedScale(scale(number)));
        assert_eq!((browser.session(0).clone(), browser.everything()), before);
    }
}
