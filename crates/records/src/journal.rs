//! The audit under way as this page knows it: the head, one last-writer-wins register per answer,
//! and the position. Tabs merge answer by answer and in any order.

use crate::registers::{Clock, Registers};
use crate::slot::Slot;
use crate::store::StoreOp;
use crate::stored::{Answer, Head, Phase, Run, Stamp, Stamped, Writer};
use measure::instrument::{FormName, Id, Instrument};
use measure::response::ResponseSheet;

/// The records of one audit under way, and the clock that stamps every write of this page.
#[derive(Debug, Clone, PartialEq)]
pub struct Journal {
    clock: Clock,
    head: Option<Stamped<Head>>,
    /// By the index of the item in the instrument.
    answers: Registers<usize, Answer>,
    /// The item that was last on screen.
    position: Registers<(), Id>,
}

impl Journal {
    /// A journal without records.
    pub fn new(writer: Writer) -> Self {
        Self {
            clock: Clock::new(writer),
            head: None,
            answers: Registers::default(),
            position: Registers::default(),
        }
    }

    /// Forgets every record, once storage holds none that was stamped before: a page that opens
    /// then begins at clock 1 and must not look old. The clock itself continues, so that nothing
    /// written from now on equals what a tab that hears late takes for the deleted.
    pub fn forget(&mut self) {
        self.head = None;
        self.answers = Registers::default();
        self.position = Registers::default();
    }

    /// Takes the records of `other` in the place of those here; the clock only advances.
    pub fn restore(&mut self, other: Self) {
        let mut clock = self.clock.clone();
        clock.catch_up(&other.clock);
        *self = Self { clock, ..other };
    }

    /// The clock of this page.
    pub fn clock(&mut self) -> &mut Clock {
        &mut self.clock
    }

    /// The audit under way, if there is one.
    pub fn run(&self) -> Option<&Run> {
        match self.phase()? {
            Phase::Answering(run) => Some(run),
            Phase::Finished | Phase::Erased => None,
        }
    }

    /// The phase of the audit, if one was ever begun.
    pub fn phase(&self) -> Option<&Phase> {
        self.head.as_ref().map(|head| &head.value.phase)
    }

    /// The answer to the item at `index` in this audit, `None` if the item was not yet seen.
    pub fn answer(&self, index: usize) -> Option<Answer> {
        self.answers.get(&index).map(|answer| answer.value)
    }

    /// The item that was last on screen in this audit.
    pub fn position(&self) -> Option<&Id> {
        self.position.get(&()).map(|position| &position.value)
    }

    /// The answers as a sheet of `form`.
    pub fn sheet(&self, instrument: &Instrument, form: FormName) -> ResponseSheet {
        let mut sheet = ResponseSheet::blank(instrument, form);
        for index in instrument.form(form).unwrap_or_default() {
            let answer = self.answer(*index);
            sheet.set(*index, answer.and_then(|answer| answer.response));
        }
        sheet
    }

    /// Active time of this audit, in milliseconds.
    pub fn active_ms(&self) -> u64 {
        let carried = self.run().map_or(0, |run| run.carried_ms);
        self.answers.iter().fold(carried, |sum, (_, answer)| {
            sum.saturating_add(answer.value.active_ms)
        })
    }

    /// Begins a new audit: every earlier answer is void.
    pub fn begin(&mut self, run: Run) {
        self.set_head(Phase::Answering(run), true);
    }

    /// Attributes answers that lost their head to `run`.
    pub fn adopt(&mut self, run: Run) {
        let stamp = self.clock.tick();
        let phase = Phase::Answering(run);
        self.head = Some(Stamped {
            stamp,
            value: Head { since: 0, phase },
        });
    }

    /// Changes the settings of the audit under way and keeps its answers.
    pub fn amend(&mut self, run: Run) {
        self.set_head(Phase::Answering(run), false);
    }

    /// Ends the audit under way: every answer is void.
    pub fn close(&mut self, phase: Phase) {
        self.set_head(phase, true);
    }

    fn set_head(&mut self, phase: Phase, void_answers: bool) {
        let stamp = self.clock.tick();
        let since = match &self.head {
            Some(head) if !void_answers => head.value.since,
            _ => stamp.clock,
        };
        self.head = Some(Stamped {
            stamp,
            value: Head { since, phase },
        });
        self.drop_void();
    }

    /// Records the answer to the item at `index`.
    pub fn record(&mut self, index: usize, answer: Answer) {
        self.answers.put(index, answer, &mut self.clock);
    }

