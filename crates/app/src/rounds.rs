//! How others see the leader: rounds in which they are asked, with no server in between.
//!
//! The session keeps the records; this state reads them through a [`View`] and asks for changes by steps,
//! as [`crate::after`] does. What is sent between people and how figures come about is in the crate `round`;
//! the cryptography is the shell's, see [`Task`]. The specification is docs/rounds.md.

pub mod beside;
mod collecting;
pub mod draft;
mod kept;
pub mod message;
pub mod questions;
mod rating;
mod screen;
mod state;
mod table;
mod update;

use std::rc::Rc;

pub use collecting::{Collecting, Paste, ToOpen};
pub(crate) use kept::outcome_name;
pub use kept::{Kept, KeptOutcome, Records, Seen};
pub use message::{Ending, Message, Page, RoundWrite, Sending, Task};
pub use rating::{Rating, RatingStep, ToSeal};
pub use screen::{Found, Notice, Screen, Shown, Unread};
pub(crate) use state::Act;
pub use state::State;
pub use table::{Table, TableStep};
pub use update::follows;

use crate::effect::Effect;
use crate::event::Message as ToSession;
use crate::turn::{Turn, View};
use measure::time::UnixMs;
use records::rounds::{Name, RoundId};
use records::slot::Slot;
use records::stored::Stamped;
use round::gap::{Gap, Refused};
use round::outcome::Outcome;

const DAY_MS: i64 = 86_400_000;

/// The state of rounds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rounds {
    /// What is on screen.
    pub screen: Screen,
    /// What the visitor should know.
    pub notice: Option<Notice>,
    /// What the page can do, once the shell has said it.
    pub page: Option<Page>,
    /// What the records say.
    pub records: Records,
    /// The numbers of rounds that were computed.
    codes: Vec<(RoundId, String)>,
    /// The texts that [`Rounds::records`] was read from.
    read: Vec<(Slot, Rc<str>)>,
}

impl Rounds {
    /// Whether this state still agrees with the session's records.
    pub fn is_current(&self, view: &View<'_>) -> bool {
        let texts = view.unparsed.iter();
        self.read
            .iter()
            .eq(texts.filter(|(slot, _)| is_of_round(slot)))
    }

    /// Reads the session's records again, and deletes what a stopped page left.
    pub(crate) fn refresh(&mut self, turn: &mut Turn<'_>) {
        self.read.clear();
        for text in turn.view.unparsed {
            if is_of_round(&text.0) {
                self.read.push(text.clone());
            }
        }
        self.records = Records::read(&self.read);
        remove(&std::mem::take(&mut self.records.leftovers), turn);
        self.leave_what_is_gone();
        self.follow_rating(&turn.view);
    }

    /// The number by which people compare the invitation of a round aloud, once it was computed.
    pub fn code(&self, round: &RoundId) -> Option<&str> {
        let known = self.codes.iter().find(|(known, _)| known == round);
        known.map(|(_, code)| code.as_str())
    }

    /// The gap between the leader's own latest score and an outcome, and that score with its range.
    ///
    /// # Errors
    /// Why the two may not be compared.
    pub fn gap(
        &self,
        outcome: &Outcome,
        made_at: UnixMs,
        view: &View<'_>,
    ) -> Result<Compared, Refused> {
        beside::compare(outcome, made_at, view.instrument, view.latest)
    }
}

/// An own score beside an outcome.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Compared {
    /// The gap, and whether it is larger than chance.
    pub gap: Gap,
    /// The own score.
    pub own: measure::scoring::Estimate,
    /// How many days the own answers are older than the outcome; negative if they are later.
    pub days: i64,
}

/// The whole days from one moment to another.
fn days_between(from: UnixMs, to: UnixMs) -> i64 {
    (to.0 - from.0).div_euclid(DAY_MS)
}

fn is_of_round(slot: &Slot) -> bool {
    matches!(slot, Slot::Round(_))
}

fn slot(name: &Name) -> Slot {
    Slot::Round(name.text())
}

fn run(task: Task, turn: &mut Turn<'_>) {
    turn.run(Effect::Rounds(task.into()));
}

/// Writes a record.
fn put<T: records::format::Fields>(name: &Name, value: T, turn: &mut Turn<'_>) {
    let write = written(name, value, turn);
    turn.send(ToSession::StoredRounds(vec![write]));
}

/// The write of a record, stamped like every other.
fn written<T: records::format::Fields>(name: &Name, value: T, turn: &mut Turn<'_>) -> RoundWrite {
    let stamp = turn.clock.tick();
    write_of(name, &Stamped { stamp, value }.to_text())
}

fn write_of(name: &Name, text: &str) -> RoundWrite {
    RoundWrite::Put(slot(name), text.into())
}

/// Deletes records.
fn remove(names: &[Name], turn: &mut Turn<'_>) {
    if names.is_empty() {
        return;
    }
    let mut writes = Vec::new();
    for name in names {
        writes.push(RoundWrite::Remove(slot(name)));
    }
    turn.send(ToSession::StoredRounds(writes));
}
