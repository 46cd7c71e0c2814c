//! `cargo xtask serve`: the demo page on localhost, rebuilt on change.

use crate::build;
use crate::fault::{Done, Fault};
use crate::install::ensure;
use crate::project::{Project, make_folder};
use crate::step::say;
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;

const FIRST_PORT: u16 = 8080;

/// What the page is not made from: watching it would cost much and rebuild for nothing.
const NOT_WATCHED: [&str; 7] = [
    "bench",
    "benches",
    "dist",
    "node_modules",
    "target",
    "tests",
    "xtask",
];

pub(crate) fn run(project: &Project, port: Option<u16>) -> Done {
    let kit = ensure(project, build::NEEDS)?;
    let port = free_port(port)?;
    // Not dist/: what is served here is built for speed of building, not for visitors.
    let folder = project.root.join("target/serve");
    make_folder(&folder)?;
    let mut trunk = build::trunk(project, &kit, "serve");
    trunk.arg("--dist").arg(&folder);
    trunk.args(["--address", "127.0.0.1", "--port", &port.to_string()]);
    for place in watched(project)? {
        trunk.arg("--watch").arg(place);
    }
    say("Building the page (under a minute the first time, then seconds)");
    say(format_args!(
        "When it says \"server listening\", the demo is at http://127.0.0.1:{port}/ (Ctrl-C ends it)"
    ));
    // Trunk takes this program's place, so that whoever ends this ends the server and leaves none
    // behind on the port.
    let error = trunk.exec();
    Err(Fault::new(
        "Starting Trunk",
        error.to_string(),
        "Delete .tools/bin, then run the command again.",
    ))
}

/// The port that was asked for, or the first free one.
fn free_port(asked: Option<u16>) -> Done<u16> {
    let range = match asked {
        Some(port) => port..=port,
        None => FIRST_PORT..=FIRST_PORT + 20,
    };
    let free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    range.clone().find(free).ok_or_else(|| {
        Fault::new(
            "Finding a free port to serve on",
            format!("{} to {} are all in use.", range.start(), range.end()),
            "Stop what is using it, or name another one: `cargo xtask serve --port 9000`.",
        )
    })
}

/// Everything else at the top level, but for what is hidden.
fn watched(project: &Project) -> Done<Vec<PathBuf>> {
    let root = &project.root;
    let entries = std::fs::read_dir(root).map_err(|error| Fault::file("read", root, &error))?;
    let sources = entries.flatten().filter(|entry| {
        let name = entry.file_name();
        is_watched(&name.to_string_lossy())
    });
    Ok(sources.map(|entry| entry.path()).collect())
}

fn is_watched(name: &str) -> bool {
    !name.starts_with('.') && !NOT_WATCHED.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_watched_and_products_are_not() {
        for source in ["src", "style", "index.html", "Cargo.lock"] {
            assert!(is_watched(source), "{source}");
        }
        for product in ["target", "dist", ".tools", ".git", "node_modules"] {
            assert!(!is_watched(product), "{product}");
        }
    }

    #[test]
    fn a_port_in_use_is_passed_over_unless_it_was_asked_for() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert!(free_port(Some(port)).is_err());
        assert_ne!(free_port(None).ok(), Some(port));
    }
}
