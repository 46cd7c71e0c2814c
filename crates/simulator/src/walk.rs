//! Walks through the screens, step by step.

use app::session::{Message, Screen};
use measure::instrument::FormName;

use super::tabs::Browser;
use testing::option;

/// A tap on an option.
pub fn press(number: u64) -> Message {
    Message::PressedOption(option(number))
}

impl Browser {
    /// Does something in a tab, again and again, and names the screen after each: an item by its
    /// position, with `r` if it was come to from the review and with `+` and the direction that was
    /// just marked; any other screen by its name.
    pub fn trail(&mut self, tab: usize, steps: impl IntoIterator<Item = Message>) -> String {
        let mut names = Vec::new();
        for step in steps {
            self.does(tab, step);
            names.push(name(&self.session(tab).screen));
        }
        names.join(" ")
    }
}

fn name(screen: &Screen) -> String {
    let (name, marked) = match screen {
        Screen::Item {
            position,
            from_review,
            just_marked,
        } => {
            let review = if *from_review { "r" } else { "" };
            (format!("{position}{review}"), *just_marked)
        }
        Screen::Review { just_marked } => (screen.as_str().to_owned(), *just_marked),
        _ => (screen.as_str().to_owned(), None),
    };
    marked.map_or(name.clone(), |scale| format!("{name}+{}", scale.get()))
}

/// A short form answered but for the items at these places, on the review screen.
pub fn reviewed(left_out: &[usize]) -> Browser {
    let mut browser = Browser::with_tab();
    browser.all(0, [Message::PickedForm(FormName::Short), Message::Started]);
    for position in 0..18 {
        let left_out = left_out.contains(&position);
        let step = if left_out {
            Message::PressedNext
        } else {
            press(4)
        };
        browser.does(0, step);
    }
    assert_eq!(browser.session(0).screen, Screen::review());
    browser
}
