//! `cargo xtask test`: every layer of tests, from the pure core to the page in a browser.

use crate::apt;
use crate::bench;
use crate::build;
use crate::engines;
use crate::fault::{Done, Fault};
use crate::install::{Kit, Needs, ensure, host_command};
use crate::options::Layers;
use crate::package;
use crate::project::Project;
use crate::step::{run_shown, say};
use crate::toolchain::TARGET;
use std::path::{Path, PathBuf};
use std::time::Instant;

const REPAIR: &str = "Repair what failed above; `cargo xtask test --native`, `--wasm` or `--e2e` \
                      runs one layer alone.";

/// Run only by `--wordpress`.
const WORDPRESS: &str = "wordpress.test.mjs";

pub(crate) fn run(project: &Project, layers: Layers) -> Done {
    let in_pages = layers.e2e || layers.wordpress || layers.all_browsers;
    let needs = Needs {
        tools: layers.wasm || in_pages,
        npm: in_pages,
        browser: layers.wasm || in_pages,
        clippy: false,
    };
    let mut report = Report::default();
    if layers.native {
        report.layer("native", || native(project))?;
    }
    if layers.wasm || in_pages {
        let kit = report.layer("install", || ensure(project, needs))?;
        if layers.wasm {
            report.layer("wasm", || wasm(project, &kit))?;
        }
        if layers.e2e {
            report.layer("e2e", || e2e(project, &kit))?;
        }
        if layers.all_browsers {
            report.layer("browsers", || {
                build::release(project, &kit)?;
                engines::matrix(project, &kit, false)
            })?;
        }
        if layers.wordpress {
            report.layer("wordpress", || wordpress(project, &kit))?;
        }
    }
    report.print();
    Ok(())
}

fn native(project: &Project) -> Done {
    run_shown(
        "Testing natively",
        "about two minutes the first time",
        REPAIR,
        host_command(project, "cargo").args([
            "test",
            "--workspace",
            "--features",
            "records/schema",
        ]),
    )
}

fn wasm(project: &Project, kit: &Kit) -> Done {
    let file = project.root.join("tests/browser.rs");
    if !file.exists() {
        return Err(nothing_to_run("tests/browser.rs is not there."));
    }
    run_shown(
        "Testing WebAssembly in a headless browser",
        "about a minute the first time",
        REPAIR,
        kit.wasm_command(project, "cargo")
            .args(["test", "--target", TARGET, "--test", "browser"])
            .env(
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
                "wasm-bindgen-test-runner",
            )
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120"),
    )
}

fn e2e(project: &Project, kit: &Kit) -> Done {
    let files = e2e_files(project);
    if files.is_empty() {
        return Err(nothing_to_run("tests/e2e/ holds no *.test.mjs."));
    }
    build::release(project, kit)?;
    bench::weigh(project, kit)?;
    run_shown(
        "Testing dist/ from end to end in a browser",
        "7 minutes",
        REPAIR,
        // The files by name: what `node --test` makes of a folder differs between versions.
        kit.tool_command(project, "node")
            // A test that fails leaves its server open: the run ends all the same.
            .args(["--test", "--test-force-exit", "--test-reporter", "spec"])
            .args(files),
    )
}

/// The plugin in a `WordPress` of its own, from Debian's packages.
fn wordpress(project: &Project, kit: &Kit) -> Done {
    let packages = [
        "wordpress",
        "wordpress-theme-twentytwentythree",
        "mariadb-server",
        "php-cli",
        "php-mysql",
        "php-xml",
        "php-mbstring",
    ];
    apt::install(project, "WordPress for its plugin's test", &packages)?;
    build::release(project, kit)?;
    package::pack(project, kit)?;
    run_shown(
        "Testing the plugin in a real WordPress",
        "about a minute",
        "Repair what failed above; `node packaging/wordpress/site.mjs` serves the same WordPress \
         to look at.",
        kit.tool_command(project, "node")
            .args(["--test", "--test-reporter", "spec"])
            .arg(Path::new("tests/e2e").join(WORDPRESS)),
    )
}

fn e2e_files(project: &Project) -> Vec<PathBuf> {
    let folder = Path::new("tests/e2e");
    let entries = std::fs::read_dir(project.root.join(folder));
    let entries = entries.into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries
        .map(|entry| folder.join(entry.file_name()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs") && !path.ends_with(WORDPRESS))
        .collect();
    files.sort();
    files
}

/// A layer without tests has not passed.
fn nothing_to_run(why: &str) -> Fault {
    Fault::new("Looking for tests to run", why, "Restore it from git.")
}

/// What ran, how it ended and how long it took.
#[derive(Default)]
struct Report {
    lines: Vec<String>,
}

impl Report {
    /// Runs a layer. The first that fails is the last that runs.
    fn layer<T>(&mut self, name: &str, work: impl FnOnce() -> Done<T>) -> Done<T> {
        let start = Instant::now();
        let outcome = work();
        let verdict = if outcome.is_ok() { "ok" } else { "FAILED" };
        let seconds = start.elapsed().as_secs_f32();
        self.lines
            .push(format!("  {name:<9} {verdict:<7} {seconds:6.1} s"));
        if outcome.is_err() {
            self.print();
        }
        outcome
    }

    fn print(&self) {
        println!();
        say("Tests:");
        for line in &self.lines {
            println!("{line}");
        }
    }
}
