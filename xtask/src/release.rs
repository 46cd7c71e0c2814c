//! `cargo xtask release`: everything for a release page, in `target/release-page/`. RELEASING.md has what
//! is done before and after.

use crate::flags::Release;
use crate::step::{Project, answer, fault, say, step};
use crate::{build, docs, install};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use xshell::cmd;

const REPAIR: &str = "Repair what is named above, then run the command again.";
/// What a signature is for: one that was made for anything else does not count.
const NAMESPACE: &str = "leadership-audit-release";
/// Who signs, as `packaging/allowed_signers` names them.
const SIGNER: &str = "leadership-audit";
const SIGNERS: &str = "packaging/allowed_signers";

pub(crate) fn run(project: &Project, asked: &Release) -> Result<()> {
    committed(project)?;
    let version = version(project)?;
    let changelog = project.sh.read_file("CHANGELOG.md")?;
    let heading = if asked.rehearse {
        "Unreleased"
    } else {
        &version
    };
    let notes = section(&changelog, heading).ok_or_else(|| no_section(heading))?;
    let key = asked.sign.as_deref().map(|key| readable(project, key));
    let key = key.transpose()?;

    let env = install::for_build(project)?;
    install::for_release(project)?;
    build::release(project, &env)?;

    let work = project.root.join("target/release-work");
    project.sh.remove_path(&work)?;
    project.sh.create_dir(&work)?;
    let notes_file = work.join("notes.md");
    project.sh.write_file(&notes_file, notes)?;
    let command = if asked.rehearse {
        "cargo xtask release --rehearse"
    } else {
        "cargo xtask release"
    };
    let [page, again] = ["first", "second"].map(|name| work.join(name));
    for folder in [&page, &again] {
        gather(project, folder, &notes_file, command)?;
    }
    let [page, again] = [page, again].map(|folder| folder.join("page"));
    let remedy = "Find what of the time, the folder or the order of files got into them.";
    step("Comparing two makings of the page", "a second", remedy)
        .shown(cmd!(project.sh, "diff --recursive --brief {page} {again}"))?;
    match &key {
        Some(key) => sign(project, &page, key, asked.rehearse)?,
        None => say("SHA256SUMS is NOT signed: no --sign KEYFILE was given"),
    }
    let done = project.root.join("target/release-page");
    project.sh.remove_path(&done)?;
    std::fs::rename(&page, &done)?;
    project.sh.remove_path(&work)?;
    say(format_args!(
        "{} holds the page of {heading}; RELEASING.md has what comes next",
        done.display()
    ));
    Ok(())
}

/// What is published is what a commit has, or nobody could make it again.
fn committed(project: &Project) -> Result<()> {
    let changed = answer(cmd!(project.sh, "git status --porcelain"))
        .context("git cannot say what has changed here")?;
    if changed.is_empty() {
        return Ok(());
    }
    Err(fault(
        "Looking for changes that are in no commit",
        format_args!("git status names:\n{changed}"),
        "Commit them, or take them away, then run the command again.",
    ))
}

fn version(project: &Project) -> Result<String> {
    let id = answer(cmd!(project.sh, "cargo pkgid --package leadership-audit"))
        .context("cargo does not know the package leadership-audit")?;
    Ok(id.rsplit(['@', '#']).next().unwrap_or_default().to_owned())
}

/// A section of the changelog, without its heading: from `## 1.2.3`, `## [1.2.3]` or either with a date, to the
/// next such heading.
fn section(changelog: &str, name: &str) -> Option<String> {
    let is_its_heading = |line: &str| {
        let words = line.strip_prefix("## ")?.split_whitespace().next()?;
        Some(words.trim_matches(['[', ']']) == name)
    };
    let lines = changelog.lines();
    let lines = lines.skip_while(|line| is_its_heading(line) != Some(true));
    let lines = lines.skip(1).take_while(|line| !line.starts_with("## "));
    let text = lines.collect::<Vec<_>>().join("\n").trim().to_owned();
    (!text.is_empty()).then(|| text + "\n")
}

fn no_section(heading: &str) -> anyhow::Error {
    fault(
        format_args!("Looking for “{heading}” in CHANGELOG.md"),
        "It has no section of that name, or an empty one.",
        format_args!(
            "Make of “## Unreleased” a section “## {heading} - YYYY-MM-DD”; to rehearse with what is \
             not released yet, add --rehearse."
        ),
    )
}

fn readable(project: &Project, key: &Path) -> Result<PathBuf> {
    // The shell of the steps is in the project's folder, whoever called may be elsewhere.
    let path = std::path::absolute(key)?;
    if project.sh.path_exists(&path) {
        return Ok(path);
    }
    Err(fault(
        "Looking for the key to sign with",
        format_args!("There is no {}.", path.display()),
        "Name the file of an SSH key: a private one, or a public one whose private half an agent has.",
    ))
}

