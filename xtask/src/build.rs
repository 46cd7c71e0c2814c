//! `cargo xtask build`: what is deployed, in `dist/`.

use crate::fault::Done;
use crate::install::{Kit, Needs, ensure};
use crate::project::Project;
use crate::remap;
use crate::step::{Quiet, say};
use std::process::Command;
use std::time::Instant;

pub(crate) const NEEDS: Needs = Needs {
    tools: true,
    npm: true,
    browser: false,
    clippy: false,
};

/// A release compiles the standard library with the program, for size, which rustc still calls
/// unstable; a visitor downloads a tenth less. Everything else is built with the library as it
/// comes.
const SMALL_STD: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];
/// A panic traps at once, without words: the loader waits for traps, and tells the visitor in its
/// own (`loader/guard.js`). What `serve` builds still tells developers where it was.
const TRAPS: &str = "-Zunstable-options -Cpanic=immediate-abort";

pub(crate) fn run(project: &Project) -> Done {
    let start = Instant::now();
    let kit = ensure(project, NEEDS)?;
    release(project, &kit)?;
    let seconds = start.elapsed().as_secs();
    say(format_args!("dist/ is ready, after {seconds} s"));
    Ok(())
}

/// `dist/`, as a step of this command or of another.
pub(crate) fn release(project: &Project, kit: &Kit) -> Done {
    Quiet {
        title: "Building dist/ for release",
        about: "about a minute the first time, seconds if little changed",
        log: "trunk-build",
        remedy: "Repair what is named above, then run the command again.",
        limit: None,
    }
    .run(
        project,
        trunk(project, kit, "build")
            .arg("--release")
            .envs(SMALL_STD)
            .env(
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
                format!(
                    "{TRAPS} {}",
                    remap::flags(&[(&project.root, "/leadership-audit")])
                ),
            ),
    )
}

/// Trunk, with all it needs on its path, so that it has no reason to go to the network itself.
pub(crate) fn trunk(project: &Project, kit: &Kit, verb: &str) -> Command {
    let mut command = kit.wasm_command(project, "trunk");
    command.arg(verb).env("TRUNK_SKIP_VERSION_CHECK", "true");
    if std::env::var_os("NO_COLOR").is_some() {
        // Trunk takes only `true` or `false` here, everybody else says 1.
        command.env("NO_COLOR", "true");
    }
    command
}
