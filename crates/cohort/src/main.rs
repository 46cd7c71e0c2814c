//! Statistics over any number of exported results, read one at a time:
//! `cargo run -p cohort -- *.json`; see `docs/cohort.md`.

use std::io::{self, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let mut output = io::stdout().lock();
    let mut complaints = io::stderr().lock();
    let code = cohort::run(
        &arguments,
        &mut io::stdin().lock(),
        &mut output,
        &mut complaints,
    )
    .unwrap_or_else(|error| {
        // Where even this cannot be written, the exit status says it.
        let _ = writeln!(complaints, "the report could not be written: {error}");
        cohort::REFUSED
    });
    ExitCode::from(code)
}
