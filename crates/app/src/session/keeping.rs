//! What is stored and when: nothing before the first answer, everything before the screen changes,
//! and what another tab did.

use std::rc::Rc;

use super::{Effect, Erasing, Notice, Screen, Session};
use records::document::ResultDocument;
use records::journal::Journal;
use records::read::{self, ReadError};
use records::slot::Slot;
use records::store::{StoreError, StoreOp};
use records::stored::{Answer, Head, Phase, RecordError, Stamped};

/// Whether this page may write to storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    Open,
    /// A newer page, or one with another questionnaire, is at work there.
    ReadOnly,
    /// There is no storage.
    Nowhere,
}

/// What the commit under way stores.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Commit {
    /// Everything that storage lacks.
    #[default]
    Everything,
    /// So many of the operations that go before the next write, from the first.
    Repairs(usize),
    /// What is pending; with the head, where that ends a deletion.
    Pending { head: bool },
    /// Only what other tabs wrote over: it says nothing of what storage lacks.
    Corrections,
}

/// How storage stands to what is in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Keeping {
    pub(super) access: Access,
    /// Storage lacks something of the journal; the next commit writes all of it.
    pub(super) journal_behind: bool,
    /// Storage lacks the result.
    pub(super) result_behind: bool,
    /// What storage lacks of earlier results and the practice.
    pub(super) pending: Vec<StoreOp>,
    /// What must go before the next write.
    pub(super) before_writing: Vec<StoreOp>,
    pub(super) under_way: Commit,
}

impl Keeping {
    pub(super) fn may_write(&self) -> bool {
        self.access == Access::Open
    }

    /// Whether storage lacks anything.
    pub(super) fn is_behind(&self) -> bool {
        self.journal_behind || self.result_behind || !self.pending.is_empty()
    }

    /// Has `op` done with the next commit, in place of what was to be done with its slot.
    pub(super) fn add(&mut self, op: StoreOp) {
        if self.may_write() {
            self.pending.retain(|other| other.slot() != op.slot());
            self.pending.push(op);
        }
    }

    /// Storage lacks nothing any more, and nothing is waiting.
    pub(super) fn settle(&mut self) {
        self.journal_behind = false;
        self.result_behind = false;
        self.pending.clear();
        self.before_writing.clear();
    }
}

