//! The published JSON Schema of the export: made from the types, true of every export, and accepting
//! exactly what an import accepts.

use super::rounds;
use super::tampered::exported;
use jsonschema::Validator;
use measure::instrument::FormName::Full;
use measure::instrument::Instrument;
use proptest::prelude::*;
use records::import::{self, Refused};
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashSet};
use std::mem::discriminant;
use testing::sheets::any_sheet;
use testing::{answers, shipped};

const PUBLISHED: &str = include_str!("../../../../schema/result.v1.json");

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(PUBLISHED).unwrap();
    jsonschema::draft202012::meta::validate(&schema).expect("a schema of draft 2020-12");
    jsonschema::draft202012::new(&schema).unwrap()
}

#[cfg(feature = "schema")]
#[test]
fn the_published_schema_is_the_one_the_types_make() {
    assert!(
        PUBLISHED == records::document::schema_text(),
        "schema/result.v1.json is not what the types make. If the change is meant, run \
         `cargo xtask generate`."
    );
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

/// An export with every kind of score, a note, a practice, and outcomes of every kind.
fn whole() -> Value {
    let sheet = answers(&shipped(), Full, "444244444442 4444-------- 515555551555");
    let mut export = exported(sheet, 20);
    let plan = json!({"with": 1, "place": "up", "act": "help", "opener": "x", "says": "On Monday, I help A.",
        "day": "2026-11-23T12:00:00Z", "begun_at": "2026-11-21T09:00:00Z"});
    export["practice"] = json!({
        "map": [{"name": "a", "place": "up", "kind": "boss", "tie": "strong",
            "last_talk": "this_week", "important": true}],
        "circle": {"new_role": null, "from_within": true, "outside": "one", "confidential": null,
            "understands_cost": null, "last_talk": "long_ago"},
        "plan": plan,
        "weeks": [{"plan": plan, "outcome": "done", "noticed": "", "decision": "next",
            "closed_at": "2026-11-28T09:00:00Z"}],
    });
    export["rounds"] = rounds::every_kind();
    export
}

/// Pointers to every value. Of values that are alike, at the same place in entries of one list, one stands for all;
/// of responses, which differ in their ids, the first three.
fn pointers(value: &Value, pointer: &str, known: &mut BTreeSet<String>, found: &mut Vec<String>) {
    let place: Vec<&str> = pointer
        .split('/')
        .map(|part| {
            if part.parse::<usize>().is_ok() {
                "*"
            } else {
                part
            }
        })
        .collect();
    let keys = value
        .as_object()
        .map(|entries| entries.keys().collect::<Vec<_>>());
    if known.insert(format!("{place:?} {:?} {keys:?}", discriminant(value))) {
        found.push(pointer.to_owned());
    }
    let limit = if pointer == "/responses" {
        3
    } else {
        usize::MAX
    };
    match value {
        Value::Object(entries) => {
            for (key, value) in entries.iter().take(limit) {
                pointers(value, &format!("{pointer}/{key}"), known, found);
            }
        }
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                pointers(value, &format!("{pointer}/{index}"), known, found);
            }
        }
        _ => {}
    }
}

