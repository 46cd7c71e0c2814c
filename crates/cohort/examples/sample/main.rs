//! Writes simulated results of the shipped questionnaire, with a known mean, spread and alpha, to try
//! the cohort command with: `cargo run -p cohort --example sample -- 1000 > results.ndjson`.

mod population;

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use measure::instrument::{self, FormName, SHIPPED};
use population::Population;
use records::document::ResultDocument;

const USAGE: &str = "\
sample COUNT [--seed N] [--form full|short] [--whole] [--folder FOLDER]

Writes COUNT simulated results: one per line on standard output, or with --folder one file each, as
the widget saves them. --form: only that form, else one in five is short. --whole: nothing is left
out and everything applies. The same seed (1 by default) gives the same results.
";

struct Arguments {
    count: u64,
    population: Population,
    folder: Option<PathBuf>,
}

fn parse(mut arguments: impl Iterator<Item = String>) -> Option<Arguments> {
    let (mut count, mut seed, mut form, mut whole, mut folder) = (None, 1, None, false, None);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--seed" => seed = arguments.next()?.parse().ok()?,
            "--form" => form = Some(FormName::from_text(&arguments.next()?)?),
            "--whole" => whole = true,
            "--folder" => folder = Some(arguments.next()?.into()),
            number => count = Some(number.parse().ok()?),
        }
    }
    Some(Arguments {
        count: count?,
        population: Population::new(seed, form, whole),
        folder,
    })
}

fn main() -> ExitCode {
    let Some(arguments) = parse(std::env::args().skip(1)) else {
        eprint!("{USAGE}");
        return ExitCode::from(2);
    };
    match write(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn write(mut arguments: Arguments) -> io::Result<()> {
    let instrument =
        instrument::parse(SHIPPED).map_err(|faults| io::Error::other(faults.to_string()))?;
    let mut lines = BufWriter::with_capacity(256 * 1024, io::stdout().lock());
    if let Some(folder) = &arguments.folder {
        fs::create_dir_all(folder)?;
    }
    for number in 1..=arguments.count {
        let completed = arguments.population.next(&instrument);
        let document = ResultDocument::of(&instrument, &completed);
        match &arguments.folder {
            Some(folder) => {
                let file = folder.join(format!("result-{number:07}.json"));
                fs::write(file, document.to_text())?;
            }
            None => {
                writeln!(lines, "{document}")?;
            }
        }
    }
    lines.flush()
}
