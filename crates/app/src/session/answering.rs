//! The audit under way: answering, navigating, marking a direction, finishing.

use std::rc::Rc;

use super::{Effect, ElementEvent, Marked, Moment, Screen, Session};
use measure::completed::Completed;
use measure::instrument::{FormName, ItemIndex, ScaleIndex};
use measure::response::{Response, items_of_scale};
use measure::time::UnixMs;
use records::store::StoreOp;
use records::stored::{Answer, Phase, Run};

impl Session {
    pub(super) fn start(&mut self, at: Moment, effects: &mut Vec<Effect>) {
        self.begin(self.picked, at.wall, 0);
        effects.push(Effect::Emit(ElementEvent::Started { form: self.picked }));
        self.show_item(0, false, at, effects);
    }

    fn begin(&mut self, form: FormName, started_at: UnixMs, carried_ms: u64) {
        let run = self.new_run(form, started_at, carried_ms);
        self.journal.begin(run);
        self.persistence.require_journal();
        self.marked.clear();
    }

    fn new_run(&self, form: FormName, started_at: UnixMs, carried_ms: u64) -> Run {
        Run {
            form,
            started_at,
            carried_ms,
            moves_on: self.moves_on,
            instrument: self.instrument.id.to_string(),
            hash: self.instrument.hash(),
        }
    }

    /// Continues at the item that was last on screen, or at the first without an answer.
    pub(super) fn go_on(&mut self, at: Moment, effects: &mut Vec<Effect>) {
        if self.can_continue() && self.headless() {
            // The facts in a corrupt head are lost; the answers are not.
            let run = self.new_run(self.picked, at.wall, 0);
            self.journal.adopt(run);
            self.persistence.require_journal();
        }
        if self.journal.run().is_none() {
            return;
        }
        let stored = self.journal.position();
        let stored = stored.and_then(|item| self.instrument.index_of(item.as_str()));
        let unanswered = |index: &ItemIndex| self.response(*index).is_none();
        let position = stored
            .and_then(|item| self.position_of(item))
            .or_else(|| self.items().iter().position(unanswered));
        match position {
            Some(position) => self.show_item(position, false, at, effects),
            None => self.show(Screen::review(), effects),
        }
    }

    /// Begins a full form with the answers of a finished short one: it keeps the start, adds up the
    /// time and asks nothing twice.
    pub(super) fn go_on_to_full(&mut self, at: Moment, effects: &mut Vec<Effect>) {
        let Some(short) = self
            .result
            .clone()
            .filter(|result| result.sheet.form == FormName::Short && !self.can_continue())
        else {
            return;
        };
        let carried_ms = short.active_seconds.saturating_mul(1000);
        self.begin(FormName::Full, short.started_at, carried_ms);
        let instrument = Rc::clone(&self.instrument);
        for index in instrument.form(FormName::Full).unwrap_or_default() {
            let scale = instrument.item(*index).map(|item| item.scale);
            let whole_scale =
                scale.is_some_and(|scale| short.sheet.scale_not_applicable(&instrument, scale));
            let response = if whole_scale {
                Some(Response::NotApplicable)
            } else {
                short.sheet.get(*index)
            };
            if response.is_some() {
                self.journal.record(
                    *index,
                    Answer {
                        response,
                        active_ms: 0,
                    },
                );
            }
        }
        effects.push(Effect::Emit(ElementEvent::Started {
            form: FormName::Full,
        }));
        match self.next_unasked(0) {
            Some(position) => self.show_item(position, false, at, effects),
            None => self.finish(at, effects),
        }
    }

    pub(super) fn choose(&mut self, response: Response, at: Moment, effects: &mut Vec<Effect>) {
        let Screen::Item { position, .. } = self.screen else {
            return;
        };
        if !self.instrument.offers(response) {
            return;
        }
        if let Some(index) = self.items().get(position).copied() {
            let op = self.record(index, Some(response), at);
            self.commit(vec![op], effects);
            self.emit_progress(effects);
        }
    }

    pub(super) fn press(&mut self, response: Response, at: Moment, effects: &mut Vec<Effect>) {
        self.choose(response, at, effects);
        if self.moves_on && self.instrument.offers(response) {
            self.move_on(at, effects);
        }
    }

    pub(super) fn next(&mut self, at: Moment, effects: &mut Vec<Effect>) {
        self.note_time(at, effects);
        self.move_on(at, effects);
    }

