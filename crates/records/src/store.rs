//! The storage port: a few operations on text under keys, and an adapter in memory. The browser's
//! adapter is in the shell. [`backup`] reads records from a file.

pub mod backup;
mod erasing;
mod expiry;
mod load;
mod memory;
mod moving;

pub use erasing::{Removed, erase, remove_tombstone};
pub use expiry::KEPT_DAYS;
pub use load::{Loaded, Problem, load};
pub use memory::MemoryStore;
pub use moving::{clock_of, move_records};

use crate::slot::Slot;
use measure::instrument::{Id, Instrument};
use measure::time::UnixMs;

/// Why a storage operation failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreError {
    /// There is no storage, or the browser refuses access to it.
    Unavailable,
    /// The quota is used up; the text under the key is unchanged.
    Full,
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

/// The two storages of a browser. Either may be missing.
#[derive(Clone, Copy)]
pub struct Areas<'a> {
    /// Where records are kept.
    pub own: Option<&'a dyn Store>,
    /// Where the owner could have them kept instead. Records from when they were may still be there.
    pub other: Option<&'a dyn Store>,
}

impl<'a> Areas<'a> {
    /// Those that are there.
    pub fn present(self) -> impl Iterator<Item = &'a dyn Store> {
        self.own.into_iter().chain(self.other)
    }

    /// Whether either has any record of the audit.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] if the other has none and their own is missing or cannot be read.
    pub fn has_records(self, audit: &Id) -> Result<bool, StoreError> {
        let in_other = self.other.map(|other| has_records(other, audit));
        match self.own {
            _ if in_other == Some(Ok(true)) => Ok(true),
            Some(own) => has_records(own, audit),
            None => Err(StoreError::Unavailable),
        }
    }

    /// How many other audits have records here. Storage that cannot be read has none.
    pub fn other_audits(self, audit: &Id) -> usize {
        let keys = self
            .present()
            .flat_map(|store| store.keys().unwrap_or_default());
        let mut others: Vec<String> = Vec::new();
        for key in keys {
            let other = key.strip_prefix("leadership-audit:");
            if let Some((other, _)) = other.and_then(|rest| rest.split_once(':'))
                && other != audit.as_str()
                && !others.iter().any(|known| known == other)
            {
                others.push(other.to_owned());
            }
        }
        others.len()
    }
}

/// Loads the records of an audit, as [`load`] does, after those in the other storage were moved to their
/// own, if `moves`. What cannot be moved stays where it is until the next time.
pub fn open(
    areas: Areas<'_>,
    moves: bool,
    audit: &Id,
    instrument: &Instrument,
    now: UnixMs,
) -> Loaded {
    let Some(own) = areas.own else {
        let mut loaded = Loaded::default();
        let error = StoreError::Unavailable;
        loaded.problems.push(Problem::Unavailable(error));
        loaded.found = areas.has_records(audit) == Ok(true);
        return loaded;
    };
    if moves && let Some(other) = areas.other {
        let _ = move_records(other, own, audit);
    }
    let mut loaded = load(own, audit, instrument, now);
    if let Some(other) = areas.other {
        loaded.found |= has_records(other, audit) == Ok(true);
    }
    loaded
}

/// Whether there is any record of the audit.
///
/// # Errors
/// [`StoreError::Unavailable`] if storage cannot be read.
pub fn has_records(store: &dyn Store, audit: &Id) -> Result<bool, StoreError> {
    Ok(!keys_of(store, audit)?.is_empty())
}

/// The keys of the audit.
fn keys_of(store: &dyn Store, audit: &Id) -> Result<Vec<String>, StoreError> {
    let prefix = Slot::prefix(audit);
    let mut keys = store.keys()?;
    keys.retain(|key| key.starts_with(&prefix));
    Ok(keys)
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

fn clear_under(store: &dyn Store, audit: &Id, marker: &str) -> Result<(), StoreError> {
    let head = Slot::Head.key(audit);
    if store.get(&head)?.as_deref() != Some(marker) {
        return Ok(());
    }
    let mut keys = keys_of(store, audit)?;
    keys.retain(|key| *key != head);
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
        match store.get(&aside)? {
            None => return store.set(&aside, text),
            // The page stopped after it had done this.
            Some(other) if other == text => return Ok(()),
            Some(_) => number += 1,
        }
    }
}
