//! Earlier results and the stored texts of the practice.

use std::rc::Rc;

use super::reading;
use super::{Effect, Screen, Session};
use crate::after;
use measure::completed::Completed;
use measure::instrument::Id;
use records::past::{PastResult, history_text, read_history};
use records::slot::Slot;
use records::store::StoreOp;
use records::stored::RecordError;

/// Earlier results that the visitor deleted, in memory until the next such deletion.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Forgotten {
    /// Whether the visitor turned keeping earlier results off.
    all: bool,
    past: Vec<Rc<PastResult>>,
}

impl Session {
    /// Keeps the latest result and later ones.
    pub(super) fn turn_history_on(&mut self, effects: &mut Vec<Effect>) {
        self.begin_history();
        // Nothing is stored as long as there is nothing to keep.
        if self.has_anything() {
            self.commit_pending(effects);
        }
    }

    /// Turns keeping results on, the latest among them, without storing it yet.
    pub(super) fn begin_history(&mut self) {
        self.switch_history_on();
        if let Some(result) = self.latest() {
            let op = self.remember(&result);
            self.persistence.queue(op);
        }
    }

    /// The latest result, even while an earlier one is on screen.
    fn latest(&self) -> Option<Rc<Completed>> {
        let waiting = match &self.screen {
            Screen::Results { waiting, .. } => waiting.as_ref(),
            _ => None,
        };
        waiting.or(self.result.as_ref()).cloned()
    }

    pub(super) fn switch_history_on(&mut self) {
        self.history = true;
        self.persistence
            .queue(StoreOp::Write(Slot::History, history_text()));
    }

    /// Keeps only the latest result from now on.
    pub(super) fn turn_history_off(&mut self, effects: &mut Vec<Effect>) {
        self.history = false;
        let past = std::mem::take(&mut self.past);
        self.persistence.queue(StoreOp::Remove(Slot::History));
        for result in &past {
            self.persistence
                .queue(StoreOp::Remove(Slot::Past(result.id.clone())));
        }
        // The latest was among them and is not lost.
        let lost = past.len() > usize::from(self.result.is_some());
        self.forgotten = lost.then_some(Forgotten { all: true, past });
        self.commit_pending(effects);
    }

    pub(super) fn forget_one(&mut self, id: &Id, effects: &mut Vec<Effect>) {
        let (past, kept) = std::mem::take(&mut self.past)
            .into_iter()
            .partition(|result| result.id == *id);
        self.past = kept;
        self.persistence
            .queue(StoreOp::Remove(Slot::Past(id.clone())));
        self.forgotten = Some(Forgotten { all: false, past });
        self.commit_pending(effects);
    }

    /// Whether kept results were deleted and can be put back.
    pub fn can_restore_past(&self) -> bool {
        self.forgotten.is_some()
    }

    pub(super) fn restore_past(&mut self, effects: &mut Vec<Effect>) {
        let Some(Forgotten { all, past }) = self.forgotten.take() else {
            return;
        };
        if all {
            self.switch_history_on();
        }
        for result in past {
            self.put_past(result);
        }
        self.commit_pending(effects);
    }

    /// Adds an imported result to the earlier ones, which turns keeping them on. Where there is no
    /// latest result it becomes that as well.
    pub(super) fn add_to_past(&mut self, completed: Rc<Completed>, effects: &mut Vec<Effect>) {
        let latest = self.latest();
        self.switch_history_on();
        for result in latest.as_deref().into_iter().chain([&*completed]) {
            let op = self.remember(result);
            self.persistence.queue(op);
        }
        if latest.is_some() {
            self.commit_pending(effects);
        } else {
            self.result = Some(completed);
            self.persistence.require_result();
            self.commit_imported(effects);
        }
    }

    /// As [`Session::remember`], by whichever part knows how: that they are kept was read by one or
    /// chosen on a screen of the other.
    pub(super) fn remember_finished(&mut self, completed: &Completed) {
        let op = match (self.follow_up, self.reader) {
            (Some(linked), _) => after::remember(linked, self, completed),
            (None, Some(linked)) => reading::remember(linked, self, completed),
            (None, None) => return,
        };
        self.persistence.queue(op);
    }

    /// Puts a result among the earlier ones, and returns the write that stores it there.
    pub(crate) fn remember(&mut self, completed: &Completed) -> StoreOp {
        let result = PastResult::of(&self.instrument, completed);
        let op = StoreOp::Write(Slot::Past(result.id.clone()), result.text.clone());
        self.insert_past(Rc::new(result));
        op
    }

    /// Puts an earlier result in its position, and queues the write that stores it.
    pub(super) fn put_past(&mut self, result: Rc<PastResult>) {
        self.persistence.queue(StoreOp::Write(
            Slot::Past(result.id.clone()),
            result.text.clone(),
        ));
        self.insert_past(result);
    }

    fn insert_past(&mut self, result: Rc<PastResult>) {
        let index = self.past.partition_point(|other| other.id < result.id);
        self.past.retain(|other| other.id != result.id);
        self.past.insert(index, result);
    }

    /// Whether there is a text that a part parses under `slot`.
    pub(super) fn has_unparsed(&self, slot: &Slot) -> bool {
        self.unparsed.iter().any(|(known, _)| known == slot)
    }

    pub(super) fn history_elsewhere(&mut self, text: Option<&str>) -> Result<(), RecordError> {
        self.history = match text.map(read_history) {
            Some(Err(RecordError::Newer(version))) => return Err(RecordError::Newer(version)),
            Some(outcome) => outcome.is_ok(),
            None => false,
        };
        Ok(())
    }

    pub(super) fn past_elsewhere(
        &mut self,
        id: &Id,
        text: Option<&str>,
    ) -> Result<(), RecordError> {
        match text.map(|text| PastResult::read(id.clone(), text, &self.instrument)) {
            None => self.past.retain(|result| result.id != *id),
            Some(Ok(result)) => self.insert_past(Rc::new(result)),
            Some(Err(RecordError::Newer(version))) => return Err(RecordError::Newer(version)),
            Some(Err(RecordError::Corrupt(_))) => {}
        }
        Ok(())
    }

    /// Forgets earlier results, the practice and rounds, in memory.
    pub(super) fn forget_past(&mut self) {
        self.history = false;
        self.past.clear();
        self.unparsed.clear();
        self.forgotten = None;
    }

    /// Queues the writes that store earlier results, the practice and rounds again.
    pub(super) fn queue_past(&mut self) {
        if self.history {
            self.switch_history_on();
        }
        for result in self.past.clone() {
            self.put_past(result);
        }
        for (slot, text) in self.unparsed.clone() {
            self.put_unparsed(slot, text);
        }
    }
}
