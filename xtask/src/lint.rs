//! `cargo xtask lint`: formatting, what is generated, the translations, the links of the documents, and
//! clippy, for the host and for WebAssembly.

use crate::install::{self, TARGET};
use crate::step::{Project, answer, say, step};
use crate::{docs, generate, language};
use anyhow::Result;
use xshell::cmd;

const REPAIR: &str = "Repair what is named above, then run the command again.";

pub(crate) fn run(project: &Project) -> Result<()> {
    let sh = &project.sh;
    // Rustup's minimal profile comes without these two.
    let has = |name: &str| answer(cmd!(sh, "cargo {name} --version")).is_some();
    if !(has("fmt") && has("clippy")) {
        install::rustup(project, cmd!(sh, "rustup component add rustfmt clippy"))?;
    }
    step(
        "Checking the formatting",
        "a second",
        "Run `cargo fmt --all`.",
    )
    .shown(cmd!(sh, "cargo fmt --all --check"))?;
    generate::check(project)?;
    language::check(project, None)?;
    docs::check(project)?;
    let features = "records/schema,prerender";
    let deny = ["--", "-D", "warnings"];
    step(
        "Running clippy for the host",
        "a minute the first time",
        REPAIR,
    )
    .shown(cmd!(
        sh,
        "cargo clippy --quiet --workspace --all-targets --features {features} {deny...}"
    ))?;
    // Without the features as well: what ships. The other tests run natively only.
    let env = install::wasm(project, true)?;
    let command = cmd!(
        sh,
        "cargo clippy --quiet --target {TARGET} --lib --bins --test browser {deny...}"
    );
    step(
        "Running clippy for WebAssembly",
        "half a minute the first time",
        REPAIR,
    )
    .shown(command.envs(env.iter().map(|(name, value)| (name, value))))?;
    say("No findings");
    Ok(())
}