    /// Records which item is on screen.
    pub fn move_to(&mut self, item: &Id) {
        self.position.put((), item.clone(), &mut self.clock);
    }

    /// Merges a head from storage or another tab. Returns whether it changed anything.
    pub fn merge_head(&mut self, head: Stamped<Head>) -> bool {
        self.clock.observe(head.stamp);
        if self
            .head
            .as_ref()
            .is_some_and(|mine| rank(mine) >= rank(&head))
        {
            return false;
        }
        self.head = Some(head);
        self.drop_void();
        true
    }

    /// Merges an answer from storage or another tab. Returns whether it changed anything.
    pub fn merge_answer(&mut self, index: usize, answer: Stamped<Answer>) -> bool {
        self.clock.observe(answer.stamp);
        !self.is_void(answer.stamp) && self.answers.merge(index, answer)
    }

    /// Merges a position from storage.
    pub fn merge_position(&mut self, position: Stamped<Id>) {
        self.clock.observe(position.stamp);
        if !self.is_void(position.stamp) {
            self.position.merge((), position);
        }
    }

    /// The clock that answers of this audit are above; 0 if there is none.
    pub fn since(&self) -> u64 {
        self.head.as_ref().map_or(0, |head| head.value.since)
    }

    /// Whether a record with this stamp belongs to an earlier audit. A deletion voids everything,
    /// also what a tab that heard of it late wrote meanwhile.
    fn is_void(&self, stamp: Stamp) -> bool {
        stamp.clock <= self.since() || self.phase() == Some(&Phase::Erased)
    }

    /// Whether the head here is later than `theirs`.
    pub fn has_later_head(&self, theirs: &Stamped<Head>) -> bool {
        let mine = self.head.as_ref();
        mine.is_some_and(|mine| rank(mine) > rank(theirs))
    }

    /// Whether the answer here to the item at `index` is later than one with this stamp.
    pub fn has_later_answer(&self, index: usize, stamp: Stamp) -> bool {
        self.answers.is_later(&index, stamp)
    }

    /// The text of the head, as it is stored.
    pub fn head_text(&self) -> Option<String> {
        self.head.as_ref().map(Stamped::<Head>::to_text)
    }

    /// The text of the answer to the item at `index`, as it is stored.
    pub fn answer_text(&self, index: usize) -> Option<String> {
        self.answers.get(&index).map(Stamped::<Answer>::to_text)
    }

    /// Whether any record here was written by a tab unaware of the head that voids everything up to
    /// `since`.
    pub fn went_on_after(&self, since: u64) -> bool {
        let answers = self.answers.iter().map(|(_, answer)| answer.stamp);
        let position = self.position.iter().map(|((), position)| position.stamp);
        answers.chain(position).any(|stamp| stamp.clock > since)
    }

    fn drop_void(&mut self) {
        let mut answers = std::mem::take(&mut self.answers);
        answers.retain(|answer| !self.is_void(answer.stamp));
        self.answers = answers;
        let mut position = std::mem::take(&mut self.position);
        position.retain(|position| !self.is_void(position.stamp));
        self.position = position;
    }

    /// The write that stores the head.
    pub fn head_op(&self) -> Option<StoreOp> {
        Some(StoreOp::Write(Slot::Head, self.head_text()?))
    }

    /// The write that stores the answer to the item at `index`.
    pub fn answer_op(&self, instrument: &Instrument, index: usize) -> Option<StoreOp> {
        let text = self.answer_text(index)?;
        let item = instrument.item(index)?;
        Some(StoreOp::Write(Slot::Answer(item.id.clone()), text))
    }

    /// The write that stores the position.
    pub fn position_op(&self) -> Option<StoreOp> {
        let position = self.position.get(&())?;
        Some(StoreOp::Write(Slot::Position, position.to_text()))
    }

    /// The writes that store the whole journal, head first.
    pub fn all_ops(&self, instrument: &Instrument) -> Vec<StoreOp> {
        let answers = self.answers.iter();
        self.head_op()
            .into_iter()
            .chain(answers.filter_map(|(index, _)| self.answer_op(instrument, *index)))
            .chain(self.position_op())
            .collect()
    }
}

/// The order of heads: the one that voids more is later. A tab that continues an audit unaware of a
/// restart or a deletion never brings it back, however many writes it is ahead.
fn rank(head: &Stamped<Head>) -> (u64, Stamp) {
    (head.value.since, head.stamp)
}
