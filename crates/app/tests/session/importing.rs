//! What comes into a session from outside the audit: results from files, and texts of the practice.

use app::session::Message;
use measure::completed::Completed;
use measure::instrument::FormName::Full;
use measure::time::UnixMs;
use records::document::ResultDocument;
use simulator::tabs::{Browser, added, imported, practised};
use testing::{answers, completed, shipped};

/// A result from elsewhere that ended so many seconds after another.
fn file(seconds: i64) -> Completed {
    let base = completed(answers(&shipped(), Full, "444244444442"), 100);
    let ended_at = UnixMs(base.ended_at.0 + seconds * 1000);
    Completed { ended_at, ..base }
}

#[test]
fn a_result_that_is_taken_in_is_kept_with_the_present_one() {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.begins(tab, &[3; 36]);
    let present = browser.session(tab).result.clone();
    let taken = file(-9000);
    browser.does(tab, added(taken.clone()));
    let session = browser.session(tab);
    assert_eq!(session.result, present);
    let kept: Vec<_> = session
        .past
        .iter()
        .map(|past| past.kept.completed.clone())
        .collect();
    assert_eq!(
        kept,
        [Some(taken.clone()), present.map(|result| (*result).clone())]
    );
    assert!(session.history);
    assert_eq!(browser.stored().past, session.past);
    assert_eq!(
        session.past[0].text,
        ResultDocument::of(&shipped(), &taken).to_text()
    );
    let before = browser.everything();
    browser.does(tab, added(taken));
    assert_eq!(
        browser.everything(),
        before,
        "taking it in twice keeps it once"
    );
}

#[test]
fn what_takes_the_place_of_the_latest_is_kept_like_any_other() {
    for (history, expected) in [(false, 0), (true, 2)] {
        let mut browser = Browser::new();
        let tab = browser.open();
        if history {
            browser.does(tab, Message::TurnedHistoryOn);
        }
        browser.begins(tab, &[3; 36]);
        let taken = file(60);
        browser.does(tab, imported(taken.clone()));
        let stored = browser.stored();
        assert_eq!(stored.result.as_deref(), Some(&taken));
        assert_eq!(stored.past.len(), expected);
        assert_eq!(browser.session(tab).past, stored.past);
    }
}

#[test]
fn where_there_is_no_result_the_one_taken_in_is_the_latest() {
    let mut browser = Browser::new();
    let tab = browser.open();
    let first = file(0);
    browser.does(tab, added(first.clone()));
    assert_eq!(browser.session(tab).result.as_deref(), Some(&first));
    assert_eq!(browser.stored().result.as_deref(), Some(&first));
    browser.does(tab, added(file(60)));
    assert_eq!(browser.stored().result.as_deref(), Some(&first));
    assert_eq!(browser.stored().past.len(), 2);
}

#[test]
fn what_is_kept_after_deleting_everything_outlives_the_page() {
    for message in [added(file(0)), practised("map", "{}")] {
        let mut browser = Browser::new();
        let tab = browser.open();
        browser.begins(tab, &[3; 36]);
        browser.does(tab, Message::OpenedKeep);
        browser.does(tab, Message::Erased);
        browser.does(tab, message);
        let stored = browser.stored();
        assert!(stored.has_anything());
        let after = browser.everything();
        browser.close(tab);
        let next = browser.open();
        assert!(browser.session(next).has_anything());
        assert_eq!(browser.everything(), after);
    }
}

#[test]
fn texts_of_the_practice_are_kept_by_name_and_shown_in_every_tab() {
    let mut browser = Browser::new();
    let (tab, other) = (browser.open(), browser.open());
    let texts = |browser: &Browser, tab: usize| -> Vec<(String, String)> {
        let practice = browser.session(tab).practice.iter();
        practice
            .map(|(name, text)| (name.clone(), text.to_string()))
            .collect()
    };
    let pair = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    browser.does(tab, practised("map", "[1]"));
    browser.does(tab, practised("plan", "not JSON"));
    browser.does(tab, practised("map", "[2]"));
    browser.settle();
    let next = browser.open();
    for tab in [tab, other, next] {
        let mut texts = texts(&browser, tab);
        texts.sort();
        assert_eq!(
            texts,
            [pair("map", "[2]"), pair("plan", "not JSON")],
            "tab {tab}"
        );
        assert!(browser.session(tab).has_anything());
        assert_eq!(browser.notices(tab), []);
    }
}
