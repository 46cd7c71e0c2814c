//! A compiler that can produce WebAssembly.
//!
//! The usual one can, once rustup has added the wasm32 target, and the source of the standard
//! library, which a release compiles for itself ([`crate::build`]). Where rustup's server is out of
//! reach, Debian's compiler is made to (see [`crate::debian`]).

use crate::fault::{Done, Fault};
use crate::project::{Project, read, write};
use crate::step::{Quiet, answer, command, say};
use crate::{apt, debian};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// What rustup calls the source of the standard library.
const SOURCE: &str = "rust-src";
/// Where it lies in a toolchain.
const LIBRARY: &str = "lib/rustlib/src/rust/library/Cargo.lock";

/// Rustup may wait long for a server that does not answer; the file is 20 MB.
const PATIENCE: Duration = Duration::from_mins(2);

/// Which compiler makes the WebAssembly.
#[derive(Debug, Clone)]
pub(crate) enum Toolchain {
    /// The same that builds for the host.
    Host,
    /// One in a folder of its own, shaped like a rustup toolchain.
    Folder(PathBuf),
}

impl Toolchain {
    /// Makes a command, and whatever it starts, use this compiler. Only the environment changes:
    /// rustup takes a folder for a toolchain's name, so no name has to be linked for all projects.
    pub(crate) fn apply(&self, command: &mut Command, path: &mut Vec<PathBuf>) {
        if let Toolchain::Folder(folder) = self {
            command.env("RUSTUP_TOOLCHAIN", folder);
            path.insert(0, folder.join("bin"));
        }
    }
}

/// Finds or installs a compiler for wasm32. `clippy` asks for its linter as well.
pub(crate) fn ensure(project: &Project, clippy: bool) -> Done<Toolchain> {
    if host_is_ready() {
        return Ok(Toolchain::Host);
    }
    let refusal = Refusal::of(project);
    if !refusal.is_known() {
        if !has_rustup() {
            say("No rustup here to add the wasm32 target with");
        } else if let Err(fault) = add_parts(project) {
            if !apt::here() {
                return Err(fault);
            }
            say("  rustup cannot get what WebAssembly needs; turning to Debian's compiler");
            refusal.remember()?;
        } else {
            return Ok(Toolchain::Host);
        }
    }
    if !apt::here() {
        return Err(Fault::new(
            format!("Finding a compiler for {TARGET}"),
            "The Rust here lacks that target or the source of the standard library, and there is \
             neither rustup nor apt to add it.",
            format!(
                "Install Rust by rustup, run `rustup target add {TARGET}` and `rustup component add \
                 {SOURCE}`, then this again."
            ),
        ));
    }
    debian::ensure(project, clippy).map(Toolchain::Folder)
}

/// Whether the compiler that this project uses already has the target and the source: a look at
/// two folders.
fn host_is_ready() -> bool {
    let print = |what| answer(command("rustc").args(["--print", what, "--target", TARGET]));
    let is_there = |what, inside: fn(&Path) -> bool| {
        print(what).is_some_and(|folder| inside(Path::new(&folder)))
    };
    is_there("target-libdir", holds_std)
        && is_there("sysroot", |sysroot| sysroot.join(LIBRARY).exists())
}

/// Whether a folder holds a compiled standard library.
pub(crate) fn holds_std(folder: &Path) -> bool {
    std::fs::read_dir(folder).is_ok_and(|files| {
        files
            .flatten()
            .any(|file| is_std(&file.file_name().to_string_lossy()))
    })
}

fn is_std(name: &str) -> bool {
    name.starts_with("libstd-") && name.ends_with(".rlib")
}

fn has_rustup() -> bool {
    answer(command("rustup").arg("--version")).is_some()
}

fn add_parts(project: &Project) -> Done {
    for (kind, name) in [("target", TARGET), ("component", SOURCE)] {
        Quiet {
            title: &format!("Adding {name} with rustup"),
            about: "some seconds; at most 2 minutes if the server does not answer",
            log: "rustup-target",
            remedy: &format!("See that rustup reaches its server: `rustup {kind} add {name}`."),
            limit: Some(PATIENCE),
        }
        .run(project, command("rustup").args([kind, "add", name]))?;
    }
    Ok(())
}

/// The memory that rustup could not add these to this very compiler, so that later runs do
/// not wait for it again. Another compiler, or a deleted `.tools`, is a reason to ask again.
struct Refusal {
    file: PathBuf,
    compiler: String,
}

impl Refusal {
    fn of(project: &Project) -> Refusal {
        Refusal {
            file: project.tools().join("rustup-has-no-wasm32"),
            compiler: answer(command("rustc").arg("-vV")).unwrap_or_default(),
        }
    }

    fn is_known(&self) -> bool {
        self.file.exists() && read(&self.file).is_ok_and(|text| text == self.compiler)
    }

    fn remember(&self) -> Done {
        write(&self.file, &self.compiler)
    }
}

/// `PATH` with folders in front.
pub(crate) fn path_with(front: &[PathBuf]) -> OsString {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let all = front.iter().cloned().chain(std::env::split_paths(&old));
    std::env::join_paths(all).unwrap_or(old)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_compiled_std_counts() {
        assert!(is_std("libstd-60d83e9bdc749192.rlib"));
        assert!(!is_std("libstd_detect-a466aec70b9a9679.rlib"));
        assert!(!is_std("libstd-60d83e9bdc749192.rmeta"));
        assert!(!holds_std(Path::new("/no/such/folder")));
    }

    #[test]
    fn a_folder_goes_before_everything_on_the_path() {
        let path = path_with(&[PathBuf::from("/first"), PathBuf::from("/second")]);
        let folders: Vec<PathBuf> = std::env::split_paths(&path).take(2).collect();
        assert_eq!(folders, [Path::new("/first"), Path::new("/second")]);
    }
}
