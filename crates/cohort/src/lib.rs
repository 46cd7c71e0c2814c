//! Statistics over any number of exported results of one instrument: means and spread, Cronbach's
//! alpha, and the standard errors of measurement per scale and facet; the statistics of each item; and
//! how often the likelihoods of findings come true in simulated people ([`calibration`]).
//!
//! A [`Cohort`] reads one result at a time with the reader of `records` and keeps only sums
//! ([`tally`]); [`estimate`] computes statistics from these, [`report`] and [`table`] present them as
//! JSON and as text. Nothing here does I/O: the command of this package finds and opens files.

pub mod calibration;
pub mod estimate;
pub mod item;
mod line;
mod random;
pub mod report;
pub mod retest;
mod sem;
mod sums;
pub mod table;
pub mod tally;

use std::fmt;

use measure::completed::Completed;
use measure::instrument::{FormName, Instrument};
use records::document::MADE_UP;
use records::read::{self, ReadError};
use serde::Serialize;

use line::single_line;
use retest::RetestTally;
use tally::Tally;

/// How many other instruments are counted separately; results of any further ones share a count, so
/// that memory use does not grow with the number of results.
const MAX_OTHERS: usize = 16;
/// How many languages of each form have figures of their own.
const MAX_LANGUAGES: usize = 32;

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

/// How many results there were, and how many of them are not part of the figures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Every text, valid or not.
    pub read: u64,
    /// Results in the figures.
    pub counted: u64,
    /// Texts that are not valid results.
    pub unreadable: u64,
    /// Results of a form that was not asked for.
    pub other_form: u64,
    /// Results of other instruments or editions.
    pub other_instrument: u64,
    /// Results that were read for the error between sittings, which are in no other figure.
    pub of_people: u64,
    /// Results of made-up people.
    pub made_up: u64,
    /// Results per other edition, at most 16 of them, in order of first appearance.
    #[serde(skip)]
    pub others: Vec<(Edition, u64)>,
}

impl Counts {
    fn add_other(&mut self, edition: Edition) {
        self.other_instrument += 1;
        if let Some((_, count)) = self.others.iter_mut().find(|(known, _)| *known == edition) {
            *count += 1;
        } else if self.others.len() < MAX_OTHERS {
            self.others.push((edition, 1));
        }
    }
}

/// Results of one edition of an instrument, added up one at a time.
#[derive(Debug, Clone)]
pub struct Cohort<'i> {
    pub(crate) instrument: &'i Instrument,
    form: Option<FormName>,
    /// The sums of each form that the instrument has, the full form first.
    pub(crate) tallies: Vec<Tally<'i>>,
    /// The sums of each form by language, in order of first appearance.
    pub(crate) languages: Vec<(String, Tally<'i>)>,
    /// The sums of people with two results, per form.
    pub(crate) retests: Vec<RetestTally<'i>>,
    /// What was read and what was excluded.
    pub counts: Counts,
}

impl<'i> Cohort<'i> {
    /// An empty cohort of people who answered `instrument`. With a `form`, results of the other one are
    /// excluded; without, each form has figures of its own.
    #[must_use]
    pub fn new(instrument: &'i Instrument, form: Option<FormName>) -> Self {
        let forms = || {
            let forms = FormName::ALL.into_iter();
            forms.filter(|form| instrument.form(*form).is_some())
        };
        Self {
            instrument,
            form,
            tallies: forms().map(|form| Tally::new(instrument, form)).collect(),
            languages: Vec::new(),
            retests: forms()
                .map(|form| RetestTally::new(instrument, form))
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
        let Some(completed) = self.read(text)? else {
            return Ok(());
        };
        let (sheet, language) = (&completed.sheet, completed.language);
        self.counts.counted += 1;
        let same = |tally: &Tally<'_>| tally.form == sheet.form;
        if let Some(tally) = self.tallies.iter_mut().find(|tally| same(tally)) {
            tally.add(sheet);
        }
        let mut known = self.languages.iter_mut();
        if let Some((_, tally)) = known.find(|(known, tally)| *known == language && same(tally)) {
            tally.add(sheet);
        } else if self.languages.len() < MAX_LANGUAGES {
            let mut tally = Tally::new(self.instrument, sheet.form);
            tally.add(sheet);
            self.languages.push((language, tally));
        }
        Ok(())
    }

    /// Reads a result for [`Cohort::add_person`] and counts it; `None` for a result of another
    /// instrument or form.
    ///
    /// # Errors
    /// As [`Cohort::add`].
    pub fn read_of_person(&mut self, text: &str) -> Result<Option<Completed>, ReadError> {
        let completed = self.read(text)?;
        self.counts.of_people += u64::from(completed.is_some());
        Ok(completed)
    }

    /// Adds the results of one person to the error between sittings, and to nothing else.
    pub fn add_person(&mut self, results: &[Completed]) {
        for retest in &mut self.retests {
            retest.add(results);
        }
    }

    fn read(&mut self, text: &str) -> Result<Option<Completed>, ReadError> {
        self.counts.read += 1;
        let (completed, program) = match read::result_and_program(text, self.instrument) {
            Ok(read) => read,
            Err(ReadError::OtherInstrument(from)) => {
                self.counts.add_other(Edition {
                    id: from.id,
                    version: from.version,
                    hash: from.hash,
                });
                return Ok(None);
            }
            Err(error) => {
                self.counts.unreadable += 1;
                return Err(error);
            }
        };
        if self.form.is_some_and(|form| form != completed.sheet.form) {
            self.counts.other_form += 1;
            return Ok(None);
        }
        self.counts.made_up += u64::from(program.as_deref() == Some(MADE_UP));
        Ok(Some(completed))
    }

    /// Counts a text that could not even be opened.
    pub fn add_unreadable(&mut self) {
        self.counts.read += 1;
        self.counts.unreadable += 1;
    }

    /// The number of people with two results of one form.
    #[must_use]
    pub fn people(&self) -> u64 {
        self.retests.iter().map(|retest| retest.people).sum()
    }
}
