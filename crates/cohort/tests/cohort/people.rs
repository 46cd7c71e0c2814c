//! The error between sittings, from people with two results.

use std::fs;
use std::path::Path;

use measure::completed::Completed;
use measure::instrument::FormName::{self, Full, Short};
use measure::instrument::{Instrument, Origin, SHIPPED, parse};
use measure::time::UnixMs;
use records::document::ResultDocument;

use super::{DONE, INCOMPLETE, REFUSED, cohort, folder};
use testing::{answers, completed, keyed_answers, shipped, small, small_text};

/// A result that was finished so many days after the first here.
fn result(instrument: &Instrument, form: FormName, ks: &str, day: i64) -> String {
    let base = completed(keyed_answers(instrument, form, ks), 100);
    let ended_at = UnixMs(base.ended_at.0 + day * 86_400_000);
    ResultDocument::of(instrument, &Completed { ended_at, ..base }).to_text()
}

fn person(home: &Path, name: &str, results: &[String]) {
    let own = home.join(name);
    fs::create_dir_all(&own).unwrap();
    for (number, text) in results.iter().enumerate() {
        fs::write(own.join(format!("{number}.json")), text).unwrap();
    }
}

/// Four people, Up in the short form: sums 12 to 18, 18 to 18, 24 to 22, 15 to 23. The changes 6, 0, −2
/// and 8 have a mean of 3 and a variance of 68/3; a point of the sum is 25/6 points of the score.
#[test]
fn pairs_worked_by_hand() {
    let instrument = shipped();
    let home = folder("pairs");
    let up = |ks: &str, day| result(&instrument, Short, ks, day);
    // The files' names say nothing of their order; the third result is not used.
    person(
        &home,
        "a",
        &[up("333333", 30), up("222222", 0), up("555555", 60)],
    );
    person(&home, "b", &[up("333333", 0), up("333333", 30)]);
    person(&home, "c", &[up("444444", 0), up("444442", 30)]);
    person(&home, "d", &[up("333222", 0), up("444443", 30)]);
    // One result of each form, and one who left out an item: no pair of a whole direction.
    person(
        &home,
        "e",
        &[
            up("333333", 0),
            result(&instrument, Full, "333333333333", 30),
        ],
    );
    person(&home, "f", &[up("333333", 0), up("33333-", 30)]);
    fs::write(home.join("notes.txt"), "not a person").unwrap();
    let arguments = ["--people-in", home.to_str().unwrap()];
    let ran = cohort(arguments, "");
    assert_eq!((ran.code, ran.complaints.as_str()), (DONE, ""));
    ran.says("13 looked at: 0 counted, 0 unreadable, 13 of people with two\n");
    ran.says("\nshort form, 5 people with two results\n");
    ran.does_not_say("to put into");

    let json = cohort(["--json"].into_iter().chain(arguments), "").json();
    assert_eq!(json["forms"].as_array().unwrap().len(), 0);
    let row = &json["retest"][0]["scales"][0];
    let figure = |name: &str| row[name].as_f64().unwrap();
    assert_eq!(
        (row["items"].as_u64(), row["pairs"].as_u64()),
        (Some(6), Some(4))
    );
    assert!((figure("mean_change") - 12.5).abs() < 1e-9, "{row}");
    let error = 25.0 / 6.0 * (68.0_f64 / 3.0 / 2.0).sqrt();
    assert!((figure("error") - error).abs() < 1e-9, "{row}");
    // Deviations of the first −5.25, .75, 6.75, −2.25 and of the second −2.25, −2.25, 1.75, 2.75.
    let r = 15.75 / (78.75_f64 * 20.75).sqrt();
    assert!((figure("correlation") - r).abs() < 1e-9, "{row}");
    assert!(row["retest"].is_null());
    assert_eq!(json["retest"][0]["scales"][1]["pairs"], 0);
}

