//! The finding: which direction is reliably the weakest, or that it is too close to call.

use super::{Estimate, Scores, SetScore};

/// Which scale is the weakest, as indexes into [`crate::instrument::Instrument::scales`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// One scale is reliably lower than every other scored scale.
    Weakest(usize),
    /// The lowest scale, and all that are not reliably higher, in instrument order.
    TooClose(Vec<usize>),
    /// Fewer than two scales are scored.
    NotEnough,
}

impl Finding {
    /// The name in exports.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Weakest(_) => "weakest",
            Self::TooClose(_) => "too_close",
            Self::NotEnough => "not_enough",
        }
    }

    /// The indexes of the scales it names, in instrument order.
    #[must_use]
    pub fn scales(&self) -> Vec<usize> {
        match self {
            Self::Weakest(scale) => vec![*scale],
            Self::TooClose(scales) => scales.clone(),
            Self::NotEnough => Vec::new(),
        }
    }
}

/// Compares every scored scale with the lowest. One counts as higher only if the difference exceeds
/// 1.645 × the standard error of the difference.
#[must_use]
pub fn finding(scores: &Scores) -> Finding {
    let scored: Vec<_> = estimates(&scores.scales).collect();
    let lowest = lowest(scored.iter().copied());
    let Some((_, lowest)) = lowest.filter(|_| scored.len() >= 2) else {
        return Finding::NotEnough;
    };
    let close: Vec<usize> = scored
        .iter()
        .filter(|(_, other)| other.score - lowest.score <= lowest.margin(other))
        .map(|(scale, _)| *scale)
        .collect();
    match close.as_slice() {
        [only] => Finding::Weakest(*only),
        _ => Finding::TooClose(close),
    }
}

/// The facets with the highest and the lowest score, as indexes into
/// [`crate::instrument::Instrument::facets`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FacetExtremes {
    /// The facet with the highest unrounded score, or the first of several.
    pub strongest: usize,
    /// The facet with the lowest unrounded score, or the first of several.
    pub weakest: usize,
}

/// The strongest and the weakest facet; `None` if fewer than two are scored or all are equal.
#[must_use]
pub fn strongest_and_weakest_facet(scores: &Scores) -> Option<FacetExtremes> {
    let strongest =
        estimates(&scores.facets).reduce(|a, b| if b.1.score > a.1.score { b } else { a })?;
    let weakest = lowest(estimates(&scores.facets))?;
    (strongest.1.score > weakest.1.score).then_some(FacetExtremes {
        strongest: strongest.0,
        weakest: weakest.0,
    })
}

/// The scored set with the lowest unrounded score, or the first of several.
fn lowest(estimates: impl Iterator<Item = (usize, Estimate)>) -> Option<(usize, Estimate)> {
    estimates.reduce(|a, b| if b.1.score < a.1.score { b } else { a })
}

/// The scored sets with their indexes.
fn estimates(sets: &[SetScore]) -> impl Iterator<Item = (usize, Estimate)> + '_ {
    sets.iter()
        .enumerate()
        .filter_map(|(index, set)| set.estimate.map(|estimate| (index, estimate)))
}
