//! `cargo xtask bench`: measures the widget beside its peers, and the core by itself, and writes
//! `docs/performance.md`. How is in `bench/`.

use crate::build;
use crate::fault::{Done, Fault};
use crate::install::{Kit, Needs, ensure, host_command};
use crate::node;
use crate::options::Measure;
use crate::project::{Project, read, write};
use crate::step::{Quiet, run_shown, say};
use std::process::Command;

const REPAIR: &str = "Repair what is named above, then run the command again.";

/// How many results the cohort example is measured with.
const COHORT: &str = "1000000";

pub(crate) fn run(project: &Project, measure: Measure) -> Done {
    match measure {
        Measure::Everything { quick } => everything(project, quick),
        Measure::Core => core(project),
        Measure::Cohort => cohort(project),
        Measure::Developer => developer(project),
    }
}

fn everything(project: &Project, quick: bool) -> Done {
    let needs = Needs {
        browser: true,
        ..build::NEEDS
    };
    let kit = ensure(project, needs)?;
    node::ensure_bench(project)?;
    build::release(project, &kit)?;
    shown(
        "Building the pages of the bench",
        "some seconds",
        node_in_bench(project, &kit, "build.mjs"),
    )?;
    shown(
        "Taking the programs apart",
        "half a minute",
        node_in_bench(project, &kit, "breakdown.mjs"),
    )?;
    core(project)?;
    let mut measured = node_in_bench(project, &kit, "run.mjs");
    let about = if quick {
        "2 minutes"
    } else {
        "10 minutes; leave the machine alone"
    };
    if quick {
        measured.arg("--quick");
    }
    shown("Measuring every candidate in a browser", about, measured)?;
    shown(
        "Writing docs/performance.md",
        "a second",
        node_in_bench(project, &kit, "report.mjs"),
    )
}

/// The benches of the pure core, kept for the next report.
fn core(project: &Project) -> Done {
    let mut command = host_command(project, "cargo");
    command.args([
        "bench",
        "--quiet",
        "--no-default-features",
        "--bench",
        "core",
    ]);
    let text = kept(
        project,
        Quiet {
            title: "Measuring the core natively",
            about: "half a minute, and another to compile it first",
            log: "bench-core",
            remedy: REPAIR,
            limit: None,
        },
        command,
    )?;
    print!("{text}");
    write(&project.root.join("bench/results/core.txt"), &text)
}

/// The cohort example beside a parser, `DuckDB` and pandas; into the repository, as it takes long.
fn cohort(project: &Project) -> Done {
    let script = "bench/cohort/compare.py";
    if !project.root.join(script).exists() {
        return Err(Fault::new(
            "Measuring the cohort example",
            format!("{script} is not there."),
            "Restore it from git.",
        ));
    }
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".into());
    let mut command = host_command(project, &python);
    command.args([script, COHORT]);
    let text = kept(
        project,
        Quiet {
            title: "Measuring the cohort example with a million results",
            about: "2 minutes, with DuckDB and pandas half an hour; 3 GB of disk meanwhile",
            log: "bench-cohort",
            remedy: REPAIR,
            limit: None,
        },
        command,
    )?;
    print!("{text}");
    write(&project.root.join("bench/cohort.md"), &text)?;
    say("bench/cohort.md is written; the next `cargo xtask bench` takes it up");
    Ok(())
}

/// How long a developer waits, in a clone of its own; into the repository, as it takes long.
fn developer(project: &Project) -> Done {
    let mut command = host_command(project, "node");
    command.arg("bench/developer.mjs");
    shown(
        "Measuring what a developer waits for, in an empty clone",
        "10 minutes; leave the machine alone",
        command,
    )?;
    say("bench/developer.json is written; the next `cargo xtask bench` takes it up");
    Ok(())
}

/// Compares what dist/ weighs with its ceilings, as a step of another command.
pub(crate) fn weigh(project: &Project, kit: &Kit) -> Done {
    run_shown(
        "Weighing dist/",
        "seconds",
        "Make it smaller again. bench/ceiling.json is for lowering.",
        &mut node_in_bench(project, kit, "ceiling.mjs"),
    )
}

fn node_in_bench(project: &Project, kit: &Kit, script: &str) -> Command {
    let mut command = kit.tool_command(project, "node");
    command.arg(format!("bench/{script}"));
    command
}

fn shown(title: &str, about: &str, mut command: Command) -> Done {
    run_shown(title, about, REPAIR, &mut command)
}

/// What a quiet step printed.
fn kept(project: &Project, step: Quiet<'_>, mut command: Command) -> Done<String> {
    step.run(project, &mut command)?;
    read(&project.log(step.log))
}
