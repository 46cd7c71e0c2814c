//! Runs the effects on storage, and says who must hear what of them.

use std::cell::RefCell;

use crate::effect::Effect;
use crate::event::Message;
use measure::instrument::Id;
use records::slot::Slot;
use records::store::{self, Areas, Removed, Store, StoreError};

/// A slot and its new text; without text it was removed.
pub type Change = (Slot, Option<String>);

/// What came of an effect on storage.
#[derive(Debug, Default)]
pub struct Applied {
    /// The replies to the session, in order.
    pub replies: Vec<Message>,
    /// Every change, in order, also those before a failure. Other documents hear of them by storage
    /// events; the other widgets of this page must be notified.
    pub changes: Vec<Change>,
}

/// Runs an effect on storage; `None` for any other, and where nothing can be stored.
pub fn apply(effect: &Effect, areas: Areas<'_>, audit: &Id) -> Option<Applied> {
    match effect {
        Effect::Commit(ops) => {
            let noting = Noting::new(areas.own?, audit);
            let outcome = store::commit(&noting, audit, ops);
            Some(noting.applied(vec![Message::Stored(outcome)]))
        }
        Effect::Erase { marker } => Some(erase(marker, areas, audit)),
        Effect::RemoveTombstone { marker } => {
            let noted = areas.own.map(|own| Noting::new(own, audit));
            let stores = noted.iter().map(|noting| -> &dyn Store { noting });
            for store in stores.chain(areas.other) {
                // The page is left, and the next one finds what stays.
                let _ = store::remove_tombstone(store, audit, marker);
            }
            let applied = noted.map(|noting| noting.applied(Vec::new()));
            Some(applied.unwrap_or_default())
        }
        _ => None,
    }
}

/// Deletes everything in both storages: in the other only where there is anything, so that no marker
/// appears where nothing was.
fn erase(marker: &str, areas: Areas<'_>, audit: &Id) -> Applied {
    let mut removed = Removed::new();
    let mut outcome = Ok(());
    let mut changes = Vec::new();
    if let Some(own) = areas.own {
        let noting = Noting::new(own, audit);
        (removed, outcome) = store::erase(&noting, audit, marker);
        changes = noting.changes.into_inner();
    }
    if let Some(other) = areas.other {
        match store::has_records(other, audit) {
            Ok(true) => {
                let (more, its) = store::erase(other, audit, marker);
                removed.extend(more);
                outcome = outcome.and(its);
            }
            Ok(false) => {}
            Err(error) => outcome = outcome.and(Err(error)),
        }
    }
    Applied {
        replies: vec![Message::Removed(removed), Message::Stored(outcome)],
        changes,
    }
}

/// A store that notes what it changes.
struct Noting<'a> {
    store: &'a dyn Store,
    prefix: String,
    changes: RefCell<Vec<Change>>,
}

impl<'a> Noting<'a> {
    fn new(store: &'a dyn Store, audit: &Id) -> Self {
        Self {
            store,
            prefix: Slot::prefix(audit),
            changes: RefCell::default(),
        }
    }

    fn applied(self, replies: Vec<Message>) -> Applied {
        let changes = self.changes.into_inner();
        Applied { replies, changes }
    }

    fn note(&self, key: &str, text: Option<&str>) {
        if let Some(suffix) = key.strip_prefix(&self.prefix) {
            let change = (Slot::from_suffix(suffix), text.map(str::to_owned));
            self.changes.borrow_mut().push(change);
        }
    }
}

impl Store for Noting<'_> {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.store.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.store.set(key, text)?;
        self.note(key, Some(text));
        Ok(())
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.store.remove(key)?;
        self.note(key, None);
        Ok(())
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.store.keys()
    }
}
