//! The answers of the audit under way as last-writer-wins registers, one per item, so that tabs
//! merge answer by answer and in any order (Shapiro et al. 2011, state-based LWW registers).

use crate::slot::Slot;
use crate::store::StoreOp;
use crate::stored::{Answer, Head, Phase, Run, Stamp, Stamped, Writer};
use measure::instrument::{FormName, Id, Instrument};
use measure::response::ResponseSheet;

/// The head, the answers and the position of one audit as this page knows them.
#[derive(Debug, Clone, PartialEq)]
pub struct Journal {
    writer: Writer,
    clock: u64,
    head: Option<Stamped<Head>>,
    answers: Vec<Option<Stamped<Answer>>>,
    position: Option<Stamped<Id>>,
}

impl Journal {
    /// An empty journal for `items` items.
    #[must_use]
    pub fn new(writer: Writer, items: usize) -> Self {
        Self {
            writer,
            clock: 0,
            head: None,
            answers: vec![None; items],
            position: None,
        }
    }

    /// Begins anew once storage holds nothing that was stamped before: a page that opens then begins
    /// at 1, and must not look old. Its own clock goes on, so that what it puts back is never, word
    /// for word, what a tab that hears late takes for the deleted.
    pub fn forget(&mut self) {
        self.head = None;
        self.answers.fill(None);
        self.position = None;
    }

    /// A stamp above every one seen so far.
    fn tick(&mut self) -> Stamp {
        self.clock = self.clock.saturating_add(1);
        Stamp {
            clock: self.clock,
            writer: self.writer,
        }
    }

    /// The audit under way, if there is one.
    #[must_use]
    pub fn run(&self) -> Option<&Run> {
        match self.phase()? {
            Phase::Answering(run) => Some(run),
            Phase::Finished | Phase::Erased => None,
        }
    }

    /// What became of the audit, if there ever was one.
    #[must_use]
    pub fn phase(&self) -> Option<&Phase> {
        self.head.as_ref().map(|head| &head.value.phase)
    }

    /// The answer to the item at `index` in this audit, `None` if it was not yet seen.
    #[must_use]
    pub fn answer(&self, index: usize) -> Option<Answer> {
        let stamped = self.answers.get(index)?.as_ref()?;
        Some(stamped.value)
    }

    /// The item that was last on screen in this audit.
    #[must_use]
    pub fn position(&self) -> Option<&Id> {
        self.position.as_ref().map(|position| &position.value)
    }

    /// The answers as a sheet of `form`.
    #[must_use]
    pub fn sheet(&self, instrument: &Instrument, form: FormName) -> ResponseSheet {
        let mut sheet = ResponseSheet::blank(instrument, form);
        for index in instrument.form(form).unwrap_or_default() {
            let answer = self.answer(*index);
            sheet.set(*index, answer.and_then(|answer| answer.response));
        }
        sheet
    }

    /// Active time of this audit, in milliseconds.
    #[must_use]
    pub fn active_ms(&self) -> u64 {
        let answers = self.answers.iter().flatten();
        let carried = self.run().map_or(0, |run| run.carried_ms);
        answers.fold(carried, |sum, answer| {
            sum.saturating_add(answer.value.active_ms)
        })
    }

    /// Begins a new audit: every earlier answer is void.
    pub fn begin(&mut self, run: Run) {
        self.set_head(Phase::Answering(run), true);
    }

    /// Takes answers that lost their head for those of `run`.
    pub fn adopt(&mut self, run: Run) {
        let stamp = self.tick();
        let phase = Phase::Answering(run);
        self.head = Some(Stamped {
            stamp,
            value: Head { since: 0, phase },
        });
    }

    /// Changes the audit under way and keeps its answers.
    pub fn amend(&mut self, run: Run) {
        self.set_head(Phase::Answering(run), false);
    }

    /// Ends the audit under way: every answer is void.
    pub fn close(&mut self, phase: Phase) {
        self.set_head(phase, true);
    }

    fn set_head(&mut self, phase: Phase, void_answers: bool) {
        let stamp = self.tick();
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
        let stamp = self.tick();
        if let Some(place) = self.answers.get_mut(index) {
            *place = Some(Stamped {
                stamp,
                value: answer,
            });
        }
    }

    /// Records which item is on screen.
    pub fn move_to(&mut self, item: &Id) {
        let stamp = self.tick();
        self.position = Some(Stamped {
            stamp,
            value: item.clone(),
        });
    }

