//! `cargo xtask mutants`: changes the core in one small way at a time, and sees that a test fails.
//! In slices, since each change is compiled and tested by itself: a part of the core, and the tests
//! that are about it.

use super::record;
use crate::fault::{Done, Fault};
use crate::install::host_command;
use crate::project::{Project, clear, make_folder, read, write};
use crate::step::say;
use crate::toolchain::path_with;
use crate::tools;
use std::process::Stdio;

struct Slice {
    name: &'static str,
    files: &'static [&'static str],
    /// Besides the tests inside the files: modules below `tests/`.
    tests: &'static [&'static str],
}

const SLICES: [Slice; 9] = [
    Slice {
        name: "scoring",
        files: &[
            "crates/measure/src/scoring.rs",
            "crates/measure/src/scoring/*.rs",
            "crates/measure/src/response.rs",
        ],
        tests: &["scoring/cases", "scoring/findings", "scoring/properties"],
    },
    Slice {
        name: "change",
        files: &["crates/measure/src/change.rs", "crates/measure/src/time.rs"],
        tests: &["scoring/change", "scoring/change_properties"],
    },
    Slice {
        name: "journal",
        files: &[
            "crates/records/src/journal.rs",
            "crates/records/src/registers.rs",
        ],
        tests: &[
            "storage/journal",
            "session/handover",
            "session/heard_of",
            "storage/one_tab",
            "tabs/merging",
            "tabs/late",
            "session/undo_foreign",
        ],
    },
    Slice {
        name: "storing",
        files: &[
            "crates/app/src/session/persistence.rs",
            "crates/app/src/session/elsewhere.rs",
            "crates/app/src/session/importing.rs",
            "crates/app/src/session/handover.rs",
            "crates/app/src/session/erasing.rs",
        ],
        tests: &[
            "session/way",
            "session/standing",
            "session/effects",
            "storage/one_tab",
            "storage/records",
            "tabs/merging",
            "tabs/late",
            "session/heard_of",
            "session/history",
            "storage/history",
            "session/undo",
            "session/undo_foreign",
            "session/handover",
            "session/importing",
            "storage/backups",
        ],
    },
    Slice {
        name: "session",
        files: &[
            "crates/app/src/session.rs",
            "crates/app/src/session/answering.rs",
            "crates/app/src/event.rs",
            "crates/app/src/session/history.rs",
            "crates/app/src/session/stopwatch.rs",
            "crates/app/src/session/update.rs",
        ],
        tests: &[
            "session/way",
            "session/directions",
            "session/standing",
            "session/effects",
            "session/screens",
            "session/heard_of",
            "session/history",
            "storage/history",
            "practice/storage",
            "storage/one_tab",
            "storage/records",
            "tabs/merging",
            "tabs/late",
            "session/importing",
            "session/undo",
            "session/undo_foreign",
            "after/hostile",
        ],
    },
    Slice {
        name: "record",
        files: &[
            "crates/records/src/lib.rs",
            "crates/records/src/csv.rs",
            "crates/records/src/document.rs",
            "crates/records/src/document/practice.rs",
            "crates/records/src/document/shape.rs",
            "crates/records/src/document/text.rs",
            "crates/records/src/past.rs",
            "crates/records/src/read.rs",
            "crates/records/src/sheet.rs",
            "crates/records/src/slot.rs",
            "crates/records/src/stored.rs",
        ],
        tests: &[
            "files/export",
            "files/csv",
            "files/sheet",
            "storage/journal",
            "storage/released",
            "storage/records",
            "session/history",
            "storage/history",
            "practice/export",
        ],
    },
    Slice {
        name: "import",
        files: &[
            "crates/records/src/import.rs",
            "crates/records/src/import/*.rs",
            "crates/records/src/store/backup.rs",
        ],
        tests: &[
            "files/import",
            "files/limits",
            "files/rules",
            "files/tampered",
            "storage/backup",
        ],
    },
    Slice {
        name: "store",
        files: &[
            "crates/records/src/store.rs",
            "crates/records/src/store/load.rs",
            "crates/records/src/store/memory.rs",
        ],
        tests: &[
            "storage/one_tab",
            "storage/records",
            "storage/history",
            "tabs/merging",
            "tabs/late",
            "storage/backup",
            "storage/released",
        ],
    },
    Slice {
        name: "json",
        files: &[
            "crates/json/src/lib.rs",
            "crates/json/src/*.rs",
            "crates/measure/src/instrument.rs",
            "crates/measure/src/instrument/*.rs",
        ],
        tests: &[
            "files/json",
            "instrument/faults",
            "instrument/rules",
            "storage/backup",
            "files/export",
            "files/limits",
            "scoring/cases",
            "files/sheet",
        ],
    },
];

