//! `cargo xtask build`: what is deployed, in `dist/`.

use crate::install::{Kit, Needs, ensure};
use crate::project::Project;
use crate::step::{Done, Quiet, run_shown, say};
use std::process::Command;
use std::time::Instant;

pub const NEEDS: Needs = Needs {
    tools: true,
    npm: true,
    browser: false,
    clippy: false,
};

pub fn run(project: &Project) -> Done {
    let start = Instant::now();
    let kit = ensure(project, NEEDS)?;
    run_shown(
        "Building dist/ for release",
        ABOUT,
        "Repair what the compiler says above, then run the command again.",
        trunk(project, &kit, "build").args(["--release"]),
    )?;
    say(format_args!(
        "dist/ is ready, after {} s",
        start.elapsed().as_secs()
    ));
    Ok(())
}

const ABOUT: &str = "about a minute, seconds if little changed";

/// The same, as a step of another command.
pub fn quietly(project: &Project, kit: &Kit) -> Done {
    Quiet {
        title: "Building dist/ for release",
        about: ABOUT,
        log: "trunk-build",
        remedy: "Repair what the compiler says, then run the command again.",
        limit: None,
    }
    .run(project, trunk(project, kit, "build").args(["--release"]))
}

/// Trunk, with all it needs on its path, so that it has no reason to go to the network itself.
pub fn trunk(project: &Project, kit: &Kit, verb: &str) -> Command {
    let mut command = kit.wasm_command(project, "trunk");
    command.arg(verb).env("TRUNK_SKIP_VERSION_CHECK", "true");
    if std::env::var_os("NO_COLOR").is_some() {
        // Trunk takes only `true` or `false` here, everybody else says 1.
        command.env("NO_COLOR", "true");
    }
    command
}
