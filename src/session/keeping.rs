//! What is stored and when: nothing before the first answer, everything before the screen changes,
//! and what another tab did.

use std::rc::Rc;

use super::{Access, Effect, ElementEvent, Erasing, Notice, Screen, Session, Undo};
use crate::record::document::ResultDocument;
use crate::record::read::{self, ReadError};
use crate::record::slot::Slot;
use crate::record::stored::{Answer, Head, Phase, RecordError, Stamped};
use crate::store::{StoreError, StoreOp};

impl Session {
    /// Asks for these writes; for all of them, if storage lacks anything; for none, if nothing may
    /// be stored or nothing was answered yet. Taking the only answers back is stored like them.
    pub(super) fn commit(&mut self, ops: Vec<Option<StoreOp>>, effects: &mut Vec<Effect>) {
        let behind = self.keeping.journal_behind || self.keeping.result_behind;
        if !self.keeping.may_write() || (behind && !self.has_answer()) {
            return;
        }
        let ops = if behind {
            self.everything()
        } else {
            ops.into_iter().flatten().collect()
        };
        effects.push(Effect::Commit(ops));
    }

    fn has_answer(&self) -> bool {
        (0..self.instrument.items.len()).any(|index| self.response(index).is_some())
    }

    pub(super) fn everything(&self) -> Vec<StoreOp> {
        let mut ops = self.keeping.before_writing.clone();
        if self.keeping.result_behind {
            ops.extend(self.result_op());
        }
        ops.extend(self.journal.all_ops(&self.instrument));
        ops
    }

    fn result_op(&self) -> Option<StoreOp> {
        let result = self.result.as_ref()?;
        let text = ResultDocument::of(&self.instrument, result).to_text();
        Some(StoreOp::Write(Slot::Result, text))
    }

    /// The result, then the marker that the audit is finished, then away with its answers.
    pub(super) fn commit_finish(&mut self, effects: &mut Vec<Effect>) {
        if !self.keeping.may_write() {
            return;
        }
        let mut ops = self.everything();
        let items = self.instrument.items.iter();
        ops.extend(items.map(|item| StoreOp::Remove(Slot::Answer(item.id.clone()))));
        ops.push(StoreOp::Remove(Slot::Position));
        self.keeping.journal_behind = true;
        effects.push(Effect::Commit(ops));
    }

    /// Tries again to store a result that could not be stored.
    pub(super) fn retry_result(&mut self, effects: &mut Vec<Effect>) {
        if self.keeping.result_behind && self.journal.run().is_none() {
            self.commit_finish(effects);
        }
    }

    pub(super) fn stored(&mut self, outcome: Result<(), StoreError>) {
        let erased = self.journal.phase() == Some(&Phase::Erased);
        let repairing = std::mem::take(&mut self.keeping.repairing);
        match outcome {
            Ok(()) if repairing > 0 => {
                self.keeping.before_writing.drain(..repairing);
            }
            Ok(()) => {
                self.keeping.journal_behind = false;
                self.keeping.result_behind = false;
                self.keeping.before_writing.clear();
                self.notices
                    .retain(|notice| !matches!(notice, Notice::NotSaved | Notice::StorageFull));
            }
            Err(_) if erased => self.tell(Notice::NotErased),
            Err(error) => {
                self.keeping.journal_behind = true;
                self.tell(match error {
                    StoreError::Full => Notice::StorageFull,
                    StoreError::Unavailable => Notice::NotSaved,
                });
            }
        }
    }

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
        let nothing_new = self.journal.run().is_none() && self.result.is_none();
        let undo = match self.undo_before.take() {
            // Deleting once more what could not be deleted: the first undo still holds it all.
            Some(undo) if nothing_new => undo,
            _ => Box::new(Undo {
                journal: self.journal.clone(),
                result: self.result.take(),
            }),
        };
        self.journal.close(Phase::Erased);
        self.marked.clear();
        self.keeping.journal_behind = false;
        self.keeping.result_behind = false;
        self.keeping.before_writing.clear();
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

    /// Writes back what was deleted, later than the marker that deleted it. What was answered or
    /// finished since then stays.
    pub(super) fn undo_erase(&mut self, effects: &mut Vec<Effect>) {
        let Erasing::Done(undo) = std::mem::replace(&mut self.erasing, Erasing::Idle) else {
            return;
        };
        let Undo { journal, result } = *undo;
        if let Some(run) = journal.run().filter(|_| !self.has_answer()) {
            self.journal.begin(run.clone());
            for index in 0..self.instrument.items.len() {
                if let Some(answer) = journal.answer(index) {
                    self.journal.record(index, answer);
                }
            }
            if let Some(position) = journal.position() {
                self.journal.move_to(position);
            }
        } else if result.is_some() && self.journal.run().is_none() {
            self.journal.close(Phase::Finished);
        }
        if self.result.is_none() {
            self.keeping.result_behind = result.is_some();
            self.result = result;
        }
        // Where there was nothing, the marker stays until the page is left.
        if self.keeping.may_write() && self.journal.phase() != Some(&Phase::Erased) {
            self.keeping.journal_behind = true;
            effects.push(Effect::Commit(self.everything()));
        }
        self.show(Screen::Welcome, effects);
    }

