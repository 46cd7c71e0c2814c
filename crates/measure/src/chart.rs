//! Geometry of the score chart, in percent of its width and height. The labels are HTML beside the
//! picture, so that their size does not change with its width.

use crate::scoring::{Band, CutOffs};
use json::number;

/// The ends of the bands, in points, from 0 to 100: a score in points is also its horizontal position in
/// percent.
#[must_use]
pub fn edges(cut_offs: CutOffs) -> [f64; 4] {
    let [middle, high] = cut_offs.points();
    [0.0, middle, high, 100.0]
}

/// Where each of this many options counts on the axis, in percent of the width.
pub fn steps(options: usize) -> impl Iterator<Item = f64> {
    let last = number::to_f64(options.saturating_sub(1).max(1) as u64);
    (0..options).map(move |step| number::to_f64(step as u64) * 100.0 / last)
}

/// How many options have their words below the axis; of more, only some have.
const MOST_WORDS: usize = 5;

/// Longer labels than this, in bytes, have no room beside four others.
const LONG_LABEL: usize = 40;

/// The options whose words fit below the axis of a phone: all, or of many or long ones the ends and the middle.
pub fn words_on_axis(options: &[String]) -> impl Iterator<Item = &String> {
    let last = options.len().saturating_sub(1);
    let fit = last < MOST_WORDS && options.iter().all(|option| option.len() <= LONG_LABEL);
    let shown = move |index: usize| fit || index == 0 || index == last || 2 * index == last;
    let options = options.iter().enumerate();
    options.filter_map(move |(index, option)| shown(index).then_some(option))
}

/// Each band with the middle of its range, in percent of the width: the place of its name.
#[must_use]
pub fn band_middles(cut_offs: CutOffs) -> [(Band, f64); 3] {
    let [low, middle, high, end] = edges(cut_offs);
    let [first, second, third] = Band::ALL;
    [
        (first, f64::midpoint(low, middle)),
        (second, f64::midpoint(middle, high)),
        (third, f64::midpoint(high, end)),
    ]
}

/// A percentage as an SVG length, rounded to two decimals.
#[must_use]
pub fn percent(value: f64) -> String {
    number::text((value * 100.0).round() / 100.0) + "%"
}
