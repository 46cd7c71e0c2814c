//! `cargo xtask generate`: writes what follows from `content/element.json` and from the formats of
//! records. The lists, tables, types and controls are JavaScript's work, `xtask/generate/`, since the
//! build needs Node anyway.

use crate::install;
use crate::step::{Project, say, step};
use anyhow::Result;
use xshell::cmd;

const SCRIPT: &str = "xtask/generate/generate.mjs";
const SCHEMA: &str = "schema/result.v1.json";

pub(crate) fn run(project: &Project) -> Result<()> {
    let sh = &project.sh;
    // What reads pages and translations is from there.
    install::npm(project, &project.root)?;
    step(
        "Writing what follows from content/element.json",
        "a second",
        "Repair what is named above, then run the command again.",
    )
    .shown(cmd!(sh, "node {SCRIPT}"))?;
    say("Writing the schema of the export (a minute the first time)");
    let schema = cmd!(
        sh,
        "cargo run --quiet --package records --features schema --example result_schema"
    );
    sh.write_file(SCHEMA, format!("{}\n", schema.read()?))?;
    step(
        "Writing the schema of questionnaires and the table of their fields",
        "half a minute the first time",
        "Repair what is named above, then run the command again.",
    )
    .shown(cmd!(
        sh,
        "cargo run --quiet --package authoring --example questionnaire_schema"
    ))
}

/// Fails if a file is not as [`run`] would write it. A native test each compares the schemas.
pub(crate) fn check(project: &Project) -> Result<()> {
    install::npm(project, &project.root)?;
    step(
        "Checking what follows from content/element.json",
        "a second",
        "Run `cargo xtask generate`, and commit what it writes.",
    )
    .shown(cmd!(project.sh, "node {SCRIPT} --check"))
}
