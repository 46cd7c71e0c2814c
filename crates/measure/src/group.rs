//! A picture of a group of people who answered the same form: how their scores spread, and on which
//! statements their answers are lowest and highest. It has no person in it: nothing is computed from
//! fewer than [`FEWEST`] people, and nobody is compared with anybody.

use std::cmp::Ordering;

use crate::completed::Completed;
use crate::instrument::{FormName, Instrument, ItemIndex, Keying, ScaleIndex};
use crate::report::Report;
use crate::response::{OptionNumber, Response};
use crate::scoring::keyed;
use json::number::{round_to_u64, to_f64};

/// The fewest people of whom anything is shown.
pub const FEWEST: usize = 5;

/// How many statements stand out at either end.
const STAND_OUT: usize = 3;

/// Mean and standard deviation of some numbers, one for each person.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// The number of people.
    pub people: usize,
    /// Their mean.
    pub mean: f64,
    /// Their standard deviation, with n − 1 in the denominator.
    pub sd: f64,
}

impl Spread {
    /// `None` for fewer than [`FEWEST`] people.
    fn of(values: &[f64]) -> Option<Self> {
        let people = values.len();
        let count = to_f64(people as u64);
        let mean = values.iter().sum::<f64>() / count;
        let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
        (people >= FEWEST).then(|| Self {
            people,
            mean,
            sd: (squares / (count - 1.0)).sqrt(),
        })
    }

    /// One standard deviation to either side of a mean of scores, cut off at 0 and 100.
    #[must_use]
    pub fn ends(&self) -> [f64; 2] {
        [
            (self.mean - self.sd).max(0.0),
            (self.mean + self.sd).min(100.0),
        ]
    }
}

/// The answers of a group to one statement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Statement {
    /// Which of the items.
    pub index: ItemIndex,
    /// The numbers of the chosen options, from 1.
    pub answers: Spread,
    /// The mean of what these count, from 1: more is a stronger relationship.
    pub keyed: f64,
}

impl Statement {
    fn of(instrument: &Instrument, index: ItemIndex, people: &[&Completed]) -> Option<Self> {
        let item = instrument.item(index)?;
        let responses = people.iter().filter_map(|person| person.sheet.get(index));
        let chosen: Vec<Response> = responses
            .filter(|response| response.chosen().is_some())
            .collect();
        let numbers = |value: &dyn Fn(&Response) -> Option<u8>| -> Vec<f64> {
            let values = chosen.iter().filter_map(value);
            values.map(|value| to_f64(value.into())).collect()
        };
        let answers = numbers(&|response| response.chosen().map(OptionNumber::get));
        let counted = numbers(&|response| keyed(instrument, item, *response));
        Some(Self {
            index,
            answers: Spread::of(&answers)?,
            keyed: Spread::of(&counted)?.mean,
        })
    }

    /// Whether the statement is reverse-keyed.
    #[must_use]
    pub fn is_reversed(&self, instrument: &Instrument) -> bool {
        let item = instrument.item(self.index);
        item.is_some_and(|item| item.keying == Keying::Reverse)
    }

    /// The label of the option nearest to the mean.
    #[must_use]
    pub fn nearest_option<'i>(&self, instrument: &'i Instrument) -> Option<&'i str> {
        let number = usize::try_from(round_to_u64(self.answers.mean)).ok()?;
        let label = instrument.options.get(number.checked_sub(1)?);
        label.map(String::as_str)
    }

    /// On which side of the middle option the mean counts.
    #[must_use]
    pub fn side(&self, instrument: &Instrument) -> Ordering {
        let middle = to_f64(instrument.options.len() as u64 + 1) / 2.0;
        self.keyed.total_cmp(&middle)
    }
}

/// What people have in common who answered one form.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The form.
    pub form: FormName,
    /// How many people.
    pub people: usize,
    /// Whether they answered in more than one language.
    pub languages_differ: bool,
    /// Their scores, one for each scale in instrument order; `None` where too few have one.
    pub directions: Vec<Option<Spread>>,
    /// The statements with the lowest means, the lowest first.
    pub lowest: Vec<Statement>,
    /// The statements with the highest means, the highest first. None of them is among the lowest.
    pub highest: Vec<Statement>,
}

impl Group {
    /// The picture of people with these results, as far as they answered `form`; `None` if fewer than [`FEWEST`] did.
    pub fn of<'a>(
        instrument: &Instrument,
        form: FormName,
        people: impl Iterator<Item = (&'a Completed, &'a Report)>,
    ) -> Option<Self> {
        let (people, reports): (Vec<&Completed>, Vec<&Report>) = people
            .filter(|(person, _)| person.sheet.form == form)
            .unzip();
        let first = people.get(..FEWEST)?.first()?;
        let directions = ScaleIndex::all(&instrument.scales).map(|scale| {
            let directions = reports.iter();
            let directions = directions.filter_map(|report| scale.of(&report.directions));
            let estimates = directions.filter_map(|direction| direction.set.estimate);
            Spread::of(&estimates.map(|estimate| estimate.score).collect::<Vec<_>>())
        });
        let [lowest, highest] = stand_out(instrument, form, &people);
        Some(Self {
            form,
            people: people.len(),
            languages_differ: people
                .iter()
                .any(|person| person.language != first.language),
            directions: directions.collect(),
            lowest,
            highest,
        })
    }
}

/// The statements with the lowest and with the highest means; of equal ones, the first in the
/// instrument.
fn stand_out(
    instrument: &Instrument,
    form: FormName,
    people: &[&Completed],
) -> [Vec<Statement>; 2] {
    let asked = instrument.in_instrument_order(form);
    let mut all: Vec<Statement> = asked
        .filter_map(|index| Statement::of(instrument, index, people))
        .collect();
    let each = STAND_OUT.min(all.len() / 2);
    let mut ends = |order: fn(&Statement, &Statement) -> Ordering| {
        all.sort_by(|one, other| order(one, other).then(one.index.cmp(&other.index)));
        all.iter().take(each).copied().collect::<Vec<_>>()
    };
    let highest = ends(|one, other| other.keyed.total_cmp(&one.keyed));
    let lowest = ends(|one, other| one.keyed.total_cmp(&other.keyed));
    [lowest, highest]
}
