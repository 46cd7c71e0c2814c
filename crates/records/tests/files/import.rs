//! Importing a file: how it is identified, which faults are reported with which paths, what is
//! reported of an accepted file, and the round trip.

use measure::instrument::FormName::{Full, Short};
use measure::instrument::SHIPPED;
use proptest::prelude::*;
use records::document::ResultDocument;
use records::import::{self, FileKind, OtherFile, Preview, Refused};
use records::practice::PracticeDocument;
use testing::sheets::any_completed;
use testing::{answers, completed, shipped, small};

const EXPORT: &str = include_str!("../../../testing/fixtures/export.json");

fn read(text: &str) -> Result<Preview, Refused> {
    import::open(text).and_then(|opened| import::result(&opened, &shipped()))
}

fn refused(text: &str) -> Refused {
    read(text).expect_err(text)
}

proptest! {
    #![proptest_config(testing::cases(4000))]

    #[test]
    fn an_imported_export_is_written_again_unchanged_except_for_the_program(original in any_completed()) {
        let instrument = shipped();
        let text = ResultDocument::of(&instrument, &original).to_text();
        let ours = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
        let other = text.replacen(&ours, "\"version\": \"0.0.9-other\"", 1);
        prop_assert_ne!(&other, &text);
        let preview = read(&other).map_err(|refused| TestCaseError::fail(refused.to_string()))?;
        prop_assert_eq!(&preview.differences, &[]);
        prop_assert_eq!(preview.ignored.count, 0);
        prop_assert_eq!(&preview.practice, &None);
        prop_assert_eq!(&preview.completed, &original);
        prop_assert_eq!(&preview.provenance.version, &original.version);
        let again = ResultDocument::of(&instrument, &preview.completed).to_text();
        prop_assert_eq!(again, text);
    }
}

#[test]
fn other_files_are_identified() {
    let schema = |schema: &str| OtherFile::Schema(schema.to_owned());
    for (text, expected, words) in [
        (
            r#"{"schema":"other/thing","version":1}"#,
            schema("other/thing"),
            "$.schema: is \"other/thing\"; expected \"leadership-audit/result\" or \"leadership-audit/backup\"",
        ),
        (
            SHIPPED,
            OtherFile::Instrument,
            "$: is a questionnaire; expected",
        ),
        (
            include_str!("../../../testing/fixtures/sheet.json"),
            OtherFile::Sheet,
            "$: is a sheet of answers without times; expected",
        ),
        ("{}", OtherFile::Object, "$.schema: is missing; expected"),
        (
            r#"{"schema":7}"#,
            OtherFile::Object,
            "$.schema: is missing; expected",
        ),
        (
            r#"{"items":[],"responses":{}}"#,
            OtherFile::Object,
            "$.schema: is missing; expected",
        ),
        ("[1]", OtherFile::Value("a list"), "$: is a list; expected"),
        ("null", OtherFile::Value("null"), "$: is null; expected"),
    ] {
        let error = refused(text);
        assert_eq!(error, Refused::OtherFile(expected), "{text}");
        assert!(error.to_string().starts_with(words), "{error}");
    }
}

#[test]
fn limits_syntax_and_duplicate_keys_come_before_anything_else() {
    let long = format!("{{\"a\":\"{}\"}}", "x".repeat(5000));
    let deep = "[".repeat(17) + &"]".repeat(17);
    let huge = " ".repeat(1024 * 1024) + "1";
    for (text, expected) in [
        ("", "$: EOF while parsing"),
        (
            "instrument,version,form\r\n",
            "$: expected value at line 1 column 1",
        ),
        (&EXPORT[..200], "$: EOF while parsing"),
        (&long, "$: a text longer than 4096 bytes"),
        (&deep, "$: nested deeper than 16 levels"),
        (&huge, "$: longer than 1048576 bytes"),
        (
            r#"{"schema":"leadership-audit/result","schema":"x"}"#,
            "$: the key \"schema\" twice",
        ),
        (
            r#"{"schema":"leadership-audit/backup","records":{"a":"b","a":"c"}}"#,
            "$: the key \"a\" twice",
        ),
    ] {
        let error = refused(text);
        assert!(matches!(error, Refused::NotJson(_)), "{error}");
        assert!(error.to_string().starts_with(expected), "{error}");
    }
    // A byte order mark, which some editors write, is none of these.
    assert!(read(&format!("\u{feff}{EXPORT}")).is_ok());
}

