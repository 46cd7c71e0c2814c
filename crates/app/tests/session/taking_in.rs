//! What comes into a session from outside the audit: a result from a file, texts of the practice, and
//! the words of the workbook.

use app::session::{Message, Part};
use measure::completed::Completed;
use measure::instrument::FormName::Full;
use measure::instrument::Id;
use measure::time::UnixMs;
use records::document::ResultDocument;
use records::slot::Slot;
use simulator::tabs::Browser;
use testing::{answers, completed, shipped};

/// A result from elsewhere that ended so many seconds after another, and its text.
fn file(seconds: i64) -> (Completed, String) {
    let base = completed(answers(&shipped(), Full, "444244444442"), 100);
    let ended_at = UnixMs(base.ended_at.0 + seconds * 1000);
    let completed = Completed { ended_at, ..base };
    let text = ResultDocument::of(&shipped(), &completed).to_text();
    (completed, text)
}

#[test]
fn a_result_that_is_taken_in_is_kept_with_the_present_one() {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.begins(tab, &[3; 36]);
    let present = browser.session(tab).result.clone();
    let (taken, text) = file(-9000);
    // What it states and what is unknown in it does not come along.
    let text = text.replace("\"band\": \"steady\"", "\"band\": \"uneven\", \"more\": 1");
    browser.does(tab, Message::AddedToPast(text.clone()));
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
    browser.does(tab, Message::AddedToPast(text));
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
        let (taken, text) = file(60);
        browser.does(tab, Message::TookInResult(text));
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
    let (first, text) = file(0);
    browser.does(tab, Message::AddedToPast(text));
    assert_eq!(browser.session(tab).result.as_deref(), Some(&first));
    assert_eq!(browser.stored().result.as_deref(), Some(&first));
    browser.does(tab, Message::AddedToPast(file(60).1));
    assert_eq!(browser.stored().result.as_deref(), Some(&first));
    assert_eq!(browser.stored().past.len(), 2);
}

#[test]
fn what_is_no_result_of_ours_changes_nothing() {
    let mut browser = Browser::new();
    let tab = browser.open();
    let (_, text) = file(0);
    let other = text.replace("leadership-relationships", "other");
    for text in ["", "{}", &other, &text[..500]] {
        browser.does(tab, Message::AddedToPast(text.to_owned()));
        assert_eq!(browser.everything(), [], "{text}");
        assert!(!browser.session(tab).history);
    }
}

#[test]
fn what_is_kept_after_deleting_everything_outlives_the_page() {
    for message in [
        Message::AddedToPast(file(0).1),
        Message::KeptPractice("map".into(), Some("{}".into())),
    ] {
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
    browser.does(tab, Message::KeptPractice("map".into(), Some("[1]".into())));
    browser.does(
        tab,
        Message::KeptPractice("plan".into(), Some("not JSON".into())),
    );
    browser.does(tab, Message::KeptPractice("map".into(), Some("[2]".into())));
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
    browser.does(next, Message::KeptPractice("plan".into(), None));
    browser.settle();
    assert_eq!(texts(&browser, other), [pair("map", "[2]")]);
    assert_eq!(browser.text(&Slot::Practice("plan".into())), None);
    assert_eq!(browser.everything().len(), 1, "no head, no answers");
}

#[test]
fn the_words_of_the_workbook() {
    let id = Id::new("20261121T090610Z-00ff").unwrap();
    for (what, text, expected) in [
        ("back", "", Some(Message::PressedBack)),
        ("part", "map", Some(Message::OpenedPart(Part::Map))),
        ("history", "on", Some(Message::TurnedHistoryOn)),
        ("history", "off", Some(Message::TurnedHistoryOff)),
        ("forget", id.as_str(), Some(Message::ForgotPast(id.clone()))),
        ("forget", "a b", None),
        ("restore", "", Some(Message::RestoredPast)),
        ("add", "{}", Some(Message::AddedToPast("{}".into()))),
        (
            "practice:map",
            "[]",
            Some(Message::KeptPractice("map".into(), Some("[]".into()))),
        ),
        (
            "practice:map",
            "",
            Some(Message::KeptPractice("map".into(), None)),
        ),
        ("practice", "x", None),
        ("history", "", None),
        ("nothing", "", None),
    ] {
        assert_eq!(Message::of_workbook(what, text), expected, "{what} {text}");
    }
}
