//! Deleting everything, and undoing that until the page closes.

use std::rc::Rc;

use super::{Effect, ElementEvent, Notice, Screen, Session};
use measure::completed::Completed;
use measure::instrument::ItemIndex;
use records::journal::Journal;
use records::past::PastResult;
use records::read::{self, ReadError};
use records::slot::Slot;
use records::store::{StoreOp, clock_of};
use records::stored::{Answer, OfAudit, Phase, RecordError, Run};

/// The progress of deleting everything.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Erasing {
    /// The visitor did not ask for it.
    #[default]
    Idle,
    /// Waiting for the visitor's confirmation. Holds the undo of an earlier deletion, in case the
    /// visitor declines.
    Asked(Option<Box<Undo>>),
    /// Everything was deleted, and can be restored from this.
    Done(Box<Undo>),
}

/// The deleted records, in memory until the page closes.
#[derive(Debug, Clone, PartialEq)]
pub struct Undo {
    journal: Journal,
    result: Option<Rc<Completed>>,
    history: bool,
    past: Vec<Rc<PastResult>>,
    unparsed: Vec<(Slot, Rc<str>)>,
    /// What had to precede the next write of answers.
    before_writing: Vec<StoreOp>,
    /// The records as they were stored.
    removed: Vec<(Slot, String)>,
    /// What was said of the stored records.
    notices: Vec<Notice>,
    /// Whether they belonged to a newer page, or to one with another questionnaire.
    read_only: bool,
}

impl Session {
    /// Asks for confirmation.
    pub(super) fn ask_to_erase(&mut self) {
        self.erasing = match std::mem::take(&mut self.erasing) {
            Erasing::Done(undo) => Erasing::Asked(Some(undo)),
            Erasing::Idle => Erasing::Asked(None),
            asked @ Erasing::Asked(_) => asked,
        };
    }

    /// Withdraws the question, if it was asked.
    pub(super) fn keep_everything(&mut self) {
        self.erasing = match std::mem::take(&mut self.erasing) {
            Erasing::Asked(before) => before.map_or(Erasing::Idle, Erasing::Done),
            other => other,
        };
    }

    /// Deletes everything, also what belongs to another page: that must not be written over, but may be
    /// deleted. Keeps in memory what undo needs.
    pub(super) fn erase(&mut self, effects: &mut Vec<Effect>) {
        let nothing_new = self.journal.run().is_none()
            && self.result.is_none()
            && self.past.is_empty()
            && self.unparsed.is_empty();
        let before_writing = self.persistence.take_before_writing();
        let read_only = self.persistence.take_ownership();
        let notices = self.notices.clone();
        self.notices.retain(|notice| !notice.is_of_records());
        let before = match std::mem::take(&mut self.erasing) {
            Erasing::Asked(before) => before,
            _ => None,
        };
        let undo = match before {
            // A retry of a deletion that failed in part: the first undo still holds everything.
            Some(undo) if nothing_new => undo,
            _ => Box::new(Undo {
                journal: self.journal.clone(),
                result: self.result.take(),
                history: self.history,
                past: std::mem::take(&mut self.past),
                unparsed: std::mem::take(&mut self.unparsed),
                before_writing,
                removed: Vec::new(),
                notices,
                read_only,
            }),
        };
        self.journal.close(Phase::Erased);
        self.marked.clear();
        self.forget_past();
        self.erasing = Erasing::Done(undo);
        if self.persistence.may_write() || self.stored {
            self.erase_stored(effects);
        } else {
            effects.push(Effect::Emit(ElementEvent::Erased));
        }
        self.show(Screen::Welcome, effects);
    }

    fn erase_stored(&mut self, effects: &mut Vec<Effect>) {
        if let Some(marker) = self.journal.head_text() {
            self.persistence.begin_erasure();
            effects.push(Effect::Erase { marker });
        }
    }

    /// Something is still stored.
    pub(super) fn not_erased(&mut self) {
        self.stored = true;
        if let Erasing::Done(undo) = &self.erasing
            && undo.read_only
        {
            self.persistence.make_read_only();
        }
        self.notify(Notice::NotErased);
    }

    /// Adds the deleted records to the undo. The tombstone of an earlier deletion is not restored. Where
    /// a record was later than the tombstone, whoever wrote it would take that for an old one: then
    /// there is a later one.
    pub(super) fn removed(&mut self, records: Vec<(Slot, String)>, effects: &mut Vec<Effect>) {
        let Erasing::Done(undo) = &mut self.erasing else {
            return;
        };
        let clocks = records.iter().map(|(_, text)| clock_of(text));
        let latest = clocks.max().unwrap_or_default();
        for (slot, text) in records {
            let known = undo.removed.iter().any(|(other, _)| *other == slot);
            let tombstone = slot == Slot::Head && is_in(&text, &Phase::Erased);
            if !known && !tombstone {
                undo.removed.push((slot, text));
            }
        }
        let marker = self.journal.head_text().map_or(0, |head| clock_of(&head));
        if self.is_erased() && latest > marker {
            self.journal.catch_up(latest);
            self.journal.close(Phase::Erased);
            self.erase_stored(effects);
        }
    }

