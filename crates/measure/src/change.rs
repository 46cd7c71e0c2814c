//! Whether a score changed between two results of one visitor, or whether the difference is within
//! what the error of the two alone would make.

use crate::completed::Completed;
use crate::completed::Kept;
use crate::instrument::Instrument;
use crate::scoring::{self, Estimate, SetScore, Z90};
use crate::time::UnixMs;

/// Why two results must not be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// They answer different instruments.
    OtherInstrument,
    /// They answer different major versions of one instrument: other items or another meaning.
    OtherMajorVersion,
    /// One is of the full form, the other of the short one.
    OtherForm,
    /// They answer an instrument, or an edition of one, that is not at hand: no scores.
    CannotBeScored,
    /// They are one and the same result.
    SameResult,
}

/// How two scores of one scale stand to each other.
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

/// The difference of two scores, and how large error alone would let it be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// Later minus earlier, in score points, unrounded.
    pub points: f64,
    /// 1.645 × the standard error of the difference, in score points.
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
    fn of(earlier: SetScore, later: SetScore) -> Self {
        let difference = |earlier: Estimate, later: Estimate| Difference {
            points: later.score - earlier.score,
            margin: Z90 * earlier.sem.hypot(later.sem),
        };
        Self {
            earlier,
            later,
            difference: earlier
                .estimate
                .zip(later.estimate)
                .map(|(earlier, later)| difference(earlier, later)),
        }
    }

    /// A change counts as reliable only if it exceeds the margin.
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

/// Two results of one instrument, major version and form, side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// When the earlier audit was finished.
    pub earlier_at: UnixMs,
    /// When the later audit was finished.
    pub later_at: UnixMs,
    /// Whether the second result given is the earlier one.
    pub swapped: bool,
    /// Whether the times tell which is the earlier one. If not, the first given stands as such.
    pub order_known: bool,
    /// One per scale, in instrument order.
    pub scales: Vec<ScaleChange>,
}

/// Compares two results, the earlier one first, whichever way they are given. The earlier is the
/// one that was finished first; of two finished in the same second, the one begun first.
///
/// # Errors
/// Why this pair must not be compared.
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
        scales: scales(earlier)
            .into_iter()
            .zip(scales(later))
            .map(|(earlier, later)| ScaleChange::of(earlier, later))
            .collect(),
    })
}

/// The part of a version before its first full stop, without leading zeros.
fn major(version: &str) -> &str {
    let first = version.split('.').next().unwrap_or_default();
    first.trim_start_matches('0')
}
