//! What an outcome says beside one's own score, or beside an earlier outcome. Spread is assumed, never measured:
//! figures that would give it away are not collected.

use crate::outcome::{Outcome, WHOLE_FROM};
use crate::terms::{Print, Set};

/// Two-sided 90 % point of the normal distribution.
const Z90: f64 = 1.645;

/// Standard error of an own score of twelve answers, in points: within four weeks, and with later answers.
const OWN_ERROR: [f64; 2] = [7.0, 9.0];

/// Own answers so many days from an outcome count as given at the same time.
const NEAR_DAYS: u64 = 28;

/// Two rounds that follow each other in so many days could show what a new rater answered.
const APART_DAYS: i64 = 21;

/// One's own result in a direction.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Own {
    /// 0 to 100, unrounded.
    pub score: f64,
    /// How many statements were answered.
    pub answered: u8,
    /// How many were asked.
    pub items: u8,
    /// Of which questionnaire.
    pub print: Print,
}

/// How far the others' mean is from one's own score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap {
    /// The others' mean less the own score, in points.
    pub points: f64,
    /// How far chance alone puts both apart at most in 9 of 10 cases, in points.
    pub margin: f64,
    /// Whether the gap is larger than that.
    pub verdict: Verdict,
}

/// What can be said of a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Chance alone could make it.
    Within,
    /// It is larger than chance alone makes it in 9 of 10 cases.
    Larger,
}

/// What can be said of one statement of two pulses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// No change that counts.
    Within,
    /// The later answers are higher.
    Higher,
    /// The later answers are lower.
    Lower,
}

/// Why two results may not be put side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The pulse has other statements than one's own questionnaire.
    NoOwnScore,
    /// They are of different questions.
    OtherQuestions,
    /// They are of six and of twelve statements.
    OtherForm,
    /// The own answers are too few for a score.
    NotScored,
    /// They were collected in different ways, or one of them is named.
    OtherWay,
    /// A pulse of fewer than five people has no statements.
    TooFew,
}

/// The standard error of the others' mean, in points, for another rater of the same kind.
pub fn error_of_others(outcome: &Outcome) -> f64 {
    let deviation = if outcome.items == 12 { 18.0 } else { 20.0 };
    // Agreement of one rater with another: Conway and Huffcutt 1997, Human Performance 10(4).
    let agreement = match outcome.set {
        Set::Pulse | Set::Down => 0.30,
        Set::Across => 0.37,
        Set::Up => 0.50,
    };
    (deviation * deviation * (1.0 - agreement) / f64::from(outcome.n)).sqrt()
}

/// How far the others' mean lies from its true value at most in 9 of 10 cases, in points.
pub fn margin_of_others(outcome: &Outcome) -> f64 {
    Z90 * error_of_others(outcome)
}

/// Compares the others' mean with one's own score. `days` is how many lie between the own answers and the
/// outcome, negative if the own are later; `None` if not known.
///
/// # Errors
///
/// Why the two may not be compared.
pub fn gap(outcome: &Outcome, own: &Own, days: Option<i64>) -> Result<Gap, Refused> {
    if outcome.set == Set::Pulse {
        return Err(Refused::NoOwnScore);
    }
    if own.print != outcome.print {
        return Err(Refused::OtherQuestions);
    }
    if own.items != outcome.items {
        return Err(Refused::OtherForm);
    }
    if own.answered <= own.items / 2 {
        return Err(Refused::NotScored);
    }
    let [near, far] = OWN_ERROR;
    let is_near = days.is_some_and(|days| days.unsigned_abs() <= NEAR_DAYS);
    let error = if is_near { near } else { far } * (12.0 / f64::from(own.answered)).sqrt();
    let others = error_of_others(outcome);
    let margin = Z90 * (error * error + others * others).sqrt();
    let points = f64::from(outcome.mean) - own.score;
    let verdict = if points.abs() > margin {
        Verdict::Larger
    } else {
        Verdict::Within
    };
    Ok(Gap {
        points,
        margin,
        verdict,
    })
}

/// Whether two outcomes may be put side by side: the same was asked, in the same way.
///
/// # Errors
///
/// Why they may not.
pub fn side_by_side(one: &Outcome, other: &Outcome) -> Result<(), Refused> {
    if one.set != other.set || one.print != other.print {
        return Err(Refused::OtherQuestions);
    }
    if one.items != other.items {
        return Err(Refused::OtherForm);
    }
    if one.way != other.way || one.is_named() != other.is_named() {
        return Err(Refused::OtherWay);
    }
    Ok(())
}

/// What has changed from one pulse to a later one, for each statement. A change counts from three half steps on,
/// from two if eight or more answered both times.
///
/// # Errors
///
/// Why they may not be compared.
pub fn pulse_change(earlier: &Outcome, later: &Outcome) -> Result<[Change; 5], Refused> {
    side_by_side(earlier, later)?;
    if earlier.set != Set::Pulse {
        return Err(Refused::OtherQuestions);
    }
    let (Some(before), Some(after)) = (earlier.steps, later.steps) else {
        return Err(Refused::TooFew);
    };
    let large = earlier.n.min(later.n) >= WHOLE_FROM;
    let least = if large { 2 } else { 3 };
    let mut changes = [Change::Within; 5];
    for ((change, before), after) in changes.iter_mut().zip(before).zip(after) {
        if after >= before + least {
            *change = Change::Higher;
        } else if before >= after + least {
            *change = Change::Lower;
        }
    }
    Ok(changes)
}

/// Whether a round of the same set that begins on the day `begins` follows too soon on the outcome of the day
/// `last`, so that both together could show what new raters answered. Days are counted from any one day. An outcome
/// that seems to lie ahead does, since a clock was wrong and nothing is known.
pub const fn follows_too_soon(last: i64, begins: i64) -> bool {
    begins.saturating_sub(last) <= APART_DAYS
}