#[test]
fn a_newer_file_is_not_judged() {
    for (schema, kind) in [("result", FileKind::Result), ("backup", FileKind::Backup)] {
        let text = format!(r#"{{"schema":"leadership-audit/{schema}","version":2,"what":[]}}"#);
        let error = refused(&text);
        assert_eq!(error, Refused::Newer { kind, version: 2 });
        assert_eq!(
            error.to_string(),
            "$.version: is 2; this page reads version 1 and is older than the file"
        );
    }
    for (version, fault) in [
        ("0", "is not a released version"),
        (
            "1.5",
            "expected a whole number of 0 or more, found a number",
        ),
        ("null", "expected a whole number of 0 or more, found null"),
    ] {
        let text = EXPORT.replacen("\"version\": 1", &format!("\"version\": {version}"), 1);
        assert_eq!(refused(&text).to_string(), format!("$.version: {fault}"));
    }
}

#[test]
fn a_result_of_another_questionnaire_is_refused_by_name() {
    let other = small(4, |text| text);
    let kept = completed(answers(&other, Full, "1234"), 50);
    let text = ResultDocument::of(&other, &kept).to_text();
    let Refused::OtherInstrument(provenance) = refused(&text) else {
        panic!("refused otherwise");
    };
    assert_eq!(
        (provenance.id.as_str(), provenance.version.as_str()),
        ("small", "1.0.0")
    );
    assert_eq!(
        (provenance.form, provenance.ended_at),
        (Full, kept.ended_at)
    );
    assert!(
        import::open(&text)
            .and_then(|opened| import::result(&opened, &other))
            .is_ok()
    );
}

#[test]
fn unknown_fields_are_ignored_and_listed() {
    let text = EXPORT
        .replacen("{\n", "{\n  \"note\": [1, {\"a\": null}],\n", 1)
        .replacen("\"name\": \"lead", "\"url\": \"u\", \"name\": \"lead", 1)
        .replacen("\"low\":", "\"middle\": 1, \"low\":", 1)
        .replacen("\"code\":", "\"words\": \"…\", \"code\":", 1);
    let preview = read(&text).unwrap();
    assert_eq!(
        preview.ignored.paths,
        [
            "$.generator.url",
            "$.scores.directions.up.interval.middle",
            "$.quality[0].words",
            "$.note",
        ]
    );
    assert_eq!((preview.ignored.count, preview.differences.len()), (4, 0));

    let many: String = (0..150).map(|n| format!("\"n{n}\":0,")).collect();
    let ignored = read(&EXPORT.replacen('{', &format!("{{{many}"), 1))
        .unwrap()
        .ignored;
    assert_eq!((ignored.count, ignored.paths.len()), (150, 100));
    assert_eq!(ignored.paths[99], "$.n99");
}

#[test]
fn a_broken_practice_does_not_affect_the_result() {
    let practice = |text: &str| {
        let text = EXPORT.replacen('{', &format!("{{\"practice\":{text},"), 1);
        let preview = read(&text).unwrap();
        assert_eq!(preview.ignored.count, 0);
        preview.practice.expect("there is one")
    };
    assert_eq!(practice("{}"), Ok(PracticeDocument::default()));
    let faults = practice(r#"{"map":[7],"weeks":{}}"#).unwrap_err();
    assert_eq!(
        faults.to_string(),
        "$.practice.map[0]: expected an object, found a number\n\
         $.practice.weeks: expected a list, found an object"
    );
}

#[test]
fn every_fault_is_reported_once_with_its_path() {
    let text = EXPORT
        .replacen("\"up-trust-1\": 4", "\"up-trust-1\": 7", 1)
        .replacen("\"id\": \"leadership-relationships\"", "\"id\": \"\"", 1)
        .replacen("\"kind\": \"weakest\"", "\"kind\": \"best\"", 1)
        .replacen("\"score\": ", "\"score\": 1", 1)
        .replacen("\"generator\": {", "\"program\": {", 1);
    let faults = refused(&text).to_string();
    let mut lines: Vec<&str> = faults.lines().collect();
    lines.sort_unstable();
    assert_eq!(
        lines,
        [
            "$.finding.kind: \"best\" is not one of weakest, too_close, not_enough",
            "$.generator: is missing; expected an object",
            "$.instrument.id: is empty",
            "$.scores.directions.up.score: expected a number from 0 to 100, found a number",
        ]
    );
}

/// What to replace in the export of a short form with every kind of score, by what, and the fault.
const BROKEN: &str = r#"
"band": "steady"      | "band": "fine"     | $.scores.directions.up.band: "fine" is not one of strained, uneven, steady
"level": 0.9          | "level": 0.95      | $.scores.directions.up.interval.level: expected 0.9, found a number
"low": 5              | "low": -5          | $.scores.directions.up.interval.low: expected a number from 0 to 100, found a number
"answered": 6         | "answered": 6.5    | $.scores.directions.up.answered: expected a whole number of 0 or more, found a number
"origin": "assumed"   | "origin": true     | $.scores.directions.up.sem.origin: expected one of assumed, estimated, found true or false
"value": 1            | "value": -1        | $.scores.directions.up.sem.value: expected a number of 0 or more, found a number
"score": 75           | "score": null      | $.scores.directions.up.band: belongs to a score, and there is none
"score":              | "scored":          | $.scores.directions.up.score: is missing; expected a number from 0 to 100
"uneven",~            | "steady",~         | $.scores.directions.up.between: is not two different bands, the lower first
"directions": []      | "directions": ["up"]  | $.finding: is not a finding: one direction for "weakest", two or more for "too_close", none for "not_enough", each once
"directions": []      | "directions": ["a b"] | $.finding.directions[0]: "a b" is not an id
"finding": {          | "found": {         | $.finding: is missing; expected an object
"up": {               | "u p": {           | $.scores.directions.u p: is not under an id
"code": "too_fast"    | "code": "too_slow" | $.quality[0].code: "too_slow" is not one of straight_lining, too_fast, many_missing
"quality": [          | "quality": [7,     | $.quality[0]: expected an object, found a number
"language": "en"      | "language": "en_GB" | $.instrument.language: "en_GB" is not a language tag like "en"
"hash": "fnv1a64:7    | "hash": "fnv1a64:0 | $.instrument: answers to "leadership-relationships" 1.0.0, which is not the questionnaire on this page"#;

#[test]
fn each_rule_of_the_format_is_checked() {
    let instrument = shipped();
    let kept = completed(answers(&instrument, Short, "444244 xxxxxx 11----"), 3);
    let text = ResultDocument::of(&instrument, &kept).to_text();
    assert_eq!(read(&text).unwrap().differences, []);
    for line in BROKEN.lines().skip(1) {
        let columns: Vec<&str> = line.split('|').map(str::trim).collect();
        let [from, to, fault] = columns[..] else {
            panic!("three columns: {line}");
        };
        // A tilde is the line break within `between`.
        let [from, to] = [from, to].map(|part| part.replace('~', "\n          \"steady\""));
        assert!(text.contains(&from), "nothing to replace: {from}");
        let error = refused(&text.replacen(&from, &to, 1)).to_string();
        assert!(error.lines().any(|line| line == fault), "{fault}\n{error}");
    }
}

#[test]
fn a_malformed_hash_is_reported_beside_other_faults() {
    let text =
        ResultDocument::of(&shipped(), &completed(answers(&shipped(), Full, "4"), 9)).to_text();
    for hash in ["fnv1a64:7", "fnv1a64:", "sha1:0123456789abcdef"] {
        let file = text
            .replace(&shipped().hash(), hash)
            .replace("\"active_seconds\": 9", "\"active_seconds\": -9");
        let error = refused(&file).to_string();
        for path in ["$.active_seconds: ", "$.instrument.hash: "] {
            assert!(error.contains(path), "{path} {error}");
        }
    }
}
