//! A visitor who keeps earlier results.

use app::session::{Message, Session};
use measure::instrument::FormName::Short;

use super::tabs::Browser;
use testing::item;

/// Takes a short audit from the first to the last item.
pub fn finish(browser: &mut Browser, tab: usize, number: u64) {
    browser.does(tab, Message::OpenedWelcome);
    browser.does(tab, Message::PickedForm(Short));
    browser.begins(tab, &[number; 18]);
    assert!(browser.session(tab).result.is_some());
}

/// The first answers of the kept results, in their order.
pub fn firsts(session: &Session) -> Vec<u8> {
    let past = session.past.iter();
    past.map(|result| {
        let completed = result.kept.completed.as_ref().expect("ours");
        let first = completed.sheet.get(item(0)).unwrap();
        first.chosen().unwrap().get()
    })
    .collect()
}

/// A browser with history on and these results in it.
pub fn with_past(numbers: &[u64]) -> Browser {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.does(tab, Message::TurnedHistoryOn);
    for number in numbers {
        finish(&mut browser, tab, *number);
    }
    browser
}
