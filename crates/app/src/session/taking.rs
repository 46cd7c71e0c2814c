//! Taking in what a file holds. What is already here and would be lost stays.

use std::rc::Rc;

use super::{Effect, Session};
use records::past::PastResult;
use records::read;
use records::slot::Slot;
use records::store::StoreOp;
use records::stored::{Answer, Head, Phase, Stamped};

impl Session {
    /// Puts an exported result in the place of the latest. It was judged before it came here: a
    /// text that is no result changes nothing.
    pub(super) fn take_in_result(&mut self, text: &str, effects: &mut Vec<Effect>) {
        let Ok(result) = read::result(text, &self.instrument) else {
            return;
        };
        if self.history {
            let op = self.remember(&result);
            self.keeping.add(op);
        }
        self.result = Some(Rc::new(result));
        self.waiting_result = None;
        self.keeping.result_behind = true;
        if self.journal.run().is_none() && !self.can_continue() {
            self.journal.close(Phase::Finished);
        }
        self.commit_taken(effects);
    }

    /// Adds the answers of an audit under way to those that are here; where both have one, the
    /// one that is here stays.
    pub(super) fn take_in_records(
        &mut self,
        records: Vec<(Slot, String)>,
        effects: &mut Vec<Effect>,
    ) {
        for (slot, text) in records {
            match slot {
                Slot::Head => self.take_in_head(&text),
                Slot::Answer(item) => {
                    let index = self.instrument.index_of(item.as_str());
                    let answer = Stamped::<Answer>::from_text(&text);
                    if let (Some(index), Ok(answer)) = (index, answer)
                        && self.journal.run().is_some()
                        && self.response(index).is_none()
                    {
                        self.journal.record(index, answer.value);
                    }
                }
                Slot::Past(id) => {
                    let known = self.past.iter().any(|past| past.id == id);
                    let past = PastResult::read(id, &text, &self.instrument);
                    if let (false, Ok(past)) = (known, past) {
                        self.begin_history();
                        self.put_past(Rc::new(past));
                    }
                }
                Slot::Practice(name) if !self.has_practice(&name) => {
                    self.set_practice(&name, Some(&text));
                    self.keeping.add(StoreOp::Write(Slot::Practice(name), text));
                }
                _ => {}
            }
        }
        self.commit_taken(effects);
    }

    fn take_in_head(&mut self, text: &str) {
        if let Ok(head) = Stamped::<Head>::from_text(text)
            && let Phase::Answering(run) = head.value.phase
            && run.asks(&self.instrument)
            && !self.can_continue()
        {
            self.journal.begin(run);
        }
    }

    pub(super) fn commit_taken(&mut self, effects: &mut Vec<Effect>) {
        if self.journal.phase() == Some(&Phase::Erased) {
            self.commit_pending(effects);
        } else if self.keeping.may_write() {
            self.keeping.journal_behind = true;
            effects.push(Effect::Commit(self.everything()));
        }
    }
}
