//! How every answer is laid out in a grid: by scale and facet where each scale has answers to each facet,
//! otherwise by scale alone.

use crate::instrument::{FacetIndex, Instrument, ScaleIndex};
use crate::response::ResponseSheet;

/// How many columns fit beside the names of the rows on a phone.
const MOST_COLUMNS: usize = 4;

/// What the rows of a grid are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// Facets, with a column for each scale.
    Facets,
    /// Scales, with a column for each facet.
    Scales,
    /// Scales, with all their answers in one column.
    Whole,
}

/// A square of a grid: the scale, and the facet unless it has all answers of the scale.
pub type Square = (ScaleIndex, Option<FacetIndex>);

/// What the rows are, and the squares row by row, of the scales that apply.
#[must_use]
pub fn grid(instrument: &Instrument, sheet: &ResponseSheet) -> (Rows, Vec<Vec<Square>>) {
    let facets = instrument.facets.len();
    let mut asked = vec![false; instrument.scales.len() * facets];
    let mut whole = facets == 0;
    for (_, item) in instrument.items_of(sheet.form) {
        let place = item
            .facet
            .map(|facet| item.scale.get() * facets + facet.get());
        match place.and_then(|place| asked.get_mut(place)) {
            Some(asked) => *asked = true,
            None => whole = true,
        }
    }
    let scales: Vec<ScaleIndex> = ScaleIndex::all(&instrument.scales)
        .filter(|scale| !sheet.scale_not_applicable(instrument, *scale))
        .collect();
    let all_asked = |scale: &ScaleIndex| {
        let mut row = asked.iter().skip(scale.get() * facets).take(facets);
        row.all(|asked| *asked)
    };
    if whole || !scales.iter().all(all_asked) || scales.len().min(facets) > MOST_COLUMNS {
        let rows = scales.into_iter().map(|scale| vec![(scale, None)]);
        return (Rows::Whole, rows.collect());
    }
    let all_facets = || FacetIndex::all(&instrument.facets);
    if scales.len() <= MOST_COLUMNS {
        let row = |facet| scales.iter().map(|scale| (*scale, Some(facet))).collect();
        return (Rows::Facets, all_facets().map(row).collect());
    }
    let row = |scale| all_facets().map(|facet| (scale, Some(facet))).collect();
    (Rows::Scales, scales.into_iter().map(row).collect())
}
