//! What other tabs did. The later of two writes prevails in every tab and in storage, whichever
//! reached storage last. The tab that wrote the later one may be closed by then, so each tab repairs
//! what it overwrote itself.

use std::rc::Rc;

use super::{Effect, Erasing, Notice, Screen, Session};
use measure::instrument::{FormName, ItemIndex};
use records::journal::Journal;
use records::read::{self, ReadError};
use records::slot::Slot;
use records::store::StoreOp;
use records::stored::{Answer, Began, OfAudit, Phase, RecordError};

/// What was asked before another tab's head was merged.
struct Before {
    audit: Option<(Began, FormName)>,
    /// The item on screen.
    item: Option<ItemIndex>,
    had_answer: bool,
}

fn audit_of(journal: &Journal) -> Option<(Began, FormName)> {
    journal.began().zip(journal.run().map(|run| run.form))
}

impl Session {
    pub(super) fn changed_elsewhere(
        &mut self,
        slot: &Slot,
        text: Option<&str>,
        effects: &mut Vec<Effect>,
    ) {
        if !self.persistence.may_write() {
            self.erased_by_others(slot, text, effects);
            return;
        }
        self.stored |= *slot != Slot::Head && text.is_some() && !self.is_erased();
        let read = match (slot, text) {
            (Slot::Head, Some(text)) => OfAudit::<Phase>::from_text(text)
                .map(|head| self.head_elsewhere(&head, text, effects)),
            (Slot::Head, None) if self.is_erased() => {
                self.journal.forget();
                Ok(())
            }
            // A head that was never ours, as of another questionnaire, is no loss.
            (Slot::Head, None) if self.journal.phase().is_some() => {
                self.cleared_elsewhere(effects);
                Ok(())
            }
            (Slot::Answer(item), Some(text)) => OfAudit::<Answer>::of_item(text, &self.instrument)
                .map(|answer| {
                    if let Some(index) = self.instrument.index_of(item.as_str()) {
                        self.answer_elsewhere(index, answer, text, effects);
                    }
                }),
            (Slot::Result, Some(text)) => self.result_elsewhere(text),
            (Slot::History, text) => self.history_elsewhere(text),
            (Slot::Past(id), text) => self.past_elsewhere(id, text),
            (Slot::Practice(_) | Slot::Round(_), text) => {
                self.set_unparsed(slot, text.map(Into::into));
                Ok(())
            }
            _ => Ok(()),
        };
        if let Err(RecordError::Newer(_)) = read {
            self.yield_to_newer();
        }
    }

    /// Heeds a tombstone also where the records belong to another page.
    fn erased_by_others(&mut self, slot: &Slot, text: Option<&str>, effects: &mut Vec<Effect>) {
        if *slot == Slot::Head
            && let Some(Ok(head)) = text.map(OfAudit::<Phase>::from_text)
            && head.value == Phase::Erased
            && self.persistence.take_ownership()
        {
            self.journal.merge_head(head);
            if self.is_erased() {
                self.notices.retain(|notice| !notice.is_of_records());
                self.erased_elsewhere(effects);
            } else {
                self.persistence.make_read_only();
            }
        }
    }

    /// Leaves the records to a newer page that is at work on them.
    pub(super) fn yield_to_newer(&mut self) {
        if self.persistence.may_write() {
            self.persistence.make_read_only();
            self.notify(Notice::ReadOnly);
        }
    }

    /// Takes over a result; while another is on screen it waits.
    fn result_elsewhere(&mut self, text: &str) -> Result<(), RecordError> {
        match read::result(text, &self.instrument) {
            Err(ReadError::Newer(version)) => return Err(RecordError::Newer(version)),
            Ok(result) => match &mut self.screen {
                Screen::Results { waiting, .. } => *waiting = Some(Rc::new(result)),
                _ => self.result = Some(Rc::new(result)),
            },
            Err(_) => {}
        }
        Ok(())
    }

