//! A backup: the stored records of one audit as they were, saved where the program could not run.
//! They are loaded as if from storage; nothing is stored here.

use super::{Loaded, MemoryStore, Store, load};
use crate::import::{self, FileKind, Ignored, Opened, Preview, Refused};
use crate::slot::Slot;
use json::{Cursor, Expected, FaultKind, Faults};
use measure::instrument::{Id, Instrument};
use measure::time::UnixMs;

/// The content of a backup, shown before it is imported.
#[derive(Debug, Clone, PartialEq)]
pub struct Backup {
    /// The audit that the records were stored under.
    pub audit: Id,
    /// The records, and what is wrong with which of them.
    pub loaded: Loaded,
    /// Entries that were ignored.
    pub ignored: Ignored,
}

/// A validated file of either kind.
#[derive(Debug, Clone, PartialEq)]
pub enum Import {
    /// One result.
    Result(Box<Preview>),
    /// The records of one audit.
    Backup(Box<Backup>),
}

/// Validates a file that the visitor chose. Nothing of it is stored.
///
/// # Errors
/// What the file is instead, or its faults with their paths.
pub fn import(text: &str, instrument: &Instrument) -> Result<Import, Refused> {
    let opened = import::open(text)?;
    match opened.kind {
        FileKind::Result => {
            import::result(&opened, instrument).map(|preview| Import::Result(Box::new(preview)))
        }
        FileKind::Backup => {
            backup(&opened, instrument).map(|backup| Import::Backup(Box::new(backup)))
        }
    }
}

fn backup(opened: &Opened, instrument: &Instrument) -> Result<Backup, Refused> {
    let root = Cursor::root(&opened.tree);
    let mut faults = Faults::default();
    let mut ignored = Ignored::default();
    for (name, entry) in root.entries(&mut faults) {
        if !["schema", "version", "records"].contains(&name) {
            ignored.add(&entry);
        }
    }
    let place = root.field("records");
    let store = MemoryStore::default();
    let mut audit: Option<Id> = None;
    for (key, entry) in place.entries(&mut faults) {
        let found = match Slot::of_key(key) {
            Some((found, slot)) if slot.may_leave() => found,
            _ => {
                ignored.add(&entry);
                continue;
            }
        };
        // An empty text is a broken record, which the loader sets aside; not a broken backup.
        let Some(text) = entry.value().and_then(|value| value.as_text()) else {
            entry.expected(Expected::Text, &mut faults);
            continue;
        };
        match &audit {
            Some(audit) if *audit != found => {
                let kind = FaultKind::OtherAudit(audit.to_string());
                entry.fault(kind, &mut faults);
            }
            _ => {
                // Memory never fails.
                let _ = store.set(key, text);
                audit = Some(found);
            }
        }
    }
    if audit.is_none() && faults.is_empty() {
        place.fault(FaultKind::NoRecords, &mut faults);
    }
    let backup = audit.map(|audit| Backup {
        // A file is what its visitor made of it, however old.
        loaded: load(&store, &audit, instrument, UnixMs::default()),
        audit,
        ignored,
    });
    faults.or_value(backup).map_err(Refused::Faulty)
}
