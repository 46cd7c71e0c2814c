//! The stored records of the practice: small and stamped like those of the audit, so that tabs merge
//! record by record. A removed record leaves a tombstone, without which an older write of another
//! tab would bring it back; tombstones go when everything is deleted.

use std::fmt;

use super::{Circle, Key, Loop, Plan, Relationship, Week};
use crate::format::{Fields, push};
use crate::stored::{self, RecordError, Stamped};
use json::Json;

/// The name of a record: the last part of its storage key, after `practice:`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    /// `relationship-<key>`
    Relationship(Key),
    /// `circle`
    Circle,
    /// `plan`: the planned act.
    Plan,
    /// `week-<key of its plan>`: one week of the log.
    Week(Key),
    /// `loop`: since when the weekly loop runs, and the result that it began with.
    Loop,
}

/// The value of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    /// See [`Name::Relationship`].
    Relationship(Relationship),
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
            Self::Circle => formatter.write_str("circle"),
            Self::Plan => formatter.write_str("plan"),
            Self::Loop => formatter.write_str("loop"),
        }
    }
}

impl Name {
    /// Reads what `Display` writes; `None` for anything else.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        match text {
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

    /// Reads the record of this name. Its value is `None` for the tombstone of a removed record.
    ///
    /// # Errors
    /// See [`RecordError`]; every fault has its path.
    pub fn read(self, text: &str) -> Result<Stamped<Option<Record>>, RecordError> {
        stored::read(text, |root, reader| {
            if !root.field("removed").is_missing() {
                return Some(None);
            }
            let record = match self {
                Self::Relationship(_) => {
                    Relationship::read_fields(root, reader).map(Record::Relationship)
                }
                Self::Circle => Circle::read_fields(root, reader).map(Record::Circle),
                Self::Plan => Plan::read_fields(root, reader).map(Record::Plan),
                Self::Week(_) => Week::read_fields(root, reader).map(Record::Week),
                Self::Loop => Loop::read_fields(root, reader).map(Record::Loop),
            };
            record.map(Some)
        })
    }
}

/// The plan in a stored text; `None` for a tombstone, and for a text that cannot be read.
#[must_use]
pub fn read_plan(text: &str) -> Option<Plan> {
    let read: Result<Stamped<Plan>, _> = stored::read(text, Plan::read_fields);
    Some(read.ok()?.value)
}

/// The stored text of a record, or of the tombstone of a removed one.
#[must_use]
pub fn to_text(record: &Stamped<Option<Record>>) -> String {
    stored::write(&record.stamp, |entries| match &record.value {
        None => push("removed", Json::Bool(true), entries),
        Some(Record::Relationship(relationship)) => relationship.write_fields(entries),
        Some(Record::Circle(circle)) => circle.write_fields(entries),
        Some(Record::Plan(plan)) => plan.write_fields(entries),
        Some(Record::Week(week)) => week.write_fields(entries),
        Some(Record::Loop(running)) => running.write_fields(entries),
    })
}
