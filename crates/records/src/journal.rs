//! The audit under way as this page knows it: one last-writer-wins register each for the head, for
//! every answer and for the position. Every record names its audit, so tabs merge record by record and
//! in any order, and what one of them still writes to an earlier audit is void everywhere.

use crate::registers::{Clock, Registers};
use crate::slot::Slot;
use crate::store::StoreOp;
use crate::stored::{Answer, AuditStamp, Began, MAX_ACTIVE_MS, OfAudit, Phase, Run, Stamp, Writer};
use measure::instrument::{FormName, Id, Instrument, ItemIndex};
use measure::response::ResponseSheet;

/// The records of one audit under way, and the clock that stamps every write of this page.
///
/// Records of an earlier audit stay, unseen: a tab that overwrote one of a later audit, before it
/// heard of that, must know what it wrote.
#[derive(Debug, Clone, PartialEq)]
pub struct Journal {
    clock: Clock,
    head: Registers<(), Phase, AuditStamp>,
    /// By item.
    answers: Registers<ItemIndex, Answer, AuditStamp>,
    /// The item that was last on screen.
    position: Registers<(), Id, AuditStamp>,
}

impl Journal {
    /// A journal without records.
    pub fn new(writer: Writer) -> Self {
        Self {
            clock: Clock::new(writer),
            head: Registers::default(),
            answers: Registers::default(),
            position: Registers::default(),
        }
    }

    /// Forgets every record, once storage holds none that was stamped before: a page that opens
    /// then begins at clock 1 and must not look old. The clock itself continues, so that nothing
    /// written from now on equals what a tab that hears late takes for the deleted.
    pub fn forget(&mut self) {
        self.head = Registers::default();
        self.answers = Registers::default();
        self.position = Registers::default();
    }

    /// Takes the records of `other` in the place of those here; the clock only advances.
    pub fn restore(&mut self, other: Self) {
        let mut clock = self.clock.clone();
        clock.catch_up(&other.clock);
        *self = Self { clock, ..other };
    }

    /// Takes note of a clock in records that are not taken over: a tombstone must be later than all.
    pub fn catch_up(&mut self, clock: u64) {
        let writer = Writer(0);
        self.clock.observe(Stamp { clock, writer });
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
        self.head.get(&()).map(|head| &head.value)
    }

    /// The audit that answers count for. Without a head it is the latest that any answer names.
    pub fn began(&self) -> Option<Began> {
        let head = self.head.get(&()).map(|head| head.stamp.began);
        let answers = || self.answers.iter().map(|(_, answer)| answer.stamp.began);
        head.or_else(|| answers().max())
    }

