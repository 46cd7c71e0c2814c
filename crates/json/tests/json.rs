//! The parser of untrusted JSON: its grammar, the position of faults, and agreement with `serde_json`.
#![allow(clippy::pedantic, clippy::restriction, reason = "test code")]

use json::{Cursor, Faults, Json};
use proptest::prelude::*;

fn read(text: &str) -> Result<Json, String> {
    json::parse(text).map_err(|faults| faults.to_string())
}

#[test]
fn a_fault_says_what_and_where() {
    for (text, expected) in [
        ("", "EOF while parsing JSON at line 1 column 1"),
        (" \n x", "expected value at line 2 column 2"),
        ("tru", "EOF while parsing JSON at line 1 column 4"),
        ("trap", "expected value at line 1 column 3"),
        (
            "[1 2]",
            "expected a comma or the end of a list or an object at line 1 column 4",
        ),
        ("[1,]", "expected value at line 1 column 4"),
        ("{\"é\",", "expected `:` at line 1 column 5"),
        ("{\"a\":1,}", "key must be a string at line 1 column 8"),
        (
            "{\"a\":1,\"a\":2}",
            "the key \"a\" twice at line 1 column 13",
        ),
        (
            "\"a\tb\"",
            "control character in a string at line 1 column 3",
        ),
        (r#""\x""#, "invalid escape at line 1 column 3"),
        (r#""\u12g4""#, "invalid escape at line 1 column 6"),
        (r#""\ud83d""#, "half a surrogate pair at line 1 column 8"),
        (
            r#""\ud83d\u0041""#,
            "half a surrogate pair at line 1 column 14",
        ),
        (r#""\ud83d\n""#, "half a surrogate pair at line 1 column 9"),
        (
            r#""\udc00\ud83d""#,
            "half a surrogate pair at line 1 column 8",
        ),
        ("01", "invalid number at line 1 column 3"),
        ("1.e5", "invalid number at line 1 column 3"),
        ("1e+", "EOF while parsing JSON at line 1 column 4"),
        ("-1e400", "number out of range at line 1 column 7"),
        ("null null", "trailing characters at line 1 column 6"),
    ] {
        assert_eq!(read(text), Err(format!("$: {expected}")), "{text}");
    }
}

#[test]
fn every_word_and_every_escape_is_read() {
    let text = r#"[true, false, null, "\"\\\/\b\f\n\r\t\u00e9"]"#;
    let all = [
        Json::Bool(true),
        Json::Bool(false),
        Json::Null,
        Json::String("\"\\/\u{8}\u{c}\n\r\t\u{e9}".to_owned()),
    ];
    assert_eq!(read(text), Ok(Json::Array(all.into())));
}

#[test]
fn numbers_at_the_edges() {
    for (text, expected) in [
        ("-0", 0.0),
        ("18446744073709551616", 18_446_744_073_709_551_616.0),
        ("0.30000000000000000000000000000000000001", 0.3),
        ("1E+2", 100.0),
        ("1e-400", 0.0),
        ("0e99999999999999999999", 0.0),
        ("1.7976931348623157e308", f64::MAX),
    ] {
        let Ok(Json::Number(number)) = read(text) else {
            panic!("{text} is no number");
        };
        assert!(
            (number - expected).abs() <= expected.abs() * 1e-15,
            "{text}: {number}"
        );
    }
}

/// The same tree as parsed by `serde_json`.
fn from_serde(value: &serde_json::Value) -> Json {
    use serde_json::Value;
    match value {
        Value::Null => Json::Null,
        Value::Bool(flag) => Json::Bool(*flag),
        Value::Number(number) => Json::Number(number.as_f64().unwrap()),
        Value::String(text) => Json::String(text.clone()),
        Value::Array(values) => Json::Array(values.iter().map(from_serde).collect()),
        Value::Object(fields) => Json::Object(
            fields
                .iter()
                .map(|(key, value)| (key.clone(), from_serde(value)))
                .collect(),
        ),
    }
}

proptest! {
    #[test]
    fn texts_of_json_letters_are_read_as_serde_json_reads_them(
        text in r#"[\[\]{}":,0-9eE.+a-f\\u trnls\-]{0,12}"#,
    ) {
        let theirs = serde_json::from_str::<serde_json::Value>(&text);
        match (read(&text), theirs) {
            (Ok(ours), Ok(theirs)) if text.contains(['.', 'e', 'E']) => {
                // Digits beyond the fifteenth may differ in the last bit.
                prop_assert_eq!(ours.kind(), from_serde(&theirs).kind());
            }
            (Ok(ours), Ok(theirs)) => prop_assert_eq!(ours, from_serde(&theirs)),
            (ours, theirs) => {
                let twice = ours.as_ref().is_err_and(|fault| fault.contains("twice"));
                prop_assert!(twice || ours.is_err() && theirs.is_err(), "{:?} {:?}", ours, theirs);
            }
        }
    }

    #[test]
    fn decimals_are_the_nearest_f64(tenths in 0_u64..10_000_000, decimals in 0..7_usize) {
        let unit = 10_u64.pow(u32::try_from(decimals).unwrap());
        let text = format!("{}.{:0decimals$}", tenths / unit, tenths % unit);
        let text = if decimals == 0 { tenths.to_string() } else { text };
        prop_assert_eq!(read(&text), Ok(Json::Number(text.parse().unwrap())));
    }

    #[test]
    fn every_text_is_read_as_it_was_written(text in "\\PC{0,20}|[\\x00-\\x7f]{0,20}") {
        let written = serde_json::to_string(&text).unwrap();
        prop_assert_eq!(read(&written), Ok(Json::String(text)));
    }
}

#[test]
fn two_halves_of_a_surrogate_pair_are_one_character() {
    for (text, character) in [
        (r#""\ud83d\ude00""#, '😀'),
        (r#""\ud800\udc00""#, '\u{10000}'),
        (r#""\udbff\udfff""#, '\u{10ffff}'),
        (r#""\ud7ff""#, '\u{d7ff}'),
        (r#""\ue000""#, '\u{e000}'),
    ] {
        assert_eq!(
            read(text),
            Ok(Json::String(character.to_string())),
            "{text}"
        );
    }
}

#[test]
fn numbers_are_finite_and_zero_has_no_sign() {
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let tree = Json::Number(number);
        let mut faults = Faults::default();
        assert_eq!(Cursor::root(&tree).number(&mut faults), None);
        assert_eq!(faults.listed.len(), 1);
    }
    for (number, signed) in [(-0.0, false), (-1e-12, false), (-0.5, true)] {
        let text = Json::Number(number).to_string();
        assert_eq!(text.starts_with('-'), signed, "{text}");
    }
}
