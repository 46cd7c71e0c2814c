//! `cargo xtask docs`: the documentation site, in `target/docs/`.

use crate::install;
use crate::step::{Project, say, step};
use anyhow::Result;
use std::path::Path;
use xshell::cmd;

const REPAIR: &str = "Repair what is named above, then run the command again.";
const STAGE: &str = "xtask/docs/stage.mjs";

pub(crate) fn run(project: &Project) -> Result<()> {
    install::for_docs(project)?;
    let site = project.root.join("target/docs");
    build(project, &site)?;
    say(format_args!("Open {}", site.join("index.html").display()));
    Ok(())
}

/// The site in a folder, as a step of this command or of another. Fails if a link of it is broken, or if
/// a page would load anything from elsewhere.
pub(crate) fn build(project: &Project, site: &Path) -> Result<()> {
    let sh = &project.sh;
    let book = project.root.join("target/book");
    step("Laying out the documentation", "a second", REPAIR)
        .shown(cmd!(sh, "node {STAGE} {book}"))?;
    step("Building the documentation site", "some seconds", REPAIR).logged(
        project,
        "mdbook",
        cmd!(sh, "mdbook build {book} --dest-dir {site}"),
    )?;
    step("Checking every link of the site", "a second", REPAIR)
        .shown(cmd!(sh, "node xtask/docs/check.mjs {site}"))
}

/// The site for the demo page of `serve` to link to, where it can be had without waiting for mdBook to
/// compile. The page comes without it, too.
pub(crate) fn beside_the_page(project: &Project) {
    if !project.sh.path_exists(project.tools().join("bin/mdbook")) {
        say("The page has no documentation beside it until `cargo xtask docs` was run once");
        return;
    }
    if let Err(error) = build(project, &project.root.join("target/docs")) {
        say(format_args!(
            "The documentation beside the page is NOT new:\n{error}"
        ));
    }
}

/// Fails if a link of a page leads nowhere, or if a page is in no table of contents. Builds nothing.
pub(crate) fn check(project: &Project) -> Result<()> {
    step(
        "Checking the links of the documentation",
        "a second",
        REPAIR,
    )
    .shown(cmd!(project.sh, "node {STAGE} --check"))
}
