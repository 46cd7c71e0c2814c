//! From a response sheet to scores: keying, the missing-data rule, error and bands.
//!
//! A score is 0 to 100 and not a percentile. There is no overall score: an average would hide the weakest
//! direction. All arithmetic is f64 and unrounded; rounding is for display
//! ([`crate::report::Shown`]) and export ([`round_to_tenth`]) only.

mod finding;
pub mod odds;
mod quality;

pub use crate::band::{Band, CutOffs};
pub use finding::{FacetExtremes, Finding, FindingKind, Odds, facet_extremes, finding};
pub(crate) use odds::first_of_largest;
pub use quality::{Note, NoteCode, notes};

use crate::instrument::{Instrument, Item, Keying, Origin, ScaleIndex, StandardError};
use crate::response::{Response, ResponseSheet};
use json::number::to_f64;

/// Two-sided 90 % point of the normal distribution.
pub(crate) const Z90: f64 = 1.645;

/// Two-sided 50 % point of the normal distribution.
const Z50: f64 = 0.674;

/// The fewest answers on which a facet has a band.
const FACET_BAND: usize = 5;

/// A score with its error; every number in points on the 0 to 100 range, unrounded.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// 0 to 100.
    pub score: f64,
    /// The mean of the keyed answers, from 1.
    pub mean: f64,
    /// Standard error of measurement for this many answers.
    pub sem: f64,
    /// Whether that error is assumed or estimated.
    pub origin: Origin,
    /// Lower end of the 90 % range, at least 0.
    pub low: f64,
    /// Upper end of the 90 % range, at most 100.
    pub high: f64,
    /// The band of `score`; `None` for a facet with fewer than five answers.
    pub band: Option<Band>,
    /// The bands of the unrounded range's two ends, where they differ and `score` has a band.
    pub between: Option<(Band, Band)>,
}

impl Estimate {
    /// The ends of the 50 % range, in points, clipped to 0 and 100: chance alone moves a score no further
    /// in half of all cases.
    #[must_use]
    pub fn half(&self) -> [f64; 2] {
        let margin = Z50 * self.sem;
        [
            (self.score - margin).max(0.0),
            (self.score + margin).min(100.0),
        ]
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

/// One cell of the facet × direction grid: the keyed mean of its answered items on a range from 1
/// (weakest) to 5 (strongest), rounded half away from zero; `None` if nothing was answered.
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

/// The keyed value of a response to an item, from 1 (weakest) to the number of options (strongest);
/// `None` for "does not apply".
#[must_use]
pub fn keyed(instrument: &Instrument, item: &Item, response: Response) -> Option<u8> {
    let raw = response.chosen()?.get();
    match item.keying {
        Keying::Forward => Some(raw),
        Keying::Reverse => (u8::try_from(instrument.options.len()).ok()? + 1).checked_sub(raw),
    }
}

/// Scores every scale, facet and cell of a sheet.
#[must_use]
pub fn score(instrument: &Instrument, sheet: &ResponseSheet) -> Scores {
    let applicable: Vec<bool> = ScaleIndex::all(&instrument.scales)
        .map(|scale| !sheet.scale_not_applicable(instrument, scale))
        .collect();
    let none = Tally::none(instrument);
    let mut scales = vec![none; instrument.scales.len()];
    let mut cells = vec![vec![none; instrument.scales.len()]; instrument.facets.len()];

    for (index, item) in instrument.items_of(sheet.form) {
        let k = sheet
            .get(index)
            .and_then(|response| keyed(instrument, item, response));
        // Always present: the parser refuses unknown scales and facets.
        if let Some(tally) = scales.get_mut(item.scale.get()) {
            tally.count(k);
        }
        let row = item.facet.and_then(|facet| cells.get_mut(facet.get()));
        if let Some(tally) = row.and_then(|row| row.get_mut(item.scale.get())) {
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
            .map(|(tally, scale)| tally.score(&scale.sem, instrument.cut_offs, 0))
            .collect(),
        cells: cells
            .iter()
            .map(|row| row.iter().map(Tally::cell).collect())
            .collect(),
        applicable,
    }
}

/// The score of one facet over the scales that apply.
fn facet_score(instrument: &Instrument, row: &[Tally], applicable: &[bool]) -> SetScore {
    let mut sum = Tally::none(instrument);
    for (tally, _) in row.iter().zip(applicable).filter(|(_, applies)| **applies) {
        sum.total += tally.total;
        sum.answered += tally.answered;
        sum.keyed_sum += tally.keyed_sum;
    }
    sum.score(&instrument.facet_sem, instrument.cut_offs, FACET_BAND)
}

/// How many of this many items a score takes: more than half, and at least two (the more-than-half
/// rule: FACIT; Fairclough and Cella 1996).
#[must_use]
pub fn needed(items: usize) -> usize {
    (items / 2 + 1).max(2)
}

/// Running sums over a set of items.
#[derive(Debug, Clone, Copy)]
struct Tally {
    total: usize,
    answered: usize,
    keyed_sum: u64,
    /// From the lowest option to the highest.
    steps: u64,
}

impl Tally {
    fn none(instrument: &Instrument) -> Self {
        Self {
            total: 0,
            answered: 0,
            keyed_sum: 0,
            steps: instrument.steps(),
        }
    }

    fn count(&mut self, k: Option<u8>) {
        self.total += 1;
        if let Some(k) = k {
            self.answered += 1;
            self.keyed_sum += u64::from(k);
        }
    }

    /// Scored only with as many answers as are [`needed`]. It has a band only from `band_from` answers.
    fn score(&self, error: &StandardError, cut_offs: CutOffs, band_from: usize) -> SetScore {
        let enough = self.answered >= needed(self.total);
        let banded = (self.answered >= band_from).then_some(cut_offs);
        SetScore {
            answered: self.answered,
            total: self.total,
            estimate: enough.then(|| self.estimate(error, banded)),
        }
    }

    /// How far the answers are above the lowest option, in steps.
    fn above(&self) -> u64 {
        self.keyed_sum.saturating_sub(self.answered as u64)
    }

    /// 100 × (mean − 1) / (options − 1), the transformation of the SF-36, as one division of whole
    /// numbers, so that a score that is exact in decimals is exact here too.
    fn estimate(&self, error: &StandardError, banded: Option<CutOffs>) -> Estimate {
        let answered = to_f64(self.answered as u64);
        let score = to_f64(100 * self.above()) / (answered * to_f64(self.steps));
        let sem = error.for_answers(self.answered);
        let low = (score - Z90 * sem).max(0.0);
        let high = (score + Z90 * sem).min(100.0);
        let ends = banded.map(|cut_offs| (cut_offs.band(low), cut_offs.band(high)));
        Estimate {
            score,
            mean: 1.0 + to_f64(self.above()) / answered,
            sem,
            origin: error.origin,
            low,
            high,
            band: banded.map(|cut_offs| cut_offs.band(score)),
            between: ends.filter(|(low, high)| low != high),
        }
    }

    /// 1 + 4 × (mean − 1) / (options − 1), rounded half away from zero, in whole numbers.
    fn cell(&self) -> Cell {
        let most = self.answered as u64 * self.steps;
        let rounded = (3 * most + 8 * self.above()).checked_div(2 * most)?;
        u8::try_from(rounded).ok()
    }
}

/// Rounds to one decimal, halves away from zero, as exports do.
#[must_use]
pub fn round_to_tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
