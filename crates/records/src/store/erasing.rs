//! Deletes everything of one audit. The tombstone is for tabs that hear of it late; it is removed when
//! the page is left.

use super::{Store, StoreError, clear_under, keys_of};
use crate::slot::Slot;
use measure::instrument::Id;

/// Deleted records, as they were stored.
pub type Removed = Vec<(Slot, String)>;

/// Writes the tombstone `marker` to the head, for other tabs and in case this is interrupted, then
/// removes every other key of the audit. Continues after a failure, but removes nothing that cannot
/// be read before, so that everything can be restored.
///
/// Returns the removed records, and the last failure; after one some key remains.
pub fn erase(store: &dyn Store, audit: &Id, marker: &str) -> (Removed, Result<(), StoreError>) {
    let prefix = Slot::prefix(audit);
    let head = Slot::Head.key(audit);
    let mut removed = Vec::new();
    if let Ok(Some(text)) = store.get(&head) {
        removed.push((Slot::Head, text));
    }
    let marked = store.set(&head, marker);
    let keys = match store.keys() {
        Ok(keys) => keys,
        Err(error) => return (removed, Err(error)),
    };
    let mut outcome = Ok(());
    for key in keys {
        let suffix = key.strip_prefix(&prefix);
        let Some(slot) = suffix
            .map(Slot::from_suffix)
            .filter(|slot| *slot != Slot::Head)
        else {
            continue;
        };
        let taken = store
            .get(&key)
            .and_then(|text| store.remove(&key).map(|()| text));
        match taken {
            Ok(text) => removed.extend(text.map(|text| (slot, text))),
            Err(error) => outcome = Err(error),
        }
    }
    // If there was no room for the marker, there is now.
    match marked.or_else(|_| store.set(&head, marker)) {
        Ok(()) => {}
        Err(_) => outcome = store.remove(&head).and(outcome),
    }
    (
        removed,
        outcome.and_then(|()| nothing_is_left(store, audit)),
    )
}

/// # Errors
/// If any record but the head can still be read.
fn nothing_is_left(store: &dyn Store, audit: &Id) -> Result<(), StoreError> {
    let head = Slot::Head.key(audit);
    for key in keys_of(store, audit)? {
        if key != head && store.get(&key)?.is_some() {
            return Err(StoreError::Unavailable);
        }
    }
    Ok(())
}

/// Removes the tombstone `marker` and all that was written under it by tabs unaware of it. Where the head
/// is another, an audit was begun since, and nothing happens.
///
/// # Errors
/// The first failure.
pub fn remove_tombstone(store: &dyn Store, audit: &Id, marker: &str) -> Result<(), StoreError> {
    clear_under(store, audit, marker)?;
    let head = Slot::Head.key(audit);
    if store.get(&head)?.as_deref() == Some(marker) {
        store.remove(&head)?;
    }
    Ok(())
}
