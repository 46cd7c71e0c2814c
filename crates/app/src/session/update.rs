//! The one place where the session changes.

use std::rc::Rc;

use super::{Effect, ElementEvent, Erasing, Event, Message, Moment, Screen, Session, Start};
use crate::after::{Act, After, State};
use crate::effect::{ResultFile, ResultName};
use crate::event::Step;
use crate::parts::{FollowUp, Imports, Linked, Reader, Results};
use crate::practice;
use crate::rounds;
use crate::screen::GridCell;
use crate::turn::{Outcomes, Turn, View};
use measure::completed::Completed;
use measure::instrument::Instrument;
use records::document::{ResultRecord, ScoredDocument};
use records::store::StoreOp;

impl Session {
    /// Applies `event`, and returns what the shell must do, in order.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        let mut effects = Vec::new();
        let behind = self.persistence.is_behind();
        let at = event.at;
        self.apply(event, &mut effects);
        self.with_after(Act::Refresh, at, &mut effects);
        self.refresh_rounds(at, &mut effects);
        self.stored |= !self.is_erased() && effects.iter().any(stores);
        one_commit(effects, behind)
    }
}

/// Whether an effect leaves records in storage.
fn stores(effect: &Effect) -> bool {
    let stores = |op: &StoreOp| matches!(op, StoreOp::Write(..) | StoreOp::PutAside(..));
    matches!(effect, Effect::Commit(ops) if ops.iter().any(stores))
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
            Message::PressedCell(cell) => self.press_cell(cell),
            Message::Reworded(instrument) if instrument.hash() == self.instrument.hash() => {
                self.instrument = instrument;
            }
            Message::Reworded(_) => {}
            Message::OpenedResults => self.open_results(effects),
            Message::OpenedKeep => self.open_keep(at, effects),
            Message::OpenedFromFiles => self.open_from_files(at, effects),
            Message::OpenedPart(part) => self.open_part(part, at, effects),
            Message::OpenedRounds
            | Message::Invited(_)
            | Message::Rounds(_)
            | Message::LinkedRounds(_)
            | Message::StoredRounds(_) => self.of_rounds(message, at, effects),
            Message::LookedBack(outcome) => {
                self.outcome = Some(outcome);
                self.open_part(practice::Part::Practice, at, effects);
            }
            Message::OpenedWelcome => {
                self.offer_form();
                self.show(Screen::Welcome, effects);
            }
            Message::SavedJson => self.save_json(effects),
            Message::Shared => self.share(effects),
            Message::AskedToErase => self.ask_to_erase(),
            Message::KeptEverything => self.keep_everything(),
            Message::Erased => {
                self.erase(effects);
                self.with_rounds(rounds::Act::Forget, at, effects);
            }
            Message::Dismissed(notice) => self.notices.retain(|other| *other != notice),
            Message::PageHidden => self.stopwatch.pause(at.tick),
            Message::PageShown => {
                if matches!(self.screen, Screen::Item { .. }) {
                    self.stopwatch.resume(at.tick);
                }
            }
            Message::PageLeft => self.leave_page(effects),
            Message::ImportedResult(_)
            | Message::ImportedBackup(_)
            | Message::AddedToPast(_)
            | Message::ImportedOutcomes(_) => {
                if let Some(linked) = self.imports {
                    import(linked, self, message, effects);
                }
            }
            Message::TurnedHistoryOn
            | Message::TurnedHistoryOff
            | Message::ForgotPast(_)
            | Message::RestoredPast
            | Message::ShowedPast(_)
            | Message::FoundNewerPractice
            | Message::StoredPractice(_) => {
                if let Some(linked) = self.follow_up {
                    keep_records(linked, self, message, effects);
                }
            }
            Message::After(message) => {
                self.with_after(Act::Update(message), at, effects);
            }
            Message::LinkedResults(linked) => self.results = Some(linked),
            Message::LinkedFollowUp(linked) => self.link_follow_up(linked, at, effects),
            Message::LinkedReader(linked) => self.reader = Some(linked),
            Message::LinkedImports(linked) => self.imports = Some(linked),
            Message::Stored(outcome) => self.stored(outcome, effects),
            Message::UndidErase
            | Message::Removed(_)
            | Message::ChangedElsewhere(..)
            | Message::ClearedElsewhere => match self.reader {
                Some(linked) => read(linked, self, message, effects),
                None => self.unread.push(message),
            },
        }
    }

    fn press_cell(&mut self, cell: GridCell) {
        if let Screen::Results { opened_cell, .. } | Screen::Opened { opened_cell } =
            &mut self.screen
        {
            *opened_cell = Some(cell).filter(|cell| *opened_cell != Some(*cell));
        }
    }

    /// Takes what had to wait for the reader, for a caller that applies each again once that is linked.
    pub fn take_unread(&mut self) -> Vec<Message> {
        std::mem::take(&mut self.unread)
    }

    /// Whether something waits for the reader.
    pub fn waits_for_reader(&self) -> bool {
        !self.unread.is_empty()
    }

    /// Whether something waits for the reader, or may soon: a deletion that can be undone.
    pub fn wants_reader(&self) -> bool {
        self.waits_for_reader() || !matches!(self.erasing, Erasing::Idle)
    }

    /// Opens what the owner wants visitors to begin with. Focus stays where it is: the page has only
    /// just been loaded.
    fn arrive(&mut self, start: Start, at: Moment, effects: &mut Vec<Effect>) {
        if let Some(part) = start.part() {
            self.open_part(part, at, effects);
        } else if start == Start::Round {
            self.open_rounds(at, effects);
        } else if start == Start::Audit && self.screen == Screen::Welcome && self.result.is_none() {
            if self.can_continue() {
                self.go_on(at, effects);
            } else {
                self.start(at, effects);
            }
        }
        effects.retain(|effect| !matches!(effect, Effect::FocusHeading));
    }

    fn offer_form(&mut self) {
        self.picked = super::first_offered(&self.instrument, self.choice, self.result.as_deref());
    }

    fn share(&mut self, effects: &mut Vec<Effect>) {
        if let (Some(completed), Some(linked)) = (&self.result, self.results) {
            let document = document(linked, &self.instrument, completed);
            effects.push(Effect::Emit(ElementEvent::Shared { document }));
        }
    }

    fn open_results(&mut self, effects: &mut Vec<Effect>) {
        if self.result.is_some() {
            self.show(Screen::results(), effects);
        }
    }

    /// Shows what is opened of the files; without any, where files are opened.
    fn open_from_files(&mut self, at: Moment, effects: &mut Vec<Effect>) {
        if self.after().is_some_and(After::shows_files) {
            self.show(Screen::Opened { opened_cell: None }, effects);
        } else {
            self.open_keep(at, effects);
        }
    }

    pub(super) fn open_keep(&mut self, at: Moment, effects: &mut Vec<Effect>) {
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
        if self.after.is_some()
            && let Some(outcome) = self.outcome.take()
        {
            let picked = practice::Message::PickedOutcome(outcome);
            self.with_after(Act::Practise(picked), at, effects);
        }
    }

    /// Shows what was asked for before its part was linked, the first time that it is reported. Focus
    /// stays where it is.
    fn link_follow_up(&mut self, linked: Linked<FollowUp>, at: Moment, effects: &mut Vec<Effect>) {
        if self.follow_up.replace(linked).is_some() {
            return;
        }
        match self.screen {
            Screen::Keep => self.open_after(at, effects),
            Screen::Part(part) => self.open_part(part, at, effects),
            _ => {}
        }
        effects.retain(|effect| !matches!(effect, Effect::FocusHeading));
    }

    /// Makes the state of what follows a result, the first time that a screen needs it.
    fn open_after(&mut self, at: Moment, effects: &mut Vec<Effect>) {
        let Some(linked) = self.follow_up else { return };
        self.after.get_or_insert_with(|| State::new(linked));
        self.with_after(Act::Refresh, at, effects);
    }

    fn with_after(&mut self, act: Act, at: Moment, effects: &mut Vec<Effect>) {
        let Some(mut after) = self.after.take() else {
            return;
        };
        let mut turn = self.turn(at);
        after.act(act, &mut turn);
        let steps = turn.steps;
        self.after = Some(after);
        self.take_steps(steps, at, effects);
    }

    /// What a part may use.
    pub(super) fn turn(&mut self, at: Moment) -> Turn<'_> {
        Turn {
            // Not `Session::view`: the clock is borrowed as well.
            view: View {
                instrument: &self.instrument,
                latest: self.result.as_deref(),
                past: &self.past,
                unparsed: &self.unparsed,
            },
            now: at.wall,
            clock: self.journal.clock(),
            imports: self.imports,
            rounds: self.rounds.as_ref().map(|rounds| rounds as &dyn Outcomes),
            steps: Vec::new(),
        }
    }

    /// Applies what a part asks for.
    pub(super) fn take_steps(&mut self, steps: Vec<Step>, at: Moment, effects: &mut Vec<Effect>) {
        for step in steps {
            match step {
                Step::Send(message) => self.apply(Event { at, message }, effects),
                Step::Run(effect) => effects.push(effect),
            }
        }
    }

    /// Saves the result as a file: without what is computed, while the part that computes is missing.
    fn save_json(&mut self, effects: &mut Vec<Effect>) {
        if let Some(completed) = &self.result {
            let text = match self.results {
                Some(linked) => document(linked, &self.instrument, completed),
                None => ResultRecord::of(&self.instrument, completed).to_text(),
            };
            let initials = self.after().map_or("", |after| &after.initials);
            effects.push(Effect::SaveResult(ResultFile {
                name: ResultName::new(completed, initials),
                extension: "json",
                mime: "application/json",
                text,
            }));
        }
    }
}

