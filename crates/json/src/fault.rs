//! What can be wrong with a text or a value, as data. Its English is in this file and nowhere else.

use std::fmt;

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

/// Declares an enum with the English of each variant, which may show the variant's data.
macro_rules! worded {
    (
        $(#[$about:meta])*
        pub enum $name:ident {
            $($(#[$doc:meta])* $variant:ident $(($($data:ident: $type:ty),+))? = $words:literal,)+
        }
    ) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum $name {
            $($(#[$doc])* $variant $(($($type),+))?,)+
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    $(Self::$variant $(($($data),+))? => write!(formatter, $words),)+
                }
            }
        }
    };
}

worded! {
    /// What is wrong with a value.
    pub enum FaultKind {
        /// The text is larger than this many bytes.
        TooLarge(max: usize) = "longer than {max} bytes",
        /// The text is not JSON, or exceeds a limit of the parser: in this line and column, from 1.
        Syntax(syntax: Syntax, line: usize, column: usize) = "{syntax} at line {line} column {column}",
        /// A required field is missing.
        Missing(expected: Expected) = "is missing; expected {expected}",
        /// A value of another kind, see [`Json::kind`](crate::Json::kind), or a number out of range.
        Unexpected(expected: Expected, found: &'static str) = "expected {expected}, found {found}",
        /// A text without a visible character.
        Empty = "is empty",
        /// A text of more than this many characters.
        TooLong(max: usize) = "is longer than {max} characters",
        /// A list or an object of more than this many entries.
        TooMany(max: usize) = "has more than {max} entries",
        /// A text that is not one of these terms.
        NotOneOf(found: String, terms: Terms) = "\"{found}\" is not one of {terms}",
        /// A text that is not written like this.
        NotA(notation: Notation, found: String) = "\"{found}\" is not {notation}",
        /// Another text than this constant.
        NotTheText(text: &'static str) = "is not \"{text}\"",
        /// Another number than this constant.
        NotTheNumber(number: u64) = "is not {number}",
        /// A format version below the first.
        UnreleasedVersion = "is not a released version",
        /// A key that is not an id.
        KeyNotAnId = "is not under an id",
        /// A number that is not one of the five response options.
        NotAnOption = "is not a response: 1, 2, 3, 4 or 5",
        /// The instrument has no form of this name.
        NoSuchForm(form: &'static str) = "there is no form \"{form}\"",
        /// The instrument has no item of this id.
        NoSuchItem = "there is no such item",
        /// The item is not part of the form of this name.
        NotInForm(form: &'static str) = "is not part of the {form} form",
        /// A part of a score beside `"score": null`.
        WithoutScore = "belongs to a score, and there is none",
        /// The bands of an interval's ends are equal or in the wrong order.
        BandOrder = "is not two different bands, the lower first",
        /// A finding that lists another number of directions than its kind has, or one twice.
        FindingCount = "is not a finding: one direction for \"weakest\", two or more for \"too_close\", none for \"not_enough\", each once",
        /// The planned act does not fit where the person stands.
        ActDoesNotFit = "does not fit the place",
        /// A position beyond the end of the relationship map of the file.
        NotInMap = "is not a place in the map",
        /// A backup without records.
        NoRecords = "holds no record",
        /// A record of another audit than the records before it.
        OtherAudit(audit: String) = "is not a record of \"{audit}\", as those before it",
        /// A result that answers the instrument of this id and version instead.
        OtherInstrument(id: String, version: String) = "answers to \"{id}\" {version}, which is not the questionnaire on this page",
        /// A rule of the instrument format, in words.
        Rule(rule: String) = "{rule}",
    }
}

worded! {
    /// What belongs in the place of a value.
    pub enum Expected {
        /// An object.
        Object = "an object",
        /// A list.
        List = "a list",
        /// A text.
        Text = "a text",
        /// Any finite number.
        Number = "a number",
        /// A number from the first to the second, both included.
        Range(from: u8, to: u8) = "a number from {from} to {to}",
        /// A number of 0 or more.
        NotNegative = "a number of 0 or more",
        /// A position from 1 to this.
        Position(last: usize) = "a position from 1 to {last}",
        /// This number.
        Constant(number: &'static str) = "{number}",
        /// A whole number from 0 to 2^53 − 1.
        Whole = "a whole number of 0 or more",
        /// `true` or `false`.
        Flag = "true or false",
        /// `null`.
        Null = "null",
        /// A response.
        Response = "1 to 5, \"not_applicable\" or null",
        /// One of these terms.
        Term(terms: Terms) = "one of {terms}",
    }
}

worded! {
    /// How a text has to be written.
    pub enum Notation {
        /// The id of an instrument, a scale, a facet or an item.
        Id = "an id",
        /// A semantic version.
        Version = "a version like \"1.0.0\"",
        /// A BCP 47 language tag.
        Language = "a language tag like \"en\"",
        /// The hash of an instrument.
        Hash = "\"fnv1a64:\" and 16 hexadecimal digits",
        /// A moment in RFC 3339, UTC, to the second.
        Moment = "a time like \"2026-11-21T09:00:00Z\"",
        /// The key of a relationship or a plan.
        Key = "a key",
    }
}

worded! {
    /// What the parser met instead of JSON.
    pub enum Syntax {
        /// The text ends too early.
        End = "EOF while parsing JSON",
        /// No value where one belongs.
        Value = "expected value",
        /// Neither a comma nor the end of a list or an object.
        Separator = "expected a comma or the end of a list or an object",
        /// A key that is not a string.
        Key = "key must be a string",
        /// No colon after a key.
        Colon = "expected `:`",
        /// A control character in a string.
        Control = "control character in a string",
        /// An unknown escape in a string.
        Escape = "invalid escape",
        /// Half a surrogate pair in a string.
        Surrogate = "half a surrogate pair",
        /// A malformed number.
        Number = "invalid number",
        /// A number beyond the range of f64.
        NumberRange = "number out of range",
        /// More text after the value.
        Trailing = "trailing characters",
        /// More values than this.
        TooManyValues(max: usize) = "more than {max} values",
        /// More levels of nesting than this.
        TooDeep(max: usize) = "nested deeper than {max} levels",
        /// A string of more than this many bytes.
        LongString(max: usize) = "a text longer than {max} bytes",
        /// A key that occurs twice in one object.
        DuplicateKey(key: String) = "the key \"{key}\" twice",
    }
}

/// The terms that a text may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms(pub &'static [&'static str]);

impl fmt::Display for Terms {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, term) in self.0.iter().enumerate() {
            formatter.write_str(if index > 0 { ", " } else { "" })?;
            formatter.write_str(term)?;
        }
        Ok(())
    }
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
