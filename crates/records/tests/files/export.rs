//! The exported result: its exact text, and reading it back.

use super::{EXPORT, SHEET, imported, text_of};
use measure::completed::Completed;
use measure::instrument::FormName::{self, Full, Short};
use measure::response::Response;
use proptest::prelude::*;
use records::document::{ResultDocument, ResultRecord, ScoredDocument};
use records::import;
use records::read::{ReadError, result};
use records::sheet;
use testing::sheets::any_completed;
use testing::{answers, completed, shipped, small};

/// The audit whose export is `fixtures/export.json`.
fn example() -> Completed {
    let read = sheet::read(SHEET, &shipped()).unwrap();
    completed(read.sheet, read.active_seconds.unwrap())
}

#[test]
fn an_export_is_written_byte_for_byte() {
    let written = text_of(&shipped(), &example());
    // The first version in quotes is that of the program, which moves on.
    let here = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    let written = written.replacen(&here, "\"version\": \"0.1.0\"", 1);
    for (line, (ours, theirs)) in written.lines().zip(EXPORT.lines()).enumerate() {
        assert_eq!(ours, theirs, "line {}", line + 1);
    }
    assert_eq!(written, EXPORT);
    assert_eq!(result(EXPORT, &shipped()), Ok(example()));
}

#[test]
fn a_document_on_one_line_is_the_same_document() {
    let document = ResultDocument::of(&shipped(), &example());
    let line = document.to_string();
    assert!(!line.contains('\n'));
    assert_eq!(json::parse(&line), json::parse(&document.to_text()));
    let opened = import::open(&line).unwrap();
    assert_eq!(opened.program(), Some("leadership-audit"));
}

#[test]
fn a_result_is_written_with_its_scores_or_without() {
    let instrument = shipped();
    let whole = text_of(&instrument, &example());
    assert_eq!(ScoredDocument::of(&instrument, &example()).to_text(), whole);
    let bare = ResultRecord::of(&instrument, &example()).to_text();
    assert!(
        whole.starts_with(bare.trim_end_matches(['\n', '}'])),
        "{bare}"
    );
    assert_eq!(result(&bare, &instrument), Ok(example()));
}

