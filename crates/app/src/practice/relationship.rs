//! One relationship, as the leader sees it, and the form that describes it.

use std::fmt;

use super::terms::{Kind, LastTalk, Place, Tie};
use super::text::{Field, Lacking};
use json::{Cursor, Faults, Json};
use records::stored::{Stamp, Writer};

/// Names a relationship or a plan for good: the stamp it was made with, so that two tabs never
/// give the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(pub Stamp);

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{}", self.0.clock, self.0.writer.0)
    }
}

impl Key {
    /// Reads exactly what `Display` writes.
    pub fn from_text(text: &str) -> Option<Self> {
        let (clock, writer) = text.split_once('-')?;
        let key = Self(Stamp {
            clock: clock.parse().ok()?,
            writer: Writer(writer.parse().ok()?),
        });
        // Other spellings of a number would name the same record twice.
        (key.to_string() == text).then_some(key)
    }

    pub(super) fn read(place: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let key = Self::from_text(place.text(faults)?);
        if key.is_none() {
            place.fault("is not a key", faults);
        }
        key
    }
}

/// A relationship on the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relationship {
    /// Initials or a role word: 1 to 40 characters.
    pub name: String,
    /// Where the person stands.
    pub place: Place,
    /// What the person is to the leader.
    pub kind: Kind,
    /// How it stands.
    pub tie: Tie,
    /// When the two last really talked.
    pub last_talk: LastTalk,
    /// Whether the leader marked it as important.
    pub important: bool,
}

impl Relationship {
    pub(super) fn fields(&self) -> Vec<(&'static str, Json)> {
        vec![
            ("name", self.name.as_str().into()),
            ("place", self.place.as_str().into()),
            ("kind", self.kind.as_str().into()),
            ("tie", self.tie.as_str().into()),
            ("last_talk", self.last_talk.as_str().into()),
            ("important", Json::Bool(self.important)),
        ]
    }

    pub(super) fn read(root: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        root.object(faults);
        let name = required(Field::Name, &root.field("name"), faults);
        let place = Place::read(&root.field("place"), faults);
        let kind = Kind::read(&root.field("kind"), faults);
        let tie = Tie::read(&root.field("tie"), faults);
        let last_talk = LastTalk::read(&root.field("last_talk"), faults);
        let important = flag(&root.field("important"), faults);
        Some(Self {
            name: name?,
            place: place?,
            kind: kind?,
            tie: tie?,
            last_talk: last_talk?,
            important: important.unwrap_or_default(),
        })
    }
}

/// The form for a relationship, as far as it is filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// As typed.
    pub name: String,
    /// Follows the kind until it is picked.
    pub place: Option<Place>,
    /// See [`Relationship::kind`].
    pub kind: Option<Kind>,
    /// See [`Relationship::tie`].
    pub tie: Option<Tie>,
    /// See [`Relationship::last_talk`].
    pub last_talk: Option<LastTalk>,
    /// See [`Relationship::important`].
    pub important: bool,
}

impl Draft {
    /// The form filled in with what is known.
    pub fn of(relationship: &Relationship) -> Self {
        Self {
            name: relationship.name.clone(),
            place: Some(relationship.place),
            kind: Some(relationship.kind),
            tie: Some(relationship.tie),
            last_talk: Some(relationship.last_talk),
            important: relationship.important,
        }
    }

    /// Takes a kind; the place follows, unless the visitor picked another than the usual one.
    pub fn pick_kind(&mut self, kind: Kind) {
        let usual = self.kind.map(Kind::usual_place);
        if self.place.is_none() || self.place == usual {
            self.place = Some(kind.usual_place());
        }
        self.kind = Some(kind);
    }

    /// The relationship that the form describes.
    ///
    /// # Errors
    /// What it lacks, in the order of the form; never empty.
    pub fn finish(&self) -> Result<Relationship, Vec<Lacking>> {
        let mut lacking = Vec::new();
        let name = Field::Name.take(&self.name, true, &mut lacking);
        let picked = [
            (self.kind.is_some(), Lacking::Kind),
            (self.place.is_some(), Lacking::Place),
            (self.tie.is_some(), Lacking::Tie),
            (self.last_talk.is_some(), Lacking::LastTalk),
        ];
        let unpicked = picked.into_iter().filter(|(picked, _)| !picked);
        lacking.extend(unpicked.map(|(_, what)| what));
        match (self.place, self.kind, self.tie, self.last_talk) {
            (Some(place), Some(kind), Some(tie), Some(last_talk)) if lacking.is_empty() => {
                Ok(Relationship {
                    name,
                    place,
                    kind,
                    tie,
                    last_talk,
                    important: self.important,
                })
            }
            _ => Err(lacking),
        }
    }
}

/// A text of `field` that must not be empty.
pub(super) fn required(field: Field, place: &Cursor<'_>, faults: &mut Faults) -> Option<String> {
    place.text(faults)?;
    let text = optional(field, place, faults)?;
    if text.is_empty() {
        place.fault("is empty", faults);
        return None;
    }
    Some(text)
}

/// A text of `field`; one that is missing or null is empty.
pub(super) fn optional(field: Field, place: &Cursor<'_>, faults: &mut Faults) -> Option<String> {
    let text = match place.value() {
        None | Some(Json::Null) => return Some(String::new()),
        Some(Json::String(text)) => text,
        _ => {
            place.expected("a text", faults);
            return None;
        }
    };
    let cleaned = field.clean(text);
    if cleaned.is_err() {
        let limit = field.limit();
        place.fault(format!("is longer than {limit} characters"), faults);
    }
    cleaned.ok()
}

/// True or false; `None` where there is nothing or null.
pub(super) fn flag(place: &Cursor<'_>, faults: &mut Faults) -> Option<bool> {
    match place.value() {
        Some(Json::Bool(flag)) => Some(*flag),
        None | Some(Json::Null) => None,
        _ => {
            place.expected("true or false", faults);
            None
        }
    }
}
