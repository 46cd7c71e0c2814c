//! What is written about the command is what it does, and the documented query says the same.

use std::fs;
use std::process::Command;

use serde_json::Value;

use super::population::Population;
use super::{cohort, folder, line};
use testing::{root, shipped};

/// What the `sample` command writes.
fn sample(count: usize, seed: u64) -> String {
    let instrument = shipped();
    let mut population = Population::new(seed, None, false);
    (0..count)
        .map(|_| line(&instrument, &population.next(&instrument)))
        .collect()
}

#[test]
fn the_document_shows_what_the_command_prints() {
    let document = fs::read_to_string(root().join("docs/cohort.md")).unwrap();
    let ran = cohort(["-"], &sample(1000, 1));
    assert!(
        document.contains(&ran.output),
        "docs/cohort.md lacks:\n{}",
        ran.output
    );
}

/// The cells of a row of numbers, as the query prints it.
fn cells(line: &str) -> Vec<&str> {
    let cells = line.split('│').map(str::trim);
    cells.filter(|cell| !cell.is_empty()).collect()
}

#[test]
fn the_document_shows_what_the_query_prints() {
    let document = fs::read_to_string(root().join("docs/cohort.md")).unwrap();
    let shown: Vec<Vec<&str>> = document
        .lines()
        .map(cells)
        .filter(|cells| ["full", "short"].contains(cells.first().unwrap_or(&"")))
        .collect();
    let rows = rows(&cohort(["--json", "-"], &sample(1000, 1)).json());
    assert_eq!(shown.len(), rows.len());
    for (shown, (form, kind, row)) in shown.iter().zip(&rows) {
        assert_eq!(
            shown[..3],
            [form.as_str(), kind, row["id"].as_str().unwrap()]
        );
        let names = [
            "items", "scored", "mean", "sd", "complete", "alpha", "error",
        ];
        let within = [0.0, 0.0, 0.05, 0.05, 0.0, 0.0005, 0.005];
        for ((name, within), cell) in names.iter().zip(within).zip(&shown[3..]) {
            let off = cell.parse::<f64>().unwrap() - row[name].as_f64().unwrap();
            assert!(off.abs() <= within + 1e-9, "{name}: {shown:?} {row}");
        }
    }
}

/// Form, kind of set and figures, in the order of the report.
fn rows(report: &Value) -> Vec<(String, &'static str, Value)> {
    let mut rows = Vec::new();
    for form in report["forms"].as_array().unwrap() {
        for (kind, sets) in [("scale", &form["scales"]), ("facet", &form["facets"])] {
            for row in sets.as_array().unwrap() {
                let name = form["form"].as_str().unwrap().to_owned();
                rows.push((name, kind, row.clone()));
            }
        }
    }
    rows
}

/// A Python that has DuckDB, if there is one: `PYTHON` names it, else it is `python3`.
fn python() -> Option<String> {
    let name = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let asked = Command::new(&name).args(["-c", "import duckdb"]).output();
    asked
        .is_ok_and(|output| output.status.success())
        .then_some(name)
}

#[test]
fn the_documented_query_gives_the_same_figures_where_duckdb_is_there() {
    let Some(python) = python() else {
        eprintln!("not tried: there is no Python with DuckDB");
        return;
    };
    let hash = shipped().hash();
    let mut results = sample(600, 5);
    let ours = cohort(["--json", "-"], &results).json();
    // Results of another edition are there, and left out by both.
    results += &sample(20, 6).replace(&hash, "fnv1a64:0123456789abcdef");
    assert_eq!(
        cohort(["--json", "--skip-others", "-"], &results).json()["forms"],
        ours["forms"]
    );
    let file = folder("duckdb").join("results.ndjson");
    fs::write(&file, results).unwrap();

    let output = Command::new(python)
        .arg("bench/cohort/with_duckdb.py")
        .args([
            "docs/cohort.sql",
            "content/leadership-relationships.json",
            &hash,
        ])
        .arg(&file)
        .current_dir(root())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let theirs: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let ours = rows(&ours);
    assert_eq!(theirs.len(), ours.len());
    for (theirs, (form, kind, ours)) in theirs.iter().zip(&ours) {
        assert_eq!(theirs["form"], *form);
        assert_eq!(theirs["kind"], *kind);
        for (name, our_name) in [
            ("id", "id"),
            ("items", "items"),
            ("scored", "scored"),
            ("mean", "mean"),
            ("sd", "sd"),
            ("complete", "complete"),
            ("alpha", "alpha"),
            ("sem", "error"),
        ] {
            let (left, right) = (&theirs[name], &ours[our_name]);
            let close = left
                .as_f64()
                .zip(right.as_f64())
                .map(|(left, right)| (left - right).abs() < 1e-9);
            assert!(close.unwrap_or(left == right), "{name}: {theirs} {ours}");
        }
    }
}
