//! What can be wrong with a text or a value, as data. The English for it is in the `Display`
//! implementations of this file and nowhere else.

use std::fmt;

use super::{MAX_DEPTH, MAX_VALUES};

/// One fault and its location.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// JSONPath-like location, for example `$.items[3].keying`.
    pub path: String,
    /// What is wrong there.
    pub kind: FaultKind,
}

/// Every fault found, in reading order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// The text is larger than this many bytes.
    TooLarge(usize),
    /// The text is not JSON, or exceeds a limit of the parser.
    Syntax {
        /// What the parser met.
        syntax: Syntax,
        /// Line of the offending byte, from 1.
        line: usize,
        /// Its column in characters, from 1.
        column: usize,
    },
    /// A required field is missing.
    Missing(Expected),
    /// A value of another kind, or a number out of range.
    Unexpected {
        /// What belongs here.
        expected: Expected,
        /// The kind that was found, see [`Json::kind`](crate::Json::kind).
        found: &'static str,
    },
    /// A text without a visible character.
    Empty,
    /// A text of more than this many characters.
    TooLong(usize),
    /// A list or an object of more than this many entries.
    TooMany(usize),
    /// A text that is none of the terms allowed here.
    NotOneOf {
        /// The text.
        found: String,
        /// The terms.
        allowed: Vec<&'static str>,
    },
    /// A text that does not follow the notation required here.
    NotA(Notation, String),
    /// A key that is not an id.
    KeyNotAnId,
    /// A number that is not one of the five response options.
    NotAnOption,
    /// The instrument has no form of this name.
    NoSuchForm(&'static str),
    /// The instrument has no item of this id.
    NoSuchItem,
    /// The item is not part of the form of this name.
    NotInForm(&'static str),
    /// A format version below the first.
    UnreleasedVersion,
    /// Another value than this one of a constant text.
    NotTheText(&'static str),
    /// Another value than this one of a constant number.
    NotTheNumber(u64),
    /// A part of a score beside `"score": null`.
    WithoutScore,
    /// The bands of an interval's ends are equal or in the wrong order.
    BandOrder,
    /// A finding that lists another number of directions than its kind has, or one twice.
    FindingCount,
    /// The planned act does not fit where the person stands.
    ActDoesNotFit,
    /// A number that is not a position in the relationship map of the file.
    NotInMap,
    /// A backup without records.
    NoRecords,
    /// A record of another audit than this one, which those before it belong to.
    OtherAudit(String),
    /// Results that answer another instrument.
    OtherInstrument {
        /// Id of that instrument.
        id: String,
        /// Its version.
        version: String,
    },
    /// A rule of the instrument format, in words.
    Rule(String),
}

/// What belongs in the place of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// An object.
    Object,
    /// A list.
    List,
    /// A text.
    Text,
    /// Any finite number.
    Number,
    /// A number from the first to the second, both included.
    Range(u8, u8),
    /// A position from 1 to this.
    Position(usize),
    /// A number of 0 or more.
    NotNegative,
    /// This number.
    Constant(&'static str),
    /// A whole number from 0 to 2^53 − 1.
    Whole,
    /// `true` or `false`.
    Flag,
    /// `null`.
    Null,
    /// A response: 1 to 5, `"not_applicable"` or null.
    Response,
    /// One of these terms.
    Term(Vec<&'static str>),
}

/// How a text has to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    /// An id of an instrument, a scale, a facet or an item.
    Id,
    /// A semantic version.
    Version,
    /// A BCP 47 language tag.
    Language,
    /// The hash of an instrument.
    Hash,
    /// A moment in RFC 3339, UTC, to the second.
    Moment,
    /// The key of a relationship or a plan.
    Key,
}

/// What the parser met instead of JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Syntax {
    /// The text ends too early.
    End,
    /// No value where one belongs.
    Value,
    /// Neither a comma nor the end of a list or an object.
    Separator,
    /// A key that is not a string.
    Key,
    /// No colon after a key.
    Colon,
    /// A control character in a string.
    Control,
    /// An unknown escape in a string.
    Escape,
    /// Half a surrogate pair in a string.
    Surrogate,
    /// A malformed number.
    Number,
    /// A number beyond the range of f64.
    NumberRange,
    /// More text after the value.
    Trailing,
    /// More than [`MAX_VALUES`] values.
    TooManyValues,
    /// Nesting deeper than [`MAX_DEPTH`].
    TooDeep,
    /// A string of more than this many bytes.
    LongString(usize),
    /// A key that occurs twice in one object.
    DuplicateKey(String),
}

impl From<String> for FaultKind {
    fn from(rule: String) -> Self {
        Self::Rule(rule)
    }
}

impl From<&str> for FaultKind {
    fn from(rule: &str) -> Self {
        Self::Rule(rule.to_owned())
    }
}

impl Faults {
    /// A list of one fault.
    #[must_use]
    pub fn one(path: &str, kind: impl Into<FaultKind>) -> Self {
        Self(vec![Fault {
            path: path.to_owned(),
            kind: kind.into(),
        }])
    }

    /// `Ok(value)` if nothing is wrong, else the faults.
    ///
    /// # Errors
    /// The faults collected so far, if there are any or if `value` is missing.
    pub fn or_value<T>(self, value: Option<T>) -> Result<T, Self> {
        match value {
            Some(value) if self.0.is_empty() => Ok(value),
            _ => Err(self),
        }
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.0.iter().enumerate() {
            if index > 0 {
                formatter.write_str("\n")?;
            }
            fault.fmt(formatter)?;
        }
        Ok(())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.path, self.kind)
    }
}

