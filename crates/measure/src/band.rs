//! Bands: three ranges of the score, named so that a text can belong to each.

use crate::named::named;

named! {
    /// The range that a score lies in.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Band {
        /// Below the first cut-off.
        Low = "low",
        /// From the first to below the second cut-off.
        Middle = "middle",
        /// From the second cut-off.
        High = "high",
    }
}

/// The lowest scores of [`Band::Middle`] and [`Band::High`]. They are provisional: those of the shipped
/// instrument are anchored to the response options (50 points are "Sometimes" and 75 are "Often" on
/// average), not to norms.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CutOffs {
    middle: f64,
    high: f64,
}

impl CutOffs {
    /// Thirds of the range, for an instrument that states no cut-offs.
    pub const THIRDS: Self = Self {
        middle: 100.0 / 3.0,
        high: 200.0 / 3.0,
    };

    /// `None` unless both lie within the range, the lower first.
    #[must_use]
    pub fn new(middle: f64, high: f64) -> Option<Self> {
        (0.0 < middle && middle < high && high < 100.0).then_some(Self { middle, high })
    }

    /// Both, the lower first.
    #[must_use]
    pub fn points(self) -> [f64; 2] {
        [self.middle, self.high]
    }

    /// The band of an unrounded score.
    #[must_use]
    pub fn band(self, score: f64) -> Band {
        if score < self.middle {
            Band::Low
        } else if score < self.high {
            Band::Middle
        } else {
            Band::High
        }
    }
}
