//! What a caller chooses of a Bundle: its addresses, its subject, what it is for; and what is the same in each.

use super::answered;
use super::fhir::{list, of, written};
use measure::instrument::FormName::Full;
use measure::response::ResponseSheet;
use measure::time::UnixMs;
use research::fhir::{Base, Kind, Settings, Subject, bundle};
use serde_json::Value;
use testing::{answers, completed, shipped};

#[test]
fn nobody_is_named_unless_a_subject_is() {
    let instrument = shipped();
    let mut export: Value =
        serde_json::from_str(include_str!("../../../testing/fixtures/export.json")).unwrap();
    export["practice"] = serde_json::json!({"map": [{"name": "Zebedee", "important": true}]});
    let result = research::read(&export.to_string(), &instrument).unwrap();
    let text = bundle(
        &instrument,
        std::slice::from_ref(&result),
        &Settings::default(),
    )
    .to_string();
    for word in [
        "Zebedee",
        "subject\"",
        "\"source\"",
        "author\"",
        "performer",
        "Patient",
    ] {
        assert!(!text.contains(word), "{word}");
    }
    let settings = Settings {
        subject: Some(Subject::new("Patient/7").unwrap()),
        ..Settings::default()
    };
    let bundle = written(&instrument, &[result], &settings);
    let mut about = of(&bundle, "Observation");
    about.extend(of(&bundle, "QuestionnaireResponse"));
    assert_eq!(about.len(), 9);
    for resource in about {
        assert_eq!(resource["subject"]["reference"], "Patient/7");
    }
}

#[test]
fn addresses_and_subjects_are_judged() {
    for (text, good) in [
        ("https://example.org", true),
        ("http://localhost:8080/fhir/", true),
        ("https://example.org/a%20b", true),
        ("urn:uuid:1", false),
        ("example.org", false),
        ("https://", false),
        ("https:///x", false),
        ("https://example.org/a b", false),
        ("https://example.org/?a=b", false),
        ("https://example.org/|1", false),
        ("https://example.org/\"", false),
    ] {
        assert_eq!(Base::new(text).is_ok(), good, "{text}");
    }
    for (text, good) in [
        ("Patient/1", true),
        ("https://example.org/fhir/Patient/a-b.C", true),
        ("Patient/", false),
        ("Practitioner/1", false),
        ("NotAPatient/1", false),
        ("https://example.org/fhirPatient/1", false),
        ("Patient/a b", false),
        ("Patient/a_b", false),
        (&format!("Patient/{}", "a".repeat(64)), true),
        (&format!("Patient/{}", "a".repeat(65)), false),
    ] {
        assert_eq!(Subject::new(text).is_ok(), good, "{text}");
    }
}

#[test]
fn a_transaction_creates_what_the_server_does_not_have() {
    let instrument = shipped();
    let result = answered(
        &instrument,
        &completed(answers(&instrument, Full, "12345"), 9),
    );
    let settings = Settings {
        kind: Kind::Transaction,
        ..Settings::default()
    };
    let bundle = written(&instrument, &[result], &settings);
    assert_eq!(bundle["type"], "transaction");
    for entry in list(&bundle["entry"]) {
        let (request, resource) = (&entry["request"], &entry["resource"]);
        assert_eq!(request["method"], "POST");
        assert_eq!(request["url"], resource["resourceType"]);
        let identifier = resource["identifier"].get("value");
        let identifier = identifier.or(resource["identifier"][0].get("value"));
        let known = match identifier {
            Some(urn) => format!("identifier=urn:ietf:rfc:3986%7C{}", urn.as_str().unwrap()),
            None => format!("url={}&version=1.0.0", resource["url"].as_str().unwrap()),
        };
        assert_eq!(request["ifNoneExist"], known);
    }
}

#[test]
fn a_result_that_is_there_twice_is_written_once() {
    let instrument = shipped();
    let sheet = |text: &str| completed(answers(&instrument, Full, text), 9);
    let [one, other] = ["12345", "54321"].map(|text| answered(&instrument, &sheet(text)));
    let three = written(
        &instrument,
        &[one.clone(), other.clone(), one.clone()],
        &Settings::default(),
    );
    let two = written(&instrument, &[one, other], &Settings::default());
    assert_eq!(three, two);
    assert_eq!(of(&two, "QuestionnaireResponse").len(), 2);
}

#[test]
fn the_year_0_which_fhir_lacks_is_left_out() {
    let instrument = shipped();
    let mut completed = completed(ResponseSheet::blank(&instrument, Full), 9);
    let moment = |text: &str| UnixMs::from_rfc3339(text).unwrap();
    completed.ended_at = moment("0000-12-31T23:59:59Z");
    let settings = Settings::default();
    let bundle = written(&instrument, &[answered(&instrument, &completed)], &settings);
    assert_eq!(
        of(&bundle, "QuestionnaireResponse")[0].get("authored"),
        None
    );
    completed.ended_at = moment("0001-01-01T00:00:00Z");
    let bundle = written(&instrument, &[answered(&instrument, &completed)], &settings);
    assert_eq!(
        of(&bundle, "QuestionnaireResponse")[0]["authored"],
        "0001-01-01T00:00:00Z"
    );
}