    pub(super) fn back(&mut self, at: Moment, effects: &mut Vec<Effect>) {
        match self.screen {
            Screen::Item {
                position,
                from_review,
                ..
            } => {
                self.note_time(at, effects);
                match position.checked_sub(1) {
                    _ if from_review => self.show(Screen::review(), effects),
                    Some(before) => self.show_item(before, false, at, effects),
                    None => self.show(Screen::Welcome, effects),
                }
            }
            Screen::Review { .. } => {
                let last = self.items().len().saturating_sub(1);
                self.show_item(last, false, at, effects);
            }
            Screen::Opened { .. } => self.open_keep(at, effects),
            Screen::Keep | Screen::Part(_) | Screen::Rounds => {
                self.open_results_or_welcome(effects);
            }
            Screen::Welcome | Screen::Results { .. } => {}
        }
    }

    fn open_results_or_welcome(&mut self, effects: &mut Vec<Effect>) {
        let screen = if self.result.is_some() {
            Screen::results()
        } else {
            Screen::Welcome
        };
        self.show(screen, effects);
    }

    pub(super) fn set_moves_on(&mut self, moves_on: bool, effects: &mut Vec<Effect>) {
        self.moves_on = moves_on;
        if let Some(run) = self.journal.run().cloned() {
            self.journal.amend(Run { moves_on, ..run });
            let op = self.journal.head_op();
            self.commit(vec![op], effects);
        }
    }

    /// Marks every item of a direction "does not apply" and continues after it.
    pub(super) fn mark_scale(&mut self, scale: ScaleIndex, at: Moment, effects: &mut Vec<Effect>) {
        let items: Vec<ItemIndex> = items_of_scale(&self.instrument, self.form(), scale).collect();
        let Some(last) = items.last().copied() else {
            return;
        };
        if !self.instrument.offers(Response::NotApplicable) {
            return;
        }
        let earlier = self.marked.iter().find(|marked| marked.scale == scale);
        let before = items.iter().enumerate().map(|(at, index)| {
            let response = self.response(*index);
            // A response that an earlier mark set is not the visitor's answer.
            let unmarked = earlier
                .filter(|_| response == Some(Response::NotApplicable))
                .and_then(|marked| marked.before.get(at));
            (*index, unmarked.map_or(response, |(_, before)| *before))
        });
        let marked = Marked {
            scale,
            before: before.collect(),
        };
        let ops = items
            .iter()
            .map(|index| self.record(*index, Some(Response::NotApplicable), at))
            .collect();
        self.marked.retain(|marked| marked.scale != scale);
        self.marked.push(marked);
        self.commit(ops, effects);
        self.emit_progress(effects);
        match self
            .position_of(last)
            .and_then(|position| self.next_unasked(position + 1))
        {
            Some(position) => self.show_item(position, false, at, effects),
            // The review, even without skipped items, so that the mark can still be undone.
            None => self.show(Screen::review(), effects),
        }
        self.screen.mark(scale);
    }

    /// Restores the answers of a marked direction and shows its first item.
    pub(super) fn unmark_scale(
        &mut self,
        scale: ScaleIndex,
        at: Moment,
        effects: &mut Vec<Effect>,
    ) {
        let position = self.marked.iter().position(|marked| marked.scale == scale);
        let before = match position {
            Some(position) => self.marked.remove(position).before,
            None => self.unanswered(scale),
        };
        let ops = before
            .iter()
            .map(|(index, response)| self.record(*index, *response, at))
            .collect();
        self.commit(ops, effects);
        self.emit_progress(effects);
        let first = before.first();
        let position = first.and_then(|(item, _)| self.position_of(*item));
        self.show_item(position.unwrap_or_default(), false, at, effects);
    }

    pub(super) fn revisit(&mut self, item: ItemIndex, at: Moment, effects: &mut Vec<Effect>) {
        if let Some(position) = self.position_of(item) {
            self.show_item(position, true, at, effects);
        }
    }

    /// Finishes the audit. The result is stored before what it replaces is removed.
    pub(super) fn finish(&mut self, at: Moment, effects: &mut Vec<Effect>) {
        let Some(run) = self.journal.run().cloned() else {
            return;
        };
        let seconds = (self.journal.active_ms() + 500) / 1000;
        let completed = Completed {
            sheet: self.sheet(),
            version: self.instrument.version.clone(),
            language: self.instrument.language.clone(),
            wording: self.instrument.wording.clone(),
            started_at: run.started_at,
            ended_at: at.wall.max(run.started_at),
            active_seconds: seconds,
        };
        let anything = self.answered() > 0;
        if anything && self.history {
            self.remember_finished(&completed);
        }
        self.replace_result(Some(Rc::new(completed)));
        self.journal.close(Phase::Finished);
        self.marked.clear();
        if anything {
            self.persistence.require_result();
            self.commit_finish(effects);
        }
        effects.push(Effect::Emit(ElementEvent::Completed {
            form: run.form,
            seconds,
        }));
        self.show(Screen::results(), effects);
    }