impl fmt::Display for FaultKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::TooLarge(max) => return write!(formatter, "longer than {max} bytes"),
            Self::Syntax {
                syntax,
                line,
                column,
            } => return write!(formatter, "{syntax} at line {line} column {column}"),
            Self::Missing(expected) => return write!(formatter, "is missing; expected {expected}"),
            Self::Unexpected { expected, found } => {
                return write!(formatter, "expected {expected}, found {found}");
            }
            Self::TooLong(max) => return write!(formatter, "is longer than {max} characters"),
            Self::TooMany(max) => return write!(formatter, "has more than {max} entries"),
            Self::NotOneOf { found, allowed } => {
                write!(formatter, "\"{found}\" is not one of ")?;
                return list(allowed, formatter);
            }
            Self::NotA(notation, found) => {
                return write!(formatter, "\"{found}\" is not {}", notation.name());
            }
            Self::NoSuchForm(form) => return write!(formatter, "there is no form \"{form}\""),
            Self::NotInForm(form) => return write!(formatter, "is not part of the {form} form"),
            Self::NotTheText(text) => return write!(formatter, "is not \"{text}\""),
            Self::NotTheNumber(number) => return write!(formatter, "is not {number}"),
            Self::OtherAudit(audit) => {
                return write!(
                    formatter,
                    "is not a record of \"{audit}\", as those before it"
                );
            }
            Self::OtherInstrument { id, version } => {
                return write!(
                    formatter,
                    "answers to \"{id}\" {version}, which is not the questionnaire on this page"
                );
            }
            Self::Empty => "is empty",
            Self::KeyNotAnId => "is not under an id",
            Self::NotAnOption => "is not a response: 1, 2, 3, 4 or 5",
            Self::NoSuchItem => "there is no such item",
            Self::UnreleasedVersion => "is not a released version",
            Self::WithoutScore => "belongs to a score, and there is none",
            Self::BandOrder => "is not two different bands, the lower first",
            Self::FindingCount => {
                "is not a finding: one direction for \"weakest\", two or more for \"too_close\", none for \"not_enough\", each once"
            }
            Self::ActDoesNotFit => "does not fit the place",
            Self::NotInMap => "is not a place in the map",
            Self::NoRecords => "holds no record",
            Self::Rule(rule) => rule,
        })
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Object => "an object",
            Self::List => "a list",
            Self::Text => "a text",
            Self::Number => "a number",
            Self::Whole => "a whole number of 0 or more",
            Self::Flag => "true or false",
            Self::Null => "null",
            Self::Response => "1 to 5, \"not_applicable\" or null",
            Self::Term(terms) => {
                formatter.write_str("one of ")?;
                return list(terms, formatter);
            }
            Self::Range(from, to) => return write!(formatter, "a number from {from} to {to}"),
            Self::Position(last) => return write!(formatter, "a position from 1 to {last}"),
            Self::NotNegative => "a number of 0 or more",
            Self::Constant(number) => number,
        })
    }
}

impl Notation {
    fn name(self) -> &'static str {
        match self {
            Self::Id => "an id",
            Self::Version => "a version like \"1.0.0\"",
            Self::Language => "a language tag like \"en\"",
            Self::Hash => "\"fnv1a64:\" and 16 hexadecimal digits",
            Self::Moment => "a time like \"2026-11-21T09:00:00Z\"",
            Self::Key => "a key",
        }
    }
}

impl fmt::Display for Syntax {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::End => "EOF while parsing JSON",
            Self::Value => "expected value",
            Self::Separator => "expected a comma or the end of a list or an object",
            Self::Key => "key must be a string",
            Self::Colon => "expected `:`",
            Self::Control => "control character in a string",
            Self::Escape => "invalid escape",
            Self::Surrogate => "half a surrogate pair",
            Self::Number => "invalid number",
            Self::NumberRange => "number out of range",
            Self::Trailing => "trailing characters",
            Self::TooManyValues => return write!(formatter, "more than {MAX_VALUES} values"),
            Self::TooDeep => return write!(formatter, "nested deeper than {MAX_DEPTH} levels"),
            Self::LongString(max) => return write!(formatter, "a text longer than {max} bytes"),
            Self::DuplicateKey(key) => return write!(formatter, "the key \"{key}\" twice"),
        })
    }
}

fn list(terms: &[&str], formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (index, term) in terms.iter().enumerate() {
        formatter.write_str(if index > 0 { ", " } else { "" })?;
        formatter.write_str(term)?;
    }
    Ok(())
}
