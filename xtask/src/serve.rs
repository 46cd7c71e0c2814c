//! `cargo xtask serve`: the demo page on localhost, rebuilt on change.

use crate::build;
use crate::install::ensure;
use crate::project::{Project, make_folder};
use crate::step::{Done, Fault, run_shown, say};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::time::Duration;

const FIRST_PORT: u16 = 8080;

/// What is not source: watching it would cost much and rebuild for nothing.
const NOT_WATCHED: [&str; 5] = [".git", ".tools", "dist", "node_modules", "target"];

pub fn run(project: &Project, port: Option<u16>) -> Done {
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
    std::thread::spawn(move || announce(port));
    run_shown(
        "Building the page, then serving it until Ctrl-C",
        "under a minute the first time, then seconds",
        "Repair what is said above, then run the command again.",
        &mut trunk,
    )
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

/// Everything at the top level that is not made by tools.
fn watched(project: &Project) -> Done<Vec<PathBuf>> {
    let root = &project.root;
    let entries = std::fs::read_dir(root).map_err(|error| Fault::file("read", root, &error))?;
    let sources = entries.flatten().filter(|entry| {
        let name = entry.file_name();
        !NOT_WATCHED.iter().any(|unwatched| name == *unwatched)
    });
    Ok(sources.map(|entry| entry.path()).collect())
}

/// Says the address as soon as somebody answers there.
fn announce(port: u16) {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    while TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_err() {
        std::thread::sleep(Duration::from_millis(200));
    }
    say(format_args!("The demo is at http://{address}/"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_passed_over_unless_it_was_asked_for() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert!(free_port(Some(port)).is_err());
        assert_ne!(free_port(None).ok(), Some(port));
    }
}
