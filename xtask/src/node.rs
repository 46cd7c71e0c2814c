//! The npm packages that build and test: wasm-opt, esbuild, a driver for browsers.

use crate::fault::{Done, Fault};
use crate::project::Project;
use crate::step::{Quiet, answer, command};
use crate::version::major_minor;
use std::path::Path;
use std::time::SystemTime;

/// The first Node whose test runner has all that the end-to-end tests use.
const OLDEST: u32 = 20;

pub(crate) fn ensure(project: &Project) -> Done {
    check_node()?;
    packages(
        project,
        &project.root,
        "Installing the npm packages into node_modules",
    )
}

/// What the widget is measured beside.
pub(crate) fn ensure_bench(project: &Project) -> Done {
    packages(
        project,
        &project.root.join("bench"),
        "Installing the npm packages of the bench",
    )
}

fn packages(project: &Project, folder: &Path, title: &str) -> Done {
    let written = |name: &str| modified(&folder.join(name));
    // npm writes the second file last of all, so an interrupted install does not count.
    let lock = written("package-lock.json");
    if is_current(lock, written("node_modules/.package-lock.json")) {
        return Ok(());
    }
    Quiet {
        title,
        about: "some seconds",
        log: "npm-ci",
        remedy: "See that npm reaches its registry, then run the command again.",
        limit: None,
    }
    .run(
        project,
        command("npm")
            .current_dir(folder)
            .args(["ci", "--no-audit", "--no-fund"]),
    )
}

fn check_node() -> Done {
    let answer = answer(command("node").arg("--version")).unwrap_or_default();
    match major_minor(&answer) {
        Some((major, _)) if major >= OLDEST => Ok(()),
        found => Err(Fault::new(
            "Looking for Node",
            match found {
                Some(_) => format!("It must be {OLDEST} or newer, but is {answer}."),
                None => "There is no `node` on PATH.".into(),
            },
            format!("Install Node {OLDEST} or newer with its npm, then run the command again."),
        )),
    }
}

fn modified(path: &Path) -> Option<SystemTime> {
    path.metadata().and_then(|data| data.modified()).ok()
}

/// Whether what was installed is at least as new as what was asked for.
fn is_current(lock: Option<SystemTime>, installed: Option<SystemTime>) -> bool {
    installed.is_some() && installed >= lock
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn packages_are_installed_again_when_the_lock_is_newer() {
        let early = Some(SystemTime::UNIX_EPOCH);
        let late = early.map(|time| time + Duration::from_secs(1));
        assert!(is_current(early, late));
        assert!(is_current(early, early));
        assert!(!is_current(late, early));
        assert!(!is_current(early, None));
    }
}
