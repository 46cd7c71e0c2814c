//! `cargo xtask`: installs whatever is missing, then builds, serves, tests or lints the project.
//!
//! A module for each group of commands ([`build`], [`serve`], [`test`], [`generate`], [`language`],
//! [`lint`], [`deny`], [`docs`], [`bench`], [`engines`], [`prove`], [`release`]), a module for what can be missing ([`install`], with [`debian`]
//! as its last resort), and [`step`], which runs programs and reports on them. For Linux and macOS;
//! untested on Windows.

mod bench;
mod build;
mod debian;
mod deny;
mod docs;
mod engines;
mod flags;
mod generate;
mod install;
mod language;
mod lint;
mod prove;
mod release;
mod serve;
mod step;
mod test;

use flags::XtaskCmd;
use std::process::ExitCode;
use step::Project;

fn main() -> ExitCode {
    if matches!(std::env::args().nth(1).as_deref(), None | Some("help")) {
        print!("{}", flags::HELP);
        return ExitCode::SUCCESS;
    }
    let command = flags::Xtask::from_env_or_exit().subcommand;
    match Project::here().and_then(|project| run(&project, command)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(project: &Project, command: XtaskCmd) -> anyhow::Result<()> {
    match command {
        XtaskCmd::Serve(flags) => serve::run(project, flags.port),
        XtaskCmd::Build(flags) => build::run(project, flags.language.as_deref()),
        XtaskCmd::Test(layers) => test::run(project, &layers),
        XtaskCmd::Bench(flags) => bench::run(project, &flags),
        XtaskCmd::Package(flags) => build::package(project, flags.language.as_deref()),
        XtaskCmd::Release(flags) => release::run(project, &flags),
        XtaskCmd::Docs(_) => docs::run(project),
        XtaskCmd::Generate(_) => generate::run(project),
        XtaskCmd::Language(flags) => language::run(project, flags.tag.as_deref()),
        XtaskCmd::Lint(_) => lint::run(project),
        XtaskCmd::Fuzz(flags) => prove::fuzz(project, &flags),
        XtaskCmd::Schedules(flags) => prove::schedules(project, &flags),
        XtaskCmd::Coverage(_) => prove::coverage(project),
        XtaskCmd::Mutants(flags) => prove::mutants(project, &flags),
        XtaskCmd::Deny(_) => deny::run(project),
        XtaskCmd::Reproduce(flags) => prove::reproduce(project, &flags),
        XtaskCmd::Kills(flags) => engines::kills(project, flags.count),
        XtaskCmd::Reliability(_) => engines::reliability(project),
    }
}
