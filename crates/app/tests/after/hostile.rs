//! Records of a practice that cannot be read: stored, and in a backup.

use std::rc::Rc;

use super::{Page, result, text};
use app::after::Message;
use app::session::{self, Notice, Part};
use measure::instrument::FormName;
use measure::time::UnixMs;
use records::past::PastResult;
use records::practice::{Kind, Tie};
use records::slot::Slot;
use records::store::Problem;
use records::store::backup::Import;
use records::stored::{AuditStamp, Began, MAX_CLOCK, OfAudit, Phase, Run, Stamp, Writer};
use serde_json::{Map, Value, json};
use simulator::practice::{Tabs, names};
use simulator::tabs::Browser;
use testing::shipped;

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
    let practice = page.browser.everything().into_iter();
    let practice = practice.filter(|(key, _)| key.contains("practice"));
    let names: Vec<String> = practice.map(|(key, _)| key).collect();
    let person = "leadership-audit:default:practice:relationship-1-7";
    assert_eq!(names, [person]);
}

/// What is in a backup of another page must not decide how late the writes of this one are.
#[test]
fn what_is_written_after_an_import_with_the_largest_clock_stays() {
    for (clock, people) in [
        (1, 4),
        (MAX_CLOCK / 2, 4),
        (MAX_CLOCK, 4),
        (MAX_CLOCK + 1, 3),
    ] {
        let name = format!("practice:relationship-{clock}-7");
        let text = READABLE.replace("\"clock\":1", &format!("\"clock\":{clock}"));
        let answer = format!(
            r#"{{"version":1,"began":{clock},"clock":{clock},"writer":7,"value":4,"active_ms":5}}"#
        );
        let head = OfAudit {
            stamp: AuditStamp {
                began: Began(clock),
                written: Stamp {
                    clock,
                    writer: Writer(7),
                },
            },
            value: Phase::Answering(run()),
        };
        let records = [
            (name.as_str(), text.as_str()),
            ("head", &head.to_text()),
            ("answer:up-candour-1", &answer),
        ];
        let mut tabs = Tabs::one();
        let file = backup(&records);
        tabs.sends(0, Message::ChoseFiles(vec![file.len() as u64]).into());
        tabs.sends(0, Message::ReadFile("file.json".to_owned(), file).into());
        let key = tabs.browser.after(0).files.all()[0].key;
        tabs.sends(0, Message::ImportedFile(key).into());
        for name in ["B", "C", "D"] {
            tabs.adds(0, name, Kind::Peer, Tie::Strong);
        }
        assert_eq!(names(&tabs.reloaded()).len(), people, "{clock}");
        tabs.browser.does(0, session::Message::Continued);
        tabs.browser.presses(0, &[2]);
        let before = tabs.browser.responses(0);
        tabs.browser.close(0);
        let tab = tabs.browser.open();
        assert_eq!(tabs.browser.notices(tab), [], "{clock}");
        assert_eq!(tabs.browser.responses(tab), before, "{clock}");
    }
}

fn run() -> Run {
    let instrument = shipped();
    Run {
        form: FormName::Full,
        started_at: UnixMs(1_795_251_600_000),
        carried_ms: 0,
        moves_on: true,
        instrument: instrument.id.to_string(),
        hash: instrument.hash(),
    }
}

/// A result in storage, in a backup and within a loop is held to what a file is held to.
#[test]
fn a_stored_result_is_judged_as_one_in_a_file() {
    let good = text(&result(3, 2_000_000));
    for (from, to) in [
        (
            "\"version\": \"1.0.0\"",
            "\"version\": \"1.0.0;=cmd|' /C calc'!A0\"",
        ),
        ("\"language\": \"en\"", "\"language\": \"en\\u202e\""),
        ("\"state\": \"draft\"", "\"state\": \"=1\""),
        ("\"generator\": {", "\"generator\": 7, \"other\": {"),
        ("\"name\": \"leadership-audit\"", "\"name\": \"\\u200b\""),
        (
            "\"active_seconds\": 300",
            "\"active_seconds\": 9007199254740991",
        ),
        ("1970-01-24T03:33:20Z", "1970-01-24T03:33:60Z"),
    ] {
        let bad = good.replacen(from, to, 1);
        assert_ne!(bad, good, "{from}");
        let mut page = Page::empty();
        page.chooses(&bad);
        assert!(page.file().judged.is_err(), "as a file: {to}");
        page.chooses(&backup(&[
            ("result", &bad),
            ("past:19700124T033320Z-0", &bad),
        ]));
        let file = page.file();
        let Ok(Import::Backup(judged)) = file.judged else {
            panic!("{file:?}");
        };
        assert_eq!(judged.loaded.result, None, "in a backup: {to}");
        assert_eq!(judged.loaded.past, [], "in a backup: {to}");
        assert_eq!(judged.loaded.problems.len(), 2, "{to}");
        assert!(!loop_of(&bad).contains("document"), "in a loop: {to}");
    }
    assert!(loop_of(&good).contains("document"));
}

/// What is stored of a loop in a backup that began with this result.
fn loop_of(document: &str) -> String {
    let pieces: Vec<&str> = document.split_inclusive('\n').collect();
    let moment = "1970-01-24T03:33:20Z";
    let running = json!({
        "version": 1, "clock": 1, "writer": 7, "since": moment, "offer_at": moment,
        "ended_at": moment, "document": pieces,
    });
    let mut page = Page::empty();
    page.chooses(&backup(&[("practice:loop", &running.to_string())]));
    page.sends(Message::ImportedFile(page.file().key));
    let stored = page.browser.text(&Slot::Practice("loop".to_owned()));
    stored.expect("the loop itself is imported")
}

/// The name of a result in a backup decides where it is among the others, so it is made anew.
#[test]
fn a_result_of_a_backup_gets_the_name_that_it_would_have_here() {
    let good = text(&result(3, 2_000_000));
    let mut page = Page::empty();
    page.chooses(&backup(&[("past:zzz", &good)]));
    page.sends(Message::ImportedFile(page.file().key));
    let past = &page.browser.session(0).past;
    assert_eq!(past.len(), 1);
    assert_eq!(
        **past,
        [Rc::new(PastResult::of(&shipped(), &result(3, 2_000_000)))]
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
