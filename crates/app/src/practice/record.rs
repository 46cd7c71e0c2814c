//! The stored records of the practice: one small record each, stamped like those of the audit
//! (`record::stored`), so that tabs merge record by record. A removed one leaves a marker: without
//! it an older write of another tab would bring it back. Markers go when everything is deleted.

use std::fmt;

use super::circle::Circle;
use super::plan::Plan;
use super::relationship::{Key, Relationship};
use super::weekly::{Loop, Week};
use json::{Cursor, Faults, Json};
use records::stored::{self, RecordError, Stamped};

/// Which record: the last part of its storage key, behind `practice:`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    /// `relationship-<key>`
    Relationship(Key),
    /// `order`: the order of the relationships. Those that it does not list follow, oldest first.
    Order,
    /// `circle`
    Circle,
    /// `plan`: the act under way.
    Plan,
    /// `week-<key of its plan>`: one week of the log.
    Week(Key),
    /// `loop`: since when the weekly loop runs, and the result that it began with.
    Loop,
}

/// What a record holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    /// See [`Name::Relationship`].
    Relationship(Relationship),
    /// See [`Name::Order`].
    Order(Vec<Key>),
    /// See [`Name::Circle`].
    Circle(Circle),
    /// See [`Name::Plan`].
    Plan(Plan),
    /// See [`Name::Week`].
    Week(Week),
    /// See [`Name::Loop`].
    Loop(Loop),
}

impl fmt::Display for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Relationship(key) => write!(formatter, "relationship-{key}"),
            Self::Week(key) => write!(formatter, "week-{key}"),
            Self::Order => formatter.write_str("order"),
            Self::Circle => formatter.write_str("circle"),
            Self::Plan => formatter.write_str("plan"),
            Self::Loop => formatter.write_str("loop"),
        }
    }
}

impl Name {
    /// Reads what `Display` writes; anything else belongs to nobody here.
    pub fn from_text(text: &str) -> Option<Self> {
        match text {
            "order" => Some(Self::Order),
            "circle" => Some(Self::Circle),
            "plan" => Some(Self::Plan),
            "loop" => Some(Self::Loop),
            _ => match text.split_once('-')? {
                ("relationship", key) => Key::from_text(key).map(Self::Relationship),
                ("week", key) => Key::from_text(key).map(Self::Week),
                _ => None,
            },
        }
    }

    /// Reads the record of this name; its value is `None` where the marker of a removed one stands.
    ///
    /// # Errors
    /// See [`RecordError`]; every fault has its path.
    pub fn read(self, text: &str) -> Result<Stamped<Option<Record>>, RecordError> {
        stored::record(text, |root, faults| {
            if root.field("removed").is_missing() {
                self.read_fields(root, faults).map(Some)
            } else {
                Some(None)
            }
        })
    }

    fn read_fields(self, root: &Cursor<'_>, faults: &mut Faults) -> Option<Record> {
        match self {
            Self::Relationship(_) => Relationship::read(root, faults).map(Record::Relationship),
            Self::Order => {
                let keys = root.field("keys");
                let keys = keys.elements(faults).into_iter();
                let keys = keys.filter_map(|key| Key::read(&key, faults));
                Some(Record::Order(keys.collect()))
            }
            Self::Circle => Some(Record::Circle(Circle::read(root, faults))),
            Self::Plan => Plan::read(root, faults).map(Record::Plan),
            Self::Week(_) => Week::read(root, faults).map(Record::Week),
            Self::Loop => Loop::read(root, faults).map(Record::Loop),
        }
    }
}

/// The stored text of a record, or of the marker that it was removed.
pub fn to_text(record: &Stamped<Option<Record>>) -> String {
    let fields = match &record.value {
        None => vec![("removed", Json::Bool(true))],
        Some(Record::Relationship(relationship)) => relationship.fields(),
        Some(Record::Order(keys)) => {
            let keys = keys.iter().map(|key| Json::String(key.to_string()));
            vec![("keys", Json::Array(keys.collect()))]
        }
        Some(Record::Circle(circle)) => circle.fields(),
        Some(Record::Plan(plan)) => plan.fields(),
        Some(Record::Week(week)) => week.fields(),
        Some(Record::Loop(running)) => running.fields(),
    };
    stored::to_text(record.stamp, fields)
}
