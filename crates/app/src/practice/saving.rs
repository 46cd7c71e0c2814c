//! What the visitor saves: forms that are validated before anything is written.

use super::calendar::{Entry, Reminder};
use super::event::Shown;
use super::plan::Plan;
use super::relationship::{Key, Relationship};
use super::screen::Screen;
use super::session::{Practice, Undoable};
use super::text::{Field, Lacking};
use super::weekly::{Baseline, Week, again, begin_loop, postpone, to_second};
use crate::effect::{Clip, Effect};
use crate::turn::{Turn, View};
use measure::time::UnixMs;
use records::document::ScoredDocument;
use records::practice::record::{Name, Record};
use records::practice::{Decision, ExportedPlan, MAX_RELATIONSHIPS, Place, PracticeDocument};

impl Practice {
    pub(super) fn remove(&mut self, key: Key, turn: &mut Turn<'_>) {
        if self.map().get(key).is_some() {
            self.change(
                Undoable::Removed,
                vec![(Name::Relationship(key), None)],
                turn,
            );
        }
    }

    /// Moves a relationship to another place.
    pub(super) fn move_to(&mut self, key: Key, place: Place, turn: &mut Turn<'_>) {
        let map = self.map();
        if let Some(one) = map.get(key).filter(|one| one.place != Some(place)) {
            let one = Relationship {
                place: Some(place),
                ..one.clone()
            };
            let record = Record::Relationship(one);
            self.change(
                Undoable::Moved,
                vec![(Name::Relationship(key), Some(record))],
                turn,
            );
        }
    }

    pub(super) fn save_plan(&mut self, shown: &Shown, turn: &mut Turn<'_>) {
        let map = self.map();
        let Screen::Act(form) = &mut self.screen else {
            return;
        };
        let finished = form.draft.finish(&map, shown).and_then(|finished| {
            let mut lacking = Vec::new();
            let title = shown.entry.as_deref();
            let title = title.map(|title| Field::Summary.take(title, &mut lacking));
            match title {
                Some(None) => Err(lacking),
                title => Ok((finished, title.flatten())),
            }
        });
        let ((name, words), title) = match finished {
            Ok(finished) => finished,
            Err(lacking) => {
                form.lacking = lacking;
                turn.run(Effect::FocusMissing);
                return;
            }
        };
        let changes = form.draft.changes;
        let known = form.draft.known(&map);
        let with = known.unwrap_or_else(|| new_key(turn));
        let before = self.plan();
        let what = match before {
            Some(_) => Undoable::ReplacedPlan,
            None => Undoable::SavedPlan,
        };
        let same = before.filter(|plan| {
            Some(plan.key) == changes && plan.with == with && plan.words.act == words.act
        });
        let (key, begun_at) = match same {
            Some(plan) => (plan.key, plan.begun_at),
            None => (new_key(turn), to_second(turn.now)),
        };
        let mut writes = Vec::new();
        // A full map has no room; the sentence of the plan has the name all the same.
        if known.is_none() && !map.is_full() {
            let one = somebody(name, words.place);
            writes.push((Name::Relationship(with), Some(Record::Relationship(one))));
        }
        let day = Some(to_second(shown.day));
        let plan = Plan {
            key,
            with,
            begun_at,
            day,
            words,
        };
        writes.push((Name::Plan, Some(Record::Plan(plan))));
        self.change(what, writes, turn);
        self.begin_loop(turn);
        if let Some(summary) = title {
            let noon = shown.day;
            turn.run(Effect::ProbeZone(Entry::Day(Reminder { noon, summary })));
        }
        self.show(Screen::Plan, turn);
    }

    /// Begins the weekly loop with the first plan and the latest result.
    fn begin_loop(&mut self, turn: &mut Turn<'_>) {
        if self.running().is_none() {
            self.begin_anew(turn);
        }
    }

    /// Begins the weekly loop now, with the latest result to show change against later.
    pub(super) fn begin_anew(&mut self, turn: &mut Turn<'_>) {
        let mut running = begin_loop(turn.now);
        running.baseline = baseline(&turn.view);
        self.put(Name::Loop, Some(Record::Loop(running)), turn);
    }

    pub(super) fn forget_baseline(&mut self, turn: &mut Turn<'_>) {
        if let Some(running) = self.running().filter(|running| running.baseline.is_some()) {
            let mut running = running.clone();
            running.baseline = None;
            let record = Some(Record::Loop(running));
            self.change(Undoable::ForgotBaseline, vec![(Name::Loop, record)], turn);
        }
    }

    pub(super) fn save_calendar(&mut self, summary: &str, turn: &mut Turn<'_>) {
        if let Screen::Cadence(form) = &mut self.screen {
            match form.finish(summary) {
                Ok(appointment) => {
                    form.lacking.clear();
                    form.saved = true;
                    turn.run(Effect::ProbeZone(Entry::Regular(appointment)));
                }
                Err(lacking) => {
                    form.lacking = lacking;
                    turn.run(Effect::FocusMissing);
                }
            }
        }
    }

