//! The published JSON Schema of the export: made from the types, true of every export, and strict
//! enough to refuse a broken one.

use jsonschema::Validator;
use measure::instrument::FormName::Full;
use proptest::prelude::*;
use records::document::ResultDocument;
use serde_json::{Value, json};
use testing::sheets::any_sheet;
use testing::{answers, completed, shipped};

const PUBLISHED: &str = include_str!("../../../../schema/result.v1.json");

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(PUBLISHED).unwrap();
    jsonschema::draft202012::meta::validate(&schema).expect("a schema of draft 2020-12");
    jsonschema::draft202012::new(&schema).unwrap()
}

#[cfg(feature = "schema")]
#[test]
fn the_published_schema_is_the_one_the_types_make() {
    let made = records::document::schema_text();
    // As values: other crates of a build decide whether serde_json keeps the order of keys.
    let [published, made] = [PUBLISHED, &made].map(|text| {
        let value: Value = serde_json::from_str(text).unwrap();
        value
    });
    assert!(
        published == made,
        "schema/result.v1.json is not what the types make. If the change is meant, write it anew:\n\
         cargo run -q --example schema --features schema > schema/result.v1.json"
    );
}

/// An export as a value.
fn exported(sheet: measure::response::ResponseSheet, seconds: u64) -> Value {
    let document = ResultDocument::of(&shipped(), &completed(sheet, seconds));
    serde_json::from_str(&document.to_text()).unwrap()
}

#[test]
fn every_export_is_valid() {
    let validator = validator();
    proptest!(testing::cases(3000), |(sheet in any_sheet(), seconds in 0_u64..200)| {
        let export = exported(sheet, seconds);
        let errors: Vec<String> = validator.iter_errors(&export).map(|e| e.to_string()).collect();
        prop_assert!(errors.is_empty(), "{errors:?}\n{export:#}");
    });
}

#[test]
fn every_kind_of_export_is_valid() {
    let validator = validator();
    let x = "xxxxxxxxxxxx";
    for (case, sheet, seconds) in [
        ("nothing answered", String::new(), 0),
        ("nothing applies", format!("{x} {x} {x}"), 1),
        (
            "weakest",
            "111511111115 555515155555 515555551555".into(),
            300,
        ),
        (
            "too close",
            "444244444442 444424244444 424444442444".into(),
            300,
        ),
        ("every note", "333333333333".into(), 1),
        (
            "one does not apply",
            format!("444244444442 {x} 424444442444"),
            300,
        ),
    ] {
        let export = exported(answers(&shipped(), Full, &sheet), seconds);
        assert!(validator.is_valid(&export), "{case}");
    }
}

#[test]
fn more_may_be_added() {
    let mut export = exported(answers(&shipped(), Full, "444244444442"), 60);
    export["practice"] = json!({"map": []});
    export["generator"]["url"] = json!("https://example.org");
    export["scores"]["directions"]["up"]["percentile"] = json!(null);
    export["scores"]["directions"]["down"]["why"] = json!("too few answers");
    export["quality"][0]["words"] = json!("…");
    assert!(validator().is_valid(&export));
}

/// Where, and what stands there instead; `REMOVED` takes the field out.
const REMOVED: &str = "REMOVED";

