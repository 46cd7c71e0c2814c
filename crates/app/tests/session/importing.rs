//! What comes into a session from outside the audit: results from files, and texts of the practice.

use app::session::Message;
use measure::completed::Completed;
use measure::instrument::FormName::Full;
use measure::time::UnixMs;
use records::document::ResultRecord;
use simulator::tabs::{Browser, added, imported, practised};
use testing::{answers, completed, shipped};

/// A result from elsewhere that ended so many seconds after another.
fn file(seconds: i64) -> Completed {
    let base = completed(answers(&shipped(), Full, "444244444442"), 100);
    let ended_at = UnixMs(base.ended_at.0 + seconds * 1000);
    Completed { ended_at, ..base }
}

#[test]
fn an_added_result_is_kept_beside_the_latest() {
    let mut browser = Browser::answering(&[3; 36]);
    let present = browser.session(0).result.clone();
    let taken = file(-9000);
    browser.does(0, added(taken.clone()));
    let session = browser.session(0);
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
        ResultRecord::of(&shipped(), &taken).to_text()
    );
    let before = browser.everything();
    browser.does(0, added(taken));
    assert_eq!(
        browser.everything(),
        before,
        "taking it in twice keeps it once"
    );
}

#[test]
fn an_imported_result_is_kept_like_any_other() {
    for (history, expected) in [(false, 0), (true, 2)] {
        let mut browser = Browser::with_tab();
        if history {
            browser.does(0, Message::TurnedHistoryOn);
        }
        browser.begins(0, &[3; 36]);
        let taken = file(60);
        browser.does(0, imported(taken.clone()));
        let stored = browser.stored();
        assert_eq!(stored.result.as_deref(), Some(&taken));
        assert_eq!(stored.past.len(), expected);
        assert_eq!(browser.session(0).past, stored.past);
    }
}

#[test]
fn an_added_result_is_the_latest_where_there_is_none() {
    let mut browser = Browser::with_tab();
    let first = file(0);
    browser.does(0, added(first.clone()));
    assert_eq!(browser.session(0).result.as_deref(), Some(&first));
    assert_eq!(browser.stored().result.as_deref(), Some(&first));
    browser.does(0, added(file(60)));
    assert_eq!(browser.stored().result.as_deref(), Some(&first));
    assert_eq!(browser.stored().past.len(), 2);
}

#[test]
fn what_is_kept_after_deleting_everything_outlives_the_page() {
    for message in [added(file(0)), practised("map", "{}")] {
        let mut browser = Browser::answering(&[3; 36]);
        browser.all(0, [Message::OpenedKeep, Message::Erased, message]);
        let stored = browser.stored();
        assert!(stored.has_anything());
        let after = browser.everything();
        browser.close(0);
        let next = browser.open();
        assert!(browser.session(next).has_anything());
        assert_eq!(browser.everything(), after);
    }
}
