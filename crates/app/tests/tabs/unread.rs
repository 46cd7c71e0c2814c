//! A first visitor begins without the part that reads texts. What needs it waits, and happens late.

use app::session::Message;
use simulator::tabs::{Browser, linked};

#[test]
fn what_happens_before_the_reader_has_arrived_is_read_once_it_has() {
    let mut browser = Browser::new();
    let tabs = [browser.open_without_parts(), browser.open_without_parts()];
    browser.begins(0, &[4, 5, 3]);
    browser.settle();
    assert_eq!(browser.session(1).answered(), 0, "it waits");
    assert!(browser.session(1).waits_for_reader());
    // In ignorance of the first, which continues in ignorance of this one.
    browser.begins(1, &[2]);
    browser.answers_unheard(0, 20, 1);
    browser.settle();
    for tab in tabs {
        for message in linked() {
            browser.links(tab, message);
        }
    }
    browser.settle();
    let there = browser.stored_responses();
    assert_eq!(browser.responses(0), there);
    assert_eq!(browser.responses(1), there);
    assert!(there.starts_with('2'), "the audit that began last: {there}");
    assert!(!browser.session(1).waits_for_reader());
}

#[test]
fn a_deletion_is_undone_once_the_reader_has_arrived() {
    let mut browser = Browser::new();
    let tab = browser.open_without_parts();
    browser.begins(tab, &[4, 5, 3]);
    let before = browser.stored_responses();
    browser.erases_unheard(tab);
    assert!(browser.session(tab).wants_reader(), "it can be undone");
    browser.takes(tab, Message::UndidErase);
    assert_eq!(browser.session(tab).answered(), 0, "it waits");
    for message in linked() {
        browser.links(tab, message);
    }
    browser.settle();
    assert_eq!(browser.stored_responses(), before);
    assert_eq!(browser.session(tab).answered(), 3);
}
