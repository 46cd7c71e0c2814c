//! The update of the practice.

use super::calendar;
use super::event::Message;
use super::map::Map;
use super::plan::PlanDraft;
use super::relationship::{Draft, Key};
use super::saving::new_key;
use super::screen::{Acting, Cadence, Editing, LookingBack, Screen};
use super::session::{Before, Change, Practice, Undoable};
use super::text::Field;
use super::weekly::{Due, is_after_a_gap};
use crate::effect::{Effect, Sheet};
use crate::event::{Message as ToSession, PracticeWrite, Step};
use crate::screen::Part;
use crate::turn::Turn;
use records::practice::CircleAnswer;
use records::practice::record::{Name, Record};
use records::stored::Stamp;

/// How many changes can be undone.
const UNDO_LIMIT: usize = 20;

impl Practice {
    /// Applies `message`.
    pub(crate) fn update(&mut self, message: Message, turn: &mut Turn<'_>) {
        self.apply(message, turn);
        self.leave_what_is_gone();
        self.commit(turn);
    }

    fn apply(&mut self, message: Message, turn: &mut Turn<'_>) {
        match message {
            Message::Opened(part) => self.open(part, turn),
            Message::OpenedCadence => match self.screen {
                // A form that was left for another page is kept as it was.
                Screen::Cadence(_) => turn.run(Effect::FocusHeading),
                _ => self.open_cadence(turn),
            },
            Message::AskedToAdd => self.open_form(None, turn),
            Message::AskedToEdit(key) => self.open_form(Some(key), turn),
            Message::LeftForm => self.leave_form(turn),
            Message::SavedRelationship => self.save_relationship(turn),
            Message::Removed(key) => self.remove(key, turn),
            Message::Moved(key, place) => self.move_to(key, place, turn),
            Message::Undid => self.undo(turn),
            Message::AnsweredCircle(answer) => self.answer_circle(answer, turn),
            Message::ClearedCircle => self.clear_circle(turn),
            // The act that is due comes first.
            Message::AskedToDeepen(_) | Message::AskedForAnother
                if self.due(turn.now) == Due::Ask =>
            {
                self.open_act(turn);
            }
            Message::AskedToDeepen(key) => {
                self.open_draft(PlanDraft::with(&self.map(), key), turn);
            }
            Message::AskedForAnother => self.open_draft(self.next_draft(&turn.view), turn),
            Message::AskedToChangePlan => {
                if let Some(plan) = self.plan() {
                    self.open_draft(PlanDraft::of(plan, &self.map()), turn);
                }
            }
            Message::ChoseAct(act) => {
                if let Screen::Act(form) = &mut self.screen {
                    form.draft.act = Some(act);
                    turn.run(Effect::FocusHeading);
                }
            }
            Message::SavedPlan(shown) => self.save_plan(&shown, turn),
            Message::CopiedOpener(text) => self.copy_opener(text, turn),
            Message::PrintedPlan => turn.run(Effect::Print(Sheet::Plan)),
            Message::DroppedPlan => self.drop_plan(turn),
            Message::ForgotBaseline => self.forget_baseline(turn),
            Message::SavedCalendar { summary } => self.save_calendar(&summary, turn),
            Message::Decided(decision) => self.decide(decision, turn),
            Message::AcceptedAudit => {
                self.postpone_audit(turn);
                turn.send(ToSession::OpenedWelcome);
            }
            Message::PostponedAudit => {
                self.postpone_audit(turn);
                self.open_act(turn);
            }
            Message::BeganAnew => self.begin_anew(turn),
            Message::Imported(imported) => self.import(*imported, turn),
            Message::ProbedZone(entry, zone, entropy) => {
                if let Screen::Cadence(form) = &mut self.screen {
                    form.zone_hidden = zone.may_be_hidden();
                }
                turn.run(Effect::Download {
                    name: calendar::FILE_NAME.to_owned(),
                    mime: calendar::MIME,
                    text: calendar::text(&entry, turn.now, &zone, entropy),
                });
            }
            form => self.fill_in(form),
        }
    }

