//! `cargo xtask coverage`: which lines and branches of the pure core the native tests reach. Each gap
//! is explained where it stands, by a comment that begins with [`MARK`]; one that is not is a fault.

use super::record;
use crate::fault::{Done, Fault};
use crate::install::host_command;
use crate::project::{Project, read};
use crate::step::{Quiet, answer, command, run_shown, say};
use crate::toolchain::path_with;
use crate::tools;
use std::collections::{BTreeMap, BTreeSet};

/// What is not the pure core: it is tested in a browser, or is a test itself.
const NOT_CORE: &str =
    r"(^|/)(tests|examples|xtask|src/shell|src/ui|src/bin)/|src/(main|shell|ui)\.rs";

/// Begins the comment that explains a gap: in the line of code beside or below it, and in those that
/// follow without one that was reached between.
const MARK: &str = "// Not reached: ";

pub(super) fn run(project: &Project) -> Done {
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
    let unexplained: Vec<String> = files.iter().flat_map(Counted::unexplained).collect();
    if !unexplained.is_empty() {
        return Err(Fault::new(
            "Counting lines and branches of the pure core",
            format!("Nothing explains these:\n{}", unexplained.join("\n")),
            format!("Test them, do without them, or say at the place why not: {MARK}…"),
        ));
    }
    say("Every line and branch of the pure core is reached, or says why not");
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
    /// Lines that were never reached.
    missed: BTreeSet<usize>,
    /// Whether each branch, by line and column, went the one way and the other. One that stands in
    /// generic code is listed once for each type, and counts once.
    ways: BTreeMap<(usize, usize), (bool, bool)>,
    /// What explains a line or its branches.
    reasons: BTreeMap<usize, String>,
    /// The comment that holds for the line being read, and whether it has explained one yet.
    reason: Option<(String, bool)>,
}

impl Counted {
    fn branches(&self) -> usize {
        2 * self.ways.len()
    }

    /// The lines of the branches that never went one of their ways, once for each way.
    fn one_way(&self) -> Vec<usize> {
        let missed = |(yes, no): (bool, bool)| usize::from(!yes) + usize::from(!no);
        let ways = self.ways.iter();
        ways.flat_map(|((line, _), ways)| std::iter::repeat_n(*line, missed(*ways)))
            .collect()
    }

    /// Every line with a gap.
    fn gaps(&self) -> BTreeSet<usize> {
        let missed = self.missed.iter().copied();
        missed.chain(self.one_way()).collect()
    }

    /// Gaps that no comment explains, as `file:line`.
    fn unexplained(&self) -> Vec<String> {
        let gaps = self.gaps().into_iter();
        gaps.filter(|line| !self.reasons.contains_key(line))
            .map(|line| format!("{}:{line}", self.name))
            .collect()
    }

    /// Takes in a line of the program.
    fn line(&mut self, number: usize, count: &str, text: &str) {
        if let Some((_, reason)) = text.split_once(MARK) {
            self.reason = Some((reason.trim().to_owned(), false));
        } else if let Some((reason, _)) = self.reason.as_mut().filter(|_| text.starts_with("//")) {
            reason.push(' ');
            reason.push_str(text.trim_start_matches(['/', ' ']));
        }
        if count.is_empty() {
            return;
        }
        self.lines += 1;
        let reached = count != "0";
        if !reached {
            self.missed.insert(number);
        }
        if let Some((reason, begun)) = &mut self.reason {
            if reached && *begun {
                self.reason = None;
            } else {
                *begun = true;
                self.reasons.insert(number, reason.clone());
            }
        }
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
            let Some(place) = rest.split_once(')').and_then(|(place, _)| {
                let (line, column) = place.split_once(':')?;
                Some((line.parse().ok()?, column.parse().ok()?))
            }) else {
                continue;
            };
            let went = |way: &str| rest.contains(way) && !rest.contains(&format!("{way}: 0"));
            let ways = file.ways.entry(place).or_default();
            *ways = (ways.0 || went("True"), ways.1 || went("False"));
            continue;
        }
        let mut parts = line.splitn(3, '|');
        let (number, count, text) = (parts.next(), parts.next(), parts.next());
        if let (Some(number), Some(count), Some(text)) = (number, count, text)
            && let Ok(number) = number.trim().parse::<usize>()
        {
            file.line(number, count.trim(), text.trim());
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
    let gaps: Vec<String> = files.iter().flat_map(Counted::rows).collect();
    if !gaps.is_empty() {
        rows.extend([
            String::new(),
            "| never reached, or in one way only | why |".into(),
            "|---|---|".into(),
        ]);
        rows.extend(gaps);
    }
    rows
}

impl Counted {
    /// A row of the table for each reason, and one for what has none.
    fn rows(&self) -> Vec<String> {
        let mut by_reason: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for line in self.gaps() {
            let reason = self.reasons.get(&line).map_or("**unexplained**", |it| it);
            by_reason.entry(reason).or_default().push(line.to_string());
        }
        let rows = by_reason.iter();
        rows.map(|(reason, lines)| format!("| `{}` {} | {reason} |", self.name, lines.join(", ")))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_reached_is_read_out_of_the_listing() {
        let listing = "\
/here/crates/measure/src/time.rs:
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
        assert_eq!(files[0].name, "crates/measure/src/time.rs");
        assert_eq!((files[0].lines, files[0].branches()), (2, 6));
        assert_eq!(files[0].missed, BTreeSet::from([3]));
        assert_eq!(files[0].one_way(), [2]);
        assert_eq!(
            files[0].unexplained(),
            [
                "crates/measure/src/time.rs:2",
                "crates/measure/src/time.rs:3"
            ]
        );
        let rows = rows(&files).join("\n");
        assert!(rows.contains("1 of 2 lines and 5 of 6 branches"), "{rows}");
        assert!(
            rows.contains("| `crates/measure/src/time.rs` 2, 3 | **unexplained** |"),
            "{rows}"
        );
    }

    #[test]
    fn a_comment_explains_a_line_and_what_follows_as_far_as_it_was_not_reached() {
        let listing = "\
/here/crates/measure/src/time.rs:
    1|     12|    before();
    2|       |    // Not reached: the parser has
    3|       |    // seen to it.
    4|     12|    let Some(item) = item else {
    5|      0|        return;
    6|       |    };
    7|      5|    reached();
    8|      0|    never();
    9|      5|    reached();
   10|      0|    return; // Not reached: for another reason.
  ------------------
  |  Branch (4:9): [True: 3, False: 0]
  ------------------
";
        let files = counted(listing, "/here");
        assert_eq!(files[0].unexplained(), ["crates/measure/src/time.rs:8"]);
        let rows = rows(&files).join("\n");
        assert!(
            rows.contains("` 4, 5 | the parser has seen to it. |"),
            "{rows}"
        );
        assert!(rows.contains("` 10 | for another reason. |"), "{rows}");
    }
}
