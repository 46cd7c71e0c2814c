//! The published schema of questionnaire files, and the table of their fields: made from what a file may hold, and true of
//! every file that the judge takes.

use authoring::{fields_table, schema_text};
use jsonschema::Validator;
use measure::instrument::{SHIPPED, parse};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::properties::questionnaire as any_questionnaire;

const PUBLISHED: &str = include_str!("../../../../schema/questionnaire.v1.json");
const PAGE: &str = include_str!("../../../../docs/instrument.md");

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(PUBLISHED).unwrap();
    jsonschema::draft202012::meta::validate(&schema).expect("a schema of draft 2020-12");
    jsonschema::draft202012::new(&schema).unwrap()
}

#[test]
fn what_is_published_is_what_the_fields_make() {
    assert!(PUBLISHED == schema_text(), "run `cargo xtask generate`");
    assert!(PAGE.contains(&fields_table()), "run `cargo xtask generate`");
}

#[test]
fn every_good_questionnaire_is_valid() {
    let validator = validator();
    proptest!(testing::cases(300), |(questionnaire in any_questionnaire())| {
        let errors: Vec<String> =
            validator.iter_errors(&questionnaire).map(|error| error.to_string()).collect();
        prop_assert!(errors.is_empty(), "{errors:?}\n{questionnaire:#}");
    });
    for example in [
        SHIPPED,
        include_str!("../../../../examples/questionnaires/listening.json"),
        include_str!("../../../../examples/questionnaires/project-habits.json"),
        include_str!("../../../../examples/questionnaires/handing-over.json"),
    ] {
        assert!(validator.is_valid(&serde_json::from_str(example).unwrap()));
    }
}

/// Everything that a value of this kind may not be.
fn wrong(value: &Value) -> Vec<Value> {
    let mut wrong = vec![json!(null), json!(true)];
    wrong.extend(match value {
        Value::String(_) => vec![json!(1), json!([]), json!(""), json!("é".repeat(1_001))],
        Value::Number(_) => vec![json!("1"), json!(-1), json!(1e9)],
        Value::Array(all) => vec![
            json!({}),
            json!("list"),
            json!(all.iter().cycle().take(5_001).collect::<Vec<_>>()),
        ],
        _ => vec![json!([]), json!("object")],
    });
    wrong
}

/// The pointers of a value and everything in it.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                pointers(value, &format!("{at}/{name}"), found);
            }
        }
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                pointers(value, &format!("{at}/{index}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn what_the_schema_refuses_the_judge_refuses() {
    let validator = validator();
    let mut good: Value = serde_json::from_str(include_str!(
        "../../../../examples/questionnaires/handing-over.json"
    ))
    .unwrap();
    good.as_object_mut().unwrap().remove("first");
    let mut all = Vec::new();
    pointers(&good, "", &mut all);
    let mut refused = 0;
    for pointer in all.iter().skip(1) {
        for value in wrong(good.pointer(pointer).unwrap()) {
            let mut bad = good.clone();
            *bad.pointer_mut(pointer).unwrap() = value.clone();
            if !validator.is_valid(&bad) {
                refused += 1;
                assert!(parse(&bad.to_string()).is_err(), "{pointer}: {value}");
            }
        }
    }
    assert!(refused > 500, "{refused}");
}
