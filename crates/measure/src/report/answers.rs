//! The items behind a score, with the visitor's own answers.

use crate::instrument::{Instrument, Keying};
use crate::response::{Response, ResponseSheet};

/// One item with the visitor's own answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answered<'a> {
    /// The item's words.
    pub stem: &'a str,
    /// The label of what was answered; `None` if it was left out.
    pub answer: Option<&'a str>,
    /// Whether an option was chosen, so that the item counts.
    pub counts: bool,
    /// Whether the item is reverse-keyed.
    pub reversed: bool,
}

/// The items of the form that was answered which lie in `scale`, and in `facet` if one is named, in
/// the order of the form.
pub fn answers<'a>(
    instrument: &'a Instrument,
    sheet: &'a ResponseSheet,
    scale: usize,
    facet: Option<usize>,
) -> impl Iterator<Item = Answered<'a>> {
    let items = instrument.items_of(sheet.form);
    items.filter_map(move |(index, item)| {
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
        Some(option) => {
            let place = usize::from(option.get()) - 1;
            instrument.options.get(place).map(String::as_str)
        }
        None => Some(&instrument.not_applicable),
    }
}
