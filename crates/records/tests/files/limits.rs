//! Limits on the number of entries. `crates/app/tests/fuzz/worst.rs` judges what the largest accepted
//! files take.

use super::{EXPORT, imported, refused};
use records::practice::MAX_EXPORTED_RELATIONSHIPS;

#[test]
fn a_list_or_a_map_of_more_than_5000_entries_is_one_fault() {
    let ids = |count: usize| (0..count).map(|n| format!("\"n{n}\",")).collect::<String>();
    let scored = |count: usize| (0..count).map(|n| format!("\"n{n}\":{{}},")).collect();
    let nulls = |count: usize| (0..count).map(|n| format!("\"n{n}\":null,")).collect();
    // Where they are put, how many entries the file has there already, and how they are written.
    for (place, there, path, entries) in [
        (
            "directions\": [",
            1,
            "$.finding.directions",
            &ids as &dyn Fn(usize) -> String,
        ),
        ("directions\": {", 3, "$.scores.directions", &scored),
        ("responses\": {", 36, "$.responses", &nulls),
    ] {
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

#[test]
fn a_map_of_more_people_than_two_tabs_can_fill_is_refused() {
    let person = r#"{"name": "A", "important": false}"#;
    let practice = |people: usize| {
        let people = vec![person; people].join(",");
        let text = format!(r#"{{"map": [{people}], "weeks": []}}"#);
        let with =
            EXPORT.trim_end().trim_end_matches('}').to_owned() + ", \"practice\": " + &text + "}";
        imported(&with).unwrap().practice.unwrap()
    };
    assert_eq!(
        practice(MAX_EXPORTED_RELATIONSHIPS).unwrap().map.len(),
        MAX_EXPORTED_RELATIONSHIPS
    );
    let faults = practice(MAX_EXPORTED_RELATIONSHIPS + 1).unwrap_err();
    assert_eq!(faults.listed.len(), 1, "{faults}");
    assert_eq!(faults.listed[0].path, "$.practice.map");
}