    /// Merges another tab's answer. The older of the two is also replaced in storage.
    fn answer_elsewhere(
        &mut self,
        index: ItemIndex,
        answer: OfAudit<Answer>,
        text: &str,
        effects: &mut Vec<Effect>,
    ) {
        let before = self.journal.answer_text(index);
        let theirs = answer.stamp;
        if self.journal.merge_answer(index, answer) {
            if let (Some(before), Some(item)) = (before, self.instrument.item(index)) {
                let slot = Slot::Answer(item.id.clone());
                let op = StoreOp::Correct(slot, before, text.to_owned());
                self.commit_corrections(vec![op], effects);
            }
        } else if self.is_erased() {
            let ops = self.clear_under_marker().into_iter().collect();
            self.commit_corrections(ops, effects);
        } else if !self.persistence.lacks_journal()
            && self.journal.has_later_answer(index, theirs)
            && let Some(StoreOp::Write(slot, mine)) =
                self.journal.answer_op(&self.instrument, index)
        {
            let op = StoreOp::Correct(slot, text.to_owned(), mine);
            self.commit_corrections(vec![op], effects);
        }
    }

    /// Deletes records that were written after our erase tombstone.
    pub(super) fn clear_under_marker(&self) -> Option<StoreOp> {
        self.journal.head_text().map(StoreOp::ClearUnder)
    }

    fn head_elsewhere(&mut self, head: &OfAudit<Phase>, text: &str, effects: &mut Vec<Effect>) {
        if matches!(&head.value, Phase::Answering(run) if !run.asks(&self.instrument)) {
            // Another questionnaire took over; the answers here last as long as the page.
            self.persistence.make_read_only();
            self.notify(Notice::DisplacedElsewhere);
            return;
        }
        let before = Before {
            audit: audit_of(&self.journal),
            item: match self.screen {
                Screen::Item { position, .. } => self.items().get(position).copied(),
                _ => None,
            },
            had_answer: self.has_answer(),
        };
        let mine = self.journal.head_text();
        if !self.journal.merge_head(head.clone()) {
            self.correct_head(head, text, effects);
            return;
        }
        if let Some(mine) = mine {
            let op = StoreOp::Correct(Slot::Head, mine, text.to_owned());
            self.commit_corrections(vec![op], effects);
        }
        let answering = self.screen.is_answering();
        match self.journal.phase() {
            Some(Phase::Erased) => self.erased_elsewhere(effects),
            Some(Phase::Finished) if answering => {
                self.notify(Notice::FinishedElsewhere);
                self.show(Screen::Welcome, effects);
            }
            Some(Phase::Answering(_)) if answering => self.follow_audit(&before, effects),
            _ => {}
        }
    }

    /// Another tab overwrote our head with an older one.
    fn correct_head(&mut self, theirs: &OfAudit<Phase>, text: &str, effects: &mut Vec<Effect>) {
        // What is not stored yet comes with the next answer.
        let later = !self.persistence.lacks_journal() && self.journal.has_later_head(theirs.stamp);
        let Some(mine) = self.journal.head_text().filter(|_| later) else {
            return;
        };
        let erased = self.is_erased().then(|| StoreOp::ClearUnder(mine.clone()));
        let mut ops = vec![StoreOp::Correct(Slot::Head, text.to_owned(), mine)];
        ops.extend(erased);
        self.commit_corrections(ops, effects);
    }

    /// Forgets everything that another tab deleted, and deletes what was written here before this tab
    /// heard of it.
    fn erased_elsewhere(&mut self, effects: &mut Vec<Effect>) {
        self.replace_result(None);
        self.stored = false;
        self.erasing = Erasing::Idle;
        self.persistence.discard();
        self.forget_past();
        let ops = self.clear_under_marker().into_iter().collect();
        self.commit_corrections(ops, effects);
        self.notify(Notice::ErasedElsewhere);
        self.show(Screen::Welcome, effects);
    }

    /// Keeps the item on screen, if it is still asked: by the same audit, perhaps with another
    /// setting, or by one that began before anything was answered here.
    fn follow_audit(&mut self, before: &Before, effects: &mut Vec<Effect>) {
        if audit_of(&self.journal) == before.audit {
            return;
        }
        let position = before.item.and_then(|item| self.position_of(item));
        match position {
            Some(position) if !before.had_answer || self.has_answer() => {
                self.screen = Screen::item(position);
            }
            _ => {
                self.notify(Notice::RestartedElsewhere);
                self.show(Screen::Welcome, effects);
            }
        }
    }

    /// Writes everything again, unless the visitor deleted it.
    pub(super) fn cleared_elsewhere(&mut self, effects: &mut Vec<Effect>) {
        let something = self.has_answer() || self.has_anything();
        if !self.persistence.may_write() || !something || self.is_erased() {
            return;
        }
        if self.result.is_some() {
            self.persistence.require_result();
        }
        self.queue_past();
        self.notify(Notice::ClearedElsewhere);
        self.commit_everything(effects);
    }
}
