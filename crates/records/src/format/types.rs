//! The values that records are made of.

use std::fmt;

#[cfg(feature = "schema")]
use super::{Definitions, object};
use super::{Format, Reader};
use crate::format::macros::term_format;
use json::{Cursor, Expected, FaultKind, Faults, Json, Notation};
use measure::instrument::{FormName, Id, is_language, is_version};
use measure::response::{OptionNumber, Response};
use measure::scoring::{Band, NoteCode};
use measure::time::UnixMs;

/// Pattern of a text with a visible character.
#[cfg(feature = "schema")]
pub(super) const VISIBLE: &str = "\\S";

#[cfg(feature = "schema")]
fn text_schema(pattern: &str) -> Json {
    object([("type", "string".into()), ("pattern", pattern.into())])
}

term_format!(FormName, FormName::ALL);
term_format!(Band, Band::ALL);
term_format!(
    NoteCode,
    [
        NoteCode::StraightLining,
        NoteCode::TooFast,
        NoteCode::ManyMissing
    ]
);

impl Format for bool {
    fn read(at: &Cursor<'_>, reader: &mut Reader) -> Option<Self> {
        if let Some(Json::Bool(flag)) = at.value() {
            return Some(*flag);
        }
        at.expected(Expected::Flag, &mut reader.faults);
        None
    }
    fn write(&self) -> Json {
        Json::Bool(*self)
    }
    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        object([("type", "boolean".into())])
    }
}

/// A whole number from 0 to 2^53 − 1.
impl Format for u64 {
    fn read(at: &Cursor<'_>, reader: &mut Reader) -> Option<Self> {
        at.whole(&mut reader.faults)
    }
    fn write(&self) -> Json {
        (*self).into()
    }
    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        object([
            ("type", "integer".into()),
            ("minimum", 0.into()),
            ("maximum", ((1_u64 << 53) - 1).into()),
        ])
    }
}

/// Only null.
impl Format for () {
    fn read(at: &Cursor<'_>, reader: &mut Reader) -> Option<Self> {
        if at.value() == Some(&Json::Null) {
            return Some(());
        }
        at.expected(Expected::Null, &mut reader.faults);
        None
    }
    fn write(&self) -> Json {
        Json::Null
    }
    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        object([("type", "null".into())])
    }
}

/// A text with a visible character.
impl Format for String {
    fn read(at: &Cursor<'_>, reader: &mut Reader) -> Option<Self> {
        at.text(&mut reader.faults).map(str::to_owned)
    }
    fn write(&self) -> Json {
        self.as_str().into()
    }
    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        text_schema(VISIBLE)
    }
}

/// Reads a text in a notation; `parse` returns `None` for any other.
pub(crate) fn read_notation<T>(
    at: &Cursor<'_>,
    notation: Notation,
    parse: impl FnOnce(&str) -> Option<T>,
    reader: &mut Reader,
) -> Option<T> {
    let text = at.text(&mut reader.faults)?;
    let value = parse(text);
    if value.is_none() {
        let kind = FaultKind::NotA(notation, text.to_owned());
        at.fault(kind, &mut reader.faults);
    }
    value
}

impl Format for Id {
    fn read(at: &Cursor<'_>, reader: &mut Reader) -> Option<Self> {
        read_notation(at, Notation::Id, Self::new, reader)
    }
    fn write(&self) -> Json {
        self.as_str().into()
    }
    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        text_schema("^[A-Za-z0-9._-]{1,64}$")
    }
}

/// A moment in UTC to the second, as in RFC 3339.
impl Format for UnixMs {
    fn read(at: &Cursor<'_>, reader: &mut Reader) -> Option<Self> {
        read_notation(at, Notation::Moment, Self::from_rfc3339, reader)
    }
    fn write(&self) -> Json {
        self.to_rfc3339().as_str().into()
    }
    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        object([
            ("type", "string".into()),
            ("format", "date-time".into()),
            ("pattern", r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$".into()),
        ])
    }
}

