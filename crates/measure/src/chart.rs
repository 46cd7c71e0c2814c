//! Where the marks of the score chart stand, in percent of its width and height. Words stand
//! beside it in HTML, where they keep their size at any width.

use crate::change::ScaleChange;
use crate::report::Direction;
use crate::scoring::Estimate;
use json::number;

/// The shared axis runs from 0 to 100 points, so a score is its own percentage of the width.
pub const BAND_EDGES: [f64; 2] = [50.0, 75.0];

/// How far down in its row a direction's line is drawn; the label stands above.
const LINE_IN_ROW: f64 = 0.72;

/// The same for two results: the earlier one's line, the later one's.
const LINES_IN_PAIR: [f64; 2] = [0.58, 0.8];

/// The line and the dot of one direction.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// From the top, in percent of the chart's height.
    pub y: f64,
    /// Where the line begins, in percent of the width.
    pub low: f64,
    /// Where it ends.
    pub high: f64,
    /// Where the dot is.
    pub dot: f64,
}

/// One mark per scored direction; directions that are not scored keep their row empty.
#[must_use]
pub fn marks(directions: &[Direction]) -> Vec<Mark> {
    let rows = crate::scoring::whole(directions.len() as u64);
    let mut marks = Vec::with_capacity(directions.len());
    for (row, direction) in directions.iter().enumerate() {
        if let Some(Estimate {
            score, low, high, ..
        }) = direction.set.estimate
        {
            marks.push(Mark {
                y: (crate::scoring::whole(row as u64) + LINE_IN_ROW) / rows * 100.0,
                low,
                high,
                dot: score,
            });
        }
    }
    marks
}

/// The marks of an earlier and a later result, one pair per direction, the earlier one above.
#[must_use]
pub fn pairs(changes: &[ScaleChange]) -> Vec<[Option<Mark>; 2]> {
    let rows = crate::scoring::whole(changes.len() as u64);
    let mark = |row: usize, line: f64, estimate: Option<Estimate>| {
        let Estimate {
            score, low, high, ..
        } = estimate?;
        Some(Mark {
            y: (crate::scoring::whole(row as u64) + line) / rows * 100.0,
            low,
            high,
            dot: score,
        })
    };
    let [above, below] = LINES_IN_PAIR;
    let rows = changes.iter().enumerate();
    rows.map(|(row, change)| {
        [
            mark(row, above, change.earlier.estimate),
            mark(row, below, change.later.estimate),
        ]
    })
    .collect()
}

/// A percentage as an SVG length, to two decimals.
#[must_use]
pub fn percent(value: f64) -> String {
    number::text((value * 100.0).round() / 100.0) + "%"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instrument::SemOrigin;
    use crate::scoring::{Band, SetScore};

    fn direction(score: Option<f64>) -> Direction {
        Direction {
            id: String::new(),
            reversed: 0,
            label: String::new(),
            applies: true,
            set: SetScore {
                answered: 12,
                total: 12,
                estimate: score.map(|score| Estimate {
                    score,
                    sem: 9.0,
                    origin: SemOrigin::Assumed,
                    low: score - 10.0,
                    high: score + 10.0,
                    band: Band::of(score),
                    between: None,
                }),
            },
        }
    }

    #[test]
    fn an_unscored_direction_keeps_its_row() {
        let marks = marks(&[
            direction(Some(40.0)),
            direction(None),
            direction(Some(80.0)),
        ]);
        let places: Vec<_> = marks
            .iter()
            .map(|mark| (percent(mark.y), mark.dot))
            .collect();
        assert_eq!(
            places,
            [("24%".to_owned(), 40.0), ("90.67%".to_owned(), 80.0)]
        );
        assert_eq!((marks[0].low, marks[0].high), (30.0, 50.0));
    }
}
