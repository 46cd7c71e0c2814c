//! The statistics of items, and the figures by language.

use measure::instrument::FormName::{self, Full, Short};
use measure::instrument::{Instrument, ItemIndex};
use measure::response::ResponseSheet;
use measure::scoring::{keyed, score};
use proptest::prelude::*;
use serde_json::Value;

use super::{cohort, counted, figures_of, folder, line, lines};
use measure::completed::Completed;
use testing::sheets::any_sheet;
use testing::{answers, completed, shipped, small, small_text};

/// Runs the command on results of [`small`] with three items, the last of them reverse.
fn of_small(sheets: &[&str]) -> Value {
    let reverse = |text: String| {
        let last = r#""i3","scale":"s1","facet":"f1","keying":"#;
        text.replace(&format!("{last}\"forward\""), &format!("{last}\"reverse\""))
    };
    let instrument = small(3, reverse);
    let results = sheets.iter().map(|text| answers(&instrument, Full, text));
    let results = lines(&instrument, results);
    let file = folder(&format!("items-{}", sheets.len())).join("instrument.json");
    std::fs::write(&file, reverse(small_text(3))).unwrap();
    let file = file.to_str().unwrap();
    cohort(["--json", "--instrument", file, "--ndjson", "-"], &results).json()["forms"][0]["items"]
        .clone()
}

fn near(value: &Value, expected: f64) -> bool {
    value
        .as_f64()
        .is_some_and(|found| (found - expected).abs() < 1e-6)
}

/// Keyed: (1 2 3), (2 3 4), (3 3 5), (4 5 5). The third item with the sum of the others, 3, 5, 6 and
/// 9: the deviations are −1.25, −.25, .75, .75 and −2.75, −.75, .25, 3.25, so r = 6.25 ÷ √(2.75 × 18.75).
#[test]
fn items_worked_by_hand() {
    let items = of_small(&["123", "232", "331", "451"]);
    let third = &items[2];
    assert_eq!(
        (&third["id"], &third["answered"]),
        (&"i3".into(), &4.into())
    );
    assert!(near(&third["mean"], 4.25), "{third}");
    assert!(near(&third["sd"], (2.75_f64 / 3.0).sqrt()), "{third}");
    assert!(
        near(&third["ceiling"], 0.5) && near(&third["floor"], 0.0),
        "{third}"
    );
    assert!(near(&third["missing"], 0.0), "{third}");
    let expected = 6.25 / (2.75_f64 * 18.75).sqrt();
    assert!(near(&third["item_total"], expected), "{third}");
    assert!(near(&items[0]["floor"], 0.25), "{items}");

    // Somebody who leaves the third out, and somebody to whom nothing applies.
    let items = of_small(&["123", "232", "331", "451", "55-", "xxx"]);
    assert!(near(&items[2]["missing"], 0.2), "{items}");
    assert!(near(&items[2]["item_total"], expected), "{items}");
    assert!(near(&items[0]["mean"], 3.0), "{items}");
    assert_eq!(items[0]["answered"], 5);
}

#[test]
fn what_cannot_be_computed_of_an_item_is_null() {
    let nobody = &of_small(&["---"])[0];
    for figure in ["mean", "sd", "floor", "ceiling", "item_total"] {
        assert_eq!(nobody[figure], Value::Null, "{figure}");
    }
    assert!(near(&nobody["missing"], 1.0), "{nobody}");
    let one = &of_small(&["123", "---"])[0];
    assert!(near(&one["mean"], 1.0) && one["sd"].is_null() && one["item_total"].is_null());
}

