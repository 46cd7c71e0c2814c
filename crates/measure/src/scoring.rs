//! From a response sheet to scores: keying, the missing-data rule, error and bands.
//!
//! A score is 0 to 100 and not a percentile. There is no overall score: a strained direction drags,
//! and an average would hide it. All arithmetic is f64 and unrounded; [`round_half_away`] and
//! [`round_to_tenth`] serve display and export only.

mod finding;
mod quality;

pub use finding::{FacetExtremes, Finding, finding, strongest_and_weakest_facet};
pub use quality::{Note, NoteCode, notes};

use crate::instrument::{Instrument, Keying, SemOrigin};
use crate::response::{Response, ResponseSheet};

/// Two-sided 90 % point of the normal distribution.
pub const Z90: f64 = 1.645;

/// In words, where a score lies. Provisional: anchored to the answer words (50 is "Sometimes" and
/// 75 is "Often" on average), not to other people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// Below 50.
    Strained,
    /// 50 to below 75.
    Uneven,
    /// 75 and above.
    Steady,
}

impl Band {
    /// All three, from the lowest.
    pub const ALL: [Self; 3] = [Self::Strained, Self::Uneven, Self::Steady];

    /// The band of an unrounded score.
    #[must_use]
    pub fn of(score: f64) -> Self {
        if score < 50.0 {
            Self::Strained
        } else if score < 75.0 {
            Self::Uneven
        } else {
            Self::Steady
        }
    }

    /// As written in exports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Strained => "strained",
            Self::Uneven => "uneven",
            Self::Steady => "steady",
        }
    }
}

/// A score with its error; every number in points on the 0 to 100 range, unrounded.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// 0 to 100.
    pub score: f64,
    /// Standard error of measurement for this many answers.
    pub sem: f64,
    /// Whether that error is assumed or estimated.
    pub origin: SemOrigin,
    /// Lower end of the 90 % interval, at least 0.
    pub low: f64,
    /// Upper end of the 90 % interval, at most 100.
    pub high: f64,
    /// The band of `score`.
    pub band: Band,
    /// The bands of the interval's two ends, where they differ.
    pub between: Option<(Band, Band)>,
}

/// The score of a set of items: a direction, or a facet across directions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SetScore {
    /// How many items were answered with an option.
    pub answered: usize,
    /// How many items the set has.
    pub total: usize,
    /// `None`: not scored, too few answers.
    pub estimate: Option<Estimate>,
}

/// One cell of the direction × facet map: the keyed mean of its answered items, rounded half away
/// from zero to 1 (weakest) to 5 (strongest); `None` if nothing was answered.
pub type Cell = Option<u8>;

/// Everything that is computed from one sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    /// One per scale, in instrument order.
    pub scales: Vec<SetScore>,
    /// Whether each scale applies, in instrument order.
    pub applicable: Vec<bool>,
    /// One per facet, in instrument order.
    pub facets: Vec<SetScore>,
    /// `cells[facet][scale]`.
    pub cells: Vec<Vec<Cell>>,
}

/// k of one answer: 1 (weakest) to 5 (strongest).
#[must_use]
pub fn keyed(response: Response, keying: Keying) -> Option<u8> {
    let raw = response.chosen()?.get();
    Some(match keying {
        Keying::Forward => raw,
        Keying::Reverse => 6 - raw,
    })
}

/// Scores a sheet. O(items).
#[must_use]
pub fn score(instrument: &Instrument, sheet: &ResponseSheet) -> Scores {
    let applicable: Vec<bool> = (0..instrument.scales.len())
        .map(|scale| !sheet.scale_not_applicable(instrument, scale))
        .collect();
    let mut scales = vec![Tally::default(); instrument.scales.len()];
    let mut cells = vec![vec![Tally::default(); instrument.scales.len()]; instrument.facets.len()];

    for (index, item) in instrument.items_of(sheet.form) {
        let k = sheet
            .get(index)
            .and_then(|response| keyed(response, item.keying));
        // Not reached: the parser lets no item name a scale that there is not.
        if let Some(tally) = scales.get_mut(item.scale) {
            tally.count(k);
        }
        let row = item.facet.and_then(|facet| cells.get_mut(facet));
        if let Some(tally) = row.and_then(|row| row.get_mut(item.scale)) {
            tally.count(k);
        }
    }

    Scores {
        facets: cells
            .iter()
            .map(|row| facet_score(instrument, row, &applicable))
            .collect(),
        scales: scales
            .iter()
            .zip(&instrument.scales)
            .map(|(tally, scale)| {
                let error = ItemError {
                    value: scale.sem.value,
                    items: whole(scale.sem.items),
                    origin: scale.sem.origin,
                };
                tally.score(Some(error))
            })
            .collect(),
        cells: cells
            .iter()
            .map(|row| row.iter().map(Tally::cell).collect())
            .collect(),
        applicable,
    }
}

