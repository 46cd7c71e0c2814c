//! The state of what follows a result as the session holds it: opaque, so that none of its code is
//! needed before its part of the program is linked.

use super::{After, Message};
use crate::opaque::{Held, Opaque};
use crate::parts::{FollowUp, Linked};
use crate::practice;
use crate::session::{Planned, Session};
use crate::turn::Turn;
use measure::completed::Completed;
use measure::time::UnixMs;
use records::store::StoreOp;

/// An [`After`] with the proof that the part which knows it is linked.
#[derive(Clone, PartialEq, Debug)]
pub struct State {
    linked: Linked<FollowUp>,
    value: Held<After>,
}

/// What happens to the state.
pub(crate) enum Act {
    /// A screen is about to be shown, or records of the session may have changed.
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
        self.value.get()
    }

    pub(crate) fn act(&mut self, act: Act, turn: &mut Turn<'_>) {
        apply(self.linked, &mut self.value, act, turn);
    }
}

#[split::split]
fn make(_: Linked<FollowUp>) -> Held<After> {
    Held::from(After::default())
}

#[split::split]
fn apply(_: Linked<FollowUp>, value: &mut Held<After>, act: Act, turn: &mut Turn<'_>) {
    let Some(after) = value.get_mut() else {
        // Not reached: it holds no other type.
        return;
    };
    match act {
        Act::Refresh => after.refresh(turn),
        Act::Update(message) => {
            if let Some(message) = message.open() {
                after.update(message, turn);
            }
        }
        Act::Practise(message) => after.practise(message, turn),
    }
}
