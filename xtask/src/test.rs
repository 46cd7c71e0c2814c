//! `cargo xtask test`: every layer of tests, from the pure core to the page in a browser.

use crate::flags::Test;
use crate::install::{self, TARGET};
use crate::step::{Project, WasmEnv, fault, say, step};
use crate::{bench, build, debian, engines};
use anyhow::Result;
use std::ffi::OsStr;
use std::panic::resume_unwind;
use std::time::Instant;
use xshell::{Cmd, cmd};

const REPAIR: &str = "Repair what failed above; `cargo xtask test --native`, `--wasm` or `--e2e` \
                      runs one layer alone.";

/// The files of `tests/e2e/` that compare every screen on pages of another kind with the same screen elsewhere: before a release.
const PAGES: [&str; 4] = [
    "header.test.mjs",
    "hostile-places.test.mjs",
    "quirks.test.mjs",
    "translated-screens.test.mjs",
];

pub(crate) fn run(project: &Project, asked: &Test) -> Result<()> {
    let usual = !(asked.native || asked.research || asked.wasm || asked.e2e || is_rare(asked));
    let mut report = Report::default();
    let outcome = layers(project, asked, usual, &mut report);
    say("Tests:");
    println!("{}", report.0.join("\n"));
    outcome
}

/// Whether a layer is asked for that no usual run has.
fn is_rare(asked: &Test) -> bool {
    asked.packages
        || asked.pages
        || asked.languages
        || asked.servers
        || asked.wordpress
        || asked.all_browsers
}

/// Runs the layers in order, up to the first that fails. Unless one layer was asked for, the native
/// tests run while everything for the browser is installed and built: each leaves the processor idle
/// for much of the time.
fn layers(project: &Project, asked: &Test, usual: bool, report: &mut Report) -> Result<()> {
    if usual {
        let prepared = std::thread::spawn(prepare);
        let native = report.layer("native", || native(project));
        let (prepared, layers) = prepared.join().unwrap_or_else(|panic| resume_unwind(panic));
        report.0.extend(layers.0);
        native?;
        let (prepared, env) = prepared?;
        report.layer("wasm", || wasm(&prepared, &env))?;
        return report.layer("e2e", || e2e(&prepared));
    }
    if asked.native {
        report.layer("native", || native(project))?;
    }
    if asked.research {
        report.layer("research", || research(project))?;
    }
    if !(asked.wasm || asked.e2e || is_rare(asked)) {
        return Ok(());
    }
    let env = report.layer("install", || install::for_browser(project))?;
    if asked.wasm {
        report.layer("wasm", || wasm(project, &env))?;
    }
    if asked.e2e || is_rare(asked) {
        report.layer("build", || build::tested(project, &env))?;
    }
    if asked.e2e {
        report.layer("e2e", || e2e(project))?;
    }
    if asked.pages {
        report.layer("pages", || pages(project))?;
    }
    if asked.packages {
        report.layer("packages", || packages(project))?;
    }
    if asked.servers {
        report.layer("servers", || servers(project))?;
    }
    if asked.all_browsers {
        report.layer("browsers", || engines::matrix(project))?;
    }
    if asked.languages {
        report.layer("languages", || languages(project))?;
    }
    if asked.wordpress {
        report.layer("wordpress", || wordpress(project))?;
    }
    Ok(())
}

/// Installs and builds what the tests in a browser need, with a shell of its own, whose environment
/// says afterwards where the browser is.
fn prepare() -> (Result<(Project, WasmEnv)>, Report) {
    let mut report = Report::default();
    let outcome = Project::here().and_then(|project| {
        let env = report.layer("install", || install::for_browser(&project))?;
        report.layer("build", || build::tested(&project, &env))?;
        Ok((project, env))
    });
    (outcome, report)
}

/// The native tests give way to what is installed and built beside them, which the tests in a browser
/// wait for.
fn native(project: &Project) -> Result<()> {
    let sh = &project.sh;
    let options = ["--workspace", "--features", "records/schema"];
    let command = if cfg!(unix) {
        cmd!(sh, "nice -n 10 cargo test {options...}")
    } else {
        cmd!(sh, "cargo test {options...}")
    };
    step(
        "Testing natively",
        "about two minutes the first time",
        REPAIR,
    )
    .shown(command)
}

/// Bundles of made-up results before validators that are in npm's registry.
fn research(project: &Project) -> Result<()> {
    install::npm(project, &project.root.join("tests/research"))?;
    step(
        "Judging what is written for research by FHIR validators of others",
        "half a minute",
        REPAIR,
    )
    .shown(node_test(
        project,
        1,
        &["tests/research/validators.test.mjs"],
    ))
}

fn wasm(project: &Project, env: &WasmEnv) -> Result<()> {
    let command = cmd!(project.sh, "cargo test --target {TARGET} --test browser")
        .envs(env.iter().map(|(name, value)| (name, value)))
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            "wasm-bindgen-test-runner",
        )
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    step(
        "Testing WebAssembly in a headless browser",
        "about a minute the first time",
        REPAIR,
    )
    .shown(command)
}

