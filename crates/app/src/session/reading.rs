//! The entries of the part that reads records, for what concerns a session.

use super::{Planned, Session};
use crate::parts::{Linked, Reader};
use measure::completed::Completed;
use measure::instrument::Id;
use measure::time::UnixMs;
use records::store::{self, Store, StoreOp};

/// Has `session` take over what an instance before this one left in `store`.
#[split::split]
pub fn take_over(_: Linked<Reader>, session: &mut Session, store: &dyn Store, audit: &Id) {
    // Nothing of it is old.
    let left = store::load(store, audit, &session.instrument, UnixMs::default());
    session.take_over(left);
}

/// The act under way.
#[split::split]
pub(super) fn planned(_: Linked<Reader>, session: &Session, now: UnixMs) -> Option<Planned> {
    session.read_plan(now)
}

/// Puts a finished result among the earlier ones, and returns the write that stores it there.
#[split::split]
pub(super) fn remember(_: Linked<Reader>, session: &mut Session, completed: &Completed) -> StoreOp {
    session.remember(completed)
}
