//! The items behind a score, with the visitor's answers.

use crate::instrument::{Instrument, Keying};
use crate::response::{Response, ResponseSheet};

/// One item with the visitor's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answered<'a> {
    /// The statement.
    pub stem: &'a str,
    /// The label of the answer; `None` if the item was left out.
    pub answer: Option<&'a str>,
    /// Whether the item counts towards the score: an option was chosen.
    pub counts: bool,
    /// Whether the item is reverse-keyed.
    pub reversed: bool,
}

/// The items of the sheet's form in `scale`, or in the cell of `scale` and `facet`, in the order of the
/// form.
pub fn answers<'a>(
    instrument: &'a Instrument,
    sheet: &'a ResponseSheet,
    scale: usize,
    facet: Option<usize>,
) -> impl Iterator<Item = Answered<'a>> {
    instrument
        .items_of(sheet.form)
        .filter_map(move |(index, item)| {
            let inside = item.scale == scale && (facet.is_none() || item.facet == facet);
            let response = sheet.get(index);
            inside.then(|| Answered {
                stem: &item.stem,
                answer: response.and_then(|response| label(instrument, response)),
                counts: response.and_then(Response::chosen).is_some(),
                reversed: item.keying == Keying::Reverse,
            })
        })
}

fn label(instrument: &Instrument, response: Response) -> Option<&str> {
    match response.chosen() {
        Some(option) => instrument
            .options
            .get(usize::from(option.get()) - 1)
            .map(String::as_str),
        None => Some(&instrument.not_applicable),
    }
}
