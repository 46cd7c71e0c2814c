//! Geometry of the score chart, in percent of its width and height. The labels are HTML beside the
//! picture, so that their size does not change with its width.

use crate::change::ScaleChange;
use crate::report::Direction;
use crate::scoring::{Band, Estimate};
use json::number;

/// The numbers on the axis, in points: its two ends and each band's cut-off. The axis runs from 0 to
/// 100 points, so a score in points is also its horizontal position in percent.
pub const AXIS: [u8; 4] = [0, Band::CUT_OFFS[0], Band::CUT_OFFS[1], 100];

/// Vertical position of a direction's line in its row, from 0 (top) to 1; the label is above it.
const LINE_IN_ROW: f64 = 0.72;

/// Vertical positions of the earlier and the later result's line in a shared row.
const LINES_IN_PAIR: [f64; 2] = [0.58, 0.8];

/// The interval and the score of one direction: a horizontal line with a dot on it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// Vertical position in percent of the chart's height, from the top.
    pub y: f64,
    /// Left end of the line, in percent of the width.
    pub low: f64,
    /// Right end of the line, in percent of the width.
    pub high: f64,
    /// Centre of the dot, in percent of the width.
    pub dot: f64,
}

impl Mark {
    /// The mark of an estimate on a line at `y`, which counts in rows from the top of `rows` rows.
    fn from_estimate(estimate: &Estimate, y: f64, rows: usize) -> Self {
        Self {
            y: y / number::to_f64(rows as u64) * 100.0,
            low: estimate.low,
            high: estimate.high,
            dot: estimate.score,
        }
    }
}

/// One mark per scored direction. A direction without a score leaves its row empty.
#[must_use]
pub fn marks(directions: &[Direction]) -> Vec<Mark> {
    let rows = directions.len();
    let mut marks = Vec::with_capacity(rows);
    for (row, direction) in directions.iter().enumerate() {
        if let Some(estimate) = &direction.set.estimate {
            let y = number::to_f64(row as u64) + LINE_IN_ROW;
            marks.push(Mark::from_estimate(estimate, y, rows));
        }
    }
    marks
}

/// The marks of the earlier and the later result per direction; `None` where it is not scored.
#[must_use]
pub fn pairs(changes: &[ScaleChange]) -> Vec<[Option<Mark>; 2]> {
    let rows = changes.len();
    changes
        .iter()
        .enumerate()
        .map(|(row, change)| {
            let mark = |line: f64, estimate: Option<Estimate>| {
                let y = number::to_f64(row as u64) + line;
                estimate.map(|estimate| Mark::from_estimate(&estimate, y, rows))
            };
            let [earlier, later] = LINES_IN_PAIR;
            [
                mark(earlier, change.earlier.estimate),
                mark(later, change.later.estimate),
            ]
        })
        .collect()
}

/// A percentage as an SVG length, rounded to two decimals.
#[must_use]
pub fn percent(value: f64) -> String {
    number::text((value * 100.0).round() / 100.0) + "%"
}
