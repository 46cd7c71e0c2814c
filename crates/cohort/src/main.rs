//! Statistics over any number of exported results: `cargo run -p cohort -- results/*.json`. See
//! `docs/cohort.md`.

mod command;

use std::io::{self, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let (input, output) = (&mut io::stdin().lock(), &mut io::stdout().lock());
    let status = command::run(&arguments, input, output, &mut io::stderr().lock());
    let status = status.unwrap_or_else(|error| {
        // If standard error is closed too, the exit status still tells.
        let _ = writeln!(io::stderr(), "the report could not be written: {error}");
        command::Status::Refused
    });
    ExitCode::from(status as u8)
}
