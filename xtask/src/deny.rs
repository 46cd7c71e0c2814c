//! `cargo xtask deny`: where crates and npm packages come from, under which licences, and what is known
//! against them.

use crate::install::{self, DENY};
use crate::step::{Project, answer, say, step};
use anyhow::Result;
use xshell::cmd;

pub(crate) fn run(project: &Project) -> Result<()> {
    let sh = &project.sh;
    install::tool(project, DENY, "1 to 2 minutes", &[])?;
    let remedy =
        "deny.toml says what is allowed, and why. Change Cargo.toml, or give the reason there.";
    step(
        "Checking licences, sources and duplicates of every crate",
        "a second",
        remedy,
    )
    .shown(cmd!(
        sh,
        "cargo deny --all-features check licenses sources bans"
    ))?;
    step(
        "Checking the npm packages",
        "a second",
        "Ask for one exact version, and run `npm install`.",
    )
    .shown(cmd!(sh, "node packaging/pins.mjs"))?;
    if answer(cmd!(sh, "cargo deny --all-features fetch db")).is_none() {
        say("Advisories were NOT checked: their database could not be fetched from here");
        return Ok(());
    }
    step(
        "Checking every crate against known advisories",
        "a second",
        remedy,
    )
    .shown(cmd!(sh, "cargo deny --all-features check advisories"))
}
