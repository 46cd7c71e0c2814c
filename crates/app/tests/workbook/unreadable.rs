//! What the workbook cannot read of a practice: damaged texts, those of a newer page, and both in a
//! backup.

use app::session::{self, Part};
use app::workbook::{Effect, Message, Page};
use records::store::Problem;
use records::store::backup::Import;
use simulator::book::Book;

#[test]
fn a_text_that_nobody_can_read_is_set_aside_by_the_session() {
    let mut book = Book::new(None);
    let mut shelf = book.book.shelf.clone();
    shelf.practice.push(("plan".to_owned(), "not JSON".into()));
    book.shown(Page::Part(Part::Practice), shelf);
    let aside = Effect::Tell {
        what: "practice-aside".to_owned(),
        text: "plan".to_owned(),
    };
    assert!(book.asked().contains(&aside));
}

#[test]
fn a_text_of_a_newer_page_is_left_to_it_by_the_session() {
    let mut book = Book::new(None);
    let mut shelf = book.book.shelf.clone();
    let newer = r#"{"version":2,"clock":1,"writer":7}"#;
    shelf.practice.push(("plan".to_owned(), newer.into()));
    book.shown(Page::Part(Part::Practice), shelf);
    let left = Effect::Tell {
        what: "practice-newer".to_owned(),
        text: String::new(),
    };
    assert_eq!(book.asked(), [left]);
    let heard = session::Message::of_workbook("practice-newer", "");
    assert_eq!(heard, Some(session::Message::FoundNewerPractice));
}

#[test]
fn of_a_backup_s_practice_what_cannot_be_read_is_left_out_and_counted() {
    let readable = r#"{"version":1,"clock":1,"writer":7,"keys":[]}"#;
    let records = serde_json::json!({
        "leadership-audit:default:practice:order": readable,
        "leadership-audit:default:practice:circle": r#"{"version":2,"clock":1,"writer":7}"#,
        "leadership-audit:default:practice:plan": "{",
        "leadership-audit:default:practice:mood": "of a page to come",
    });
    let backup = serde_json::json!({
        "schema": "leadership-audit/backup", "version": 1, "records": records,
    });
    let mut book = Book::new(None);
    book.does(Message::ChoseFile("b.json".into(), backup.to_string()));
    let file = book.book.file.clone().unwrap();
    let Ok(Import::Backup(judged)) = file.judged else {
        panic!("{file:?}");
    };
    let [Problem::Newer, Problem::Unreadable { slot, why }] = &judged.loaded.problems[..] else {
        panic!("{:?}", judged.loaded.problems);
    };
    assert_eq!(slot, "practice:plan");
    assert!(why.to_string().starts_with("$: EOF"), "{why}");
    book.does(Message::TookIn);
    let [Effect::Tell { what, text }] = &book.asked()[..] else {
        panic!("one thing is told");
    };
    assert_eq!(what, "records");
    let mut lines: Vec<&str> = text.split(session::RECORD_SEPARATOR).collect();
    lines.sort_unstable();
    let order = format!("practice:order\t{readable}");
    assert_eq!(lines, ["practice:mood\tof a page to come", &order]);
}