    /// Advances to the next item that was not carried over, to the review, or to the results.
    fn move_on(&mut self, at: Moment, effects: &mut Vec<Effect>) {
        let Screen::Item {
            position,
            from_review,
            ..
        } = self.screen
        else {
            return;
        };
        let next = self.next_unasked(position + 1).filter(|_| !from_review);
        if let Some(next) = next {
            self.show_item(next, false, at, effects);
        } else if self.sheet().left_out(&self.instrument).is_empty() {
            self.finish(at, effects);
        } else {
            self.show(Screen::review(), effects);
        }
    }

    /// The first position from `from` on whose answer was not carried over unseen, from a short form
    /// or by marking a direction.
    fn next_unasked(&self, from: usize) -> Option<usize> {
        (from..self.items().len()).find(|position| {
            let index = self.items().get(*position);
            let answer = index.map(|index| self.answer_of(*index));
            answer.is_some_and(|answer| answer.response.is_none() || answer.active_ms > 0)
        })
    }

    fn show_item(
        &mut self,
        position: usize,
        from_review: bool,
        at: Moment,
        effects: &mut Vec<Effect>,
    ) {
        let index = self.items().get(position).copied();
        let id = index.and_then(|index| Some(self.instrument.item(index)?.id.clone()));
        if let Some(id) = id {
            self.journal.move_to(&id);
        }
        let op = self.journal.position_op();
        self.commit(vec![op], effects);
        self.stopwatch.restart(at.tick);
        self.show(
            Screen::Item {
                position,
                from_review,
                just_marked: None,
            },
            effects,
        );
    }

    /// Records a response, and the time spent if the item is on screen.
    fn record(
        &mut self,
        index: ItemIndex,
        response: Option<Response>,
        at: Moment,
    ) -> Option<StoreOp> {
        let before = self.answer_of(index);
        let on_screen = matches!(self.screen, Screen::Item { position, .. }
            if self.items().get(position) == Some(&index));
        let spent = if on_screen {
            self.stopwatch.lap(at.tick).max(1)
        } else {
            0
        };
        self.journal.record(
            index,
            Answer {
                response,
                active_ms: before.active_ms.saturating_add(spent),
            },
        );
        self.journal.answer_op(&self.instrument, index)
    }

    /// Adds the time spent on the item that is being left, answered or not.
    fn note_time(&mut self, at: Moment, effects: &mut Vec<Effect>) {
        if let Screen::Item { position, .. } = self.screen
            && let Some(index) = self.items().get(position).copied()
        {
            let response = self.response(index);
            let op = self.record(index, response, at);
            self.commit(vec![op], effects);
        }
    }

    /// The host page hears how many statements were answered one by one. Counted with them, a direction
    /// that was marked would be seen as a jump.
    fn emit_progress(&self, effects: &mut Vec<Effect>) {
        let marked = self.marked.iter().flat_map(|marked| &marked.before);
        let by_mark = marked.filter(|(index, before)| {
            before.is_none() && self.response(*index) == Some(Response::NotApplicable)
        });
        effects.push(Effect::Emit(ElementEvent::Progressed {
            answered: self.answered().saturating_sub(by_mark.count()),
            total: self.items().len(),
        }));
    }

    /// Takes directions without any other answer for marked ones, as they most likely are where an audit
    /// goes on that another page began.
    pub(super) fn find_marked(&mut self) {
        let scales = ScaleIndex::all(&self.instrument.scales);
        let marked = scales.filter(|scale| self.scale_marked(*scale));
        let marked = marked.map(|scale| Marked {
            scale,
            before: self.unanswered(scale),
        });
        self.marked = marked.collect();
    }

    /// The items of a direction without responses.
    fn unanswered(&self, scale: ScaleIndex) -> Vec<(ItemIndex, Option<Response>)> {
        items_of_scale(&self.instrument, self.form(), scale)
            .map(|index| (index, None))
            .collect()
    }
}
