//! The fault matrix in the three engines, and kills: `tests/matrix/`.

use crate::fault::{Done, Fault};
use crate::install::{Kit, Needs, ensure};
use crate::project::Project;
use crate::step::run_shown;
use crate::{apt, build, tools};
use std::path::Path;
use std::process::Command;

const REPAIR: &str = "Repair what failed above; `node tests/matrix/run.mjs ENGINE --only WORDS` \
                      runs single cases of a built dist/.";

const PROGRAMS: [(&str, &str); 3] = [
    ("/usr/bin/firefox-esr", "firefox-esr"),
    ("/usr/bin/WebKitWebDriver", "webkit2gtk-driver"),
    ("/usr/bin/Xvfb", "xvfb"),
];

/// Firefox and `WebKit` with what drives them. Only Debian and its like have that `WebKit`.
fn ensure_others(project: &Project) -> Done {
    let packages = PROGRAMS.map(|(_, package)| package);
    if apt::here() {
        apt::install(
            project,
            "Firefox and WebKit for the fault matrix",
            &packages,
        )?;
    }
    for (program, package) in PROGRAMS {
        if !Path::new(program).exists() {
            return Err(Fault::new(
                "Looking for Firefox and WebKit",
                format!("{program} is not there."),
                format!("Install the Debian package {package}, then run the command again."),
            ));
        }
    }
    tools::ensure_one(project, &tools::GECKODRIVER)
}

/// Runs every case of the matrix in every engine. `write` keeps what was found.
pub(crate) fn matrix(project: &Project, kit: &Kit, write: bool) -> Done {
    ensure_others(project)?;
    let mut command = node(project, kit, "run");
    command.args(["chromium", "firefox", "webkit"]);
    if write {
        command.arg("--write");
    }
    run_shown(
        "Running the fault matrix in Chromium, Firefox and WebKit",
        "5 to 10 minutes",
        REPAIR,
        &mut command,
    )
}

/// Kills pages and browsers. Without a count as many as the project promises, and what was found
/// is kept.
pub(crate) fn kills(project: &Project, count: Option<u64>) -> Done {
    let kit = built(project)?;
    kill(project, &kit, count)?;
    render(project, &kit)
}

fn kill(project: &Project, kit: &Kit, count: Option<u64>) -> Done {
    let mut command = node(project, kit, "kills");
    match count {
        Some(count) => command.args(["--count", &count.to_string(), "--browsers", "2"]),
        None => command.arg("--write"),
    };
    run_shown(
        "Killing pages and browsers between answers",
        "half an hour for 1,000 pages and 12 browsers",
        "See which answer was lost above: something that was on screen was not yet stored.",
        &mut command,
    )
}

/// Everything that docs/reliability.md tells, and the page itself.
pub(crate) fn reliability(project: &Project) -> Done {
    let kit = built(project)?;
    let matrix = matrix(project, &kit, true);
    let kills = kill(project, &kit, None);
    // What failed is in the page as well.
    render(project, &kit)?;
    matrix.and(kills)
}

fn built(project: &Project) -> Done<Kit> {
    let needs = Needs {
        browser: true,
        ..build::NEEDS
    };
    let kit = ensure(project, needs)?;
    build::release(project, &kit)?;
    Ok(kit)
}

fn render(project: &Project, kit: &Kit) -> Done {
    run_shown(
        "Writing docs/reliability.md",
        "a moment",
        "See which file of docs/reliability/ cannot be read.",
        &mut node(project, kit, "render"),
    )
}

fn node(project: &Project, kit: &Kit, script: &str) -> Command {
    let mut command = kit.tool_command(project, "node");
    command.arg(Path::new("tests/matrix").join(format!("{script}.mjs")));
    command
}
