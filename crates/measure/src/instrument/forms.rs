//! Reads the forms of a questionnaire: which items each asks, in which order.

use super::index::ItemIndex;
use super::model::{FormName, flags};
use super::references::{WrittenIds, reference};
use json::visible::excerpt;
use json::{Cursor, FaultKind, Faults};

type Form = Vec<ItemIndex>;

pub(super) fn forms(
    at: &Cursor<'_>,
    items: &WrittenIds,
    faults: &mut Faults,
) -> (Form, Option<Form>) {
    for (name, entry) in at.entries(faults) {
        if FormName::from_text(name).is_none() {
            let kind = FaultKind::NotOneOf(excerpt(name), FormName::NAMES);
            entry.fault(kind, faults);
        }
    }
    let full_at = at.field("full");
    let full = form(&full_at, items, None, faults);
    let short_at = at.field("short");
    let within = full_at.is_list().then_some(&full);
    let short = (!short_at.is_missing()).then(|| form(&short_at, items, within, faults));
    (full, short)
}

/// The items of a form. Each must exist, appear once and be part of `full`, if that is given.
fn form(at: &Cursor<'_>, items: &WrittenIds, full: Option<&Form>, faults: &mut Faults) -> Form {
    let elements = at.elements(faults);
    if at.is_empty_list() {
        at.fault(FaultKind::NeedsOne, faults);
    }
    // Per position in the list of items: whether this form, and the full form, contains it.
    let mut listed = vec![false; items.length];
    let in_full = full.map(|full| flags(full, items.length));
    let mut form = Vec::with_capacity(elements.len());
    for element in elements {
        let Some(index) = reference(&element, items, faults) else {
            continue;
        };
        let seen = listed.get_mut(index);
        if seen.is_some_and(|seen| std::mem::replace(seen, true)) {
            element.fault(FaultKind::Twice, faults);
        }
        if in_full
            .as_ref()
            .is_some_and(|full| full.get(index) != Some(&true))
        {
            element.fault(FaultKind::NotInForm("full"), faults);
        }
        form.push(ItemIndex::from_usize(index));
    }
    form
}