/// Applies what needs the texts of records: what other tabs did, and undoing a deletion.
#[split::split]
fn read(_: Linked<Reader>, session: &mut Session, message: Message, effects: &mut Vec<Effect>) {
    match message {
        Message::UndidErase => session.undo_erase(effects),
        Message::Removed(records) => session.removed(records, effects),
        Message::ChangedElsewhere(slot, text) => {
            session.changed_elsewhere(&slot, text.as_deref(), effects);
        }
        Message::ClearedElsewhere => session.cleared_elsewhere(effects),
        // Not reached: the caller sends no other.
        _ => {}
    }
}

/// The exported document of a result.
#[split::split]
fn document(_: Linked<Results>, instrument: &Instrument, completed: &Completed) -> String {
    ScoredDocument::of(instrument, completed).to_text()
}

/// Applies what only the files that a visitor opens send: what of them becomes the visitor's own.
#[split::split]
fn import(_: Linked<Imports>, session: &mut Session, message: Message, effects: &mut Vec<Effect>) {
    match message {
        Message::ImportedResult(result) => session.import_result(result, effects),
        Message::ImportedBackup(backup) => {
            session.import_backup(Rc::unwrap_or_clone(backup), effects);
        }
        Message::AddedToPast(result) => session.add_to_past(result, effects),
        Message::ImportedOutcomes(outcomes) => {
            session.import_outcomes(outcomes.open().unwrap_or_default(), effects);
        }
        // Not reached: the caller sends no other.
        _ => {}
    }
}

/// Applies what only the screens of what follows a result send: which earlier results and records of
/// the practice are kept.
#[split::split]
fn keep_records(
    _: Linked<FollowUp>,
    session: &mut Session,
    message: Message,
    effects: &mut Vec<Effect>,
) {
    match message {
        Message::TurnedHistoryOn => session.turn_history_on(effects),
        Message::TurnedHistoryOff => session.turn_history_off(effects),
        Message::ForgotPast(id) => session.forget_one(&id, effects),
        Message::RestoredPast => session.restore_past(effects),
        Message::ShowedPast(id) => session.show_past(&id, effects),
        Message::FoundNewerPractice => session.yield_to_newer(),
        Message::StoredPractice(writes) => session.store_practice(writes, effects),
        // Not reached: the caller sends no other.
        _ => {}
    }
}
