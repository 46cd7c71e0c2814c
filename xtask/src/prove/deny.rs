//! `cargo xtask deny`: what may come from elsewhere. Licences, sources and duplicates of every
//! crate by deny.toml; the pins of every npm package, none of which ships; advisories where their
//! database can be fetched.

use super::record;
use crate::fault::{Done, Fault};
use crate::install::host_command;
use crate::project::{Project, read};
use crate::step::{answer, run_shown, say};
use crate::toolchain::path_with;
use crate::tools;
use std::process::Command;

const REMEDY: &str = "deny.toml says what is allowed, and why. Change what is asked for in \
                      Cargo.toml, or explain there why it is right.";

pub(super) fn run(project: &Project) -> Done {
    pins(project)?;
    tools::ensure_one(project, &tools::DENY)?;
    run_shown(
        "Checking licences, sources and duplicates of every crate",
        "a second",
        REMEDY,
        deny(project).args(["check", "licenses", "sources", "bans"]),
    )?;
    let known = answer(deny(project).args(["fetch", "db"])).and_then(|_| day(project));
    if known.is_some() {
        run_shown(
            "Checking every crate against known advisories",
            "a second",
            "Update the crate that is named above, or explain in deny.toml why it does no harm.",
            deny(project).args(["check", "advisories"]),
        )?;
    } else {
        say("Advisories were NOT checked: their database could not be fetched from here");
    }
    let count = |file: &str, of: &str| Ok(read(&project.root.join(file))?.matches(of).count());
    let crates = count("Cargo.lock", "[[package]]")?;
    let packages = count("package-lock.json", "\"integrity\"")?;
    record::section(project, "deny", &[found(crates, packages, known)])
}

/// The day of the last change of the advisories that were fetched.
fn day(project: &Project) -> Option<String> {
    let databases = std::fs::read_dir(project.tools().join("advisories")).ok()?;
    let days = databases.flatten().filter_map(|database| {
        let mut git = Command::new("git");
        git.arg("-C").arg(database.path());
        answer(git.args(["log", "-1", "--format=%cs"]))
    });
    days.max()
}

fn found(crates: usize, packages: usize, known: Option<String>) -> String {
    let advisories = match known {
        Some(day) => format!("No advisory up to {day} is against any of the crates."),
        None => "Advisories could not be checked: their database could not be fetched.".to_owned(),
    };
    format!(
        "`cargo xtask deny`: the licences, sources and versions of {crates} crates are as `deny.toml` \
         allows, and {packages} npm packages, none of which ships, are pinned by version and hash. \
         {advisories}"
    )
}

fn deny(project: &Project) -> Command {
    let mut command = host_command(project, "cargo");
    command
        .args(["deny", "--all-features"])
        .env("PATH", path_with(&[project.tools().join("bin")]));
    command
}

/// npm packages build and test. Each is asked for at one version, and its lock has a hash of it.
fn pins(project: &Project) -> Done {
    let package = read(&project.root.join("package.json"))?;
    let lock = read(&project.root.join("package-lock.json"))?;
    let faults = loose(&package).into_iter().chain(unhashed(&lock));
    let faults: Vec<String> = faults.collect();
    if faults.is_empty() {
        return Ok(());
    }
    Err(Fault::new(
        "Checking the npm packages",
        faults.join("\n"),
        "Ask for one exact version, and run `npm install`.",
    ))
}

/// What is asked for by a range, or for more than building and testing.
fn loose(package: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if package.contains("\"dependencies\"") {
        faults.push("package.json has dependencies, as if npm code shipped.".to_owned());
    }
    let listed = package
        .split("\"devDependencies\"")
        .nth(1)
        .unwrap_or_default();
    for line in listed.lines() {
        if let Some((name, version)) = line.split_once("\": \"") {
            let version = version.trim_end_matches(['"', ',']);
            let exact = version.split('.').count() == 3
                && version
                    .chars()
                    .all(|letter| letter.is_ascii_digit() || letter == '.');
            if !exact {
                faults.push(format!(
                    "{} is not pinned: {version}",
                    name.trim().trim_matches('"')
                ));
            }
        }
    }
    faults
}

/// Packages of the lock file without a hash.
fn unhashed(lock: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut lines = lock.lines().peekable();
    while let Some(line) = lines.next() {
        let Some(name) = line.trim().strip_prefix("\"node_modules/") else {
            continue;
        };
        let name = name.trim_end_matches("\": {");
        let hashed = lines
            .by_ref()
            .take_while(|line| *line != "    }," && *line != "    }")
            .any(|line| line.trim().starts_with("\"integrity\": \"sha512-"));
        if !hashed {
            faults.push(format!("package-lock.json has no hash of {name}."));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_or_a_dependency_that_ships_is_told() {
        let good = "{\n\"devDependencies\": {\n\"ajv\": \"8.20.0\",\n\"esbuild\": \"0.28.2\"\n}}";
        assert_eq!(loose(good), Vec::<String>::new());
        assert_eq!(loose(&good.replace("8.20.0", "^8.20.0")).len(), 1);
        assert_eq!(loose(&good.replace("8.20.0", "latest")).len(), 1);
        assert_eq!(loose(&good.replace("devD", "d")).len(), 1);
    }

    #[test]
    fn a_locked_package_without_its_hash_is_told() {
        let with = "    \"node_modules/a\": {\n      \"version\": \"1.0.0\",\n      \"integrity\": \"sha512-x\"\n    },\n";
        assert_eq!(unhashed(with), Vec::<String>::new());
        let without = with.replace("integrity", "resolved");
        assert_eq!(
            unhashed(&format!("{without}{with}")),
            ["package-lock.json has no hash of a."]
        );
    }
}
