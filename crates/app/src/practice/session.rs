//! The state of the practice: the records, the screen, and what can be undone.

use super::map::Map;
use super::plan::{Plan, PlanDraft};
use super::records::Records;
use super::screen::Screen;
use super::weekly::{self, Due, Loop, Week};
use crate::event::{Message, PracticeWrite};
use crate::turn::{Turn, View};
use measure::instrument::Id;
use measure::report::{Lowest, Report};
use measure::time::UnixMs;
use records::practice::Circle;
use records::practice::record::{Name, Record};
use records::practice::{Act, AnyAct, Decision};
use records::stored::{RecordError, Stamp, Stamped};

/// A change that can be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undoable {
    /// A relationship was added.
    Added,
    /// A relationship was changed.
    Edited,
    /// A relationship was removed from the map.
    Removed,
    /// A relationship was moved to another place.
    Moved,
    /// The answers about the support circle were cleared.
    ClearedCircle,
    /// A plan was saved.
    SavedPlan,
    /// A plan under way was replaced by another.
    ReplacedPlan,
    /// The plan was given up.
    DroppedPlan,
    /// The result that the loop began with was deleted.
    ForgotBaseline,
    /// The practice in a file was imported.
    Imported,
}

/// A change, and the registers that it overwrote.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Change {
    pub(super) what: Undoable,
    pub(super) before: Vec<Before>,
}

/// A register as it was before a change, if there was one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Before {
    pub(super) name: Name,
    pub(super) register: Option<Stamped<Option<Record>>>,
    /// The stamp of what the change wrote. Once the register has another stamp, somebody wrote
    /// over the change, and it cannot be undone any more.
    pub(super) written: Stamp,
}

/// The practice of one visitor.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Practice {
    /// The screen that is shown.
    pub screen: Screen,
    pub(super) records: Records,
    /// The records that the message under way changed.
    pub(super) dirty: Vec<Name>,
    pub(super) undo: Vec<Change>,
}

impl Practice {
    /// The relationships, oldest first.
    pub fn map(&self) -> Map {
        self.records.map()
    }

    /// The support circle; blank if nothing was answered.
    pub fn circle(&self) -> Circle {
        self.records.circle()
    }

    /// The plan under way.
    pub fn plan(&self) -> Option<&Plan> {
        self.records.plan()
    }

    /// The log, oldest week first.
    pub fn weeks(&self) -> Vec<&Week> {
        self.records.weeks()
    }

    /// The weekly loop, once an act was planned: its result is the one to show change against.
    pub fn running(&self) -> Option<&Loop> {
        self.records.running()
    }

    /// What the loop asks for now.
    pub fn due(&self, now: UnixMs) -> Due {
        weekly::due(now, self.plan(), self.running())
    }

    /// Whether there is anything to delete.
    pub fn has_anything(&self) -> bool {
        self.records.present().next().is_some()
    }

    /// The change that would be undone next.
    pub fn undoable(&self) -> Option<Undoable> {
        let mut changes = self.undo.iter().rev();
        Some(changes.find(|change| self.is_undoable(change))?.what)
    }

    /// Whether the plan on screen is what was saved last.
    pub fn just_planned(&self) -> bool {
        matches!(
            self.undoable(),
            Some(Undoable::SavedPlan | Undoable::ReplacedPlan)
        )
    }

    /// Whether any register still holds what the change wrote.
    fn is_undoable(&self, change: &Change) -> bool {
        change
            .before
            .iter()
            .any(|before| self.is_as_written(before))
    }

    fn is_as_written(&self, before: &Before) -> bool {
        let register = self.records.stamped(before.name);
        register.is_some_and(|register| register.stamp == before.written)
    }

