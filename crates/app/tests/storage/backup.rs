//! A backup of the stored records, as the loader saves it where the program cannot run: read as if
//! it stood in storage, each record judged by itself.

use measure::instrument::{Id, Instrument};
use records::import::Refused;
use records::slot::Slot;
use records::store::backup::{Backup, Import, import};
use records::store::{MemoryStore, Problem, Store, load};
use serde_json::{Map, Value, json};
use simulator::practice::NOW;
use simulator::tabs::{Browser, audit, practised};
use testing::{shipped, small};

/// What the loader saves of these records.
fn saved(records: &[(String, String)]) -> String {
    let records: Map<String, Value> = records
        .iter()
        .map(|(key, text)| (key.clone(), json!(text)))
        .collect();
    let backup = json!({"schema": "leadership-audit/backup", "version": 1, "records": records});
    serde_json::to_string_pretty(&backup).unwrap() + "\n"
}

fn read(text: &str, instrument: &Instrument) -> Backup {
    match import(text, instrument) {
        Ok(Import::Backup(backup)) => *backup,
        other => panic!("{other:?}"),
    }
}

/// What a page would load from these records.
fn stored(records: &[(String, String)], instrument: &Instrument) -> records::store::Loaded {
    let store = MemoryStore::default();
    for (key, text) in records {
        store.set(key, text).unwrap();
    }
    load(&store, &audit(), instrument, NOW)
}

#[test]
fn it_holds_what_storage_held() {
    let mut browser = Browser::answering_again(&[4, 5, 3]);
    browser.does(0, practised("loop", &"x".repeat(5000)));
    let records = browser.everything();
    let longest = records.iter().map(|(_, text)| text.len()).max();
    assert!(
        longest > Some(4096),
        "a record may be longer than a string may be elsewhere"
    );
    let backup = read(&saved(&records), &shipped());
    assert_eq!(backup.loaded, stored(&records, &shipped()));
    assert_eq!(
        backup.loaded.result,
        browser.stored().result.map(|result| (*result).clone())
    );
    assert_eq!(backup.loaded.answers.len(), 3);
    assert_eq!(backup.loaded.problems, []);
    assert_eq!((backup.audit, backup.ignored.count), (audit(), 0));
}

#[test]
fn a_broken_record_costs_no_other_and_is_named() {
    let mut browser = Browser::answering_again(&[4, 5, 3]);
    let candour = Slot::Answer(Id::new("up-candour-1").unwrap());
    browser.put(&candour, "{\"version\":1,\"clock\":");
    browser.put(&Slot::Position, "");
    let backup = read(&saved(&browser.everything()), &shipped());
    let broken: Vec<&str> = backup
        .loaded
        .problems
        .iter()
        .map(|problem| match problem {
            Problem::Unreadable { slot, why } if why.to_string().starts_with("$: EOF") => {
                slot.as_str()
            }
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(broken, ["answer:up-candour-1", "position"]);
    assert!(backup.loaded.result.is_some());
    assert_eq!(backup.loaded.answers.len(), 2);

    browser.instrument = std::rc::Rc::new(small(3, |text| text));
    let foreign = read(&saved(&browser.everything()), &browser.instrument);
    assert!(foreign.loaded.problems.contains(&Problem::OtherInstrument));
    assert_eq!(
        (foreign.loaded.result, foreign.loaded.answers.len()),
        (None, 0)
    );

    browser.put(
        &Slot::Result,
        r#"{"schema":"leadership-audit/result","version":2}"#,
    );
    let newer = read(&saved(&browser.everything()), &shipped());
    assert!(newer.loaded.problems.contains(&Problem::Newer));
}

#[test]
fn the_records_may_be_of_any_one_audit() {
    let records: Vec<(String, String)> = Browser::answering_again(&[4, 5, 3])
        .everything()
        .into_iter()
        .map(|(key, text)| (key.replace(":default:", ":team.2:"), text))
        .collect();
    let backup = read(&saved(&records), &shipped());
    assert_eq!(backup.audit.as_str(), "team.2");
    assert!(backup.loaded.result.is_some());
}

#[test]
fn what_is_no_backup_is_refused_where_it_is_wrong() {
    let backup = |records: &str| {
        format!("{{\"schema\":\"leadership-audit/backup\",\"version\":1{records}}}")
    };
    for (records, expected) in [
        ("", "$.records: is missing; expected an object"),
        (
            ",\"records\":[]",
            "$.records: expected an object, found a list",
        ),
        (",\"records\":{}", "$.records: holds no record"),
        (
            ",\"records\":{\"other\":\"x\"}",
            "$.records: holds no record",
        ),
        (
            ",\"records\":{\"leadership-audit:a:head\":{}}",
            "$.records.leadership-audit:a:head: expected a text, found an object",
        ),
        (
            ",\"records\":{\"leadership-audit:a:head\":\"\",\"leadership-audit:b:head\":\"\"}",
            "$.records.leadership-audit:b:head: is not a record of \"a\", as those before it",
        ),
    ] {
        let error = import(&backup(records), &shipped()).unwrap_err();
        assert!(matches!(error, Refused::Faulty(_)), "{error}");
        assert_eq!(error.to_string(), expected);
    }
}

#[test]
fn what_it_has_beside_its_records_is_passed_over_and_named() {
    let text = saved(&Browser::answering_again(&[4, 5, 3]).everything())
        .replacen(
            "\"records\": {",
            "\"records\": {\"elsewhere:x\": \"y\", \"leadership-audit:default:mood\": \"sunny\",",
            1,
        )
        .replacen('{', "{\"saved_at\": 7,", 1);
    let backup = read(&text, &shipped());
    assert_eq!(
        backup.ignored.paths,
        [
            "$.saved_at",
            "$.records.elsewhere:x",
            "$.records.leadership-audit:default:mood"
        ]
    );
    assert_eq!(
        backup.loaded,
        stored(
            &Browser::answering_again(&[4, 5, 3]).everything(),
            &shipped()
        )
    );
}

#[test]
fn a_result_is_told_apart() {
    let export = include_str!("../../../testing/fixtures/export.json");
    assert!(matches!(import(export, &shipped()), Ok(Import::Result(_))));
}
