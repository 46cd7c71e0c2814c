//! The data of the practice, as it is stored and exported. What is proposed, due or drawn from it
//! belongs to the `app` crate.

mod circle;
pub mod record;
mod terms;

use std::fmt;
use std::rc::Rc;

pub use circle::{Circle, CircleAnswer, Pattern};
pub use terms::{
    Act, AnyAct, Decision, Kind, LastTalk, Outcome, Outside, Place, Rhythm, Tie, Weekday,
};

#[cfg(feature = "schema")]
use crate::format::object;
use crate::format::{Format, List, Reader, Rules, Text, read_notation, record, unexpected, value};
use crate::stored::{MAX_CLOCK, Stamp, Writer};
use json::{Cursor, Expected, FaultKind, Faults, Json, Notation};
use measure::time::UnixMs;

/// Most relationships on a map.
pub const MAX_RELATIONSHIPS: usize = 15;
/// Most relationships in a file: two tabs may each have filled the map.
pub const MAX_EXPORTED_RELATIONSHIPS: usize = 2 * MAX_RELATIONSHIPS;
/// Most weeks in a file: ten years.
pub const MAX_EXPORTED_WEEKS: usize = 520;

/// Initials or a role word.
pub type Name = Text<1, 40>;
/// How to begin an act, on one or several lines.
pub type Opener = Text<1, 600, true>;
/// A plan in one sentence.
pub type Sentence = Text<1, 400>;
/// What was noticed in a week, on one or several lines.
pub type Noticed = Text<0, 600, true>;

/// Identifies a relationship or a plan for good. It is the stamp of its creation, so that no two
/// tabs ever make the same key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(pub Stamp);

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{}", self.0.clock, self.0.writer.0)
    }
}

impl Key {
    /// Reads exactly what `Display` writes.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let (clock, writer) = text.split_once('-')?;
        let key = Self(Stamp {
            clock: clock.parse().ok()?,
            writer: Writer(writer.parse().ok()?),
        });
        // Other spellings of a number would name the same record twice.
        (key.0.clock <= MAX_CLOCK && key.to_string() == text).then_some(key)
    }
}

value!(Key, {"type": "string"},
    read: |at, reader| read_notation(at, Notation::Key, Key::from_text, reader),
    write: |key| key.to_string().as_str().into());

record! {
    /// One relationship.
    #[derive(Eq)]
    pub struct Relationship {
        /// Initials or a role word.
        pub name: Name,
        /// Where the person stands, seen from the leader, once that was said.
        pub place: Option<Place> as Optional,
        /// What the person is to the leader, once that was said.
        pub kind: Option<Kind> as Optional,
        /// The state of the relationship, in the leader's view, once that was said.
        pub tie: Option<Tie> as Optional,
        /// When the two last really talked, once that was said.
        pub last_talk: Option<LastTalk> as Optional,
        /// Whether the leader marked it as important.
        pub important: bool,
    }
}

record! {
    /// What a plan says.
    #[derive(Eq)]
    #[rules(ActFits)]
    pub struct Words {
        /// Where the person stood when the plan was made, if that had been said.
        pub place: Option<Place> as Optional,
        /// Which act: a general one, or the first move of a square of the grid.
        pub act: AnyAct,
        /// How to begin, in the visitor's words.
        pub opener: Opener,
        /// The plan in one sentence, as it was said back to the visitor: on which day, what, with whom.
        pub says: Option<Sentence> as Optional,
    }
}

/// The act of a plan suits where the person stood.
struct ActFits;

impl Rules<Words> for ActFits {
    fn check(words: &Words, at: &Cursor<'_>, reader: &mut Reader) {
        if words.place.is_some_and(|place| !words.act.fits(place)) {
            let act = at.field("act");
            act.fault(FaultKind::ActDoesNotFit, &mut reader.faults);
        }
    }
    #[cfg(feature = "schema")]
    fn describe(schema: &mut crate::format::Entries) {
        let one_of = |terms| object([("enum", Json::Array(terms))]);
        let mut misfits = Vec::new();
        for act in Act::ALL {
            let places = Place::ALL.iter().filter(|place| !act.fits(**place));
            let places: Vec<Json> = places.map(Format::write).collect();
            if !places.is_empty() {
                let act = ("act", one_of(vec![act.write()]));
                let properties = object([act, ("place", one_of(places))]);
                let required = Json::Array(vec!["place".into()]);
                misfits.push(object([("properties", properties), ("required", required)]));
            }
        }
        let misfits = object([("anyOf", Json::Array(misfits))]);
        schema.push(("not".to_owned(), misfits));
    }
}

record! {
    /// A planned act with a person.
    #[derive(Eq)]
    pub struct Plan {
        /// Identifies this plan and the week that it leads to.
        pub key: Key,
        /// The relationship, which may have been removed from the map since.
        pub with: Key,
        /// When it was begun, to the second.
        pub begun_at: UnixMs,
        /// The middle of the day that it is for, by the visitor's clock.
        pub day: Option<UnixMs> as Optional,
        /// What it says.
        pub words: Words as Flat,
    }
}

record! {
    /// The review of one week.
    #[derive(Eq)]
    pub struct Week {
        /// What had been planned.
        pub plan: Plan as Flat,
        /// Whether it happened.
        pub outcome: Outcome,
        /// What the visitor noticed: may be empty.
        pub noticed: Noticed,
        /// What follows.
        pub decision: Decision,
        /// When the visitor reviewed it, to the second.
        pub closed_at: UnixMs,
    }
}

