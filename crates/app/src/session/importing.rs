//! Importing files. They were validated when they were opened; what is already here is never lost.

use std::rc::Rc;

use super::{Effect, Session};
use crate::rounds::outcome_name;
use measure::completed::Completed;
use measure::instrument::{Id, ItemIndex};
use records::journal::Journal;
use records::past::PastResult;
use records::practice::record::{self, Name, Record};
use records::read;
use records::rounds::{self, ExportedOutcome, OutcomeRecord};
use records::slot::Slot;
use records::store::Loaded;
use records::stored::{Phase, Run, Stamped, Writer};

impl Session {
    /// Puts an imported result in place of the latest.
    pub(super) fn import_result(&mut self, result: Rc<Completed>, effects: &mut Vec<Effect>) {
        self.take_result(result);
        self.commit_imported(effects);
    }

    fn take_result(&mut self, result: Rc<Completed>) {
        if self.history {
            let op = self.remember(&result);
            self.persistence.queue(op);
        }
        self.replace_result(Some(result));
        self.persistence.require_result();
        if self.journal.run().is_none() && !self.can_continue() {
            self.journal.close(Phase::Finished);
        }
    }

    /// Puts an earlier result in place of the latest.
    pub(super) fn show_past(&mut self, id: &Id, effects: &mut Vec<Effect>) {
        let past = self.past.iter().find(|past| past.id == *id);
        if let Some(result) = past.and_then(|past| past.kept.completed.clone()) {
            self.import_result(Rc::new(result), effects);
        }
    }

    /// Imports the records of a backup. Answers, earlier results, records of the practice and outcomes of
    /// rounds are added where there are none here; a latest result that is here stays the latest, and the
    /// backup's joins the earlier ones.
    pub(super) fn import_backup(&mut self, backup: Loaded, effects: &mut Vec<Effect>) {
        let earlier = match (backup.result, &self.result) {
            (Some(result), None) => {
                self.take_result(Rc::new(result));
                None
            }
            (Some(result), Some(here)) if **here != result => {
                Some(PastResult::of(&self.instrument, &result))
            }
            _ => None,
        };
        let mut theirs = Journal::new(Writer(0));
        theirs.merge(backup.head, backup.answers, backup.position);
        if let Some(run) = theirs.run() {
            self.import_run(run);
        }
        if self.journal.run().is_some() {
            for index in ItemIndex::all(&self.instrument.items) {
                if let Some(answer) = theirs.answer(index)
                    && self.response(index).is_none()
                {
                    self.journal.record(index, answer);
                }
            }
        }
        for past in backup.past.into_iter().chain(earlier) {
            self.import_past(past);
        }
        for (slot, text) in backup.unparsed {
            match &slot {
                Slot::Practice(name) => self.import_practice(name, &text),
                Slot::Round(_) => {
                    let outcome = rounds::read::<OutcomeRecord>(&text).ok();
                    outcome.and_then(|outcome| self.import_outcome(outcome.value));
                }
                _ => {}
            }
        }
        self.commit_imported(effects);
    }

    fn import_run(&mut self, run: &Run) {
        if run.asks(&self.instrument) && !self.can_continue() {
            self.journal.begin(run.clone());
        }
    }

    /// Adds a record of the practice, judged once more and with a stamp of this page: the clock of
    /// whoever wrote the file would be followed by every later write.
    fn import_practice(&mut self, name: &str, text: &str) {
        let record = Name::from_text(name).and_then(|name| name.read(text).ok());
        let Some(value) = record.and_then(|record| record.value) else {
            return;
        };
        let slot = Slot::Practice(name.to_owned());
        if !self.has_unparsed(&slot) {
            let stamp = self.journal.clock().tick();
            let value = Some(self.with_readable_baseline(value));
            let record = Stamped { stamp, value };
            self.put_unparsed(slot, record::to_text(&record).into());
        }
    }

    /// Adds outcomes that are about the leader whose result is imported with them.
    pub(super) fn import_outcomes(
        &mut self,
        outcomes: Vec<ExportedOutcome>,
        effects: &mut Vec<Effect>,
    ) {
        for outcome in outcomes {
            self.import_outcome(outcome.into_record());
        }
        self.commit_imported(effects);
    }

    /// Adds an outcome, unless it is here, with a stamp of this page and the name that its figures give it:
    /// in a file it may have any. Nothing that a file says closes a round which this browser collects for.
    fn import_outcome(&mut self, record: OutcomeRecord) -> Option<()> {
        let name = outcome_name(&record.figures.outcome()?);
        let slot = Slot::Round(rounds::Name::Outcome(name).text());
        if !self.has_unparsed(&slot) {
            let stamp = self.journal.clock().tick();
            let value = OutcomeRecord {
                made_here: false,
                ..record
            };
            self.put_unparsed(slot, Stamped { stamp, value }.to_text().into());
        }
        Some(())
    }

    /// The result that a loop began with is a document within a record, and judged like every other.
    fn with_readable_baseline(&self, value: Record) -> Record {
        let Record::Loop(mut running) = value else {
            return value;
        };
        running.baseline = running.baseline.take().filter(|baseline| {
            read::kept(&baseline.document, &self.instrument)
                .is_ok_and(|kept| kept.provenance.ended_at == baseline.ended_at)
        });
        Record::Loop(running)
    }

    /// Adds an earlier result. One that this page can read is written again: its name in a file may be
    /// any.
    fn import_past(&mut self, past: PastResult) {
        let past = match &past.kept.completed {
            Some(completed) => PastResult::of(&self.instrument, completed),
            None => past,
        };
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
