//! The fast reader against the project's own, on texts that are whole and on texts that are not.

use measure::instrument::{FormName, Instrument};
use measure::response::{Response, ResponseSheet};
use proptest::prelude::*;
use records::document::ResultDocument;
use records::read::{ReadError, result};
use serde_json::Value;

use cohort::glance::{self, Mark};
use cohort::reader::{Outcome, Reader};
use testing::sheets::any_sheet;
use testing::{answers, completed, shipped};

/// Fields that only the careful reader looks at.
const UNREAD: [&str; 4] = [
    "$.started_at",
    "$.ended_at",
    "$.active_seconds",
    "$.instrument.language",
];

fn is_same(sheet: &ResponseSheet, marks: &[Mark]) -> bool {
    marks
        .iter()
        .enumerate()
        .all(|(index, mark)| match sheet.get(index) {
            Some(Response::Chosen(option)) => *mark == Mark::Chosen(option.get()),
            Some(Response::NotApplicable) => *mark == Mark::NotApplicable,
            None => matches!(mark, Mark::Absent | Mark::LeftOut),
        })
}

/// What the careful reader takes is taken alike; what it refuses is refused, but for faults in
/// fields that are of no use here.
fn agrees(text: &str, instrument: &Instrument) -> Result<(), TestCaseError> {
    let mut reader = Reader::new(instrument);
    let found = reader.read(text);
    match (result(text, instrument), found) {
        (Ok(read), Outcome::Sheet { form, marks }) => {
            prop_assert_eq!(read.sheet.form, form);
            prop_assert!(is_same(&read.sheet, marks), "{}", text);
        }
        (Err(ReadError::OtherInstrument(from)), Outcome::Other(other)) => {
            let found = (other.id, other.version, other.hash);
            prop_assert_eq!((from.id, from.version, from.hash), found);
        }
        (Err(ReadError::Faulty(faults)), Outcome::Sheet { .. } | Outcome::Other(_)) => {
            let of_use = faults
                .0
                .iter()
                .find(|fault| !UNREAD.contains(&fault.path.as_str()));
            prop_assert!(of_use.is_none(), "{:?}\n{}", of_use, text);
        }
        (Err(ReadError::Faulty(_) | ReadError::Newer(_)), Outcome::Unreadable(faults)) => {
            prop_assert!(!faults.is_empty());
        }
        (read, found) => prop_assert!(false, "{read:?}\n{found:?}\n{text}"),
    }
    Ok(())
}

/// The export of a sheet, indented as the widget saves it or on one line; one in five as if it
/// answered another edition.
fn any_text() -> impl Strategy<Value = String> {
    (any_sheet(), any::<bool>(), 0..5).prop_map(|(sheet, indented, edition)| {
        let document = ResultDocument::of(&shipped(), &completed(sheet, 200));
        let text = if indented {
            document.to_text()
        } else {
            document.to_string()
        };
        if edition == 0 {
            return text.replace(&shipped().hash(), "fnv1a64:0123456789abcdef");
        }
        text
    })
}

