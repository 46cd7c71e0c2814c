//! `cargo xtask bench`: measures the widget beside its peers, and the core by itself, and writes
//! `docs/performance.md`. How is in `bench/`.

use crate::flags::Bench;
use crate::step::{Project, step};
use crate::{build, install};
use anyhow::Result;
use xshell::cmd;

const REPAIR: &str = "Repair what is named above, then run the command again.";

pub(crate) fn run(project: &Project, asked: &Bench) -> Result<()> {
    if asked.core {
        return core(project);
    }
    let env = install::for_browser(project)?;
    install::npm(project, &project.root.join("bench"))?;
    build::release(project, &env)?;
    let node = |title, about, script: &str, option: Option<&str>| {
        step(title, about, REPAIR).shown(cmd!(project.sh, "node bench/{script}.mjs {option...}"))
    };
    node(
        "Building the pages of the bench",
        "some seconds",
        "build",
        None,
    )?;
    core(project)?;
    let title = "Measuring every candidate in a browser";
    if asked.quick {
        node(title, "2 minutes", "run", Some("--quick"))?;
    } else {
        node(title, "10 minutes; leave the machine alone", "run", None)?;
    }
    node("Writing docs/performance.md", "a second", "report", None)
}

/// The benches of the pure core, kept for the next report.
fn core(project: &Project) -> Result<()> {
    let command = cmd!(project.sh, "cargo bench --quiet --bench core");
    step(
        "Measuring the core natively",
        "half a minute, and another to compile it first",
        REPAIR,
    )
    .logged(project, "bench-core", command)?;
    let text = project.sh.read_file(project.log("bench-core"))?;
    print!("{text}");
    Ok(project.sh.write_file("bench/results/core.txt", text)?)
}

/// Compares what dist/ weighs with its ceilings, as a step of another command.
pub(crate) fn weigh(project: &Project) -> Result<()> {
    step(
        "Weighing dist/",
        "seconds",
        "Make it smaller again. bench/ceiling.json is for lowering.",
    )
    .shown(cmd!(project.sh, "node bench/ceiling.mjs"))
}
