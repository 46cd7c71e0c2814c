//! The reader of result texts: complete files are accepted, and every fault is reported with its
//! path.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::pedantic,
    clippy::unwrap_used,
    reason = "test code"
)]

use measure::scoring::Band;
use records::texts::{Texts, parse};
use serde_json::Value;
use testing::{shipped, small};

const SHIPPED: &str = include_str!("../../../content/result-texts.en.json");

fn texts() -> Texts {
    parse(SHIPPED).unwrap_or_else(|faults| panic!("{faults}"))
}

#[test]
fn texts_belong_to_one_instrument() {
    assert!(texts().fits(&shipped()));
    assert!(!texts().fits(&small(2, |text| text)));
    assert_eq!(texts().direction("trust", Band::Steady), None);
    assert_eq!(texts().facet("up", Band::Steady), None);
}

#[test]
fn every_fault_is_reported_with_its_path() {
    for (from, to, faults) in [
        ("{\n", "[]\n", "$: trailing characters at line 2 column 3"),
        (
            "leadership-audit/texts",
            "leadership-audit/result",
            "$.schema: is not \"leadership-audit/texts\"",
        ),
        ("\"version\": 1", "\"version\": 2", "$.version: is not 1"),
        (
            "\"version\": 1,",
            "",
            "$.version: is missing; expected a whole number of 0 or more",
        ),
        (
            "\"leadership-relationships\"",
            "7",
            "$.instrument: expected a text, found a number",
        ),
        (
            "\"facets\": {",
            "\"facets\": {\"other\": {\"uneven\": {\"picture\": \" \", \"cost\": \"C.\"}},",
            "$.facets.other.strained: is missing; expected an object\n\
             $.facets.other.uneven.picture: is empty\n\
             $.facets.other.uneven.move: is missing; expected a text\n\
             $.facets.other.steady: is missing; expected an object",
        ),
        (
            "\"directions\": {",
            "\"directions\": {\"other\": [],",
            "$.directions.other: expected an object, found a list",
        ),
        (
            "\"directions\"",
            "\"scales\"",
            "$.directions: is missing; expected an object",
        ),
    ] {
        assert!(SHIPPED.contains(from), "{from}");
        let text = SHIPPED.replacen(from, to, 1);
        let reported = parse(&text).map(|_| "accepted").unwrap_err().to_string();
        assert_eq!(reported, faults, "{to}");
    }
    assert_eq!(
        parse("[]").unwrap_err().to_string(),
        "$: expected an object, found a list"
    );
}

#[test]
fn each_missing_paragraph_is_reported_once() {
    let shipped: Value = serde_json::from_str(SHIPPED).unwrap();
    for group in ["directions", "facets"] {
        for id in shipped[group].as_object().unwrap().keys() {
            for band in Band::ALL.map(Band::as_str) {
                let mut texts = shipped.clone();
                texts[group][id].as_object_mut().unwrap().remove(band);
                let reported = parse(&texts.to_string()).unwrap_err().to_string();
                let path = format!("$.{group}.{id}.{band}");
                assert_eq!(reported, format!("{path}: is missing; expected an object"));
            }
        }
    }
}

#[test]
fn unknown_fields_are_ignored() {
    let noted = SHIPPED
        .replacen("{", "{\"note\": [1],", 1)
        .replace("\"picture\"", "\"note\": 1, \"picture\"");
    assert_eq!(parse(&noted), Ok(texts()));
}
