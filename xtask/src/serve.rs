//! `cargo xtask serve`: the demo page on localhost, rebuilt on change.

use crate::step::{Project, fault, prepared, say};
use crate::{build, docs, install};
use anyhow::Result;
use std::net::{Ipv4Addr, TcpListener};
use std::num::NonZeroU16;
use std::os::unix::process::CommandExt;
use std::path::Path;

const FIRST_PORT: u16 = 8080;

/// What the page is not made from: watching it would cost much and rebuild for nothing.
const NOT_WATCHED: [&str; 8] = [
    "bench",
    "benches",
    "dist",
    "docs",
    "node_modules",
    "target",
    "tests",
    "xtask",
];

pub(crate) fn run(project: &Project, port: Option<NonZeroU16>) -> Result<()> {
    let env = install::for_build(project)?;
    let port = free_port(port.map(u16::from))?.to_string();
    docs::beside_the_page(project);
    // Not dist/: what is served here is built for speed of building, not for visitors.
    let folder = project.sh.create_dir("target/serve")?;
    let folder = project.root.join(folder);
    let trunk = build::trunk(project, &env, "serve")
        .arg("--dist")
        .arg(folder);
    let mut trunk = trunk.args(["--address", "127.0.0.1", "--port", &port]);
    for place in project
        .sh
        .read_dir(".")?
        .iter()
        .filter(|place| is_watched(place))
    {
        trunk = trunk.arg("--watch").arg(place);
    }
    say("Building the page (under a minute the first time, then seconds)");
    say(format_args!(
        "When it says \"server listening\", the demo is at http://127.0.0.1:{port}/ (Ctrl-C ends it)"
    ));
    // Trunk takes this program's place, so that whoever ends this ends the server and leaves none
    // behind on the port.
    let error = prepared(trunk).exec();
    Err(fault(
        "Starting Trunk",
        error,
        "Delete .tools/, then run the command again.",
    ))
}

/// The port that was asked for, or the first free one.
fn free_port(asked: Option<u16>) -> Result<u16> {
    let range = asked.map_or(FIRST_PORT..=FIRST_PORT + 20, |port| port..=port);
    let free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    range.clone().find(free).ok_or_else(|| {
        fault(
            "Finding a free port to serve on",
            format_args!("{} to {} are all in use.", range.start(), range.end()),
            "Stop what is using it, or name another one: `cargo xtask serve --port 9000`.",
        )
    })
}

fn is_watched(place: &Path) -> bool {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    !name.starts_with('.') && !NOT_WATCHED.contains(&&*name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_skipped_unless_it_was_asked_for() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert!(free_port(Some(port)).is_err());
        assert_ne!(free_port(None).ok(), Some(port));
    }
}