#[test]
fn an_empty_list_of_the_practice_is_left_out() {
    let written = |practice: &str| {
        let with = EXPORT.trim_end().trim_end_matches('}').to_owned();
        let preview = imported(&format!("{with}, \"practice\": {practice}}}")).unwrap();
        let practice = preview.practice.unwrap().unwrap();
        ResultDocument::of(&shipped(), &example())
            .with_practice(Some(practice))
            .to_string()
    };
    let person = r#"{"name":"A","important":false}"#;
    let some = written(&format!(r#"{{"map":[{person}]}}"#));
    assert!(
        some.contains(&format!(r#""map":[{person}]"#)) && !some.contains("weeks"),
        "{some}"
    );
    let none = written(
        r#"{"circle":{"new_role":null,"from_within":null,"outside":"one","confidential":null,
        "understands_cost":null,"last_talk":null}}"#,
    );
    assert!(!none.contains("\"map\""), "{none}");
}

#[test]
fn a_result_of_another_questionnaire_needs_a_known_form_too() {
    let text = EXPORT
        .replace("leadership-relationships", "other")
        .replace("\"form\": \"full\"", "\"form\": \"middling\"");
    let fault = result(&text, &shipped()).unwrap_err().to_string();
    let expected = "$.instrument.form: \"middling\" is not one of full, short";
    assert_eq!(fault, expected);
}

/// The ids under `responses`, in the order of the text.
fn listed(text: &str) -> Vec<String> {
    let from = text.find("\"responses\": {").expect("there are responses");
    let rest = &text[from..];
    let block = &rest[..rest.find('}').expect("they end")];
    let ids = block
        .lines()
        .skip(1)
        .filter_map(|line| line.split('"').nth(1));
    ids.map(str::to_owned).collect()
}

#[test]
fn every_item_of_the_form_is_listed_in_instrument_order() {
    let instrument = shipped();
    for form in FormName::ALL {
        let empty = completed(answers(&instrument, form, ""), 0);
        let text = text_of(&instrument, &empty);
        let mut items = instrument.form(form).unwrap().to_vec();
        items.sort_unstable();
        let ids: Vec<String> = items
            .iter()
            .map(|i| instrument.items[i.get()].id.to_string())
            .collect();
        assert_eq!(listed(&text), ids);
        assert_eq!(
            text.matches(": null,").count() + text.matches(": null\n").count(),
            ids.len() + 9
        );
    }
    // A form that asks in another order is exported in the order of the items all the same.
    let backward = small(3, |text| {
        text.replace("[\"i1\",\"i2\",\"i3\"]", "[\"i3\",\"i1\"]")
    });
    let text = text_of(&backward, &completed(answers(&backward, Full, "52"), 9));
    assert_eq!(listed(&text), ["i1", "i3"]);
    assert!(text.contains("\"i1\": 2,\n    \"i3\": 5\n"));
}

proptest! {
    #![proptest_config(testing::cases(1000))]

    #[test]
    fn what_is_written_is_read_back(original in any_completed()) {
        let instrument = shipped();
        let text = text_of(&instrument, &original);
        prop_assert_eq!(result(&text, &instrument), Ok(original.clone()));
        let tidy = text.ends_with("}\n") && !text.contains('\t') && !text.contains(" \n");
        prop_assert!(tidy, "{text}");
    }
}

#[test]
fn items_may_be_missing_and_unknown_fields_and_foreign_scores_change_nothing() {
    let instrument = shipped();
    let text = text_of(&instrument, &example())
        .replace("    \"across-alignment-2\": null,\n", "")
        .replace("\"score\": 75", "\"score\": 12")
        .replace(
            "\"kind\": \"weakest\"",
            "\"kind\": \"strongest\", \"practice\": {}",
        )
        .replacen("{\n", "{\n  \"note\": [1, {\"a\": null}],\n", 1);
    assert_eq!(result(&text, &instrument), Ok(example()));
}

#[test]
fn another_edition_of_the_questionnaire_is_named() {
    let instrument = shipped();
    let text = text_of(&instrument, &example());
    let hash = instrument.hash();
    for (from, to) in [
        ("leadership-relationships", "other"),
        (hash.as_str(), "fnv1a64:0000000000000000"),
    ] {
        let error = result(&text.replace(from, to), &instrument).expect_err(to);
        assert!(matches!(error, ReadError::OtherInstrument(_)), "{error}");
    }
    let other = text.replace("\"leadership-relationships\"", "\"other\"");
    assert_eq!(
        result(&other, &instrument).unwrap_err().to_string(),
        "$.instrument: answers to \"other\" 1.0.0, which is not the questionnaire on this page"
    );
    // Wording does not count: a patch version with the same hash is read.
    let patch = text.replacen("\"version\": \"1.0.0\"", "\"version\": \"1.0.7\"", 1);
    let read = result(&patch, &instrument).unwrap();
    let version = "1.0.7".to_owned();
    assert_eq!(
        read,
        Completed {
            version,
            ..example()
        }
    );
    assert_eq!(text_of(&instrument, &read), patch, "and written as it was");
}

#[test]
fn a_newer_result_is_not_judged() {
    let text = text_of(&shipped(), &example())
        .replace("\"version\": 1,", "\"version\": 2,")
        .replace("\"responses\"", "\"answers\"");
    let error = result(&text, &shipped()).unwrap_err();
    assert_eq!(error, ReadError::Newer(2));
    assert_eq!(
        error.to_string(),
        "$.version: is 2; this page reads version 1 and is older than the result"
    );
}

/// What to replace in the export of a short form, by what, and the fault.
const BROKEN: &str = r#"
leadership-audit/result | leadership-audit/backup | $.schema: is not "leadership-audit/result"
"schema"                | "scheme"            | $.schema: is missing; expected a text
"version": 1,           | "version": 0,       | $.version: is not a released version
"version": 1,           | "version": "1",     | $.version: expected a whole number of 0 or more, found a text
"instrument": {         | "asked": {          | $.instrument: is missing; expected an object
"form": "short"         | "form": "tiny"      | $.instrument.form: "tiny" is not one of full, short
"language": "en"        | "language": 1       | $.instrument.language: expected a text, found a number
09:00:00Z               | 09:00:00+01:00      | $.started_at: "2026-11-21T09:00:00+01:00" is not a time like "2026-11-21T09:00:00Z"
2026-11-21T09:06:10Z    | yesterday           | $.ended_at: "yesterday" is not a time like "2026-11-21T09:00:00Z"
"active_seconds": 60    | "active_seconds": 1e300 | $.active_seconds: expected a whole number of 0 or more, found a number
"responses": {          | "answers": {        | $.responses: is missing; expected an object
"up-trust-1": 4         | "up-trust-1": 6     | $.responses.up-trust-1: is not the number of a response: 1 to 5
"up-trust-1"            | "up-trust-2"        | $.responses.up-trust-2: is not part of the short form
"up-trust-1"            | "up-trust-9"        | $.responses.up-trust-9: there is no such item
"up-trust-1"            | "up-candour-1"      | $: the key "up-candour-1" twice at line 41 column 3"#;

#[test]
fn every_fault_is_reported_with_its_path() {
    let instrument = shipped();
    let good = text_of(
        &instrument,
        &completed(answers(&instrument, Short, "444244"), 60),
    );
    for [from, to, fault] in testing::table(BROKEN) {
        assert!(good.contains(from), "nothing to replace: {from}");
        let error = result(&good.replacen(from, to, 1), &instrument).expect_err(to);
        assert_eq!(error.to_string(), fault, "{from}");
    }
    let several = good
        .replace("\"form\": \"short\"", "\"form\": 1")
        .replace("\"active_seconds\": 60", "\"active_seconds\": null")
        .replace("\"ended_at\": \"2026", "\"ended_at\": \"26");
    let faults = result(&several, &instrument).unwrap_err().to_string();
    let paths: Vec<&str> = faults
        .lines()
        .filter_map(|line| line.split(':').next())
        .collect();
    assert_eq!(
        paths,
        ["$.instrument.form", "$.ended_at", "$.active_seconds"]
    );
    for (text, expected) in [
        ("[]", "$: expected an object, found a list"),
        (
            "{}",
            "$.schema: is missing; expected a text\n$.version: is missing; expected a whole number of 0 or more",
        ),
    ] {
        assert_eq!(result(text, &instrument).unwrap_err().to_string(), expected);
    }
}

#[test]
fn a_form_that_the_instrument_lacks_is_refused() {
    let only_full = small(2, |text| text);
    let text = text_of(&only_full, &completed(answers(&only_full, Full, "44"), 5));
    let text = text.replace("\"form\": \"full\"", "\"form\": \"short\"");
    assert_eq!(
        result(&text, &only_full).unwrap_err().to_string(),
        "$.instrument.form: there is no form \"short\""
    );
}

#[test]
fn not_applicable_and_left_out_are_distinct() {
    let instrument = shipped();
    let text = text_of(&instrument, &completed(answers(&instrument, Full, "x-"), 5));
    assert!(text.contains("\"up-trust-1\": \"not_applicable\",\n    \"up-candour-1\": null,"));
    let sheet = result(&text, &instrument).unwrap().sheet;
    assert_eq!(
        (sheet.get(testing::item(0)), sheet.get(testing::item(1))),
        (Some(Response::NotApplicable), None)
    );
}
