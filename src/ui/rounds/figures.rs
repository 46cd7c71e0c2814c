//! The figures of an outcome as they are said.

use app::rounds::questions::statements;
use round::outcome::Outcome;
use words::Said;

/// What is said of an outcome.
pub(super) fn said(outcome: &Outcome) -> Said<'static> {
    Said {
        statements: statements(outcome.set, outcome.is_named()),
        people: outcome.n,
        mean: outcome.mean,
    }
}

/// A number of points as it is shown.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "0 to 100"
)]
pub(super) fn whole(points: f64) -> u8 {
    points.round() as u8
}
