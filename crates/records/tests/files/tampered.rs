//! Tampered files: every score, band, interval, finding and note that does not follow from the
//! answers is reported with its path.

use super::{imported, text_of};
use measure::instrument::FormName::Full;
use measure::response::ResponseSheet;
use records::import::{Difference, Preview, Refused};
use serde_json::{Value, json};
use testing::{answers, completed, shipped};

pub(super) fn exported(sheet: ResponseSheet, seconds: u64) -> Value {
    serde_json::from_str(&text_of(&shipped(), &completed(sheet, seconds))).unwrap()
}

fn read(file: &Value) -> Result<Preview, Refused> {
    imported(&file.to_string())
}

/// Path, stated, computed.
fn told(differences: &[Difference]) -> Vec<(String, String, String)> {
    let words = |side: &Option<json::Json>| {
        side.as_ref()
            .map_or("nothing".to_owned(), ToString::to_string)
    };
    differences
        .iter()
        .map(|difference| {
            let (stated, computed) = (words(&difference.stated), words(&difference.computed));
            (difference.path.clone(), stated, computed)
        })
        .collect()
}

/// `$.a.b[0]` of `/a/b/0`.
fn path_of(pointer: &str) -> String {
    let steps = pointer.split('/').skip(1);
    steps.fold("$".to_owned(), |path, step| match step.parse::<usize>() {
        Ok(index) => format!("{path}[{index}]"),
        Err(_) => format!("{path}.{step}"),
    })
}

/// The JSON pointers of every leaf below `value`.
fn leaves(value: &Value, pointer: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                leaves(value, &format!("{pointer}/{key}"), found);
            }
        }
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                leaves(value, &format!("{pointer}/{index}"), found);
            }
        }
        _ => found.push(pointer.to_owned()),
    }
}

/// Another value that the format allows there, if there is one.
fn another(leaf: &Value, pointer: &str) -> Option<Value> {
    let name = pointer.rsplit('/').next().unwrap();
    Some(match (name, leaf) {
        // Always 0.9; tied to the other fields; null only without a score.
        ("level" | "kind", _) | (_, Value::Null) => return None,
        (_, _) if pointer.contains("/between/") => return None,
        ("answered" | "total" | "seen" | "of", number) => json!(number.as_u64()? + 1),
        ("band", band) => json!(if band == "high" { "middle" } else { "high" }),
        ("origin", _) => json!("estimated"),
        ("code", code) => json!(if code == "too_fast" {
            "many_missing"
        } else {
            "too_fast"
        }),
        (_, number) if pointer.contains("/likelihood/") => json!((number.as_u64()? + 1) % 101),
        (_, Value::Number(number)) => {
            let number = number.as_f64()?;
            json!((if number < 100.0 { number + 0.1 } else { 99.9 } * 10.0).round() / 10.0)
        }
        (_, Value::String(_)) if pointer.starts_with("/finding/directions") => json!("sideways"),
        _ => return None,
    })
}

#[test]
fn every_tampered_value_is_reported_with_its_path_and_nothing_else() {
    let mut changed = 0;
    for (sheet, seconds) in [
        ("444244444442 424444244444 424444442444", 300),
        ("111511111115 555515155555 555515551555", 300),
        ("333333333333", 1),
        ("444244444442 xxxxxxxxxxxx 424444442444", 10),
    ] {
        let good = exported(answers(&shipped(), Full, sheet), seconds);
        let mut pointers = Vec::new();
        for part in ["scores", "finding", "quality"] {
            leaves(&good[part], &format!("/{part}"), &mut pointers);
        }
        for pointer in pointers {
            let leaf = good.pointer(&pointer).unwrap();
            let Some(other) = another(leaf, &pointer) else {
                continue;
            };
            let mut tampered = good.clone();
            *tampered.pointer_mut(&pointer).unwrap() = other.clone();
            let preview = read(&tampered).unwrap_or_else(|error| panic!("{pointer}: {error}"));
            let [(path, stated, computed)] = &told(&preview.differences)[..] else {
                panic!("{pointer}: {:?}", preview.differences);
            };
            assert_eq!(path, &path_of(&pointer));
            let number = |text: &str| text.parse::<f64>().ok();
            for (told, value) in [(stated, &other), (computed, leaf)] {
                match value.as_f64() {
                    Some(value) => assert_eq!(number(told), Some(value), "{pointer}"),
                    None => assert_eq!(*told, value.to_string(), "{pointer}"),
                }
            }
            changed += 1;
        }
    }
    assert!(changed > 250, "only {changed} were changed");
}

#[test]
fn removed_and_added_values_are_reported() {
    let sheet = answers(&shipped(), Full, "444244444442 424444244444 111");
    let good = exported(sheet, 10);
    let up = &good["scores"]["directions"]["up"];
    let note = json!({"code": "straight_lining", "seen": 1, "of": 2});
    let likelihoods = [".likelihood.up", ".likelihood.across"];
    let of_a_score = [".score", ".band", ".between", ".interval", ".sem"];
    let with_count = [
        ".score",
        ".answered",
        ".band",
        ".between",
        ".interval",
        ".sem",
    ];
    let unscored = json!({"score": null, "answered": 12, "total": 12});
    // A JSON pointer, what to put there (null: nothing), and the paths below it that then differ.
    for (pointer, value, paths) in [
        ("/scores/directions/up", unscored, &of_a_score[..]),
        ("/scores/directions/down", up.clone(), &with_count),
        ("/scores/directions/sideways", up.clone(), &[""]),
        ("/scores/directions/up", Value::Null, &[""]),
        ("/scores/directions/up/between", Value::Null, &[""]),
        (
            "/scores/directions/up/between",
            json!(["low", "middle"]),
            &["[0]", "[1]"],
        ),
        ("/quality", json!([]), &["[0]", "[1]"]),
        (
            "/quality",
            json!([good["quality"][0], good["quality"][1], note]),
            &["[2]"],
        ),
        (
            "/finding",
            json!({"kind": "weakest", "directions": ["down"], "likelihood": {"up": 1, "across": 99}}),
            &[&[".kind", ".directions[0]"][..], &likelihoods].concat(),
        ),
        (
            "/finding",
            json!({"kind": "not_enough", "directions": []}),
            &[".kind", ".directions[0]", ".likelihood"],
        ),
    ] {
        let mut file = good.clone();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        let entries = file.pointer_mut(parent).unwrap().as_object_mut().unwrap();
        if value.is_null() {
            entries.remove(key);
        } else {
            entries.insert(key.to_owned(), value);
        }
        let preview = read(&file).unwrap_or_else(|error| panic!("{pointer}: {error}"));
        let mut found: Vec<String> = preview.differences.into_iter().map(|d| d.path).collect();
        let at = path_of(pointer);
        let mut expected: Vec<String> = paths.iter().map(|path| format!("{at}{path}")).collect();
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "{pointer}");
    }
    // A tampered answer shows in every score that depends on it.
    let mut file = good.clone();
    file["responses"]["up-trust-1"] = json!(1);
    let differences = told(&read(&file).unwrap().differences);
    for path in [
        "$.scores.directions.up.score",
        "$.scores.facets.trust.interval.low",
    ] {
        assert!(differences.iter().any(|told| told.0 == path), "{path}");
    }
}
