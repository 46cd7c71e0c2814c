//! The one place where the session changes.

use super::{Effect, ElementEvent, Event, Message, Moment, Screen, Session, Start};
use crate::after::{Act, State};
use crate::effect::export;
use crate::event::Step;
use crate::parts::{FollowUp, Linked};
use crate::practice;
use crate::turn::{Turn, View};
use records::document::ResultDocument;

impl Session {
    /// Applies `event`, and returns what the shell must do, in order.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        let mut effects = Vec::new();
        let behind = self.persistence.is_behind();
        let at = event.at;
        self.apply(event, &mut effects);
        self.refresh_after(at, &mut effects);
        one_commit(effects, behind)
    }
}

/// Joins all commits of one event in the position of the first, so that one reply answers for all of
/// them. While storage lacks something each commit writes everything: then the last one suffices.
fn one_commit(effects: Vec<Effect>, behind: bool) -> Vec<Effect> {
    let mut joined: Vec<Effect> = Vec::new();
    for effect in effects {
        let first = joined.iter_mut().find_map(|effect| match effect {
            Effect::Commit(ops) => Some(ops),
            _ => None,
        });
        match (effect, first) {
            (Effect::Commit(last), Some(ops)) if behind => *ops = last,
            (Effect::Commit(more), Some(ops)) => ops.extend(more),
            (effect, _) => joined.push(effect),
        }
    }
    joined
}

impl Session {
    fn apply(&mut self, Event { at, message }: Event, effects: &mut Vec<Effect>) {
        match message {
            Message::Arrived(start) => self.arrive(start, at, effects),
            Message::Configured(choice) => {
                self.choice = choice;
                self.offer_form();
            }
            Message::PickedForm(form) => self.picked = form,
            Message::Started => self.start(at, effects),
            Message::Continued => self.go_on(at, effects),
            Message::ChoseOption(response) => self.choose(response, at, effects),
            Message::PressedOption(response) => self.press(response, at, effects),
            Message::PressedNext => self.next(at, effects),
            Message::PressedBack => self.back(at, effects),
            Message::SetMovesOn(moves_on) => self.set_moves_on(moves_on, effects),
            Message::MarkedScale(scale) => self.mark_scale(scale, at, effects),
            Message::UnmarkedScale(scale) => self.unmark_scale(scale, at, effects),
            Message::RevisitedItem(index) => self.revisit(index, at, effects),
            Message::FinishedAsItIs => self.finish(at, effects),
            Message::WentOnToFull => self.go_on_to_full(at, effects),
            Message::PressedCell(cell) => {
                self.opened_cell = Some(cell).filter(|cell| self.opened_cell != Some(*cell));
            }
            Message::TextsArrived(texts) => self.texts = Some(texts),
            Message::ImportedResult(result) => self.import_result(*result, effects),
            Message::ImportedBackup(backup) => self.import_backup(*backup, effects),
            Message::OpenedResults => self.open_results(effects),
            Message::OpenedKeep => self.open_keep(at, effects),
            Message::OpenedPart(part) => self.open_part(part, at, effects),
            Message::OpenedWelcome => {
                self.offer_form();
                self.show(Screen::Welcome, effects);
            }
            Message::SavedJson => self.save_json(effects),
            Message::Shared => self.share(effects),
            Message::AskedToErase => self.ask_to_erase(),
            Message::KeptEverything => self.keep_everything(),
            Message::Erased => self.erase(effects),
            Message::UndidErase => self.undo_erase(effects),
            Message::Dismissed(notice) => self.notices.retain(|other| *other != notice),
            Message::PageHidden => self.stopwatch.pause(at.tick),
            Message::PageShown => {
                if matches!(self.screen, Screen::Item { .. }) {
                    self.stopwatch.resume(at.tick);
                }
            }
            Message::PageLeft => self.leave_page(effects),
            Message::TurnedHistoryOn => self.turn_history_on(effects),
            Message::TurnedHistoryOff => self.turn_history_off(effects),
            Message::ForgotPast(id) => self.forget_one(&id, effects),
            Message::RestoredPast => self.restore_past(effects),
            Message::ShowedPast(id) => self.show_past(&id, effects),
            Message::AddedToPast(result) => self.add_to_past(*result, effects),
            Message::After(message) => {
                self.with_after(Act::Update(message), at, effects);
            }
            Message::LinkedFollowUp(linked) => self.link_follow_up(linked, at, effects),
            Message::FoundNewerPractice => self.yield_to_newer(),
            Message::StoredPractice(writes) => self.store_practice(writes, effects),
            Message::Removed(records) => self.removed(records),
            Message::Stored(outcome) => self.stored(outcome),
            Message::ChangedElsewhere(slot, text) => {
                self.changed_elsewhere(&slot, text.as_deref(), effects);
            }
            Message::ClearedElsewhere => self.cleared_elsewhere(effects),
        }
    }

