//! The long proofs: minutes to hours, so none runs with `cargo xtask test`. They print what they
//! find; docs/reliability/core.md has the results of the last release.

use crate::build;
use crate::flags::{Fuzz, Mutants, Reproduce, Schedules};
use crate::install::{self, LLVM_COV, MUTANTS};
use crate::step::{Project, answer, fault, say, step};
use anyhow::Result;
use std::path::Path;
use xshell::{Cmd, cmd};

const SEED: &str = "The seed above makes the same case again: keep it among the tests, repair what \
                    failed, then run the command again.";

/// The core crates, each with the other packages whose tests are about it.
const CORE: [(&str, &[&str]); 8] = [
    ("json", &["measure", "records"]),
    ("measure", &["records"]),
    ("round", &[]),
    ("records", &["app"]),
    ("app", &[]),
    ("words", &["print", "authoring"]),
    ("print", &["app"]),
    ("cohort", &[]),
];

/// The program that runs a generated test of a crate with all its cases.
fn generated<'a>(
    project: &'a Project,
    [package, test]: [&str; 2],
    filter: Option<&str>,
) -> Cmd<'a> {
    cmd!(
        project.sh,
        "cargo test --quiet --profile proof -p {package} --test {test} -- {filter...} --nocapture --test-threads 1"
    )
}

pub(crate) fn fuzz(project: &Project, asked: &Fuzz) -> Result<()> {
    let inputs = asked.inputs.unwrap_or(1_000_000).to_string();
    project.sh.set_var("FUZZ_INPUTS", &inputs);
    project
        .sh
        .set_var("FUZZ_SEED", asked.seed.unwrap_or(1).to_string());
    let title = format!("Giving every reader {inputs} hostile inputs");
    step(title, "many minutes", SEED).shown(generated(project, ["app", "fuzz"], None))?;
    let title = format!("Looking for blocks in {inputs} mangled texts");
    let command = generated(project, ["round", "round"], Some("mangled"));
    step(title, "a minute", SEED).shown(command)?;
    install::for_browser(project)?;
    step("Giving as many to the page for iframes", "a minute", SEED)
        .shown(cmd!(project.sh, "node tests/e2e/query.test.mjs"))
}

pub(crate) fn schedules(project: &Project, asked: &Schedules) -> Result<()> {
    let seeds = asked.seeds.unwrap_or(10_000).to_string();
    let command = generated(project, ["app", "tabs"], Some("schedules"))
        .env("SCHEDULE_SEEDS", &seeds)
        .env("SCHEDULE_FIRST", asked.first.unwrap_or(1).to_string());
    step(
        format!("Trying {seeds} schedules of several tabs"),
        "many minutes",
        SEED,
    )
    .shown(command)
}

pub(crate) fn coverage(project: &Project) -> Result<()> {
    let sh = &project.sh;
    install::tool(project, LLVM_COV, "a minute", &[])?;
    install::rustup(project, cmd!(sh, "rustup component add llvm-tools"))?;
    let packages = CORE.iter().flat_map(|(name, _)| ["-p", name]);
    let command = cmd!(
        sh,
        "cargo llvm-cov test {packages...} --branch --show-missing-lines"
    )
    .args([
        "--ignore-filename-regex",
        "(^|/)(tests|xtask|testing|simulator)/",
    ])
    .env("CARGO_TARGET_DIR", project.tools().join("coverage"))
    // Branches are counted by a part of the compiler that is not stable yet.
    .env("RUSTC_BOOTSTRAP", "1");
    let remedy = "Repair what failed above, then run the command again.";
    step(
        "Testing the core with every line and branch counted",
        "10 minutes",
        remedy,
    )
    .shown(command)
}

pub(crate) fn mutants(project: &Project, asked: &Mutants) -> Result<()> {
    let only = asked.package.as_deref();
    let chosen: Vec<_> = CORE
        .iter()
        .filter(|(name, _)| only.is_none_or(|it| it == *name))
        .collect();
    if chosen.is_empty() {
        let names = format!("Name one of {}.", CORE.map(|(name, _)| name).join(", "));
        return Err(fault(
            "Choosing a crate",
            "It is not one of the core crates.",
            names,
        ));
    }
    install::tool(project, MUTANTS, "2 minutes", &[])?;
    let mut outcome = Ok(());
    for (name, others) in chosen {
        // The next crate is changed even if something survived in this one.
        outcome = outcome.and(change(project, name, others, &asked.options));
    }
    outcome
}

