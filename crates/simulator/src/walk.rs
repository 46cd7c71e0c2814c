//! Walks through the screens, step by step.

use app::session::{Message, Screen};
use measure::instrument::FormName;

use super::tabs::Browser;
use testing::option;

/// The item at a position of the form, on screen.
pub fn item(position: usize) -> Screen {
    Screen::Item {
        position,
        from_review: false,
    }
}

/// The same, come to from the review.
pub fn revisited(position: usize) -> Screen {
    Screen::Item {
        position,
        from_review: true,
    }
}

/// A tap on an option.
pub fn press(number: u64) -> Message {
    Message::PressedOption(option(number))
}

/// Walks a new visitor through `steps` and checks the screen after each.
pub fn walk(case: &str, steps: &[(Message, Screen)]) -> Browser {
    let mut browser = Browser::new();
    let tab = browser.open();
    follow(&mut browser, tab, case, steps);
    browser
}

/// Does the steps and checks the screen after each.
pub fn follow(browser: &mut Browser, tab: usize, case: &str, steps: &[(Message, Screen)]) {
    for (number, (message, screen)) in steps.iter().enumerate() {
        browser.does(tab, message.clone());
        assert_eq!(
            browser.session(tab).screen,
            *screen,
            "{case}: step {number}, {message:?}"
        );
    }
}

/// A short form answered but for the items at these places, on the review screen.
pub fn reviewed(left_out: &[usize]) -> Browser {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.does(tab, Message::PickedForm(FormName::Short));
    browser.does(tab, Message::Started);
    for position in 0..18 {
        browser.does(
            tab,
            if left_out.contains(&position) {
                Message::PressedNext
            } else {
                Message::PressedOption(option(4))
            },
        );
    }
    assert_eq!(browser.session(tab).screen, Screen::Review);
    browser
}
