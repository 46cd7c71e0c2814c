//! `cargo xtask reproduce`: builds dist/ twice from what is committed, in folders of different
//! names and depths, and compares every byte. A folder with a space in its name is the one case that
//! [`crate::remap`] cannot hide.

use super::record;
use crate::fault::{Done, Fault};
use crate::project::{Project, clear, make_folder};
use crate::step::{Quiet, answer, command, say};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const REMEDY: &str = "Look at the log that is named above, then run the command again.";

pub(super) fn run(project: &Project) -> Done {
    let base = std::env::temp_dir().join(format!("leadership-audit-{}", std::process::id()));
    let folders = [
        base.join("one"),
        base.join("a/folder/much-deeper/than-the-other"),
    ];
    let outcome = both(project, &folders);
    clear(&base)?;
    let (files, bytes) = outcome?;
    let commit = answer(
        command("git")
            .current_dir(&project.root)
            .args(["rev-parse", "HEAD"]),
    );
    let compiler = answer(command("rustc").arg("-V")).unwrap_or_default();
    record::section(
        project,
        "reproduce",
        &[format!(
            "`cargo xtask reproduce`: {files} files of {bytes} bytes are the same from two clean \
             clones in folders of different names, commit `{}`, {compiler}.",
            commit.unwrap_or_default().get(..12).unwrap_or_default()
        )],
    )?;
    say("Both builds gave the same bytes");
    Ok(())
}

fn both(project: &Project, folders: &[PathBuf; 2]) -> Done<(usize, usize)> {
    for folder in folders {
        build(project, folder)?;
    }
    let [one, other] = [&folders[0], &folders[1]].map(|folder| contents(&folder.join("dist")));
    let (one, other) = (one?, other?);
    let mut different: Vec<String> = one
        .keys()
        .chain(other.keys())
        .filter(|name| one.get(*name) != other.get(*name))
        .cloned()
        .collect();
    different.dedup();
    if one.is_empty() || !different.is_empty() {
        return Err(Fault::new(
            "Comparing two builds",
            format!("These differ: {}", different.join(", ")),
            "Find what of the folder, the time or the order of files got into them.",
        ));
    }
    Ok((one.len(), one.values().map(Vec::len).sum()))
}

/// A clean clone with the tools that are here already, built.
fn build(project: &Project, folder: &Path) -> Done {
    make_folder(folder.parent().unwrap_or(folder))?;
    let title = format!("Building in {}", folder.display());
    let step = |title, log, about| Quiet {
        title,
        about,
        log,
        remedy: REMEDY,
        limit: None,
    };
    step("Cloning what is committed", "reproduce-clone", "a second").run(
        project,
        command("git")
            .args(["clone", "--quiet"])
            .arg(&project.root)
            .arg(folder),
    )?;
    // The tools are the same bytes wherever they lie; compiling them again would show nothing.
    for name in [".tools/bin", "node_modules"] {
        let from = project.root.join(name);
        if from.exists() {
            let to = folder.join(name);
            make_folder(to.parent().unwrap_or(&to))?;
            step("Copying the tools", "reproduce-tools", "some seconds")
                .run(project, command("cp").arg("-R").arg(&from).arg(&to))?;
        }
    }
    step(&title, "reproduce-build", "some minutes").run(
        project,
        command("cargo")
            .current_dir(folder)
            .env_remove("CARGO_TARGET_DIR")
            .args(["xtask", "build"]),
    )
}

/// Every file below a folder, by its path there.
fn contents(root: &Path) -> Done<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut open = vec![root.to_path_buf()];
    while let Some(folder) = open.pop() {
        let entries =
            std::fs::read_dir(&folder).map_err(|error| Fault::file("read", &folder, &error))?;
        for entry in entries.flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let bytes = std::fs::read(&path).map_err(|error| Fault::file("read", &path, &error))?;
            let name = path.strip_prefix(root).unwrap_or(&path);
            found.insert(name.display().to_string(), bytes);
        }
    }
    Ok(found)
}
