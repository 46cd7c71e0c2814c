//! The practice as a state machine: one pure `update` from a practice and a message to the next
//! practice and its effects. State changes nowhere else.

use super::event::Effect;
use super::map::Map;
use super::plan::{Plan, PlanDraft};
use super::records::Records;
use super::screen::Screen;
use super::weekly::{self, Due, Loop, Week};
use measure::time::UnixMs;
use records::practice::Circle;
use records::practice::record::{Name, Record};
use records::practice::{Act, Decision};
use records::stored::{Stamp, Stamped, Writer};

/// How many changes can be taken back.
const UNDO_LIMIT: usize = 20;

/// A change that can be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undoable {
    /// A relationship was added.
    Added,
    /// … changed.
    Edited,
    /// … taken off the map.
    Removed,
    /// … moved.
    Moved,
    /// The answers about the support circle were taken back.
    ClearedCircle,
    /// Another plan took the place of one under way.
    ReplacedPlan,
    /// The plan was given up.
    DroppedPlan,
    /// The result that the loop began with was deleted.
    ForgotBaseline,
    /// What a file held was taken in.
    TookIn,
}

/// What it takes to take a change back, as far as nobody wrote over it.
#[derive(Debug, Clone, PartialEq)]
struct Change {
    what: Undoable,
    before: Vec<Before>,
}

/// A record, what stood there before if anything did, and the stamp of what was written instead.
type Before = (Name, Option<Stamped<Option<Record>>>, Stamp);

/// Everything about one visitor's practice that can change.
#[derive(Debug, Clone, PartialEq)]
pub struct Practice {
    /// What is on screen.
    pub screen: Screen,
    pub(super) records: Records,
    /// What this message changed.
    pub(super) dirty: Vec<Name>,
    undo: Vec<Change>,
}

impl Practice {
    /// A practice of nothing yet; `writer` names this page in the records that it writes.
    #[must_use]
    pub fn new(writer: Writer) -> Self {
        Self {
            screen: Screen::Map,
            records: Records::new(writer),
            dirty: Vec::new(),
            undo: Vec::new(),
        }
    }

    /// The relationships in the visitor's order.
    #[must_use]
    pub fn map(&self) -> Map {
        self.records.map()
    }

    /// The support circle; blank if nothing was answered.
    #[must_use]
    pub fn circle(&self) -> Circle {
        self.records.circle()
    }

    /// The plan under way.
    #[must_use]
    pub fn plan(&self) -> Option<&Plan> {
        self.records.plan()
    }

    /// The log, oldest week first.
    #[must_use]
    pub fn weeks(&self) -> Vec<&Week> {
        self.records.weeks()
    }

    /// The weekly loop, once an act was planned: its result is the one to show change against.
    #[must_use]
    pub fn running(&self) -> Option<&Loop> {
        self.records.running()
    }

    /// What the loop asks for now.
    #[must_use]
    pub fn due(&self, now: UnixMs) -> Due {
        weekly::due(now, self.plan(), self.running())
    }

    /// Whether there is anything to delete.
    #[must_use]
    pub fn has_anything(&self) -> bool {
        self.records.present().next().is_some()
    }

    /// What would be taken back next.
    #[must_use]
    pub fn undoable(&self) -> Option<Undoable> {
        let mut changes = self.undo.iter().rev();
        Some(changes.find(|change| self.stands(change))?.what)
    }

    /// Whether any of what a change wrote is still there.
    fn stands(&self, change: &Change) -> bool {
        let mut written = change.before.iter();
        written.any(|(name, _, written)| self.is_as_written(*name, *written))
    }

    fn is_as_written(&self, name: Name, written: Stamp) -> bool {
        let held = self.records.stamped(name);
        held.is_some_and(|record| record.stamp == written)
    }

    /// The form for the next act: with whom the last week said, or else with whoever needs it most.
    pub(super) fn next_draft(&self) -> PlanDraft {
        let map = self.map();
        let Some(last) = self.weeks().pop() else {
            return PlanDraft::with(&map, map.suggest(None));
        };
        let with = last.plan.with;
        if last.decision == Decision::Next || map.get(with).is_none() {
            return PlanDraft::with(&map, map.suggest(Some(with)));
        }
        let mut draft = PlanDraft::with(&map, Some(with));
        draft.act = Some(match last.decision {
            Decision::Mend => Act::OwnPart,
            Decision::Repeat | Decision::Next => last.plan.words.act,
        });
        draft
    }

    pub(super) fn show(&mut self, screen: Screen, effects: &mut Vec<Effect>) {
        self.screen = screen;
        effects.push(Effect::FocusHeading);
    }

    /// Writes a record, or removes it.
    pub(super) fn put(&mut self, name: Name, value: Option<Record>) -> Stamp {
        self.dirty.push(name);
        self.records.put(name, value)
    }

    /// Writes records so that it can be taken back.
    pub(super) fn change(&mut self, what: Undoable, writes: Vec<(Name, Option<Record>)>) {
        let mut before = Vec::with_capacity(writes.len());
        for (name, value) in writes {
            let held = self.records.stamped(name).cloned();
            before.push((name, held, self.put(name, value)));
        }
        if self.undo.len() == UNDO_LIMIT {
            self.undo.remove(0);
        }
        self.undo.push(Change { what, before });
    }

    /// Takes back the last change of which anything stands, as far as nobody wrote over it.
    pub(super) fn take_back(&mut self) {
        let change = loop {
            match self.undo.pop() {
                Some(change) if self.stands(&change) => break change,
                Some(_) => {}
                None => return,
            }
        };
        for (name, before, written) in change.before {
            if !self.is_as_written(name, written) {
                continue;
            }
            let (value, stamp) = match before {
                Some(before) => (before.value, Some(before.stamp)),
                None => (None, None),
            };
            let written_again = self.put(name, value);
            // The change before this one wrote what stands there again.
            for (other, _, written) in self.undo.iter_mut().flat_map(|change| &mut change.before) {
                if *other == name && Some(*written) == stamp {
                    *written = written_again;
                }
            }
        }
    }

    pub(super) fn forget_changes(&mut self) {
        self.undo.clear();
    }
}
