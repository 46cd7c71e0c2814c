//! Earlier results: kept only where the visitor chose so, stored once each, shown in every tab, and
//! gone when they are to go.

use app::session::Message;
use measure::completed::Completed;
use measure::instrument::FormName::{Full, Short};
use measure::time::UnixMs;
use records::document::ResultDocument;
use records::past::PastResult;
use records::slot::Slot;
use simulator::past::{finish, firsts, with_past};
use simulator::tabs::Browser;
use testing::{answers, completed, shipped};

/// The keys without the audit's prefix, but for the names of kept results.
fn keys(browser: &Browser) -> Vec<String> {
    let keys = browser.everything().into_iter();
    keys.map(|(key, _)| key.replace("leadership-audit:default:", ""))
        .map(|key| {
            if key.starts_with("past:") {
                "past".to_owned()
            } else {
                key
            }
        })
        .collect()
}

#[test]
fn only_the_latest_result_is_kept_unless_the_visitor_chooses_otherwise() {
    let mut browser = Browser::new();
    let tab = browser.open();
    finish(&mut browser, tab, 3);
    finish(&mut browser, tab, 4);
    assert_eq!(keys(&browser), ["head", "result"]);
    assert!(browser.session(tab).past.is_empty());

    browser.does(tab, Message::TurnedHistoryOn);
    assert_eq!(
        keys(&browser),
        ["head", "history", "past", "result"],
        "the present one is kept"
    );
    finish(&mut browser, tab, 5);
    assert_eq!(
        keys(&browser),
        ["head", "history", "past", "past", "result"]
    );
    assert_eq!(
        firsts(browser.session(tab)),
        [4, 5],
        "the one that ended first first"
    );
    assert_eq!(browser.stored().past, browser.session(tab).past);
    assert!(browser.stored().history);
    // Choosing it twice, or loading and storing again, stores nothing twice.
    browser.does(tab, Message::TurnedHistoryOn);
    assert_eq!(keys(&browser).len(), 5);
}

#[test]
fn what_is_kept_is_the_exported_document() {
    let browser = with_past(&[3]);
    let session = browser.session(0);
    let result = session.result.clone().unwrap();
    let [past] = &session.past[..] else {
        panic!("one");
    };
    assert_eq!(
        past.text,
        ResultDocument::of(&browser.instrument, &result).to_text()
    );
    assert_eq!(
        browser.text(&Slot::Past(past.id.clone())).as_ref(),
        Some(&past.text)
    );
    assert_eq!(browser.text(&Slot::Result).as_ref(), Some(&past.text));
}

#[test]
fn names_tell_results_apart_and_sort_by_their_end() {
    let instrument = shipped();
    let base = completed(answers(&instrument, Full, "444244444442"), 100);
    let id = |completed: &Completed| PastResult::of(&instrument, completed).id;
    assert!(
        id(&base).as_str().starts_with("20261121T090610Z-"),
        "{}",
        id(&base)
    );
    assert_eq!(id(&base), id(&base.clone()));
    let sheet = answers(&instrument, Full, "444244444443");
    let others = [
        Completed {
            sheet,
            ..base.clone()
        },
        Completed {
            sheet: answers(&instrument, Short, "444244"),
            ..base.clone()
        },
        Completed {
            version: "1.0.1".into(),
            ..base.clone()
        },
        Completed {
            language: "de".into(),
            ..base.clone()
        },
        Completed {
            started_at: UnixMs(base.started_at.0 + 1000),
            ..base.clone()
        },
        Completed {
            active_seconds: 101,
            ..base.clone()
        },
    ];
    for (place, other) in others.iter().enumerate() {
        assert_ne!(id(other), id(&base), "{place}");
    }
    let later = Completed {
        ended_at: UnixMs(base.ended_at.0 + 1000),
        ..base.clone()
    };
    let much_later = Completed {
        ended_at: UnixMs(base.ended_at.0 + 40 * 86_400_000),
        ..base.clone()
    };
    assert!(id(&base) < id(&later) && id(&later) < id(&much_later));
}

