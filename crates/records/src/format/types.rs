//! The values that records are made of.

use super::{Field, Reader};
use crate::format::macros::term_format;
use crate::stored::{MAX_ACTIVE_MS, MAX_CLOCK};
#[cfg(feature = "schema")]
use json::MAX_WHOLE;
use json::visible::excerpt;
use json::{Cursor, Expected, FaultKind, Faults, Json, Notation};
use measure::instrument::{FormName, Id, WordingState, is_language, is_version};
#[cfg(feature = "schema")]
use measure::limits::ID_LENGTH;
#[cfg(feature = "schema")]
use measure::response::MAX_OPTIONS;
use measure::response::{OptionNumber, Response};
use measure::scoring::{Band, FindingKind, NoteCode};
use measure::time::{MAX_ACTIVE_SECONDS, UnixMs};

/// Pattern of a text with a visible character.
#[cfg(feature = "schema")]
pub(super) const VISIBLE: &str = "\\S";

term_format!(FormName);
term_format!(WordingState);
term_format!(Band);
term_format!(FindingKind);
term_format!(NoteCode);

/// Implements [`Format`] for a type whose values have this JSON Schema.
macro_rules! value {
    (
        $type:ty, {$($key:literal: $entry:expr),+},
        read: $read:expr, write: $write:expr
    ) => {
        impl $crate::format::Format for $type {
            fn read(
                at: &::json::Cursor<'_>,
                reader: &mut $crate::format::Reader,
            ) -> Option<Self> {
                let read: fn(&::json::Cursor<'_>, &mut $crate::format::Reader) -> Option<Self> = $read;
                read(at, reader)
            }
            fn write(&self) -> ::json::Json {
                let write: fn(&Self) -> ::json::Json = $write;
                write(self)
            }
            #[cfg(feature = "schema")]
            fn schema(_: &mut $crate::format::Definitions) -> ::json::Json {
                $crate::format::object([$(($key, $entry.into())),+])
            }
        }
    };
}

pub(crate) use value;

value!(bool, {"type": "boolean"},
    read: |at, reader| match at.value() {
        Some(Json::Bool(flag)) => Some(*flag),
        _ => unexpected(at, Expected::Flag, reader),
    },
    write: |flag| Json::Bool(*flag));

value!(u64, {"type": "integer", "minimum": 0, "maximum": MAX_WHOLE},
    read: |at, reader| at.whole(&mut reader.faults),
    write: |number| (*number).into());

/// A whole number up to `MOST` that is always present.
pub(crate) struct UpTo<const MOST: u64>;

/// A logical clock.
pub(crate) type Ticks = UpTo<MAX_CLOCK>;
/// Milliseconds with an item on screen.
pub(crate) type ActiveMs = UpTo<MAX_ACTIVE_MS>;
/// Seconds with an item on screen.
pub(crate) type ActiveSeconds = UpTo<MAX_ACTIVE_SECONDS>;

impl<const MOST: u64> Field<u64> for UpTo<MOST> {
    fn read(object: &Cursor<'_>, key: &str, reader: &mut Reader) -> Option<u64> {
        object.field(key).whole_to(MOST, &mut reader.faults)
    }
    fn write(value: &u64, key: &str, entries: &mut super::Entries) {
        super::push(key, (*value).into(), entries);
    }
    #[cfg(feature = "schema")]
    fn describe(key: &str, about: &[&str], object: &mut super::ObjectSchema<'_>) {
        let schema = [
            ("type", "integer".into()),
            ("minimum", 0.into()),
            ("maximum", MOST.into()),
        ];
        object.add(key, about, super::object(schema), true);
    }
}

value!((), {"type": "null"},
    read: |at, reader| match at.value() {
        Some(Json::Null) => Some(()),
        _ => unexpected(at, Expected::Null, reader),
    },
    write: |()| Json::Null);

// A text with a visible character.
value!(String, {"type": "string", "pattern": VISIBLE},
    read: |at, reader| at.text(&mut reader.faults).map(str::to_owned),
    write: |text| text.as_str().into());

value!(Id, {"type": "string", "pattern": format!("^[A-Za-z0-9._-]{{1,{ID_LENGTH}}}$").as_str()},
    read: |at, reader| read_notation(at, Notation::Id, Id::new, reader),
    write: |id| id.as_str().into());

// A moment in UTC to the second, as in RFC 3339.
value!(UnixMs, {
        "type": "string", "format": "date-time",
        "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$"
    },
    read: |at, reader| read_notation(at, Notation::Moment, UnixMs::from_rfc3339, reader),
    write: |moment| moment.to_rfc3339().as_str().into());

/// A semantic version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SemanticVersion(pub(crate) String);

value!(SemanticVersion, {"type": "string", "pattern": r"^\d{1,9}\.\d{1,9}\.\d{1,9}$"},
    read: |at, reader| read_checked(at, Notation::Version, is_version, reader).map(Self),
    write: |version| version.0.as_str().into());

/// A BCP 47 language tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Language(pub(crate) String);

value!(Language, {
        "type": "string", "maxLength": 64_u64, "pattern": "^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*$"
    },
    read: |at, reader| read_checked(at, Notation::Language, is_language, reader).map(Self),
    write: |language| language.0.as_str().into());

/// The hash of an instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hash(pub(crate) String);

value!(Hash, {"type": "string", "pattern": "^fnv1a64:[0-9a-f]{16}$"},
    read: |at, reader| read_checked(at, Notation::Hash, is_hash, reader).map(Self),
    write: |hash| hash.0.as_str().into());

/// Whether `text` is written like the hash of an instrument.
#[must_use]
pub fn is_hash(text: &str) -> bool {
    text.strip_prefix("fnv1a64:").is_some_and(|digits| {
        let hexadecimal = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        digits.len() == 16 && digits.bytes().all(hexadecimal)
    })
}

/// Score points, 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Points(pub(crate) f64);

value!(Points, {"type": "number", "minimum": 0, "maximum": 100},
    read: |at, reader| read_number(at, 100.0, Expected::Range(0, 100), reader).map(Self),
    write: |points| Json::Number(points.0));

/// A whole number of percents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Percents(pub(crate) u64);

value!(Percents, {"type": "integer", "minimum": 0, "maximum": 100},
    read: |at, reader| match at.whole(&mut Faults::default()) {
        Some(number @ 0..=100) => Some(Self(number)),
        _ => unexpected(at, Expected::Percents, reader),
    },
    write: |percents| percents.0.into());

/// A number of 0 or more.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct NotNegative(pub(crate) f64);

value!(NotNegative, {"type": "number", "minimum": 0},
    read: |at, reader| read_number(at, f64::MAX, Expected::NotNegative, reader).map(Self),
    write: |number| Json::Number(number.0));

const NOT_APPLICABLE: &str = "not_applicable";

// A response option as chosen, or that the item does not apply.
value!(Response, {"enum": Json::Array(
    (1..=MAX_OPTIONS as u64).map(Json::from).chain([NOT_APPLICABLE.into()]).collect()
)},
read: |at, reader| match at.value() {
    Some(Json::String(text)) if text == NOT_APPLICABLE => Some(Self::NotApplicable),
    Some(Json::Number(_)) => {
        let whole = at.whole(&mut Faults::default());
        let chosen = whole.and_then(OptionNumber::new);
        let offered = chosen.filter(|option| usize::from(option.get()) <= reader.options);
        if offered.is_none() {
            at.fault(FaultKind::NotAnOption(reader.options), &mut reader.faults);
        }
        offered.map(Self::Chosen)
    }
    _ => unexpected(at, Expected::Response, reader),
},
write: |response| match response {
    Self::NotApplicable => NOT_APPLICABLE.into(),
    Self::Chosen(option) => u64::from(option.get()).into(),
});

/// Records that `expected` belongs here.
pub(crate) fn unexpected<T>(at: &Cursor<'_>, expected: Expected, reader: &mut Reader) -> Option<T> {
    at.expected(expected, &mut reader.faults);
    None
}

/// Reads a text in a notation; `parse` returns `None` for any other text.
pub(crate) fn read_notation<T>(
    at: &Cursor<'_>,
    notation: Notation,
    parse: impl FnOnce(&str) -> Option<T>,
    reader: &mut Reader,
) -> Option<T> {
    let text = at.text(&mut reader.faults)?;
    let value = parse(text);
    if value.is_none() {
        let kind = FaultKind::NotA(notation, excerpt(text));
        at.fault(kind, &mut reader.faults);
    }
    value
}

fn read_checked(
    at: &Cursor<'_>,
    notation: Notation,
    is: fn(&str) -> bool,
    reader: &mut Reader,
) -> Option<String> {
    let parse = |text: &str| is(text).then(|| text.to_owned());
    read_notation(at, notation, parse, reader)
}

fn read_number(at: &Cursor<'_>, max: f64, expected: Expected, reader: &mut Reader) -> Option<f64> {
    match at.value() {
        Some(Json::Number(number)) if (0.0..=max).contains(number) => Some(*number),
        _ => unexpected(at, expected, reader),
    }
}