    /// Takes in a head from storage or another tab. Whether it changed anything.
    pub fn merge_head(&mut self, head: Stamped<Head>) -> bool {
        self.clock = self.clock.max(head.stamp.clock);
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

    /// Takes in an answer from storage or another tab. Whether it changed anything.
    pub fn merge_answer(&mut self, index: usize, answer: Stamped<Answer>) -> bool {
        self.clock = self.clock.max(answer.stamp.clock);
        let void = answer.stamp.clock <= self.since() || self.is_erased();
        match self.answers.get_mut(index) {
            Some(mine) if !void && mine.as_ref().is_none_or(|mine| mine.stamp < answer.stamp) => {
                *mine = Some(answer);
                true
            }
            _ => false,
        }
    }

    /// Takes in a position from storage.
    pub fn merge_position(&mut self, position: Stamped<Id>) {
        self.clock = self.clock.max(position.stamp.clock);
        let void = position.stamp.clock <= self.since() || self.is_erased();
        let newer = self
            .position
            .as_ref()
            .is_none_or(|mine| mine.stamp < position.stamp);
        if !void && newer {
            self.position = Some(position);
        }
    }

    /// The clock that answers of this audit are above; 0 if there is none.
    #[must_use]
    pub fn since(&self) -> u64 {
        self.head.as_ref().map_or(0, |head| head.value.since)
    }

    fn is_erased(&self) -> bool {
        self.phase() == Some(&Phase::Erased)
    }

    /// Whether the head here is later than that one.
    #[must_use]
    pub fn has_later_head(&self, theirs: &Stamped<Head>) -> bool {
        let mine = self.head.as_ref();
        mine.is_some_and(|mine| rank(mine) > rank(theirs))
    }

    /// Whether the answer here to the item at `index` is later than one with this stamp.
    #[must_use]
    pub fn has_later_answer(&self, index: usize, stamp: Stamp) -> bool {
        let answer = self.answers.get(index).and_then(Option::as_ref);
        answer.is_some_and(|answer| answer.stamp > stamp)
    }

    /// The text of the head, as it is stored.
    #[must_use]
    pub fn head_text(&self) -> Option<String> {
        self.head.as_ref().map(Stamped::<Head>::to_text)
    }

    /// The text of the answer to the item at `index`, as it is stored.
    #[must_use]
    pub fn answer_text(&self, index: usize) -> Option<String> {
        let answer = self.answers.get(index)?.as_ref();
        answer.map(Stamped::<Answer>::to_text)
    }

    /// Whether anything here was written in ignorance of what voids all up to this clock.
    #[must_use]
    pub fn went_on_after(&self, since: u64) -> bool {
        let answers = self.answers.iter().flatten();
        let mut clocks = answers.map(|answer| answer.stamp.clock);
        let position = self.position.as_ref();
        clocks.any(|clock| clock > since)
            || position.is_some_and(|position| position.stamp.clock > since)
    }

    fn drop_void(&mut self) {
        // A deletion that a tab hears of late voids what it wrote meanwhile.
        let since = if self.is_erased() {
            u64::MAX
        } else {
            self.since()
        };
        for answer in &mut self.answers {
            if answer
                .as_ref()
                .is_some_and(|answer| answer.stamp.clock <= since)
            {
                *answer = None;
            }
        }
        if self
            .position
            .as_ref()
            .is_some_and(|position| position.stamp.clock <= since)
        {
            self.position = None;
        }
    }

    /// The write that stores the head.
    #[must_use]
    pub fn head_op(&self) -> Option<StoreOp> {
        Some(StoreOp::Write(Slot::Head, self.head_text()?))
    }

    /// The write that stores the answer to the item at `index`.
    #[must_use]
    pub fn answer_op(&self, instrument: &Instrument, index: usize) -> Option<StoreOp> {
        let text = self.answer_text(index)?;
        let item = instrument.item(index)?;
        Some(StoreOp::Write(Slot::Answer(item.id.clone()), text))
    }

    /// The write that stores the position.
    #[must_use]
    pub fn position_op(&self) -> Option<StoreOp> {
        let position = self.position.as_ref()?;
        Some(StoreOp::Write(Slot::Position, position.to_text()))
    }

    /// The writes that store the whole journal, head first.
    #[must_use]
    pub fn all_ops(&self, instrument: &Instrument) -> Vec<StoreOp> {
        let answers = (0..self.answers.len()).filter_map(|index| self.answer_op(instrument, index));
        self.head_op()
            .into_iter()
            .chain(answers)
            .chain(self.position_op())
            .collect()
    }
}

/// The order of heads: what voids more is later. A tab that goes on with an audit in ignorance
/// never brings back what another began anew or deleted, however many writes it is ahead.
fn rank(head: &Stamped<Head>) -> (u64, Stamp) {
    (head.value.since, head.stamp)
}
