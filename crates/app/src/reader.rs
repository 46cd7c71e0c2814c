//! The entries of the parts that read records and questionnaires.

use crate::parts::{Linked, Questionnaire, Reader};
use crate::session::{Planned, Session};
use measure::completed::Completed;
use measure::instrument::{self, Id, Instrument};
use measure::time::UnixMs;
use records::store::{self, Areas, Loaded, Store, StoreOp};

/// Loads the records of `audit` that answer `instrument`. Those that are in the other storage are moved
/// to their own before, if `moves`: there, no widget of this page is at work on them.
#[split::split]
pub fn load(
    _: Linked<Reader>,
    areas: Areas<'_>,
    moves: bool,
    audit: &Id,
    instrument: &Instrument,
    now: UnixMs,
) -> Loaded {
    store::open(areas, moves, audit, instrument, now)
}

/// Has `session` take over what an instance before this one left in `store`.
#[split::split]
pub fn take_over(_: Linked<Reader>, session: &mut Session, store: &dyn Store, audit: &Id) {
    // Nothing of it is old.
    let left = store::load(store, audit, &session.instrument, UnixMs::default());
    session.take_over(left);
}

/// The act under way.
#[split::split]
pub(crate) fn planned(_: Linked<Reader>, session: &Session, now: UnixMs) -> Option<Planned> {
    session.read_plan(now)
}

/// Puts a finished result among the earlier ones, and returns the write that stores it there.
#[split::split]
pub(crate) fn remember(_: Linked<Reader>, session: &mut Session, completed: &Completed) -> StoreOp {
    session.remember(completed)
}

/// Reads an owner's questionnaire in one of the languages that are `wanted`, tags separated by spaces.
/// Nothing, if it has faults.
#[split::split]
pub fn instrument(_: Linked<Questionnaire>, text: &str, wanted: &str) -> Option<Instrument> {
    instrument::parse_for(text, wanted).ok()
}
