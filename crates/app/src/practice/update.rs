//! The one place where the practice changes.

use super::event::{Effect, Message, Part};
use super::map::Map;
use super::plan::PlanDraft;
use super::relationship::{Draft, Key};
use super::screen::{Acting, Cadence, Editing, LookingBack, Screen};
use super::session::{Practice, Undoable};
use super::text::Field;
use super::weekly::{Due, begin_loop, is_after_a_gap};
use measure::time::UnixMs;
use records::practice::record::{Name, Record};

/// The practice after `message`, and what the shell must do, in order. `now` is the wall clock; it
/// may jump.
#[must_use]
pub fn update(mut practice: Practice, message: Message, now: UnixMs) -> (Practice, Vec<Effect>) {
    let mut effects = Vec::new();
    practice.apply(message, now, &mut effects);
    // What was on screen may have gone, in another tab or by taking a change back.
    let gone = match &practice.screen {
        Screen::Plan => practice.plan().is_none(),
        Screen::Week(form) => form.is_outdated(practice.plan()),
        _ => false,
    };
    if gone {
        practice.screen = Screen::Map;
    }
    practice.commit(&mut effects);
    (practice, effects)
}

impl Practice {
    fn apply(&mut self, message: Message, now: UnixMs, effects: &mut Vec<Effect>) {
        match message {
            Message::Opened(part) => self.open(part, now, effects),
            Message::AskedToAdd => self.open_form(None, false, effects),
            Message::AskedToEdit(key) => self.open_form(Some(key), false, effects),
            Message::LeftForm => self.leave_form(effects),
            Message::SavedRelationship => self.save_relationship(effects),
            Message::Removed(key) => self.remove(key),
            Message::MovedUp(key) => self.move_by(key, |place| place.checked_sub(1)),
            Message::MovedDown(key) => self.move_by(key, |place| place.checked_add(1)),
            Message::Undid => self.take_back(),
            Message::AnsweredCircle(answer) => {
                let mut circle = self.circle();
                circle.answer(answer);
                self.put(Name::Circle, Some(Record::Circle(circle)));
            }
            Message::ClearedCircle => {
                if !self.circle().is_blank() {
                    self.change(Undoable::ClearedCircle, vec![(Name::Circle, None)]);
                }
            }
            // What is due is asked about before another act takes its place.
            Message::AskedToDeepen(_) | Message::AskedForAnother if self.due(now) == Due::Ask => {
                self.open_act(now, effects);
            }
            Message::AskedToDeepen(key) => {
                let draft = PlanDraft::with(&self.map(), Some(key));
                self.open_draft(draft, effects);
            }
            Message::AskedForAnother => {
                let map = self.map();
                let but = self.plan().map(|plan| plan.with);
                self.open_draft(PlanDraft::with(&map, map.suggest(but)), effects);
            }
            Message::AskedToChangePlan => {
                if let Some(plan) = self.plan() {
                    self.open_draft(PlanDraft::of(plan), effects);
                }
            }
            Message::SavedPlan { opener } => self.save_plan(&opener, now, effects),
            Message::CopiedOpener(text) => self.copy_opener(text, effects),
            Message::PrintedPlan => effects.push(Effect::PrintPlan),
            Message::DroppedPlan => {
                if self.plan().is_some() {
                    self.change(Undoable::DroppedPlan, vec![(Name::Plan, None)]);
                    self.show(Screen::Map, effects);
                }
            }
            Message::ForgotBaseline => self.forget_baseline(),
            Message::SavedCalendar { summary } => self.save_calendar(&summary, effects),
            Message::Decided(decision) => self.decide(decision, now, effects),
            Message::AcceptedAudit => {
                self.postpone_audit(now);
                effects.push(Effect::OpenAudit);
            }
            Message::PostponedAudit => {
                self.postpone_audit(now);
                self.open_act(now, effects);
            }
            Message::ToldBaseline(baseline) => self.keep_baseline(baseline),
            Message::BeganAnew(baseline) => {
                let mut running = begin_loop(now);
                running.baseline = Some(baseline);
                self.put(Name::Loop, Some(Record::Loop(running)));
            }
            Message::TookIn(imported) => self.take_in(*imported, now),
            Message::ChangedElsewhere(name, text) => {
                self.changed_elsewhere(&name, text.as_deref(), effects);
            }
            form => self.fill_in(form),
        }
    }

    /// What only changes the form on screen; without that form nothing happens.
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
            (Screen::Act(form), Message::ChoseAct(act)) => form.draft.act = Some(act),
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

    /// Opens a part; a form that was left for another page is there as it was.
    fn open(&mut self, part: Part, now: UnixMs, effects: &mut Vec<Effect>) {
        let left = match (part, &self.screen) {
            (Part::Map, Screen::Edit(_)) | (Part::Cadence, Screen::Cadence(_)) => true,
            (Part::Act, Screen::Week(form)) => form.is_begun(),
            (Part::Act, Screen::Act(_)) => matches!(self.due(now), Due::Running | Due::Nothing),
            _ => false,
        };
        match part {
            _ if left => effects.push(Effect::FocusHeading),
            Part::Map => self.show(Screen::Map, effects),
            Part::Circle => self.show(Screen::Circle, effects),
            Part::Act => self.open_act(now, effects),
            Part::Cadence => self.open_cadence(effects),
        }
    }

    /// The act wherever it stands: to look back on, to offer the audit before, under way, or new.
    pub(super) fn open_act(&mut self, now: UnixMs, effects: &mut Vec<Effect>) {
        match self.due(now) {
            Due::Ask => {
                let plan = self.plan().cloned();
                let form = LookingBack {
                    after_a_gap: plan.as_ref().is_some_and(|plan| is_after_a_gap(now, plan)),
                    plan,
                    ..LookingBack::default()
                };
                self.show(Screen::Week(form), effects);
            }
            Due::Audit => self.show(Screen::Audit, effects),
            Due::Running => self.show(Screen::Plan, effects),
            Due::Nothing => self.open_draft(self.next_draft(), effects),
        }
    }

    /// Opens the form for an act; where nobody is on the map, the one for somebody before it.
    pub(super) fn open_draft(&mut self, draft: PlanDraft, effects: &mut Vec<Effect>) {
        if self.map().0.is_empty() {
            return self.open_form(None, true, effects);
        }
        let lacking = Vec::new();
        self.show(Screen::Act(Acting { draft, lacking }), effects);
    }

    pub(super) fn open_cadence(&mut self, effects: &mut Vec<Effect>) {
        let map = self.map();
        let with = self.plan().map(|plan| plan.with);
        let with = with.or_else(|| map.suggest(None));
        self.show(Screen::Cadence(Cadence::with(&map, with)), effects);
    }

    /// Opens the form for a relationship; a full map has no room for a new one.
    fn open_form(&mut self, key: Option<Key>, then_act: bool, effects: &mut Vec<Effect>) {
        let map = self.map();
        let draft = match key.map(|key| map.get(key)) {
            Some(Some(one)) => Draft::of(one),
            None if !map.is_full() => Draft::default(),
            _ => return,
        };
        let form = Editing {
            key,
            draft,
            then_act,
            lacking: Vec::new(),
        };
        self.show(Screen::Edit(form), effects);
    }

    fn leave_form(&mut self, effects: &mut Vec<Effect>) {
        let running = self.plan().is_some();
        let next = match self.screen {
            Screen::Act(_) | Screen::Cadence(_) if running => Screen::Plan,
            _ => Screen::Map,
        };
        self.show(next, effects);
    }
}
