//! What is stored and when: nothing before the first answer, and everything before the screen
//! changes. A failed write is retried with the next one.

use std::rc::Rc;

use super::{Effect, ElementEvent, Notice, Session};
use crate::event::PracticeWrite;
use measure::instrument::ItemIndex;
use records::document::ResultRecord;
use records::slot::Slot;
use records::store::{Loaded, StoreError, StoreOp};
use records::stored::Phase;

/// Whether this page may write to storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Access {
    Open,
    /// A newer page, or one with another questionnaire, owns the records.
    ReadOnly,
    /// There is no storage.
    Unavailable,
}

/// What the commit under way stores.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Commit {
    /// Everything that storage lacks.
    #[default]
    Everything,
    /// The first so many of the operations that must precede the next write.
    Repairs(usize),
    /// What is pending; with the head, where that ends a deletion.
    Pending { head: bool },
    /// Only what other tabs overwrote. It says nothing of what storage lacks.
    Corrections,
    /// Nothing: everything is being deleted.
    Erasure,
}

/// How storage differs from memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Persistence {
    access: Access,
    /// Storage lacks something of the journal; the next commit writes all of it.
    journal_behind: bool,
    /// Storage lacks the latest result.
    result_behind: bool,
    /// What storage lacks of earlier results, the practice and rounds: at most one operation to a slot.
    pending: Vec<StoreOp>,
    /// What must precede the next write of answers.
    before_writing: Vec<StoreOp>,
    under_way: Commit,
    /// The last write failed, and storage still lacks what it should have stored.
    failing: bool,
}

impl Persistence {
    /// Nothing differs yet; the repairs that `loaded` asks for are under way.
    pub(super) fn from_loaded(loaded: &Loaded) -> Self {
        Self {
            access: Access::Open,
            journal_behind: false,
            result_behind: false,
            pending: Vec::new(),
            before_writing: [loaded.repairs.clone(), loaded.before_writing.clone()].concat(),
            under_way: Commit::Repairs(loaded.repairs.len()),
            failing: false,
        }
    }

    pub(super) fn may_write(&self) -> bool {
        self.access == Access::Open
    }

    pub(super) fn make_unavailable(&mut self) {
        self.access = Access::Unavailable;
    }

    /// Writes nothing from now on: the records belong to another page.
    pub(super) fn make_read_only(&mut self) {
        self.access = Access::ReadOnly;
    }

    /// Writes again, since the records that belong to another page are deleted. Returns whether there
    /// were any.
    pub(super) fn take_ownership(&mut self) -> bool {
        let was_read_only = self.access == Access::ReadOnly;
        if was_read_only {
            self.access = Access::Open;
        }
        was_read_only
    }

    /// Whether storage refuses to store what it lacks.
    pub(super) fn is_failing(&self) -> bool {
        self.failing
    }

    /// The deletion of everything is under way.
    pub(super) fn begin_erasure(&mut self) {
        self.under_way = Commit::Erasure;
    }

    /// Whether storage lacks anything.
    pub(super) fn is_behind(&self) -> bool {
        self.journal_behind || self.result_behind || !self.pending.is_empty()
    }

    pub(super) fn lacks_journal(&self) -> bool {
        self.journal_behind
    }

    pub(super) fn lacks_result(&self) -> bool {
        self.result_behind
    }

    /// The next commit writes the whole journal.
    pub(super) fn require_journal(&mut self) {
        self.journal_behind = true;
    }

    /// The next commit of everything writes the latest result.
    pub(super) fn require_result(&mut self) {
        self.result_behind = true;
    }

    /// Queues `op` for the next commit, replacing a pending one on the same slot.
    pub(super) fn queue(&mut self, op: StoreOp) {
        if self.may_write() {
            self.pending.retain(|other| other.slot() != op.slot());
            self.pending.push(op);
        }
    }

    /// Queues `op` before everything that is pending.
    pub(super) fn queue_first(&mut self, op: StoreOp) {
        self.pending.insert(0, op);
    }

    pub(super) fn pending(&self) -> &[StoreOp] {
        &self.pending
    }

    /// Whether what is pending leaves nothing in storage that was not there.
    fn only_removes(&self) -> bool {
        let removes = |op: &StoreOp| matches!(op, StoreOp::Remove(_));
        self.pending.iter().all(removes)
    }

    /// Forgets what storage lacks: the records were deleted.
    pub(super) fn discard(&mut self) {
        self.journal_behind = false;
        self.result_behind = false;
        self.pending.clear();
    }

    /// Takes what must precede the next write of answers, and forgets what storage lacks.
    pub(super) fn take_before_writing(&mut self) -> Vec<StoreOp> {
        self.discard();
        std::mem::take(&mut self.before_writing)
    }

    pub(super) fn restore_before_writing(&mut self, ops: Vec<StoreOp>) {
        self.before_writing = ops;
    }

    /// Takes the outcome of the commit under way: what storage still lacks. Returns whether storage
    /// lacks nothing any more.
    fn settle(&mut self, succeeded: bool) -> bool {
        match (succeeded, std::mem::take(&mut self.under_way)) {
            (true, Commit::Repairs(count)) if count > 0 => {
                self.before_writing.drain(..count);
                return false;
            }
            (true, Commit::Corrections) => return false,
            (true, Commit::Pending { .. }) => self.pending.clear(),
            (true, _) => {
                self.discard();
                self.before_writing.clear();
            }
            (false, commit) => self.journal_behind |= commit != Commit::Pending { head: false },
        }
        self.failing = !succeeded;
        !self.is_behind()
    }
}

