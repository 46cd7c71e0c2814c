//! The content of the result screens, computed once from a finished audit.

mod answers;
mod grid;
mod stands_out;

pub use answers::{Answered, answers};
pub use grid::{Rows, Square, grid};
pub use stands_out::{Lowest, StandsOut, stands_out};

use crate::completed::Completed;
use crate::instrument::{FormName, Instrument, Origin, ScaleIndex};
use crate::response::{Response, ResponseSheet, items_of_scale};
use crate::scoring::{self, Band, Cell, CutOffs, Estimate, FacetExtremes, Finding, Note, SetScore};
use crate::time::UnixMs;
use json::number;

/// Everything that the result screens show, without words or layout.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Which form was answered.
    pub form: FormName,
    /// When it was finished.
    pub ended_at: UnixMs,
    /// Which direction is probably the lowest.
    pub finding: Finding,
    /// The label of the option nearest to the mean of the scored directions, if there are any.
    pub nearest_option: Option<String>,
    /// The answers that stand out.
    pub stands_out: StandsOut,
    /// One per scale, in instrument order.
    pub directions: Vec<Direction>,
    /// One per facet, in instrument order.
    pub facets: Vec<Facet>,
    /// The facet × direction grid, as `map[facet][scale]`.
    pub map: Vec<Vec<Cell>>,
    /// The facets that are probably the highest and the lowest.
    pub extremes: FacetExtremes,
    /// Response-quality notes.
    pub notes: Vec<Note>,
    /// Whether the standard error of any scored direction is assumed rather than estimated.
    pub assumed: bool,
    /// Where the bands begin.
    pub cut_offs: CutOffs,
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

impl Direction {
    /// Whether the chart has a row for it: it applies, and has statements enough for a score.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.applies && self.set.total > 1
    }
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
        let finding = scoring::finding(instrument, &scores);
        let directions: Vec<Direction> = ScaleIndex::enumerate(&instrument.scales)
            .zip(scores.scales.iter().zip(&scores.applicable))
            .map(|((index, scale), (set, applies))| Direction {
                id: scale.id.to_string(),
                label: scale.label.clone(),
                applies: *applies,
                set: *set,
                reversed: answers(instrument, &completed.sheet, index, None)
                    .filter(|answered| answered.reversed && answered.counts())
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
            nearest_option: nearest_option(instrument, &directions),
            stands_out: stands_out(instrument, &completed.sheet, &finding),
            finding,
            assumed: directions
                .iter()
                .filter_map(|direction| direction.set.estimate)
                .any(|estimate| estimate.origin == Origin::Assumed),
            extremes: scoring::facet_extremes(instrument, &scores),
            cut_offs: instrument.cut_offs,
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

fn nearest_option(instrument: &Instrument, directions: &[Direction]) -> Option<String> {
    let estimates = directions
        .iter()
        .filter_map(|direction| direction.set.estimate);
    let scores: Vec<f64> = estimates.map(|estimate| estimate.score).collect();
    let mean = scores.iter().sum::<f64>() / number::to_f64(scores.len() as u64);
    let steps = number::to_f64(instrument.steps());
    let place = usize::try_from(number::round_to_u64(mean / 100.0 * steps)).ok()?;
    let label = instrument.options.get(place);
    label.filter(|_| !scores.is_empty()).cloned()
}

/// The other bands that the score's 90 % range reaches into, from the lowest.
#[must_use]
pub fn other_bands(estimate: &Estimate) -> Vec<Band> {
    let reached = estimate.between.map(|(low, high)| low..=high);
    Band::ALL
        .into_iter()
        .filter(|band| {
            reached
                .as_ref()
                .is_some_and(|reached| reached.contains(band))
        })
        .filter(|band| Some(*band) != estimate.band)
        .collect()
}

/// A direction with too few answers to be scored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unscored {
    /// Its scale.
    pub scale: ScaleIndex,
    /// How many of its items are answered.
    pub answered: usize,
    /// How many answers a score takes: more than half of the items, and at least two.
    pub needed: usize,
}

/// The directions that apply but would not be scored if the audit were finished with this sheet.
#[must_use]
pub fn unscored(instrument: &Instrument, sheet: &ResponseSheet) -> Vec<Unscored> {
    let applicable = ScaleIndex::all(&instrument.scales)
        .filter(|scale| !sheet.scale_not_applicable(instrument, *scale));
    // One with a single statement never has a score.
    let scorable = applicable.filter(|scale| {
        items_of_scale(instrument, sheet.form, *scale)
            .nth(1)
            .is_some()
    });
    let counted = scorable.map(|scale| {
        let (mut answered, mut total) = (0, 0);
        for index in items_of_scale(instrument, sheet.form, scale) {
            total += 1;
            answered += usize::from(sheet.get(index).and_then(Response::chosen).is_some());
        }
        Unscored {
            scale,
            answered,
            needed: scoring::needed(total),
        }
    });
    counted.filter(|set| set.answered < set.needed).collect()
}
