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

use json::Json;
use measure::scoring::Band;
use records::texts::{Texts, parse};
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
    for group in ["directions", "facets"] {
        for id in keys(group) {
            for band in Band::ALL {
                let text = without(group, &id, band);
                let reported = parse(&text).unwrap_err().to_string();
                let path = format!("$.{group}.{id}.{}", band.as_str());
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

fn object<'a>(json: &'a mut Json, key: &str) -> &'a mut Json {
    match json {
        Json::Object(entries) => {
            let found = entries.iter_mut().find(|(name, _)| name == key);
            found.map(|(_, value)| value).expect("the key is there")
        }
        other => panic!("{} is not an object", other.kind()),
    }
}

fn keys(group: &str) -> Vec<String> {
    let mut tree = json::parse(SHIPPED).unwrap();
    match object(&mut tree, group) {
        Json::Object(entries) => entries.iter().map(|(key, _)| key.clone()).collect(),
        other => panic!("{} is not an object", other.kind()),
    }
}

/// The shipped texts without one paragraph.
fn without(group: &str, id: &str, band: Band) -> String {
    let mut tree = json::parse(SHIPPED).unwrap();
    if let Json::Object(bands) = object(object(&mut tree, group), id) {
        bands.retain(|(name, _)| name != band.as_str());
    }
    tree.to_string()
}
