//! Importing a file: how it is identified, which faults are reported with which paths, what is
//! reported of an accepted file, and the round trip.

use super::{EXPORT, SHEET, imported, refused, text_of};
use json::Kind;
use measure::completed::Provenance;
use measure::instrument::FormName::{Full, Short};
use measure::instrument::SHIPPED;
use proptest::prelude::*;
use records::import::{self, FileKind, OtherFile, Refused};
use records::practice::PracticeDocument;
use testing::sheets::any_completed;
use testing::{answers, completed, shipped, small};

proptest! {
    #![proptest_config(testing::cases(4000))]

    #[test]
    fn an_imported_export_is_written_again_unchanged_except_for_the_program(original in any_completed()) {
        let instrument = shipped();
        let text = text_of(&instrument, &original);
        let ours = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
        let other = text.replacen(&ours, "\"version\": \"0.0.9-other\"", 1);
        prop_assert_ne!(&other, &text);
        let preview = imported(&other).map_err(|refused| TestCaseError::fail(refused.to_string()))?;
        prop_assert_eq!(&preview.differences, &[]);
        prop_assert_eq!(preview.ignored.count, 0);
        prop_assert_eq!(&preview.practice, &None);
        prop_assert_eq!(&preview.completed, &original);
        prop_assert_eq!(&preview.provenance.version, &original.version);
        let again = text_of(&instrument, &preview.completed);
        prop_assert_eq!(again, text);
    }
}

#[test]
fn a_backup_may_hold_whole_documents_as_texts_and_no_other_file_may() {
    let long = "x".repeat(5000);
    let file = |schema: &str| {
        format!(
            r#"{{"schema":"{schema}","version":1,"records":{{"leadership-audit:a:result":"{long}"}}}}"#
        )
    };
    let opened = import::open(&file("leadership-audit/backup")).unwrap();
    assert_eq!(opened.kind, FileKind::Backup);
    let other = import::open(&file("leadership-audit/result"));
    assert!(matches!(other, Err(Refused::NotJson(_))), "{other:?}");
}

#[test]
fn a_plan_is_with_somebody_on_the_map_and_its_act_suits_them() {
    let faults = |running: &str, closed: &str| {
        let plan = |with: &str| {
            format!(
                r#"{{{with},"opener":"x","day":"2026-11-23T12:00:00Z","begun_at":"2026-11-21T09:00:00Z"}}"#
            )
        };
        let practice = format!(
            r#"{{"map":[{{"name":"a","important":true}}],"plan":{},"weeks":[{{"plan":{},"outcome":"done","noticed":"",
            "decision":"next","closed_at":"2026-11-28T09:00:00Z"}}]}}"#,
            plan(running),
            plan(closed)
        );
        let with = EXPORT.trim_end().trim_end_matches('}').to_owned();
        let preview = imported(&format!("{with}, \"practice\": {practice}}}")).unwrap();
        let faults = preview.practice.unwrap().err();
        let listed = faults.map(|faults| faults.listed).unwrap_or_default();
        listed
            .iter()
            .map(|fault| fault.path.clone())
            .collect::<Vec<_>>()
    };
    let known = r#""with":1,"place":"up","act":"help""#;
    let unknown = r#""with":2,"place":"up","act":"help""#;
    let unfit = r#""with":1,"place":"up","act":"shared_habit""#;
    assert_eq!(faults(known, known), [""; 0]);
    assert_eq!(faults(unknown, known), ["$.practice.plan.with"]);
    assert_eq!(faults(known, unknown), ["$.practice.weeks[0].plan.with"]);
    assert_eq!(faults(unfit, known), ["$.practice.plan.act"]);
}

#[test]
fn a_response_to_what_is_no_id_is_one_fault() {
    for id in ["a b", "unknown"] {
        let with = format!("responses\": {{\"{id}\": 3,");
        let Refused::Faulty(faults) = refused(&EXPORT.replacen("responses\": {", &with, 1)) else {
            panic!("{id} is accepted");
        };
        assert_eq!(faults.listed.len(), 1, "{faults:?}");
    }
}