    fn answer_circle(&mut self, answer: CircleAnswer, turn: &mut Turn<'_>) {
        let mut circle = self.circle();
        circle.answer(answer);
        self.put(Name::Circle, Some(Record::Circle(circle)), turn);
    }

    fn clear_circle(&mut self, turn: &mut Turn<'_>) {
        if !self.circle().is_blank() {
            self.change(Undoable::ClearedCircle, vec![(Name::Circle, None)], turn);
        }
    }

    fn drop_plan(&mut self, turn: &mut Turn<'_>) {
        if self.plan().is_some() {
            self.change(Undoable::DroppedPlan, vec![(Name::Plan, None)], turn);
            self.show(Screen::Map, turn);
        }
    }

    /// Applies a message that only changes the form on screen. Without that form it does nothing.
    fn fill_in(&mut self, message: Message) {
        let map = match message {
            Message::ChoseRelationship(_) => self.map(),
            _ => Map::default(),
        };
        match (&mut self.screen, message) {
            (Screen::Edit(form), Message::Wrote(Field::Name, text)) => form.draft.name = text,
            (Screen::Edit(form), Message::PickedKind(kind)) => form.draft.pick_kind(kind),
            (Screen::Edit(form), Message::PickedPlace(place)) => form.draft.place = Some(place),
            (Screen::Edit(form), Message::PickedTie(tie)) => form.draft.tie = Some(tie),
            (Screen::Edit(form), Message::PickedLastTalk(last_talk)) => {
                form.draft.last_talk = Some(last_talk);
            }
            (Screen::Edit(form), Message::MarkedImportant(important)) => {
                form.draft.important = important;
            }
            (Screen::Act(form), Message::ChoseRelationship(key)) => form.draft.choose(&map, key),
            (Screen::Act(form), Message::ChoseDay(day)) => form.draft.day = Some(day),
            (Screen::Act(form), Message::Wrote(field, text)) => form.draft.write(field, text),
            (Screen::Week(form), Message::PickedOutcome(outcome)) => form.outcome = Some(outcome),
            (Screen::Week(form), Message::Wrote(Field::Noticed, text)) => form.noticed = text,
            (Screen::Cadence(form), message) => {
                form.saved = false;
                match message {
                    Message::ChoseRelationship(key) => form.choose(&map, key),
                    Message::PickedRhythm(rhythm) => form.pick_rhythm(rhythm),
                    Message::ToggledDay(day) => form.toggle_day(day),
                    Message::PickedTime(time) => form.time = time,
                    Message::SetReminder(reminder) => form.reminder = reminder,
                    Message::Wrote(Field::Summary, text) => form.summary = Some(text),
                    _ => {}
                }
            }
            _ => {}
        }
    }

    /// Opens a part. A form that was left for another page is kept as it was.
    fn open(&mut self, part: Part, turn: &mut Turn<'_>) {
        let left = match (part, &self.screen) {
            (Part::Map, Screen::Edit(_)) => true,
            (Part::Practice, Screen::Week(form)) => form.is_begun(),
            (Part::Practice, Screen::Act(_)) => {
                matches!(self.due(turn.now), Due::Running | Due::Nothing)
            }
            _ => false,
        };
        match part {
            _ if left => turn.run(Effect::FocusHeading),
            Part::Map => self.show(Screen::Map, turn),
            Part::Circle => self.show(Screen::Circle, turn),
            Part::Practice => self.open_act(turn),
        }
    }

    /// Opens what the weekly loop asks for: a look back, the audit again, the plan, or a new act.
    pub(super) fn open_act(&mut self, turn: &mut Turn<'_>) {
        match self.due(turn.now) {
            Due::Ask => {
                let plan = self.plan().cloned();
                let form = LookingBack {
                    after_a_gap: plan
                        .as_ref()
                        .is_some_and(|plan| is_after_a_gap(turn.now, plan)),
                    plan,
                    ..LookingBack::default()
                };
                self.show(Screen::Week(form), turn);
            }
            Due::Audit => self.show(Screen::Audit, turn),
            Due::Running => self.show(Screen::Plan, turn),
            Due::Nothing => self.open_draft(self.next_draft(&turn.view), turn),
        }
    }

