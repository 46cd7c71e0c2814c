//! Everything a command needs, found or installed. Each function is quick when there is nothing
//! to do.

use crate::debian;
use crate::step::{Project, WasmEnv, answer, fault, say, step};
use anyhow::{Context, Result};
use std::fs::File;
use std::path::{Path, PathBuf};
use xshell::{Cmd, cmd};

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// The first Node whose test runner has all that the end-to-end tests use.
const OLDEST_NODE: u32 = 20;
/// The newest Trunk that compiles with Rust 1.95.
const TRUNK: &str = "0.21.14";
/// Cuts the program into its parts.
const WASM_SPLIT: &str = "0.2.4";

/// Programs that only one command needs, as `cargo install` takes them.
pub(crate) const LLVM_COV: &str = "cargo-llvm-cov@0.9.1";
pub(crate) const MUTANTS: &str = "cargo-mutants@27.1.0";
pub(crate) const DENY: &str = "cargo-deny@0.20.2";
pub(crate) const GECKODRIVER: &str = "geckodriver@0.37.1";
const MDBOOK: &str = "mdbook@0.5.4";
const CYCLONEDX: &str = "cargo-cyclonedx@0.5.9";

/// What a build needs: the npm packages, Trunk, wasm-bindgen, wasm-split, and a compiler for wasm32.
pub(crate) fn for_build(project: &Project) -> Result<WasmEnv> {
    let _lock = lock(project)?;
    npm(project, &project.root)?;
    let id = answer(cmd!(project.sh, "cargo pkgid wasm-bindgen"))
        .context("Cargo.lock has no wasm-bindgen; run `cargo update --workspace`")?;
    // The program refuses what any other version of the library wrote.
    let version = id.rsplit(['@', '#']).next().unwrap_or_default();
    let bindgen = format!("wasm-bindgen-cli@{version}");
    one_of(project, &bindgen, "about a minute", &[])?;
    let plain = ["--no-default-features"];
    one_of(project, &format!("trunk@{TRUNK}"), "2 to 4 minutes", &plain)?;
    let binary = ["--features", "build-binary"];
    one_of(
        project,
        &format!("wasm_split_cli_support@{WASM_SPLIT}"),
        "about a minute",
        &binary,
    )?;
    tidy(project)?;
    wasm(project, false)
}

/// What the documentation site needs: the npm packages, and mdBook, which needs neither to serve nor to watch.
pub(crate) fn for_docs(project: &Project) -> Result<()> {
    {
        let _lock = lock(project)?;
        npm(project, &project.root)?;
    }
    let search = ["--no-default-features", "--features", "search"];
    tool(project, MDBOOK, "about a minute", &search)
}

/// What a release needs beside a build.
pub(crate) fn for_release(project: &Project) -> Result<()> {
    for_docs(project)?;
    tool(project, CYCLONEDX, "about a minute", &[])
}

/// What tests in a browser need: all that a build needs, and Chromium.
pub(crate) fn for_browser(project: &Project) -> Result<WasmEnv> {
    let env = for_build(project)?;
    browser(project)?;
    Ok(env)
}

/// Two commands in one checkout must not install into the same folder at once. The lock ends with
/// the process, whatever becomes of it.
fn lock(project: &Project) -> Result<File> {
    project.sh.create_dir(project.tools())?;
    let file = File::create(project.tools().join("lock"))?;
    if file.try_lock().is_err() {
        say("Waiting for another cargo xtask that is installing here");
        file.lock()?;
    }
    Ok(file)
}

/// Installs the npm packages of `folder` unless they are at least as new as its lock file.
pub(crate) fn npm(project: &Project, folder: &Path) -> Result<()> {
    let version = answer(cmd!(project.sh, "node --version")).unwrap_or_default();
    let major = version.trim_start_matches('v').split('.').next();
    if major.and_then(|it| it.parse().ok()) < Some(OLDEST_NODE) {
        return Err(fault(
            "Looking for Node",
            format_args!("`node --version` says \"{version}\"."),
            format_args!("Install Node {OLDEST_NODE} or newer with its npm, then run this again."),
        ));
    }
    let written = |name: &str| {
        folder
            .join(name)
            .metadata()
            .and_then(|data| data.modified())
            .ok()
    };
    // npm writes this file last of all, so an interrupted install does not count.
    let installed = written("node_modules/.package-lock.json");
    if installed.is_some() && installed >= written("package-lock.json") {
        return Ok(());
    }
    let _folder = project.sh.push_dir(folder);
    step(
        format!("Installing the npm packages of {}", folder.display()),
        "some seconds",
        "See that npm reaches its registry, then run the command again.",
    )
    // No package of ours needs its install scripts: esbuild's program is a package of its own.
    .logged(
        project,
        "npm-ci",
        cmd!(project.sh, "npm ci --ignore-scripts --no-audit --no-fund"),
    )
}

/// Installs what the projects of `tests/packages/` are built with, into `target/packages/`: those of
/// every run, `all`, or one by its name.
pub(crate) fn hosts(project: &Project, which: Option<&str>) -> Result<()> {
    step(
        "Installing npm packages for the tests into target/packages/",
        "half a minute the first time; all of them 5 minutes",
        "See that npm reaches its registry, then run the command again.",
    )
    .logged(
        project,
        "npm-ci",
        cmd!(project.sh, "node tests/packages/install.mjs {which...}"),
    )
}

/// Compiles a tool into `.tools/` unless it is there, and removes what it was compiled in.
pub(crate) fn tool(project: &Project, tool: &str, about: &str, options: &[&str]) -> Result<()> {
    let _lock = lock(project)?;
    one_of(project, tool, about, options)?;
    tidy(project)
}