/// Parts of JSON, and words of the format, in and out of place.
const PIECES: [&str; 26] = [
    "",
    "\"",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "0",
    "6",
    "1.0",
    "3.5",
    "-1",
    "1e999",
    "true",
    "\\u0041",
    "\\",
    "\"not_applicable\"",
    "\"up-trust-1\": 2,",
    "\"up-trust-1\"",
    "\"short\"",
    "\"form\": \"full\",",
    "\"extra\": {\"a\": [1, {\"b\": \"\\n\"}]},",
    "é",
    "\u{1}",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn every_export_is_read_at_a_glance(text in any_text()) {
        let instrument = shipped();
        let mut marks = vec![Mark::Absent; instrument.items.len()];
        prop_assert!(glance::at(&text, &instrument, &mut marks).is_some());
        agrees(&text, &instrument)?;
    }

    #[test]
    fn damaged_exports_are_judged_alike(
        text in any_text(),
        wounds in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..12, prop::sample::select(&PIECES[..])), 1..4),
    ) {
        let mut damaged: Vec<char> = text.chars().collect();
        for (place, length, piece) in wounds {
            let start = place.index(damaged.len() + 1);
            let end = (start + length).min(damaged.len());
            damaged.splice(start..end, piece.chars());
        }
        agrees(&damaged.into_iter().collect::<String>(), &shipped())?;
    }

    /// Whole lines taken out, doubled or moved: most of what comes out is still JSON.
    #[test]
    fn rearranged_exports_are_judged_alike(
        sheet in any_sheet(),
        moves in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<bool>()), 1..6),
    ) {
        let text = ResultDocument::of(&shipped(), &completed(sheet, 200)).to_text();
        let mut lines: Vec<&str> = text.lines().collect();
        for (from, to, keep) in moves {
            let from = from.index(lines.len());
            let line = lines[from];
            if !keep {
                lines.remove(from);
            }
            lines.insert(to.index(lines.len() + 1), line);
        }
        agrees(&lines.join("\n"), &shipped())?;
    }
}

#[test]
fn unusual_but_whole_results_are_read_too() {
    let instrument = shipped();
    let sheet = answers(&instrument, FormName::Full, "444244 x-1");
    let text = ResultDocument::of(&instrument, &completed(sheet.clone(), 90)).to_text();
    let wide: String = (0..100).map(|n| format!("\"key{n}\": {n}, ")).collect();
    let mut turned: Value = serde_json::from_str(&text).unwrap();
    // serde_json's map sorts its keys: another order than the published one.
    turned["practice"] = serde_json::json!({"map": [{"name": "A\n\"B\""}]});
    for unusual in [
        turned.to_string(),
        text.replace("\"schema\"", "\"\\u0073chema\""),
        text.replace("\"up-trust-1\": 4", "\"up-trust-1\": 4.0"),
        text.replace("\"version\": 1,", "\"version\": 1.0,"),
        text.replace("\"up-trust-1\"", "\"up-trust\\u002d1\""),
        text.replace(
            "\"schema\"",
            &format!("\"more\": {{{}\"last\": 1}}, \"schema\"", wide),
        ),
        text.replace(
            "\"quality\"",
            "\"practice\": {\"note\": \"a\\tb\", \"\\u0061\": []}, \"quality\"",
        ),
    ] {
        assert_ne!(unusual, text);
        match Reader::new(&instrument).read(&unusual) {
            Outcome::Sheet { form, marks } => {
                assert!(
                    form == FormName::Full && is_same(&sheet, marks),
                    "{unusual}"
                );
            }
            other => panic!("{other:?}\n{unusual}"),
        }
    }
}

#[test]
fn the_limits_hold_at_their_edge() {
    let instrument = shipped();
    let sheet = answers(&instrument, FormName::Full, "444244");
    let text = ResultDocument::of(&instrument, &completed(sheet, 90)).to_text();
    let with =
        |extra: &str| text.replace("\"quality\"", &format!("\"extra\": {extra}, \"quality\""));
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    let quoted = |length: usize| format!("\"{}\"", "a".repeat(length));
    for (extra, is_read) in [
        (nested(15), true),
        (nested(16), false),
        (quoted(4096), true),
        (quoted(4097), false),
        (format!("{{{}: 1}}", quoted(4096)), true),
        (format!("{{{}: 1}}", quoted(4097)), false),
        (r#"{"a": {"b": 1, "c": 2, "b": 3}}"#.to_owned(), false),
        (r#"[{"a": 1}, {"a": 1}]"#.to_owned(), true),
    ] {
        let text = with(&extra);
        let mut marks = vec![Mark::Absent; instrument.items.len()];
        let glanced = glance::at(&text, &instrument, &mut marks).is_some();
        assert_eq!(glanced, is_read, "{extra}");
        assert_eq!(result(&text, &instrument).is_ok(), is_read, "{extra}");
    }
}
