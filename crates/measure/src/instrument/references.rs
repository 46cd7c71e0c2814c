//! References by id from one part of an instrument file to another.

use std::collections::BTreeMap;

use super::id::Id;
use json::visible::excerpt;
use json::{Cursor, FaultKind, Faults, Json};

/// The ids of a file.
pub(super) struct Ids {
    pub(super) scales: WrittenIds,
    pub(super) facets: WrittenIds,
    pub(super) items: WrittenIds,
}

impl Ids {
    pub(super) fn from_file(root: &Cursor<'_>) -> Self {
        let facets_at = root.field("facets");
        let mut facets = WrittenIds::from_list(&facets_at);
        facets.all_known |= facets_at.is_missing();
        Self {
            scales: WrittenIds::from_list(&root.field("scales")),
            facets,
            items: WrittenIds::from_list(&root.field("items")),
        }
    }
}

/// The ids in a list of the file, those of faulty elements included: a reference to one of these is not
/// a second fault.
pub(super) struct WrittenIds {
    /// The position of each in the list; in a file without faults, the index of what was read.
    positions: BTreeMap<String, usize>,
    /// The number of elements of the list.
    pub(super) length: usize,
    /// Whether every element has a valid id of its own. Only then is an unknown reference a fault.
    pub(super) all_known: bool,
}

impl WrittenIds {
    pub(super) fn from_list(list: &Cursor<'_>) -> Self {
        let mut unreported = Faults::default();
        let elements = list.elements(&mut unreported);
        let mut positions = BTreeMap::new();
        for (index, element) in elements.iter().enumerate() {
            match element.field("id").value() {
                Some(Json::String(id)) if Id::new(id).is_some() => {
                    positions.insert(id.clone(), index);
                }
                _ => {}
            }
        }
        Self {
            all_known: positions.len() == elements.len() && list.is_list(),
            length: elements.len(),
            positions,
        }
    }

    /// Whether something has this id, or a fault leaves open whether something has.
    pub(super) fn may_have(&self, id: &str) -> bool {
        !self.all_known || self.positions.contains_key(id)
    }
}

/// The index of the element that `at` refers to by id.
pub(super) fn reference(at: &Cursor<'_>, ids: &WrittenIds, faults: &mut Faults) -> Option<usize> {
    let text = at.text(faults)?;
    let index = ids.positions.get(text).copied();
    if index.is_none() && ids.all_known {
        at.fault(FaultKind::NoSuchId(excerpt(text)), faults);
    }
    index
}
