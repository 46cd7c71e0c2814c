//! The largest and worst files that are accepted for judging are judged at once.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::time::{Duration, Instant};

use common::shipped;
use leadership_audit::record::import::{self, Refused};
use leadership_audit::record::sheet;

const EXPORT: &str = include_str!("fixtures/export.json");

fn refused(text: &str) -> Refused {
    let opened = import::open(text).unwrap();
    import::result(&opened, &shipped()).unwrap_err()
}

#[test]
fn the_worst_accepted_file_is_answered_at_once() {
    let fill = |piece: &dyn Fn(usize) -> String| {
        let mut filled = String::new();
        while filled.len() < 1024 * 1024 - EXPORT.len() - 200 {
            let number = filled.len();
            filled += &piece(number);
        }
        filled
    };
    let entries = |value: &'static str| fill(&|n| format!("\"n{n:x}\":{value},"));
    let before = |place: &str, text: &str| EXPORT.replacen(place, &format!("{place}{text}"), 1);
    let records = fill(&|n| format!("\"leadership-audit:a:answer:{n:x}\":\"{{\",")).replacen(
        "a:answer:0\"",
        "a:head\"",
        1,
    );
    for (case, text) in [
        ("unknown fields", before("{", &entries("0"))),
        ("unknown lists", before("{", &entries("[[[[[[[]]]]]]]"))),
        ("unknown items", before("\"responses\": {", &entries("9"))),
        (
            "unknown directions",
            before("\"directions\": {", &entries("{}")),
        ),
        (
            "unknown parts of scores",
            before("\"interval\": {", &entries("null")),
        ),
        ("notes", before("\"quality\": [", &fill(&|_| "{},".into()))),
        (
            "names",
            before("\"directions\": [", &fill(&|n| format!("\"n{n:x}\","))),
        ),
        ("nothing but space", fill(&|_| " ".into()) + EXPORT),
        ("one long list", format!("[{}0]", fill(&|_| "0,".into()))),
        (
            "broken records",
            format!(
                "{{\"schema\":\"leadership-audit/backup\",\"version\":1,\"records\":{{{records}\"x\":\"\"}}}}"
            ),
        ),
    ] {
        assert!(
            text.len() <= 1024 * 1024 && text.len() > 1_000_000,
            "{case}: {}",
            text.len()
        );
        let instrument = shipped();
        let begun = Instant::now();
        let _ = leadership_audit::store::backup::import(&text, &instrument);
        let taken = begun.elapsed();
        println!("{case}: {taken:?}");
        // A hundred milliseconds as it ships; without optimisation and on a busy machine more.
        let limit = if cfg!(debug_assertions) { 3000 } else { 100 };
        assert!(taken < Duration::from_millis(limit), "{case}: {taken:?}");
    }
}

#[test]
fn a_sheet_that_lists_too_many_items_is_refused_in_one_line() {
    let many: String = (0..5001).map(|n| format!("\"n{n}\":3,")).collect();
    let text = EXPORT.replacen("\"responses\": {", &format!("\"responses\": {{{many}"), 1);
    assert_eq!(
        refused(&text).to_string(),
        "$.responses: has more than 5000 entries"
    );
    let text = format!(
        "{{\"form\":\"full\",\"responses\":{{{}}}}}",
        many.trim_end_matches(',')
    );
    assert_eq!(
        sheet::read(&text, &shipped()).unwrap_err().to_string(),
        "$.responses: has more than 5000 entries"
    );
}

#[test]
fn a_list_or_a_map_of_more_than_5000_entries_is_not_gone_through() {
    let ids = |count: usize| (0..count).map(|n| format!("\"n{n}\",")).collect::<String>();
    let scored = |count: usize| (0..count).map(|n| format!("\"n{n}\":{{}},")).collect();
    for (place, entries, path) in [
        (
            "\"directions\": [",
            &ids as &dyn Fn(usize) -> String,
            "$.finding.directions",
        ),
        ("\"directions\": {", &scored, "$.scores.directions"),
    ] {
        // The last ones stand there already.
        let there = if path.starts_with("$.finding") { 1 } else { 3 };
        let with = |count: usize| {
            let text = entries(count - there);
            refused(&EXPORT.replacen(place, &format!("{place}{text}"), 1)).to_string()
        };
        let told = format!("{path}: has more than 5000 entries");
        assert!(!with(5000).contains(&told), "{path}");
        let lines = with(5001);
        assert!(lines.contains(&told), "{path}: {lines}");
        assert!(!lines.contains("n17"), "{path}: nothing about each of them");
    }
}
