//! Importing files. They were validated when they were opened; what is already here is never lost.

use std::rc::Rc;

use super::{Effect, Session};
use measure::completed::Completed;
use measure::instrument::Id;
use records::past::PastResult;
use records::store::Loaded;
use records::stored::{Head, Phase};

impl Session {
    /// Puts an imported result in place of the latest.
    pub(super) fn import_result(&mut self, result: Completed, effects: &mut Vec<Effect>) {
        self.replace_result(result);
        self.commit_imported(effects);
    }

    fn replace_result(&mut self, result: Completed) {
        if self.history {
            let op = self.remember(&result);
            self.persistence.queue(op);
        }
        self.result = Some(Rc::new(result));
        self.waiting_result = None;
        self.persistence.require_result();
        if self.journal.run().is_none() && !self.can_continue() {
            self.journal.close(Phase::Finished);
        }
    }

    /// Puts an earlier result in place of the latest.
    pub(super) fn show_past(&mut self, id: &Id, effects: &mut Vec<Effect>) {
        let past = self.past.iter().find(|past| past.id == *id);
        if let Some(result) = past.and_then(|past| past.kept.completed.clone()) {
            self.import_result(result, effects);
        }
    }

    /// Imports the records of a backup. Answers, earlier results and records of the practice are
    /// added where there are none here; a latest result that is here stays the latest, and the
    /// backup's joins the earlier ones.
    pub(super) fn import_backup(&mut self, backup: Loaded, effects: &mut Vec<Effect>) {
        let earlier = match (backup.result, &self.result) {
            (Some(result), None) => {
                self.replace_result(result);
                None
            }
            (Some(result), Some(here)) if **here != result => {
                Some(PastResult::of(&self.instrument, &result))
            }
            _ => None,
        };
        if let Some(head) = backup.head {
            self.import_head(head.value);
        }
        if self.journal.run().is_some() {
            for (index, answer) in backup.answers {
                if self.response(index).is_none() {
                    self.journal.record(index, answer.value);
                }
            }
        }
        for past in backup.past.into_iter().chain(earlier) {
            self.import_past(past);
        }
        for (name, text) in backup.practice {
            if !self.has_practice(&name) {
                self.put_practice(&name, text.into());
            }
        }
        self.commit_imported(effects);
    }

    fn import_head(&mut self, head: Head) {
        if let Phase::Answering(run) = head.phase
            && run.asks(&self.instrument)
            && !self.can_continue()
        {
            self.journal.begin(run);
        }
    }

    fn import_past(&mut self, past: PastResult) {
        if !self.past.iter().any(|known| known.id == past.id) {
            self.begin_history();
            self.put_past(Rc::new(past));
        }
    }

    pub(super) fn commit_imported(&mut self, effects: &mut Vec<Effect>) {
        if self.is_erased() {
            self.commit_pending(effects);
        } else {
            self.commit_everything(effects);
        }
    }
}
