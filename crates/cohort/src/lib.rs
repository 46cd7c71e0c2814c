//! The cohort command without its process: arguments and streams in, exit status out.
//!
//! Data flows one way: [`source`] finds texts, [`reader`] makes answers of each ([`glance`] is its
//! fast way), [`tally`] adds them up in whole numbers, [`estimate`] makes statistics of the sums
//! ([`quantile`] has the distribution for it), [`report`] and [`table`] write them down.

pub mod arguments;
pub mod estimate;
pub mod glance;
pub mod quantile;
pub mod reader;
pub mod report;
pub mod source;
pub mod table;
pub mod tally;

use std::ffi::OsString;
use std::fs;
use std::io::{self, BufRead, Write};

use arguments::{Arguments, Wish};
use measure::instrument::{self, FormName, Instrument, SHIPPED};
use reader::{Other, Outcome, Reader};
use report::Report;
use tally::Tally;

/// Everything was read, and counted.
pub const DONE: u8 = 0;
/// There are figures, but something was left out of them because it could not be read.
pub const INCOMPLETE: u8 = 1;
/// There are no figures.
pub const REFUSED: u8 = 2;

/// How many other instruments are told apart; whatever comes after them is counted together.
const OTHERS_NAMED: usize = 16;
/// How many faults of one file are listed.
const FAULTS_LISTED: usize = 5;

/// What was met on the way, beside the figures.
#[derive(Debug, Default)]
pub struct Met {
    /// Texts that were looked at, and paths that could not be opened.
    pub read: u64,
    /// How many of them could not be read.
    pub unreadable: u64,
    /// Results of a form that was not asked for.
    pub other_form: u64,
    /// Results of other instruments, in the order in which the first of each came.
    pub others: Vec<(Other, u64)>,
    /// Results of still further instruments.
    pub further: u64,
}

impl Met {
    fn other(&mut self, other: Other) {
        if let Some((_, count)) = self.others.iter_mut().find(|(known, _)| *known == other) {
            *count += 1;
        } else if self.others.len() < OTHERS_NAMED {
            self.others.push((other, 1));
        } else {
            self.further += 1;
        }
    }

    /// How many results answer another instrument.
    #[must_use]
    pub fn answer_others(&self) -> u64 {
        self.others.iter().map(|(_, count)| count).sum::<u64>() + self.further
    }
}

/// Runs the command; the figures go to `output`, everything that was left out to `complaints`.
///
/// # Errors
/// Only if one of the two cannot be written.
pub fn run(
    arguments: &[OsString],
    input: &mut dyn BufRead,
    output: &mut dyn Write,
    complaints: &mut dyn Write,
) -> io::Result<u8> {
    let wish = match arguments::parse(arguments) {
        Ok(Wish::Help) => {
            output.write_all(arguments::USAGE.as_bytes())?;
            return Ok(DONE);
        }
        Ok(Wish::Report(wish)) => wish,
        Err(message) => {
            writeln!(complaints, "{message}\n\n{}", arguments::USAGE)?;
            return Ok(REFUSED);
        }
    };
    let instrument = match asked(&wish) {
        Ok(instrument) => instrument,
        Err(message) => {
            writeln!(complaints, "{message}")?;
            return Ok(REFUSED);
        }
    };
    let (tallies, met) = count(&instrument, &wish, input, complaints)?;

    let others = met.answer_others();
    let counted: u64 = tallies.iter().map(Tally::counted).sum();
    if others > 0 && (counted == 0 || !wish.skip_others) {
        refuse(&instrument, &met, counted, complaints)?;
        return Ok(REFUSED);
    }
    if counted == 0 {
        writeln!(
            complaints,
            "no figures: {} looked at, {} unreadable, {} of another form",
            met.read, met.unreadable, met.other_form
        )?;
        return Ok(REFUSED);
    }
    let report = Report::of(&instrument, &tallies, &met);
    let text = if wish.json {
        report.to_json()
    } else {
        table::of(&report)
    };
    output.write_all(text.as_bytes())?;
    output.flush()?;
    Ok(if met.unreadable > 0 { INCOMPLETE } else { DONE })
}

