//! What a tab wrote before it had heard of what stands here: the later of two writes stands in the
//! end, in every tab and in storage, whichever reached storage last.

use super::{Effect, Session};
use crate::record::stored::{Head, Phase, Stamp, Stamped};
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

    /// Another tab wrote an older answer over ours, or one to what was deleted.
    pub(super) fn correct_answer(
        &self,
        index: usize,
        theirs: Stamp,
        text: &str,
        effects: &mut Vec<Effect>,
    ) {
        if self.is_erased() {
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
