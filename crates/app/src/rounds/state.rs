//! The state of rounds as the session holds it: opaque, so that none of its code is needed before its part
//! of the program is linked.

use std::any::Any;
use std::fmt;
use std::rc::Rc;

use super::{Message, Rounds};
use crate::opaque::Opaque;
use crate::parts::{self, Linked};
use crate::turn::{Turn, View};
use records::rounds::Written;

/// A [`Rounds`] with the proof that the part which knows it is linked.
pub struct State {
    linked: Linked<parts::Rounds>,
    value: Box<dyn Any>,
}

/// What happens to the state.
pub(crate) enum Act {
    /// The screen is about to be shown, perhaps for this invitation.
    Open(Option<Rc<str>>),
    /// Records of the session have changed.
    Refresh,
    /// Everything was deleted.
    Forget,
    /// Something happened in a round.
    Update(Opaque<Message>),
}

impl State {
    pub(crate) fn new(linked: Linked<parts::Rounds>) -> Self {
        let value = make(linked);
        Self { linked, value }
    }

    /// The value, for code of the part.
    pub fn get(&self) -> Option<&Rounds> {
        self.value.downcast_ref()
    }

    pub(crate) fn act(&mut self, act: Act, turn: &mut Turn<'_>) {
        apply(self.linked, &mut *self.value, act, turn);
    }

    pub(crate) fn is_current(&self, view: &View<'_>) -> bool {
        is_current(self.linked, &*self.value, view)
    }

    /// The outcomes about the leader whose result is here, as a file has them; `None` if there are none.
    pub(crate) fn exported(&self) -> Option<Written> {
        exported(self.linked, &*self.value)
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
fn make(_: Linked<parts::Rounds>) -> Box<dyn Any> {
    Box::new(Rounds::default())
}

#[split::split]
fn apply(_: Linked<parts::Rounds>, value: &mut dyn Any, act: Act, turn: &mut Turn<'_>) {
    let Some(rounds) = value.downcast_mut::<Rounds>() else {
        return;
    };
    match act {
        Act::Open(invitation) => rounds.open(invitation.as_deref(), turn),
        Act::Refresh => rounds.refresh(turn),
        Act::Forget => rounds.forget_all(turn),
        Act::Update(message) => {
            if let Some(message) = message.get() {
                rounds.update(message, turn);
            }
        }
    }
}

#[split::split]
fn is_current(_: Linked<parts::Rounds>, value: &dyn Any, view: &View<'_>) -> bool {
    value
        .downcast_ref::<Rounds>()
        .is_none_or(|rounds| rounds.is_current(view))
}

#[split::split]
fn exported(_: Linked<parts::Rounds>, value: &dyn Any) -> Option<Written> {
    value.downcast_ref::<Rounds>()?.exported()
}
