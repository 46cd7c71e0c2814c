//! How long records stay that no visitor chose to keep: the latest result, an unfinished audit, and a
//! round that was neither closed nor forgotten, whose key and answers are nobody's any more.
//!
//! The visitor's clock is the only one that there is. One that is set back makes them stay longer. One
//! that says that years have passed, as after 2099 was set for a moment, is taken to be wrong.

use super::{Loaded, Problem, StoreOp};
use crate::slot::Slot;
use crate::stored::Phase;
use measure::time::UnixMs;

/// The most days since a result was finished, or an unfinished audit or a round begun.
pub const KEPT_DAYS: i64 = 180;

/// From so many days on the clock is taken to be wrong: five years.
const IMPLAUSIBLE_DAYS: i64 = 5 * 365;

const DAY_MS: i64 = 86_400_000;

/// Whether a record of this moment has been kept for long enough.
fn is_over(moment: UnixMs, now: UnixMs) -> bool {
    let days = now.0.saturating_sub(moment.0).div_euclid(DAY_MS);
    (KEPT_DAYS..IMPLAUSIBLE_DAYS).contains(&days)
}

/// What was found of another questionnaire.
#[derive(Debug, Default)]
pub(super) struct Foreign {
    /// When its audit under way was begun, if there is one.
    pub(super) began_at: Option<UnixMs>,
    /// When its result was finished, if there is one.
    pub(super) ended_at: Option<UnixMs>,
}

/// Takes out of `loaded` what has been kept for long enough, and has it removed. `slots`: everything
/// that is stored; what is to be removed is taken out of it.
pub(super) fn expire(loaded: &mut Loaded, foreign: &Foreign, slots: &mut Vec<Slot>, now: UnixMs) {
    let over = |moment: Option<UnixMs>| moment.is_some_and(|moment| is_over(moment, now));
    let mut gone = Vec::new();
    let result = loaded.result.as_ref().map(|result| result.ended_at);
    if !loaded.history_on && over(result.or(foreign.ended_at)) {
        loaded.result = None;
        gone.push(Slot::Result);
    }
    let head = loaded.head.as_ref().map(|head| &head.value);
    let began_at = match head {
        Some(Phase::Answering(run)) => Some(run.started_at),
        _ => None,
    };
    if over(began_at.or(foreign.began_at)) {
        let answers = slots.iter();
        let answers = answers.filter(|slot| matches!(slot, Slot::Answer(_) | Slot::Position));
        gone.extend(answers.cloned());
        // Last: without it the answers would have no date.
        gone.push(Slot::Head);
        loaded.answers.clear();
        (loaded.head, loaded.position) = (None, None);
    }
    gone.extend(rounds_over(&loaded.unparsed, slots, now));
    if gone.is_empty() {
        return;
    }
    loaded.unparsed.retain(|(slot, _)| !gone.contains(slot));
    slots.retain(|slot| !gone.contains(slot));
    if *slots == [Slot::Head] {
        // It says only that there was an audit.
        loaded.head = None;
        gone.append(slots);
    }
    loaded.before_writing.retain(|op| !gone.contains(op.slot()));
    loaded.repairs.extend(gone.into_iter().map(StoreOp::Remove));
    loaded.problems.push(Problem::Expired);
}

/// The records of rounds that began long enough ago, each round's invitation last: it says when that was.
fn rounds_over(unparsed: &[(Slot, String)], slots: &[Slot], now: UnixMs) -> Vec<Slot> {
    let mut over = Vec::new();
    for (slot, text) in unparsed {
        if let Slot::Round(name) = slot
            && let Some(round) = name.strip_suffix("invitation")
            && began_at(text).is_some_and(|began_at| is_over(began_at, now))
        {
            let of_round = |other: &&Slot| {
                *other != slot && matches!(other, Slot::Round(name) if name.starts_with(round))
            };
            over.extend(slots.iter().filter(of_round).cloned());
            over.push(slot.clone());
        }
    }
    over
}

/// When a round began, whatever the version of its record.
fn began_at(text: &str) -> Option<UnixMs> {
    let tree = json::parse(text).ok()?;
    UnixMs::from_rfc3339(tree.get("began_at")?.as_text()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_plausible_clock_ends_what_is_kept() {
        let ended = UnixMs(1_795_251_600_000);
        for (days, over) in [
            (0, false),
            (179, false),
            (180, true),
            (400, true),
            (5 * 365 - 1, true),
            // 2099, 1970, and the ends of time.
            (73 * 365, false),
            (-57 * 365, false),
        ] {
            let now = UnixMs(ended.0 + days * DAY_MS);
            assert_eq!(is_over(ended, now), over, "{days}");
        }
        for now in [i64::MIN, i64::MAX] {
            assert!(!is_over(ended, UnixMs(now)));
        }
    }
}
