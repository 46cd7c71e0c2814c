//! Records of a practice that cannot be read: stored, and in a backup.

use super::Page;
use app::after::Message;
use app::session::{self, Notice, Part};
use records::slot::Slot;
use records::store::Problem;
use records::store::backup::Import;
use serde_json::{Map, Value, json};
use simulator::tabs::Browser;

const READABLE: &str = r#"{"version":1,"clock":1,"writer":7,"name":"A","important":false}"#;
const NEWER: &str = r#"{"version":2,"clock":1,"writer":7}"#;

fn backup(records: &[(&str, &str)]) -> String {
    let records: Map<String, Value> = records
        .iter()
        .map(|(name, text)| (format!("leadership-audit:default:{name}"), json!(text)))
        .collect();
    json!({"schema": "leadership-audit/backup", "version": 1, "records": records}).to_string()
}

#[test]
fn a_record_of_a_newer_page_makes_this_one_read_only_once_it_is_read() {
    let mut browser = Browser::new();
    browser.put(&Slot::Practice("plan".to_owned()), NEWER);
    let tab = browser.open();
    assert_eq!(browser.notices(tab), []);
    browser.does(tab, session::Message::OpenedPart(Part::Practice));
    assert_eq!(browser.notices(tab), [Notice::ReadOnly]);
    let before = browser.everything();
    browser.begins(tab, &[4]);
    assert_eq!(browser.everything(), before);
}

#[test]
fn records_of_a_backup_that_cannot_be_read_are_left_out_and_reported() {
    let mut page = Page::empty();
    page.chooses(&backup(&[
        ("practice:relationship-1-7", READABLE),
        ("practice:circle", NEWER),
        ("practice:plan", "{"),
        ("practice:mood", "of a version to come"),
    ]));
    let file = page.file();
    let Ok(Import::Backup(judged)) = file.judged else {
        panic!("{file:?}");
    };
    let mut problems: Vec<String> = judged
        .loaded
        .problems
        .iter()
        .map(|problem| match problem {
            Problem::Unreadable { slot, .. } => slot.clone(),
            other => format!("{other:?}"),
        })
        .collect();
    problems.sort_unstable();
    assert_eq!(problems, ["Newer", "practice:mood", "practice:plan"]);
    page.sends(Message::ImportedFile(page.file().key));
    let person = "leadership-audit:default:practice:relationship-1-7".to_owned();
    let practice = page.browser.everything().into_iter();
    let practice = practice.filter(|(key, _)| key.contains("practice"));
    assert_eq!(
        practice.collect::<Vec<_>>(),
        [(person, READABLE.to_owned())]
    );
}

/// A record can hold what once separated records on the way to storage.
#[test]
fn a_record_within_a_record_is_not_imported() {
    let smuggled = format!("x\u{1e}practice:plan\t{NEWER}");
    let names = format!("practice:note\u{1e}practice:plan\t{NEWER}");
    for records in [
        [("practice:note", smuggled.as_str())],
        [("practice:circle", &smuggled)],
        [(&names, READABLE)],
        [("head", &smuggled)],
        [("answer:up-trust-1", &smuggled)],
    ] {
        let mut page = Page::empty();
        page.chooses(&backup(&records));
        page.sends(Message::ImportedFile(page.file().key));
        page.sends(session::Message::OpenedPart(Part::Practice));
        assert!(page.browser.session(0).is_kept(), "{records:?}");
        let plan = page.browser.text(&Slot::Practice("plan".to_owned()));
        assert_eq!(plan, None, "{records:?}");
        page.browser.begins(0, &[4]);
        page.sends(session::Message::AskedToErase);
        page.sends(session::Message::Erased);
        page.browser.close(0);
        assert_eq!(page.browser.everything(), [], "{records:?}");
    }
}
