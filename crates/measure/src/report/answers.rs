//! The visitor's own answers, item by item.

use std::cmp::Ordering;

use crate::instrument::{FacetIndex, Instrument, Item, ItemIndex, Keying, ScaleIndex};
use crate::response::{OptionNumber, Response, ResponseSheet};
use crate::scoring::keyed;

/// One item with the visitor's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answered<'a> {
    /// Its index.
    pub index: ItemIndex,
    /// The item.
    pub item: &'a Item,
    /// The statement.
    pub stem: &'a str,
    /// The label of the answer; `None` if the item was left out.
    pub answer: Option<&'a str>,
    /// The number of the chosen option, from 1; `None` if none was chosen.
    pub option: Option<u8>,
    /// What the option counts, from 1: more is more of the behaviour asked for.
    pub keyed: Option<u8>,
    /// On which side of the middle option it counts; `None` if none was chosen.
    pub side: Option<Ordering>,
    /// Whether the item is reverse-keyed.
    pub reversed: bool,
}

impl<'a> Answered<'a> {
    /// The item of this index with the answer in `sheet`; `None` if there is no such item.
    #[must_use]
    pub fn from_sheet(
        instrument: &'a Instrument,
        sheet: &'a ResponseSheet,
        index: ItemIndex,
    ) -> Option<Self> {
        let item = instrument.item(index)?;
        let response = sheet.get(index);
        let keyed = response.and_then(|response| keyed(instrument, item, response));
        Some(Self {
            index,
            item,
            stem: &item.stem,
            answer: response.and_then(|response| label(instrument, response)),
            option: response.and_then(Response::chosen).map(OptionNumber::get),
            keyed,
            side: keyed.map(|keyed| side(instrument, keyed)),
            reversed: item.keying == Keying::Reverse,
        })
    }

    /// Whether the item counts towards the score: an option was chosen.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.option.is_some()
    }

    /// Whether the answer is at the low end.
    #[must_use]
    pub fn is_low(&self) -> bool {
        self.side == Some(Ordering::Less)
    }
}

/// On which side of the middle option a keyed value is. With an even number of options, none is in the
/// middle.
pub(super) fn side(instrument: &Instrument, keyed: u8) -> Ordering {
    (2 * usize::from(keyed)).cmp(&(instrument.options.len() + 1))
}

/// The items of the sheet's form in `scale`, or in the square of `scale` and `facet`, in the order of
/// the form.
pub fn answers<'a>(
    instrument: &'a Instrument,
    sheet: &'a ResponseSheet,
    scale: ScaleIndex,
    facet: Option<FacetIndex>,
) -> impl Iterator<Item = Answered<'a>> {
    instrument
        .items_of(sheet.form)
        .filter(move |(_, item)| item.scale == scale && (facet.is_none() || item.facet == facet))
        .filter_map(move |(index, _)| Answered::from_sheet(instrument, sheet, index))
}

fn label(instrument: &Instrument, response: Response) -> Option<&str> {
    match response.chosen() {
        Some(option) => instrument
            .options
            .get(usize::from(option.get()) - 1)
            .map(String::as_str),
        None => instrument.not_applicable.as_deref(),
    }
}