#[test]
fn broken_exports_are_refused() {
    let validator = validator();
    // Up scored with `between`, Across not scored, Down without `between`; a note.
    let good = exported(
        answers(&shipped(), Full, "444244444442 4444-------- 515555551555"),
        60,
    );
    assert!(validator.is_valid(&good), "the original is valid");
    for (path, value) in [
        ("/schema", json!("leadership-audit/backup")),
        ("/version", json!(2)),
        ("/version", json!("1")),
        ("/generator", json!("leadership-audit 0.1.0")),
        ("/generator/version", json!(REMOVED)),
        ("/instrument/id", json!("two words")),
        ("/instrument/version", json!("1.0")),
        ("/instrument/hash", json!("fnv1a64:123")),
        ("/instrument/form", json!("medium")),
        ("/instrument/language", json!("")),
        ("/started_at", json!("2026-11-21T09:00:00+01:00")),
        ("/started_at", json!("2026-11-21 09:00:00Z")),
        ("/ended_at", json!(1_795_251_970)),
        ("/active_seconds", json!(-1)),
        ("/active_seconds", json!(1.5)),
        ("/responses", json!([4, 2])),
        ("/responses/up-trust-1", json!(0)),
        ("/responses/up-trust-1", json!(6)),
        ("/responses/up-trust-1", json!(2.5)),
        ("/responses/up-trust-1", json!("4")),
        ("/responses/up-trust-1", json!("skipped")),
        ("/responses/two words", json!(4)),
        ("/scores/directions", json!(REMOVED)),
        ("/scores/facets", json!([])),
        ("/scores/directions/up/score", json!(null)),
        ("/scores/directions/up/score", json!(100.1)),
        ("/scores/directions/up/score", json!("75.0")),
        ("/scores/directions/up/answered", json!(-1)),
        ("/scores/directions/up/total", json!(REMOVED)),
        ("/scores/directions/up/band", json!("steadily")),
        ("/scores/directions/up/band", json!(REMOVED)),
        ("/scores/directions/up/between", json!(null)),
        ("/scores/directions/up/between", json!(["steady", "uneven"])),
        ("/scores/directions/up/between", json!(["steady", "steady"])),
        ("/scores/directions/up/between", json!(["uneven"])),
        ("/scores/directions/up/interval", json!(REMOVED)),
        ("/scores/directions/up/interval/low", json!(-0.1)),
        ("/scores/directions/up/interval/high", json!(100.1)),
        ("/scores/directions/up/interval/level", json!(0.95)),
        ("/scores/directions/up/sem", json!(REMOVED)),
        ("/scores/directions/up/sem/value", json!(-9.0)),
        ("/scores/directions/up/sem/origin", json!("guessed")),
        ("/scores/directions/across/score", json!(50.0)),
        ("/scores/directions/across/score", json!(REMOVED)),
        ("/scores/directions/across/band", json!("uneven")),
        (
            "/scores/directions/across/interval",
            json!({"low": 0, "high": 1, "level": 0.9}),
        ),
        (
            "/scores/directions/across/sem",
            json!({"value": 9.0, "origin": "assumed"}),
        ),
        (
            "/scores/directions/across/between",
            json!(["uneven", "steady"]),
        ),
        ("/scores/facets/trust/score", json!(null)),
        ("/finding", json!(null)),
        ("/finding/kind", json!("strongest")),
        ("/finding/kind", json!("not_enough")),
        ("/finding/directions", json!([])),
        ("/finding/directions", json!(["up", "up"])),
        ("/finding/directions", json!([1])),
        ("/quality", json!({})),
        ("/quality/0/code", json!("too_slow")),
        ("/quality/0/seen", json!(REMOVED)),
        ("/quality/0/of", json!("36")),
    ] {
        let mut broken = good.clone();
        let (parent, field) = path.rsplit_once('/').unwrap();
        let parent = broken.pointer_mut(parent).unwrap();
        match parent {
            Value::Array(values) => values[field.parse::<usize>().unwrap()] = value.clone(),
            _ if value == json!(REMOVED) => {
                assert!(
                    parent.as_object_mut().unwrap().remove(field).is_some(),
                    "{path}"
                );
            }
            _ => parent[field] = value.clone(),
        }
        assert!(!validator.is_valid(&broken), "{path} as {value}");
    }
    for field in good.as_object().unwrap().keys() {
        let mut broken = good.clone();
        broken.as_object_mut().unwrap().remove(field);
        assert!(!validator.is_valid(&broken), "without {field}");
    }
}
