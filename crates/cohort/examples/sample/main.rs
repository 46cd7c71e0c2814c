//! Writes results of made-up people, marked as such, with a known mean, spread and alpha, to try
//! the cohort command with: `cargo run -p cohort --example sample -- 1000 > results.ndjson`.

mod population;

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use measure::instrument::{self, FormName, SHIPPED};
use population::Population;
use records::document::ResultDocument;

fn main() -> io::Result<()> {
    let flags = xflags::parse_or_exit! {
        /// How many results: one per line on standard output, or with --folder one file each.
        required count: u64
        /// The same seed gives the same results; else 1.
        optional --seed number: u64
        /// full or short: only that form; else one in five is short.
        optional --form form: String
        /// Nothing is left out and everything applies.
        optional --whole
        /// Where to write the files, as the widget saves them.
        optional --folder folder: PathBuf
    };
    let form = flags.form.as_deref().map(|form| {
        FormName::from_text(form).ok_or_else(|| io::Error::other("--form is full or short"))
    });
    let mut population = Population::new(flags.seed.unwrap_or(1), form.transpose()?, flags.whole);
    let instrument =
        instrument::parse(SHIPPED).map_err(|faults| io::Error::other(faults.to_string()))?;
    let mut lines = BufWriter::new(io::stdout().lock());
    for number in 1..=flags.count {
        let completed = population.next(&instrument);
        let document = ResultDocument::of(&instrument, &completed).made_up();
        match &flags.folder {
            Some(folder) => {
                fs::create_dir_all(folder)?;
                let file = folder.join(format!("result-{number:07}.json"));
                fs::write(file, document.to_text())?;
            }
            None => writeln!(lines, "{document}")?,
        }
    }
    lines.flush()
}
