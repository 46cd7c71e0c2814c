//! Deleting everything, and taking it back until the page closes.

use std::rc::Rc;

use super::keeping::Access;
use super::{Effect, ElementEvent, Notice, Screen, Session};
use measure::completed::Completed;
use records::journal::Journal;
use records::past::PastResult;
use records::read;
use records::slot::Slot;
use records::store::StoreOp;
use records::stored::{Answer, Head, Phase, Run, Stamped};

/// How far deleting everything has got.
#[derive(Debug, Clone, PartialEq)]
pub enum Erasing {
    /// Nobody asked.
    Idle,
    /// Waiting for the visitor's confirmation.
    Asked,
    /// Done; what it would take to undo it.
    Done(Box<Undo>),
}

/// What was deleted, kept in memory until the page closes.
#[derive(Debug, Clone, PartialEq)]
pub struct Undo {
    journal: Journal,
    result: Option<Rc<Completed>>,
    history: bool,
    past: Vec<Rc<PastResult>>,
    practice: Vec<(String, Rc<str>)>,
    /// What was to go before the next write.
    before_writing: Vec<StoreOp>,
    /// The records as they stood in storage.
    removed: Vec<(Slot, String)>,
}

impl Session {
    /// Asks before deleting. An undo from before is kept for the case that nothing comes of it.
    pub(super) fn ask_to_erase(&mut self) {
        if let Erasing::Done(undo) = std::mem::replace(&mut self.erasing, Erasing::Asked) {
            self.undo_before = Some(undo);
        }
    }

    /// Withdraws the question, if it was asked.
    pub(super) fn keep_everything(&mut self) {
        if self.erasing == Erasing::Asked {
            let before = self.undo_before.take();
            self.erasing = before.map_or(Erasing::Idle, Erasing::Done);
        }
    }

    /// Deletes everything, and keeps in memory what undoing it takes.
    pub(super) fn erase(&mut self, effects: &mut Vec<Effect>) {
        let nothing_new = self.journal.run().is_none()
            && self.result.is_none()
            && self.past.is_empty()
            && self.practice.is_empty();
        let undo = match self.undo_before.take() {
            // Deleting once more what could not be deleted: the first undo still holds it all.
            Some(undo) if nothing_new => undo,
            _ => Box::new(Undo {
                journal: self.journal.clone(),
                result: self.result.take(),
                history: self.history,
                past: std::mem::take(&mut self.past),
                practice: std::mem::take(&mut self.practice),
                before_writing: std::mem::take(&mut self.keeping.before_writing),
                removed: Vec::new(),
            }),
        };
        self.journal.close(Phase::Erased);
        self.marked.clear();
        self.keeping.settle();
        self.forget_past();
        self.erasing = Erasing::Done(undo);
        match self.journal.head_op() {
            Some(StoreOp::Write(_, marker)) if self.keeping.may_write() => {
                effects.push(Effect::Erase { marker });
            }
            // Nothing is stored that could have stayed.
            _ if self.keeping.access == Access::Nowhere => {}
            _ => self.tell(Notice::NotErased),
        }
        effects.push(Effect::Emit(ElementEvent::Erased));
        self.show(Screen::Welcome, effects);
    }

    /// Takes note of what was deleted. A marker of an earlier deletion is nothing to put back.
    pub(super) fn removed(&mut self, records: Vec<(Slot, String)>) {
        let Erasing::Done(undo) = &mut self.erasing else {
            return;
        };
        for (slot, text) in records {
            let known = undo.removed.iter().any(|(other, _)| *other == slot);
            let nothing = slot == Slot::Head && is_in(&text, &Phase::Erased);
            if !known && !nothing {
                undo.removed.push((slot, text));
            }
        }
    }

    /// Puts back what was deleted, later than the marker that deleted it. What was answered,
    /// finished or kept since then stays.
    pub(super) fn undo_erase(&mut self, effects: &mut Vec<Effect>) {
        let Erasing::Done(undo) = std::mem::replace(&mut self.erasing, Erasing::Idle) else {
            return;
        };
        let mut undo = *undo;
        let removed = std::mem::take(&mut undo.removed);
        self.learn(&mut undo, &removed);
        let untouched = matches!(self.journal.phase(), None | Some(Phase::Erased));
        // Records of an audit that is not ours, or whose head is damaged: no journal holds them.
        let foreign = undo.journal.phase().is_none()
            && removed.iter().any(|(slot, text)| match slot {
                // Of a finished audit there is nothing to go on with.
                Slot::Head => !is_in(text, &Phase::Finished),
                Slot::Answer(_) | Slot::Position => true,
                Slot::Result => undo.result.is_none(),
                _ => false,
            });
        let run = undo.journal.run().filter(|_| !self.has_answer()).cloned();

        for (slot, text) in removed {
            self.put_back(slot, text, foreign, untouched);
        }
        self.put_back_from_memory(&undo);
        if foreign && untouched {
            self.stand_as_before(undo);
            self.commit_pending(effects);
        } else {
            if let Some(run) = run {
                self.begin_again(run, &undo.journal);
            } else if untouched && (self.result.is_some() || self.keeping.is_behind()) {
                self.journal.close(Phase::Finished);
            }
            // Where there was nothing, the marker stays until the page is left.
            if self.keeping.may_write() && self.journal.phase() != Some(&Phase::Erased) {
                self.keeping.journal_behind = true;
                effects.push(Effect::Commit(self.everything()));
            }
        }
        self.show(Screen::Welcome, effects);
    }