    /// Opens the form for an act.
    pub(super) fn open_draft(&mut self, draft: PlanDraft, turn: &mut Turn<'_>) {
        let lacking = Vec::new();
        self.show(Screen::Act(Acting { draft, lacking }), turn);
    }

    fn open_cadence(&mut self, turn: &mut Turn<'_>) {
        let map = self.map();
        let with = self.plan().map(|plan| plan.with);
        let with = with.or_else(|| map.suggest(None));
        self.show(Screen::Cadence(Cadence::with(&map, with)), turn);
    }

    /// Opens the form for a relationship; a full map has no room for a new one.
    fn open_form(&mut self, key: Option<Key>, turn: &mut Turn<'_>) {
        let map = self.map();
        let draft = match key.map(|key| map.get(key)) {
            Some(Some(one)) => Draft::of(one),
            None if !map.is_full() => Draft::default(),
            _ => return,
        };
        let form = Editing {
            key,
            draft,
            lacking: Vec::new(),
        };
        self.show(Screen::Edit(form), turn);
    }

    fn leave_form(&mut self, turn: &mut Turn<'_>) {
        let next = match self.screen {
            // Without a plan that gives way to the map.
            Screen::Act(_) | Screen::Cadence(_) => Screen::Plan,
            _ => Screen::Map,
        };
        self.show(next, turn);
    }

    fn save_relationship(&mut self, turn: &mut Turn<'_>) {
        let Screen::Edit(form) = &mut self.screen else {
            return;
        };
        let one = match form.draft.finish() {
            Ok(one) => one,
            Err(lacking) => {
                form.lacking = lacking;
                turn.run(Effect::FocusMissing);
                return;
            }
        };
        let what = match form.key {
            Some(_) => Undoable::Edited,
            None => Undoable::Added,
        };
        let key = match form.key {
            Some(key) => key,
            // Even where another tab filled the map since the form was opened.
            None => new_key(turn),
        };
        let record = Record::Relationship(one);
        self.change(what, vec![(Name::Relationship(key), Some(record))], turn);
        self.show(Screen::Map, turn);
    }

    pub(super) fn show(&mut self, screen: Screen, turn: &mut Turn<'_>) {
        self.screen = screen;
        turn.run(Effect::FocusHeading);
    }

    /// Writes a record, or replaces it by a tombstone.
    pub(super) fn put(&mut self, name: Name, value: Option<Record>, turn: &mut Turn<'_>) -> Stamp {
        self.dirty.push(name);
        self.records.registers.put(name, value, turn.clock)
    }

    /// Writes records as one change that can be undone.
    pub(super) fn change(
        &mut self,
        what: Undoable,
        writes: Vec<(Name, Option<Record>)>,
        turn: &mut Turn<'_>,
    ) {
        let mut before = Vec::with_capacity(writes.len());
        for (name, value) in writes {
            before.push(Before {
                name,
                register: self.records.stamped(name).cloned(),
                written: self.put(name, value, turn),
            });
        }
        if self.undo.len() == UNDO_LIMIT {
            self.undo.remove(0);
        }
        self.undo.push(Change { what, before });
    }

    /// Stores what the message under way changed, before every other step.
    fn commit(&mut self, turn: &mut Turn<'_>) {
        let dirty = std::mem::take(&mut self.dirty).into_iter();
        let writes: Vec<PracticeWrite> = dirty.filter_map(|name| self.write(name)).collect();
        if !writes.is_empty() {
            let step = Step::Send(ToSession::StoredPractice(writes));
            turn.steps.insert(0, step);
        }
    }

    pub(super) fn write(&self, name: Name) -> Option<PracticeWrite> {
        let text = self.records.text(name)?;
        Some(PracticeWrite::Put(name.to_string(), text.into()))
    }
}
