//! From a response sheet to scores: keying, the missing-data rule, error and bands.
//!
//! A score is 0 to 100 and not a percentile. There is no overall score: a strained direction drags,
//! and an average would hide it. All arithmetic is f64 and unrounded; rounding is for display
//! ([`crate::report::Shown`]) and export ([`round_to_tenth`]) only.

mod finding;
mod quality;

pub use finding::{FacetExtremes, Finding, finding, strongest_and_weakest_facet};
pub use quality::{Note, NoteCode, notes};

use crate::instrument::{Instrument, Keying, Sem, SemOrigin};
use crate::response::{Response, ResponseSheet};
use json::number::to_f64;

/// Two-sided 90 % point of the normal distribution.
const Z90: f64 = 1.645;

/// The range that a score lies in. The cut-offs are provisional: they are anchored to the response
/// options (50 points are "Sometimes" and 75 are "Often" on average), not to norms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// Below the first cut-off.
    Strained,
    /// From the first to below the second cut-off.
    Uneven,
    /// From the second cut-off.
    Steady,
}

impl Band {
    /// All three, from the lowest.
    pub const ALL: [Self; 3] = [Self::Strained, Self::Uneven, Self::Steady];

    /// The lowest scores of [`Band::Uneven`] and [`Band::Steady`], in points. The charts take their
    /// axis from here; style sheets and documents repeat the numbers, and a test compares them.
    pub const CUT_OFFS: [u8; 2] = [50, 75];

    /// The band of an unrounded score.
    #[must_use]
    pub fn from_score(score: f64) -> Self {
        let [uneven, steady] = Self::CUT_OFFS.map(f64::from);
        if score < uneven {
            Self::Strained
        } else if score < steady {
            Self::Uneven
        } else {
            Self::Steady
        }
    }

    /// The key of the band in result texts, and its CSS class.
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

impl Estimate {
    /// The largest difference to `other` that measurement error alone explains, in points: 1.645 × the
    /// standard error of the difference.
    pub(crate) fn margin(&self, other: &Self) -> f64 {
        Z90 * self.sem.hypot(other.sem)
    }
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

/// One cell of the facet × direction grid: the keyed mean of its answered items, rounded half away
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

/// The keyed value of a response, 1 (weakest) to 5 (strongest); `None` for "does not apply".
#[must_use]
pub fn keyed(response: Response, keying: Keying) -> Option<u8> {
    let raw = response.chosen()?.get();
    Some(match keying {
        Keying::Forward => raw,
        Keying::Reverse => 6 - raw,
    })
}

/// Scores every scale, facet and cell of a sheet.
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
        // Always present: the parser refuses unknown scales and facets.
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
                    items: to_f64(scale.sem.items),
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
    let count = to_f64(errors.len() as u64);
    let mean = |part: fn(&Sem) -> f64| errors.iter().map(part).sum::<f64>() / count;
    let error = errors.first().map(|first| ItemError {
        value: mean(|sem| sem.value),
        items: mean(|sem| to_f64(sem.items)),
        // One assumed part makes the whole assumed.
        origin: if errors.iter().any(|sem| sem.origin == SemOrigin::Assumed) {
            SemOrigin::Assumed
        } else {
            first.origin
        },
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
        let answered = to_f64(self.answered as u64);
        let score = (25.0 * (to_f64(self.keyed_sum) - answered)) / answered;
        let sem = error.value * (error.items / answered).sqrt();
        let low = (score - Z90 * sem).max(0.0);
        let high = (score + Z90 * sem).min(100.0);
        let (low_band, high_band) = (Band::from_score(low), Band::from_score(high));
        Estimate {
            score,
            sem,
            origin: error.origin,
            low,
            high,
            band: Band::from_score(score),
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

/// Rounds to one decimal, halves away from zero, as exports do.
#[must_use]
pub fn round_to_tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
