//! What is wrong with a file or a questionnaire has its own words in every language, and nothing of what
//! was found is lost in them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "test code")]

use std::collections::BTreeSet;

use json::{Expected, FaultKind, Kind, Notation, Syntax, Terms};
use measure::instrument::{self, FormName};
use measure::response::ResponseSheet;
use records::document::ResultDocument;
use records::import::{self, OtherFile, Refused};
use testing::{completed, shipped, small};
use words::native::{english, language};

/// The faults of files, each as JSON that has it.
const FILES: [(&str, &str); 11] = [
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
        r#"{"items":[],"scales":[]}"#,
        "It is a questionnaire. What can be opened: leadership-audit/result or leadership-audit/backup.",
    ),
    (
        r#"{"form":"full","responses":{}}"#,
        "It has answers without times. What can be opened: leadership-audit/result or leadership-audit/backup.",
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
    let other = small(4, |text| text);
    let result = completed(ResponseSheet::blank(&other, FormName::Full), 60);
    let text = ResultDocument::of(&other, &result).to_text();
    assert_eq!(
        english().faults().refused(&refused(&text)),
        ["It answers “small” 1.0.0, which is not the questionnaire on this page."]
    );
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

#[test]
fn each_fault_has_its_own_words_with_what_was_found() {
    let words = english().faults();
    let plain = [
        (FaultKind::Empty, words.empty()),
        (FaultKind::UnreleasedVersion, words.unreleased()),
        (FaultKind::KeyNotAnId, words.key_not_an_id()),
        (FaultKind::NoSuchItem, words.no_such_item()),
        (FaultKind::WithoutScore, words.without_score()),
        (FaultKind::BandOrder, words.band_order()),
        (FaultKind::FindingCount, words.finding_count()),
        (FaultKind::FindingLikelihood, words.finding_likelihood()),
        (FaultKind::ActDoesNotFit, words.act_does_not_fit()),
        (FaultKind::OutcomeFigures, words.outcome_figures()),
        (FaultKind::NotInMap, words.not_in_map()),
        (FaultKind::NoRecords, words.no_records()),
        (FaultKind::NotPoints, words.not_points()),
        (FaultKind::NotAShare, words.not_a_share()),
        (FaultKind::NotCutOffs, words.not_cut_offs()),
        (FaultKind::Twice, words.twice()),
        (FaultKind::NeedsOne, words.needs_one()),
    ];
    let plain = plain.map(|(kind, said)| (kind, said.to_owned()));
    let filled = [
        (FaultKind::TooLarge(5), words.too_large(5_usize)),
        (FaultKind::TooLong(5), words.too_long(5_usize)),
        (FaultKind::TooMany(5), words.too_many(5_usize)),
        (FaultKind::EntryCount(5), words.entry_count(5_usize)),
        (FaultKind::Below(5), words.below(5_u64)),
        (FaultKind::Above(5), words.above(5_u64)),
        (FaultKind::TooFewPeople(5), words.too_few_people(5_u64)),
        (FaultKind::OptionCount(12), words.option_count(12_usize)),
        (FaultKind::NotAnOption(7), words.not_an_option(7_usize)),
        (FaultKind::NoSuchId("x".into()), words.no_such_id("x")),
        (FaultKind::NoSuchForm("x"), words.no_such_form("x")),
        (FaultKind::NotInForm("x"), words.not_in_form("x")),
        (FaultKind::NotTheText("x"), words.not_this("x")),
        (FaultKind::NotTheNumber(5), words.not_this("5")),
        (FaultKind::OtherAudit("x".into()), words.other_audit("x")),
        (
            FaultKind::OtherInstrument("x".into(), "1".into()),
            words.other_instrument("x", "1"),
        ),
        (
            FaultKind::NotOneOf("x".into(), Terms(&["a", "b", "c"])),
            words.not_one_of("x", "a, b or c"),
        ),
    ];
    let mut told_apart = BTreeSet::new();
    for (kind, said) in plain.into_iter().chain(filled) {
        assert_eq!(words.text(&kind), said, "{kind:?}");
        assert!(!said.is_empty() && told_apart.insert(said), "{kind:?}");
    }
}

#[test]
fn what_belongs_in_a_place_and_what_is_there_are_both_named() {
    let words = english().faults();
    let number = words.kind_number();
    for (expected, belongs) in [
        (Expected::Object, words.kind_object()),
        (Expected::List, words.kind_list()),
        (Expected::Text, words.kind_text()),
        (Expected::Number, number),
        (Expected::Flag, words.kind_flag()),
        (Expected::Null, words.kind_null()),
        (Expected::Percents, words.expected_percents()),
        (Expected::NotNegative, words.expected_not_negative()),
        (Expected::Whole, words.expected_whole()),
        (Expected::Response, words.expected_response()),
        (Expected::Constant("100"), "100"),
        (Expected::Range(3, 9), "a number from 3 to 9"),
        (Expected::Position(4), "a position from 1 to 4"),
        (Expected::Term(Terms(&["a", "b"])), "one of these: a or b"),
    ] {
        let missing = FaultKind::Missing(expected.clone());
        assert_eq!(words.text(&missing), words.missing(belongs), "{expected:?}");
        let unexpected = FaultKind::Unexpected(expected.clone(), Kind::Number);
        let said = words.unexpected(belongs, number);
        assert_eq!(words.text(&unexpected), said, "{expected:?}");
    }
    for (found, said) in [
        (Kind::Null, words.kind_null()),
        (Kind::Flag, words.kind_flag()),
        (Kind::Number, number),
        (Kind::Text, words.kind_text()),
        (Kind::List, words.kind_list()),
        (Kind::Object, words.kind_object()),
    ] {
        let unexpected = words.text(&FaultKind::Unexpected(Expected::Whole, found));
        assert_eq!(unexpected, words.unexpected(words.expected_whole(), said));
        // A whole file of this kind.
        let refused = Refused::OtherFile(OtherFile::Value(found));
        assert_eq!(words.refused(&refused), [words.other_value(said)]);
    }
}

#[test]
fn a_text_that_is_written_otherwise_is_quoted_with_how_it_has_to_be() {
    let words = english().faults();
    for (notation, said) in [
        (Notation::Id, words.not_an_id("x", 64_usize)),
        (Notation::Version, words.not_a_version("x")),
        (Notation::Language, words.not_a_language("x")),
        (Notation::Hash, words.not_a_hash("x")),
        (Notation::Moment, words.not_a_moment("x")),
        (Notation::Key, words.not_a_key("x")),
        (Notation::Tag, words.not_a_tag("x")),
    ] {
        assert_eq!(words.text(&FaultKind::NotA(notation, "x".into())), said);
    }
}

#[test]
fn what_is_no_json_is_said_with_its_line_and_column() {
    let words = english().faults();
    let plain = [
        (Syntax::End, words.syntax_end()),
        (Syntax::Value, words.syntax_value()),
        (Syntax::Separator, words.syntax_separator()),
        (Syntax::Key, words.syntax_key()),
        (Syntax::Colon, words.syntax_colon()),
        (Syntax::Control, words.syntax_control()),
        (Syntax::Escape, words.syntax_escape()),
        (Syntax::Surrogate, words.syntax_surrogate()),
        (Syntax::Number, words.syntax_number()),
        (Syntax::NumberRange, words.syntax_number_range()),
        (Syntax::Trailing, words.syntax_trailing()),
    ];
    let plain = plain.map(|(syntax, what)| (syntax, what.to_owned()));
    let filled = [
        (
            Syntax::TooManyValues(9),
            words.syntax_too_many_values(9_usize),
        ),
        (Syntax::TooDeep(9), words.syntax_too_deep(9_usize)),
        (Syntax::LongString(9), words.syntax_long_text(9_usize)),
        // What somebody else wrote is quoted without what no reader sees.
        (
            Syntax::DuplicateKey("a\u{202e}\nb".into()),
            words.syntax_duplicate("a b"),
        ),
    ];
    for (syntax, what) in plain.into_iter().chain(filled) {
        let text = words.text(&FaultKind::Syntax(syntax, 2, 14));
        assert_eq!(text, words.syntax(2_usize, 14_usize, &what));
    }
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
