//! Packages of a Debian-like system.

use crate::fault::{Done, Fault};
use crate::project::Project;
use crate::step::{Quiet, answer, command};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether this system has apt at all.
pub(crate) fn here() -> bool {
    Path::new("/usr/bin/apt-get").exists()
}

/// Installs those of `packages` that are missing; `purpose` says what for.
pub(crate) fn install(project: &Project, purpose: &str, packages: &[&str]) -> Done {
    let missing = missing(packages, &installed(packages));
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    if !am_root() {
        return Err(Fault::new(
            format!("Installing {purpose} with apt"),
            format!("These Debian packages are missing, and only root may install them: {list}"),
            format!("Run `sudo apt-get install --no-install-recommends {list}`, then this again."),
        ));
    }
    update(project)?;
    let title = format!("Installing {purpose}, system-wide, with apt: {list}");
    let remedy = format!("Repair what apt complains of, or install by hand: {list}");
    Quiet {
        title: &title,
        about: "up to a minute",
        log: "apt-install",
        remedy: &remedy,
        limit: None,
    }
    .run(
        project,
        command("apt-get")
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["-o", "DPkg::Lock::Timeout=120"])
            // Rather fail than take away what somebody else put there.
            .args(["install", "--yes", "--no-remove", "--no-install-recommends"])
            .args(&missing),
    )
}

/// Fetches the lists of packages once per run. If that fails, the old lists may still do.
fn update(project: &Project) -> Done {
    static DONE: AtomicBool = AtomicBool::new(false);
    if DONE.swap(true, Ordering::Relaxed) {
        return Ok(());
    }
    let outcome = Quiet {
        title: "Fetching apt's lists of packages",
        about: "a few seconds",
        log: "apt-update",
        remedy: "",
        limit: None,
    }
    .run(
        project,
        command("apt-get")
            .args(["-o", "DPkg::Lock::Timeout=120"])
            .arg("update"),
    );
    if outcome.is_err() {
        crate::step::say("  apt-get update failed; going on with the lists that are there");
    }
    Ok(())
}

/// The version of an installed package.
pub(crate) fn version(package: &str) -> Option<String> {
    let format = "-f=${db:Status-Status} ${Version}";
    let line = answer(command("dpkg-query").args(["-W", format, package]))?;
    line.strip_prefix("installed ").map(str::to_owned)
}

fn installed(packages: &[&str]) -> Vec<String> {
    let found = packages.iter().filter(|package| version(package).is_some());
    found.map(std::string::ToString::to_string).collect()
}

fn missing<'a>(wanted: &[&'a str], installed: &[String]) -> Vec<&'a str> {
    let mut wanted = wanted.to_vec();
    wanted.retain(|package| !installed.iter().any(|have| have == package));
    wanted
}

fn am_root() -> bool {
    answer(command("id").arg("-u")).as_deref() == Some("0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_not_there_is_missing() {
        let have = vec!["chromium".to_owned()];
        let wanted = ["chromium", "chromium-driver"];
        assert_eq!(missing(&wanted, &have), ["chromium-driver"]);
        assert!(missing(&["chromium"], &have).is_empty());
    }
}
