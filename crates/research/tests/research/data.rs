//! Results as data of `REDCap`: every cell is one that its variable takes, and the answers come back.

use std::collections::BTreeMap;

use super::dictionary::{Variable, variables};
use super::{answered, is_golden, samples};
use measure::completed::Completed;
use measure::instrument::FormName::{Full, Short};
use measure::instrument::{FormName, Instrument};
use measure::response::{OptionNumber, Response, ResponseSheet};
use measure::scoring::{round_to_tenth, score};
use proptest::prelude::*;
use research::Answered;
use research::redcap::{NOT_APPLICABLE, data};
use testing::sheets::any_completed;
use testing::{answers, completed, shipped, small};

/// Each row by the names of the variables.
fn read(instrument: &Instrument, results: &[Answered]) -> Vec<BTreeMap<String, String>> {
    let text = data(instrument, results);
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    let names = reader.headers().unwrap().clone();
    let rows = reader.into_records().map(|row| row.unwrap());
    rows.map(|row| {
        names
            .iter()
            .zip(&row)
            .map(|(name, cell)| (name.to_owned(), cell.to_owned()))
            .collect()
    })
    .collect()
}

/// Whether the variable takes the cell; an empty one is no data.
fn takes(variable: &Variable, cell: &str) -> bool {
    let kind = variable.get("Text Validation Type OR Show Slider Number");
    let number = cell.parse::<f64>().ok();
    cell.is_empty()
        || match (variable.get("Field Type"), kind) {
            ("radio", _) => variable.choices().iter().any(|(code, _)| *code == cell),
            (_, "integer") => cell.bytes().all(|byte| byte.is_ascii_digit()),
            (_, "number") => {
                let most = variable
                    .get("Text Validation Max")
                    .parse()
                    .unwrap_or(f64::MAX);
                number.is_some_and(|number| (0.0..=most).contains(&number))
            }
            (_, "datetime_seconds_ymd") => {
                let shape: String = cell
                    .chars()
                    .map(|it| if it.is_ascii_digit() { '0' } else { it })
                    .collect();
                shape == "0000-00-00 00:00:00"
            }
            ("text", "") => true,
            other => panic!("{other:?}"),
        }
}

/// The answers in a row, by what docs/research.md says of the variables.
fn sheet(
    instrument: &Instrument,
    variables: &[Variable],
    row: &BTreeMap<String, String>,
) -> ResponseSheet {
    let form = row
        .get("audit_form")
        .map_or(Full, |form| FormName::from_text(form).unwrap());
    let mut sheet = ResponseSheet::blank(instrument, form);
    let asked = instrument.asked(form);
    for variable in variables {
        let Some(item) = variable.get("Field Annotation").strip_prefix("item=") else {
            continue;
        };
        let index = instrument
            .index_of(item.split(' ').next().unwrap())
            .unwrap();
        let logic = variable.get("Branching Logic (Show field only if...)");
        let applies = logic
            .split(['[', ']'])
            .find(|name| name.ends_with("_applies"));
        let left_out = applies.is_some_and(|name| row[name] == "0");
        let response = match row[variable.name()].parse::<u64>().ok() {
            Some(code) if code == u64::from(NOT_APPLICABLE) => Some(Response::NotApplicable),
            Some(code) => OptionNumber::new(code).map(Response::Chosen),
            None if left_out && asked[index.get()] => Some(Response::NotApplicable),
            None => None,
        };
        sheet.set(index, response);
    }
    sheet
}

fn comes_back(instrument: &Instrument, results: &[Answered]) {
    let variables = variables(instrument);
    let rows = read(instrument, results);
    assert_eq!(rows.len(), results.len());
    for (row, result) in rows.iter().zip(results) {
        for variable in variables
            .iter()
            .filter(|it| it.get("Field Type") != "descriptive")
        {
            let cell = &row[variable.name()];
            assert!(takes(variable, cell), "{}: {cell}", variable.name());
        }
        let complete = row.iter().filter(|(name, _)| name.ends_with("_complete"));
        assert!(complete.map(|(_, cell)| cell).eq(["2", "2"]));
        let asked = variables
            .iter()
            .filter(|it| it.get("Field Type") != "descriptive")
            .count();
        assert_eq!(row.len(), asked + 2, "no column of no variable");
        assert_eq!(sheet(instrument, &variables, row), result.completed.sheet);
        assert_eq!(row["record_id"], result.id.as_str());
    }
}

#[test]
fn small_data_are_written_byte_for_byte() {
    let instrument = small(2, |text| text);
    let sheets = ["24", "x-", "xx"].map(|text| completed(answers(&instrument, Full, text), 9));
    let results = sheets.map(|sheet| answered(&instrument, &sheet));
    is_golden("data.csv", &data(&instrument, &results));
}

#[test]
fn the_answers_of_every_shape_come_back() {
    for sample in samples::all() {
        comes_back(&sample.instrument, &sample.results);
    }
}

proptest! {
    #![proptest_config(testing::cases(150))]

    #[test]
    fn the_answers_of_any_result_come_back(original in any_completed()) {
        comes_back(&shipped(), &[answered(&shipped(), &original)]);
    }
}

#[test]
fn scores_are_those_of_the_export() {
    let instrument = shipped();
    let original = completed(answers(&instrument, Short, "123451 xxxxxx 54----"), 9);
    let scores = score(&instrument, &original.sheet);
    let rows = read(&instrument, &[answered(&instrument, &original)]);
    let estimate = scores.scales[0].estimate.unwrap();
    for (name, value) in [
        ("up_score", round_to_tenth(estimate.score).to_string()),
        ("up_low", round_to_tenth(estimate.low).to_string()),
        ("up_high", round_to_tenth(estimate.high).to_string()),
        ("up_sem", round_to_tenth(estimate.sem).to_string()),
        ("up_answered", "6".to_owned()),
        ("up_applies", "1".to_owned()),
        ("across_score", String::new()),
        ("across_answered", "0".to_owned()),
        ("across_applies", "0".to_owned()),
        ("across_trust_1", String::new()),
        ("down_score", String::new()),
        ("down_answered", "2".to_owned()),
        ("audit_form", "short".to_owned()),
        ("audit_hash", instrument.hash()),
        ("audit_ended_at", "2026-11-21 09:06:10".to_owned()),
        ("audit_made_up", "0".to_owned()),
    ] {
        assert_eq!(rows[0][name], value, "{name}");
    }
}

#[test]
fn the_same_result_is_one_record_whatever_file_it_is_in() {
    let instrument = shipped();
    let original: Completed = completed(answers(&instrument, Full, "12345"), 9);
    let result = answered(&instrument, &original);
    let rows = read(&instrument, &[result.clone(), result]);
    assert_eq!(rows.len(), 1);
}
