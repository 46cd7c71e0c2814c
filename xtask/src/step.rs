//! Running a command and telling the reader about it: one line when it starts, with about how
//! long it takes; if it fails, what failed, why, and what to do.

use crate::fault::{Done, Fault};
use crate::project::{Project, make_folder};
use std::fmt;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// One line of narration.
pub(crate) fn say(line: impl fmt::Display) {
    println!("» {line}");
}

/// A command whose environment is not that of `cargo run`, which started this program: the
/// `CARGO_*` that describe xtask would rebuild what depends on them, and the library path names
/// one toolchain while another may be about to run.
pub(crate) fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        let about_xtask = text == "CARGO"
            || text == "LD_LIBRARY_PATH"
            || text.starts_with("CARGO_PKG_")
            || text.starts_with("CARGO_MANIFEST_");
        if about_xtask {
            command.env_remove(&name);
        }
    }
    command
}

/// Set when one of two installs that run side by side has failed: the other one stops.
static STOP: AtomicBool = AtomicBool::new(false);

pub(crate) fn stop_others() {
    STOP.store(true, Ordering::Relaxed);
}

/// A step that works quietly: its output goes to a log file, whose end is shown if it fails.
pub(crate) struct Quiet<'a> {
    /// What it does, as a sentence without its full stop.
    pub title: &'a str,
    /// About how long it takes.
    pub about: &'a str,
    /// The log file's name.
    pub log: &'a str,
    /// What to do if it fails.
    pub remedy: &'a str,
    /// How long it may take at most.
    pub limit: Option<Duration>,
}

impl Quiet<'_> {
    pub(crate) fn run(&self, project: &Project, command: &mut Command) -> Done {
        say(format_args!("{} ({})", self.title, self.about));
        let path = project.log(self.log);
        let start = Instant::now();
        let status = self.spawn_and_wait(&path, command)?;
        if status.is_some_and(|status| status.success()) {
            let seconds = start.elapsed().as_secs();
            if seconds >= 5 {
                say(format_args!("  done in {seconds} s: {}", self.title));
            }
            return Ok(());
        }
        let verdict = match status {
            Some(status) => format!("{} ended with {status}.", shown(command)),
            None => format!("{} was stopped.", shown(command)),
        };
        let why = format!(
            "{verdict} The end of {}:\n{}",
            path.display(),
            last_lines(&std::fs::read_to_string(&path).unwrap_or_default(), 30)
        );
        Err(Fault::new(self.title, why, self.remedy))
    }

    /// The status, or none when the command was stopped for its time or for another's failure.
    fn spawn_and_wait(&self, log: &Path, command: &mut Command) -> Done<Option<ExitStatus>> {
        make_folder(log.parent().unwrap_or(log))?;
        let file = File::create(log).map_err(|error| Fault::file("write", log, &error))?;
        let twin = file
            .try_clone()
            .map_err(|error| Fault::file("write", log, &error))?;
        command.stdin(Stdio::null()).stdout(file).stderr(twin);
        // Trunk would bury the compiler's message under its own stack.
        command.env("RUST_BACKTRACE", "0");
        let mut child = command
            .spawn()
            .map_err(|error| not_started(self.title, command, &error))?;
        let start = Instant::now();
        loop {
            let waited = child.try_wait();
            if let Some(status) =
                waited.map_err(|error| not_started(self.title, command, &error))?
            {
                return Ok(Some(status));
            }
            let late = self.limit.is_some_and(|limit| start.elapsed() > limit);
            if late || STOP.load(Ordering::Relaxed) {
                let _ = child.kill();
                let _ = child.wait();
                return Ok(None);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

/// A step whose output is for the reader: it is shown as it comes.
pub(crate) fn run_shown(title: &str, about: &str, remedy: &str, command: &mut Command) -> Done {
    say(format_args!("{title} ({about})"));
    let status = command
        .stdin(Stdio::null())
        .status()
        .map_err(|error| not_started(title, command, &error))?;
    if status.success() {
        return Ok(());
    }
    let why = format!("{} ended with {status}; see above.", shown(command));
    Err(Fault::new(title, why, remedy))
}

/// The same for a step that also has something to tell this program: the lines that it printed.
pub(crate) fn listened(
    title: &str,
    about: &str,
    remedy: &str,
    command: &mut Command,
) -> Done<Vec<String>> {
    say(format_args!("{title} ({about})"));
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| not_started(title, command, &error))?;
    let mut lines = Vec::new();
    for line in child
        .stdout
        .take()
        .into_iter()
        .flat_map(|out| BufReader::new(out).lines())
    {
        let line = line.map_err(|error| not_started(title, command, &error))?;
        println!("{line}");
        lines.push(line);
    }
    let status = child
        .wait()
        .map_err(|error| not_started(title, command, &error))?;
    if status.success() {
        return Ok(lines);
    }
    let why = format!("{} ended with {status}; see above.", shown(command));
    Err(Fault::new(title, why, remedy))
}

/// What a command prints, if it runs and succeeds. For asking programs about themselves.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

fn not_started(title: &str, command: &Command, error: &std::io::Error) -> Fault {
    Fault::new(
        title,
        format!("{} could not be started: {error}", shown(command)),
        "See that the program is installed and on PATH, then run the command again.",
    )
}

fn shown(command: &Command) -> String {
    let mut line = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    format!("`{line}`")
}

fn last_lines(text: &str, count: usize) -> String {
    let lines: Vec<&str> = text.trim_end().lines().collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_log_is_its_last_lines() {
        assert_eq!(last_lines("a\nb\nc\n", 2), "b\nc");
        assert_eq!(last_lines("a", 30), "a");
        assert_eq!(last_lines("", 30), "");
    }

    #[test]
    fn a_command_is_shown_as_it_would_be_typed() {
        assert_eq!(shown(Command::new("npm").arg("ci")), "`npm ci`");
    }
}