    /// Closes the week: one more entry in the log, and what follows from it.
    pub(super) fn decide(&mut self, decision: Decision, turn: &mut Turn<'_>) {
        let running = self.plan().map(|plan| plan.key);
        let Screen::Week(form) = &mut self.screen else {
            return;
        };
        let Some(plan) = form.plan.clone() else {
            // Not reached: the form is opened with a plan.
            return;
        };
        let mut lacking = Vec::new();
        if form.outcome.is_none() {
            lacking.push(Lacking::Outcome);
        }
        let noticed = Field::Noticed.take(&form.noticed, &mut lacking);
        let (Some(outcome), Some(noticed)) = (form.outcome, noticed) else {
            form.lacking = lacking;
            turn.run(Effect::FocusMissing);
            return;
        };
        let again = (decision == Decision::Repeat).then(|| {
            Record::Plan(Plan {
                key: new_key(turn),
                begun_at: to_second(turn.now),
                day: plan.day.map(|day| again(day, turn.now)),
                ..plan.clone()
            })
        });
        let key = plan.key;
        let week = Week {
            plan,
            outcome,
            noticed,
            decision,
            closed_at: to_second(turn.now),
        };
        self.put(Name::Week(key), Some(Record::Week(week)), turn);
        // A plan that another tab saved since is kept.
        if running == Some(key) {
            self.put(Name::Plan, again, turn);
        }
        self.open_act(turn);
    }

    pub(super) fn copy_opener(&mut self, text: String, turn: &mut Turn<'_>) {
        match &mut self.screen {
            Screen::Act(form) if text.trim().is_empty() => {
                form.lacking = vec![Lacking::Text(Field::Opener)];
                turn.run(Effect::FocusMissing);
            }
            _ => turn.run(Effect::Copy(Clip::Text(text))),
        }
    }

    pub(super) fn postpone_audit(&mut self, turn: &mut Turn<'_>) {
        if let Some(running) = self.running() {
            let mut running = running.clone();
            postpone(&mut running, turn.now);
            self.put(Name::Loop, Some(Record::Loop(running)), turn);
        }
    }

    /// How many of a file's relationships are not on the map, and find no room there.
    pub fn without_room(&self, imported: &PracticeDocument) -> usize {
        let map = self.map();
        let known = |one: &&Relationship| map.0.iter().any(|(_, other)| other == *one);
        let others = imported.map.0.iter().filter(|one| !known(one));
        let room = MAX_RELATIONSHIPS.saturating_sub(map.0.len());
        others.count().saturating_sub(room)
    }

    /// Imports the practice in a file: relationships that are new here, up to the limit of the map;
    /// weeks that the log does not have; the circle, and the plan unless its week is in the log.
    pub(super) fn import(&mut self, imported: PracticeDocument, turn: &mut Turn<'_>) {
        let map = self.map();
        let mut room = MAX_RELATIONSHIPS.saturating_sub(map.0.len());
        let mut keys = Vec::new();
        let mut writes = Vec::new();
        for one in imported.map.0 {
            if let Some((key, _)) = map.0.iter().find(|(_, other)| *other == one) {
                keys.push(Some(*key));
            } else if room > 0 {
                room -= 1;
                let key = new_key(turn);
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
                let plan = found_plan(week.plan, &keys, turn);
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
            let plan = found_plan(plan, &keys, turn);
            if self.running().is_none() {
                let running = begin_loop(plan.begun_at.min(turn.now));
                writes.push((Name::Loop, Some(Record::Loop(running))));
            }
            writes.push((Name::Plan, Some(Record::Plan(plan))));
        }
        if !writes.is_empty() {
            self.change(Undoable::Imported, writes, turn);
        }
    }

    /// Whether the log has the week of the plan that was begun at this moment.
    fn looked_back_on(&self, begun_at: UnixMs) -> bool {
        self.weeks()
            .iter()
            .any(|week| week.plan.begun_at == begun_at)
    }
}

/// A person of whom only the name is known, and perhaps where they stand.
fn somebody(name: records::practice::Name, place: Option<Place>) -> Relationship {
    Relationship {
        name,
        place,
        kind: None,
        tie: None,
        last_talk: None,
        important: false,
    }
}

/// A key that no other page gives.
pub(super) fn new_key(turn: &mut Turn<'_>) -> Key {
    Key(turn.clock.tick())
}

/// An imported plan; `keys` are those of the relationships in the file, in their order there.
fn found_plan(plan: ExportedPlan, keys: &[Option<Key>], turn: &mut Turn<'_>) -> Plan {
    let with = plan.with.and_then(|with| *keys.get(with.0)?);
    Plan {
        with: with.unwrap_or_else(|| new_key(turn)),
        key: new_key(turn),
        begun_at: plan.begun_at,
        day: plan.day,
        words: plan.words,
    }
}

/// The latest result, to show change against later.
fn baseline(view: &View<'_>) -> Option<Baseline> {
    let latest = view.latest?;
    Some(Baseline {
        ended_at: latest.ended_at,
        document: ScoredDocument::of(view.instrument, latest).to_text().into(),
    })
}