/// The instrument that the results should answer.
fn asked(wish: &Arguments) -> Result<Instrument, String> {
    let (text, name) = match &wish.instrument {
        None => (SHIPPED.to_owned(), "the shipped instrument".to_owned()),
        Some(path) => {
            let name = plain(&path.to_string_lossy());
            let text = fs::read_to_string(path).map_err(|error| format!("{name}: {error}"))?;
            (text, name)
        }
    };
    let instrument = instrument::parse(&text).map_err(|faults| format!("{name}:\n{faults}"))?;
    match wish.form {
        Some(form) if instrument.form(form).is_none() => {
            Err(format!("{name}: has no {} form", form.as_str()))
        }
        _ => Ok(instrument),
    }
}

/// Adds up everything that there is to read, one text at a time.
fn count(
    instrument: &Instrument,
    wish: &Arguments,
    input: &mut dyn BufRead,
    complaints: &mut dyn Write,
) -> io::Result<(Vec<Tally>, Met)> {
    let mut reader = Reader::new(instrument);
    let mut met = Met::default();
    let mut tallies: Vec<Tally> = FormName::ALL
        .into_iter()
        .filter(|form| instrument.form(*form).is_some())
        .map(|form| Tally::new(instrument, form))
        .collect();
    source::each(&wish.sources, input, &mut |place, text| {
        met.read += 1;
        let faults = match text.map(|text| reader.read(text)) {
            Ok(Outcome::Sheet { form, marks }) => {
                if wish.form.is_some_and(|wished| wished != form) {
                    met.other_form += 1;
                } else if let Some(tally) = tallies.iter_mut().find(|tally| tally.form() == form) {
                    tally.count(marks);
                }
                return Ok(());
            }
            Ok(Outcome::Other(other)) => {
                met.other(other);
                return Ok(());
            }
            Ok(Outcome::Unreadable(faults)) => faults,
            Err(message) => vec![message],
        };
        met.unreadable += 1;
        complain(&place.to_string(), &faults, complaints)
    })?;
    Ok((tallies, met))
}

fn complain(place: &str, faults: &[String], complaints: &mut dyn Write) -> io::Result<()> {
    for fault in faults.iter().take(FAULTS_LISTED) {
        writeln!(complaints, "{}: {}", plain(place), plain(fault))?;
    }
    if let Some(more) = faults.len().checked_sub(FAULTS_LISTED + 1) {
        writeln!(complaints, "{}: and {} more", plain(place), more + 1)?;
    }
    Ok(())
}

/// Says which instruments the results answer, and why there are no figures.
fn refuse(
    instrument: &Instrument,
    met: &Met,
    counted: u64,
    complaints: &mut dyn Write,
) -> io::Result<()> {
    writeln!(
        complaints,
        "refused: the scores of different instruments cannot be put together\n  \
         {counted} results answer {} {}, {}",
        instrument.id,
        plain(&instrument.version),
        instrument.hash()
    )?;
    for (other, count) in &met.others {
        writeln!(complaints, "  {count} results answer {other}")?;
    }
    if met.further > 0 {
        writeln!(complaints, "  {} results answer still others", met.further)?;
    }
    writeln!(
        complaints,
        "--instrument FILE asks for the results of that instrument instead; \
         --skip-others leaves all others out"
    )
}

/// Foreign text on a terminal: without line breaks and control characters, and not too long.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut plain = String::new();
    for character in text.chars() {
        if plain.len() > 300 {
            plain.push('…');
            break;
        }
        if character.is_control() {
            plain.extend(character.escape_default());
        } else {
            plain.push(character);
        }
    }
    plain
}
