//! Statistics over any number of exported results: `cargo run -p cohort -- results/*.json`. See
//! `docs/cohort.md`.

mod flags;
mod source;

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result, anyhow, bail};
use cohort::calibration::format_calibration;
use cohort::table::{format_report, single_line};
use cohort::{Cohort, Edition};
use measure::instrument::{self, FormName, Instrument, SHIPPED};
use records::document::VERSION;
use records::read::ReadError;

use flags::CohortCmd;
use source::Origin;

/// The exit status where there are figures, but some files could not be read.
const INCOMPLETE: u8 = 1;
/// The exit status where there are no figures.
const REFUSED: u8 = 2;

/// How many faults of one file are listed.
const FAULTS_LISTED: usize = 5;

fn main() -> ExitCode {
    let flags = flags::Cohort::from_env().unwrap_or_else(|error| {
        if error.is_help() {
            error.exit()
        }
        eprintln!("{error}");
        std::process::exit(REFUSED.into())
    });
    let outcome = match flags.subcommand {
        CohortCmd::Report(flags) => report(&flags),
        CohortCmd::Calibrate(flags) => calibrate(&flags),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("{error:#}");
        ExitCode::from(REFUSED)
    })
}

/// Prints the figures of what can be read.
fn report(flags: &flags::Report) -> Result<ExitCode> {
    if flags.source.is_empty() && flags.ndjson.is_empty() && flags.people_in.is_empty() {
        bail!("nothing to read: name files, a folder, or --ndjson - for standard input");
    }
    let form = flags.form.as_deref().map(|form| {
        FormName::from_text(form).with_context(|| format!("there is no form {form}: full or short"))
    });
    let form = form.transpose()?;
    let instrument = instrument(flags.instrument.as_deref())?;
    if let Some(form) = form.filter(|form| instrument.form(*form).is_none()) {
        bail!("{}: has no {} form", instrument.id, form.as_str());
    }
    let mut cohort = Cohort::new(&instrument, form);
    let files = flags.source.iter().flat_map(|path| source::files(path));
    for origin in files.chain(flags.ndjson.iter().flat_map(|path| source::lines(path))) {
        read(&mut cohort, origin, Cohort::add);
    }
    for folder in &flags.people_in {
        add_people(folder, &mut cohort);
    }
    let counts = &cohort.counts;
    let counted = counts.counted + cohort.people();
    if counts.other_instrument > 0 && (counted == 0 || !flags.skip_others) {
        return Err(mixture(&cohort, &instrument));
    }
    if counted == 0 {
        bail!(
            "no figures: {} looked at, {} unreadable, {} of another form",
            counts.read,
            counts.unreadable,
            counts.other_form
        );
    }
    let report = cohort.report();
    let text = if flags.json {
        report.to_json()
    } else {
        format_report(&report)
    };
    print(&text)?;
    Ok(ExitCode::from(match counts.unreadable {
        0 => 0,
        _ => INCOMPLETE,
    }))
}

/// Simulates people and prints how often the likelihoods come true.
fn calibrate(flags: &flags::Calibrate) -> Result<ExitCode> {
    let instrument = instrument(flags.instrument.as_deref())?;
    let people = flags.people.map_or(200_000, Into::into);
    print(&format_calibration(
        &instrument,
        people,
        flags.seed.unwrap_or(1),
    ))?;
    Ok(ExitCode::SUCCESS)
}

fn print(text: &str) -> Result<()> {
    let written = io::stdout().write_all(text.as_bytes());
    written.context("the figures could not be written")
}

/// Passes a text to `add`. What is wrong with it is printed.
fn read<'i, T>(
    cohort: &mut Cohort<'i>,
    (origin, text): Origin,
    add: impl FnOnce(&mut Cohort<'i>, &str) -> Result<T, ReadError>,
) -> Option<T> {
    let mut unlisted = 0;
    let faults: Vec<String> = match text.map(|text| add(cohort, &text)) {
        Ok(Ok(added)) => return Some(added),
        Ok(Err(ReadError::Faulty(faults))) => {
            unlisted = faults.more;
            faults.listed.iter().map(ToString::to_string).collect()
        }
        Ok(Err(ReadError::Newer(version))) => vec![format!(
            "$.version: is {version}; this program reads version {VERSION} and is older than the result"
        )],
        // Not reached: those of other questionnaires are left out before.
        Ok(Err(other @ ReadError::OtherInstrument(_))) => vec![other.to_string()],
        Err(error) => {
            cohort.add_unreadable();
            vec![error.to_string()]
        }
    };
    let origin = single_line(&origin);
    for fault in faults.iter().take(FAULTS_LISTED) {
        eprintln!("{origin}: {}", single_line(fault));
    }
    let more = faults.len().saturating_sub(FAULTS_LISTED) + unlisted;
    if more > 0 {
        eprintln!("{origin}: and {more} more");
    }
    None
}

/// Adds the people in `folder`: each folder in it holds the results of one.
fn add_people(folder: &Path, cohort: &mut Cohort<'_>) {
    let people = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let people = match people {
        Ok(entries) => entries.into_iter().map(|entry| entry.path()),
        Err(error) => {
            let origin = (folder.display().to_string(), Err(error));
            read(cohort, origin, Cohort::add);
            return;
        }
    };
    for person in people.filter(|path| path.is_dir()) {
        let results = source::files(&person)
            .filter_map(|origin| read(cohort, origin, Cohort::read_of_person).flatten())
            .collect::<Vec<_>>();
        cohort.add_person(&results);
    }
}

/// Reads the instrument that the results should answer.
fn instrument(path: Option<&Path>) -> Result<Instrument> {
    let Some(path) = path else {
        return instrument::parse(SHIPPED).map_err(|faults| anyhow!("{faults}"));
    };
    let name = single_line(&path.to_string_lossy());
    let text = fs::read_to_string(path).with_context(|| name.clone())?;
    instrument::parse(&text).map_err(|faults| anyhow!("{name}:\n{faults}"))
}

/// Which instruments the results answer, and why there are no figures.
fn mixture(cohort: &Cohort<'_>, instrument: &Instrument) -> anyhow::Error {
    let counts = &cohort.counts;
    let own = (Edition::from_instrument(instrument), counts.counted);
    let named = [&own].into_iter().chain(&counts.others);
    let lines = named.map(|(edition, count)| format!("  {count} results answer {edition}\n"));
    let further =
        counts.other_instrument - counts.others.iter().map(|(_, count)| count).sum::<u64>();
    let further = match further {
        0 => String::new(),
        _ => format!("  {further} results answer still others\n"),
    };
    anyhow!(
        "refused: the scores of different instruments cannot be put together\n{}{further}\
         --instrument FILE asks for the results of that instrument instead; \
         --skip-others leaves all others out",
        lines.collect::<String>()
    )
}
