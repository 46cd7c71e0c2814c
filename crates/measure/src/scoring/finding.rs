//! The one sentence: which direction needs the leader most, or that it is too close to call.

use super::{Scores, SetScore, Z90};

/// Which scale stands out as the weakest. Scales are indexes, in instrument order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// This one is reliably lower than every other scored one.
    Weakest(usize),
    /// The lowest, and all that are not reliably above it.
    TooClose(Vec<usize>),
    /// Fewer than two scales are scored.
    NotEnough,
}

impl Finding {
    /// As written in exports.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Weakest(_) => "weakest",
            Self::TooClose(_) => "too_close",
            Self::NotEnough => "not_enough",
        }
    }

    /// The scales it names, in instrument order.
    #[must_use]
    pub fn scales(&self) -> Vec<usize> {
        match self {
            Self::Weakest(scale) => vec![*scale],
            Self::TooClose(scales) => scales.clone(),
            Self::NotEnough => Vec::new(),
        }
    }
}

/// A scale counts as above the lowest only if the difference exceeds 1.645 × the standard error of
/// that difference.
#[must_use]
pub fn finding(scores: &Scores) -> Finding {
    let scored: Vec<_> = estimates(&scores.scales).collect();
    let lowest = scored
        .iter()
        .copied()
        .reduce(|a, b| if b.1.score < a.1.score { b } else { a });
    let Some((_, lowest)) = lowest.filter(|_| scored.len() >= 2) else {
        return Finding::NotEnough;
    };
    let close: Vec<usize> = scored
        .iter()
        .filter(|(_, other)| other.score - lowest.score <= Z90 * lowest.sem.hypot(other.sem))
        .map(|(scale, _)| *scale)
        .collect();
    match close.as_slice() {
        [only] => Finding::Weakest(*only),
        _ => Finding::TooClose(close),
    }
}

/// The facets with the highest and the lowest score, as indexes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FacetExtremes {
    /// The highest unrounded score; the first of several.
    pub strongest: usize,
    /// The lowest unrounded score; the first of several.
    pub weakest: usize,
}

/// Strongest and weakest facet, if at least two are scored and they differ.
#[must_use]
pub fn strongest_and_weakest_facet(scores: &Scores) -> Option<FacetExtremes> {
    let strongest =
        estimates(&scores.facets).reduce(|a, b| if b.1.score > a.1.score { b } else { a })?;
    let weakest =
        estimates(&scores.facets).reduce(|a, b| if b.1.score < a.1.score { b } else { a })?;
    (strongest.1.score > weakest.1.score).then_some(FacetExtremes {
        strongest: strongest.0,
        weakest: weakest.0,
    })
}

fn estimates(sets: &[SetScore]) -> impl Iterator<Item = (usize, super::Estimate)> + '_ {
    sets.iter()
        .enumerate()
        .filter_map(|(index, set)| set.estimate.map(|estimate| (index, estimate)))
}
