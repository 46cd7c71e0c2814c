//! Trunk, wasm-bindgen and wasm-split, compiled once into `.tools`.

use crate::fault::{Done, Fault};
use crate::project::{Project, clear, read};
use crate::step::{Quiet, answer, command};
use crate::toolchain::path_with;
use crate::version;

/// The newest Trunk that compiles with Rust 1.95.
const TRUNK: &str = "0.21.14";

/// Tells which lines the tests reach.
pub(crate) const LLVM_COV: Tool<'static> = Tool {
    package: "cargo-llvm-cov",
    version: "0.9.1",
    programs: &["cargo-llvm-cov llvm-cov"],
    options: &["--locked"],
    about: "a minute",
};

/// Changes the source in small ways.
pub(crate) const MUTANTS: Tool<'static> = Tool {
    package: "cargo-mutants",
    version: "27.1.0",
    programs: &["cargo-mutants mutants"],
    options: &["--locked"],
    about: "2 minutes",
};

/// Checks licences, sources, duplicates and advisories.
pub(crate) const DENY: Tool<'static> = Tool {
    package: "cargo-deny",
    version: "0.20.2",
    programs: &["cargo-deny"],
    options: &["--locked"],
    about: "3 to 5 minutes",
};

/// Drives Firefox.
pub(crate) const GECKODRIVER: Tool<'static> = Tool {
    package: "geckodriver",
    version: "0.37.1",
    programs: &["geckodriver"],
    options: &[],
    about: "about a minute",
};

pub(crate) struct Tool<'a> {
    package: &'a str,
    version: &'a str,
    /// What answers with its version when asked for it; a subcommand of cargo by its name twice.
    programs: &'a [&'a str],
    options: &'a [&'a str],
    about: &'a str,
}

pub(crate) fn ensure(project: &Project) -> Done {
    let lock = read(&project.root.join("Cargo.lock"))?;
    let bindgen = version::locked(&lock, "wasm-bindgen").ok_or_else(|| {
        Fault::new(
            "Reading the version of wasm-bindgen from Cargo.lock",
            "It is not in there.",
            "Run `cargo update --workspace`, then this again.",
        )
    })?;
    let tools = [
        Tool {
            package: "wasm-bindgen-cli",
            // The program refuses what any other version of the library wrote.
            version: &bindgen,
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            // Not --locked: its lock file may name versions that were withdrawn since.
            options: &[],
            about: "about a minute",
        },
        Tool {
            package: "trunk",
            version: TRUNK,
            programs: &["trunk"],
            options: &["--locked", "--no-default-features"],
            about: "2 to 4 minutes",
        },
        Tool {
            package: "wasm_split_cli_support",
            version: "0.2.4",
            programs: &["wasm-split-cli"],
            options: &["--locked", "--features", "build-binary"],
            about: "about a minute",
        },
    ];
    let mut compiled = false;
    for tool in tools.iter().filter(|tool| !tool.is_here(project)) {
        tool.install(project)?;
        compiled = true;
    }
    if compiled {
        clear(&project.tools().join("target"))?;
    }
    Ok(())
}

/// One tool that only one command needs.
pub(crate) fn ensure_one(project: &Project, tool: &Tool<'_>) -> Done {
    if !tool.is_here(project) {
        tool.install(project)?;
        clear(&project.tools().join("target"))?;
    }
    Ok(())
}

impl Tool<'_> {
    /// On the path (where `.tools/bin` comes first), at exactly this version.
    fn is_here(&self, project: &Project) -> bool {
        if self.is_installed(project) {
            return true;
        }
        let path = path_with(&[project.tools().join("bin")]);
        self.programs.iter().all(|line| {
            let mut words = line.split(' ');
            let program = words.next().unwrap_or_default();
            answer(
                command(program)
                    .args(words)
                    .env("PATH", &path)
                    .arg("--version"),
            )
            .is_some_and(|answer| version::is(&answer, self.version))
        })
    }

    /// In `.tools/bin` by cargo's own list: not every program answers with its version.
    fn is_installed(&self, project: &Project) -> bool {
        let tools = project.tools();
        let listed = format!("\"{} {} (", self.package, self.version);
        let mut programs = self
            .programs
            .iter()
            .filter_map(|line| line.split(' ').next());
        read(&tools.join(".crates.toml")).is_ok_and(|list| list.contains(&listed))
            && programs.all(|program| tools.join("bin").join(program).exists())
    }

    /// Compiled for a quick install rather than for speed: they run for moments at a time.
    fn install(&self, project: &Project) -> Done {
        let title = format!("Compiling {} {} into .tools", self.package, self.version);
        Quiet {
            title: &title,
            about: self.about,
            log: self.package,
            remedy: "See that the crate registry can be reached, then run the command again: \
                     it goes on where it stopped.",
            limit: None,
        }
        .run(
            project,
            command("cargo")
                .args(["install", self.package, "--version", self.version])
                .args(self.options)
                .args(["--force", "--root"])
                .arg(project.tools())
                .env("CARGO_TARGET_DIR", project.tools().join("target"))
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
                .env("CARGO_PROFILE_RELEASE_LTO", "false")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256")
                .env("CARGO_PROFILE_RELEASE_DEBUG", "false"),
        )
    }
}
