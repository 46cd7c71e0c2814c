//! The state of rounds as the session holds it: opaque, so that none of its code is needed before its part
//! of the program is linked.

use std::rc::Rc;

use super::{Message, Rounds};
use crate::opaque::{Held, Opaque};
use crate::parts::{self, Linked};
use crate::turn::{Outcomes, Turn, View};
use records::rounds::Written;

/// A [`Rounds`] with the proof that the part which knows it is linked.
#[derive(Clone, PartialEq, Debug)]
pub struct State {
    linked: Linked<parts::Rounds>,
    value: Held<Rounds>,
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
        self.value.get()
    }

    pub(crate) fn act(&mut self, act: Act, turn: &mut Turn<'_>) {
        apply(self.linked, &mut self.value, act, turn);
    }

    pub(crate) fn is_current(&self, view: &View<'_>) -> bool {
        is_current(self.linked, &self.value, view)
    }
}

impl Outcomes for State {
    fn exported(&self) -> Option<Written> {
        exported(self.linked, &self.value)
    }
}

#[split::split]
fn make(_: Linked<parts::Rounds>) -> Held<Rounds> {
    Held::from(Rounds::default())
}

#[split::split]
fn apply(_: Linked<parts::Rounds>, value: &mut Held<Rounds>, act: Act, turn: &mut Turn<'_>) {
    let Some(rounds) = value.get_mut() else {
        // Not reached: it holds no other type.
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
fn is_current(_: Linked<parts::Rounds>, value: &Held<Rounds>, view: &View<'_>) -> bool {
    value.get().is_none_or(|rounds| rounds.is_current(view))
}

#[split::split]
fn exported(_: Linked<parts::Rounds>, value: &Held<Rounds>) -> Option<Written> {
    value.get()?.exported()
}
