//! What a part sees of the session that owns it, and what it asks of that session.

use std::rc::Rc;

use crate::effect::Effect;
use crate::event::{Message, Step};
use crate::parts::{Imports, Linked};
use measure::completed::{Completed, Kept};
use measure::instrument::Instrument;
use measure::time::UnixMs;
use records::past::PastResult;
use records::registers::Clock;
use records::rounds::Written;
use records::slot::Slot;

/// The records of the session, read-only.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The questionnaire.
    pub instrument: &'a Instrument,
    /// The latest result.
    pub latest: Option<&'a Completed>,
    /// The results that are kept, oldest first. The latest may be among them.
    pub past: &'a [Rc<PastResult>],
    /// The stored texts of the practice and of rounds.
    pub unparsed: &'a [(Slot, Rc<str>)],
}

impl View<'_> {
    /// The stored texts of the practice, by name.
    pub(crate) fn practice(&self) -> Vec<(String, Rc<str>)> {
        let texts = self.unparsed.iter().filter_map(|(slot, text)| match slot {
            Slot::Practice(name) => Some((name.clone(), Rc::clone(text))),
            _ => None,
        });
        texts.collect()
    }

    /// A result of this questionnaire, as it is compared.
    pub(crate) fn kept(&self, completed: &Completed) -> Kept {
        Kept::from_completed(self.instrument, completed.clone())
    }
}

/// What rounds have that a file of the result can have with it.
pub trait Outcomes {
    /// The outcomes about the leader whose result is here, as a file has them; `None` if there are none.
    fn exported(&self) -> Option<Written>;
}

/// One message to a part: what the part may use, and the steps that follow.
pub struct Turn<'a> {
    /// The session's records.
    pub view: View<'a>,
    /// The wall clock; it may jump.
    pub now: UnixMs,
    /// Stamps what the part writes.
    pub clock: &'a mut Clock,
    /// The part for files, if it is linked.
    pub imports: Option<Linked<Imports>>,
    /// The rounds, unless it is they whose turn it is.
    pub rounds: Option<&'a dyn Outcomes>,
    /// What follows, in order.
    pub steps: Vec<Step>,
}

impl Turn<'_> {
    /// Sends `message` to the session.
    pub(crate) fn send(&mut self, message: Message) {
        self.steps.push(Step::Send(message));
    }

    /// Asks the shell for `effect`.
    pub(crate) fn run(&mut self, effect: Effect) {
        self.steps.push(Step::Run(effect));
    }
}
