//! Loads everything that is stored for one audit, and validates each record by itself: a corrupt
//! record never costs another.

use super::expiry::{self, Foreign};
use super::{Store, StoreError, StoreOp, clock_of};
use crate::past::{self, PastResult};
use crate::read;
use crate::slot::Slot;
use crate::stored::{Answer, OfAudit, Phase, RecordError};
use json::Faults;
use measure::completed::Completed;
use measure::instrument::{Id, Instrument, ItemIndex};
use measure::time::UnixMs;

/// What the visitor should know about the stored records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Storage could not be read at all.
    Unavailable(StoreError),
    /// The text under this key suffix is not a record. It is set aside untouched.
    Unreadable {
        /// For example `answer:up-trust-1`.
        slot: String,
        /// Every fault with its path.
        why: Faults,
    },
    /// A record of a newer version: nothing here may be written.
    Newer,
    /// Answers or a result of another questionnaire, or another edition of this one. They stay until
    /// new answers need their keys, and are then set aside.
    OtherInstrument,
    /// A result or unfinished answers were kept for long enough, and are removed.
    Expired,
}

/// What is stored for one audit.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Loaded {
    /// The head, if there is one.
    pub head: Option<OfAudit<Phase>>,
    /// Answers by item.
    pub answers: Vec<(ItemIndex, OfAudit<Answer>)>,
    /// The item that was last on screen.
    pub position: Option<OfAudit<Id>>,
    /// The latest finished result.
    pub result: Option<Completed>,
    /// Whether the visitor chose to keep earlier results.
    pub history_on: bool,
    /// Earlier results in the order of their names, which is that of their ends. Those of another
    /// instrument are among them and stay untouched.
    pub past: Vec<PastResult>,
    /// The texts of the practice and of rounds, which parts of the program parse later.
    pub unparsed: Vec<(Slot, String)>,
    /// What is wrong with the records.
    pub problems: Vec<Problem>,
    /// What to do about it at once.
    pub repairs: Vec<StoreOp>,
    /// What must precede the first write of new answers.
    pub before_writing: Vec<StoreOp>,
    /// Whether anything is stored that these operations leave there, of whatever kind or version.
    pub found: bool,
    /// The latest clock in any record, also in those that are not loaded.
    pub clock: u64,
}

/// Loads the records of `audit` that answer `instrument`; those that were kept for long enough `now` are
/// left out.
pub fn load(store: &dyn Store, audit: &Id, instrument: &Instrument, now: UnixMs) -> Loaded {
    let mut loaded = Loaded::default();
    let mut found = Found::default();
    let read = read_all(store, audit, instrument, &mut found, &mut loaded);
    let newer = loaded.problems.contains(&Problem::Newer);
    if let Err(error) = read {
        loaded.problems.push(Problem::Unavailable(error));
        loaded.found = found.any;
    } else {
        if !newer {
            expiry::expire(&mut loaded, &found.foreign, &mut found.slots, now);
        }
        if !loaded.before_writing.is_empty() {
            loaded.problems.push(Problem::OtherInstrument);
        }
    }
    if newer {
        loaded.repairs.clear();
        loaded.before_writing.clear();
    }
    loaded.found |= !found.slots.is_empty() && !is_erased(&loaded);
    loaded
}

/// What is stored beside what is loaded.
#[derive(Default)]
struct Found {
    slots: Vec<Slot>,
    foreign: Foreign,
    /// Whether there is any record, also one that cannot be read.
    any: bool,
}