    /// Restores the deleted records with stamps later than the tombstone. What was answered,
    /// finished or kept since then stays.
    pub(super) fn undo_erase(&mut self, effects: &mut Vec<Effect>) {
        let Erasing::Done(undo) = std::mem::take(&mut self.erasing) else {
            return;
        };
        let mut undo = *undo;
        self.persistence.take_ownership();
        let read_only = undo.read_only;
        for notice in &undo.notices {
            if notice.is_of_records() {
                self.notify(*notice);
            }
        }
        let removed = std::mem::take(&mut undo.removed);
        self.learn(&mut undo, &removed);
        let untouched = matches!(self.journal.phase(), None | Some(Phase::Erased));
        // Records of another questionnaire's audit, or whose head is corrupt: no journal holds them.
        let foreign = undo.journal.phase().is_none()
            && removed.iter().any(|(slot, text)| match slot {
                // A finished audit cannot be continued.
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
            self.restore_foreign(undo);
            self.commit_pending(effects);
        } else {
            if let Some(run) = run {
                self.begin_again(run, &undo.journal);
            } else if untouched && (self.result.is_some() || self.persistence.is_behind()) {
                self.journal.close(Phase::Finished);
            }
            // Where there was nothing, the tombstone stays until the page is left.
            if !self.is_erased() {
                self.commit_everything(effects);
            }
        }
        if read_only {
            self.persistence.make_read_only();
        }
        self.show(Screen::Welcome, effects);
    }

    /// Merges deleted records that another tab wrote and this one had not heard of.
    fn learn(&self, undo: &mut Undo, removed: &[(Slot, String)]) {
        for (slot, text) in removed {
            match slot {
                Slot::Head => {
                    if let Ok(head) = OfAudit::<Phase>::from_text(text)
                        && matches!(&head.value, Phase::Answering(run) if run.asks(&self.instrument))
                    {
                        undo.journal.merge_head(head);
                    }
                }
                Slot::Answer(item) if undo.journal.run().is_some() => {
                    if let Some(index) = self.instrument.index_of(item.as_str())
                        && let Ok(answer) = OfAudit::<Answer>::of_item(text, &self.instrument)
                    {
                        undo.journal.merge_answer(index, answer);
                    }
                }
                _ => {}
            }
        }
    }

    /// Queues the write that restores one record, unless its slot was written since.
    fn put_back(&mut self, slot: Slot, text: String, foreign: bool, untouched: bool) {
        match &slot {
            Slot::Head | Slot::Answer(_) | Slot::Position => {
                // An audit of this questionnaire is restored from the journal, which has nothing newer.
                if foreign || is_newer(&text) {
                    self.put_foreign(slot, text, untouched);
                }
            }
            Slot::Result => match read::result(&text, &self.instrument) {
                Ok(result) if self.result.is_none() => {
                    self.result = Some(Rc::new(result));
                    self.persistence.queue(StoreOp::Write(slot, text));
                }
                Ok(_) => {}
                Err(error) => {
                    let stays = foreign || matches!(error, ReadError::Newer(_));
                    self.put_foreign(slot, text, stays && untouched);
                }
            },
            Slot::History if !is_newer(&text) => self.switch_history_on(),
            Slot::Past(id) => {
                // A text that cannot be read is restored as it was.
                let _ = self.past_elsewhere(id, Some(&text));
                self.persistence.queue(StoreOp::Write(slot, text));
            }
            Slot::Practice(_) | Slot::Round(_) => {
                if !self.has_unparsed(&slot) {
                    self.put_unparsed(slot, text.into());
                }
            }
            Slot::History | Slot::Aside(_) | Slot::Unknown(_) => {
                self.persistence.queue(StoreOp::Write(slot, text));
            }
        }
    }

    fn put_foreign(&mut self, slot: Slot, text: String, in_place: bool) {
        self.persistence.queue(if in_place {
            StoreOp::Write(slot, text)
        } else {
            StoreOp::PutAside(slot, text)
        });
    }

    /// Restores what was never stored.
    fn put_back_from_memory(&mut self, undo: &Undo) {
        if self.result.is_none() {
            if undo.result.is_some() {
                self.persistence.require_result();
            }
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
        for (slot, text) in &undo.unparsed {
            if !self.has_unparsed(slot) {
                self.put_unparsed(slot.clone(), Rc::clone(text));
            }
        }
    }

    /// Leaves storage as if nothing had been deleted, without a head of this questionnaire.
    fn restore_foreign(&mut self, undo: Undo) {
        let mut pending = self.persistence.pending().iter();
        match pending.find(|op| *op.slot() == Slot::Head) {
            // Later than the tombstone, or tabs that heard of that would ignore it.
            Some(StoreOp::Write(_, text)) if is_in(text, &Phase::Finished) => {
                self.journal.close(Phase::Finished);
                if let Some(head) = self.journal.head_op() {
                    self.persistence.queue(head);
                }
            }
            Some(_) => self.journal.restore(undo.journal),
            None => {
                // First, or the tombstone would void what follows.
                self.persistence.queue_first(StoreOp::Remove(Slot::Head));
                self.journal.restore(undo.journal);
            }
        }
        self.persistence.restore_before_writing(undo.before_writing);
    }

    fn begin_again(&mut self, run: Run, journal: &Journal) {
        self.journal.begin(run);
        for index in ItemIndex::all(&self.instrument.items) {
            if let Some(answer) = journal.answer(index) {
                self.journal.record(index, answer);
            }
        }
        if let Some(position) = journal.position() {
            self.journal.move_to(position);
        }
    }

    /// Removes the tombstone too when the page is left: then no key remains.
    pub(super) fn leave_page(&mut self, effects: &mut Vec<Effect>) {
        if let Some(marker) = self.journal.head_text().filter(|_| self.is_erased()) {
            effects.push(Effect::RemoveTombstone { marker });
            self.journal.forget();
        }
    }
}

/// Whether a text is a record of a newer version, of whatever kind.
fn is_newer(text: &str) -> bool {
    let read = OfAudit::<Answer>::from_text(text);
    matches!(read, Err(RecordError::Newer(_)))
}

/// Whether a text is a head in this phase.
fn is_in(text: &str, phase: &Phase) -> bool {
    OfAudit::<Phase>::from_text(text).is_ok_and(|head| head.value == *phase)
}