impl Session {
    /// Asks for these writes; for all of them, if storage lacks anything; for none, if nothing may
    /// be stored or nothing was answered yet. Taking the only answers back is stored like them.
    pub(super) fn commit(&mut self, ops: Vec<Option<StoreOp>>, effects: &mut Vec<Effect>) {
        let behind = self.keeping.is_behind();
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

    pub(super) fn has_answer(&self) -> bool {
        (0..self.instrument.items.len()).any(|index| self.response(index).is_some())
    }

    pub(super) fn everything(&self) -> Vec<StoreOp> {
        [self.result_and_journal(), self.keeping.pending.clone()].concat()
    }

    fn result_and_journal(&self) -> Vec<StoreOp> {
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

    /// The result, then the marker that the audit is finished, then away with its answers. What is
    /// pending comes last: if there is no room for it, the rest is safe.
    pub(super) fn commit_finish(&mut self, effects: &mut Vec<Effect>) {
        if !self.keeping.may_write() {
            return;
        }
        let mut ops = self.result_and_journal();
        let items = self.instrument.items.iter();
        ops.extend(items.map(|item| StoreOp::Remove(Slot::Answer(item.id.clone()))));
        ops.push(StoreOp::Remove(Slot::Position));
        ops.extend(self.keeping.pending.iter().cloned());
        self.keeping.journal_behind = true;
        effects.push(Effect::Commit(ops));
    }

    /// Tries again to store a result, or what else could not be stored.
    pub(super) fn retry(&mut self, effects: &mut Vec<Effect>) {
        if self.keeping.result_behind && self.journal.run().is_none() && !self.can_continue() {
            self.commit_finish(effects);
        } else if self.keeping.result_behind {
            self.commit_taken(effects);
        } else if self.has_anything() {
            self.commit_pending(effects);
        }
    }

    /// Asks for what is pending alone, without touching an audit under way.
    pub(super) fn commit_pending(&mut self, effects: &mut Vec<Effect>) {
        if !self.keeping.may_write() || self.keeping.pending.is_empty() {
            return;
        }
        let mut ops = Vec::new();
        let head = self.journal.phase() == Some(&Phase::Erased);
        if head {
            // What is kept now came after the deletion, and must not be taken for its remains.
            self.journal.close(Phase::Finished);
            ops.extend(self.journal.head_op());
        }
        ops.extend(self.keeping.pending.iter().cloned());
        self.keeping.under_way = Commit::Pending { head };
        effects.push(Effect::Commit(ops));
    }

    pub(super) fn stored(&mut self, outcome: Result<(), StoreError>) {
        let erased = self.journal.phase() == Some(&Phase::Erased);
        match (outcome, std::mem::take(&mut self.keeping.under_way)) {
            (Ok(()), Commit::Repairs(count)) if count > 0 => {
                self.keeping.before_writing.drain(..count);
            }
            (Ok(()), Commit::Pending { .. }) => {
                self.keeping.pending.clear();
                self.all_is_stored();
            }
            (Ok(()), Commit::Corrections) => {}
            (Ok(()), _) => {
                self.keeping.settle();
                self.all_is_stored();
            }
            (Err(_), _) if erased => self.tell(Notice::NotErased),
            (Err(error), what) => {
                self.keeping.journal_behind |= what != Commit::Pending { head: false };
                self.tell(match error {
                    StoreError::Full => Notice::StorageFull,
                    StoreError::Unavailable => Notice::NotSaved,
                });
            }
        }
    }

    fn all_is_stored(&mut self) {
        if !self.keeping.is_behind() {
            self.notices
                .retain(|notice| !matches!(notice, Notice::NotSaved | Notice::StorageFull));
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
            (Slot::Head, Some(text)) => Stamped::<Head>::from_text(text)
                .map(|head| self.head_elsewhere(&head, text, effects)),
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
                    self.answer_elsewhere(index, answer, text, effects);
                }
            }),
            (Slot::Result, Some(text)) => self.result_elsewhere(text),
            (Slot::History, text) => self.history_elsewhere(text),
            (Slot::Past(id), text) => self.past_elsewhere(id, text),
            (Slot::Practice(name), text) => {
                self.set_practice(name, text);
                Ok(())
            }
            _ => Ok(()),
        };
        // A newer page is at work on these records: they are its own from now on.
        if let Err(RecordError::Newer(_)) = read {
            self.leave_to_newer();
        }
    }

    /// Writes nothing from now on, where it wrote before.
    pub(super) fn leave_to_newer(&mut self) {
        if self.keeping.may_write() {
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

    fn head_elsewhere(&mut self, head: &Stamped<Head>, text: &str, effects: &mut Vec<Effect>) {
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
        let asked = |journal: &Journal| journal.run().map(|run| (journal.since(), run.form));
        let asked_before = asked(&self.journal);
        let went_on = self.journal.went_on_after(head.value.since);
        let before = self.journal.head_text();
        if !self.journal.merge_head(head.clone()) {
            self.correct_head(head, text, effects);
            return;
        }
        if let Some(before) = before {
            let op = StoreOp::Correct(Slot::Head, before, text.to_owned());
            self.put_right(vec![op], effects);
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
                self.keeping.pending.clear();
                self.forget_past();
                if went_on {
                    self.put_right(vec![StoreOp::ClearUnder(text.to_owned())], effects);
                }
                self.tell(Notice::ErasedElsewhere);
                self.show(Screen::Welcome, effects);
            }
            Some(Phase::Finished) if answering => {
                self.tell(Notice::FinishedElsewhere);
                self.show(Screen::Welcome, effects);
            }
            // A setting was changed: the same is asked as before.
            Some(Phase::Answering(_)) if asked(&self.journal) == asked_before => {}
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
        let something = self.has_answer() || self.has_anything();
        // Not reached: after a deletion there is nothing, and what comes then ends the deletion.
        if !self.keeping.may_write() || !something || self.journal.phase() == Some(&Phase::Erased) {
            return;
        }
        self.keeping.journal_behind = true;
        self.keeping.result_behind = self.result.is_some();
        self.keep_past_anew();
        self.tell(Notice::ClearedElsewhere);
        effects.push(Effect::Commit(self.everything()));
    }
}
