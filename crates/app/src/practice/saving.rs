//! What the visitor saves: forms that are judged before anything is written.

use super::event::Effect;

use super::plan::{Plan, PlanDraft};
use super::relationship::{Key, Relationship};
use super::screen::Screen;
use super::session::{Practice, Undoable};
use super::text::{Field, Lacking};
use super::weekly::{Baseline, Week, begin_loop, postpone, to_second};
use measure::time::UnixMs;
use records::practice::record::{Name, Record};
use records::practice::{Decision, ExportedPlan, MAX_RELATIONSHIPS, PracticeDocument};

impl Practice {
    pub(super) fn save_relationship(&mut self, effects: &mut Vec<Effect>) {
        let Screen::Edit(form) = &mut self.screen else {
            return;
        };
        let one = match form.draft.finish() {
            Ok(one) => one,
            Err(lacking) => {
                form.lacking = lacking;
                effects.push(Effect::FocusLacking);
                return;
            }
        };
        let (then_act, what) = match form.key {
            Some(_) => (form.then_act, Undoable::Edited),
            None => (form.then_act, Undoable::Added),
        };
        let key = match form.key {
            Some(key) => key,
            // Even where another tab filled the map since the form was opened.
            None => self.records.new_key(),
        };
        let record = Record::Relationship(one);
        self.change(what, vec![(Name::Relationship(key), Some(record))]);
        if then_act {
            self.open_draft(PlanDraft::with(&self.map(), Some(key)), effects);
        } else {
            self.show(Screen::Map, effects);
        }
    }

    pub(super) fn remove(&mut self, key: Key) {
        if self.map().get(key).is_some() {
            self.change(Undoable::Removed, vec![(Name::Relationship(key), None)]);
        }
    }

    pub(super) fn move_by(&mut self, key: Key, to: impl Fn(usize) -> Option<usize>) {
        let map = self.map();
        let mut keys: Vec<Key> = map.0.iter().map(|(key, _)| *key).collect();
        let from = map.position(key);
        let to = from.and_then(to).filter(|to| *to < keys.len());
        if let (Some(from), Some(to)) = (from, to) {
            keys.swap(from, to);
            let order = Record::Order(keys);
            self.change(Undoable::Moved, vec![(Name::Order, Some(order))]);
        }
    }

    pub(super) fn save_plan(&mut self, opener: &str, now: UnixMs, effects: &mut Vec<Effect>) {
        let map = self.map();
        let Screen::Act(form) = &mut self.screen else {
            return;
        };
        let (with, words) = match form.draft.finish(&map, opener) {
            Ok(finished) => finished,
            Err(lacking) => {
                form.lacking = lacking;
                effects.push(Effect::FocusLacking);
                return;
            }
        };
        let changes = form.draft.changes;
        let before = self
            .plan()
            .map(|plan| (plan.key, plan.begun_at, plan.with, plan.words.act));
        let same = before.filter(|(key, _, who, act)| {
            Some(*key) == changes && *who == with && *act == words.act
        });
        let (key, begun_at) = match same {
            Some((key, begun_at, ..)) => (key, begun_at),
            None => (self.records.new_key(), to_second(now)),
        };
        let plan = Record::Plan(Plan {
            key,
            with,
            begun_at,
            words,
        });
        match before {
            Some(_) => self.change(Undoable::ReplacedPlan, vec![(Name::Plan, Some(plan))]),
            None => {
                self.put(Name::Plan, Some(plan));
            }
        }
        self.begin_loop(now, effects);
        if same.is_some() {
            self.show(Screen::Plan, effects);
        } else {
            self.open_cadence(effects);
        }
    }

    /// Begins the weekly loop with the first plan.
    fn begin_loop(&mut self, now: UnixMs, effects: &mut Vec<Effect>) {
        if self.running().is_none() {
            self.put(Name::Loop, Some(Record::Loop(begin_loop(now))));
            effects.push(Effect::TellBaseline);
        }
    }

    /// Keeps the result that the loop began with; a later one does not take its place.
    pub(super) fn keep_baseline(&mut self, baseline: Baseline) {
        if let Some(running) = self.running().filter(|running| running.baseline.is_none()) {
            let mut running = running.clone();
            running.baseline = Some(baseline);
            self.put(Name::Loop, Some(Record::Loop(running)));
        }
    }

    pub(super) fn forget_baseline(&mut self) {
        if let Some(running) = self.running().filter(|running| running.baseline.is_some()) {
            let mut running = running.clone();
            running.baseline = None;
            let record = Some(Record::Loop(running));
            self.change(Undoable::ForgotBaseline, vec![(Name::Loop, record)]);
        }
    }

    pub(super) fn save_calendar(&mut self, summary: &str, effects: &mut Vec<Effect>) {
        if let Screen::Cadence(form) = &mut self.screen {
            match form.finish(summary) {
                Ok(appointment) => {
                    form.lacking.clear();
                    form.saved = true;
                    effects.push(Effect::SaveCalendar(appointment));
                }
                Err(lacking) => {
                    form.lacking = lacking;
                    effects.push(Effect::FocusLacking);
                }
            }
        }
    }

