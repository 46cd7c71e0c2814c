//! The storage port: a few operations on text under keys, and an adapter in memory. The browser's
//! adapter is in the shell. [`backup`] reads records from a file.

pub mod backup;
mod load;
mod memory;

use std::fmt;

pub use load::{Loaded, Problem, load};
pub use memory::MemoryStore;

use crate::slot::Slot;
use measure::instrument::Id;

/// Why a storage operation failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreError {
    /// There is no storage, or the browser refuses access to it.
    Unavailable,
    /// The quota is used up; the text under the key is unchanged.
    Full,
}

impl fmt::Display for StoreError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Unavailable => "storage is not available",
            Self::Full => "storage is full",
        })
    }
}

/// Text under keys. An operation that fails changes nothing.
pub trait Store {
    /// The text under `key`, if there is any.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] if storage cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Puts `text` under `key`, replacing any other.
    ///
    /// # Errors
    /// Any [`StoreError`]; the text under the key is then unchanged.
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Removes `key`, if it is there.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`]; the text under the key is then unchanged.
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// Every key, in any order.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] if storage cannot be read.
    fn keys(&self) -> Result<Vec<String>, StoreError>;
}

/// One change of storage, as data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreOp {
    /// Put this text into this slot.
    Write(Slot, String),
    /// Empty this slot.
    Remove(Slot),
    /// Move the untouched text of this slot into a new aside slot.
    SetAside(Slot),
    /// Put this text, formerly of this slot, into a new aside slot.
    PutAside(Slot, String),
    /// Replace the first text by the second, if the slot still holds the first: a tab unaware of the
    /// second overwrote it.
    Correct(Slot, String, String),
    /// Remove every other record of the audit, if the head is still this erase tombstone: tabs
    /// unaware of it continued to write.
    ClearUnder(String),
}

impl StoreOp {
    /// The slot that this changes.
    pub fn slot(&self) -> &Slot {
        match self {
            Self::Write(slot, _)
            | Self::Remove(slot)
            | Self::SetAside(slot)
            | Self::PutAside(slot, _)
            | Self::Correct(slot, ..) => slot,
            Self::ClearUnder(_) => &Slot::Head,
        }
    }
}

/// Whether there is any record of the audit.
///
/// # Errors
/// [`StoreError::Unavailable`] if storage cannot be read.
pub fn has_records(store: &dyn Store, audit: &Id) -> Result<bool, StoreError> {
    let prefix = Slot::prefix(audit);
    Ok(store.keys()?.iter().any(|key| key.starts_with(&prefix)))
}

/// Applies `ops` in order and stops at the first that fails, so that nothing is removed before
/// what replaces it is safe.
///
/// # Errors
/// The first failure.
pub fn commit(store: &dyn Store, audit: &Id, ops: &[StoreOp]) -> Result<(), StoreError> {
    for op in ops {
        match op {
            StoreOp::Write(slot, text) => store.set(&slot.key(audit), text)?,
            StoreOp::Remove(slot) => store.remove(&slot.key(audit))?,
            StoreOp::SetAside(slot) => set_aside(store, audit, slot)?,
            StoreOp::PutAside(slot, text) => put_aside(store, audit, slot, text)?,
            StoreOp::Correct(slot, from, to) => {
                if store.get(&slot.key(audit))?.as_ref() == Some(from) {
                    store.set(&slot.key(audit), to)?;
                }
            }
            StoreOp::ClearUnder(marker) => clear_under(store, audit, marker)?,
        }
    }
    Ok(())
}

/// Writes the tombstone `marker` to the head, for other tabs and in case this is interrupted, then
/// removes every other key of the audit. Continues after a failure, but removes nothing that cannot
/// be read before, so that everything can be restored.
///
/// Returns the removed records, and the last failure; after one some key remains.
pub fn erase(
    store: &dyn Store,
    audit: &Id,
    marker: &str,
) -> (Vec<(Slot, String)>, Result<(), StoreError>) {
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
    (removed, outcome)
}

/// Moves every record of the audit: all are copied before the first is removed.
///
/// # Errors
/// The first failure; every record is then still where it was.
pub fn move_records(from: &dyn Store, to: &dyn Store, audit: &Id) -> Result<(), StoreError> {
    let prefix = Slot::prefix(audit);
    let mut keys = from.keys()?;
    keys.retain(|key| key.starts_with(&prefix));
    for key in &keys {
        if let Some(text) = from.get(key)? {
            to.set(key, &text)?;
        }
    }
    keys.iter().try_for_each(|key| from.remove(key))
}

fn clear_under(store: &dyn Store, audit: &Id, marker: &str) -> Result<(), StoreError> {
    let head = Slot::Head.key(audit);
    if store.get(&head)?.as_deref() != Some(marker) {
        return Ok(());
    }
    let prefix = Slot::prefix(audit);
    let mut keys = store.keys()?;
    keys.retain(|key| key.starts_with(&prefix) && *key != head);
    keys.iter().try_for_each(|key| store.remove(key))
}

fn set_aside(store: &dyn Store, audit: &Id, slot: &Slot) -> Result<(), StoreError> {
    let key = slot.key(audit);
    let Some(text) = store.get(&key)? else {
        return Ok(());
    };
    put_aside(store, audit, slot, &text)?;
    store.remove(&key)
}

fn put_aside(store: &dyn Store, audit: &Id, slot: &Slot, text: &str) -> Result<(), StoreError> {
    let mut number = 1_u64;
    loop {
        let aside = Slot::Aside(format!("{number}:{}", slot.suffix())).key(audit);
        if store.get(&aside)?.is_none() {
            return store.set(&aside, text);
        }
        number += 1;
    }
}
