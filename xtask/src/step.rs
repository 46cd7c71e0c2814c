//! Running programs and reporting on them: one line when a step starts, with about how long it
//! takes; if it fails, what failed, why, and what to do.

use anyhow::{Context, Error, Result, anyhow};
use std::fmt::Display;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;
use xshell::{Cmd, Shell};

/// The checkout, and a shell in its folder. What gets installed is put on this shell's `PATH`.
pub(crate) struct Project {
    pub(crate) root: PathBuf,
    pub(crate) sh: Shell,
}

/// The environment of commands that compile for wasm32, beyond the usual one. Empty where rustup
/// provides the target.
pub(crate) type WasmEnv = Vec<(&'static str, String)>;

impl Project {
    /// Cargo says at run time where this crate lies, so a moved checkout works.
    pub(crate) fn here() -> Result<Project> {
        let xtask = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = xtask
            .parent()
            .context("xtask/ has no parent folder")?
            .to_path_buf();
        let sh = Shell::new()?;
        sh.change_dir(&root);
        let project = Project { root, sh };
        let tools = [
            project.tools().join("bin"),
            project.root.join("node_modules/.bin"),
        ];
        project.sh.set_var("PATH", path_with(&tools)?);
        Ok(project)
    }

    /// Everything that is installed for this project alone. Ignored by git, safe to delete.
    pub(crate) fn tools(&self) -> PathBuf {
        self.root.join(".tools")
    }

    /// Where a quiet step leaves its output.
    pub(crate) fn log(&self, name: &str) -> PathBuf {
        self.tools().join("logs").join(format!("{name}.log"))
    }
}

/// `PATH` with `folders` in front.
pub(crate) fn path_with(folders: &[PathBuf]) -> Result<String> {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(std::env::split_paths(&old));
    let path = std::env::join_paths(all).context("a folder's name contains a colon")?;
    path.into_string()
        .map_err(|path| anyhow!("PATH is not UTF-8: {}", path.display()))
}

/// Prints one line of narration.
pub(crate) fn say(line: impl Display) {
    println!("» {line}");
}

/// An error in the words for the one who has to repair it.
pub(crate) fn fault(what: impl Display, why: impl Display, remedy: impl Display) -> Error {
    let indent = |text: String| text.replace('\n', "\n        ");
    let (why, remedy) = (indent(why.to_string()), indent(remedy.to_string()));
    anyhow!("FAILED: {what}\nWhy:    {why}\nTo do:  {remedy}")
}

/// A step that is announced before it runs.
pub(crate) struct Step {
    title: String,
    about: String,
    remedy: String,
}

/// `title` says what the step does, without a full stop; `about` how long it takes; `remedy` what
/// to do if it fails.
pub(crate) fn step(
    title: impl Into<String>,
    about: impl Into<String>,
    remedy: impl Into<String>,
) -> Step {
    Step {
        title: title.into(),
        about: about.into(),
        remedy: remedy.into(),
    }
}

impl Step {
    /// Runs a program whose output is for the reader.
    pub(crate) fn shown(&self, command: Cmd<'_>) -> Result<()> {
        say(format_args!("{} ({})", self.title, self.about));
        let line = format!("`{command}`");
        let status = prepared(command).status();
        let status = status.map_err(|error| self.fault(format_args!("{line}: {error}")))?;
        if status.success() {
            return Ok(());
        }
        Err(self.fault(format_args!("{line} ended with {status}; see above.")))
    }

    /// Runs a program whose output goes to the log `name`; its end is shown if the program fails.
    pub(crate) fn logged(&self, project: &Project, name: &str, command: Cmd<'_>) -> Result<()> {
        say(format_args!("{} ({})", self.title, self.about));
        let path = project.log(name);
        project.sh.create_dir(path.parent().unwrap_or(&path))?;
        let log = File::create(&path).with_context(|| format!("writing {}", path.display()))?;
        let line = format!("`{command}`");
        let start = Instant::now();
        let status = prepared(command)
            // Trunk would bury the compiler's message under its own stack.
            .env("RUST_BACKTRACE", "0")
            .stderr(log.try_clone()?)
            .stdout(log)
            .status()
            .map_err(|error| self.fault(format_args!("{line}: {error}")))?;
        if status.success() {
            let seconds = start.elapsed().as_secs();
            if seconds >= 5 {
                say(format_args!("  done in {seconds} s: {}", self.title));
            }
            return Ok(());
        }
        let end = last_lines(&path, 30);
        Err(self.fault(format_args!(
            "{line} ended with {status}. The end of {}:\n{end}",
            path.display()
        )))
    }

    fn fault(&self, why: impl Display) -> Error {
        fault(&self.title, why, &self.remedy)
    }
}

/// What a program prints, if it runs and succeeds. For asking programs about themselves.
pub(crate) fn answer(command: Cmd<'_>) -> Option<String> {
    let output = prepared(command).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

/// Without the environment of `cargo run`, which started this program: the `CARGO_*` that describe
/// xtask would rebuild what depends on them, and the library path names one toolchain while another
/// may be about to run.
pub(crate) fn prepared(command: Cmd<'_>) -> Command {
    let mut command = Command::from(command);
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if matches!(&*text, "CARGO" | "LD_LIBRARY_PATH")
            || text.starts_with("CARGO_PKG_")
            || text.starts_with("CARGO_MANIFEST_")
        {
            command.env_remove(&name);
        }
    }
    command.stdin(Stdio::null());
    command
}

fn last_lines(path: &Path, count: usize) -> String {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let lines: Vec<&str> = text.trim_end().lines().rev().take(count).collect();
    lines.into_iter().rev().collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use xshell::cmd;

    #[test]
    fn a_failed_step_says_what_why_and_what_to_do() {
        let project = Project::here().unwrap();
        let failing = step("Trying", "a moment", "Look\nagain.");
        let error = failing
            .shown(cmd!(project.sh, "false"))
            .unwrap_err()
            .to_string();
        assert!(
            error.starts_with("FAILED: Trying\nWhy:    `false` ended with "),
            "{error}"
        );
        assert!(error.ends_with("To do:  Look\n        again."), "{error}");
    }

    #[test]
    fn a_quiet_step_that_fails_shows_the_end_of_its_log() {
        let project = Project::here().unwrap();
        let script = "for n in $(seq 40); do echo line $n; done; exit 3";
        let quiet = step("Counting", "a moment", "Count again.");
        let error = quiet.logged(&project, "xtask-test", cmd!(project.sh, "sh -c {script}"));
        let error = error.unwrap_err().to_string();
        assert!(
            error.contains("line 11\n") && error.contains("line 40\n"),
            "{error}"
        );
        assert!(!error.contains("line 10\n"), "{error}");
    }
}
