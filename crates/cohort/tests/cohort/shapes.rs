//! Questionnaires of other shapes than the shipped one: one scale, two hundred, other numbers of options.

use cohort::{Cohort, table};
use measure::completed::Completed;
use measure::instrument::{FormName, Instrument, ItemIndex};
use measure::response::ResponseSheet;
use measure::scoring;
use records::csv;
use records::document::ResultDocument;
use testing::{completed, option, shaped};

const PEOPLE: usize = 30;

/// People who answer every statement, the later ones higher, by a fixed rule.
fn people(instrument: &Instrument) -> Vec<Completed> {
    let options = instrument.options.len();
    let person = |person: usize| {
        let mut sheet = ResponseSheet::blank(instrument, FormName::Full);
        for index in ItemIndex::all(&instrument.items) {
            let level = (person * options / PEOPLE + (index.get() * 5 + person * 7) % 3) % options;
            sheet.set(index, Some(option(level as u64 + 1)));
        }
        completed(sheet, 600)
    };
    (0..PEOPLE).map(person).collect()
}

#[test]
fn the_figures_are_there_for_every_shape_and_agree_with_the_scores() {
    for (shape, options, always) in [
        ([1, 0, 8], 4, false),
        ([1, 3, 3], 5, false),
        ([3, 0, 4], 2, true),
        ([5, 0, 3], 7, true),
        ([20, 4, 1], 11, false),
        ([200, 0, 2], 5, false),
        ([200, 0, 1], 5, false),
    ] {
        let instrument = shaped(shape, options, always);
        let people = people(&instrument);
        let mut cohort = Cohort::new(&instrument, None);
        for person in &people {
            cohort
                .add(&ResultDocument::of(&instrument, person).to_text())
                .expect("a result");
        }
        let report = cohort.report();
        let [form] = &report.forms[..] else {
            panic!("one form");
        };
        assert_eq!(form.counted, PEOPLE as u64);
        assert_eq!(form.scales.len(), shape[0]);
        assert_eq!(form.facets.len(), shape[1]);
        assert_eq!(form.items.len(), instrument.items.len());
        let printed = table::format_report(&report);
        let scored = people
            .iter()
            .map(|person| scoring::score(&instrument, &person.sheet));
        let scored: Vec<_> = scored.collect();
        for (scale, row) in form.scales.iter().enumerate() {
            let scores = scored
                .iter()
                .filter_map(|scores| scores.scales[scale].estimate);
            let scores: Vec<f64> = scores.map(|estimate| estimate.score).collect();
            assert_eq!(row.scored, scores.len() as u64, "{shape:?}");
            match row.mean {
                Some(mean) => {
                    let expected = scores.iter().sum::<f64>() / scores.len() as f64;
                    assert!((mean - expected).abs() < 1e-9, "{mean} {expected}");
                    assert!(row.alpha.is_some() || row.why.is_some(), "{row:?}");
                }
                // A scale of one statement has no score.
                None => assert_eq!((scores.len(), shape[2]), (0, 1)),
            }
            assert!(printed.contains(&row.label), "{printed}");
        }
    }
}

#[test]
fn the_table_of_answers_has_a_row_for_every_statement_of_every_shape() {
    for (shape, options) in [
        ([1, 0, 8], 4),
        ([5, 0, 3], 7),
        ([2, 0, 4], 11),
        ([200, 0, 1], 2),
    ] {
        let instrument = shaped(shape, options, true);
        let person = &people(&instrument)[PEOPLE - 1];
        let text = csv::text(&instrument, person);
        let rows: Vec<Vec<&str>> = text
            .lines()
            .skip(1)
            .map(|row| row.split(',').collect())
            .collect();
        assert_eq!(rows.len(), instrument.items.len());
        let column = |name| {
            csv::COLUMNS
                .iter()
                .position(|column| *column == name)
                .unwrap()
        };
        for (index, row) in ItemIndex::enumerate(&rows) {
            let given = person.sheet.get(index).unwrap().chosen().unwrap().get();
            let keyed = match row[column("keying")] {
                "reverse" => options as u8 + 1 - given,
                _ => given,
            };
            assert_eq!(row[column("response")], given.to_string());
            assert_eq!(row[column("keyed")], keyed.to_string());
            assert_eq!(row[column("facet")], "");
        }
    }
}