/// Declares a text in a notation, kept as it is written.
macro_rules! notation {
    ($(#[$about:meta])* $name:ident, $notation:ident, $is:path, $pattern:literal) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub(crate) struct $name(pub(crate) String);

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl Format for $name {
            fn read(at: &Cursor<'_>, reader: &mut Reader) -> Option<Self> {
                let parse = |text: &str| $is(text).then(|| Self(text.to_owned()));
                read_notation(at, Notation::$notation, parse, reader)
            }
            fn write(&self) -> Json {
                self.0.as_str().into()
            }
            #[cfg(feature = "schema")]
            fn schema(_: &mut Definitions) -> Json {
                text_schema($pattern)
            }
        }
    };
}

notation!(
    /// A semantic version.
    SemanticVersion, Version, is_version, r"^\d+\.\d+\.\d+$"
);
notation!(
    /// A BCP 47 language tag.
    Language, Language, is_language, "^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*$"
);
notation!(
    /// `fnv1a64:` and 16 hexadecimal digits.
    Hash, Hash, is_hash, "^fnv1a64:[0-9a-f]{16}$"
);

/// Whether `text` is written like the hash of an instrument.
#[must_use]
pub fn is_hash(text: &str) -> bool {
    text.strip_prefix("fnv1a64:").is_some_and(|digits| {
        let hexadecimal = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        digits.len() == 16 && digits.bytes().all(hexadecimal)
    })
}

/// 1 to 5 as chosen, or `"not_applicable"`.
impl Format for Response {
    fn read(at: &Cursor<'_>, reader: &mut Reader) -> Option<Self> {
        let faults = &mut reader.faults;
        match at.value() {
            Some(Json::String(text)) if text == NOT_APPLICABLE => {
                return Some(Self::NotApplicable);
            }
            Some(Json::Number(_)) => {
                let whole = at.whole(&mut Faults::default());
                let chosen = whole.and_then(OptionNumber::new);
                if chosen.is_none() {
                    at.fault(FaultKind::NotAnOption, faults);
                }
                return chosen.map(Self::Chosen);
            }
            _ => at.expected(Expected::Response, faults),
        }
        None
    }
    fn write(&self) -> Json {
        match self {
            Self::NotApplicable => NOT_APPLICABLE.into(),
            Self::Chosen(option) => u64::from(option.get()).into(),
        }
    }
    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        let options = OptionNumber::ALL.map(|option| Self::Chosen(option).write());
        let mut all = options.to_vec();
        all.push(NOT_APPLICABLE.into());
        object([("enum", Json::Array(all))])
    }
}

const NOT_APPLICABLE: &str = "not_applicable";

fn read_range(at: &Cursor<'_>, max: f64, expected: Expected, reader: &mut Reader) -> Option<f64> {
    match at.value() {
        Some(Json::Number(number)) if (0.0..=max).contains(number) => Some(*number),
        _ => {
            at.expected(expected, &mut reader.faults);
            None
        }
    }
}

/// Score points, 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Points(pub(crate) f64);

impl Format for Points {
    fn read(at: &Cursor<'_>, reader: &mut Reader) -> Option<Self> {
        read_range(at, 100.0, Expected::Range(0, 100), reader).map(Self)
    }
    fn write(&self) -> Json {
        Json::Number(self.0)
    }
    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        object([
            ("type", "number".into()),
            ("minimum", 0.into()),
            ("maximum", 100.into()),
        ])
    }
}

/// A number of 0 or more.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct NotNegative(pub(crate) f64);

impl Format for NotNegative {
    fn read(at: &Cursor<'_>, reader: &mut Reader) -> Option<Self> {
        read_range(at, f64::MAX, Expected::NotNegative, reader).map(Self)
    }
    fn write(&self) -> Json {
        Json::Number(self.0)
    }
    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        object([("type", "number".into()), ("minimum", 0.into())])
    }
}
