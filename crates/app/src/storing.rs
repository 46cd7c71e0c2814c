//! Runs the effects on storage, and says who must hear what of them.

use std::cell::RefCell;

use crate::effect::Effect;
use crate::event::Message;
use measure::instrument::Id;
use records::slot::Slot;
use records::store::{self, Store, StoreError};

/// A slot and its new text; without text it was removed.
pub type Change = (Slot, Option<String>);

/// What came of an effect on storage.
#[derive(Debug)]
pub struct Applied {
    /// The replies to the session, in order.
    pub replies: Vec<Message>,
    /// Every change, in order, also those before a failure. Other documents hear of them by storage
    /// events; the other widgets of this page must be notified.
    pub changes: Vec<Change>,
}

/// Runs an effect on storage; `None` for any other.
pub fn apply(effect: &Effect, store: &dyn Store, audit: &Id) -> Option<Applied> {
    let noting = Noting {
        store,
        prefix: Slot::prefix(audit),
        changes: RefCell::default(),
    };
    let replies = match effect {
        Effect::Commit(ops) => {
            let outcome = store::commit(&noting, audit, ops);
            vec![Message::Stored(outcome)]
        }
        Effect::Erase { marker } => {
            let (removed, outcome) = store::erase(&noting, audit, marker);
            vec![Message::Removed(removed), Message::Stored(outcome)]
        }
        _ => return None,
    };
    let changes = noting.changes.into_inner();
    Some(Applied { replies, changes })
}

/// A store that notes what it changes.
struct Noting<'a> {
    store: &'a dyn Store,
    prefix: String,
    changes: RefCell<Vec<Change>>,
}

impl Noting<'_> {
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
