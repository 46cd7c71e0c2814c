//! Scoring answers that were collected elsewhere: what is read, what is refused and how, and the
//! command that does it.

use measure::instrument::FormName;
use measure::response::Response;
use records::document::ComputedDocument;
use records::sheet::read;
use testing::{at, option, sheet, shipped};

#[test]
fn reads_answers_in_any_order_and_counts_missing_items_as_left_out() {
    let instrument = shipped();
    let text = r#"{"responses":{"down-repair-1":5,"up-trust-1":4,"up-trust-2":"not_applicable",
                   "across-trust-1":null},"form":"full"}"#;
    let read = read(text, &instrument).unwrap();
    let expected = sheet(
        &instrument,
        FormName::Full,
        [
            (at(&instrument, "up-trust-1"), option(4)),
            (at(&instrument, "up-trust-2"), Response::NotApplicable),
            (at(&instrument, "down-repair-1"), option(5)),
        ],
    );
    assert_eq!(read.sheet, expected);
    assert_eq!(read.active_seconds, None);
    assert_eq!(read.ignored, Vec::<String>::new());
}

#[test]
fn names_what_it_ignores() {
    let text = r#"{"name":"x","form":"short","active_seconds":7,"responses":{},"scores":{"up":1}}"#;
    let read = read(text, &shipped()).unwrap();
    assert_eq!(read.ignored, ["$.name", "$.scores"]);
    assert_eq!(read.active_seconds, Some(7));
    assert_eq!(read.sheet.form, FormName::Short);
}

#[test]
fn speed_is_judged_only_where_the_time_is_known() {
    let instrument = shipped();
    let answers = (0..36).map(|place| {
        let number = u64::try_from(place % 5).unwrap() + 1;
        (testing::item(place), option(number))
    });
    let sheet = sheet(&instrument, FormName::Full, answers);
    let text = |seconds| ComputedDocument::of(&instrument, &sheet, seconds).to_text();
    assert!(text(Some(71)).contains("\"too_fast\""));
    assert!(!text(Some(72)).contains("\"too_fast\""));
    assert!(!text(None).contains("\"too_fast\""));
}

#[test]
fn as_many_answers_as_an_instrument_can_have_are_read_one_by_one_and_no_more() {
    let text = |count: usize| {
        let entries: Vec<String> = (0..count).map(|n| format!("\"x{n}\":null")).collect();
        format!(r#"{{"form":"full","responses":{{{}}}}}"#, entries.join(","))
    };
    let faults = |count| read(&text(count), &shipped()).unwrap_err().to_string();
    assert!(faults(5000).contains("$.responses.x0: there is no such item"));
    assert_eq!(faults(5001), "$.responses: has more than 5000 entries");
    assert_eq!(faults(5002), "$.responses: has more than 5000 entries");
}

/// Sheet, and every fault it is refused with.
const REFUSED: &[(&str, &str, &[&str])] = &[
    ("no JSON", "form: full", &["$: expected "]),
    ("nothing", "", &["$: EOF while parsing"]),
    (
        "a key twice",
        r#"{"form":"full","responses":{"up-trust-1":1,"up-trust-1":2}}"#,
        &["$: the key \"up-trust-1\" twice"],
    ),
    ("a list", "[]", &["$: expected an object, found a list"]),
    (
        "nothing in it",
        "{}",
        &[
            "$.form: is missing; expected one of full, short",
            "$.responses: is missing; expected an object",
        ],
    ),
    (
        "no such form, and answers that are wrong in any form",
        r#"{"form":"long","responses":{"up-trust-1":6,"sideways-1":3}}"#,
        &[
            "$.form: \"long\" is not one of full, short",
            "$.responses.up-trust-1: is not the number of a response: 1 to 5",
            "$.responses.sideways-1: there is no such item",
        ],
    ),
    (
        "an item of the other form",
        r#"{"form":"short","responses":{"up-trust-2":3}}"#,
        &["$.responses.up-trust-2: is not part of the short form"],
    ),
    (
        "answers of every wrong kind",
        r#"{"form":"full","responses":{"up-trust-1":0,"up-trust-2":2.5,"up-candour-1":"4",
            "up-candour-2":true,"up-repair-1":-1,"up-repair-2":[1]}}"#,
        &[
            "$.responses.up-trust-1: is not the number of a response: 1 to 5",
            "$.responses.up-trust-2: is not the number of a response: 1 to 5",
            "$.responses.up-candour-1: expected the number of a response, \"not_applicable\" or null, found a text",
            "$.responses.up-candour-2: expected the number of a response, \"not_applicable\" or null, found true or false",
            "$.responses.up-repair-1: is not the number of a response: 1 to 5",
            "$.responses.up-repair-2: expected the number of a response, \"not_applicable\" or null, found a list",
        ],
    ),
    (
        "responses as a list, time below zero",
        r#"{"form":"full","responses":[4],"active_seconds":-1}"#,
        &[
            "$.active_seconds: expected a whole number of 0 or more, found a number",
            "$.responses: expected an object, found a list",
        ],
    ),
];

#[test]
fn refuses_a_bad_sheet_with_every_fault() {
    let instrument = shipped();
    for (case, text, expected) in REFUSED {
        let faults = read(text, &instrument).unwrap_err().to_string();
        let lines: Vec<&str> = faults.lines().collect();
        assert_eq!(lines.len(), expected.len(), "{case}:\n{faults}");
        for (line, expected) in lines.iter().zip(*expected) {
            assert!(line.starts_with(expected), "{case}:\n{line}\n{expected}");
        }
    }
}
