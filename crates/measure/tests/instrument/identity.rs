//! Ids, and which instrument a result answers.

use measure::completed::{Kept, Provenance};
use measure::instrument::{FormName, Id};
use measure::response::ResponseSheet;
use measure::time::UnixMs;
use testing::{completed, shipped};

#[test]
fn an_id_is_a_short_name_for_files_and_storage_keys() {
    for text in ["a", "Up-trust_1.2", &"x".repeat(64)] {
        assert_eq!(Id::new(text).unwrap().to_string(), text);
    }
    for text in ["", "a b", "é", "a/b", "a:b", &"x".repeat(65)] {
        assert_eq!(Id::new(text), None, "{text}");
    }
    assert_eq!(Id::default_audit().as_str(), "default");
}

#[test]
fn ids_of_moments_sort_by_second_and_differ_by_identity() {
    let id = |ms, identity| Id::from_moment(UnixMs(ms), identity);
    // FNV-1a 64 of "a", as its authors publish it.
    let expected = "20261121T090000Z-af63dc4c8601ec8c";
    assert_eq!(id(1_795_251_600_999, "a").as_str(), expected);
    assert_ne!(id(0, "a"), id(0, "b"));
    assert!(id(999_000, "b") < id(1_000_000, "a"));
}

#[test]
fn a_result_answers_an_instrument_only_by_id_and_hash() {
    let instrument = shipped();
    let sheet = ResponseSheet::blank(&instrument, FormName::Short);
    let audit = completed(sheet, 60);
    let kept = Kept::from_completed(&instrument, audit.clone());
    let expected = Provenance {
        id: "leadership-relationships".to_owned(),
        version: "1.0.0".to_owned(),
        hash: instrument.hash(),
        form: FormName::Short,
        ended_at: audit.ended_at,
    };
    assert_eq!(kept.provenance, expected);
    assert_eq!(kept.completed, Some(audit));
    assert!(expected.answers(&instrument));
    let id = Provenance {
        id: "other".to_owned(),
        ..expected.clone()
    };
    let hash = Provenance {
        hash: "fnv1a64:0".to_owned(),
        ..expected
    };
    assert!(!id.answers(&instrument) && !hash.answers(&instrument));
}
