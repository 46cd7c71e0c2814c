//! The command: arguments and streams in, exit status out.

mod arguments;
mod source;

use std::ffi::OsString;
use std::fs;
use std::io::{self, BufRead, Write};

use cohort::table::{format_report, single_line};
use cohort::{Cohort, Edition};
use measure::instrument::{self, Instrument, SHIPPED};
use records::document::VERSION;
use records::read::ReadError;

use arguments::{Arguments, Request};

/// The exit status.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Status {
    /// Everything was read and counted.
    Done = 0,
    /// There are figures, but some files could not be read.
    Incomplete = 1,
    /// There are no figures.
    Refused = 2,
}

/// How many faults of one file are listed.
const FAULTS_LISTED: usize = 5;

/// Runs the command. Figures are written to `output`, everything that is missing from them to `errors`.
pub(crate) fn run(
    arguments: &[OsString],
    input: &mut dyn BufRead,
    output: &mut dyn Write,
    errors: &mut dyn Write,
) -> io::Result<Status> {
    let arguments = match arguments::parse(arguments) {
        Ok(Request::Help) => {
            output.write_all(arguments::USAGE.as_bytes())?;
            return Ok(Status::Done);
        }
        Ok(Request::Report(arguments)) => arguments,
        Err(message) => {
            writeln!(errors, "{message}\n\n{}", arguments::USAGE)?;
            return Ok(Status::Refused);
        }
    };
    let instrument = match instrument(&arguments) {
        Ok(instrument) => instrument,
        Err(message) => {
            writeln!(errors, "{message}")?;
            return Ok(Status::Refused);
        }
    };
    let mut cohort = Cohort::new(&instrument, arguments.form);
    source::each(&arguments.sources, input, &mut |origin, text| {
        let faults = match text.map(|text| cohort.add(text)) {
            Ok(Ok(())) => return Ok(()),
            Ok(Err(error)) => faults(error),
            Err(message) => {
                cohort.add_unreadable();
                vec![message]
            }
        };
        report_faults(&origin.to_string(), &faults, errors)
    })?;

    let (counts, counted) = (cohort.counts(), cohort.counted());
    if counts.other_instrument() > 0 && (counted == 0 || !arguments.skip_others) {
        report_mixture(&cohort, errors)?;
        return Ok(Status::Refused);
    }
    if counted == 0 {
        writeln!(
            errors,
            "no figures: {} looked at, {} unreadable, {} of another form",
            counts.read, counts.unreadable, counts.other_form
        )?;
        return Ok(Status::Refused);
    }
    let report = cohort.report();
    let text = if arguments.json {
        report.to_json()
    } else {
        format_report(&report)
    };
    output.write_all(text.as_bytes())?;
    output.flush()?;
    Ok(if counts.unreadable > 0 {
        Status::Incomplete
    } else {
        Status::Done
    })
}

/// Reads the instrument that the results should answer.
fn instrument(arguments: &Arguments) -> Result<Instrument, String> {
    let (text, name) = match &arguments.instrument {
        None => (SHIPPED.to_owned(), "the shipped instrument".to_owned()),
        Some(path) => {
            let name = single_line(&path.to_string_lossy());
            let text = fs::read_to_string(path).map_err(|error| format!("{name}: {error}"))?;
            (text, name)
        }
    };
    let instrument = instrument::parse(&text).map_err(|faults| format!("{name}:\n{faults}"))?;
    match arguments.form {
        Some(form) if instrument.form(form).is_none() => {
            Err(format!("{name}: has no {} form", form.as_str()))
        }
        _ => Ok(instrument),
    }
}

/// The faults of a text, each with its path.
fn faults(error: ReadError) -> Vec<String> {
    match error {
        ReadError::Faulty(faults) => faults
            .0
            .into_iter()
            .map(|fault| fault.to_string())
            .collect(),
        ReadError::Newer(version) => vec![format!(
            "$.version: is {version}; this program reads version {VERSION} and is older than the result"
        )],
        other @ ReadError::OtherInstrument(_) => vec![other.to_string()],
    }
}

fn report_faults(origin: &str, faults: &[String], errors: &mut dyn Write) -> io::Result<()> {
    for fault in faults.iter().take(FAULTS_LISTED) {
        writeln!(errors, "{}: {}", single_line(origin), single_line(fault))?;
    }
    if faults.len() > FAULTS_LISTED {
        let more = faults.len() - FAULTS_LISTED;
        writeln!(errors, "{}: and {more} more", single_line(origin))?;
    }
    Ok(())
}

/// Says which instruments the results answer, and why there are no figures.
fn report_mixture(cohort: &Cohort<'_>, errors: &mut dyn Write) -> io::Result<()> {
    writeln!(
        errors,
        "refused: the scores of different instruments cannot be put together\n  \
         {} results answer {}",
        cohort.counted(),
        Edition::from_instrument(cohort.instrument())
    )?;
    let counts = cohort.counts();
    for (edition, count) in &counts.others {
        writeln!(errors, "  {count} results answer {edition}")?;
    }
    if counts.further > 0 {
        writeln!(errors, "  {} results answer still others", counts.further)?;
    }
    writeln!(
        errors,
        "--instrument FILE asks for the results of that instrument instead; \
         --skip-others leaves all others out"
    )
}
