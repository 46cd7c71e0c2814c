//! Handing over to a fresh instance of the program after a panic.

use std::rc::Rc;

use super::{Screen, Session};
use records::past::history_text;
use records::slot::Slot;
use records::store::{Loaded, StoreOp};

impl Session {
    /// The name of the screen that a fresh instance opens again, see
    /// [`crate::event::Message::back_to`].
    pub fn screen_name(&self) -> &'static str {
        match (&self.screen, self.after()) {
            (Screen::Part(_), Some(after)) => after.practice.screen.part().as_str(),
            (screen, _) => screen.as_str(),
        }
    }

    /// The records that storage lacks; all of them, if nothing may be stored here.
    pub fn unstored(&self) -> Vec<(Slot, String)> {
        let mut ops = Vec::new();
        if self.persistence.may_write() {
            if !self.persistence.is_behind() {
                return Vec::new();
            }
            ops.extend_from_slice(self.persistence.pending());
        } else {
            let past = self.past.iter().map(|past| {
                let slot = Slot::Past(past.id.clone());
                StoreOp::Write(slot, past.text.clone())
            });
            ops.extend(past);
            let unparsed = self.unparsed.iter();
            ops.extend(unparsed.map(|(slot, text)| StoreOp::Write(slot.clone(), text.to_string())));
            if self.history {
                ops.push(StoreOp::Write(Slot::History, history_text()));
            }
        }
        // Where nothing is stored an erase tombstone has nothing to delete, and would void what came
        // after it.
        if self.persistence.may_write() || !self.is_erased() {
            ops.extend(self.journal.all_ops(&self.instrument));
        }
        if self.persistence.lacks_result() || !self.persistence.may_write() {
            ops.extend(self.result_op());
        }
        let writes = ops.into_iter().filter_map(|op| match op {
            StoreOp::Write(slot, text) => Some((slot, text)),
            _ => None,
        });
        writes.collect()
    }

    /// Takes over [`Session::unstored`] of the instance before this one.
    pub(super) fn take_over(&mut self, left: Loaded) {
        if left.head.is_some() {
            self.persistence.require_journal();
        }
        self.merge_journal(left.head, left.answers, left.position);
        if let Some(result) = left.result {
            self.result = Some(Rc::new(result));
            self.persistence.require_result();
        }
        if left.history_on {
            self.switch_history_on();
        }
        for past in left.past {
            self.put_past(Rc::new(past));
        }
        for (slot, text) in left.unparsed {
            self.put_unparsed(slot, text.into());
        }
    }
}