/// The change of one pair is known, but nothing that takes two; of none, nothing is.
#[test]
fn one_pair_has_a_change_and_neither_error_nor_correlation() {
    let instrument = shipped();
    let home = folder("one-pair");
    let up = |ks: &str, day| result(&instrument, Short, ks, day);
    person(&home, "a", &[up("222222", 0), up("333333", 30)]);
    let ran = cohort(["--people-in", home.to_str().unwrap()], "");
    let cells = |label: &str| -> Vec<String> {
        let line = ran.output.lines().find(|line| line.starts_with(label));
        let cells = line.unwrap().split_whitespace();
        cells.map(str::to_owned).collect()
    };
    // Six points of the sum are 25 of the score.
    assert_eq!(cells("Up"), ["Up", "6", "1", "25.0", "–", "–"], "{ran:?}");
    assert_eq!(
        cells("Across"),
        ["Across", "6", "0", "–", "–", "–"],
        "{ran:?}"
    );
}

#[test]
fn a_direction_without_items_has_no_row() {
    let instrument = small(3, |text| text);
    let home = folder("without-items");
    let file = home.join("small.json");
    fs::write(&file, small_text(3)).unwrap();
    let sittings = [("123", 0), ("234", 30)].map(|(ks, day)| result(&instrument, Full, ks, day));
    person(&home, "a", &sittings);
    let asked = ["--json", "--instrument", file.to_str().unwrap()];
    let people = ["--people-in", home.to_str().unwrap()];
    let json = cohort(asked.into_iter().chain(people), "").json();
    let rows = json["retest"][0]["scales"].as_array().unwrap();
    let ids: Vec<_> = rows.iter().map(|row| &row["id"]).collect();
    assert_eq!(ids, [&instrument.scales[0].id.to_string()]);
    assert_eq!(rows[0]["pairs"], 1);
    assert!(instrument.scales.len() > 1);
}

#[test]
fn two_hundred_pairs_state_an_error_that_the_instrument_reads() {
    let instrument = shipped();
    let home = folder("two-hundred");
    for number in 0..200 {
        let (first, second) = (1 + number % 5, 1 + (number + number / 100) % 5);
        let ks = |k: i32| k.to_string().repeat(6);
        let results = [
            result(&instrument, Short, &ks(first), 0),
            result(&instrument, Short, &ks(second), 40),
        ];
        person(&home, &format!("p{number}"), &results);
    }
    let ran = cohort(["--people-in", home.to_str().unwrap()], "").output;
    let entry = ran.lines().find_map(|line| line.split_once("\"retest\""));
    let (scale, entry) = entry.unwrap_or_else(|| panic!("{ran}"));
    assert_eq!(scale.trim(), "up");
    let before = r#""retest":{"items":12,"origin":"assumed","value":9.0}"#;
    let shipped = serde_json::from_str::<serde_json::Value>(SHIPPED);
    let shipped = shipped.unwrap().to_string();
    let text = shipped.replacen(before, &format!("\"retest\"{entry}"), 1);
    let read = parse(&text).unwrap_or_else(|faults| panic!("{faults}"));
    let Origin::Estimated { n, .. } = read.scales[0].retest.origin else {
        panic!("{entry}");
    };
    assert_eq!((n, read.scales[0].retest.items), (200, 6));
}

#[test]
fn what_cannot_be_read_of_a_person_is_named() {
    let instrument = shipped();
    let home = folder("broken-person");
    person(
        &home,
        "a",
        &["{}".to_owned(), result(&instrument, Short, "333333", 0)],
    );
    let ran = cohort(["--people-in", home.to_str().unwrap()], "");
    assert_eq!(ran.code, REFUSED, "one result is no pair: {ran:?}");
    ran.complains("0.json: $.schema: is missing");
    let sheet = completed(answers(&instrument, Short, "333333"), 9);
    let line = super::line(&instrument, &sheet);
    let ran = cohort(["--people-in", "/nowhere/at/all", "--ndjson", "-"], &line);
    ran.complains("/nowhere/at/all: No such file");
    assert_eq!(ran.code, INCOMPLETE);
}