/// The slices that were named; all of them if none was.
pub(super) fn chosen(rest: &[&str]) -> Result<Vec<String>, String> {
    let names: Vec<&str> = SLICES.iter().map(|slice| slice.name).collect();
    if let Some(unknown) = rest.iter().find(|name| !names.contains(name)) {
        let names = names.join(", ");
        return Err(format!(
            "There is no slice \"{unknown}\"; there are {names}."
        ));
    }
    let chosen = if rest.is_empty() { &names[..] } else { rest };
    Ok(chosen.iter().map(|name| (*name).to_owned()).collect())
}

pub(super) fn run(project: &Project, names: &[String]) -> Done {
    tools::ensure_one(project, &tools::MUTANTS)?;
    for slice in SLICES
        .iter()
        .filter(|slice| names.iter().any(|name| name == slice.name))
    {
        let found = slice.run(project)?;
        record::section(project, &format!("mutants {}", slice.name), &found)?;
    }
    say("docs/reliability/core.md lists what survived");
    Ok(())
}

impl Slice {
    fn run(&self, project: &Project) -> Done<Vec<String>> {
        let folder = project.tools().join("mutants").join(self.name);
        clear(&folder)?;
        make_folder(&folder)?;
        let mut command = host_command(project, "cargo");
        command
            .args([
                "mutants",
                "--package",
                "leadership-audit",
                "--no-default-features",
            ])
            .args(["--no-shuffle", "--no-times", "--minimum-test-timeout", "30"])
            .args(["--cargo-arg=--lib", "--cargo-arg=--test=slice", "--output"])
            .arg(&folder)
            .args(self.files.iter().flat_map(|file| ["--file", file]))
            .env("PATH", path_with(&[project.tools().join("bin")]))
            .env("CARGO_PROFILE_DEV_DEBUG", "false")
            // Many quick cases find a change as surely as more, and each change waits for them.
            .env("PROPTEST_CASES", "16")
            .stdin(Stdio::null());
        say(format_args!(
            "Changing {} (3 to 15 minutes)",
            self.files.join(", ")
        ));
        let together = project.root.join("tests/slice.rs");
        write(&together, &self.together())?;
        // It ends with an error when a change survived: what it found counts, not how it ended.
        let ended = command.status();
        std::fs::remove_file(&together)
            .map_err(|error| Fault::file("remove", &together, &error))?;
        let list = |name: &str| read(&folder.join("mutants.out").join(name));
        if ended.is_err() || list("caught.txt").is_err() {
            return Err(Fault::new(
                format!("Changing {}", self.files.join(", ")),
                "cargo-mutants wrote no result; see above.",
                "See that the tests pass as they are, then run the command again.",
            ));
        }
        let lines = |name: &str| -> Done<Vec<String>> {
            Ok(list(name)?.lines().map(str::to_owned).collect())
        };
        let (caught, timed_out) = (lines("caught.txt")?, lines("timeout.txt")?);
        let (missed, unviable) = (lines("missed.txt")?, lines("unviable.txt")?);
        Ok(self.rows(caught.len(), timed_out.len(), unviable.len(), &missed))
    }

    /// All tests of the slice as one program, which is linked once for each change.
    fn together(&self) -> String {
        let mut text = "#![cfg(not(target_arch = \"wasm32\"))]\nmod common;\n".to_owned();
        for test in self.tests {
            let name = test.replace('/', "_");
            text += &format!("#[path = \"{test}.rs\"]\nmod {name};\n");
        }
        text
    }

    fn rows(&self, caught: usize, late: usize, unviable: usize, missed: &[String]) -> Vec<String> {
        let mut rows = vec![format!(
            "`cargo xtask mutants {}`: {caught} changes made a test fail, {late} made one run without \
             end, {unviable} did not compile, {} survived.",
            self.name,
            missed.len()
        )];
        if !missed.is_empty() {
            rows.push(String::new());
        }
        rows.extend(missed.iter().map(|missed| format!("- `{missed}`")));
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_are_chosen_by_name() {
        assert_eq!(chosen(&[]).map(|all| all.len()), Ok(SLICES.len()));
        assert_eq!(chosen(&["json"]), Ok(vec!["json".to_owned()]));
        assert!(chosen(&["ui"]).unwrap_err().contains("scoring"));
    }

    #[test]
    fn what_survived_is_listed() {
        let rows = SLICES[0].rows(3, 1, 0, &["crates/measure/src/scoring.rs:1:2: x".into()]);
        assert_eq!(rows.len(), 3);
        assert!(
            rows[0].contains("3 changes") && rows[2].contains("crates/measure/src/scoring.rs:1:2")
        );
    }
}