/// Removes what tools were compiled in: they share crates, so only after the last of them.
fn tidy(project: &Project) -> Result<()> {
    Ok(project.sh.remove_path(project.tools().join("target"))?)
}

/// Compiles a tool into `.tools/` unless it is there, of the crates that its authors locked. Where the
/// registry no longer has one of those, of what fits now, and it says so.
fn one_of(project: &Project, tool: &str, about: &str, options: &[&str]) -> Result<()> {
    let installed =
        answer(cmd!(project.sh, "cargo install --list --root .tools")).unwrap_or_default();
    if installed.contains(&format!("{}:\n", tool.replace('@', " v"))) {
        return Ok(());
    }
    if compile(project, tool, about, options, &["--locked"]).is_err() {
        say(format_args!(
            "  {tool} could NOT be compiled of the crates that its authors locked: taking what fits now"
        ));
        compile(project, tool, about, options, &[])?;
    }
    Ok(())
}

/// For a quick install rather than for speed: tools run for moments at a time.
fn compile(
    project: &Project,
    tool: &str,
    about: &str,
    options: &[&str],
    locked: &[&str],
) -> Result<()> {
    let command = cmd!(
        project.sh,
        "cargo install {locked...} {tool} {options...} --force --root .tools"
    )
    .env("CARGO_TARGET_DIR", project.tools().join("target"))
    .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
    .env("CARGO_PROFILE_RELEASE_LTO", "false")
    .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "4")
    .env("CARGO_PROFILE_RELEASE_PANIC", "abort")
    .env("CARGO_PROFILE_RELEASE_DEBUG", "false");
    step(
        format!("Compiling {tool} into .tools"),
        about,
        "See that the crate registry can be reached, then run the command again: it continues \
         where it stopped.",
    )
    .logged(project, "cargo-install", command)
}

/// Finds a compiler for wasm32 with the source of the standard library, which a release compiles
/// for itself: the project's own, with what rustup adds to it; only where rustup cannot reach its
/// server, Debian's.
pub(crate) fn wasm(project: &Project, clippy: bool) -> Result<WasmEnv> {
    let sh = &project.sh;
    let print =
        |what| answer(cmd!(sh, "rustc --print {what} --target {TARGET}")).map(PathBuf::from);
    let source = "lib/rustlib/src/rust/library/Cargo.lock";
    let ready = print("target-libdir").is_some_and(|libraries| libraries.is_dir())
        && print("sysroot").is_some_and(|sysroot| sysroot.join(source).exists());
    if ready {
        return Ok(WasmEnv::new());
    }
    if !debian::is_chosen(project) {
        let added = rustup(project, cmd!(sh, "rustup target add {TARGET}"))
            .and_then(|()| rustup(project, cmd!(sh, "rustup component add rust-src")));
        match added {
            Err(error) if !debian::has_apt() => return Err(error),
            Err(_) => say("  rustup cannot add what WebAssembly needs; trying Debian's compiler"),
            Ok(()) => return Ok(WasmEnv::new()),
        }
    }
    debian::compiler(project, clippy)
}

/// Has rustup add something, and gives up soon if its server does not answer.
pub(crate) fn rustup(project: &Project, command: Cmd<'_>) -> Result<()> {
    let remedy = "Install Rust by rustup, see that it reaches its server, then run this again.";
    step(
        format!("Running {command}"),
        "some seconds; a minute without network",
        remedy,
    )
    .logged(
        project,
        "rustup",
        command
            .env("RUSTUP_MAX_RETRIES", "0")
            .env("RUSTUP_DOWNLOAD_TIMEOUT", "60"),
    )
}

/// Tells tests where Chromium and its driver are: what `CHROMIUM` and `CHROMEDRIVER` name, else
/// what is on `PATH`, else Debian's packages. Those include Chromium's headless shell, in which the
/// end-to-end tests take half the time; its driver cannot start it.
fn browser(project: &Project) -> Result<()> {
    let find = || {
        let names = [
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
        ];
        Some((
            named("CHROMIUM", &names)?,
            named("CHROMEDRIVER", &["chromedriver"])?,
        ))
    };
    if find().is_none() && debian::has_apt() {
        debian::install(
            project,
            "a browser for the tests",
            &["chromium", "chromium-driver", "chromium-headless-shell"],
        )?;
    }
    let Some((program, driver)) = find() else {
        return Err(fault(
            "Looking for a browser to test in",
            "There is no Chromium or Chrome with its chromedriver on PATH.",
            "Install Chromium (or Chrome) and the chromedriver of the same version, or name them \
             in CHROMIUM and CHROMEDRIVER, then run the command again.",
        ));
    };
    let capabilities = project.tools().join("webdriver.json");
    project
        .sh
        .write_file(&capabilities, webdriver_json(&program))?;
    project.sh.set_var("CHROMIUM", program);
    project.sh.set_var("CHROMEDRIVER", driver);
    project
        .sh
        .set_var("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities);
    Ok(())
}

fn named(variable: &str, programs: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = |name| std::env::split_paths(&path).map(move |folder| folder.join(name));
    let found = || {
        programs
            .iter()
            .flat_map(on_path)
            .find(|place| place.is_file())
    };
    std::env::var_os(variable).map(PathBuf::from).or_else(found)
}

/// What wasm-bindgen's test runner asks the driver for. Root needs `--no-sandbox`; the other flags
/// keep the browser from talking to anyone but the tests.
fn webdriver_json(program: &Path) -> String {
    let flags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
                 --disable-background-networking --disable-component-update --disable-sync";
    let flags: Vec<&str> = flags.split_whitespace().collect();
    let program = program.to_string_lossy();
    format!(r#"{{"goog:chromeOptions": {{"binary": {program:?}, "args": {flags:?}}}}}"#)
}
