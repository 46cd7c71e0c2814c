//! Moves the records of one audit from one storage of the browser to the other, where the owner has
//! changed how long they are kept. Nothing that a visitor may want is lost, and nothing stays behind.

use super::{Store, StoreError, keys_of, put_aside};
use crate::slot::Slot;
use crate::stored::{OfAudit, Phase, VERSION};
use json::{Cursor, Faults, Json};
use measure::instrument::Id;

/// A damaged record may name a clock above this, after which no more could be written.
const LATEST: u64 = 1 << 52;

/// Moves every record: all are copied before the first is removed. What another deletion left behind
/// is deleted instead. Of two records under one key the later stays; the other is set aside, unless the
/// later only replaced it.
///
/// # Errors
/// The first failure; every record is then still where it was.
pub fn move_records(from: &dyn Store, to: &dyn Store, audit: &Id) -> Result<(), StoreError> {
    let keys = keys_of(from, audit)?;
    if keys.is_empty() {
        return Ok(());
    }
    let head = Slot::Head.key(audit);
    let heads = (from.get(&head)?, to.get(&head)?);
    let (theirs, ours) = (erased_at(heads.0.as_deref()), erased_at(heads.1.as_deref()));
    if let Some(erased) = theirs
        && latest(to, audit)? <= erased
    {
        // The page was stopped while it deleted both.
        remove_all(to, audit)?;
    }
    if let Some(erased) = ours {
        if latest(from, audit)? <= erased {
            return remove_all(from, audit);
        }
        if theirs.is_none() {
            // What came after the deletion must not be taken for its remains.
            to.remove(&head)?;
        }
    }
    if theirs.is_some() {
        return remove_all(from, audit);
    }
    // Where the destination has no tombstone, another audit is not merged into the one under way there.
    let apart = ours.is_none() && are_two(heads.0.as_deref(), heads.1.as_deref());
    let prefix = Slot::prefix(audit);
    for key in &keys {
        if let (Some(suffix), Some(text)) = (key.strip_prefix(&prefix), from.get(key)?) {
            let slot = Slot::from_suffix(suffix);
            let of_run = matches!(slot, Slot::Head | Slot::Answer(_) | Slot::Position);
            if apart && of_run {
                put_aside(to, audit, &slot, &text)?;
            } else {
                merge(to, audit, &slot, text)?;
            }
        }
    }
    remove(from, &keys, &head)
}

/// Puts a record where another may be.
fn merge(to: &dyn Store, audit: &Id, slot: &Slot, text: String) -> Result<(), StoreError> {
    let key = slot.key(audit);
    let Some(here) = to.get(&key)? else {
        return to.set(&key, &text);
    };
    if here == text {
        return Ok(());
    }
    let Some((ours, theirs)) = order(slot, &here).zip(order(slot, &text)) else {
        return put_aside(to, audit, slot, &text);
    };
    let (kept, other) = if theirs > ours {
        (text, here)
    } else {
        (here, text)
    };
    if *slot == Slot::Result {
        put_aside(to, audit, slot, &other)?;
    }
    to.set(&key, &kept)
}

/// What orders two records under one key: the audit and the clock, or the end of a result. `None` if
/// nothing does, as for those of a newer version.
fn order(slot: &Slot, text: &str) -> Option<(u64, u64, String)> {
    let tree = json::parse(text).ok()?;
    let root = Cursor::root(&tree);
    let mut faults = Faults::default();
    let mut number = |name: &str| root.field(name).whole(&mut faults);
    match slot {
        Slot::Result => {
            let ended = tree.get("ended_at").and_then(Json::as_text)?;
            Some((0, 0, ended.to_owned()))
        }
        Slot::Head | Slot::Answer(_) | Slot::Position | Slot::Practice(_) | Slot::Round(_)
            if number("version") == Some(VERSION) =>
        {
            let began = match slot {
                Slot::Practice(_) | Slot::Round(_) => 0,
                _ => number("began")?,
            };
            Some((began, number("clock")?, String::new()))
        }
        _ => None,
    }
}

/// Whether these are heads of two audits, and the one that is here is not over.
fn are_two(theirs: Option<&str>, ours: Option<&str>) -> bool {
    let read = |text: &str| OfAudit::<Phase>::from_text(text).ok();
    let Some(ours) = ours else { return false };
    match (theirs.and_then(read), read(ours)) {
        (Some(theirs), Some(ours)) => {
            ours.stamp.began != theirs.stamp.began && matches!(ours.value, Phase::Answering(_))
        }
        // One that cannot be read may be of a newer version.
        _ => theirs.is_some(),
    }
}

/// When everything was deleted, if this is a tombstone.
fn erased_at(head: Option<&str>) -> Option<u64> {
    let head = OfAudit::<Phase>::from_text(head?).ok()?;
    (head.value == Phase::Erased).then_some(head.stamp.written.clock)
}

/// The latest clock in any record of the audit, tombstones left out; 0 without any.
fn latest(store: &dyn Store, audit: &Id) -> Result<u64, StoreError> {
    let mut latest = 0;
    for key in keys_of(store, audit)? {
        if let Some(text) = store.get(&key)?
            && erased_at(Some(&text)).is_none()
        {
            latest = latest.max(clock_of(&text));
        }
    }
    Ok(latest)
}

/// The clock in the text of a record, whatever its version; 0 where there is none.
pub fn clock_of(text: &str) -> u64 {
    let Ok(tree) = json::parse(text) else {
        return 0;
    };
    let root = Cursor::root(&tree);
    let number = |name: &str| root.field(name).whole(&mut Faults::default());
    let clocks = [number("clock"), number("began")].into_iter().flatten();
    clocks
        .filter(|clock| *clock <= LATEST)
        .max()
        .unwrap_or_default()
}

fn remove_all(store: &dyn Store, audit: &Id) -> Result<(), StoreError> {
    remove(store, &keys_of(store, audit)?, &Slot::Head.key(audit))
}

/// Removes these keys, the head last: a tombstone says until then that the rest is to go, and any other
/// head of which audit the rest is.
fn remove(store: &dyn Store, keys: &[String], head: &str) -> Result<(), StoreError> {
    for key in keys.iter().filter(|key| *key != head) {
        store.remove(key)?;
    }
    store.remove(head)
}
