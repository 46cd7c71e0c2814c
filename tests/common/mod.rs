//! What several test files need.
#![allow(dead_code, reason = "each test file uses its part")]

pub mod prose;

use leadership_audit::instrument::{FormName, Instrument, SHIPPED, parse};
use leadership_audit::response::{OptionNumber, Response, ResponseSheet};

/// The questionnaire that ships.
pub fn shipped() -> Instrument {
    parse(SHIPPED).expect("the shipped instrument has no faults")
}

/// Response option 1 to 5.
pub fn option(number: u64) -> Response {
    Response::Chosen(OptionNumber::new(number).expect("1 to 5"))
}

/// The index of an item.
pub fn at(instrument: &Instrument, id: &str) -> usize {
    let index = instrument.index_of(id);
    index.unwrap_or_else(|| panic!("there is no item {id}"))
}

/// A sheet on which the items at these indexes are answered so.
pub fn sheet(
    instrument: &Instrument,
    form: FormName,
    answers: impl IntoIterator<Item = (usize, Response)>,
) -> ResponseSheet {
    let mut sheet = ResponseSheet::blank(instrument, form);
    for (index, response) in answers {
        sheet.set(index, Some(response));
    }
    sheet
}
