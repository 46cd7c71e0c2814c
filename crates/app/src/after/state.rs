//! The state of what follows a result as the session holds it: opaque, so that none of its code is
//! needed before its part of the program is linked.

use std::any::Any;
use std::fmt;

use super::{After, Message};
use crate::opaque::Opaque;
use crate::parts::{FollowUp, Linked};
use crate::practice;
use crate::session::{Planned, Session};
use crate::turn::{Turn, View};
use measure::completed::Completed;
use measure::time::UnixMs;
use records::store::StoreOp;

/// An [`After`] with the proof that the part which knows it is linked.
pub struct State {
    linked: Linked<FollowUp>,
    value: Box<dyn Any>,
}

/// What happens to the state.
pub(crate) enum Act {
    /// A screen is about to be shown.
    Open,
    /// Records of the session have changed.
    Refresh,
    /// The visitor did something.
    Update(Opaque<Message>),
    /// The visitor did something in the practice.
    Practise(practice::Message),
}

/// The act under way.
#[split::split]
pub(crate) fn planned(_: Linked<FollowUp>, session: &Session, now: UnixMs) -> Option<Planned> {
    session.read_plan(now)
}

/// Puts a finished result among the earlier ones, and returns the write that stores it there.
#[split::split]
pub(crate) fn remember(
    _: Linked<FollowUp>,
    session: &mut Session,
    completed: &Completed,
) -> StoreOp {
    session.remember(completed)
}

impl State {
    pub(crate) fn new(linked: Linked<FollowUp>) -> Self {
        let value = make(linked);
        Self { linked, value }
    }

    /// The value, for code of the part.
    pub fn get(&self) -> Option<&After> {
        self.value.downcast_ref()
    }

    pub(crate) fn act(&mut self, act: Act, turn: &mut Turn<'_>) {
        apply(self.linked, &mut *self.value, act, turn);
    }

    pub(crate) fn is_current(&self, view: &View<'_>) -> bool {
        is_current(self.linked, &*self.value, view)
    }
}

/// For tests: the program copies no session, and so has no code for this.
impl Clone for State {
    fn clone(&self) -> Self {
        Self {
            linked: self.linked,
            value: Box::new(self.get().cloned().unwrap_or_default()),
        }
    }
}

/// For tests: the program compares no states, and this is not an entry of the part.
impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl fmt::Debug for State {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("State")
    }
}

#[split::split]
fn make(_: Linked<FollowUp>) -> Box<dyn Any> {
    Box::new(After::default())
}

#[split::split]
fn apply(_: Linked<FollowUp>, value: &mut dyn Any, act: Act, turn: &mut Turn<'_>) {
    let Some(after) = value.downcast_mut::<After>() else {
        return;
    };
    match act {
        Act::Open => after.open(turn),
        Act::Refresh => after.refresh(turn),
        Act::Update(message) => {
            if let Some(message) = message.open() {
                after.update(message, turn);
            }
        }
        Act::Practise(message) => after.practise(message, turn),
    }
}

#[split::split]
fn is_current(_: Linked<FollowUp>, value: &dyn Any, view: &View<'_>) -> bool {
    value
        .downcast_ref::<After>()
        .is_none_or(|after| after.is_current(view))
}
