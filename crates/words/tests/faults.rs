//! What is wrong with a file or a questionnaire has its own words in every language, and nothing of what
//! was found is lost in them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "test code")]

use std::collections::BTreeSet;

use json::{Fault, FaultKind, Faults};
use measure::instrument;
use records::import::{self, Refused};
use testing::shipped;
use words::native::{english, language};

/// The faults of files, each as JSON that has it.
const FILES: [(&str, &str); 9] = [
    ("[1,", "$: Line 1, column 4: the text ends too early."),
    (
        r#"{"a":1,"a":2}"#,
        "$: Line 1, column 13: the field “a” occurs twice.",
    ),
    ("[1]", "It is not an object. What is in it: a list."),
    (
        "{}",
        "It doesn’t say what it is. What can be opened: leadership-audit/result or leadership-audit/backup.",
    ),
    (
        r#"{"schema":"x"}"#,
        "The file says that it is “x”. What can be opened: leadership-audit/result or leadership-audit/backup.",
    ),
    (
        r#"{"schema":"leadership-audit/result","version":99}"#,
        "The file has version 99, and this page reads version 1.",
    ),
    (
        r#"{"schema":"leadership-audit/result","version":"1"}"#,
        "$.version: What belongs here: a whole number of 0 or more. What is here: a text.",
    ),
    (
        r#"{"schema":"leadership-audit/result"}"#,
        "$.version: This field is missing. What belongs here: a whole number of 0 or more.",
    ),
    (
        r#"{"schema":"leadership-audit/result","version":0}"#,
        "$.version: There is no version of this number.",
    ),
];

fn refused(text: &str) -> Refused {
    let opened = import::open(text);
    opened
        .and_then(|opened| import::result(&opened, &shipped()))
        .unwrap_err()
}

#[test]
fn a_refused_file_is_explained_in_words_of_the_language() {
    for (text, line) in FILES {
        let lines = english().faults().refused(&refused(text));
        assert_eq!(lines.first().map(String::as_str), Some(line), "{text}");
    }
}

#[test]
fn a_faulty_questionnaire_has_a_line_for_each_fault_with_its_place() {
    let words = english().faults();
    let cut = instrument::parse(r#"{"id": "a b", "version": "1", "language": "en"}"#).unwrap_err();
    let lines = words.lines(&cut);
    assert_eq!(lines.len(), cut.listed.len());
    assert_eq!(
        lines[0],
        "$.id: “a b” is not an id. An id has 1 to 64 of the characters A–Z, a–z, 0–9, “.”, “_” and “-”."
    );
    assert_eq!(lines[1], "$.version: “1” is not a version such as 1.0.0.");
    for (line, fault) in lines.iter().zip(&cut.listed) {
        assert!(line.starts_with(&format!("{}: ", fault.path)), "{line}");
    }
}

/// By the developers' English two faults differ, and so they do in the words of the language.
#[test]
fn faults_that_differ_are_told_apart() {
    let kinds = [
        FaultKind::Empty,
        FaultKind::TooLarge(5),
        FaultKind::TooLong(5),
        FaultKind::TooMany(5),
        FaultKind::EntryCount(5),
        FaultKind::Below(5),
        FaultKind::Above(5),
        FaultKind::TooFewPeople(5),
        FaultKind::OptionCount(12),
        FaultKind::NoSuchId("x".into()),
        FaultKind::NoSuchForm("x"),
        FaultKind::NotInForm("x"),
        FaultKind::NotTheText("x"),
        FaultKind::OtherAudit("x".into()),
        FaultKind::OtherInstrument("x".into(), "1".into()),
        FaultKind::UnreleasedVersion,
        FaultKind::KeyNotAnId,
        FaultKind::NotAnOption(7),
        FaultKind::NoSuchItem,
        FaultKind::WithoutScore,
        FaultKind::BandOrder,
        FaultKind::FindingCount,
        FaultKind::FindingLikelihood,
        FaultKind::ActDoesNotFit,
        FaultKind::OutcomeFigures,
        FaultKind::NotInMap,
        FaultKind::NoRecords,
        FaultKind::NotPoints,
        FaultKind::NotAShare,
        FaultKind::NotCutOffs,
        FaultKind::Twice,
        FaultKind::NeedsOne,
    ];
    let count = kinds.len();
    let one = |kind: FaultKind| {
        let path = "$".to_owned();
        Fault { path, kind }
    };
    let listed = kinds.map(one).to_vec();
    let faults = Faults { listed, more: 0 };
    let lines: BTreeSet<String> = english().faults().lines(&faults).into_iter().collect();
    assert_eq!(lines.len(), count, "{lines:#?}");
    assert!(lines.iter().all(|line| line.len() > "$: ".len()));
}

#[test]
fn a_place_and_a_term_keep_their_order_in_a_language_from_right_to_left() {
    let words = language("ar-XB").unwrap().faults();
    let faults = instrument::parse(r#"{"id": "a b"}"#).unwrap_err();
    let line = words.lines(&faults).concat();
    assert!(line.contains("\u{2068}$.id\u{2069}"), "{line}");
    assert!(line.contains("\u{2068}a b\u{2069}"), "{line}");
    let english = english().faults();
    let line = english.lines(&faults).concat();
    assert!(!line.contains('\u{2068}'), "{line}");
    for found in ["\u{5d0} b", "\u{627}-\u{628} ", "\u{1e900} \u{1e901}"] {
        let text = format!(r#"{{"id": "{found}"}}"#);
        let line = english
            .lines(&instrument::parse(&text).unwrap_err())
            .concat();
        assert!(
            line.contains(&["\u{2068}", found.trim(), "\u{2069}"].concat()),
            "{line}"
        );
    }
}
