//! `cargo xtask fuzz` and `cargo xtask schedules`: the generated tests, with as many cases as there
//! is patience for. What they find stands in docs/reliability/core.md.

use super::record;
use crate::fault::Done;
use crate::install::{Needs, ensure, host_command};
use crate::project::Project;
use crate::step::{listened, say};
use std::process::Command;

const REPAIR: &str = "The seed above makes the same case again: keep it among the tests, repair what \
                      failed, then run the command again.";

/// How many inputs each reader is given, unless told otherwise.
const INPUTS: u64 = 1_000_000;
/// How many schedules are tried, unless told otherwise.
const SEEDS: u64 = 10_000;

pub(super) fn fuzz(project: &Project, inputs: Option<u64>, seed: Option<u64>) -> Done {
    let (inputs, seed) = (inputs.unwrap_or(INPUTS), seed.unwrap_or(1));
    let asked = [("FUZZ_INPUTS", inputs), ("FUZZ_SEED", seed)];
    let title = format!("Giving every reader {inputs} hostile inputs");
    let mut rows = run(project, "fuzz", &title, &asked)?;
    rows.extend(addresses(project, &asked)?);
    let (worst, readers): (Vec<String>, _) =
        rows.into_iter().partition(|row| row.contains(" ms |"));
    let mut lines = vec![
        format!("`cargo xtask fuzz --inputs {inputs} --seed {seed}`"),
        String::new(),
        "| reader | inputs | seed | taken in | most memory | time on the processor |".into(),
        "|---|---|---|---|---|---|".into(),
    ];
    lines.extend(readers);
    lines.extend([
        String::new(),
        "The slowest answer to a text as large as is read at all, on the processor:".into(),
        String::new(),
        "| reader | text | time | memory |".into(),
        "|---|---|---|---|".into(),
    ]);
    lines.extend(worst);
    record::section(project, "fuzz", &lines)?;
    say("No reader panicked, took more than its share, or was slow");
    Ok(())
}

pub(super) fn schedules(project: &Project, seeds: Option<u64>, first: Option<u64>) -> Done {
    let (seeds, first) = (seeds.unwrap_or(SEEDS), first.unwrap_or(1));
    let rows = run(
        project,
        "tabs::schedules",
        &format!("Trying {seeds} schedules of several tabs"),
        &[("SCHEDULE_SEEDS", seeds), ("SCHEDULE_FIRST", first)],
    )?;
    let mut lines = vec![
        format!("`cargo xtask schedules --seeds {seeds} --first {first}`"),
        String::new(),
        "| tabs | seeds | operations each | answers given | deleted everything | time |".into(),
        "|---|---|---|---|---|---|".into(),
    ];
    lines.extend(rows);
    record::section(project, "schedules", &lines)?;
    say("No answer was lost, and nothing that was deleted came back");
    Ok(())
}

/// The one reader that is JavaScript, in a browser.
fn addresses(project: &Project, asked: &[(&str, u64)]) -> Done<Vec<String>> {
    let needs = Needs {
        npm: true,
        browser: true,
        ..Needs::default()
    };
    let mut command = ensure(project, needs)?.tool_command(project, "node");
    command.arg("tests/e2e/query.test.mjs");
    rows_of(
        "Giving as many to the page for iframes",
        &mut command,
        asked,
    )
}

/// Runs a part of the tests, `folder` or `folder::module` of it, as the profile `proof` compiles it. The rows of
/// tables that it prints.
fn run(project: &Project, part: &str, title: &str, asked: &[(&str, u64)]) -> Done<Vec<String>> {
    let (test, module) = part.split_once("::").unwrap_or((part, ""));
    let mut command = host_command(project, "cargo");
    command
        .args([
            "test",
            "--quiet",
            "--profile",
            "proof",
            "--no-default-features",
        ])
        .args([
            "--test",
            test,
            "--",
            module,
            "--nocapture",
            "--test-threads",
            "1",
        ]);
    rows_of(title, &mut command, asked)
}

fn rows_of(title: &str, command: &mut Command, asked: &[(&str, u64)]) -> Done<Vec<String>> {
    for (name, number) in asked {
        command.env(name, number.to_string());
    }
    let lines = listened(title, "many minutes", REPAIR, command)?;
    Ok(lines
        .into_iter()
        .filter(|line| line.starts_with("| "))
        .collect())
}
