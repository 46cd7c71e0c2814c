//! `cargo xtask lint`: formatting and clippy, on the host and for WebAssembly.

use crate::fault::Done;
use crate::install::{Needs, ensure, host_command};
use crate::project::Project;
use crate::step::{Quiet, answer, command, run_shown, say};
use crate::toolchain::TARGET;

const REPAIR: &str = "Repair what is named above, then run the command again.";

/// What clippy looks at on the host: what ships, and all that can be there.
const ON_HOST: [&[&str]; 2] = [
    &["--workspace"],
    &[
        "--workspace",
        "--all-targets",
        "--features",
        "records/schema,prerender",
    ],
];

/// What there is to look at for WebAssembly. The other tests run natively only.
const ON_WASM: [&str; 4] = ["--lib", "--bins", "--test", "browser"];

pub(crate) fn run(project: &Project) -> Done {
    components(project)?;
    run_shown(
        "Checking the formatting",
        "a second",
        "Run `cargo fmt --all`.",
        host_command(project, "cargo").args(["fmt", "--all", "--check"]),
    )?;
    for selection in ON_HOST {
        run_shown(
            &format!("Running clippy {}", selection.join(" ")),
            "half a minute the first time",
            REPAIR,
            host_command(project, "cargo")
                .args(["clippy", "--quiet"])
                .args(selection)
                .args(["--", "-D", "warnings"]),
        )?;
    }
    let needs = Needs {
        clippy: true,
        ..Needs::default()
    };
    let kit = ensure(project, needs)?;
    run_shown(
        "Running clippy for WebAssembly",
        "half a minute the first time",
        REPAIR,
        kit.wasm_command(project, "cargo")
            .args(["clippy", "--quiet", "--target", TARGET])
            .args(ON_WASM)
            .args(["--", "-D", "warnings"]),
    )?;
    say("Nothing to complain of");
    Ok(())
}

/// Rustup's minimal profile comes without these two.
fn components(project: &Project) -> Done {
    let has = |name: &str| answer(command("cargo").args([name, "--version"])).is_some();
    if has("fmt") && has("clippy") {
        return Ok(());
    }
    Quiet {
        title: "Adding rustfmt and clippy with rustup",
        about: "some seconds",
        log: "rustup-components",
        remedy: "Install rustfmt and clippy for this compiler, then run the command again.",
        limit: None,
    }
    .run(
        project,
        command("rustup").args(["component", "add", "rustfmt", "clippy"]),
    )
}
