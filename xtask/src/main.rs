//! `cargo xtask`: installs whatever is missing, then builds, serves, tests or lints the project.
//!
//! One module per command ([`build`], [`serve`], [`test`], [`lint`], [`bench`],
//! [`package`], [`prove`]), one per thing that can be missing ([`toolchain`], [`tools`], [`browser`],
//! [`node`]), and below them [`step`], which tells the reader what is happening. Standard library only, so that it compiles in seconds. For Linux and macOS: nobody has tried it on
//! Windows.

mod apt;
mod bench;
mod browser;
mod build;
mod debian;
mod engines;
mod fault;
mod install;
mod lint;
mod node;
mod options;
mod package;
mod project;
mod prove;
mod remap;
mod serve;
mod step;
mod test;
mod toolchain;
mod tools;
mod version;

use options::Command;
use project::Project;
use std::process::ExitCode;

const USAGE: [&str; 3] = [
    "\
cargo xtask <command>

  serve [--port N]     build, serve the demo page on localhost, rebuild on change
  build                build what is deployed, into dist/
  test [layers]        run the tests; --native, --wasm, --e2e run only these layers;
                       --wordpress, never run unasked, installs WordPress and tries the plugin;
                       --all-browsers, neither, runs the fault matrix in Firefox and WebKit too
  bench                measure the widget beside its peers, and write docs/performance.md; --quick
                       repeats less; --core, --cohort, --developer measure only these, and --cohort
                       and --developer are never run unasked
  package              build what is published, into target/package/
  lint                 check formatting and run clippy, on the host and for WebAssembly
",
    prove::USAGE,
    "  help                 show this

Whatever a command needs and does not find, it installs first: tools into .tools/, npm packages
into node_modules/, and, where it has to, Debian packages. Delete .tools/ to start afresh.
",
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let command = match options::parse(&arguments) {
        Ok(command) => command,
        Err(message) => {
            eprintln!("{message}\n\n{}", USAGE.concat());
            return ExitCode::from(2);
        }
    };
    let project = Project::here();
    let outcome = match command {
        Command::Help => {
            print!("{}", USAGE.concat());
            Ok(())
        }
        Command::Serve { port } => serve::run(&project, port),
        Command::Build => build::run(&project),
        Command::Test(layers) => test::run(&project, layers),
        Command::Bench(measure) => bench::run(&project, measure),
        Command::Package => package::run(&project),
        Command::Lint => lint::run(&project),
        Command::Prove(proof) => prove::run(&project, proof),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("\n{fault}");
            ExitCode::FAILURE
        }
    }
}