fn read_all(
    store: &dyn Store,
    audit: &Id,
    instrument: &Instrument,
    found: &mut Found,
    loaded: &mut Loaded,
) -> Result<(), StoreError> {
    let prefix = Slot::prefix(audit);
    let mut texts = Vec::new();
    for key in store.keys()? {
        let slot = key.strip_prefix(&prefix).map(Slot::from_suffix);
        found.any |= slot.is_some();
        if let (Some(slot), Some(text)) = (slot, store.get(&key)?) {
            // The head goes before the answers that depend on it.
            let place = if slot == Slot::Head { 0 } else { texts.len() };
            texts.insert(place, (slot, text));
        }
    }
    for (slot, text) in texts {
        found.slots.push(slot.clone());
        loaded.clock = loaded.clock.max(clock_of(&text));
        if is_erased(loaded) {
            // A deletion was interrupted.
            loaded.repairs.push(StoreOp::Remove(slot));
            continue;
        }
        match read_record(&slot, &text, instrument, &mut found.foreign, loaded) {
            Ok(()) => {
                let foreign = found.foreign.began_at.is_some();
                if foreign && matches!(slot, Slot::Head | Slot::Answer(_) | Slot::Position) {
                    loaded.before_writing.push(StoreOp::SetAside(slot));
                }
            }
            Err(RecordError::Newer(_)) => loaded.problems.push(Problem::Newer),
            Err(RecordError::Corrupt(faults)) => {
                loaded.problems.push(Problem::Unreadable {
                    slot: slot.suffix(),
                    why: faults,
                });
                loaded.repairs.push(StoreOp::SetAside(slot));
            }
        }
    }
    Ok(())
}

/// Reads one record. `foreign` says, once the head was read, that the audit under way is another
/// questionnaire's.
fn read_record(
    slot: &Slot,
    text: &str,
    instrument: &Instrument,
    foreign: &mut Foreign,
    loaded: &mut Loaded,
) -> Result<(), RecordError> {
    match slot {
        Slot::Head => {
            let head = OfAudit::<Phase>::from_text(text)?;
            if let Phase::Answering(run) = &head.value
                && !run.asks(instrument)
            {
                foreign.began_at = Some(run.started_at);
            } else {
                loaded.head = Some(head);
            }
        }
        Slot::Answer(item) => {
            let index = instrument
                .index_of(item.as_str())
                .filter(|_| foreign.began_at.is_none());
            match index {
                Some(index) => {
                    let answer = OfAudit::<Answer>::of_item(text, instrument)?;
                    loaded.answers.push((index, answer));
                }
                None => OfAudit::<Answer>::from_text(text).map(|_| ())?,
            }
        }
        Slot::Position => {
            let position = OfAudit::<Id>::from_text(text)?;
            loaded.position = foreign.began_at.is_none().then_some(position);
        }
        Slot::Result => result(text, instrument, foreign, loaded)?,
        Slot::History => {
            past::read_history(text)?;
            loaded.history_on = true;
        }
        Slot::Past(id) => {
            let result = PastResult::read(id.clone(), text, instrument)?;
            let past = &mut loaded.past;
            // Inserted in order, not sorted at the end: a sort would be more to download.
            let index = past.binary_search_by(|other| other.id.cmp(&result.id));
            past.insert(index.unwrap_or_else(|index| index), result);
        }
        Slot::Practice(_) | Slot::Round(_) => {
            loaded.unparsed.push((slot.clone(), text.to_owned()));
        }
        Slot::Aside(_) | Slot::Unknown(_) => {}
    }
    Ok(())
}

fn is_erased(loaded: &Loaded) -> bool {
    let head = loaded.head.as_ref();
    head.is_some_and(|head| head.value == Phase::Erased)
}

fn result(
    text: &str,
    instrument: &Instrument,
    foreign: &mut Foreign,
    loaded: &mut Loaded,
) -> Result<(), RecordError> {
    match read::result(text, instrument) {
        Ok(completed) => loaded.result = Some(completed),
        Err(read::ReadError::OtherInstrument(provenance)) => {
            foreign.ended_at = Some(provenance.ended_at);
            loaded.before_writing.push(StoreOp::SetAside(Slot::Result));
        }
        Err(error) => return Err(past::record_error(error)),
    }
    Ok(())
}