impl Session {
    /// Commits `ops`; everything, if storage lacks anything; nothing, if nothing may be stored or
    /// nothing was answered yet. Removing the only answer is stored like any answer.
    pub(super) fn commit(&mut self, ops: Vec<Option<StoreOp>>, effects: &mut Vec<Effect>) {
        let behind = self.persistence.is_behind();
        if !self.persistence.may_write() || (behind && !self.has_answer()) {
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
        ItemIndex::all(&self.instrument.items).any(|index| self.response(index).is_some())
    }

    /// Commits everything, and keeps committing everything until that succeeds.
    pub(super) fn commit_everything(&mut self, effects: &mut Vec<Effect>) {
        if self.persistence.may_write() {
            self.persistence.require_journal();
            effects.push(Effect::Commit(self.everything()));
        }
    }

    fn everything(&self) -> Vec<StoreOp> {
        [self.result_and_journal(), self.persistence.pending.clone()].concat()
    }

    fn result_and_journal(&self) -> Vec<StoreOp> {
        let mut ops = self.persistence.before_writing.clone();
        if self.persistence.result_behind {
            ops.extend(self.result_op());
        }
        ops.extend(self.journal.all_ops(&self.instrument));
        ops
    }

    pub(super) fn result_op(&self) -> Option<StoreOp> {
        let result = self.result.as_ref()?;
        let text = ResultRecord::of(&self.instrument, result).to_text();
        Some(StoreOp::Write(Slot::Result, text))
    }

    /// Commits the result, then the head that says that the audit is finished, and only then removes
    /// its answers. What is pending comes last: if there is no room for it, the rest is safe.
    pub(super) fn commit_finish(&mut self, effects: &mut Vec<Effect>) {
        if !self.persistence.may_write() {
            return;
        }
        let mut ops = self.result_and_journal();
        let items = self.instrument.items.iter();
        ops.extend(items.map(|item| StoreOp::Remove(Slot::Answer(item.id.clone()))));
        ops.push(StoreOp::Remove(Slot::Position));
        ops.extend(self.persistence.pending.iter().cloned());
        self.persistence.require_journal();
        effects.push(Effect::Commit(ops));
    }

    /// Retries what could not be stored.
    pub(super) fn retry(&mut self, effects: &mut Vec<Effect>) {
        if !self.persistence.result_behind {
            if self.has_anything() || self.persistence.only_removes() {
                self.commit_pending(effects);
            }
        } else if self.journal.run().is_none() && !self.can_continue() {
            self.commit_finish(effects);
        } else {
            self.commit_imported(effects);
        }
    }

    /// Commits what is pending alone, without touching an audit under way.
    pub(super) fn commit_pending(&mut self, effects: &mut Vec<Effect>) {
        if !self.persistence.may_write() || self.persistence.pending.is_empty() {
            return;
        }
        let mut ops = Vec::new();
        let head = self.is_erased() && !self.persistence.only_removes();
        if head {
            // What is stored now came after the deletion, and must not be taken for its remains.
            self.journal.close(Phase::Finished);
            ops.extend(self.journal.head_op());
        }
        ops.extend(self.persistence.pending.iter().cloned());
        self.persistence.under_way = Commit::Pending { head };
        effects.push(Effect::Commit(ops));
    }

    /// Commits records that another tab overwrote without knowing of later ones.
    pub(super) fn commit_corrections(&mut self, ops: Vec<StoreOp>, effects: &mut Vec<Effect>) {
        self.persistence.under_way = Commit::Corrections;
        effects.push(Effect::Commit(ops));
    }

    pub(super) fn stored(&mut self, outcome: Result<(), StoreError>, effects: &mut Vec<Effect>) {
        match outcome {
            Ok(()) => {
                if self.persistence.under_way == Commit::Erasure {
                    self.stored = false;
                    effects.push(Effect::Emit(ElementEvent::Erased));
                }
                if self.persistence.settle(true) {
                    self.notices
                        .retain(|notice| !matches!(notice, Notice::NotSaved | Notice::StorageFull));
                }
            }
            Err(_) if self.is_erased() => {
                self.persistence.under_way = Commit::default();
                self.not_erased();
            }
            Err(error) => {
                self.persistence.settle(false);
                self.notify(match error {
                    StoreError::Full => Notice::StorageFull,
                    StoreError::Unavailable => Notice::NotSaved,
                });
            }
        }
    }

    /// Stores changed records of the practice; corrupt ones are set aside.
    pub(super) fn store_practice(&mut self, writes: Vec<PracticeWrite>, effects: &mut Vec<Effect>) {
        for write in writes {
            match write {
                PracticeWrite::Put(name, text) => self.put_unparsed(Slot::Practice(name), text),
                PracticeWrite::SetAside(name) => {
                    let slot = Slot::Practice(name);
                    self.set_unparsed(&slot, None);
                    self.persistence.queue(StoreOp::SetAside(slot));
                    self.notify(Notice::Unreadable);
                }
            }
        }
        self.commit_pending(effects);
    }

    /// Keeps a text that a part parses, and queues the write that stores it.
    pub(super) fn put_unparsed(&mut self, slot: Slot, text: Rc<str>) {
        let written = text.to_string();
        self.set_unparsed(&slot, Some(text));
        self.persistence.queue(StoreOp::Write(slot, written));
    }

    pub(super) fn set_unparsed(&mut self, slot: &Slot, text: Option<Rc<str>>) {
        self.unparsed.retain(|(other, _)| other != slot);
        if let Some(text) = text {
            self.unparsed.push((slot.clone(), text));
        }
    }
}
