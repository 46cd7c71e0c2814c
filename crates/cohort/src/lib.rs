//! Statistics over any number of exported results of one instrument: means and spread, Cronbach's
//! alpha, and the standard error of measurement per scale and facet.
//!
//! A [`Cohort`] reads one result at a time with the reader of `records` and keeps only sums
//! ([`tally`]); [`estimate`] computes statistics from these, [`report`] and [`table`] present them as
//! JSON and as text. Nothing here does I/O: the command of this package finds and opens files.

pub mod estimate;
pub mod report;
pub mod table;
pub mod tally;

use std::fmt;

use measure::instrument::{FormName, Instrument};
use records::read::{self, ReadError};
use serde::Serialize;

use report::Report;
use table::single_line;
use tally::Tally;

/// How many other instruments are counted separately; results of any further ones share a count, so
/// that memory use does not grow with the number of results.
const MAX_OTHERS: usize = 16;

/// An edition of an instrument, as a result names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Edition {
    /// For example `leadership-relationships`.
    pub id: String,
    /// For example `1.0.0`.
    pub version: String,
    /// [`Instrument::hash`] of the edition.
    pub hash: String,
}

impl Edition {
    /// The edition that `instrument` is.
    #[must_use]
    pub fn from_instrument(instrument: &Instrument) -> Self {
        Self {
            id: instrument.id.to_string(),
            version: instrument.version.clone(),
            hash: instrument.hash(),
        }
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [id, version, hash] =
            [&self.id, &self.version, &self.hash].map(|text| single_line(text));
        write!(formatter, "{id} {version}, {hash}")
    }
}

/// How many texts a [`Cohort`] was given, and how many of them are not part of its figures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// Every text, readable or not.
    pub read: u64,
    /// Texts that are not valid results.
    pub unreadable: u64,
    /// Results of a form that was not asked for.
    pub other_form: u64,
    /// Results per other edition, at most 16 of them, in order of first appearance.
    pub others: Vec<(Edition, u64)>,
    /// Results of still other editions.
    pub further: u64,
}

impl Counts {
    fn add_other(&mut self, edition: Edition) {
        if let Some((_, count)) = self.others.iter_mut().find(|(known, _)| *known == edition) {
            *count += 1;
        } else if self.others.len() < MAX_OTHERS {
            self.others.push((edition, 1));
        } else {
            self.further += 1;
        }
    }

    /// The number of results that answer another edition or instrument.
    #[must_use]
    pub fn other_instrument(&self) -> u64 {
        self.others.iter().map(|(_, count)| count).sum::<u64>() + self.further
    }
}

/// Results of one edition of an instrument, added up one at a time.
#[derive(Debug, Clone)]
pub struct Cohort<'i> {
    instrument: &'i Instrument,
    form: Option<FormName>,
    tallies: Vec<Tally<'i>>,
    counts: Counts,
}

impl<'i> Cohort<'i> {
    /// An empty cohort of people who answered `instrument`. With a `form`, results of the other one are
    /// excluded; without, each form has figures of its own.
    #[must_use]
    pub fn new(instrument: &'i Instrument, form: Option<FormName>) -> Self {
        Self {
            instrument,
            form,
            tallies: FormName::ALL
                .into_iter()
                .filter(|form| instrument.form(*form).is_some())
                .map(|form| Tally::new(instrument, form))
                .collect(),
            counts: Counts::default(),
        }
    }

    /// Reads an exported result and adds it to the sums. A result of another instrument or form is
    /// counted as such and is not an error.
    ///
    /// # Errors
    /// A newer format, or every fault of a text that is not a valid result.
    pub fn add(&mut self, text: &str) -> Result<(), ReadError> {
        self.counts.read += 1;
        let sheet = match read::result(text, self.instrument) {
            Ok(completed) => completed.sheet,
            Err(ReadError::OtherInstrument(from)) => {
                self.counts.add_other(Edition {
                    id: from.id,
                    version: from.version,
                    hash: from.hash,
                });
                return Ok(());
            }
            Err(error) => {
                self.counts.unreadable += 1;
                return Err(error);
            }
        };
        if self.form.is_some_and(|form| form != sheet.form) {
            self.counts.other_form += 1;
        } else if let Some(tally) = self
            .tallies
            .iter_mut()
            .find(|tally| tally.form() == sheet.form)
        {
            tally.add(&sheet);
        }
        Ok(())
    }

    /// Counts a text that could not even be opened.
    pub fn add_unreadable(&mut self) {
        self.counts.read += 1;
        self.counts.unreadable += 1;
    }

    /// What was read and what was excluded.
    #[must_use]
    pub fn counts(&self) -> &Counts {
        &self.counts
    }

    /// The sums of each form that the instrument has, the full form first.
    #[must_use]
    pub fn tallies(&self) -> &[Tally<'i>] {
        &self.tallies
    }

    /// The number of results in the figures.
    #[must_use]
    pub fn counted(&self) -> u64 {
        self.tallies.iter().map(Tally::counted).sum()
    }

    /// The figures so far.
    #[must_use]
    pub fn report(&self) -> Report {
        Report::from_cohort(self)
    }

    /// The instrument that was answered.
    #[must_use]
    pub fn instrument(&self) -> &'i Instrument {
        self.instrument
    }
}