    /// Takes in what another tab had written of this audit and this one had not heard of.
    fn learn(&self, undo: &mut Undo, removed: &[(Slot, String)]) {
        for (slot, text) in removed {
            match slot {
                Slot::Head => {
                    if let Ok(head) = Stamped::<Head>::from_text(text)
                        && matches!(&head.value.phase, Phase::Answering(run) if run.asks(&self.instrument))
                    {
                        undo.journal.merge_head(head);
                    }
                }
                Slot::Answer(item) if undo.journal.run().is_some() => {
                    if let Some(index) = self.instrument.index_of(item.as_str())
                        && let Ok(answer) = Stamped::<Answer>::from_text(text)
                    {
                        undo.journal.merge_answer(index, answer);
                    }
                }
                _ => {}
            }
        }
    }

    /// Has one record stored again, in its place unless something else has come there since.
    fn put_back(&mut self, slot: Slot, text: String, foreign: bool, untouched: bool) {
        match &slot {
            Slot::Head | Slot::Answer(_) | Slot::Position => {
                // Of an audit of ours the journal is written.
                if foreign {
                    self.put_foreign(slot, text, untouched);
                }
            }
            Slot::Result => match read::result(&text, &self.instrument) {
                Ok(result) if self.result.is_none() => {
                    self.result = Some(Rc::new(result));
                    self.keeping.add(StoreOp::Write(slot, text));
                }
                Ok(_) => {}
                Err(_) => self.put_foreign(slot, text, foreign && untouched),
            },
            Slot::History => self.switch_history_on(),
            Slot::Past(id) => {
                // What cannot be read is stored as it was all the same.
                let _ = self.past_elsewhere(id, Some(&text));
                self.keeping.add(StoreOp::Write(slot, text));
            }
            Slot::Practice(name) => {
                if !self.practice.iter().any(|(other, _)| other == name) {
                    self.set_practice(name, Some(&text));
                    self.keeping.add(StoreOp::Write(slot, text));
                }
            }
            Slot::Aside(_) | Slot::Unknown(_) => self.keeping.add(StoreOp::Write(slot, text)),
        }
    }

    fn put_foreign(&mut self, slot: Slot, text: String, in_place: bool) {
        self.keeping.add(if in_place {
            StoreOp::Write(slot, text)
        } else {
            StoreOp::PutAside(slot, text)
        });
    }

    /// Puts back what was never stored.
    fn put_back_from_memory(&mut self, undo: &Undo) {
        if self.result.is_none() {
            self.keeping.result_behind = undo.result.is_some();
            self.result.clone_from(&undo.result);
        }
        if undo.history && !self.history {
            self.switch_history_on();
        }
        for result in &undo.past {
            if !self.past.iter().any(|other| other.id == result.id) {
                self.put_past(Rc::clone(result));
            }
        }
        for (name, text) in &undo.practice {
            if !self.practice.iter().any(|(other, _)| other == name) {
                self.set_practice(name, Some(text));
                let slot = Slot::Practice(name.clone());
                self.keeping.add(StoreOp::Write(slot, text.to_string()));
            }
        }
    }

    /// Has storage stand as if nothing was deleted, without a head of ours.
    fn stand_as_before(&mut self, undo: Undo) {
        let mut pending = self.keeping.pending.iter();
        match pending.find(|op| *op.slot() == Slot::Head) {
            // It must be later than the marker, or tabs that heard of that would not take it in.
            Some(StoreOp::Write(_, text)) if is_in(text, &Phase::Finished) => {
                self.journal.close(Phase::Finished);
                // Not reached: it has just been closed.
                if let Some(head) = self.journal.head_op() {
                    self.keeping.add(head);
                }
            }
            Some(_) => self.journal = undo.journal,
            None => {
                // The marker goes first, or it would void what follows.
                let marker = StoreOp::Remove(Slot::Head);
                self.keeping.pending.insert(0, marker);
                self.journal = undo.journal;
            }
        }
        self.keeping.before_writing = undo.before_writing;
    }

    fn begin_again(&mut self, run: Run, journal: &Journal) {
        self.journal.begin(run);
        for index in 0..self.instrument.items.len() {
            if let Some(answer) = journal.answer(index) {
                self.journal.record(index, answer);
            }
        }
        if let Some(position) = journal.position() {
            self.journal.move_to(position);
        }
    }

    /// Leaves no key behind once everything was deleted: the marker has done its work.
    pub(super) fn leave_page(&mut self, effects: &mut Vec<Effect>) {
        if self.keeping.may_write() && self.journal.phase() == Some(&Phase::Erased) {
            let ops = self.clear_under_marker().into_iter();
            let ops = ops.chain([StoreOp::Remove(Slot::Head)]).collect();
            effects.push(Effect::Commit(ops));
            self.journal.forget();
        }
    }
}

/// Whether a text is a head in this phase.
fn is_in(text: &str, phase: &Phase) -> bool {
    Stamped::<Head>::from_text(text).is_ok_and(|head| head.value.phase == *phase)
}
