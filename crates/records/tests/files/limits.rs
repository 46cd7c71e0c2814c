//! Limits on the number of entries. `crates/app/tests/fuzz/worst.rs` judges what the largest accepted
//! files take.

use records::import::{self, Refused};
use records::sheet;
use testing::shipped;

const EXPORT: &str = include_str!("../../../testing/fixtures/export.json");

fn refused(text: &str) -> Refused {
    let opened = import::open(text).unwrap();
    import::result(&opened, &shipped()).unwrap_err()
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
fn a_list_or_a_map_of_more_than_5000_entries_is_one_fault() {
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
        // Entries that the file has already.
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
