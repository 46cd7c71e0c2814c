//! `cargo xtask coverage`: which lines and branches of the pure core the native tests reach. Those
//! that they do not reach are listed; each is explained where it stands.

use super::record;
use crate::fault::{Done, Fault};
use crate::install::host_command;
use crate::project::{Project, read};
use crate::step::{Quiet, answer, command, run_shown, say};
use crate::toolchain::path_with;
use crate::tools;
use std::collections::BTreeMap;

/// What is not the pure core: it is tested in a browser, or is a test itself.
const NOT_CORE: &str =
    r"(^|/)(tests|examples|xtask|src/shell|src/ui|src/bin)/|src/(main|shell|ui)\.rs";

pub fn run(project: &Project) -> Done {
    llvm_tools(project)?;
    tools::ensure_one(project, &tools::LLVM_COV)?;
    let output = project.tools().join("coverage.json");
    let path = path_with(&[project.tools().join("bin")]);
    run_shown(
        "Testing the pure core with every line and branch counted",
        "10 minutes",
        "Repair what failed above, then run the command again.",
        host_command(project, "cargo")
            .args(["llvm-cov", "test", "--no-default-features", "--branch"])
            .args(["--ignore-filename-regex", NOT_CORE])
            .args(["--text", "--output-path"])
            .arg(&output)
            .env("PATH", path)
            .env("CARGO_TARGET_DIR", project.tools().join("coverage"))
            // Branches are counted by a part of the compiler that is not stable yet. What ships is
            // never built with it.
            .env("RUSTC_BOOTSTRAP", "1"),
    )?;
    let files = counted(&read(&output)?, &project.root.to_string_lossy());
    if files.is_empty() {
        return Err(Fault::new(
            "Reading what was counted",
            format!("{} names no file.", output.display()),
            "Delete .tools/coverage, then run the command again.",
        ));
    }
    record::section(project, "coverage", &rows(&files))?;
    say("docs/reliability/core.md says what is covered");
    Ok(())
}

/// Rustup's minimal profile comes without the programs that read what was counted.
fn llvm_tools(project: &Project) -> Done {
    let here = answer(command("rustup").args(["component", "list", "--installed"]));
    if here.is_some_and(|list| list.contains("llvm-tools")) {
        return Ok(());
    }
    Quiet {
        title: "Adding llvm-tools with rustup",
        about: "some seconds",
        log: "rustup-llvm-tools",
        remedy: "Install llvm-tools for this compiler, then run the command again.",
        limit: None,
    }
    .run(
        project,
        command("rustup").args(["component", "add", "llvm-tools"]),
    )
}

/// One file of the core.
#[derive(Debug, PartialEq, Default)]
struct Counted {
    name: String,
    lines: usize,
    /// Lines that were never reached, and their text.
    missed: Vec<(usize, String)>,
    /// Whether each branch, by line and column, went the one way and the other. One that stands in
    /// generic code is listed once for each type, and counts once.
    ways: BTreeMap<String, (bool, bool)>,
}

impl Counted {
    fn branches(&self) -> usize {
        2 * self.ways.len()
    }

    /// The branches that never went one of their ways.
    fn one_way(&self) -> Vec<String> {
        let missed = |(yes, no): (bool, bool)| usize::from(!yes) + usize::from(!no);
        let ways = self.ways.iter();
        ways.flat_map(|(place, ways)| std::iter::repeat_n(place.clone(), missed(*ways)))
            .collect()
    }
}

/// Reads the listing of llvm-cov: lines of `number|count|text`, and under them the branches.
fn counted(listing: &str, root: &str) -> Vec<Counted> {
    let mut files: Vec<Counted> = Vec::new();
    for line in listing.lines() {
        if let Some(path) = line.strip_suffix(':').filter(|path| path.starts_with('/')) {
            let name = path.strip_prefix(root).unwrap_or(path);
            files.push(Counted {
                name: name.trim_start_matches('/').to_owned(),
                ..Counted::default()
            });
            continue;
        }
        let Some(file) = files.last_mut() else {
            continue;
        };
        if let Some(rest) = line.trim_start_matches([' ', '|']).strip_prefix("Branch (") {
            let place = rest.split(')').next().unwrap_or_default();
            let went = |way: &str| rest.contains(way) && !rest.contains(&format!("{way}: 0"));
            let ways = file.ways.entry(place.to_owned()).or_default();
            *ways = (ways.0 || went("True"), ways.1 || went("False"));
            continue;
        }
        let mut parts = line.splitn(3, '|');
        let (number, count, text) = (parts.next(), parts.next(), parts.next());
        if let (Some(number), Some(count), Some(text)) = (number, count, text)
            && let Ok(number) = number.trim().parse::<usize>()
            && !count.trim().is_empty()
        {
            file.lines += 1;
            if count.trim() == "0" {
                file.missed.push((number, text.trim().to_owned()));
            }
        }
    }
    files.retain(|file| file.lines > 0);
    files
}

fn rows(files: &[Counted]) -> Vec<String> {
    let sum = |of: fn(&Counted) -> usize| files.iter().map(of).sum::<usize>();
    let (lines, missed) = (sum(|file| file.lines), sum(|file| file.missed.len()));
    let (branches, one_way) = (sum(Counted::branches), sum(|file| file.one_way().len()));
    let mut rows = vec![
        "`cargo xtask coverage`".into(),
        String::new(),
        format!(
            "{} of {lines} lines and {} of {branches} branches of the pure core, in {} files.",
            lines - missed,
            branches - one_way,
            files.len()
        ),
    ];
    let gaps: Vec<&Counted> = files
        .iter()
        .filter(|file| !file.missed.is_empty() || !file.one_way().is_empty())
        .collect();
    if !gaps.is_empty() {
        rows.extend([
            String::new(),
            "| file | lines never reached | branches that went one way |".into(),
            "|---|---|---|".into(),
        ]);
    }
    for file in gaps {
        let missed: Vec<String> = file
            .missed
            .iter()
            .map(|(line, _)| line.to_string())
            .collect();
        rows.push(format!(
            "| `{}` | {} | {} |",
            file.name,
            missed.join(", "),
            file.one_way().join(", ")
        ));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_reached_is_read_out_of_the_listing() {
        let listing = "\
/here/src/time.rs:
    1|       |//! Moments.
    2|     12|    let a = b;
    3|      0|    never();
  ------------------
  |  Branch (2:9): [True: 3, False: 0]
  |  Branch (2:20): [True: 3, False: 9]
  |  Branch (2:30): [True: 0, False: 9]
  |  Branch (2:30): [True: 1, False: 0]
  ------------------

";
        let files = counted(listing, "/here");
        assert_eq!(files.len(), 1);
        assert_eq!(files[0].name, "src/time.rs");
        assert_eq!((files[0].lines, files[0].branches()), (2, 6));
        assert_eq!(files[0].missed, [(3, "never();".to_owned())]);
        assert_eq!(files[0].one_way(), ["2:9"]);
        let rows = rows(&files).join("\n");
        assert!(rows.contains("1 of 2 lines and 5 of 6 branches"), "{rows}");
        assert!(rows.contains("| `src/time.rs` | 3 | 2:9 |"), "{rows}");
    }
}