/// The score of one facet over the scales that apply, with the mean of their `sem`.
fn facet_score(instrument: &Instrument, row: &[Tally], applicable: &[bool]) -> SetScore {
    let mut sum = Tally::default();
    let mut errors = Vec::new();
    for ((tally, scale), applies) in row.iter().zip(&instrument.scales).zip(applicable) {
        if *applies && tally.total > 0 {
            sum.total += tally.total;
            sum.answered += tally.answered;
            sum.keyed_sum += tally.keyed_sum;
            errors.push(scale.sem);
        }
    }
    let count = whole(errors.len() as u64);
    let mean = |of: fn(&crate::instrument::Sem) -> f64| errors.iter().map(of).sum::<f64>() / count;
    let error = errors.first().map(|first| ItemError {
        value: mean(|sem| sem.value),
        items: mean(|sem| whole(sem.items)),
        // One assumed part makes the whole assumed.
        origin: errors
            .iter()
            .map(|sem| sem.origin)
            .find(|origin| *origin == SemOrigin::Assumed)
            .unwrap_or(first.origin),
    });
    sum.score(error)
}

#[derive(Debug, Clone, Copy)]
struct ItemError {
    value: f64,
    items: f64,
    origin: SemOrigin,
}

/// Running sums over a set of items.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    total: usize,
    answered: usize,
    keyed_sum: u64,
}

impl Tally {
    fn count(&mut self, k: Option<u8>) {
        self.total += 1;
        if let Some(k) = k {
            self.answered += 1;
            self.keyed_sum += u64::from(k);
        }
    }

    /// Scored only if more than half of the set and at least two items are answered (the
    /// more-than-half rule: FACIT; Fairclough and Cella 1996).
    fn score(&self, error: Option<ItemError>) -> SetScore {
        let enough = self.answered * 2 > self.total && self.answered >= 2;
        SetScore {
            answered: self.answered,
            total: self.total,
            estimate: error.filter(|_| enough).map(|error| self.estimate(error)),
        }
    }

    /// 100 × (mean − 1) / 4, the transformation of the SF-36, as one division of whole numbers, so
    /// that a score that is exact in decimals is exact here too.
    fn estimate(&self, error: ItemError) -> Estimate {
        let answered = whole(self.answered as u64);
        let score = (25.0 * (whole(self.keyed_sum) - answered)) / answered;
        let sem = error.value * (error.items / answered).sqrt();
        let low = (score - Z90 * sem).max(0.0);
        let high = (score + Z90 * sem).min(100.0);
        let (low_band, high_band) = (Band::of(low), Band::of(high));
        Estimate {
            score,
            sem,
            origin: error.origin,
            low,
            high,
            band: Band::of(score),
            between: (low_band != high_band).then_some((low_band, high_band)),
        }
    }

    /// The mean rounded half away from zero, in whole numbers: floor(mean + 1/2).
    fn cell(&self) -> Cell {
        let answered = self.answered as u64;
        let rounded = (2 * self.keyed_sum + answered).checked_div(2 * answered)?;
        u8::try_from(rounded).ok()
    }
}

/// Counts are far below 2^53, where f64 would lose them.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
#[must_use]
pub fn whole(count: u64) -> f64 {
    count as f64
}

/// The nearest whole number, halves away from zero: how scores are shown.
#[must_use]
pub fn round_half_away(value: f64) -> f64 {
    value.round()
}

/// One decimal, halves away from zero: how numbers are exported.
#[must_use]
pub fn round_to_tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
