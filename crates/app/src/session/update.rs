//! The one place where state changes.

use super::{Effect, ElementEvent, Event, Message, Moment, Screen, Session, Start};
use records::document::ResultDocument;

/// The session after `event`, and what the shell must do, in order.
#[must_use]
pub fn update(mut session: Session, event: Event) -> (Session, Vec<Effect>) {
    let mut effects = Vec::new();
    let behind = session.keeping.is_behind();
    session.apply(event, &mut effects);
    (session, one_commit(effects, behind))
}

/// All writes of one event as one commit, where the first stood, so that one reply answers for all
/// of them. While storage lacks something each commit writes everything: then the last will do.
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
            Message::PressedCell(facet, scale) => {
                let cell = Some((facet, scale));
                self.opened_cell = cell.filter(|_| self.opened_cell != cell);
            }
            Message::TextsArrived(texts) => self.texts = Some(texts),
            Message::TookInResult(text) => self.take_in_result(&text, effects),
            Message::TookInRecords(records) => self.take_in_records(records, effects),
            Message::OpenedResults => self.open_results(effects),
            Message::OpenedKeep => self.open_keep(effects),
            Message::OpenedPart(part) => self.show(Screen::Part(part), effects),
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
            Message::DismissedNotice(place) => {
                if place < self.notices.len() {
                    self.notices.remove(place);
                }
            }
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
            Message::AddedToPast(text) => self.add_to_past(&text, effects),
            Message::SetPracticeAside(name) => self.set_practice_aside(name, effects),
            Message::FoundNewerPractice => self.leave_to_newer(),
            Message::KeptPractice(name, text) => self.keep_practice(name, text, effects),
            Message::Removed(records) => self.removed(records),
            Message::Stored(outcome) => self.stored(outcome),
            Message::ChangedElsewhere(slot, text) => {
                self.changed_elsewhere(&slot, text.as_deref(), effects);
            }
            Message::ClearedElsewhere => self.cleared_elsewhere(effects),
        }
    }

    /// Begins or goes on at once, if the owner wants it and nothing is there to choose from.
    /// Focus stays where it is: the page has only just been loaded.
    fn arrive(&mut self, start: Start, at: Moment, effects: &mut Vec<Effect>) {
        if let Start::Part(part) = start {
            self.screen = Screen::Part(part);
        } else if start == Start::Audit && self.screen == Screen::Welcome && self.result.is_none() {
            if self.can_continue() {
                self.go_on(at, effects);
            } else {
                self.start(at, effects);
            }
            effects.retain(|effect| *effect != Effect::FocusHeading);
        }
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

    fn open_keep(&mut self, effects: &mut Vec<Effect>) {
        self.keep_everything();
        self.show(Screen::Keep, effects);
        self.retry(effects);
    }

    fn save_json(&mut self, effects: &mut Vec<Effect>) {
        let Some(completed) = &self.result else {
            return;
        };
        let day = completed.ended_at.to_rfc3339();
        effects.push(Effect::Download {
            name: format!(
                "leadership-audit-{}.json",
                day.get(..10).unwrap_or_default()
            ),
            mime: "application/json",
            text: ResultDocument::of(&self.instrument, completed).to_text(),
        });
        effects.push(Effect::Emit(ElementEvent::Exported { format: "json" }));
    }
}
