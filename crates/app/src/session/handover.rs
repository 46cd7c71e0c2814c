//! What a program leaves to the next one of the same page, should it end.

use std::rc::Rc;

use super::Session;
use records::document::ResultDocument;
use records::past::history_text;
use records::slot::Slot;
use records::store::{Loaded, StoreOp};
use records::stored::Phase;

impl Session {
    /// The records that storage lacks; all of them, if nothing may be stored here.
    #[must_use]
    pub fn unstored(&self) -> Vec<(Slot, String)> {
        let mut ops = Vec::new();
        if self.keeping.may_write() {
            if !self.keeping.is_behind() {
                return Vec::new();
            }
            ops.extend(self.keeping.pending.iter().cloned());
        } else {
            let past = self.past.iter().map(|past| {
                let slot = Slot::Past(past.id.clone());
                StoreOp::Write(slot, past.text.clone())
            });
            ops.extend(past);
            let practice = self.practice.iter().map(|(name, text)| {
                let slot = Slot::Practice(name.clone());
                StoreOp::Write(slot, text.to_string())
            });
            ops.extend(practice);
            if self.history {
                ops.push(StoreOp::Write(Slot::History, history_text()));
            }
        }
        // Where nothing is stored there is nothing to mark as deleted: the marker would void what came after it.
        if self.keeping.may_write() || self.journal.phase() != Some(&Phase::Erased) {
            ops.extend(self.journal.all_ops(&self.instrument));
        }
        let result = self.result.as_ref();
        if let Some(result) =
            result.filter(|_| self.keeping.result_behind || !self.keeping.may_write())
        {
            let text = ResultDocument::of(&self.instrument, result).to_text();
            ops.push(StoreOp::Write(Slot::Result, text));
        }
        let writes = ops.into_iter().filter_map(|op| match op {
            StoreOp::Write(slot, text) => Some((slot, text)),
            _ => None,
        });
        writes.collect()
    }

    /// Takes back what the program before this one left as [`Session::unstored`].
    pub fn take_back(&mut self, left: Loaded) {
        if let Some(head) = left.head {
            self.journal.merge_head(head);
            self.keeping.journal_behind = true;
        }
        for (index, answer) in left.answers {
            self.journal.merge_answer(index, answer);
        }
        if let Some(position) = left.position {
            self.journal.merge_position(position);
        }
        if let Some(run) = self.journal.run() {
            self.moves_on = run.moves_on;
        }
        if let Some(result) = left.result {
            self.result = Some(Rc::new(result));
            self.keeping.result_behind = true;
        }
        if left.history_on {
            self.switch_history_on();
        }
        for past in left.past {
            self.put_past(Rc::new(past));
        }
        for (name, text) in left.practice {
            self.set_practice(&name, Some(&text));
            self.keeping.add(StoreOp::Write(Slot::Practice(name), text));
        }
    }
}
