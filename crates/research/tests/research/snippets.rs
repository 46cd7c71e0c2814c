//! The Python and R of docs/research.md, run on made-up results as written there, where the languages are installed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use measure::completed::Completed;
use measure::instrument::FormName::{Full, Short};
use measure::instrument::{Instrument, ItemIndex};
use measure::response::Response;
use measure::scoring::{round_to_tenth, score};
use records::document::ResultDocument;
use testing::{answers, completed, shipped};

const DOCUMENT: &str = include_str!("../../../../docs/research.md");

/// The blocks of a language, in their order.
fn blocks(language: &str) -> Vec<&'static str> {
    let begins = format!("```{language}\n");
    let blocks = DOCUMENT.split(&begins).skip(1);
    blocks
        .map(|block| block.split("```").next().unwrap())
        .collect()
}

fn people(instrument: &Instrument) -> Vec<(String, Completed)> {
    let sheets = [
        (Full, "444244444442 424444244444 424444442444"),
        (Full, "4x4-44444442 xxxxxxxxxxxx 1234512345--"),
        (Short, "123451 xx---- 555555"),
    ];
    let people = sheets.into_iter().zip("abc".chars());
    people
        .map(|((form, text), name)| {
            (
                format!("{name}.json"),
                completed(answers(instrument, form, text), 352),
            )
        })
        .collect()
}

/// A folder with the results, and a file that isn't a result.
fn folder(name: &str, instrument: &Instrument) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let results = folder.join("results");
    fs::create_dir_all(&results).unwrap();
    for (file, completed) in people(instrument) {
        let text = ResultDocument::of(instrument, &completed)
            .made_up()
            .to_text();
        fs::write(results.join(file), text).unwrap();
    }
    fs::write(results.join("other.json"), "{\"schema\": \"another\"}\n").unwrap();
    folder
}

/// A line for each answer, then for each score, in the order of names.
fn expected(instrument: &Instrument) -> Vec<String> {
    let mut lines = Vec::new();
    for (file, completed) in people(instrument) {
        for index in instrument.in_instrument_order(completed.sheet.form) {
            let response = match completed.sheet.get(index) {
                None => String::new(),
                Some(Response::NotApplicable) => "not_applicable".to_owned(),
                Some(Response::Chosen(option)) => option.get().to_string(),
            };
            lines.push(format!(
                "{file},{},{response}",
                instrument.items[index.get()].id
            ));
        }
        let scores = score(instrument, &completed.sheet);
        let scales = instrument
            .scales
            .iter()
            .map(|scale| ("directions", &scale.id));
        let facets = instrument.facets.iter().map(|facet| ("facets", &facet.id));
        let sets = scores.scales.iter().chain(&scores.facets);
        for ((kind, id), set) in scales.chain(facets).zip(sets) {
            let figures = set.estimate.map(|it| [it.score, it.low, it.high, it.sem]);
            let figures = figures.map_or([const { String::new() }; 4], |it| {
                it.map(|it| round_to_tenth(it).to_string())
            });
            lines.push(format!(
                "{file},{kind},{id},{},{}",
                figures.join(","),
                set.answered
            ));
        }
    }
    lines.sort();
    lines
}

/// What a program prints, a line each; `None` where it is not installed or lacks what `needs` asks for.
fn printed(program: &str, needs: &[&str], script: &str, folder: &Path) -> Option<Vec<String>> {
    let has = Command::new(program).args(needs).output();
    if !has.is_ok_and(|has| has.status.success()) {
        eprintln!("left out: {program} {} does not run here", needs.join(" "));
        return None;
    }
    let file = folder.join("snippet");
    fs::write(&file, script).unwrap();
    let ran = Command::new(program)
        .arg(&file)
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(
        ran.status.success(),
        "{}",
        String::from_utf8_lossy(&ran.stderr)
    );
    let mut lines: Vec<String> = String::from_utf8(ran.stdout)
        .unwrap()
        .lines()
        .map(str::to_owned)
        .collect();
    lines.sort();
    Some(lines)
}

const PYTHON_TABLES: &str = r#"
def line(row, names):
    print(",".join("" if row[name] is None else str(row[name]) for name in names.split()))


for row in read_results("results")[0]:
    line(row, "file item response")
for row in read_results("results")[1]:
    line(row, "file kind set score low high sem answered")
"#;

const R_TABLES: &str = r#"
results <- read_results("results")
line <- function(table, names) write.table(table[names], sep = ",", na = "", quote = FALSE, row.names = FALSE, col.names = FALSE)
line(results$responses, c("file", "item", "response"))
line(results$scores, c("file", "kind", "set", "score", "low", "high", "sem", "answered"))
"#;

/// What the second blocks compute: the mean score of Up, and, since the tests print it, the sum of all options chosen.
fn summary(instrument: &Instrument) -> Vec<String> {
    let people = people(instrument);
    let up = people.iter().map(|(_, completed)| {
        score(instrument, &completed.sheet).scales[0]
            .estimate
            .unwrap()
            .score
    });
    let up: Vec<f64> = up.map(round_to_tenth).collect();
    let chosen = people.iter().flat_map(|(_, completed)| {
        let all = ItemIndex::all(&instrument.items);
        all.filter_map(|index| completed.sheet.get(index)?.chosen())
    });
    let mean = up.iter().sum::<f64>() / up.len() as f64;
    let mut lines = vec![
        format!("up {mean:.3}"),
        format!(
            "chosen {}",
            chosen.map(|it| u64::from(it.get())).sum::<u64>()
        ),
    ];
    lines.sort();
    lines
}

#[test]
fn the_python_of_the_document_reads_every_answer_and_score() {
    let instrument = shipped();
    let folder = folder("python", &instrument);
    let [read, pandas] = blocks("python")[..] else {
        panic!("two blocks");
    };
    if let Some(lines) = printed(
        "python3",
        &["--version"],
        &format!("{read}{PYTHON_TABLES}"),
        &folder,
    ) {
        assert_eq!(lines, expected(&instrument));
    }
    let script = format!(
        "{read}\n{pandas}\nprint(f\"up {{directions['up'].mean():.3f}}\")\nprint(f\"chosen {{chosen.sum():.0f}}\")\n"
    );
    if let Some(lines) = printed("python3", &["-c", "import pandas"], &script, &folder) {
        assert_eq!(lines, summary(&instrument));
    }
}

#[test]
fn the_r_of_the_document_reads_every_answer_and_score() {
    let instrument = shipped();
    let folder = folder("r", &instrument);
    let [read, tables] = blocks("r")[..] else {
        panic!("two blocks");
    };
    let needs = ["-e", "library(jsonlite)"];
    if let Some(lines) = printed("Rscript", &needs, &format!("{read}{R_TABLES}"), &folder) {
        assert_eq!(lines, expected(&instrument));
    }
    let script = format!(
        "{read}\nmeans <- local({{\n{tables}\ncat(sprintf(\"chosen %d\\n\", sum(chosen, na.rm = TRUE)))\ntapply(directions$score, directions$set, mean, na.rm = TRUE)\n}})\ncat(sprintf(\"up %.3f\\n\", means[[\"up\"]]))\n"
    );
    if let Some(lines) = printed("Rscript", &needs, &script, &folder) {
        assert_eq!(lines, summary(&instrument));
    }
}