    /// Opens what the owner wants visitors to begin with. Focus stays where it is: the page has only
    /// just been loaded.
    fn arrive(&mut self, start: Start, at: Moment, effects: &mut Vec<Effect>) {
        if let Start::Part(part) = start {
            self.open_part(part, at, effects);
        } else if start == Start::Audit && self.screen == Screen::Welcome && self.result.is_none() {
            if self.can_continue() {
                self.go_on(at, effects);
            } else {
                self.start(at, effects);
            }
        }
        effects.retain(|effect| *effect != Effect::FocusHeading);
    }

    fn offer_form(&mut self) {
        self.picked = super::first_offered(&self.instrument, self.choice, self.result.as_deref());
    }

    fn share(&mut self, effects: &mut Vec<Effect>) {
        if let Some(completed) = &self.result {
            effects.push(Effect::Emit(ElementEvent::Shared {
                document: ResultDocument::of(&self.instrument, completed).to_text(),
            }));
        }
    }

    fn open_results(&mut self, effects: &mut Vec<Effect>) {
        if self.result.is_some() {
            self.show(Screen::Results, effects);
        }
    }

    fn open_keep(&mut self, at: Moment, effects: &mut Vec<Effect>) {
        self.keep_everything();
        self.show(Screen::Keep, effects);
        self.open_after(at, effects);
        self.retry(effects);
    }

    fn open_part(&mut self, part: practice::Part, at: Moment, effects: &mut Vec<Effect>) {
        self.show(Screen::Part(part), effects);
        self.open_after(at, effects);
        let opened = practice::Message::Opened(part);
        self.with_after(Act::Practise(opened), at, effects);
    }

    /// Shows what was asked for before its part was linked. Focus stays where it is.
    fn link_follow_up(&mut self, linked: Linked<FollowUp>, at: Moment, effects: &mut Vec<Effect>) {
        self.follow_up = Some(linked);
        match self.screen {
            Screen::Keep => self.open_after(at, effects),
            Screen::Part(part) => self.open_part(part, at, effects),
            _ => {}
        }
        effects.retain(|effect| *effect != Effect::FocusHeading);
    }

    /// Makes the state of what follows a result, the first time that a screen needs it.
    fn open_after(&mut self, at: Moment, effects: &mut Vec<Effect>) {
        let Some(linked) = self.follow_up else { return };
        self.after.get_or_insert_with(|| State::new(linked));
        self.with_after(Act::Open, at, effects);
    }

    /// Lets the state of what follows a result read records that changed for any reason.
    fn refresh_after(&mut self, at: Moment, effects: &mut Vec<Effect>) {
        let current = |after: &State| after.is_current(&self.view());
        if !self.after.as_ref().is_none_or(current) {
            self.with_after(Act::Refresh, at, effects);
        }
    }

    fn with_after(&mut self, act: Act, at: Moment, effects: &mut Vec<Effect>) {
        let Some(after) = &mut self.after else { return };
        // Not `Session::view`: the clock is borrowed as well.
        let view = View {
            instrument: &self.instrument,
            latest: self.result.as_deref(),
            past: &self.past,
            practice: &self.practice,
        };
        let mut turn = Turn {
            view,
            now: at.wall,
            clock: self.journal.clock(),
            steps: Vec::new(),
        };
        after.act(act, &mut turn);
        for step in turn.steps {
            match step {
                Step::Send(message) => self.apply(Event { at, message }, effects),
                Step::Run(effect) => effects.push(effect),
            }
        }
    }

    fn save_json(&mut self, effects: &mut Vec<Effect>) {
        if let Some(completed) = &self.result {
            let text = ResultDocument::of(&self.instrument, completed).to_text();
            effects.extend(export(completed, "json", "application/json", text));
        }
    }
}
