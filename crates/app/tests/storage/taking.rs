//! Taking in the records of an audit under way from a backup: what is missing is added, and what is
//! here stays.

use app::session::Message;
use records::slot::Slot;
use simulator::tabs::Browser;

/// Everything that a browser stores, as a backup hands it on.
fn records(browser: &Browser) -> Vec<(Slot, String)> {
    let prefix = Slot::prefix(&simulator::tabs::audit());
    browser
        .everything()
        .into_iter()
        .map(|(key, text)| (Slot::from_suffix(key.strip_prefix(&prefix).unwrap()), text))
        .collect()
}

fn elsewhere(options: &[u64]) -> Browser {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.begins(tab, options);
    browser
}

fn head_first(mut records: Vec<(Slot, String)>) -> Vec<(Slot, String)> {
    records.sort_by_key(|(slot, _)| *slot != Slot::Head);
    records
}

#[test]
fn where_nothing_is_under_way_all_answers_come_in_and_are_stored() {
    let backup = head_first(records(&elsewhere(&[4, 2, 5])));
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.does(tab, Message::TookInRecords(backup));
    assert_eq!(browser.responses(tab), "425");
    assert_eq!(browser.stored_responses(), "425");
    assert!(browser.session(tab).can_continue());
}

#[test]
fn an_answer_that_is_here_stays_and_one_that_is_missing_is_added() {
    let backup = head_first(records(&elsewhere(&[4, 2, 5])));
    let mut browser = elsewhere(&[1]);
    browser.does(0, Message::TookInRecords(backup));
    assert_eq!(browser.responses(0), "125");
    assert_eq!(browser.stored_responses(), "125");
}

#[test]
fn after_everything_was_deleted_what_is_taken_in_is_not_taken_for_its_remains() {
    let backup = head_first(records(&elsewhere(&[4, 2, 5])));
    let mut browser = elsewhere(&[1]);
    browser.does(0, Message::AskedToErase);
    browser.does(0, Message::Erased);
    browser.does(0, Message::TookInRecords(backup));
    assert_eq!(browser.stored_responses(), "425");
}

#[test]
fn after_everything_was_deleted_a_practice_and_kept_results_are_taken_in_for_good() {
    let mut past = simulator::past::with_past(&[3, 4]);
    past.close(0);
    let mut backup = records(&past);
    backup.retain(|(slot, _)| matches!(slot, Slot::Past(_)));
    let name = Slot::Practice("circle".to_owned());
    backup.push((name.clone(), "{}".to_owned()));
    let mut browser = elsewhere(&[1]);
    for message in [Message::AskedToErase, Message::Erased] {
        browser.does(0, message);
    }
    // Answers alone are nothing to begin with: the marker stays by itself.
    let mut answers = records(&elsewhere(&[4]));
    answers.retain(|(slot, _)| *slot != Slot::Head);
    let marker = browser.everything();
    browser.does(0, Message::TookInRecords(answers));
    assert_eq!((browser.everything(), marker.len()), (marker, 1));
    browser.does(0, Message::TookInRecords(backup));
    browser.close(0);
    assert_eq!(browser.text(&name).as_deref(), Some("{}"));
    assert_eq!(browser.stored().past.len(), 2);
}

#[test]
fn answers_without_their_head_and_what_is_no_record_change_nothing() {
    let mut backup = records(&elsewhere(&[4, 2, 5]));
    backup.retain(|(slot, _)| *slot != Slot::Head);
    backup.push((Slot::Head, "no record".to_owned()));
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.does(tab, Message::TookInRecords(backup));
    assert_eq!(browser.responses(tab), "");
    assert_eq!(browser.everything(), []);
}

#[test]
fn a_practice_comes_in_where_there_is_none_of_that_name() {
    let name = || Slot::Practice("circle".to_owned());
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.does(
        tab,
        Message::TookInRecords(vec![(name(), "first".to_owned())]),
    );
    browser.does(
        tab,
        Message::TookInRecords(vec![(name(), "second".to_owned())]),
    );
    assert_eq!(browser.text(&name()).as_deref(), Some("first"));
}