#[test]
fn nothing_is_stored_before_there_is_something_to_keep() {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.does(tab, Message::TurnedHistoryOn);
    assert!(browser.session(tab).history);
    browser.does(tab, Message::OpenedKeep);
    browser.does(tab, Message::OpenedWelcome);
    browser.does(tab, Message::Started);
    assert_eq!(keys(&browser), Vec::<String>::new());
    browser.presses(tab, &[4]);
    assert!(keys(&browser).contains(&"history".to_owned()));
    assert!(browser.stored().history);
}

#[test]
fn an_audit_that_was_only_begun_does_not_void_the_stored_one() {
    let mut browser = with_past(&[3]);
    browser.does(0, Message::TurnedHistoryOff);
    browser.begins(0, &[4, 5, 3]);
    browser.does(0, Message::OpenedWelcome);
    browser.does(0, Message::Started);
    browser.does(0, Message::TurnedHistoryOn);
    assert_eq!(browser.stored_responses(), "453");
    assert_eq!(browser.stored().past.len(), 1);
    browser.presses(0, &[1]);
    assert_eq!(browser.stored_responses(), "1");
}

#[test]
fn keeping_them_no_longer_deletes_them_and_can_be_taken_back() {
    let mut browser = with_past(&[3, 4]);
    let before = browser.everything();
    browser.does(0, Message::TurnedHistoryOff);
    assert_eq!(keys(&browser), ["head", "result"]);
    assert!(!browser.session(0).history && browser.session(0).past.is_empty());
    assert!(browser.session(0).can_restore_past());
    browser.does(0, Message::RestoredPast);
    assert_eq!(browser.everything(), before);
    assert_eq!(firsts(browser.session(0)), [3, 4]);
    assert!(browser.session(0).history && !browser.session(0).can_restore_past());
    browser.does(0, Message::RestoredPast);
    assert_eq!(browser.everything(), before);
}

#[test]
fn with_the_latest_alone_nothing_is_deleted_that_could_be_put_back() {
    let mut browser = with_past(&[3]);
    browser.does(0, Message::TurnedHistoryOff);
    assert!(!browser.session(0).can_restore_past());
    assert!(browser.session(0).result.is_some());
}

#[test]
fn one_is_deleted_by_its_name_and_put_back() {
    let mut browser = with_past(&[3, 4, 5]);
    let before = browser.everything();
    let id = browser.session(0).past[1].id.clone();
    browser.does(0, Message::ForgotPast(id.clone()));
    assert_eq!(firsts(browser.session(0)), [3, 5]);
    assert_eq!(firsts(&browser.stored()), [3, 5]);
    browser.does(0, Message::RestoredPast);
    assert_eq!(firsts(browser.session(0)), [3, 4, 5]);
    assert_eq!(browser.everything(), before);
    // Deleting one does not turn history off, nor putting it back on.
    browser.does(0, Message::ForgotPast(id));
    browser.does(0, Message::TurnedHistoryOn);
    assert!(browser.session(0).history);
}

#[test]
fn every_tab_shows_what_is_kept() {
    let mut browser = with_past(&[3]);
    let other = browser.open();
    assert_eq!(firsts(browser.session(other)), [3]);
    finish(&mut browser, 0, 4);
    browser.settle();
    assert_eq!(firsts(browser.session(other)), [3, 4]);
    let id = browser.session(0).past[0].id.clone();
    browser.does(other, Message::ForgotPast(id));
    browser.settle();
    assert_eq!(firsts(browser.session(0)), [4]);
    browser.does(0, Message::TurnedHistoryOff);
    browser.settle();
    assert!(!browser.session(other).history && browser.session(other).past.is_empty());
    finish(&mut browser, other, 5);
    assert_eq!(keys(&browser), ["head", "result"]);
    browser.does(0, Message::TurnedHistoryOn);
    browser.settle();
    assert!(browser.session(other).history);
    browser.does(0, Message::OpenedKeep);
    browser.does(0, Message::Erased);
    browser.settle();
    assert!(!browser.session(other).history && browser.session(other).past.is_empty());
}

#[test]
fn the_latest_is_kept_even_while_an_earlier_one_is_looked_at() {
    let mut browser = Browser::new();
    let (tab, other) = (browser.open(), browser.open());
    finish(&mut browser, tab, 3);
    finish(&mut browser, other, 4);
    browser.deliver(tab);
    browser.does(tab, Message::TurnedHistoryOn);
    assert_eq!(firsts(&browser.stored()), [4]);
}