record! {
    /// The result that a loop began with, to show change against later.
    #[derive(Eq)]
    pub struct Baseline {
        /// When that audit was finished.
        pub ended_at: UnixMs,
        /// The exported document, as text.
        pub document: Rc<str>,
    }
}

record! {
    /// The weekly loop.
    #[derive(Eq)]
    pub struct Loop {
        /// When its first act was planned, to the second.
        pub since: UnixMs,
        /// When the audit is offered again, to the second.
        pub offer_at: UnixMs,
        /// The result that it began with, if there was one.
        pub baseline: Option<Baseline> as OptionalFlat,
    }
}

/// Characters of a long text in one JSON string: at four bytes each below
/// [`json::MAX_STRING`].
const PIECE: usize = 1000;

// A text that may be longer than a JSON string: a list of its pieces.
value!(Rc<str>, {"type": "array"},
read: |at, reader| {
    let mut text = String::new();
    for piece in at.elements(&mut reader.faults) {
        match piece.value() {
            Some(Json::String(piece)) => text += piece,
            _ => return unexpected(&piece, Expected::Text, reader),
        }
    }
    at.is_list().then(|| text.into())
},
write: |text| {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    for (index, character) in text.chars().enumerate() {
        if index % PIECE == 0 && index > 0 {
            pieces.push(Json::String(std::mem::take(&mut piece)));
        }
        piece.push(character);
    }
    pieces.push(Json::String(piece));
    Json::Array(pieces)
});

record! {
    /// The parts of the practice that the visitor ticked. None of it goes into the scores.
    #[derive(Eq, Default)]
    #[rules(WithSomebodyOnTheMap)]
    pub struct PracticeDocument {
        /// The relationship map, oldest relationship first.
        pub map: List<Relationship, MAX_EXPORTED_RELATIONSHIPS> as Optional,
        /// The support circle.
        pub circle: Option<Circle> as Optional,
        /// The planned act.
        pub plan: Option<ExportedPlan> as Optional,
        /// Reviews of earlier plans, oldest first.
        pub weeks: List<ExportedWeek, MAX_EXPORTED_WEEKS> as Optional,
    }
}

impl PracticeDocument {
    /// The practice in a parsed result, if there is one, or its faults with their paths.
    #[must_use]
    pub fn in_result(result: &Json) -> Option<Result<Self, Faults>> {
        let root = Cursor::root(result);
        let at = root.field("practice");
        let mut reader = Reader::default();
        let practice = (!at.is_missing()).then(|| Self::read(&at, &mut reader))?;
        Some(reader.faults.or_value(practice))
    }
}

record! {
    /// A planned act in a file. It has no keys, which would name the page that made them.
    #[derive(Eq)]
    pub struct ExportedPlan {
        /// With whom: the position in `map`, from 1, if the map is in the file and the person on it.
        pub with: Option<MapIndex> as Optional,
        /// What it says.
        pub words: Words as Flat,
        /// When the plan was begun: UTC, RFC 3339, to the second.
        pub begun_at: UnixMs,
        /// The middle of the day that it is for, by the visitor's clock: UTC, RFC 3339, to the second.
        pub day: Option<UnixMs> as Optional,
    }
}

record! {
    /// The review of one week in a file.
    #[derive(Eq)]
    pub struct ExportedWeek {
        /// What had been planned.
        pub plan: ExportedPlan,
        /// Whether it happened.
        pub outcome: Outcome,
        /// What the visitor noticed: may be empty.
        pub noticed: Noticed,
        /// What followed.
        pub decision: Decision,
        /// When the visitor reviewed it: UTC, RFC 3339, to the second.
        pub closed_at: UnixMs,
    }
}

/// Index into the map of a file: from 0 here, from 1 in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MapIndex(pub usize);

value!(MapIndex, {"type": "integer", "minimum": 1, "maximum": to_u64(MAX_EXPORTED_RELATIONSHIPS)},
    read: |at, reader| {
        let position = at.whole(&mut Faults::default());
        let index = position.and_then(|position| usize::try_from(position).ok()?.checked_sub(1));
        match index.filter(|index| *index < MAX_EXPORTED_RELATIONSHIPS) {
            Some(index) => Some(Self(index)),
            None => unexpected(at, Expected::Position(MAX_EXPORTED_RELATIONSHIPS), reader),
        }
    },
    write: |index| to_u64(index.0 + 1).into());

fn to_u64(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// Whoever a plan names is on the map of the file.
struct WithSomebodyOnTheMap;

impl Rules<PracticeDocument> for WithSomebodyOnTheMap {
    fn check(practice: &PracticeDocument, at: &Cursor<'_>, reader: &mut Reader) {
        let people = practice.map.0.len();
        let mut check = |plan: &ExportedPlan, at: &Cursor<'_>| {
            if plan.with.is_some_and(|with| with.0 >= people) {
                let with = at.field("with");
                with.fault(FaultKind::NotInMap, &mut reader.faults);
            }
        };
        if let Some(plan) = &practice.plan {
            check(plan, &at.field("plan"));
        }
        let weeks = at.field("weeks");
        let entries = weeks.elements(&mut Faults::default());
        for (week, entry) in practice.weeks.0.iter().zip(&entries) {
            check(&week.plan, &entry.field("plan"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_stored_in_strings_that_the_parser_accepts() {
        for length in [0, 1, PIECE, PIECE + 1, 5 * PIECE] {
            let text: Rc<str> = "\u{1f5fa}".repeat(length).into();
            let stored = text.write().to_string();
            let tree = json::parse(&stored).unwrap();
            let mut reader = Reader::default();
            let read = <Rc<str>>::read(&Cursor::root(&tree), &mut reader);
            assert_eq!(read, Some(text), "{length} characters");
        }
    }
}
