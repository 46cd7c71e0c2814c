//! What a tab wrote before it had heard of what stands here: the later of two writes stands in the
//! end, in every tab and in storage, whichever reached storage last.

use super::{Effect, Session};
use crate::record::slot::Slot;
use crate::record::stored::{Answer, Head, Phase, Stamped};
use crate::store::StoreOp;

impl Session {
    /// Another tab wrote an older head over ours.
    pub(super) fn correct_head(
        &self,
        theirs: &Stamped<Head>,
        text: &str,
        effects: &mut Vec<Effect>,
    ) {
        let Some(StoreOp::Write(slot, mine)) = self.journal.head_op() else {
            return;
        };
        // What is not stored yet comes with the next answer.
        if self.keeping.journal_behind || !self.journal.has_later_head(theirs) {
            return;
        }
        let erased = self.is_erased().then(|| StoreOp::ClearUnder(mine.clone()));
        let mut ops = vec![StoreOp::Correct(slot, text.to_owned(), mine)];
        ops.extend(erased);
        effects.push(Effect::Commit(ops));
    }

    /// Takes in an answer of another tab; what is older of it and ours stands nowhere any more. The
    /// tab that wrote the later one may be gone, so each tab corrects what itself wrote over it.
    pub(super) fn answer_elsewhere(
        &mut self,
        index: usize,
        answer: Stamped<Answer>,
        text: &str,
        effects: &mut Vec<Effect>,
    ) {
        let own = self.journal.own_answer(index);
        let theirs = answer.stamp;
        if self.journal.merge_answer(index, answer) {
            if let (Some(own), Some(item)) = (own, self.instrument.item(index)) {
                let slot = Slot::Answer(item.id.clone());
                let op = StoreOp::Correct(slot, own, text.to_owned());
                effects.push(Effect::Commit(vec![op]));
            }
        } else if self.is_erased() {
            effects.extend(self.clear_under_marker().map(Effect::Commit));
        } else if !self.keeping.journal_behind
            && self.journal.has_later_answer(index, theirs)
            && let Some(StoreOp::Write(slot, mine)) =
                self.journal.answer_op(&self.instrument, index)
        {
            let op = StoreOp::Correct(slot, text.to_owned(), mine);
            effects.push(Effect::Commit(vec![op]));
        }
    }

    /// Away with what was written under our marker.
    pub(super) fn clear_under_marker(&self) -> Option<Vec<StoreOp>> {
        match self.journal.head_op()? {
            StoreOp::Write(_, marker) => Some(vec![StoreOp::ClearUnder(marker)]),
            _ => None,
        }
    }

    fn is_erased(&self) -> bool {
        self.journal.phase() == Some(&Phase::Erased)
    }
}
