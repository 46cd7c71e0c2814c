//! Debian's packages: for the tests, and, where rustup's server is out of reach, a compiler for
//! WebAssembly.
//!
//! `rustc-web` compiles for wasm32 but comes without a standard library for it, so cargo builds
//! that from `rust-web-src` together with each program (`-Z build-std`, which `RUSTC_BOOTSTRAP`
//! unlocks).

use crate::step::{Project, WasmEnv, answer, fault, path_with, step};
use anyhow::{Context, Result};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use xshell::cmd;

/// The `rust-version` of this workspace.
const OLDEST_MINOR: u32 = 95;

pub(crate) fn has_apt() -> bool {
    Path::new("/usr/bin/apt-get").exists()
}

/// Links to Debian's programs, which go before rustup's on the path. The folder is also the memory
/// that rustup failed here, so that later runs do not wait for it again.
fn links(project: &Project) -> PathBuf {
    project.tools().join("debian-rust")
}

pub(crate) fn is_chosen(project: &Project) -> bool {
    links(project).is_dir()
}

/// Installs the compiler and returns what makes a command use it.
pub(crate) fn compiler(project: &Project, clippy: bool) -> Result<WasmEnv> {
    let mut packages = vec!["rustc-web", "cargo-web", "rust-web-src"];
    packages.extend(clippy.then_some("rust-web-clippy"));
    install(project, "a compiler for WebAssembly", &packages)?;
    let version = answer(cmd!(project.sh, "/usr/bin/rustc --version")).unwrap_or_default();
    let minor = version.split('.').nth(1).and_then(|it| it.parse().ok());
    if minor < Some(OLDEST_MINOR) {
        return Err(fault(
            "Using Debian's compiler for WebAssembly",
            format_args!(
                "It must be 1.{OLDEST_MINOR} or newer, but /usr/bin/rustc says: {version}"
            ),
            "Add Debian's security archive to apt's sources and upgrade rustc-web, or let rustup \
             reach its server.",
        ));
    }
    let folder = links(project);
    project.sh.remove_path(&folder)?;
    project.sh.create_dir(&folder)?;
    for name in ["cargo", "rustc", "rustdoc", "cargo-clippy", "clippy-driver"] {
        symlink(Path::new("/usr/bin").join(name), folder.join(name))?;
    }
    // Debian's compiler lacks a linker for WebAssembly; rustup's brings one.
    let libraries = answer(cmd!(project.sh, "rustc --print target-libdir"))
        .context("there is no rustup toolchain to take rust-lld from")?;
    symlink(
        Path::new(&libraries).join("../bin/rust-lld"),
        folder.join("rust-lld"),
    )?;
    let tools = [
        folder,
        project.tools().join("bin"),
        project.root.join("node_modules/.bin"),
    ];
    Ok(vec![
        ("PATH", path_with(&tools)?),
        ("RUSTC_BOOTSTRAP", "1".into()),
        (
            "CARGO_UNSTABLE_BUILD_STD",
            "std,panic_abort,proc_macro,test".into(),
        ),
    ])
}

/// Installs those of `packages` that are missing; `purpose` says what for.
pub(crate) fn install(project: &Project, purpose: &str, packages: &[&str]) -> Result<()> {
    let sh = &project.sh;
    let status = "-f=${db:Status-Status}";
    let is_there = |package: &&str| {
        answer(cmd!(sh, "dpkg-query -W {status} {package}")).as_deref() == Some("installed")
    };
    let missing: Vec<&str> = packages
        .iter()
        .copied()
        .filter(|it| !is_there(it))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    if answer(cmd!(sh, "id -u")).as_deref() != Some("0") {
        return Err(fault(
            format_args!("Installing {purpose} with apt"),
            format_args!("These packages are missing, and only root may install them: {list}"),
            format_args!(
                "Run `sudo apt-get install --no-install-recommends {list}`, then this again."
            ),
        ));
    }
    let wait = "DPkg::Lock::Timeout=120";
    let update = cmd!(sh, "apt-get -o {wait} update");
    // The old lists may still do.
    let _ = step("Fetching apt's lists of packages", "some seconds", "").logged(
        project,
        "apt-update",
        update,
    );
    step(
        format!("Installing {purpose}, system-wide, with apt: {list}"),
        "up to a minute",
        format!("Repair what apt complains of, or install by hand: {list}"),
    )
    .logged(
        project,
        "apt-install",
        // Rather fail than remove what somebody else installed.
        cmd!(
            sh,
            "apt-get -o {wait} install --yes --no-remove --no-install-recommends {missing...}"
        )
        .env("DEBIAN_FRONTEND", "noninteractive"),
    )
}