/// All that follows from `dist/` and the documents: packages, lists of what is in them, checksums. In
/// `folder`, the page itself in its folder `page`.
fn gather(project: &Project, folder: &Path, notes: &Path, command: &str) -> Result<()> {
    let sh = &project.sh;
    let [site, packages, sbom, page] =
        ["docs", "packages", "sbom", "page"].map(|name| folder.join(name));
    docs::build(project, &site)?;
    step(
        "Packing dist/ with the documentation",
        "half a minute",
        REPAIR,
    )
    .logged(
        project,
        "pack",
        cmd!(sh, "node packaging/pack.mjs --docs {site} --out {packages}"),
    )?;
    list_crates(project, &folder.join("checkout"), &sbom)?;
    let from = ["--packages".into(), packages, "--sbom".into(), sbom];
    let notes = ["--notes".as_ref(), notes, "--command".as_ref()];
    step("Writing provenance and checksums", "a second", REPAIR).logged(
        project,
        "release-page",
        cmd!(
            sh,
            "node packaging/release-page.mjs {from...} {notes...} {command} --out {page}"
        ),
    )
}

/// Lists the crates of what ships. In a clone, since the tool leaves a file beside every Cargo.toml.
fn list_crates(project: &Project, clone: &Path, sbom: &Path) -> Result<()> {
    let sh = &project.sh;
    let root = &project.root;
    let quiet = |title: &str| step(title, "a second", REPAIR);
    quiet("Cloning the commit").logged(
        project,
        "release-clone",
        cmd!(sh, "git clone --quiet {root} {clone}"),
    )?;
    let options = "--format json --spec-version 1.5 --no-build-deps --override-filename bom";
    let options = options.split(' ').chain(["--target", install::TARGET]);
    let manifest = clone.join("Cargo.toml");
    let time = answer(cmd!(sh, "git log -1 --format=%ct")).unwrap_or_default();
    quiet("Listing the crates of what ships").logged(
        project,
        "cyclonedx",
        cmd!(
            sh,
            "cargo cyclonedx --manifest-path {manifest} {options...}"
        )
        // The time of the commit in place of that of the list, and no random number.
        .env("SOURCE_DATE_EPOCH", time),
    )?;
    quiet("Writing the lists of crates").logged(
        project,
        "sbom",
        cmd!(
            sh,
            "node packaging/sbom.mjs --checkout {clone} --out {sbom}"
        ),
    )
}

/// Signs the checksums, and so all that they are of, and checks the signature as others will.
fn sign(project: &Project, page: &Path, key: &Path, rehearsed: bool) -> Result<()> {
    let sh = &project.sh;
    let sums = page.join("SHA256SUMS");
    let signature = page.join("SHA256SUMS.sig");
    step(
        "Signing SHA256SUMS",
        "a second",
        "See that ssh-keygen is there, and that the key is one to sign with.",
    )
    .shown(cmd!(
        sh,
        "ssh-keygen -Y sign -f {key} -n {NAMESPACE} {sums}"
    ))?;
    let check = if rehearsed {
        cmd!(
            sh,
            "ssh-keygen -Y check-novalidate -n {NAMESPACE} -s {signature}"
        )
    } else {
        cmd!(
            sh,
            "ssh-keygen -Y verify -f {SIGNERS} -I {SIGNER} -n {NAMESPACE} -s {signature}"
        )
    };
    let said = check.quiet().stdin(sh.read_file(&sums)?).read();
    say(said.map_err(|error| {
        fault(
            "Checking the signature",
            error,
            format_args!("Name the public half of the key in {SIGNERS}: see RELEASING.md."),
        )
    })?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHANGELOG: &str = "# Changelog\n\n## Unreleased\n\n## [1.2.0] - 2027-01-31\n\n### Added\n\n- One.\n\n\
                             ## 1.1.0 - 2026-12-24\n\n- Another.\n\n[1.2.0]: x\n";

    #[test]
    fn a_section_ends_where_the_next_begins() {
        let found = section(CHANGELOG, "1.2.0");
        assert_eq!(found.as_deref(), Some("### Added\n\n- One.\n"));
        let last = section(CHANGELOG, "1.1.0").unwrap();
        assert!(last.starts_with("- Another.\n"), "{last}");
    }

    #[test]
    fn a_section_that_is_missing_or_empty_is_none() {
        assert_eq!(section(CHANGELOG, "Unreleased"), None);
        assert_eq!(section(CHANGELOG, "1.2"), None);
        assert_eq!(section(CHANGELOG, "2.0.0"), None);
    }
}