/// Of three people, to one nothing applies. What has no items has no row.
#[test]
fn a_direction_and_a_facet_count_to_whom_they_do_not_apply() {
    let further = |text: String| {
        text.replace(
            r#"{"id":"f1","label":"F"}"#,
            r#"{"id":"f1","label":"F"},{"id":"f2","label":"G"}"#,
        )
    };
    let instrument = small(3, further);
    assert_eq!((instrument.scales.len(), instrument.facets.len()), (2, 2));
    let file = folder("applies").join("instrument.json");
    std::fs::write(&file, further(small_text(3))).unwrap();
    let sheets = ["123", "xxx", "321"].map(|text| answers(&instrument, Full, text));
    let asked = [
        "--json",
        "--instrument",
        file.to_str().unwrap(),
        "--ndjson",
        "-",
    ];
    let form = &cohort(asked, &lines(&instrument, sheets)).json()["forms"][0];
    for rows in ["scales", "facets"] {
        let rows = form[rows].as_array().unwrap();
        let items: Vec<_> = rows.iter().map(|row| row["items"].as_u64()).collect();
        assert_eq!(items, [Some(3)], "{rows:?}");
        assert_eq!(rows[0]["not_applicable"], 1, "{rows:?}");
        assert_eq!(rows[0]["scored"], 2, "{rows:?}");
    }
}

/// An item that does not vary correlates with nothing, and two that have nothing to do with each other
/// correlate by 0, which has no sign.
#[test]
fn no_correlation_and_a_correlation_of_zero_are_told_apart() {
    let instrument = small(2, |text| text);
    let file = folder("zero").join("instrument.json");
    std::fs::write(&file, small_text(2)).unwrap();
    let run = |options: &[&str], sheets: &[&str]| {
        let results = sheets.iter().map(|text| answers(&instrument, Full, text));
        let file = ["--instrument", file.to_str().unwrap(), "--ndjson", "-"];
        cohort(options.iter().chain(&file), &lines(&instrument, results)).output
    };
    let last = |text: &str, id: &str| {
        let row = text.lines().find(|line| line.starts_with(id)).unwrap();
        row.split_whitespace().last().unwrap().to_owned()
    };
    let same = run(&[], &["31", "35"]);
    assert_eq!([last(&same, "i1"), last(&same, "i2")], ["–", "–"], "{same}");
    let unrelated = ["11", "12", "21", "22"];
    let zero = run(&[], &unrelated);
    assert_eq!([last(&zero, "i1"), last(&zero, "i2")], ["0.00", "0.00"]);
    // Neither is their alpha negative.
    assert!(
        zero.contains("  0.000  ") && !zero.contains("negative"),
        "{zero}"
    );
    let zero = run(&["--json"], &unrelated);
    assert!(zero.contains("\"item_total\": 0.0"), "{zero}");
}