#[test]
fn other_files_are_identified() {
    let schema = OtherFile::Schema("other/thing".to_owned());
    let missing = "$.schema: is missing; expected";
    let sheet = "$: is a sheet of answers without times; expected";
    for (text, expected, words) in [
        (
            r#"{"schema":"other/thing","version":1}"#,
            schema,
            "$.schema: is \"other/thing\"; expected \"leadership-audit/result\" or \"leadership-audit/backup\"",
        ),
        (
            SHIPPED,
            OtherFile::Instrument,
            "$: is a questionnaire; expected",
        ),
        (SHEET, OtherFile::Sheet, sheet),
        ("{}", OtherFile::Object, missing),
        (r#"{"schema":7}"#, OtherFile::Object, missing),
        (r#"{"items":[],"responses":{}}"#, OtherFile::Object, missing),
        (
            "[1]",
            OtherFile::Value(Kind::List),
            "$: is a list; expected",
        ),
        ("null", OtherFile::Value(Kind::Null), "$: is null; expected"),
    ] {
        let error = refused(text);
        assert_eq!(error, Refused::OtherFile(expected), "{text}");
        assert!(error.to_string().starts_with(words), "{error}");
    }
}

#[test]
fn what_is_no_json_is_refused_before_anything_else() {
    let long = format!("{{\"a\":\"{}\"}}", "x".repeat(5000));
    for (text, expected) in [
        ("", "$: EOF while parsing"),
        (
            "instrument,form\r\n",
            "$: expected value at line 1 column 1",
        ),
        (&EXPORT[..200], "$: EOF while parsing"),
        (&long, "$: a text longer than 4096 bytes"),
        (r#"{"records":{"a":"b","a":"c"}}"#, "$: the key \"a\" twice"),
    ] {
        let error = refused(text);
        assert!(matches!(error, Refused::NotJson(_)), "{error}");
        assert!(error.to_string().starts_with(expected), "{error}");
    }
    // A byte order mark, which some editors write, is none of these.
    assert!(imported(&format!("\u{feff}{EXPORT}")).is_ok());
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
}

#[test]
fn a_result_of_another_questionnaire_is_refused_by_name() {
    let other = small(4, |text| text);
    let kept = completed(answers(&other, Full, "1234"), 50);
    let text = text_of(&other, &kept);
    let Refused::OtherInstrument(provenance) = refused(&text) else {
        panic!("refused otherwise");
    };
    assert_eq!(provenance, Provenance::from_completed(&other, &kept));
    let opened = import::open(&text).unwrap();
    assert!(import::result(&opened, &other).is_ok());
}

#[test]
fn unknown_fields_are_ignored_and_listed() {
    let text = EXPORT
        .replacen("{\n", "{\n  \"note\": [1, {\"a\": null}],\n", 1)
        .replacen("\"name\": \"lead", "\"url\": \"u\", \"name\": \"lead", 1)
        .replacen("\"low\":", "\"middle\": 1, \"low\":", 1)
        .replacen("\"code\":", "\"words\": \"…\", \"code\":", 1);
    let preview = imported(&text).unwrap();
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
    let ignored = imported(&EXPORT.replacen('{', &format!("{{{many}"), 1))
        .unwrap()
        .ignored;
    assert_eq!((ignored.count, ignored.paths.len()), (150, 100));
    assert_eq!(ignored.paths[99], "$.n99");
}

#[test]
fn a_broken_practice_does_not_affect_the_result() {
    let practice = |text: &str| {
        let text = EXPORT.replacen('{', &format!("{{\"practice\":{text},"), 1);
        let preview = imported(&text).unwrap();
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
            "$.finding.kind: \"best\" is not one of weakest, likely, too_close, not_enough",
            "$.generator: is missing; expected an object",
            "$.instrument.id: is empty",
            "$.scores.directions.up.score: expected a number from 0 to 100, found a number",
        ]
    );
}

/// What to replace in the export of a short form with every kind of score, by what, and the fault.
const BROKEN: &str = r#"
"band": "high"        | "band": "fine"     | $.scores.directions.up.band: "fine" is not one of low, middle, high
"level": 0.9          | "level": 0.95      | $.scores.directions.up.interval.level: expected 0.9, found a number
"low": 5              | "low": -5          | $.scores.directions.up.interval.low: expected a number from 0 to 100, found a number
"answered": 6         | "answered": 6.5    | $.scores.directions.up.answered: expected a whole number of 0 or more, found a number
"origin": "assumed"   | "origin": true     | $.scores.directions.up.sem.origin: expected one of assumed, estimated, found true or false
"value": 9            | "value": -9        | $.scores.directions.up.sem.value: expected a number of 0 or more, found a number
"score": 75           | "score": null      | $.scores.directions.up.band: belongs to a score, and there is none
"score":              | "scored":          | $.scores.directions.up.score: is missing; expected a number from 0 to 100
"middle",~            | "high",~           | $.scores.directions.up.between: is not two different bands, the lower first
"directions": []      | "directions": ["up"]  | $.finding: is not a finding: one direction for "weakest" and "likely", two or more for "too_close", none for "not_enough", each once
"directions": []      | "directions": [], "likelihood": {} | $.finding.likelihood: belongs to every finding but "not_enough"
"kind": "not_enough"  | "kind": "weakest"  | $.finding.likelihood: belongs to every finding but "not_enough"
"state": "draft"      | "state": "fine"    | $.instrument.wording.state: "fine" is not one of draft, read_back, reviewed
"directions": []      | "directions": ["a b"] | $.finding.directions[0]: "a b" is not an id
"finding": {          | "found": {         | $.finding: is missing; expected an object
"up": {               | "u p": {           | $.scores.directions.u p: is not under an id
"code": "too_fast"    | "code": "too_slow" | $.quality[0].code: "too_slow" is not one of straight_lining, too_fast, many_missing
"quality": [          | "quality": [7,     | $.quality[0]: expected an object, found a number
"language": "en"      | "language": "en_GB" | $.instrument.language: "en_GB" is not a language tag like "en"
"hash": "fnv1a64:8    | "hash": "fnv1a64:0 | $.instrument: answers to "leadership-relationships" 1.0.0, which is not the questionnaire on this page"#;

#[test]
fn each_rule_of_the_format_is_checked() {
    let instrument = shipped();
    let kept = completed(answers(&instrument, Short, "444244 xxxxxx 11----"), 3);
    let text = text_of(&instrument, &kept);
    assert_eq!(imported(&text).unwrap().differences, []);
    for [from, to, fault] in testing::table(BROKEN) {
        // A tilde is the line break within `between`.
        let [from, to] = [from, to].map(|part| part.replace('~', "\n          \"high\""));
        assert!(text.contains(&from), "nothing to replace: {from}");
        let error = refused(&text.replacen(&from, &to, 1)).to_string();
        assert!(error.lines().any(|line| line == fault), "{fault}\n{error}");
    }
}

#[test]
fn a_malformed_hash_is_reported_beside_other_faults() {
    let text = text_of(&shipped(), &completed(answers(&shipped(), Full, "4"), 9));
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
