//! The weekly loop: what is due, and the log of what came of each act. Gaps are not counted.

use std::rc::Rc;

use super::plan::Plan;
use super::relationship::optional;
use super::terms::{Decision, Outcome};
use super::text::Field;
use json::{Cursor, Faults, Json};
use measure::time::UnixMs;
use records::read::moment;

const DAY_MS: i64 = 86_400_000;

/// From when on a week counts as passed: six days, so that somebody who sits down each Monday is
/// asked although this Monday's hour is earlier.
const WEEK_MS: i64 = 6 * DAY_MS;

/// How long the loop runs before the audit is offered again.
const LOOP_MS: i64 = 12 * 7 * DAY_MS;

/// How long a declined offer rests.
const REST_MS: i64 = 4 * 7 * DAY_MS;

/// Longer than this after a plan was made, the visitor missed more than the asking.
const GAP_MS: i64 = 2 * 7 * DAY_MS;

/// A time this far ahead of the clock came from a clock that was wrong.
const AHEAD_MS: i64 = 7 * DAY_MS;

/// A text longer than JSON strings may be here is kept in pieces of this many characters.
const PIECE: usize = 1000;

/// One week that was looked back on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// What had been planned.
    pub plan: Plan,
    /// Whether it happened.
    pub outcome: Outcome,
    /// What the visitor noticed: up to 600 characters.
    pub noticed: String,
    /// What follows.
    pub decision: Decision,
    /// When the visitor looked back, to the second.
    pub closed_at: UnixMs,
}

impl Week {
    pub(super) fn fields(&self) -> Vec<(&'static str, Json)> {
        let mut fields = self.plan.fields();
        fields.extend([
            ("outcome", self.outcome.as_str().into()),
            ("noticed", self.noticed.as_str().into()),
            ("decision", self.decision.as_str().into()),
            ("closed_at", self.closed_at.to_rfc3339().as_str().into()),
        ]);
        fields
    }

    pub(super) fn read(root: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let plan = Plan::read(root, faults);
        let (outcome, noticed, decision, closed_at) = read_outcome(root, faults)?;
        Some(Self {
            plan: plan?,
            outcome,
            noticed,
            decision,
            closed_at,
        })
    }
}

/// What came of a plan: outcome, what was noticed, what followed and when the visitor looked back.
pub(super) fn read_outcome(
    root: &Cursor<'_>,
    faults: &mut Faults,
) -> Option<(Outcome, String, Decision, UnixMs)> {
    let outcome = Outcome::read(&root.field("outcome"), faults);
    let noticed = optional(Field::Noticed, &root.field("noticed"), faults);
    let decision = Decision::read(&root.field("decision"), faults);
    let closed_at = moment(&root.field("closed_at"), faults);
    Some((outcome?, noticed?, decision?, closed_at?))
}

/// The result that a loop began with, to show change against later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baseline {
    /// When that audit was finished.
    pub ended_at: UnixMs,
    /// The exported document, as text.
    pub document: Rc<str>,
}

/// Since when the loop runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loop {
    /// When its first act was planned, to the second.
    pub since: UnixMs,
    /// From when on the audit is offered again, to the second.
    pub offer_at: UnixMs,
    /// The result that it began with, if there was one.
    pub baseline: Option<Baseline>,
}

impl Loop {
    /// A loop that begins now.
    pub fn begin(now: UnixMs) -> Self {
        Self {
            since: to_second(now),
            offer_at: later(now, LOOP_MS),
            baseline: None,
        }
    }

    /// Lets the offer rest.
    pub fn postpone(&mut self, now: UnixMs) {
        self.since = self.since.min(to_second(now));
        self.offer_at = later(now, REST_MS);
    }

    fn offers(&self, now: UnixMs) -> bool {
        now >= self.offer_at || lies_ahead(self.since, now)
    }

    pub(super) fn fields(&self) -> Vec<(&'static str, Json)> {
        let mut fields = vec![
            ("since", self.since.to_rfc3339().as_str().into()),
            ("offer_at", self.offer_at.to_rfc3339().as_str().into()),
        ];
        if let Some(baseline) = &self.baseline {
            let ended_at = baseline.ended_at.to_rfc3339();
            fields.push(("ended_at", ended_at.as_str().into()));
            fields.push(("document", pieces(&baseline.document)));
        }
        fields
    }

    pub(super) fn read(root: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let since = moment(&root.field("since"), faults);
        let offer_at = moment(&root.field("offer_at"), faults);
        let ended_place = root.field("ended_at");
        let baseline = if ended_place.is_missing() {
            None
        } else {
            let ended_at = moment(&ended_place, faults);
            let mut document = String::new();
            for piece in root.field("document").elements(faults) {
                match piece.value() {
                    Some(Json::String(text)) => document += text,
                    _ => piece.expected("a text", faults),
                }
            }
            ended_at.map(|ended_at| Baseline {
                ended_at,
                document: document.into(),
            })
        };
        Some(Self {
            since: since?,
            offer_at: offer_at?,
            baseline,
        })
    }
}

fn pieces(text: &str) -> Json {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    for (place, character) in text.chars().enumerate() {
        if place % PIECE == 0 && place > 0 {
            pieces.push(Json::String(std::mem::take(&mut piece)));
        }
        piece.push(character);
    }
    pieces.push(Json::String(piece));
    Json::Array(pieces)
}

/// Whether the visitor comes back to a plan after more than two weeks.
pub fn is_after_a_gap(now: UnixMs, plan: &Plan) -> bool {
    now.0.saturating_sub(plan.begun_at.0) > GAP_MS
}

/// What the loop asks for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// No act is planned.
    Nothing,
    /// An act is planned, and its week is still running.
    Running,
    /// A week has passed, or many: ask what came of the act.
    Ask,
    /// Twelve weeks have passed since the loop began: offer the audit again.
    Audit,
}

/// What is due, with a plan under way or none. Looking back comes before the audit. A clock that
/// went back makes a week longer; times that lie far ahead count as passed, so that nothing waits
/// for them.
pub fn due(now: UnixMs, plan: Option<&Plan>, running: Option<&Loop>) -> Due {
    let passed = plan.is_some_and(|plan| {
        let age = now.0.saturating_sub(plan.begun_at.0);
        age >= WEEK_MS || lies_ahead(plan.begun_at, now)
    });
    if passed {
        Due::Ask
    } else if running.is_some_and(|running| running.offers(now)) {
        Due::Audit
    } else if plan.is_some() {
        Due::Running
    } else {
        Due::Nothing
    }
}

fn lies_ahead(at: UnixMs, now: UnixMs) -> bool {
    at.0.saturating_sub(now.0) > AHEAD_MS
}

fn later(now: UnixMs, by: i64) -> UnixMs {
    to_second(UnixMs(now.0.saturating_add(by)))
}

/// The beginning of the second, as records keep it.
pub(super) fn to_second(at: UnixMs) -> UnixMs {
    UnixMs(at.0.div_euclid(1000).saturating_mul(1000))
}
