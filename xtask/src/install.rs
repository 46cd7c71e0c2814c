//! Everything a command needs, found or installed.

use crate::browser::{self, Browser};
use crate::fault::{Done, Fault};
use crate::project::{Project, make_folder};
use crate::step::{self, say};
use crate::toolchain::{self, Toolchain, path_with};
use crate::{node, tools};
use std::fs::File;
use std::path::PathBuf;
use std::process::Command;

/// What a command needs beyond the compiler.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Needs {
    /// Trunk and wasm-bindgen.
    pub tools: bool,
    pub npm: bool,
    pub browser: bool,
    pub clippy: bool,
}

/// What was found or installed.
pub(crate) struct Kit {
    toolchain: Toolchain,
    browser: Option<Browser>,
}

/// The two long ones, compiling tools and compiling a standard library, run side by side; the
/// rest is download and goes along with the second.
pub(crate) fn ensure(project: &Project, needs: Needs) -> Done<Kit> {
    let _one_at_a_time = lock(project)?;
    let (compiled, kit) = std::thread::scope(|scope| {
        let compiled = scope.spawn(|| {
            watched(if needs.tools {
                tools::ensure(project)
            } else {
                Ok(())
            })
        });
        let kit = watched(rest(project, needs));
        (compiled.join(), kit)
    });
    match compiled {
        Ok(outcome) => outcome.and(kit),
        Err(panic) => std::panic::resume_unwind(panic),
    }
}

fn rest(project: &Project, needs: Needs) -> Done<Kit> {
    if needs.npm {
        node::ensure(project)?;
    }
    let toolchain = toolchain::ensure(project, needs.clippy)?;
    let browser = if needs.browser {
        Some(browser::ensure(project)?)
    } else {
        None
    };
    Ok(Kit { toolchain, browser })
}

fn watched<T>(outcome: Done<T>) -> Done<T> {
    if outcome.is_err() {
        step::stop_others();
    }
    outcome
}

/// Two commands in one checkout must not install into the same folder at once. The lock goes
/// with the process, whatever becomes of it.
fn lock(project: &Project) -> Done<File> {
    make_folder(&project.tools())?;
    let path = project.tools().join("lock");
    let file = File::create(&path).map_err(|error| Fault::file("write", &path, &error))?;
    if file.try_lock().is_err() {
        say("Waiting for another cargo xtask that is installing here");
        file.lock()
            .map_err(|error| Fault::file("lock", &path, &error))?;
    }
    Ok(file)
}

impl Kit {
    /// A command that finds the tools, and compiles for wasm32 with the compiler that can.
    pub(crate) fn wasm_command(&self, project: &Project, program: &str) -> Command {
        let mut command = step::command(program);
        let mut path = tool_folders(project);
        self.toolchain.apply(&mut command, &mut path);
        self.finish(project, command, &path)
    }

    /// A command that finds the tools, and compiles for the host as any command does.
    pub(crate) fn tool_command(&self, project: &Project, program: &str) -> Command {
        self.finish(project, step::command(program), &tool_folders(project))
    }

    fn finish(&self, project: &Project, mut command: Command, path: &[PathBuf]) -> Command {
        if let Some(browser) = &self.browser {
            command
                .env("CHROMIUM", &browser.program)
                .env("CHROMEDRIVER", &browser.driver)
                .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &browser.capabilities);
        }
        command
            .current_dir(&project.root)
            .env("PATH", path_with(path));
        command
    }
}

fn tool_folders(project: &Project) -> Vec<PathBuf> {
    vec![
        project.tools().join("bin"),
        project.root.join("node_modules/.bin"),
    ]
}

/// A command for the host, with the compiler that this project resolves to.
pub(crate) fn host_command(project: &Project, program: &str) -> Command {
    let mut command = step::command(program);
    command.current_dir(&project.root);
    command
}
