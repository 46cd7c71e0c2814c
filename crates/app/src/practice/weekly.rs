//! The weekly loop: what is due, and when the audit is offered again. Gaps are not counted.

use measure::time::UnixMs;
use records::practice::Plan;
pub use records::practice::{Baseline, Loop, Week};

const DAY_MS: i64 = 86_400_000;

/// After this the week of a plan without a day counts as passed.
const WEEK_MS: i64 = 6 * DAY_MS;

/// How long the loop runs before the audit is offered again.
const LOOP_MS: i64 = 12 * 7 * DAY_MS;

/// How long a declined offer is postponed.
const REST_MS: i64 = 4 * 7 * DAY_MS;

/// A plan older than this means that the visitor missed a week.
const GAP_MS: i64 = 2 * 7 * DAY_MS;

/// A time this far in the future came from a wrong clock.
const AHEAD_MS: i64 = 7 * DAY_MS;

/// A loop that begins now.
#[must_use]
pub fn begin_loop(now: UnixMs) -> Loop {
    Loop {
        since: to_second(now),
        offer_at: later(now, LOOP_MS),
        baseline: None,
    }
}

/// Postpones the offer of the audit.
pub(super) fn postpone(running: &mut Loop, now: UnixMs) {
    running.since = running.since.min(to_second(now));
    running.offer_at = later(now, REST_MS);
}

fn offers_audit(running: &Loop, now: UnixMs) -> bool {
    now >= running.offer_at || lies_ahead(running.since, now)
}

/// Whether the visitor returns to a plan after more than two weeks.
pub fn is_after_a_gap(now: UnixMs, plan: &Plan) -> bool {
    now.0.saturating_sub(plan.begun_at.0) > GAP_MS
}

/// What the weekly loop asks for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// No act is planned.
    Nothing,
    /// An act is planned, and its day has not passed.
    Running,
    /// Its day has passed: ask what came of the act.
    Ask,
    /// Twelve weeks have passed since the loop began: offer the audit again.
    Audit,
}

/// What is due. A review comes before the audit. A clock that was set back makes a week longer; times
/// far in the future count as passed, so that nothing waits for them.
pub fn due(now: UnixMs, plan: Option<&Plan>, running: Option<&Loop>) -> Due {
    if plan.is_some_and(|plan| has_passed(now, plan)) {
        Due::Ask
    } else if running.is_some_and(|running| offers_audit(running, now)) {
        Due::Audit
    } else if plan.is_some() {
        Due::Running
    } else {
        Due::Nothing
    }
}

/// Whether the day of a plan is over.
pub fn has_passed(now: UnixMs, plan: &Plan) -> bool {
    let over = plan
        .day
        .map_or(plan.begun_at.0.saturating_add(WEEK_MS), |noon| {
            noon.0.saturating_add(DAY_MS / 2)
        });
    now.0 >= over || lies_ahead(plan.begun_at, now)
}

/// The same day of the week, once more: the first that has not passed.
pub(super) fn again(day: UnixMs, now: UnixMs) -> UnixMs {
    let behind = now.0.saturating_sub(day.0).saturating_add(DAY_MS / 2);
    let weeks = behind.div_euclid(7 * DAY_MS).saturating_add(1);
    UnixMs(day.0.saturating_add(weeks.saturating_mul(7 * DAY_MS)))
}

fn lies_ahead(at: UnixMs, now: UnixMs) -> bool {
    at.0.saturating_sub(now.0) > AHEAD_MS
}

fn later(now: UnixMs, by: i64) -> UnixMs {
    to_second(UnixMs(now.0.saturating_add(by)))
}

/// The beginning of the second, the precision of stored moments.
pub(super) fn to_second(at: UnixMs) -> UnixMs {
    UnixMs(at.0.div_euclid(1000).saturating_mul(1000))
}
