//! Compares two results of one visitor: whether a score changed reliably, or whether measurement error
//! alone could explain the difference.

use crate::completed::{Completed, Kept};
use crate::instrument::{Instrument, Origin, StandardError};
use crate::scoring::{self, Estimate, SetScore, Z90};
use crate::time::UnixMs;

/// Why two results cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// They answer different instruments.
    OtherInstrument,
    /// They answer different major versions of one instrument, which may ask or mean other things.
    OtherMajorVersion,
    /// One is of the full form, the other of the short one.
    OtherForm,
    /// At least one answers an instrument, or an edition of it, that is not available for scoring.
    CannotBeScored,
    /// Both are the same result.
    SameResult,
}

/// What the difference of two scores of one scale amounts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The later score is higher by more than the margin.
    Higher,
    /// The later score is lower by more than the margin.
    Lower,
    /// The difference does not exceed the margin.
    NoReliableChange,
    /// At least one of the two is not scored.
    CannotBeCompared,
}

/// The difference of two scores, and the margin that it has to exceed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// Later minus earlier, in score points, unrounded.
    pub points: f64,
    /// 1.645 × the standard error of the difference between two sittings, in score points.
    pub margin: f64,
}

/// One scale in two results.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScaleChange {
    /// In the earlier result.
    pub earlier: SetScore,
    /// In the later result.
    pub later: SetScore,
    /// `None` if at least one of the two is not scored.
    pub difference: Option<Difference>,
}

impl ScaleChange {
    /// Judged by the error between sittings, each result with its own number of answers.
    fn from_scores(retest: &StandardError, earlier: SetScore, later: SetScore) -> Self {
        let [before, after] = [earlier, later].map(|set| retest.for_answers(set.answered));
        let difference = |(earlier, later): (Estimate, Estimate)| Difference {
            points: later.score - earlier.score,
            margin: Z90 * before.hypot(after),
        };
        Self {
            earlier,
            later,
            difference: earlier.estimate.zip(later.estimate).map(difference),
        }
    }

    /// A difference is reliable only if it exceeds the margin.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match self.difference {
            None => Verdict::CannotBeCompared,
            Some(Difference { points, margin }) if points > margin => Verdict::Higher,
            Some(Difference { points, margin }) if -points > margin => Verdict::Lower,
            Some(_) => Verdict::NoReliableChange,
        }
    }
}

/// The wordings of two results. Different ones may differ in difficulty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wordings {
    /// They have the same.
    Same,
    /// They have different versions of the wording of one language.
    OtherVersion,
    /// They have different languages.
    OtherLanguage,
}

/// Two results of one instrument, major version and form, side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// When the earlier audit was finished.
    pub earlier_at: UnixMs,
    /// When the later audit was finished.
    pub later_at: UnixMs,
    /// Whether the second result given is the earlier one.
    pub swapped: bool,
    /// Whether the two times differ. If not, the first result given counts as the earlier one.
    pub order_known: bool,
    /// In which wordings the two were answered.
    pub wordings: Wordings,
    /// Whether the error between sittings of any scale is assumed rather than estimated.
    pub assumed: bool,
    /// One per scale, in instrument order.
    pub scales: Vec<ScaleChange>,
}

/// Compares two results, given in either order. The earlier one is the one that was finished first; of
/// two that were finished in the same second, the one that was started first.
///
/// # Errors
/// Why this pair cannot be compared.
pub fn compare<'a>(
    instrument: &Instrument,
    one: &'a Kept,
    other: &'a Kept,
) -> Result<Comparison, Refusal> {
    let (first, second) = (&one.provenance, &other.provenance);
    if first.id != second.id {
        return Err(Refusal::OtherInstrument);
    }
    if major(&first.version) != major(&second.version) {
        return Err(Refusal::OtherMajorVersion);
    }
    if first.form != second.form {
        return Err(Refusal::OtherForm);
    }
    let scorable = |kept: &'a Kept| {
        let completed = kept.completed.as_ref();
        completed.filter(|_| kept.provenance.answers(instrument))
    };
    let (Some(first), Some(second)) = (scorable(one), scorable(other)) else {
        return Err(Refusal::CannotBeScored);
    };
    if first == second {
        return Err(Refusal::SameResult);
    }

    let moments = |completed: &Completed| (completed.ended_at, completed.started_at);
    let swapped = moments(second) < moments(first);
    let (earlier, later) = if swapped {
        (second, first)
    } else {
        (first, second)
    };
    let scales = |completed: &Completed| scoring::score(instrument, &completed.sheet).scales;
    Ok(Comparison {
        earlier_at: earlier.ended_at,
        later_at: later.ended_at,
        swapped,
        order_known: moments(first) != moments(second),
        wordings: if first.language != second.language {
            Wordings::OtherLanguage
        } else if first.wording.version != second.wording.version {
            Wordings::OtherVersion
        } else {
            Wordings::Same
        },
        assumed: instrument
            .scales
            .iter()
            .any(|scale| scale.retest.origin == Origin::Assumed),
        scales: scales(earlier)
            .into_iter()
            .zip(scales(later))
            .zip(&instrument.scales)
            .map(|((earlier, later), scale)| {
                ScaleChange::from_scores(&scale.retest, earlier, later)
            })
            .collect(),
    })
}

/// The major version: the digits before the first full stop, without leading zeros.
fn major(version: &str) -> &str {
    let first = version.split('.').next().unwrap_or_default();
    first.trim_start_matches('0')
}
