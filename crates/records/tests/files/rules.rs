//! The rules that a file is held to are exactly those of the published schema: whatever is changed
//! in an export, both refuse it or neither does.

use std::sync::OnceLock;

use jsonschema::Validator;
use proptest::prelude::*;
use records::document::ResultDocument;
use records::import::{self, Preview, Refused};
use serde_json::{Value, json};
use testing::sheets::any_sheet;
use testing::{completed, shipped};

fn read(file: &Value) -> Result<Preview, Refused> {
    let text = file.to_string();
    import::open(&text).and_then(|opened| import::result(&opened, &shipped()))
}

fn validator() -> &'static Validator {
    static MADE: OnceLock<Validator> = OnceLock::new();
    MADE.get_or_init(|| {
        let schema = include_str!("../../../../schema/result.v1.json");
        jsonschema::draft202012::new(&serde_json::from_str(schema).unwrap()).unwrap()
    })
}

/// The pointers of every value, the root too.
fn places(value: &Value, pointer: &str, found: &mut Vec<String>) {
    found.push(pointer.to_owned());
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                places(value, &format!("{pointer}/{key}"), found);
            }
        }
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                places(value, &format!("{pointer}/{index}"), found);
            }
        }
        _ => {}
    }
}

/// Values of every kind, right in one place or another.
fn pool() -> Vec<Value> {
    let texts = [
        "",
        " ",
        "x",
        "a b",
        "en",
        "de-CH",
        "en_GB",
        "1.0.0",
        "1.0",
        "up",
        "steady",
        "strained",
        "weakest",
        "too_close",
        "not_enough",
        "too_fast",
        "assumed",
        "estimated",
        "full",
        "short",
        "not_applicable",
        "fnv1a64:0123456789abcdef",
        "fnv1a64:0123456789ABCDEF",
        "2026-11-21T09:00:00Z",
        "2026-11-21T09:00:00.5Z",
    ];
    let lists = [
        json!([]),
        json!(["up"]),
        json!(["up", "up"]),
        json!(["up", "down"]),
        json!(["a b"]),
        json!([7]),
        json!(["strained", "steady"]),
        json!(["steady", "uneven"]),
        json!(["uneven", "uneven"]),
        json!(["strained", "uneven", "steady"]),
        json!([{"code": "too_fast", "seen": 1, "of": 2}]),
        json!([{"code": "too_fast", "seen": 1}]),
    ];
    let objects = [
        json!({}),
        json!({"score": null, "answered": 0, "total": 12}),
        json!({"score": null}),
        json!({"score": null, "answered": 0, "total": 12, "band": null}),
        json!({"kind": "not_enough", "directions": []}),
        json!({"kind": "weakest", "directions": ["up"]}),
        json!({"low": 1, "high": 2, "level": 0.9}),
        json!({"value": 1, "origin": "assumed"}),
        json!({"a b": {}}),
    ];
    let plain = [
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!(5),
        json!(6),
        json!(-1),
        json!(0.9),
        json!(75.0),
        json!(100.1),
    ];
    let texts = texts.iter().map(|text| json!(text));
    texts.chain(lists).chain(objects).chain(plain).collect()
}

/// A file in which up to three things are changed, removed or added.
fn changed() -> impl Strategy<Value = Value> {
    let change = (
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        0_u8..6,
    );
    let changes = prop::collection::vec(change, 1..=3);
    (any_sheet(), 0_u64..200, changes).prop_map(|(sheet, seconds, changes)| {
        let text = ResultDocument::of(&shipped(), &completed(sheet, seconds)).to_text();
        let mut file: Value = serde_json::from_str(&text).unwrap();
        for (place, value, how) in changes {
            let mut pointers = Vec::new();
            places(&file, "", &mut pointers);
            // Few of the many places are responses, so that the rest is hit.
            let (responses, mut rest): (Vec<_>, Vec<_>) = pointers
                .into_iter()
                .partition(|pointer| pointer.starts_with("/responses/"));
            rest.extend(responses.into_iter().take(3));
            let pointer = place.get(&rest).clone();
            let value = value.get(&pool()).clone();
            let target = file.pointer_mut(&pointer).unwrap();
            match (how, target) {
                (0, Value::Object(entries)) => drop(entries.insert("more".to_owned(), value)),
                (1, Value::Object(entries)) => {
                    let key = place.get(&["band", "score", "kind", "up", "between", "sem"]);
                    entries.insert((*key).to_owned(), value);
                }
                (2 | 3, Value::Object(entries)) if !entries.is_empty() => {
                    let key = entries
                        .keys()
                        .nth(place.index(entries.len()))
                        .unwrap()
                        .clone();
                    entries.remove(&key);
                }
                (0..=3, Value::Array(values)) => values.push(value),
                (_, target) => *target = value,
            }
        }
        file
    })
}

proptest! {
    #![proptest_config(testing::cases(6000))]

    #[test]
    fn what_the_schema_refuses_is_refused_and_nothing_else(file in changed()) {
        let valid = validator().is_valid(&file);
        match read(&file) {
            Ok(_) => prop_assert!(valid, "taken in, but not valid:\n{file:#}"),
            Err(_) if !valid => {}
            // Valid, but for another questionnaire.
            Err(Refused::OtherInstrument(_)) => {}
            // Rules that hang on the questionnaire or on the calendar, which no schema has.
            Err(error) => {
                let beyond = ["$.responses", "$.started_at", "$.ended_at", "$.instrument.form"];
                for line in error.to_string().lines() {
                    prop_assert!(beyond.iter().any(|path| line.starts_with(path)), "{line}\n{file:#}");
                }
            }
        }
    }
}

/// Which numbers of directions each kind of finding names.
#[test]
fn a_finding_names_as_many_directions_as_its_kind_says() {
    let export: Value =
        serde_json::from_str(include_str!("../../../testing/fixtures/export.json")).unwrap();
    for (kind, allowed) in [
        ("weakest", [false, true, false, false]),
        ("too_close", [false, false, true, true]),
        ("not_enough", [true, false, false, false]),
    ] {
        for (count, allowed) in allowed.into_iter().enumerate() {
            let mut file = export.clone();
            let directions = &["up", "across", "down"][..count];
            file["finding"] = json!({"kind": kind, "directions": directions});
            assert_eq!(validator().is_valid(&file), allowed, "{kind}, {count}");
            assert_eq!(read(&file).is_ok(), allowed, "{kind}, {count}");
        }
    }
}
