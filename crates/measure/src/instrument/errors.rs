//! What an instrument states about measurement: three standard errors, the spread between the
//! directions of one person, and the cut-offs of the bands. Where a file states none, the assumed
//! values are used and called assumed. `docs/scoring.md` says where these come from.

use crate::band::CutOffs;
use json::number::to_f64;
use json::visible::excerpt;
use json::{Cursor, FaultKind, Faults, Terms};

/// The fewest people that an estimate may come from.
pub const LEAST_PEOPLE: u64 = 200;

/// The smallest error and the smallest spread, in points: the odds are integrated in steps of these.
const LEAST_POINTS: f64 = 0.01;

/// Where a number about measurement comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Origin {
    /// A placeholder until it has been estimated.
    Assumed,
    /// Estimated from the answers of people.
    Estimated {
        /// The number of people, at least [`LEAST_PEOPLE`].
        n: u64,
        /// The coefficient that it was computed from, 0 to 1: alpha, or the correlation of two
        /// results or of two directions.
        coefficient: f64,
    },
}

/// A standard error on the 0 to 100 score, for `items` answered items.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StandardError {
    /// In score points, 0.01 to 100.
    pub value: f64,
    /// The number of answered items that `value` holds for, at least 1.
    pub items: u64,
    /// Whether `value` is assumed or estimated.
    pub origin: Origin,
}

impl StandardError {
    // Not reached at run time: only constants are made by it.
    const fn assumed(value: f64) -> Self {
        Self {
            value,
            items: 12,
            origin: Origin::Assumed,
        }
    }

    /// The assumed error of a scale's score in one sitting.
    pub const SEM: Self = Self::assumed(7.0);
    /// The assumed error of a scale's score between two sittings weeks apart.
    pub const RETEST: Self = Self::assumed(9.0);
    /// The assumed error of a facet's score in one sitting.
    pub const FACET_SEM: Self = Self::assumed(8.4);

    /// The error of a score over this many answers, in points.
    #[must_use]
    pub fn for_answers(&self, answered: usize) -> f64 {
        self.value * (to_f64(self.items) / to_f64(answered as u64)).sqrt()
    }
}

/// How far apart the true scores of one person's directions are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// Standard deviation in score points, 0.01 to 100.
    pub value: f64,
    /// Whether `value` is assumed or estimated.
    pub origin: Origin,
}

impl Spread {
    /// The assumed spread: SD 14 between people and a correlation of .5 between directions give 9.9.
    pub const ASSUMED: Self = Self {
        value: 10.0,
        origin: Origin::Assumed,
    };
}

/// The standard error at `at`; `otherwise` where the file states none.
pub(super) fn standard_error(
    at: &Cursor<'_>,
    otherwise: StandardError,
    faults: &mut Faults,
) -> Option<StandardError> {
    if at.is_missing() {
        return Some(otherwise);
    }
    at.object(faults);
    let value = points(&at.field("value"), faults);
    let items_at = at.field("items");
    let items = items_at.whole(faults);
    if items == Some(0) {
        items_at.fault(FaultKind::Below(1), faults);
    }
    let origin = origin(at, faults);
    Some(StandardError {
        value: value?,
        items: items?,
        origin: origin?,
    })
}

/// The spread at `at`, the assumed one where the file states none.
pub(super) fn spread(at: &Cursor<'_>, faults: &mut Faults) -> Option<Spread> {
    if at.is_missing() {
        return Some(Spread::ASSUMED);
    }
    at.object(faults);
    let value = points(&at.field("value"), faults);
    let origin = origin(at, faults);
    Some(Spread {
        value: value?,
        origin: origin?,
    })
}

fn points(at: &Cursor<'_>, faults: &mut Faults) -> Option<f64> {
    let value = at.number(faults);
    if value.is_some_and(|value| !(LEAST_POINTS..=100.0).contains(&value)) {
        at.fault(FaultKind::NotPoints, faults);
    }
    value
}

fn origin(at: &Cursor<'_>, faults: &mut Faults) -> Option<Origin> {
    let origin_at = at.field("origin");
    match origin_at.text(faults)? {
        "assumed" => Some(Origin::Assumed),
        "estimated" => {
            let n_at = at.field("n");
            let n = n_at.whole(faults);
            if n.is_some_and(|n| n < LEAST_PEOPLE) {
                n_at.fault(FaultKind::TooFewPeople(LEAST_PEOPLE), faults);
            }
            let coefficient_at = at.field("coefficient");
            let coefficient = coefficient_at.number(faults);
            if coefficient.is_some_and(|coefficient| !(0.0..=1.0).contains(&coefficient)) {
                coefficient_at.fault(FaultKind::NotAShare, faults);
            }
            n.zip(coefficient)
                .map(|(n, coefficient)| Origin::Estimated { n, coefficient })
        }
        other => {
            let terms = Terms(&["assumed", "estimated"]);
            origin_at.fault(FaultKind::NotOneOf(excerpt(other), terms), faults);
            None
        }
    }
}

/// The cut-offs at `at`; thirds of the range where the file states none.
pub(super) fn cut_offs(at: &Cursor<'_>, faults: &mut Faults) -> Option<CutOffs> {
    if at.is_missing() {
        return Some(CutOffs::THIRDS);
    }
    let elements = at.elements(faults);
    let numbers: Vec<f64> = elements
        .iter()
        .filter_map(|element| element.number(faults))
        .collect();
    if !at.is_list() || numbers.len() < elements.len() {
        return None;
    }
    let cut_offs = match numbers.as_slice() {
        [middle, high] => CutOffs::new(*middle, *high),
        _ => None,
    };
    if cut_offs.is_none() {
        at.fault(FaultKind::NotCutOffs, faults);
    }
    cut_offs
}