/// Values of every kind, right in one place or another.
fn pool() -> Vec<Value> {
    let texts = "x a\u{20}b en de-CH en_GB 1.0.0 1.0 up down high low middle weakest likely too_close \
        not_enough too_fast assumed estimated full short not_applicable this_week shared_habit done \
        mend nobody read_back draft fnv1a64:0123456789abcdef fnv1a64:0123456789ABCDEF 2026-11-21T09:00:00Z \
        2026-11-21T09:00:00.5Z 2026-11-21 leadership-audit/backup table sealed pulse across 0123456789abcdef";
    let mut pool: Vec<Value> = texts.split(' ').map(|text| json!(text)).collect();
    pool.extend([
        json!(""),
        json!(" "),
        json!("x".repeat(41)),
        json!("x".repeat(601)),
    ]);
    let more = json!([
        null, true, 0, 1, 2, 3, 4, 5, 12, 30, 31, 95, 100, 200, 201, -1, 0.9, 2.5, 75.0, 100.1, 9007199254740992_u64, [], {},
        ["up"], ["up", "up"], ["up", "down"], ["a b"], [7], ["low", "high"],
        ["high", "middle"], ["middle", "middle"], ["low", "middle", "high"],
        [{"code": "too_fast", "seen": 1, "of": 2}], [{"code": "too_fast", "seen": 1}],
        {"score": null, "answered": 0, "total": 12}, {"score": null}, {"a b": {}},
        {"score": null, "answered": 0, "total": 12, "band": null},
        {"kind": "not_enough", "directions": []}, {"kind": "weakest", "directions": ["up"]},
        {"kind": "not_enough", "directions": [], "likelihood": {}},
        {"kind": "likely", "directions": ["up"], "likelihood": {"up": 80, "down": 20}},
        {"kind": "likely", "directions": ["up", "down"], "likelihood": {"up": 80, "down": 20}},
        {"kind": "too_close", "directions": ["up", "down"], "likelihood": {"up": 50, "down": 50}},
        {"kind": "too_close", "directions": ["up", "up"], "likelihood": {"up": 50, "down": 50}},
        {"kind": "weakest", "directions": [], "likelihood": {}},
        {"kind": "not_enough", "directions": ["up"]}, {"up": 100}, {"up": 101}, {"up": 0.5},
        {"version": "1.0.0", "state": "reviewed"}, {"version": "1.0.0", "state": "fine"},
        [3, 9, 6, 5, 4], [3, 9, 6, 5], [3, 9, 6, 5, 2], [3, 9, 6, 5, 10],
        {"low": 1, "high": 2, "level": 0.9}, {"value": 1, "origin": "assumed"},
    ]);
    pool.extend(more.as_array().unwrap().clone());
    pool
}

/// What is tried in the place of a value: everything of its own type, and the first of each other type; all
/// for one that may be absent.
fn to_try<'a>(current: &Value, pool: &'a [Value]) -> impl Iterator<Item = &'a Value> {
    let (own, all) = (discriminant(current), current.is_null());
    let mut known = HashSet::new();
    let mut is_first = move |value: &Value| known.insert(discriminant(value));
    let values = pool.iter();
    values.filter(move |value| is_first(value) || all || discriminant(*value) == own)
}

/// Whether an import accepts the file and its practice; the faults that no schema can express, since
/// they depend on the questionnaire, the calendar, the relationship map or another number, do not count.
fn accepted(file: &Value, instrument: &Instrument) -> bool {
    let preview =
        import::open(&file.to_string()).and_then(|opened| import::result(&opened, instrument));
    let faults = match preview {
        Ok(preview) => match preview.practice {
            Some(Err(faults)) => faults,
            _ => return true,
        },
        Err(Refused::OtherInstrument(_)) => return true,
        Err(Refused::Faulty(faults)) => faults,
        Err(_) => return false,
    };
    faults.listed.iter().all(|fault| {
        let words = fault.to_string();
        let beyond = [
            "there is no such item",
            "is not part of the",
            "is not a place in the map",
        ];
        let people = fault.path.starts_with("$.rounds[") && fault.path.ends_with("].people");
        let compares = ["must be at least ", "is not "];
        people && compares.iter().any(|words_of| words.contains(words_of))
            || beyond.iter().any(|beyond| words.contains(beyond))
    })
}

#[test]
fn the_schema_accepts_exactly_what_an_import_accepts() {
    let (instrument, validator) = (shipped(), validator());
    let (whole, pool) = (whole(), pool());
    let mut found = Vec::new();
    pointers(&whole, "", &mut BTreeSet::new(), &mut found);
    let mut refused = 0;
    let mut check = |file: &Value, what: &str| {
        let valid = validator.is_valid(file);
        assert_eq!(accepted(file, &instrument), valid, "{what}");
        refused += u32::from(!valid);
    };
    check(&whole, "the whole");
    for pointer in &found {
        let current = whole.pointer(pointer).unwrap();
        for value in to_try(current, &pool) {
            let mut file = whole.clone();
            *file.pointer_mut(pointer).unwrap() = value.clone();
            check(&file, &format!("{pointer} as {value}"));
        }
        for key in ["more", "band", "score", "between"] {
            let mut file = whole.clone();
            if let Some(Value::Object(entries)) = file.pointer_mut(pointer) {
                entries.insert(key.to_owned(), Value::Null);
                check(&file, &format!("{pointer} with {key}"));
            }
        }
        if let Some((parent, key)) = pointer.rsplit_once('/') {
            let mut file = whole.clone();
            if let Some(Value::Object(entries)) = file.pointer_mut(parent) {
                entries.remove(key);
                check(&file, &format!("without {pointer}"));
            }
        }
    }
    assert!(refused > 5000, "only {refused} were refused");
}
