//! `cargo xtask build` and `package`: what is deployed, in `dist/`, and what is published, in
//! `target/package/`.

use crate::install::{self, TARGET};
use crate::language;
use crate::step::{Project, WasmEnv, say, step};
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::time::Instant;
use xshell::{Cmd, cmd};

const REPAIR: &str = "Repair what is named above, then run the command again.";

/// A release compiles the standard library with the program, for size, which rustc still calls
/// unstable; a visitor downloads a tenth less.
const SMALL_STD: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];
/// A panic traps at once, without a message: the loader waits for traps and informs the visitor in
/// its own words (`loader/guard.js`). A build by `serve` still tells developers where it was.
const SMALL: &str = "-Zunstable-options -Cpanic=immediate-abort";

pub(crate) fn run(project: &Project, language: Option<&str>) -> Result<()> {
    let start = Instant::now();
    language::carry(project, language)?;
    release(project, &install::for_build(project)?)?;
    say(format_args!(
        "dist/ is ready, after {} s",
        start.elapsed().as_secs()
    ));
    Ok(())
}

/// `dist/`, as a step of this command or of another.
pub(crate) fn release(project: &Project, env: &WasmEnv) -> Result<()> {
    step(
        "Building dist/ for release",
        "about a minute the first time, seconds if little changed",
        REPAIR,
    )
    .logged(
        project,
        "trunk-build",
        trunk(project, env, "build")
            .arg("--release")
            .envs(SMALL_STD)
            .env(
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
                format!("{SMALL} {}", remapped(&project.root)),
            ),
    )
}

/// What the tests in browsers load: `dist/`, and in `target/vectors/` the program that checks sealed messages.
pub(crate) fn tested(project: &Project, env: &WasmEnv) -> Result<()> {
    release(project, env)?;
    let sh = &project.sh;
    let example = "-p seal --example vectors".split(' ');
    step(
        "Building target/vectors/",
        "a minute the first time",
        REPAIR,
    )
    .logged(
        project,
        "vectors-build",
        cmd!(sh, "cargo build --release --target {TARGET} {example...}")
            .envs(env.iter().map(|(name, value)| (name, value))),
    )?;
    let built = std::env::var("CARGO_TARGET_DIR").unwrap_or_else(|_| "target".to_owned());
    let program = format!("{built}/{TARGET}/release/examples/vectors.wasm");
    let options = ["--target", "web", "--no-typescript"];
    step("Binding target/vectors/ to JavaScript", "a second", REPAIR).logged(
        project,
        "vectors-bindgen",
        cmd!(
            sh,
            "wasm-bindgen {program} {options...} --out-dir target/vectors"
        ),
    )
}

/// Trunk, with all it needs on its path, so that it has no reason to use the network itself.
pub(crate) fn trunk<'a>(project: &'a Project, env: &WasmEnv, verb: &str) -> Cmd<'a> {
    let command = cmd!(project.sh, "trunk {verb}")
        .envs(env.iter().map(|(name, value)| (name, value)))
        .env("TRUNK_SKIP_VERSION_CHECK", "true");
    match std::env::var_os("NO_COLOR") {
        // Trunk takes only `true` or `false` here; everybody else says 1.
        Some(_) => command.env("NO_COLOR", "true"),
        None => command,
    }
}

/// Keeps the paths of the machine that builds out of what it publishes: a panic names its source
/// file, and that name would otherwise begin with somebody's home folder.
fn remapped(root: &Path) -> String {
    let home = std::env::home_dir().unwrap_or_default().join(".cargo");
    let home = std::env::var_os("CARGO_HOME").map_or(home, PathBuf::from);
    let pairs = [
        (home.join("registry/src"), "/crates"),
        (root.to_path_buf(), "/leadership-audit"),
    ];
    let flags = pairs.iter().filter_map(|(path, name)| flag(path, name));
    flags.collect::<Vec<_>>().join(" ")
}

/// `RUSTFLAGS` is split at spaces and knows no quotes, so a path with a space stays as it is.
fn flag(path: &Path, name: &str) -> Option<String> {
    let path = path
        .to_str()
        .filter(|path| !path.contains(char::is_whitespace))?;
    Some(format!("--remap-path-prefix={path}={name}"))
}

pub(crate) fn package(project: &Project, language: Option<&str>) -> Result<()> {
    language::carry(project, language)?;
    release(project, &install::for_build(project)?)?;
    pack(project)?;
    say("target/package/ holds what is published; docs/packaging.md says what each file is");
    Ok(())
}

/// `target/package/` from `dist/`, as a step of this command or of another.
pub(crate) fn pack(project: &Project) -> Result<()> {
    let command = cmd!(project.sh, "node packaging/pack.mjs");
    step("Packing dist/ into target/package/", "some seconds", REPAIR)
        .logged(project, "pack", command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_gets_another_name_unless_that_cannot_be_said() {
        let wanted = Some("--remap-path-prefix=/home/me=/x".to_owned());
        assert_eq!(flag(Path::new("/home/me"), "/x"), wanted);
        assert_eq!(flag(Path::new("/home/my files"), "/x"), None);
    }
}