/// Changes one crate. Its own tests are quick to build; what survives them is tried again with those of
/// the other packages.
fn change(project: &Project, name: &str, others: &[&str], options: &[String]) -> Result<()> {
    let folder = project.tools().join("mutants").join(name);
    project.sh.create_dir(&folder)?;
    // Without it some of the crate is not compiled, and no change there can fail.
    let features = (name == "records").then_some("--features=records/schema");
    let with = |packages: &[&str], more: &[&str]| {
        let packages = packages.iter().flat_map(|it| ["--test-package", it]);
        let command = cmd!(
            project.sh,
            "cargo mutants -p {name} --no-shuffle --no-times --minimum-test-timeout 30 --output {folder} {features...} {packages...} {more...} {options...}"
        )
        .env("CARGO_PROFILE_DEV_DEBUG", "false")
        // A few cases find a change as surely as many, and each change waits for them.
        .env("PROPTEST_CASES", "16")
        .env("FUZZ_INPUTS", "1000");
        let remedy = "Write the test that is missing, or explain what survived in core.md.";
        step(
            format!("Changing the crate {name}"),
            "10 minutes to an hour",
            remedy,
        )
        .shown(command)
    };
    let own = with(&[name], &[]);
    if own.is_ok() || others.is_empty() {
        return own;
    }
    with(&[&[name], others].concat(), &["--iterate"])
}

/// Compares a build with one that somebody else made, by its `sri.json`; without one, builds in two clean
/// clones.
pub(crate) fn reproduce(project: &Project, asked: &Reproduce) -> Result<()> {
    match &asked.against {
        Some(hashes) => compare(project, hashes),
        None => build_twice(project),
    }
}

/// Builds here, and compares every file that the loader pins, and the loader, with `hashes`.
fn compare(project: &Project, hashes: &Path) -> Result<()> {
    build::release(project, &install::for_build(project)?)?;
    made_with(project);
    let remedy = "Compare the versions above with those of the other build, and the commits.";
    step("Comparing with the other build", "a second", remedy)
        .shown(cmd!(project.sh, "node packaging/compare.mjs {hashes}"))
}

/// Names everything whose version decides about the bytes.
fn made_with(project: &Project) {
    let sh = &project.sh;
    let named = |command| answer(command).unwrap_or_else(|| "not found".to_owned());
    let tools = named(cmd!(sh, "cargo install --list --root .tools"));
    let tools: Vec<&str> = tools
        .lines()
        .filter_map(|line| line.strip_suffix(':'))
        .collect();
    let npm = "for (const name of ['esbuild', 'binaryen']) console.log(`${name} v${require(`./node_modules/${name}/package.json`).version}`)";
    say(format_args!(
        "Made of {} with {}; {}; Node {}; {}",
        named(cmd!(sh, "git describe --always --dirty")),
        named(cmd!(sh, "rustc --version")),
        tools.join(", "),
        named(cmd!(sh, "node --version")),
        named(cmd!(sh, "node -e {npm}")).replace('\n', ", "),
    ));
}

/// Builds in two clean clones whose folders differ in name and depth. It shows that folders, times and
/// the order of files leave no trace; whether other machines give the same bytes, [`compare`] shows.
fn build_twice(project: &Project) -> Result<()> {
    let sh = &project.sh;
    let base = sh.create_temp_dir()?;
    let folders = ["one", "a/folder/much-deeper/than-the-other"].map(|name| base.path().join(name));
    let root = &project.root;
    let remedy = "Look at the log that is named above, then run the command again.";
    for folder in &folders {
        let quiet = |title: String, about| step(title, about, remedy);
        quiet(format!("Cloning into {}", folder.display()), "a second").logged(
            project,
            "reproduce-clone",
            cmd!(sh, "git clone --quiet {root} {folder}"),
        )?;
        // The tools are the same bytes wherever they lie; compiling them again would show nothing.
        sh.create_dir(folder.join(".tools"))?;
        for name in [
            ".tools/bin",
            ".tools/.crates.toml",
            ".tools/.crates2.json",
            "node_modules",
        ] {
            let (from, to) = (root.join(name), folder.join(name));
            cmd!(sh, "cp -R {from} {to}").quiet().run()?;
        }
        let _there = sh.push_dir(folder);
        quiet("Building there".into(), "some minutes").logged(
            project,
            "reproduce-build",
            cmd!(sh, "cargo xtask build").env_remove("CARGO_TARGET_DIR"),
        )?;
    }
    let [one, other] = folders.map(|folder| folder.join("dist"));
    let remedy = "Find what of the folder, the time or the order of files got into them.";
    step("Comparing both builds", "a second", remedy)
        .shown(cmd!(sh, "diff --recursive --brief {one} {other}"))?;
    made_with(project);
    say("Both builds gave the same bytes");
    Ok(())
}
