//! The finding: which direction is probably the lowest, or that it is too close to call.

use super::odds::{self, Measured};
use super::{Scores, SetScore};
use crate::instrument::{FacetIndex, Instrument, ScaleIndex};
use crate::named::named;

/// The probability from which one direction is called the weakest.
const WEAKEST: f64 = 0.9;
/// The probability from which one direction, or a highest or lowest facet, is named at all.
const LIKELY: f64 = 0.7;

named! {
    /// What can be said about the lowest direction.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum FindingKind {
        /// One direction is the lowest with a probability of at least .90.
        Weakest = "weakest",
        /// One direction is the lowest with a probability of at least .70.
        Likely = "likely",
        /// No direction is the lowest with such a probability.
        TooClose = "too_close",
        /// Fewer than two directions are scored.
        NotEnough = "not_enough",
    }
}

/// How probable it is that the true score of a scale is the lowest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Odds {
    /// The scale.
    pub scale: ScaleIndex,
    /// The probability, 0 to 1.
    pub lowest: f64,
}

/// Which scale is probably the lowest, and how sure that is.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// How much can be said.
    pub kind: FindingKind,
    /// The scales that it names, the most probable first: one for [`FindingKind::Weakest`] and
    /// [`FindingKind::Likely`], for [`FindingKind::TooClose`] as many as hold .90 together.
    pub scales: Vec<ScaleIndex>,
    /// Every scored scale, in instrument order; none for [`FindingKind::NotEnough`].
    pub odds: Vec<Odds>,
}

impl Finding {
    /// Judges which of these scales is the lowest, given the spread between one person's directions.
    #[must_use]
    pub fn from_scores(scores: &[(ScaleIndex, Measured)], spread: f64) -> Self {
        if scores.len() < 2 {
            return Self {
                kind: FindingKind::NotEnough,
                scales: Vec::new(),
                odds: Vec::new(),
            };
        }
        let measured: Vec<Measured> = scores.iter().map(|(_, measured)| *measured).collect();
        let odds = scores.iter().zip(odds::lowest(&measured, spread));
        let odds: Vec<Odds> = odds
            .map(|(&(scale, _), lowest)| Odds { scale, lowest })
            .collect();
        let mut ranked = odds.clone();
        ranked.sort_by(|a, b| b.lowest.total_cmp(&a.lowest));
        let most = ranked.first().map_or(0.0, |odds| odds.lowest);
        let kind = if most >= WEAKEST {
            FindingKind::Weakest
        } else if most >= LIKELY {
            FindingKind::Likely
        } else {
            FindingKind::TooClose
        };
        let together = if kind == FindingKind::TooClose {
            WEAKEST
        } else {
            0.0
        };
        let mut sum = 0.0;
        let mut scales = Vec::new();
        for odds in ranked {
            scales.push(odds.scale);
            sum += odds.lowest;
            if sum >= together {
                break;
            }
        }
        Self { kind, scales, odds }
    }

    /// The probability that a scale is the lowest; 0 for one without a score.
    #[must_use]
    pub fn probability(&self, scale: ScaleIndex) -> f64 {
        let found = self.odds.iter().find(|odds| odds.scale == scale);
        found.map_or(0.0, |odds| odds.lowest)
    }

    /// The probabilities as whole percents that add up to 100, in instrument order.
    #[must_use]
    pub fn percents(&self) -> Vec<(ScaleIndex, u64)> {
        let odds: Vec<f64> = self.odds.iter().map(|odds| odds.lowest).collect();
        let scales = self.odds.iter().map(|odds| odds.scale);
        scales.zip(odds::percents(&odds)).collect()
    }
}

/// Judges which scale is the lowest.
#[must_use]
pub fn finding(instrument: &Instrument, scores: &Scores) -> Finding {
    let scored: Vec<_> = measured(&scores.scales)
        .into_iter()
        .map(|(place, measured)| (ScaleIndex::from_usize(place), measured))
        .collect();
    Finding::from_scores(&scored, instrument.spread.value)
}

/// The facets that are probably the highest and the lowest; `None` where no facet is with a probability of at least .70.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FacetExtremes {
    /// The facet that is probably the highest.
    pub highest: Option<FacetIndex>,
    /// The facet that is probably the lowest.
    pub lowest: Option<FacetIndex>,
}

/// Judges the facets as [`finding`] judges the scales.
#[must_use]
pub fn facet_extremes(instrument: &Instrument, scores: &Scores) -> FacetExtremes {
    let (facets, scored): (Vec<_>, Vec<_>) = measured(&scores.facets).into_iter().unzip();
    if scored.len() < 2 {
        return FacetExtremes::default();
    }
    let named = |judge: Judge| {
        let odds = judge(&scored, instrument.spread.value);
        let likely = odds.iter().position(|odds| *odds >= LIKELY)?;
        facets.get(likely).copied().map(FacetIndex::from_usize)
    };
    FacetExtremes {
        highest: named(odds::highest),
        lowest: named(odds::lowest),
    }
}

type Judge = fn(&[Measured], f64) -> Vec<f64>;

/// The scored sets: their places, and their scores with error.
fn measured(sets: &[SetScore]) -> Vec<(usize, Measured)> {
    let scored = sets.iter().enumerate().filter_map(|(place, set)| {
        let estimate = set.estimate?;
        let (score, sem) = (estimate.score, estimate.sem);
        Some((place, Measured { score, sem }))
    });
    scored.collect()
}
