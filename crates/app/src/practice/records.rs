//! Every record of the practice as a last-writer-wins register (see `records::journal`), and the
//! views that are read from them.

use std::collections::BTreeMap;

use super::map::Map;
use super::plan::Plan;
use super::relationship::Key;
use super::weekly::{Loop, Week};
use records::practice::Circle;
use records::practice::record::{Name, Record, to_text};
use records::stored::{Stamp, Stamped, Writer};

/// The records as this page knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Records {
    writer: Writer,
    clock: u64,
    all: BTreeMap<Name, Stamped<Option<Record>>>,
}

impl Records {
    /// None yet.
    #[must_use]
    pub fn new(writer: Writer) -> Self {
        Self {
            writer,
            clock: 0,
            all: BTreeMap::new(),
        }
    }

    fn tick(&mut self) -> Stamp {
        self.clock = self.clock.saturating_add(1);
        Stamp {
            clock: self.clock,
            writer: self.writer,
        }
    }

    /// A name that nobody else gives.
    pub fn new_key(&mut self) -> Key {
        Key(self.tick())
    }

    /// Writes a record, or removes it. Its stamp, above every one seen so far.
    pub fn put(&mut self, name: Name, value: Option<Record>) -> Stamp {
        let stamp = self.tick();
        self.all.insert(name, Stamped { stamp, value });
        stamp
    }

    /// Takes in a record from storage or another tab, unless it is older than what is here.
    pub fn merge(&mut self, name: Name, record: Stamped<Option<Record>>) {
        self.clock = self.clock.max(record.stamp.clock);
        let newer = self
            .all
            .get(&name)
            .is_none_or(|mine| mine.stamp < record.stamp);
        if newer {
            self.all.insert(name, record);
        }
    }

    /// Drops a record without a marker, as when everything is deleted.
    pub fn drop_one(&mut self, name: Name) {
        self.all.remove(&name);
    }

    /// The record and its stamp.
    #[must_use]
    pub fn stamped(&self, name: Name) -> Option<&Stamped<Option<Record>>> {
        self.all.get(&name)
    }

    /// The record, unless there is none or it was removed.
    #[must_use]
    pub fn get(&self, name: Name) -> Option<&Record> {
        self.all.get(&name)?.value.as_ref()
    }

    /// Every record that is there, without the markers.
    pub fn present(&self) -> impl Iterator<Item = (Name, &Record)> {
        let all = self.all.iter();
        all.filter_map(|(name, record)| Some((*name, record.value.as_ref()?)))
    }

    /// The stored text of one.
    #[must_use]
    pub fn text(&self, name: Name) -> Option<String> {
        self.all.get(&name).map(to_text)
    }

    /// The relationships in the visitor's order.
    #[must_use]
    pub fn map(&self) -> Map {
        let order = match self.get(Name::Order) {
            Some(Record::Order(keys)) => keys.as_slice(),
            _ => &[],
        };
        let mut entries: Vec<_> = self
            .present()
            .filter_map(|(name, record)| match (name, record) {
                (Name::Relationship(key), Record::Relationship(one)) => Some((key, one.clone())),
                _ => None,
            })
            .collect();
        let place = |key: &Key| order.iter().position(|other| other == key);
        entries.sort_by_key(|(key, _)| (place(key).unwrap_or(order.len()), *key));
        Map(entries)
    }

    /// The support circle; blank if nothing was answered.
    #[must_use]
    pub fn circle(&self) -> Circle {
        match self.get(Name::Circle) {
            Some(Record::Circle(circle)) => circle.clone(),
            _ => Circle::default(),
        }
    }

    /// The plan under way.
    #[must_use]
    pub fn plan(&self) -> Option<&Plan> {
        match self.get(Name::Plan)? {
            // Another tab may have looked back on it while this one was writing.
            Record::Plan(plan) if self.get(Name::Week(plan.key)).is_none() => Some(plan),
            _ => None,
        }
    }

    /// The log, oldest week first. Weeks from a file have later keys than those that were here.
    #[must_use]
    pub fn weeks(&self) -> Vec<&Week> {
        let mut weeks: Vec<&Week> = Vec::new();
        for (_, record) in self.present() {
            if let Record::Week(week) = record {
                let place = weeks.partition_point(|other| other.closed_at <= week.closed_at);
                weeks.insert(place, week);
            }
        }
        weeks
    }

    /// The weekly loop, once an act was planned.
    #[must_use]
    pub fn running(&self) -> Option<&Loop> {
        match self.get(Name::Loop)? {
            Record::Loop(running) => Some(running),
            // Not reached: under its name stands a record of its kind.
            _ => None,
        }
    }
}
