//! Earlier results: kept only where the visitor chose so, stored once each, shown in every tab, and
//! gone when they are to go.

use app::session::Message::*;
use measure::completed::Completed;
use measure::instrument::FormName::{Full, Short};
use records::document::ResultRecord;
use records::past::PastResult;
use records::slot::Slot;
use simulator::past::{finish, firsts, with_past};
use simulator::tabs::Browser;
use testing::{answers, completed, shipped};

/// The keys without the audit's prefix, but for the names of kept results.
fn keys(browser: &Browser) -> Vec<String> {
    let slots = browser.slots().into_iter();
    slots
        .map(|slot| match slot.split_once(':') {
            Some(("past", _)) => "past".to_owned(),
            _ => slot,
        })
        .collect()
}

#[test]
fn only_the_latest_result_is_kept_unless_the_visitor_chooses_otherwise() {
    let mut browser = Browser::with_tab();
    finish(&mut browser, 0, 3);
    finish(&mut browser, 0, 4);
    assert_eq!(keys(&browser), ["head", "result"]);
    assert!(browser.session(0).past.is_empty());

    browser.does(0, TurnedHistoryOn);
    assert_eq!(
        keys(&browser),
        ["head", "history", "past", "result"],
        "the present one is kept"
    );
    finish(&mut browser, 0, 5);
    assert_eq!(
        keys(&browser),
        ["head", "history", "past", "past", "result"]
    );
    assert_eq!(
        firsts(browser.session(0)),
        [4, 5],
        "the one that ended first first"
    );
    assert_eq!(browser.stored().past, browser.session(0).past);
    assert!(browser.stored().history);
    // Choosing it twice, or loading and storing again, stores nothing twice.
    browser.does(0, TurnedHistoryOn);
    assert_eq!(keys(&browser).len(), 5);
}

#[test]
fn what_is_kept_is_the_record_of_the_result() {
    let browser = with_past(&[3]);
    let session = browser.session(0);
    let result = session.result.clone().unwrap();
    let [past] = &session.past[..] else {
        panic!("one");
    };
    assert_eq!(
        past.text,
        ResultRecord::of(&browser.instrument, &result).to_text()
    );
    assert_eq!(
        browser.text(&Slot::Past(past.id.clone())).as_ref(),
        Some(&past.text)
    );
    assert_eq!(browser.text(&Slot::Result).as_ref(), Some(&past.text));
}

#[test]
fn ids_differ_between_results_and_sort_by_their_end() {
    let instrument = shipped();
    let base = completed(answers(&instrument, Full, "444244444442"), 100);
    let id = |completed: &Completed| PastResult::of(&instrument, completed).id;
    assert!(
        id(&base).as_str().starts_with("20261121T090610Z-"),
        "{}",
        id(&base)
    );
    assert_eq!(id(&base), id(&base.clone()));
    let changed = |change: &dyn Fn(&mut Completed)| {
        let mut other = base.clone();
        change(&mut other);
        id(&other)
    };
    let others: [&dyn Fn(&mut Completed); 6] = [
        &|other| other.sheet = answers(&instrument, Full, "444244444443"),
        &|other| other.sheet = answers(&instrument, Short, "444244"),
        &|other| other.version = "1.0.1".into(),
        &|other| other.language = "de".into(),
        &|other| other.started_at.0 += 1000,
        &|other| other.active_seconds += 1,
    ];
    for (place, change) in others.into_iter().enumerate() {
        assert_ne!(changed(change), id(&base), "{place}");
    }
    let later = changed(&|other| other.ended_at.0 += 1000);
    let much_later = changed(&|other| other.ended_at.0 += 40 * 86_400_000);
    assert!(id(&base) < later && later < much_later);
}

#[test]
fn nothing_is_stored_before_there_is_something_to_keep() {
    let mut browser = Browser::with_tab();
    browser.does(0, TurnedHistoryOn);
    assert!(browser.session(0).history);
    browser.all(0, [OpenedKeep, OpenedWelcome, Started]);
    assert_eq!(keys(&browser), Vec::<String>::new());
    browser.presses(0, &[4]);
    assert!(keys(&browser).contains(&"history".to_owned()));
    assert!(browser.stored().history);
}

#[test]
fn an_audit_that_was_only_begun_does_not_void_the_stored_one() {
    let mut browser = with_past(&[3]);
    browser.does(0, TurnedHistoryOff);
    browser.begins(0, &[4, 5, 3]);
    browser.all(0, [OpenedWelcome, Started, TurnedHistoryOn]);
    assert_eq!(browser.stored_responses(), "453");
    assert_eq!(browser.stored().past.len(), 1);
    browser.presses(0, &[1]);
    assert_eq!(browser.stored_responses(), "1");
}

#[test]
fn turning_history_off_deletes_earlier_results_and_can_be_undone() {
    let mut browser = with_past(&[3, 4]);
    let before = browser.everything();
    browser.does(0, TurnedHistoryOff);
    assert_eq!(keys(&browser), ["head", "result"]);
    assert!(!browser.session(0).history && browser.session(0).past.is_empty());
    assert!(browser.session(0).can_restore_past());
    browser.does(0, RestoredPast);
    assert_eq!(browser.everything(), before);
    assert_eq!(firsts(browser.session(0)), [3, 4]);
    assert!(browser.session(0).history && !browser.session(0).can_restore_past());
    browser.does(0, RestoredPast);
    assert_eq!(browser.everything(), before);
}

#[test]
fn turning_history_off_offers_no_undo_where_only_the_latest_is_kept() {
    let mut browser = with_past(&[3]);
    browser.does(0, TurnedHistoryOff);
    assert!(!browser.session(0).can_restore_past());
    assert!(browser.session(0).result.is_some());
}

#[test]
fn one_earlier_result_is_deleted_by_its_id_and_restored() {
    let mut browser = with_past(&[3, 4, 5]);
    let other = browser.open();
    let before = browser.everything();
    let id = browser.session(0).past[1].id.clone();
    browser.does(0, ForgotPast(id.clone()));
    browser.deliver(other);
    assert_eq!(firsts(browser.session(other)), [3, 5]);
    assert_eq!(firsts(browser.session(0)), [3, 5]);
    assert_eq!(firsts(&browser.stored()), [3, 5]);
    browser.does(0, RestoredPast);
    assert_eq!(firsts(browser.session(0)), [3, 4, 5]);
    assert_eq!(browser.everything(), before);
    // Deleting one does not turn history off, nor putting it back on.
    browser.all(0, [ForgotPast(id), TurnedHistoryOn]);
    assert!(browser.session(0).history);
}

#[test]
fn the_latest_is_kept_even_while_an_earlier_one_is_looked_at() {
    let mut browser = Browser::new();
    let (tab, other) = (browser.open(), browser.open());
    finish(&mut browser, tab, 3);
    finish(&mut browser, other, 4);
    browser.deliver(tab);
    browser.does(tab, TurnedHistoryOn);
    assert_eq!(firsts(&browser.stored()), [4]);
}