fn e2e(project: &Project) -> Result<()> {
    // The files by name: what `node --test` makes of a folder differs between versions.
    let mut files = project.sh.read_dir("tests/e2e")?;
    files.retain(|file| {
        let of_pages = PAGES.iter().any(|name| file.ends_with(name));
        file.to_string_lossy().ends_with(".test.mjs") && !of_pages
    });
    if files.is_empty() {
        // A layer without tests has not passed.
        return Err(fault(
            "Looking for tests",
            "tests/e2e/ holds none.",
            "Restore it from git.",
        ));
    }
    bench::weigh(project)?;
    install::hosts(project, None)?;
    // Two at a time at least: each waits for its browser much of the time.
    let parallel = std::thread::available_parallelism().map_or(2, |cores| cores.get().max(2));
    step(
        "Testing dist/ from end to end in a browser",
        "5 minutes",
        REPAIR,
    )
    .shown(node_test(project, parallel, &files))
}

/// Every screen on hostile pages, on pages without a doctype, below headers that stay, and translated.
fn pages(project: &Project) -> Result<()> {
    let files = PAGES.map(|name| format!("tests/e2e/{name}"));
    step(
        "Testing every screen on pages of other kinds",
        "4 minutes",
        REPAIR,
    )
    .shown(node_test(project, 2, &files))
}

/// The npm package in the projects of `tests/packages/`, built and in development.
fn packages(project: &Project) -> Result<()> {
    install::hosts(project, Some("all"))?;
    step(
        "Testing the npm package in projects that use it",
        "about 6 minutes",
        "Repair what failed above; `node --test --test-name-pattern=vite8 \
         tests/packages/all.test.mjs` runs one project alone.",
    )
    .shown(node_test(project, 1, &["tests/packages/all.test.mjs"]))
}

/// The configurations of `docs/servers/`, each in its server, from Debian's packages, and what
/// `docs/coach/` says of Hugo and Swup, with these.
fn servers(project: &Project) -> Result<()> {
    let packages = ["nginx-light", "apache2", "caddy", "hugo"];
    debian::install(
        project,
        "the servers that docs/servers/ configures, and Hugo",
        &packages,
    )?;
    install::npm(project, &project.root.join("tests/sites"))?;
    let files = [
        "tests/servers/servers.test.mjs",
        "tests/sites/hugo.test.mjs",
        "tests/sites/swup.test.mjs",
    ];
    step(
        "Testing the configurations of docs/servers/, Hugo and Swup",
        "a minute",
        REPAIR,
    )
    .shown(node_test(project, 1, &files))
}

/// Every screen of the walks in every language, drawn with fonts that have their letters.
fn languages(project: &Project) -> Result<()> {
    let packages = ["fonts-noto-core", "fonts-noto-cjk"];
    debian::install(project, "fonts for every language", &packages)?;
    step(
        "Testing every screen in every language, with pictures in target/languages/",
        "10 minutes",
        "Repair what failed above; `LANGUAGES=de,ar node --test tests/languages/all.test.mjs` \
         looks at these alone.",
    )
    .shown(node_test(project, 1, &["tests/languages/all.test.mjs"]))
}

/// The plugin in a `WordPress` of its own: the one of Debian's packages, and a newer one from npm.
fn wordpress(project: &Project) -> Result<()> {
    let packages = [
        "wordpress",
        "wordpress-theme-twentytwentythree",
        "mariadb-server",
        "php-cli",
        "php-mysql",
        "php-xml",
        "php-mbstring",
        "gettext",
    ];
    debian::install(project, "WordPress for its plugin's test", &packages)?;
    install::hosts(project, Some("wordpress"))?;
    build::pack(project)?;
    let mut files = project.sh.read_dir("tests/wordpress")?;
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.push("tests/e2e/links.test.mjs".into());
    // One at a time: each has a database and a web server of its own.
    step(
        "Testing the plugin in WordPress 6.1 and 6.7",
        "6 minutes",
        "Repair what failed above; `node packaging/wordpress/site.mjs` serves the same WordPress \
         to look at.",
    )
    .shown(node_test(project, 1, &files))
}

/// Node's test runner for these files, so many at a time. A test that fails leaves its server open: the
/// run ends all the same. One that hangs ends its file after twenty minutes, several times what the
/// longest takes on a busy machine, so that the others still say how they went.
fn node_test<'a>(project: &'a Project, parallel: usize, files: &[impl AsRef<OsStr>]) -> Cmd<'a> {
    let parallel = format!("--test-concurrency={parallel}");
    let options = [
        "--test",
        "--test-force-exit",
        "--test-reporter=spec",
        "--test-timeout=1200000",
        &parallel,
    ];
    cmd!(project.sh, "node {options...} {files...}")
}

/// What ran, how it ended and how long it took.
#[derive(Default)]
struct Report(Vec<String>);

impl Report {
    fn layer<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        let start = Instant::now();
        let outcome = work();
        let verdict = if outcome.is_ok() { "ok" } else { "FAILED" };
        let seconds = start.elapsed().as_secs_f32();
        self.0
            .push(format!("  {name:<9} {verdict:<7} {seconds:6.1} s"));
        outcome
    }
}
