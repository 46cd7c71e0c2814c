//! `cargo xtask package`: what is published, in `target/package/`. What goes in, and how, is in
//! `packaging/`.

use crate::build;
use crate::fault::Done;
use crate::install::{Kit, ensure};
use crate::project::Project;
use crate::step::{Quiet, say};

pub(crate) fn run(project: &Project) -> Done {
    let kit = ensure(project, build::NEEDS)?;
    build::release(project, &kit)?;
    pack(project, &kit)?;
    say("target/package/ holds the npm package, its tarball and the WordPress plugin");
    Ok(())
}

/// `target/package/` from `dist/`, as a step of this command or of another.
pub(crate) fn pack(project: &Project, kit: &Kit) -> Done {
    Quiet {
        title: "Packing dist/ into target/package/",
        about: "some seconds",
        log: "pack",
        remedy: "Repair what is named above, then run the command again.",
        limit: None,
    }
    .run(
        project,
        kit.tool_command(project, "node").arg("packaging/pack.mjs"),
    )
}