    /// Closes the week: one more entry in the log, and what follows from it.
    pub(super) fn decide(&mut self, decision: Decision, now: UnixMs, effects: &mut Vec<Effect>) {
        let running = self.plan().map(|plan| plan.key);
        let Screen::Week(form) = &mut self.screen else {
            return;
        };
        let Some(plan) = form.plan.clone() else {
            return;
        };
        let mut lacking = Vec::new();
        if form.outcome.is_none() {
            lacking.push(Lacking::Outcome);
        }
        let noticed = Field::Noticed.take(&form.noticed, &mut lacking);
        let (Some(outcome), Some(noticed)) = (form.outcome, noticed) else {
            form.lacking = lacking;
            effects.push(Effect::FocusLacking);
            return;
        };
        let again = (decision == Decision::Repeat).then(|| {
            Record::Plan(Plan {
                key: self.records.new_key(),
                begun_at: to_second(now),
                ..plan.clone()
            })
        });
        let key = plan.key;
        let week = Week {
            plan,
            outcome,
            noticed,
            decision,
            closed_at: to_second(now),
        };
        self.put(Name::Week(key), Some(Record::Week(week)));
        // What another tab planned since stands.
        if running == Some(key) {
            self.put(Name::Plan, again);
        }
        self.open_act(now, effects);
    }

    pub(super) fn copy_opener(&mut self, text: String, effects: &mut Vec<Effect>) {
        match &mut self.screen {
            Screen::Act(form) if text.trim().is_empty() => {
                form.lacking = vec![Lacking::Text(Field::Opener)];
                effects.push(Effect::FocusLacking);
            }
            _ => effects.push(Effect::Copy(text)),
        }
    }

    pub(super) fn postpone_audit(&mut self, now: UnixMs) {
        if let Some(running) = self.running() {
            let mut running = running.clone();
            postpone(&mut running, now);
            self.put(Name::Loop, Some(Record::Loop(running)));
        }
    }

    /// How many of a file's relationships are not on the map, and find no room there.
    #[must_use]
    pub fn without_room(&self, imported: &PracticeDocument) -> usize {
        let map = self.map();
        let known = |one: &&Relationship| map.0.iter().any(|(_, other)| other == *one);
        let others = imported.map.0.iter().filter(|one| !known(one));
        let room = MAX_RELATIONSHIPS.saturating_sub(map.0.len());
        others.count().saturating_sub(room)
    }

    /// Takes in what a file held: relationships that are not yet there, as many as there is room
    /// for; weeks that the log does not have; the circle and the plan in place of what was there,
    /// unless that plan was looked back on since.
    pub(super) fn take_in(&mut self, imported: PracticeDocument, now: UnixMs) {
        let map = self.map();
        let mut room = MAX_RELATIONSHIPS.saturating_sub(map.0.len());
        let mut keys = Vec::new();
        let mut writes = Vec::new();
        for one in imported.map.0 {
            if let Some((key, _)) = map.0.iter().find(|(_, other)| *other == one) {
                keys.push(Some(*key));
            } else if room > 0 {
                room -= 1;
                let key = self.records.new_key();
                keys.push(Some(key));
                writes.push((Name::Relationship(key), Some(Record::Relationship(one))));
            } else {
                keys.push(None);
            }
        }
        if let Some(circle) = imported.circle {
            writes.push((Name::Circle, Some(Record::Circle(circle))));
        }
        for week in imported.weeks.0 {
            if !self.looked_back_on(week.plan.begun_at) {
                let plan = self.found_plan(week.plan, &keys);
                let week = Week {
                    outcome: week.outcome,
                    noticed: week.noticed,
                    decision: week.decision,
                    closed_at: week.closed_at,
                    plan,
                };
                writes.push((Name::Week(week.plan.key), Some(Record::Week(week))));
            }
        }
        if let Some(plan) = imported.plan
            && !self.looked_back_on(plan.begun_at)
        {
            let plan = self.found_plan(plan, &keys);
            if self.running().is_none() {
                let running = begin_loop(plan.begun_at.min(now));
                writes.push((Name::Loop, Some(Record::Loop(running))));
            }
            writes.push((Name::Plan, Some(Record::Plan(plan))));
        }
        if !writes.is_empty() {
            self.change(Undoable::TookIn, writes);
        }
    }

    /// Whether the log has the week of a plan that was begun then.
    fn looked_back_on(&self, begun_at: UnixMs) -> bool {
        self.weeks()
            .iter()
            .any(|week| week.plan.begun_at == begun_at)
    }

    /// A plan from a file, with whom `keys` name at its place in the file's map.
    fn found_plan(&mut self, plan: ExportedPlan, keys: &[Option<Key>]) -> Plan {
        let with = plan.with.and_then(|with| *keys.get(with.0)?);
        Plan {
            with: with.unwrap_or_else(|| self.records.new_key()),
            key: self.records.new_key(),
            begun_at: plan.begun_at,
            words: plan.words,
        }
    }
}
