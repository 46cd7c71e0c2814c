//! The session's side of rounds: their screen, their state and their records.

use super::{Effect, Message, Moment, Screen, Session};
use crate::parts::{Linked, Rounds};
use crate::rounds::{Act, RoundWrite, State};
use records::slot::Slot;
use records::store::StoreOp;

impl Session {
    /// Applies what concerns rounds.
    pub(super) fn of_rounds(&mut self, message: Message, at: Moment, effects: &mut Vec<Effect>) {
        match message {
            Message::OpenedRounds => self.open_rounds(at, effects),
            Message::Invited(invitation) => {
                self.invitation = Some(invitation);
                self.open_rounds(at, effects);
            }
            Message::Rounds(message) => self.with_rounds(Act::Update(message), at, effects),
            Message::LinkedRounds(linked) => self.link_rounds(linked, at, effects),
            Message::StoredRounds(writes) => {
                if let Some(linked) = self.linked_rounds {
                    store(linked, self, writes, effects);
                }
            }
            // Not reached: the caller sends no other.
            _ => {}
        }
    }

    /// Shows the screen of rounds, as far as its part is linked.
    pub(super) fn open_rounds(&mut self, at: Moment, effects: &mut Vec<Effect>) {
        self.show(Screen::Rounds, effects);
        if let Some(linked) = self.linked_rounds {
            self.rounds.get_or_insert_with(|| State::new(linked));
            let invitation = self.invitation.take();
            self.with_rounds(Act::Open(invitation), at, effects);
        }
    }

    /// Shows what was asked for before the part was linked, the first time that it is reported. Focus stays
    /// where it is, unless the visitor was invited. What others said is shown beside a result as well.
    pub(super) fn link_rounds(
        &mut self,
        linked: Linked<Rounds>,
        at: Moment,
        effects: &mut Vec<Effect>,
    ) {
        if self.linked_rounds.replace(linked).is_some() {
            return;
        }
        self.rounds = Some(State::new(linked));
        // Whoever is invited came for nothing else.
        let is_invited = self.invitation.is_some();
        if self.screen == Screen::Rounds {
            self.open_rounds(at, effects);
        }
        effects.retain(|effect| is_invited || !matches!(effect, Effect::FocusHeading));
    }

    /// Whether what others said is kept, to be shown beside a result.
    pub fn has_outcome(&self) -> bool {
        let outcome =
            |slot: &Slot| matches!(slot, Slot::Round(name) if name.starts_with("outcome:"));
        self.unparsed.iter().any(|(slot, _)| outcome(slot))
    }

    /// How far the rounds of this browser are, by the id of its text, as the names of records tell:
    /// `answering`, `sent`, `collecting` or `kept`. `None` if there are none.
    pub fn round_under_way(&self) -> Option<&'static str> {
        let names = self.unparsed.iter().filter_map(|(slot, _)| match slot {
            Slot::Round(name) => Some(name.as_str()),
            _ => None,
        });
        let has = |end: &str| names.clone().any(|name| name.ends_with(end));
        let mut stages = [
            (":key", "collecting"),
            (":mine", "sent"),
            (":invitation", "answering"),
            ("", "kept"),
        ];
        let stage = stages.iter_mut().find(|(end, _)| has(end));
        stage.map(|(_, id)| *id)
    }

    /// Lets the state of rounds read records that changed for any reason.
    pub(super) fn refresh_rounds(&mut self, at: Moment, effects: &mut Vec<Effect>) {
        let current = |rounds: &State| rounds.is_current(&self.view());
        if !self.rounds.as_ref().is_none_or(current) {
            self.with_rounds(Act::Refresh, at, effects);
        }
    }

    pub(super) fn with_rounds(&mut self, act: Act, at: Moment, effects: &mut Vec<Effect>) {
        let Some(mut rounds) = self.rounds.take() else {
            return;
        };
        let mut turn = self.turn(at);
        rounds.act(act, &mut turn);
        let steps = turn.steps;
        self.rounds = Some(rounds);
        self.take_steps(steps, at, effects);
    }
}

/// Stores changed records of rounds.
#[split::split]
pub(super) fn store(
    _: Linked<Rounds>,
    session: &mut Session,
    writes: Vec<RoundWrite>,
    effects: &mut Vec<Effect>,
) {
    for write in writes {
        match write {
            RoundWrite::Put(slot, text) => session.put_unparsed(slot, text),
            RoundWrite::Remove(slot) => {
                session.set_unparsed(&slot, None);
                session.persistence.queue(StoreOp::Remove(slot));
            }
            RoundWrite::Learn(slot, text) => session.set_unparsed(&slot, text),
        }
    }
    session.commit_pending(effects);
}
