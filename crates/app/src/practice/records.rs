//! The records of the practice as last-writer-wins registers, and the views that are read from them.

use super::map::Map;
use super::plan::Plan;
use super::weekly::{Loop, Week};
use records::practice::Circle;
use records::practice::record::{Name, Record, to_text};
use records::registers::Registers;
use records::stored::Stamped;

/// The records as this page knows them. A removed record stays as a tombstone without a value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Records {
    pub(super) registers: Registers<Name, Option<Record>>,
}

impl Records {
    /// The record, unless there is none or it was removed.
    fn get(&self, name: Name) -> Option<&Record> {
        self.registers.get(&name)?.value.as_ref()
    }

    /// Every record without the tombstones.
    pub(super) fn present(&self) -> impl Iterator<Item = (Name, &Record)> {
        self.registers
            .iter()
            .filter_map(|(name, register)| Some((*name, register.value.as_ref()?)))
    }

    /// The text of a record, as it is stored.
    pub(super) fn text(&self, name: Name) -> Option<String> {
        self.registers.get(&name).map(to_text)
    }

    /// The register under `name`.
    pub(super) fn stamped(&self, name: Name) -> Option<&Stamped<Option<Record>>> {
        self.registers.get(&name)
    }

    /// The relationships, oldest first.
    pub(super) fn map(&self) -> Map {
        let entries = self
            .present()
            .filter_map(|(name, record)| match (name, record) {
                (Name::Relationship(key), Record::Relationship(one)) => Some((key, one.clone())),
                _ => None,
            });
        Map(entries.collect())
    }

    /// The support circle; blank if nothing was answered.
    pub(super) fn circle(&self) -> Circle {
        match self.get(Name::Circle) {
            Some(Record::Circle(circle)) => circle.clone(),
            _ => Circle::default(),
        }
    }

    /// The plan under way, unless its week was closed, perhaps in another tab.
    pub(super) fn plan(&self) -> Option<&Plan> {
        match self.get(Name::Plan)? {
            Record::Plan(plan) if self.get(Name::Week(plan.key)).is_none() => Some(plan),
            _ => None,
        }
    }

    /// The log, oldest week first. Imported weeks have later keys than older ones, so the keys do
    /// not order them. Inserted, not sorted: another sort would be more to download.
    pub(super) fn weeks(&self) -> Vec<&Week> {
        let mut weeks: Vec<&Week> = Vec::new();
        for (_, record) in self.present() {
            if let Record::Week(week) = record {
                let index = weeks.partition_point(|other| other.closed_at <= week.closed_at);
                weeks.insert(index, week);
            }
        }
        weeks
    }

    /// The weekly loop, once an act was planned.
    pub(super) fn running(&self) -> Option<&Loop> {
        match self.get(Name::Loop)? {
            Record::Loop(running) => Some(running),
            // Not reached: a record has the type of its name.
            _ => None,
        }
    }
}
