//! A person's answers: one [`Response`] per item on a [`ResponseSheet`].

use crate::instrument::{FormName, Instrument, ItemIndex, ScaleIndex};
pub use crate::response_option::{MAX_OPTIONS, MIN_OPTIONS, OptionNumber, Response};

/// A person's answers to one form, indexed by item in instrument order. `None` means left out; items
/// outside the form are `None` and not counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResponseSheet {
    /// Which form was answered.
    pub form: FormName,
    responses: Vec<Option<Response>>,
    /// How many options there are to choose from.
    options: usize,
}

impl ResponseSheet {
    /// A sheet with every item left out.
    #[must_use]
    pub fn blank(instrument: &Instrument, form: FormName) -> Self {
        Self {
            form,
            responses: vec![None; instrument.items.len()],
            options: instrument.options.len(),
        }
    }

    /// The response to the item at `index`.
    #[must_use]
    pub fn get(&self, index: ItemIndex) -> Option<Response> {
        index.of(&self.responses).copied().flatten()
    }

    /// Sets the response to the item at `index`. An index out of range is ignored, and an option that the
    /// instrument does not have leaves the item out.
    pub fn set(&mut self, index: ItemIndex, response: Option<Response>) {
        let exists = |response: &Response| {
            response
                .chosen()
                .is_none_or(|option| usize::from(option.get()) <= self.options)
        };
        let response = response.filter(exists);
        if let Some(slot) = self.responses.get_mut(index.get()) {
            *slot = response;
        }
    }

    /// The indexes of the form's unanswered items, in the order in which it asks them.
    #[must_use]
    pub fn left_out(&self, instrument: &Instrument) -> Vec<ItemIndex> {
        instrument
            .form(self.form)
            .unwrap_or_default()
            .iter()
            .copied()
            .filter(|index| self.get(*index).is_none())
            .collect()
    }

    /// Whether the scale itself does not apply: the form has items of it, and each of them is answered
    /// "does not apply".
    #[must_use]
    pub fn scale_not_applicable(&self, instrument: &Instrument, scale: ScaleIndex) -> bool {
        let mut items = items_of_scale(instrument, self.form, scale).peekable();
        items.peek().is_some()
            && items.all(|index| self.get(index) == Some(Response::NotApplicable))
    }
}

/// The indexes of a form's items that belong to `scale`, in the order in which it asks them.
pub fn items_of_scale(
    instrument: &Instrument,
    form: FormName,
    scale: ScaleIndex,
) -> impl Iterator<Item = ItemIndex> + '_ {
    instrument
        .items_of(form)
        .filter_map(move |(index, item)| (item.scale == scale).then_some(index))
}
