//! What a tab wrote before it had heard of what stands here: the later of two writes stands in the
//! end, in every tab and in storage, whichever reached storage last.

use super::keeping::Commit;
use super::{Effect, Session};
use records::slot::Slot;
use records::store::StoreOp;
use records::stored::{Answer, Head, Phase, Stamped};

impl Session {
    /// Another tab wrote an older head over ours.
    pub(super) fn correct_head(
        &mut self,
        theirs: &Stamped<Head>,
        text: &str,
        effects: &mut Vec<Effect>,
    ) {
        // Not reached: only a head that is here is later than theirs.
        let Some(mine) = self.journal.head_text() else {
            return;
        };
        // What is not stored yet comes with the next answer.
        if self.keeping.journal_behind || !self.journal.has_later_head(theirs) {
            return;
        }
        let erased = self.is_erased().then(|| StoreOp::ClearUnder(mine.clone()));
        let mut ops = vec![StoreOp::Correct(Slot::Head, text.to_owned(), mine)];
        ops.extend(erased);
        self.put_right(ops, effects);
    }

    /// Takes in an answer of another tab; what is older of it and ours stands nowhere any more. The
    /// tab that wrote the later one may be gone, so each tab corrects what itself wrote over it, be
    /// it its own answer or one that it put in that one's place.
    pub(super) fn answer_elsewhere(
        &mut self,
        index: usize,
        answer: Stamped<Answer>,
        text: &str,
        effects: &mut Vec<Effect>,
    ) {
        let before = self.journal.answer_text(index);
        let theirs = answer.stamp;
        if self.journal.merge_answer(index, answer) {
            if let (Some(before), Some(item)) = (before, self.instrument.item(index)) {
                let slot = Slot::Answer(item.id.clone());
                let op = StoreOp::Correct(slot, before, text.to_owned());
                self.put_right(vec![op], effects);
            }
        } else if self.is_erased() {
            let ops = self.clear_under_marker().into_iter().collect();
            self.put_right(ops, effects);
        } else if !self.keeping.journal_behind
            && self.journal.has_later_answer(index, theirs)
            // Not reached: an answer that is here is of an item, and is written.
            && let Some(StoreOp::Write(slot, mine)) =
                self.journal.answer_op(&self.instrument, index)
        {
            let op = StoreOp::Correct(slot, text.to_owned(), mine);
            self.put_right(vec![op], effects);
        }
    }

    pub(super) fn put_right(&mut self, ops: Vec<StoreOp>, effects: &mut Vec<Effect>) {
        self.keeping.under_way = Commit::Corrections;
        effects.push(Effect::Commit(ops));
    }

    /// Away with what was written under our marker.
    pub(super) fn clear_under_marker(&self) -> Option<StoreOp> {
        self.journal.head_text().map(StoreOp::ClearUnder)
    }

    fn is_erased(&self) -> bool {
        self.journal.phase() == Some(&Phase::Erased)
    }
}
