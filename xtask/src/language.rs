//! `cargo xtask language`: checks translations, and adds a language to those that are built. The checks
//! are the work of `crates/catalogue`.

use crate::step::{Project, fault, step};
use anyhow::Result;
use xshell::cmd;

const REPAIR: &str =
    "Repair what is named above, then run the command again; docs/translating.md explains each.";
/// The variable that names the default language to `loader/languages.mjs`.
const CARRIED: &str = "LEADERSHIP_AUDIT_LANGUAGE";

pub(crate) fn run(project: &Project, tag: Option<&str>) -> Result<()> {
    if let Some(tag) = tag {
        find(project, tag)?;
        step(
            format!("Writing the conventions of {tag} into content/cldr.json"),
            "a second",
            "Name the folder by a BCP 47 tag that Node knows, such as de or pt-BR.",
        )
        .shown(cmd!(project.sh, "node content/cldr.mjs {tag}"))?;
    }
    check(project, tag)
}

/// Fails if a language has faults, after printing them all; without a tag, looks at every language.
pub(crate) fn check(project: &Project, tag: Option<&str>) -> Result<()> {
    let title = tag.map_or_else(
        || "Checking every translation".to_owned(),
        |tag| format!("Checking the translation {tag}"),
    );
    step(title, "some seconds the first time", REPAIR).shown(cmd!(
        project.sh,
        "cargo run --quiet --package catalogue -- {tag...}"
    ))
}

/// Has the builds that follow carry this language in the loader.
pub(crate) fn carry(project: &Project, tag: Option<&str>) -> Result<()> {
    if let Some(tag) = tag {
        find(project, tag)?;
        project.sh.set_var(CARRIED, tag);
    }
    Ok(())
}

fn find(project: &Project, tag: &str) -> Result<()> {
    if project.sh.path_exists(format!("content/{tag}/messages.po")) {
        return Ok(());
    }
    Err(fault(
        format_args!("Looking for the language {tag}"),
        format_args!("There is no content/{tag}/messages.po."),
        format_args!("Copy the folder content/en to content/{tag}, and translate the file in it."),
    ))
}
