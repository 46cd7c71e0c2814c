//! HL7's JSON Schema of FHIR R4, of which `tests/research/schema.mjs` takes the part that is used.

use super::{answered, samples};
use jsonschema::Validator;
use proptest::prelude::*;
use research::fhir::{Base, Kind, Settings, Subject, bundle};
use serde_json::{Value, json};
use testing::sheets::any_completed;
use testing::shipped;

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(include_str!("../fhir.schema.json")).unwrap();
    jsonschema::draft6::new(&schema).unwrap()
}

fn whole() -> Settings {
    Settings {
        base: Some(Base::new("https://example.org/fhir").unwrap()),
        subject: Some(Subject::new("Patient/7").unwrap()),
        kind: Kind::Transaction,
    }
}

#[test]
fn bundles_of_every_form_shape_and_setting_are_valid() {
    let validator = validator();
    for sample in samples::all() {
        for settings in [Settings::default(), whole()] {
            let text = bundle(&sample.instrument, &sample.results, &settings).to_string();
            let value = serde_json::from_str(&text).unwrap();
            assert!(validator.is_valid(&value), "{}", sample.name);
        }
    }
}

#[test]
fn the_bundle_of_any_result_is_valid() {
    let validator = validator();
    let instrument = shipped();
    proptest!(testing::cases(40), |(original in any_completed())| {
        let result = answered(&instrument, &original);
        let text = bundle(&instrument, &[result], &Settings::default()).to_string();
        let value: Value = serde_json::from_str(&text).unwrap();
        prop_assert!(validator.is_valid(&value), "{}", original.ended_at.to_rfc3339());
    });
}

#[test]
fn a_damaged_bundle_is_not() {
    let validator = validator();
    let sample = &samples::all()[0];
    let text = bundle(&sample.instrument, &sample.results, &Settings::default()).to_string();
    let good: Value = serde_json::from_str(&text).unwrap();
    for (pointer, value) in [
        ("/type", json!("heap")),
        ("/entry/0/resource/status", json!("done")),
        ("/entry/1/resource/item/0/type", json!("sentence")),
        ("/entry/3/resource/authored", json!("2026-11-21 09:06")),
        ("/entry/3/resource/answers", json!([])),
        ("/entry/4/resource/valueQuantity/value", json!("75")),
    ] {
        let mut damaged = good.clone();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        let parent = damaged.pointer_mut(parent).unwrap();
        parent
            .as_object_mut()
            .unwrap()
            .insert(name.to_owned(), value);
        assert!(!validator.is_valid(&damaged), "{pointer}");
    }
}
