//! The content of the result screens, computed once from a finished audit.

mod answers;

pub use answers::{Answered, answers};

use crate::completed::Completed;
use crate::instrument::{FormName, Instrument, SemOrigin};
use crate::response::ResponseSheet;
use crate::scoring::{self, Band, Cell, Estimate, FacetExtremes, Finding, Note, SetScore};
use crate::time::UnixMs;

/// Everything that the result screens show, without words or layout.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Which form was answered.
    pub form: FormName,
    /// When it was finished.
    pub ended_at: UnixMs,
    /// Whether one direction is reliably the weakest.
    pub finding: Finding,
    /// One per scale, in instrument order.
    pub directions: Vec<Direction>,
    /// One per facet, in instrument order.
    pub facets: Vec<Facet>,
    /// The facet × direction grid, as `map[facet][scale]`.
    pub map: Vec<Vec<Cell>>,
    /// Strongest and weakest facet, if two scored ones differ.
    pub extremes: Option<FacetExtremes>,
    /// Response-quality notes.
    pub notes: Vec<Note>,
    /// Whether the standard error of any scored direction is assumed rather than estimated.
    pub assumed: bool,
}

/// One direction of a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Direction {
    /// Id of its scale, for example `up`.
    pub id: String,
    /// As the visitor reads it.
    pub label: String,
    /// Whether it applies to the visitor.
    pub applies: bool,
    /// Counts, and the score if there is one.
    pub set: SetScore,
    /// How many of the answered items are reverse-keyed.
    pub reversed: usize,
}

/// One facet of a report, across the directions that apply.
#[derive(Debug, Clone, PartialEq)]
pub struct Facet {
    /// For example `trust`.
    pub id: String,
    /// As the visitor reads it.
    pub label: String,
    /// Counts, and the score if there is one.
    pub set: SetScore,
}

/// A score as displayed: whole points, 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// The score.
    pub score: i64,
    /// Lower end of its interval.
    pub low: i64,
    /// Upper end of its interval.
    pub high: i64,
}

impl Shown {
    /// Rounds an estimate, halves away from zero.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "0 to 100")]
    pub fn from_estimate(estimate: &Estimate) -> Self {
        let round = |value: f64| value.round() as i64;
        Self {
            score: round(estimate.score),
            low: round(estimate.low),
            high: round(estimate.high),
        }
    }
}

impl Report {
    /// Scores a finished audit and concludes what its result screens show.
    #[must_use]
    pub fn from_completed(instrument: &Instrument, completed: &Completed) -> Self {
        let scores = scoring::score(instrument, &completed.sheet);
        let directions: Vec<Direction> = instrument
            .scales
            .iter()
            .zip(scores.scales.iter().zip(&scores.applicable))
            .enumerate()
            .map(|(index, (scale, (set, applies)))| Direction {
                id: scale.id.to_string(),
                label: scale.label.clone(),
                applies: *applies,
                set: *set,
                reversed: answers(instrument, &completed.sheet, index, None)
                    .filter(|answered| answered.reversed && answered.counts)
                    .count(),
            })
            .collect();
        let facets = instrument
            .facets
            .iter()
            .zip(&scores.facets)
            .map(|(facet, set)| Facet {
                id: facet.id.to_string(),
                label: facet.label.clone(),
                set: *set,
            })
            .collect();
        Self {
            form: completed.sheet.form,
            ended_at: completed.ended_at,
            finding: scoring::finding(&scores),
            assumed: directions
                .iter()
                .filter_map(|direction| direction.set.estimate)
                .any(|estimate| estimate.origin == SemOrigin::Assumed),
            extremes: scoring::strongest_and_weakest_facet(&scores),
            notes: scoring::notes(
                instrument,
                &completed.sheet,
                &scores,
                Some(completed.active_seconds),
            ),
            facets,
            map: scores.cells,
            directions,
        }
    }
}

/// The other bands that the score's 90 % interval reaches into, from the lowest.
#[must_use]
pub fn other_bands(estimate: &Estimate) -> Vec<Band> {
    let (low, high) = estimate.between.unwrap_or((estimate.band, estimate.band));
    Band::ALL
        .into_iter()
        .filter(|band| (low..=high).contains(band) && *band != estimate.band)
        .collect()
}

/// A direction with too few answers to be scored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unscored {
    /// Index into [`Instrument::scales`].
    pub scale: usize,
    /// How many of its items are answered.
    pub answered: usize,
    /// How many answers a score takes: more than half of the items, and at least two.
    pub needed: usize,
}

/// The directions that apply but would not be scored if the audit were finished with this sheet.
#[must_use]
pub fn unscored(instrument: &Instrument, sheet: &ResponseSheet) -> Vec<Unscored> {
    let scores = scoring::score(instrument, sheet);
    let sets = scores.scales.iter().zip(&scores.applicable).enumerate();
    sets.filter(|(_, (set, applies))| **applies && set.estimate.is_none())
        .map(|(scale, (set, _))| Unscored {
            scale,
            answered: set.answered,
            needed: (set.total / 2 + 1).max(2),
        })
        .collect()
}