/// A second computation over people who are all in memory.
fn naive_item_total(
    instrument: &Instrument,
    sheets: &[ResponseSheet],
    item: ItemIndex,
) -> Option<f64> {
    let k = |sheet: &ResponseSheet, index: ItemIndex| {
        keyed(instrument, instrument.item(index)?, sheet.get(index)?).map(f64::from)
    };
    let scale = instrument.items[item.get()].scale;
    let form = instrument.form(sheets.first()?.form).unwrap();
    let others = form
        .iter()
        .filter(|index| instrument.items[index.get()].scale == scale);
    let others: Vec<ItemIndex> = others.copied().filter(|index| *index != item).collect();
    let pairs: Vec<(f64, f64)> = sheets
        .iter()
        .filter_map(|sheet| {
            let rest: Option<f64> = others.iter().map(|index| k(sheet, *index)).sum();
            k(sheet, item).zip(rest)
        })
        .collect();
    let n = pairs.len() as f64;
    let mean = |part: fn(&(f64, f64)) -> f64| pairs.iter().map(part).sum::<f64>() / n;
    let (x, y) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let sum = |part: &dyn Fn(&(f64, f64)) -> f64| pairs.iter().map(part).sum::<f64>();
    let together = sum(&|pair| (pair.0 - x) * (pair.1 - y));
    let (xs, ys) = (
        sum(&|pair| (pair.0 - x).powi(2)),
        sum(&|pair| (pair.1 - y).powi(2)),
    );
    (xs > 1e-9 && ys > 1e-9).then(|| together / (xs * ys).sqrt())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn sums_give_what_two_passes_give(sheets in prop::collection::vec(any_sheet(), 1..25)) {
        let instrument = shipped();
        let form = sheets[0].form;
        let own: Vec<_> = sheets.into_iter().filter(|sheet| sheet.form == form).collect();
        let json = figures_of(&lines(&instrument, own.clone()));
        let items = json["forms"][0]["items"].as_array().unwrap().clone();
        prop_assert_eq!(items.len(), instrument.form(form).unwrap().len());
        for row in &items {
            let item = instrument.index_of(row["id"].as_str().unwrap()).unwrap();
            let applies = |sheet: &&ResponseSheet| score(&instrument, sheet).applicable[instrument.items[item.get()].scale.get()];
            let of: Vec<&ResponseSheet> = own.iter().filter(applies).collect();
            let missing = of.iter().filter(|sheet| sheet.get(item).and_then(|r| r.chosen()).is_none()).count();
            let share = row["missing"].as_f64();
            prop_assert_eq!(share.is_some(), !of.is_empty());
            if let Some(share) = share {
                prop_assert!((share - missing as f64 / of.len() as f64).abs() < 1e-12);
            }
            match (row["item_total"].as_f64(), naive_item_total(&instrument, &own, item)) {
                (Some(found), Some(expected)) => prop_assert!((found - expected).abs() < 1e-9, "{row} {expected}"),
                (found, expected) => prop_assert_eq!(found, expected),
            }
        }
    }
}

fn in_language(instrument: &Instrument, form: FormName, text: &str, language: &str) -> String {
    let completed = Completed {
        language: language.to_owned(),
        ..completed(answers(instrument, form, text), 90)
    };
    line(instrument, &completed)
}

#[test]
fn several_languages_have_figures_of_their_own() {
    let instrument = shipped();
    let english = in_language(&instrument, Short, "333333", "en");
    assert!(!counted(&english).output.contains(" in en"));
    let both = english.clone()
        + &in_language(&instrument, Short, "444444", "de")
        + &in_language(&instrument, Short, "444444", "de")
        + &in_language(&instrument, Full, "", "de");
    let ran = counted(&both).output;
    for head in [
        "\nshort form, 3 results\n",
        "\nshort form in en, 1 results\n",
        "\nshort form in de, 2 results\n",
        "\nfull form, 1 results\n",
    ] {
        assert!(ran.contains(head), "{head}{ran}");
    }
    assert!(!ran.contains("full form in"), "{ran}");
    let json = figures_of(&both);
    let languages = json["forms"][1]["languages"].as_array().unwrap();
    let found: Vec<_> = languages
        .iter()
        .map(|form| (&form["language"], &form["counted"]))
        .collect();
    assert_eq!(
        found,
        [(&"en".into(), &1.into()), (&"de".into(), &2.into())]
    );
    let mean = |form: &Value| form["scales"][0]["mean"].as_f64().unwrap();
    assert!(mean(&languages[0]) < mean(&json["forms"][1]));
    assert!(mean(&languages[1]) > mean(&json["forms"][1]));
}

#[test]
fn so_many_languages_have_figures_and_further_ones_count_for_their_form_alone() {
    let instrument = shipped();
    let named = |number: usize| format!("en-x-{number}");
    let results: String = (0..34)
        .chain([0, 33])
        .map(|number| in_language(&instrument, Short, "333333", &named(number)))
        .collect();
    let form = &figures_of(&results)["forms"][0];
    assert_eq!(form["counted"], 36);
    let languages = form["languages"].as_array().unwrap();
    let found: Vec<_> = languages
        .iter()
        .map(|form| (form["language"].clone(), form["counted"].clone()))
        .collect();
    let expected: Vec<_> = (0..32)
        .map(|number| (named(number).into(), if number == 0 { 2 } else { 1 }.into()))
        .collect();
    assert_eq!(found, expected);
}
