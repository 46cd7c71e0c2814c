//! The fault matrix in the three engines, and kills: `tests/matrix/`.

use crate::install::{self, GECKODRIVER};
use crate::step::{Project, fault, step};
use crate::{build, debian};
use anyhow::Result;
use std::path::Path;
use xshell::cmd;

const REPAIR: &str = "Repair what failed above; `node tests/matrix/run.mjs ENGINE --only WORDS` \
                      runs single cases of what is built.";

/// Firefox and `WebKit` with what drives them. Only Debian and its like have that `WebKit`.
fn ensure_others(project: &Project) -> Result<()> {
    let packages = ["firefox-esr", "webkit2gtk-driver", "xvfb"];
    if debian::has_apt() {
        debian::install(
            project,
            "Firefox and WebKit for the fault matrix",
            &packages,
        )?;
    }
    for program in [
        "/usr/bin/firefox-esr",
        "/usr/bin/WebKitWebDriver",
        "/usr/bin/Xvfb",
    ] {
        if !Path::new(program).exists() {
            return Err(fault(
                "Looking for Firefox and WebKit",
                format_args!("{program} is not there."),
                format_args!(
                    "Install {}, then run the command again.",
                    packages.join(", ")
                ),
            ));
        }
    }
    install::tool(project, GECKODRIVER, "about a minute", &[])
}

/// Runs every case of the matrix in every engine.
pub(crate) fn matrix(project: &Project) -> Result<()> {
    ensure_others(project)?;
    let command = cmd!(
        project.sh,
        "node tests/matrix/run.mjs chromium firefox webkit"
    );
    let title = "Running the fault matrix in Chromium, Firefox and WebKit";
    step(title, "5 to 10 minutes", REPAIR).shown(command)
}

/// Kills pages and browsers: as many as were asked for, or as the project promises.
pub(crate) fn kills(project: &Project, count: Option<u64>) -> Result<()> {
    build::release(project, &install::for_browser(project)?)?;
    kill(project, count)
}

fn kill(project: &Project, count: Option<u64>) -> Result<()> {
    let mut command = cmd!(project.sh, "node tests/matrix/kills.mjs");
    if let Some(count) = count {
        command = command.args(["--count", &count.to_string(), "--browsers", "2"]);
    }
    step(
        "Killing pages and browsers between answers",
        "half an hour for 1,000 pages and 12 browsers",
        "See which answer was lost above: something that was on screen was not yet stored.",
    )
    .shown(command)
}

/// Prints everything that docs/reliability.md reports.
pub(crate) fn reliability(project: &Project) -> Result<()> {
    build::tested(project, &install::for_browser(project)?)?;
    let matrix = matrix(project);
    let kills = kill(project, None);
    matrix.and(kills)
}
