//! What both formats say of a questionnaire: its statements in runs about one direction, and the sentences
//! around them.

use measure::instrument::{FacetIndex, FormName, Instrument, ItemIndex, Origin, ScaleIndex};
use measure::scoring::{SetScore, round_to_tenth};
use words::{Audit, Language, native};

/// What every reader of these numbers has to know.
pub(crate) const CAUTION: &str = "A self-report: what one person said about their own behaviour. The questionnaire is no validated test. \
     Not for clinical use, and not for hiring, promotion, appraisal or ranking.";

/// What a score is.
pub(crate) const SCALE: &str = "A score from 0 to 100, the mean of the answers: no percentile.";

/// Statements that are asked one after the other about one direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    /// The direction.
    pub(crate) scale: ScaleIndex,
    /// Whether no statement before it is about this direction.
    pub(crate) first: bool,
    /// Its items, in the order in which they are asked.
    pub(crate) items: Vec<ItemIndex>,
}

/// The items of a form in the order in which it asks them.
pub(crate) fn runs(instrument: &Instrument, form: FormName) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for index in instrument.form(form).unwrap_or_default() {
        let Some(item) = instrument.item(*index) else {
            continue;
        };
        match runs.last_mut().filter(|run| run.scale == item.scale) {
            Some(run) => run.items.push(*index),
            None => {
                let first = runs.iter().all(|run| run.scale != item.scale);
                runs.push(Run {
                    scale: item.scale,
                    first,
                    items: vec![*index],
                });
            }
        }
    }
    runs
}

/// What the program says around the statements: in the language of the questionnaire, else in English.
pub(crate) fn around(instrument: &Instrument) -> Audit {
    let tag = instrument.language.split('-').next().unwrap_or_default();
    let language: &Language = native::language(&instrument.language)
        .or_else(|| native::language(tag))
        .unwrap_or_else(native::english);
    language.audit()
}

/// A set of items that is scored together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Set {
    /// A scale.
    Direction(ScaleIndex),
    /// A facet across the scales.
    Facet(FacetIndex),
}

impl Set {
    /// The directions, then the facets.
    pub(crate) fn all(instrument: &Instrument) -> impl Iterator<Item = Self> + use<> {
        let directions = ScaleIndex::all(&instrument.scales).map(Self::Direction);
        directions.chain(FacetIndex::all(&instrument.facets).map(Self::Facet))
    }

    /// Its kind, as codes and names begin.
    pub(crate) fn kind(self) -> &'static str {
        match self {
            Self::Direction(_) => "direction",
            Self::Facet(_) => "facet",
        }
    }

    /// Its id and its label.
    pub(crate) fn named(self, instrument: &Instrument) -> Option<(&str, &str)> {
        Some(match self {
            Self::Direction(index) => {
                let scale = instrument.scale(index)?;
                (scale.id.as_str(), &scale.label)
            }
            Self::Facet(index) => {
                let facet = instrument.facet(index)?;
                (facet.id.as_str(), &facet.label)
            }
        })
    }

    /// Its score among those of a result.
    pub(crate) fn score(self, scores: &measure::scoring::Scores) -> Option<&SetScore> {
        match self {
            Self::Direction(index) => index.of(&scores.scales),
            Self::Facet(index) => index.of(&scores.facets),
        }
    }
}

/// A score with its 90 % interval and its standard error, rounded as in exports.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Figures {
    pub(crate) score: f64,
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) sem: f64,
}

impl Figures {
    /// `None` where there are too few answers.
    pub(crate) fn of(set: &SetScore) -> Option<Self> {
        let estimate = set.estimate?;
        Some(Self {
            score: round_to_tenth(estimate.score),
            low: round_to_tenth(estimate.low),
            high: round_to_tenth(estimate.high),
            sem: round_to_tenth(estimate.sem),
        })
    }
}

/// Where a standard error comes from, in words.
pub(crate) fn origin(origin: Origin) -> String {
    match origin {
        Origin::Assumed => "Assumed: no study has measured it".to_owned(),
        Origin::Estimated { n, coefficient } => {
            format!("Estimated from the answers of {n} people, with a coefficient of {coefficient}")
        }
    }
}