    /// The form for the next act: as the last week decided, or else the first move of the visitor's own
    /// lowest answer that was not planned yet, with nobody yet.
    pub(super) fn next_draft(&self, view: &View<'_>) -> PlanDraft {
        let map = self.map();
        let weeks = self.weeks();
        if let Some(last) = weeks.last()
            && last.decision != Decision::Next
        {
            let act = match last.decision {
                Decision::Mend => AnyAct::General(Act::OwnPart),
                Decision::Repeat | Decision::Next => last.plan.words.act.clone(),
            };
            let mut draft = PlanDraft::of_act(act);
            draft.choose(&map, last.plan.with);
            return draft;
        }
        let planned = |act: &AnyAct| {
            let mut plans = weeks.iter().map(|week| &week.plan).chain(self.plan());
            plans.any(|plan| plan.words.act == *act)
        };
        let mut moves = first_moves(view).into_iter();
        if let Some(act) = moves.find(|act| !planned(act)) {
            return PlanDraft::of_act(act);
        }
        let last = self.plan().or(weeks.last().map(|week| &week.plan));
        match map.suggest(last.map(|plan| plan.with)) {
            Some(key) => PlanDraft::with(&map, key),
            None => PlanDraft::of_act(AnyAct::General(Act::first_for(None, None))),
        }
    }

    /// Undoes the last change, except for registers that were written over since.
    pub(super) fn undo(&mut self, turn: &mut Turn<'_>) {
        let change = loop {
            match self.undo.pop() {
                Some(change) if self.is_undoable(&change) => break change,
                Some(_) => {}
                None => return,
            }
        };
        for before in change.before {
            if !self.is_as_written(&before) {
                continue;
            }
            let (value, stamp) = match before.register {
                Some(register) => (register.value, Some(register.stamp)),
                None => (None, None),
            };
            let written_again = self.put(before.name, value, turn);
            // The change before this one can still be undone: it wrote what was restored here.
            for other in self.undo.iter_mut().flat_map(|change| &mut change.before) {
                if other.name == before.name && Some(other.written) == stamp {
                    other.written = written_again;
                }
            }
        }
    }

    /// Merges a stored text, of another tab or of an earlier visit; `None`: it was removed. What
    /// this page has is written again in the place of an older record. A corrupt text is set aside.
    pub(crate) fn changed_elsewhere(
        &mut self,
        name: &str,
        text: Option<&str>,
        turn: &mut Turn<'_>,
    ) {
        let Some(name) = Name::from_text(name) else {
            return;
        };
        let Some(text) = text else {
            self.forget(name);
            return self.leave_what_is_gone();
        };
        let mut writes = Vec::new();
        match name.read(text) {
            Ok(record) => {
                let theirs = record.stamp;
                turn.clock.observe(theirs);
                self.records.registers.merge(name, record);
                if self.records.registers.is_later(&name, &theirs) {
                    writes.extend(self.write(name));
                }
            }
            Err(RecordError::Newer(_)) => turn.send(Message::FoundNewerPractice),
            Err(RecordError::Corrupt(_)) => {
                writes.push(PracticeWrite::SetAside(name.to_string()));
                writes.extend(self.write(name));
            }
        }
        if !writes.is_empty() {
            turn.send(Message::StoredPractice(writes));
        }
        self.leave_what_is_gone();
    }

    /// Forgets a record whose key is gone. That happens when everything is deleted; removing one
    /// record leaves a tombstone.
    fn forget(&mut self, name: Name) {
        self.records.registers.remove(&name);
        if !self.has_anything() {
            self.undo.clear();
            self.screen = Screen::Map;
        }
    }

    /// Leaves a screen whose record is gone, by another tab or by undo.
    pub(super) fn leave_what_is_gone(&mut self) {
        let gone = match &self.screen {
            Screen::Plan => self.plan().is_none(),
            Screen::Week(form) => form.is_outdated(self.plan()),
            _ => false,
        };
        if gone {
            self.screen = Screen::Map;
        }
    }
}

/// The first moves of the latest result, the visitor's own lowest answer first. Only the directions that
/// the practice knows have any.
fn first_moves(view: &View<'_>) -> Vec<AnyAct> {
    let Some(latest) = view.latest else {
        return Vec::new();
    };
    let lowest = Report::from_completed(view.instrument, latest)
        .stands_out
        .lowest;
    let items = match lowest {
        Lowest::Low { items, .. } => items,
        Lowest::LeastFrequent(item) => vec![item],
        Lowest::Nothing => Vec::new(),
    };
    let squares = items.into_iter();
    let squares = squares.filter_map(|item| Id::new(&view.instrument.square(item)?));
    let moves = squares.map(AnyAct::Move);
    moves.filter(|act| act.place().is_some()).collect()
}