    /// Leaves no key behind once everything was deleted: the marker has done its work.
    pub(super) fn leave_page(&mut self, effects: &mut Vec<Effect>) {
        if self.keeping.may_write() && self.journal.phase() == Some(&Phase::Erased) {
            effects.push(Effect::Commit(vec![StoreOp::Remove(Slot::Head)]));
            self.journal.forget();
        }
    }

    pub(super) fn changed_elsewhere(
        &mut self,
        slot: &Slot,
        text: Option<&str>,
        effects: &mut Vec<Effect>,
    ) {
        if !self.keeping.may_write() {
            return;
        }
        let read = match (slot, text) {
            (Slot::Head, Some(text)) => {
                Stamped::<Head>::from_text(text).map(|head| self.head_elsewhere(head, effects))
            }
            (Slot::Head, None) if self.journal.phase() == Some(&Phase::Erased) => {
                self.journal.forget();
                Ok(())
            }
            (Slot::Head, None) => {
                self.cleared_elsewhere(effects);
                Ok(())
            }
            (Slot::Answer(item), Some(text)) => Stamped::<Answer>::from_text(text).map(|answer| {
                if let Some(index) = self.instrument.index_of(item.as_str()) {
                    self.journal.merge_answer(index, answer);
                }
            }),
            (Slot::Result, Some(text)) => self.result_elsewhere(text),
            _ => Ok(()),
        };
        // A newer page is at work on these records: they are its own from now on.
        if let Err(RecordError::Newer(_)) = read {
            self.keeping.access = Access::ReadOnly;
            self.tell(Notice::ReadOnly);
        }
    }

    /// Takes in a result; while another is being looked at it waits.
    fn result_elsewhere(&mut self, text: &str) -> Result<(), RecordError> {
        match read::result(text, &self.instrument) {
            Err(ReadError::Newer(version)) => return Err(RecordError::Newer(version)),
            Ok(result) if self.screen == Screen::Results => {
                self.waiting_result = Some(Rc::new(result));
            }
            Ok(result) => self.result = Some(Rc::new(result)),
            Err(_) => {}
        }
        Ok(())
    }

    fn head_elsewhere(&mut self, head: Stamped<Head>, effects: &mut Vec<Effect>) {
        if matches!(&head.value.phase, Phase::Answering(run) if !run.asks(&self.instrument)) {
            // Another questionnaire took this place; what is here lasts as long as the page.
            self.keeping.access = Access::ReadOnly;
            self.tell(Notice::DisplacedElsewhere);
            return;
        }
        let had_answer = self.has_answer();
        let item = match self.screen {
            Screen::Item { place, .. } => self.items().get(place).copied(),
            _ => None,
        };
        if !self.journal.merge_head(head) {
            return;
        }
        let answering = matches!(self.screen, Screen::Item { .. } | Screen::Review);
        match self.journal.phase() {
            Some(Phase::Erased) => {
                self.result = None;
                self.waiting_result = None;
                self.erasing = Erasing::Idle;
                self.undo_before = None;
                self.keeping.journal_behind = false;
                self.keeping.result_behind = false;
                self.tell(Notice::ErasedElsewhere);
                self.show(Screen::Welcome, effects);
            }
            Some(Phase::Finished) if answering => {
                self.tell(Notice::FinishedElsewhere);
                self.show(Screen::Welcome, effects);
            }
            Some(Phase::Answering(_)) if answering => {
                let place = self.items().iter().position(|index| Some(*index) == item);
                match place {
                    // The same audit, or one that began before anything was answered here.
                    Some(place) if !had_answer || self.has_answer() => {
                        let from_review = false;
                        self.screen = Screen::Item { place, from_review };
                    }
                    _ => {
                        self.tell(Notice::RestartedElsewhere);
                        self.show(Screen::Welcome, effects);
                    }
                }
            }
            _ => {}
        }
    }

    /// Writes everything again, unless the visitor deleted it.
    pub(super) fn cleared_elsewhere(&mut self, effects: &mut Vec<Effect>) {
        let something = self.has_answer() || self.result.is_some();
        if !self.keeping.may_write() || !something || self.journal.phase() == Some(&Phase::Erased) {
            return;
        }
        self.keeping.journal_behind = true;
        self.keeping.result_behind = self.result.is_some();
        self.tell(Notice::ClearedElsewhere);
        effects.push(Effect::Commit(self.everything()));
    }
}
