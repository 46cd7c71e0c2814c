//! Earlier results and the texts of the practice: what is kept of them, and what another tab did.

use std::rc::Rc;

use super::{Effect, Notice, Session};
use measure::completed::Completed;
use measure::instrument::Id;
use records::past::{PastResult, history_text, read_history};
use records::read;
use records::slot::Slot;
use records::store::StoreOp;
use records::stored::RecordError;

/// Results that the visitor deleted, in memory until the next such deletion.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Forgotten {
    /// Whether they went because earlier results were to be kept no longer.
    all: bool,
    past: Vec<Rc<PastResult>>,
}

impl Session {
    /// Keeps the latest result and those to come.
    pub(super) fn turn_history_on(&mut self, effects: &mut Vec<Effect>) {
        self.begin_history();
        // Nothing is stored before there is something to keep.
        if self.has_anything() {
            self.commit_pending(effects);
        }
    }

    /// From here on results are kept, the latest among them.
    pub(super) fn begin_history(&mut self) {
        self.switch_history_on();
        if let Some(result) = self.latest() {
            let op = self.remember(&result);
            self.keeping.add(op);
        }
    }

    /// The latest result, even while an earlier one is being looked at.
    fn latest(&self) -> Option<Rc<Completed>> {
        self.waiting_result
            .as_ref()
            .or(self.result.as_ref())
            .cloned()
    }

    pub(super) fn switch_history_on(&mut self) {
        self.history = true;
        self.keeping
            .add(StoreOp::Write(Slot::History, history_text()));
    }

    /// Keeps only the latest result from now on.
    pub(super) fn turn_history_off(&mut self, effects: &mut Vec<Effect>) {
        self.history = false;
        let past = std::mem::take(&mut self.past);
        self.keeping.add(StoreOp::Remove(Slot::History));
        for result in &past {
            self.keeping
                .add(StoreOp::Remove(Slot::Past(result.id.clone())));
        }
        // The latest was among them, and is still there.
        let lost = past.len() > usize::from(self.result.is_some());
        self.forgotten = lost.then_some(Forgotten { all: true, past });
        self.commit_pending(effects);
    }

    pub(super) fn forget_one(&mut self, id: &Id, effects: &mut Vec<Effect>) {
        let (past, kept) = std::mem::take(&mut self.past)
            .into_iter()
            .partition(|result| result.id == *id);
        self.past = kept;
        self.keeping.add(StoreOp::Remove(Slot::Past(id.clone())));
        self.forgotten = Some(Forgotten { all: false, past });
        self.commit_pending(effects);
    }

    /// Whether kept results were deleted and can be put back.
    #[must_use]
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

    /// Adds an exported result to the earlier ones, which chooses to keep such; where there is no
    /// latest result, it is that as well. It was judged before it came here.
    pub(super) fn add_to_past(&mut self, text: &str, effects: &mut Vec<Effect>) {
        let Ok(completed) = read::result(text, &self.instrument) else {
            return;
        };
        let latest = self.latest();
        self.switch_history_on();
        for result in latest.as_deref().into_iter().chain([&completed]) {
            let op = self.remember(result);
            self.keeping.add(op);
        }
        if latest.is_some() {
            self.commit_pending(effects);
        } else {
            self.result = Some(Rc::new(completed));
            self.keeping.result_behind = true;
            self.commit_taken(effects);
        }
    }

    /// Puts a result among the earlier ones. What stores it there.
    pub(super) fn remember(&mut self, completed: &Completed) -> StoreOp {
        let result = PastResult::of(&self.instrument, completed);
        let op = StoreOp::Write(Slot::Past(result.id.clone()), result.text.clone());
        self.insert_past(Rc::new(result));
        op
    }

    /// Puts a result that was among the earlier ones back there, and has it stored.
    pub(super) fn put_past(&mut self, result: Rc<PastResult>) {
        self.keeping.add(StoreOp::Write(
            Slot::Past(result.id.clone()),
            result.text.clone(),
        ));
        self.insert_past(result);
    }

    fn insert_past(&mut self, result: Rc<PastResult>) {
        let place = self.past.partition_point(|other| other.id < result.id);
        self.past.retain(|other| other.id != result.id);
        self.past.insert(place, result);
    }

    pub(super) fn keep_practice(
        &mut self,
        name: String,
        text: Option<String>,
        effects: &mut Vec<Effect>,
    ) {
        self.set_practice(&name, text.as_deref());
        let slot = Slot::Practice(name);
        self.keeping.add(match text {
            Some(text) => StoreOp::Write(slot, text),
            None => StoreOp::Remove(slot),
        });
        self.commit_pending(effects);
    }

    /// Moves what nobody can read out of the way, untouched.
    pub(super) fn set_practice_aside(&mut self, name: String, effects: &mut Vec<Effect>) {
        self.set_practice(&name, None);
        self.keeping.add(StoreOp::SetAside(Slot::Practice(name)));
        self.tell(Notice::Unreadable);
        self.commit_pending(effects);
    }

    /// Whether an act is planned, or was: there is a week to come back to.
    #[must_use]
    pub fn practises(&self) -> bool {
        self.has_practice("loop")
    }

    pub(super) fn has_practice(&self, name: &str) -> bool {
        self.practice.iter().any(|(known, _)| known == name)
    }

    pub(super) fn set_practice(&mut self, name: &str, text: Option<&str>) {
        self.practice.retain(|(other, _)| other != name);
        if let Some(text) = text {
            self.practice.push((name.to_owned(), text.into()));
        }
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

    /// Keeps no earlier results and no practice any more, in memory.
    pub(super) fn forget_past(&mut self) {
        self.history = false;
        self.past.clear();
        self.practice.clear();
        self.forgotten = None;
    }

    /// Has all of it stored again.
    pub(super) fn keep_past_anew(&mut self) {
        if self.history {
            self.switch_history_on();
        }
        for result in self.past.clone() {
            self.put_past(result);
        }
        for (name, text) in self.practice.clone() {
            let text = text.to_string();
            self.keeping.add(StoreOp::Write(Slot::Practice(name), text));
        }
    }
}
