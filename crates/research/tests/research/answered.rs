//! What is no result for a study: exactly what an import refuses or reports as different.

use measure::instrument::FormName::Full;
use records::document::ResultDocument;
use records::import;
use research::{Unfit, read};
use serde_json::{Value, json};
use testing::{answers, completed, shipped};

const EXPORT: &str = include_str!("../../../testing/fixtures/export.json");

fn changed(change: impl FnOnce(&mut Value)) -> String {
    let mut export = serde_json::from_str(EXPORT).unwrap();
    change(&mut export);
    export.to_string()
}

#[test]
fn what_an_import_refuses_is_refused_in_the_same_words() {
    let instrument = shipped();
    for text in [
        String::new(),
        "[]".to_owned(),
        EXPORT[..200].to_owned(),
        " ".repeat(json::MAX_BYTES + 1),
        measure::instrument::SHIPPED.to_owned(),
        r#"{"form": "full", "responses": {}}"#.to_owned(),
        changed(|it| it["schema"] = json!("another")),
        changed(|it| it["version"] = json!(2)),
        changed(|it| it["instrument"]["hash"] = json!("fnv1a64:0000000000000000")),
        changed(|it| it["instrument"]["form"] = json!("middling")),
        changed(|it| it["responses"]["up-trust-1"] = json!(6)),
        changed(|it| it["responses"]["nobody"] = json!(1)),
        changed(|it| it["ended_at"] = json!("yesterday")),
        changed(|it| it["scores"]["directions"]["up"]["score"] = json!(101)),
    ] {
        let imported = import::open(&text).and_then(|file| import::result(&file, &instrument));
        let refused = imported.expect_err("an import refuses it");
        let unfit = read(&text, &instrument).expect_err("it is refused");
        assert_eq!(unfit.to_string(), refused.to_string());
        assert_eq!(unfit, Unfit::Refused(refused));
    }
}

#[test]
fn a_tampered_result_is_refused_with_both_values() {
    let instrument = shipped();
    let say = |text: &str| read(text, &instrument).unwrap_err().to_string();
    let text = changed(|it| it["scores"]["directions"]["up"]["score"] = json!(99.5));
    let expected = "$.scores.directions.up.score: the file states 99.5, its answers give 75";
    assert_eq!(say(&text), expected);
    let text = changed(|it| {
        _ = it["scores"]["facets"]
            .as_object_mut()
            .unwrap()
            .remove("trust")
    });
    let told = say(&text);
    assert!(
        told.starts_with("$.scores.facets.trust: the file states nothing, its answers give {"),
        "{told}"
    );
    // Another answer moves everything that depends on it.
    let told = say(&changed(|it| it["responses"]["up-trust-1"] = json!(1)));
    for path in [
        "$.scores.directions.up.score: ",
        "$.scores.facets.trust.interval.low: ",
    ] {
        assert!(
            told.lines().any(|line| line.starts_with(path)),
            "{path}: {told}"
        );
    }
}

#[test]
fn a_backup_is_no_result() {
    let text = r#"{"schema": "leadership-audit/backup", "version": 1, "records": []}"#;
    assert_eq!(read(text, &shipped()), Err(Unfit::Backup));
}

#[test]
fn scores_that_are_missing_are_computed() {
    let instrument = shipped();
    let text = changed(|it| {
        for name in ["scores", "finding", "quality"] {
            it.as_object_mut().unwrap().remove(name);
        }
    });
    assert_eq!(read(&text, &instrument), read(EXPORT, &instrument));
}

#[test]
fn a_made_up_result_says_so_and_is_no_other_result() {
    let instrument = shipped();
    let completed = completed(answers(&instrument, Full, "12345"), 60);
    let document = ResultDocument::of(&instrument, &completed);
    let real = read(&document.to_text(), &instrument).unwrap();
    assert!(!real.made_up);
    let made_up = read(&document.made_up().to_text(), &instrument).unwrap();
    assert!(made_up.made_up);
    assert_eq!((made_up.id, made_up.completed), (real.id, real.completed));
}