    /// A record, if it belongs to the audit under way.
    fn current<'a, V>(&self, record: Option<&'a OfAudit<V>>) -> Option<&'a OfAudit<V>> {
        let ended = matches!(self.phase(), Some(Phase::Finished | Phase::Erased));
        record.filter(|record| !ended && Some(record.stamp.began) == self.began())
    }

    fn current_answer(&self, index: ItemIndex) -> Option<&OfAudit<Answer>> {
        self.current(self.answers.get(&index))
    }

    fn current_answers(&self) -> impl Iterator<Item = (ItemIndex, &OfAudit<Answer>)> {
        let answers = self.answers.iter();
        answers.filter_map(|(index, answer)| Some((*index, self.current(Some(answer))?)))
    }

    /// The answer to the item at `index` in this audit, `None` if the item was not yet seen.
    pub fn answer(&self, index: ItemIndex) -> Option<Answer> {
        self.current_answer(index).map(|answer| answer.value)
    }

    /// The item that was last on screen in this audit.
    pub fn position(&self) -> Option<&Id> {
        let position = self.current(self.position.get(&()))?;
        Some(&position.value)
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
        let sum = self.current_answers().fold(carried, |sum, (_, answer)| {
            sum.saturating_add(answer.value.active_ms)
        });
        sum.min(MAX_ACTIVE_MS)
    }

    /// Begins a new audit: every earlier answer is void. Where nothing was answered yet it is the same
    /// audit once more, since another tab, which does not hear of this, may be answering it.
    pub fn begin(&mut self, run: Run) {
        let blank = |(_, answer): (ItemIndex, &OfAudit<Answer>)| answer.value.response.is_none();
        let same = self.run().is_some() && self.current_answers().all(blank);
        let began = self.began().filter(|_| same);
        // The time that was spent on its items.
        self.answers
            .retain(|answer| Some(answer.stamp.began) != began);
        self.set_head(began, Phase::Answering(run));
    }

    /// Attributes answers that lost their head to `run`.
    pub fn adopt(&mut self, run: Run) {
        self.set_head(self.began(), Phase::Answering(run));
    }

    /// Changes the settings of the audit under way and keeps its answers.
    pub fn amend(&mut self, run: Run) {
        self.set_head(self.began(), Phase::Answering(run));
    }

    /// Ends the audit under way: every answer is void.
    pub fn close(&mut self, phase: Phase) {
        self.set_head(None, phase);
    }

    /// Writes the head of the audit that began then, or of a new one.
    fn set_head(&mut self, began: Option<Began>, value: Phase) {
        let written = self.clock.tick();
        let began = began.unwrap_or(Began(written.clock));
        let stamp = AuditStamp { began, written };
        self.head.set((), OfAudit { stamp, value });
        self.forget_erased();
    }

    /// A stamp for a record of the audit under way.
    fn tick(&mut self) -> AuditStamp {
        let written = self.clock.tick();
        let began = self.began().unwrap_or(Began(written.clock));
        AuditStamp { began, written }
    }

    /// Records the answer to the item at `index`.
    pub fn record(&mut self, index: ItemIndex, mut value: Answer) {
        let stamp = self.tick();
        value.active_ms = value.active_ms.min(MAX_ACTIVE_MS);
        self.answers.set(index, OfAudit { stamp, value });
    }

    /// Records which item is on screen.
    pub fn move_to(&mut self, item: &Id) {
        let (stamp, value) = (self.tick(), item.clone());
        self.position.set((), OfAudit { stamp, value });
    }

    /// Merges records that were loaded.
    pub fn merge(
        &mut self,
        head: Option<OfAudit<Phase>>,
        answers: Vec<(ItemIndex, OfAudit<Answer>)>,
        position: Option<OfAudit<Id>>,
    ) {
        if let Some(head) = head {
            self.merge_head(head);
        }
        for (index, answer) in answers {
            self.merge_answer(index, answer);
        }
        if let Some(position) = position {
            self.merge_position(position);
        }
    }

    /// Merges a head from storage or another tab. Returns whether it changed anything.
    pub fn merge_head(&mut self, head: OfAudit<Phase>) -> bool {
        self.observe(head.stamp);
        let changed = self.head.merge((), head);
        self.forget_erased();
        changed
    }

    /// Merges an answer from storage or another tab. Returns whether it changed anything.
    pub fn merge_answer(&mut self, index: ItemIndex, answer: OfAudit<Answer>) -> bool {
        self.observe(answer.stamp);
        !self.is_void(answer.stamp) && self.answers.merge(index, answer)
    }

    /// Merges a position from storage.
    pub fn merge_position(&mut self, position: OfAudit<Id>) {
        self.observe(position.stamp);
        if !self.is_void(position.stamp) {
            self.position.merge((), position);
        }
    }

    /// Whether a record belongs to an earlier audit than the head. One of a later audit is kept until
    /// its head arrives.
    fn is_void(&self, stamp: AuditStamp) -> bool {
        let head = self.head.get(&());
        head.is_some_and(|head| stamp.began < head.stamp.began)
    }

    /// A new audit must be later than every one that was heard of, even if a damaged record named it.
    fn observe(&mut self, AuditStamp { began, written }: AuditStamp) {
        let clock = written.clock.max(began.0);
        self.clock.observe(Stamp { clock, ..written });
    }

    /// Nothing of what was deleted stays in memory.
    fn forget_erased(&mut self) {
        let head = self.head.get(&());
        if let Some(head) = head.filter(|head| head.value == Phase::Erased) {
            let began = head.stamp.began;
            self.answers.retain(|answer| answer.stamp.began >= began);
            self.position
                .retain(|position| position.stamp.began >= began);
        }
    }

    /// Whether the head here is later than one with this stamp.
    pub fn has_later_head(&self, theirs: AuditStamp) -> bool {
        self.head.is_later(&(), &theirs)
    }

    /// Whether the answer here to the item at `index` is later than one with this stamp.
    pub fn has_later_answer(&self, index: ItemIndex, theirs: AuditStamp) -> bool {
        let mine = self.current_answer(index);
        mine.is_some_and(|mine| mine.stamp > theirs)
    }

    /// The text of the head, as it is stored.
    pub fn head_text(&self) -> Option<String> {
        self.head.get(&()).map(OfAudit::<Phase>::to_text)
    }

    /// The text of the answer to the item at `index` as this page last stored or heard it, in
    /// whichever audit.
    pub fn answer_text(&self, index: ItemIndex) -> Option<String> {
        self.answers.get(&index).map(OfAudit::<Answer>::to_text)
    }

    /// The write that stores the head.
    pub fn head_op(&self) -> Option<StoreOp> {
        Some(StoreOp::Write(Slot::Head, self.head_text()?))
    }

    /// The write that stores the answer to the item at `index`.
    pub fn answer_op(&self, instrument: &Instrument, index: ItemIndex) -> Option<StoreOp> {
        let text = self.current_answer(index)?.to_text();
        let item = instrument.item(index)?;
        Some(StoreOp::Write(Slot::Answer(item.id.clone()), text))
    }

    /// The write that stores the position.
    pub fn position_op(&self) -> Option<StoreOp> {
        let position = self.current(self.position.get(&()))?;
        Some(StoreOp::Write(Slot::Position, position.to_text()))
    }

    /// The writes that store the whole journal, head first.
    pub fn all_ops(&self, instrument: &Instrument) -> Vec<StoreOp> {
        let answers = self.current_answers();
        self.head_op()
            .into_iter()
            .chain(answers.filter_map(|(index, _)| self.answer_op(instrument, index)))
            .chain(self.position_op())
            .collect()
    }
}
