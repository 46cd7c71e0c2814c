//! What can be wrong with a text or a value, as data. The English here is for developers and commands:
//! what visitors and owners read about a fault is in `content/`, worded by the crate `words`.

use std::fmt;

/// One fault and its location.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// JSONPath-like location, for example `$.items[3].keying`.
    pub path: String,
    /// What is wrong there.
    pub kind: FaultKind,
}

/// The faults found, in reading order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults {
    /// The first of them, at most [`MAX_FAULTS`](crate::MAX_FAULTS).
    pub listed: Vec<Fault>,
    /// How many more there are.
    pub more: usize,
}

/// Declares an enum with the English of each variant, which may show the variant's data and is the
/// beginning of its documentation.
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
            $(#[doc = concat!("“", $words, "”.")] $(#[doc = ""] #[$doc])* $variant $(($($type),+))?,)+
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
        TooLarge(max: usize) = "longer than {max} bytes",
        /// The text is not JSON, or exceeds a limit of the parser: in this line and column, from 1.
        Syntax(syntax: Syntax, line: usize, column: usize) = "{syntax} at line {line} column {column}",
        Missing(expected: Expected) = "is missing; expected {expected}",
        Unexpected(expected: Expected, found: Kind) = "expected {expected}, found {found}",
        Empty = "is empty",
        TooLong(max: usize) = "is longer than {max} characters",
        TooMany(max: usize) = "has more than {max} entries",
        NotOneOf(found: String, terms: Terms) = "\"{found}\" is not one of {terms}",
        NotA(notation: Notation, found: String) = "\"{found}\" is not {notation}",
        NotTheText(text: &'static str) = "is not \"{text}\"",
        NotTheNumber(number: u64) = "is not {number}",
        /// A format version below the first.
        UnreleasedVersion = "is not a released version",
        KeyNotAnId = "is not under an id",
        NotAnOption(most: usize) = "is not the number of a response: 1 to {most}",
        NoSuchForm(form: &'static str) = "there is no form \"{form}\"",
        NoSuchItem = "there is no such item",
        NotInForm(form: &'static str) = "is not part of the {form} form",
        /// A part of a score beside `"score": null`.
        WithoutScore = "belongs to a score, and there is none",
        BandOrder = "is not two different bands, the lower first",
        /// A finding that lists another number of directions than its kind has, or one twice.
        FindingCount = "is not a finding: one direction for \"weakest\" and \"likely\", two or more for \"too_close\", none for \"not_enough\", each once",
        /// Likelihoods that are missing, or that a finding of its kind does not have.
        FindingLikelihood = "belongs to every finding but \"not_enough\"",
        ActDoesNotFit = "does not fit the place",
        /// An outcome whose figures no round gives.
        OutcomeFigures = "has figures that do not fit together",
        NotInMap = "is not a place in the map",
        NoRecords = "holds no record",
        OtherAudit(audit: String) = "is not a record of \"{audit}\", as those before it",
        /// A result that answers the instrument of this id and version instead.
        OtherInstrument(id: String, version: String) = "answers to \"{id}\" {version}, which is not the questionnaire on this page",
        Below(least: u64) = "must be at least {least}",
        Above(most: u64) = "must be at most {most}",
        /// An estimate from fewer people than this.
        TooFewPeople(least: u64) = "must be at least {least}: fewer people estimate no error",
        /// An error or a spread that is not positive, or larger than the range of scores.
        NotPoints = "must be at least 0.01 and at most 100",
        NotAShare = "must lie between 0 and 1",
        /// Cut-offs of bands that are not two numbers in order within the range of scores.
        NotCutOffs = "needs two numbers above 0 and below 100, the lower first",
        /// A list of words for entries of which the rest of the file has another number.
        EntryCount(count: usize) = "needs {count} entries",
        Twice = "appears twice",
        NeedsOne = "needs at least one entry",
        OptionCount(found: usize) = "needs 2 to 11 labels, one for each response; found {found}",
        NoSuchId(id: String) = "nothing has the id \"{id}\"",
    }
}

worded! {
    /// The kinds of JSON value.
    #[derive(Copy)]
    pub enum Kind {
        Null = "null",
        Flag = "true or false",
        Number = "a number",
        Text = "a text",
        List = "a list",
        Object = "an object",
    }
}

worded! {
    /// What belongs in the place of a value.
    pub enum Expected {
        Object = "an object",
        List = "a list",
        Text = "a text",
        Number = "a number",
        Range(from: u8, to: u8) = "a number from {from} to {to}",
        Percents = "a whole number from 0 to 100",
        NotNegative = "a number of 0 or more",
        Position(last: usize) = "a position from 1 to {last}",
        Constant(number: &'static str) = "{number}",
        /// A whole number from 0 to 2^53 − 1.
        Whole = "a whole number of 0 or more",
        Flag = "true or false",
        Null = "null",
        Response = "the number of a response, \"not_applicable\" or null",
        Term(terms: Terms) = "one of {terms}",
    }
}

worded! {
    /// How a text has to be written.
    pub enum Notation {
        Id = "an id",
        Version = "a version like \"1.0.0\"",
        Language = "a language tag like \"en\"",
        Hash = "\"fnv1a64:\" and 16 hexadecimal digits",
        /// A moment in RFC 3339, UTC, to the second.
        Moment = "a time like \"2026-11-21T09:00:00Z\"",
        Key = "a key",
        /// What names a round.
        Tag = "16 hexadecimal digits",
    }
}

worded! {
    /// What the parser met instead of JSON.
    pub enum Syntax {
        End = "EOF while parsing JSON",
        Value = "expected value",
        Separator = "expected a comma or the end of a list or an object",
        /// A key that is not a string.
        Key = "key must be a string",
        Colon = "expected `:`",
        Control = "control character in a string",
        Escape = "invalid escape",
        Surrogate = "half a surrogate pair",
        Number = "invalid number",
        /// A number beyond the range of f64.
        NumberRange = "number out of range",
        Trailing = "trailing characters",
        TooManyValues(max: usize) = "more than {max} values",
        TooDeep(max: usize) = "nested deeper than {max} levels",
        LongString(max: usize) = "a text longer than {max} bytes",
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

impl Faults {
    /// A list of one fault.
    #[must_use]
    pub fn one(path: &str, kind: FaultKind) -> Self {
        let path = path.to_owned();
        Self {
            listed: vec![Fault { path, kind }],
            more: 0,
        }
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// `Ok(value)` if nothing is wrong, else the faults.
    ///
    /// # Errors
    /// The faults collected so far, if there are any or if `value` is missing.
    pub fn or_value<T>(self, value: Option<T>) -> Result<T, Self> {
        match value {
            Some(value) if self.is_empty() => Ok(value),
            _ => Err(self),
        }
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.listed.iter().enumerate() {
            if index > 0 {
                formatter.write_str("\n")?;
            }
            fault.fmt(formatter)?;
        }
        match self.more {
            0 => Ok(()),
            more => write!(formatter, "\nand {more} more"),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.path, self.kind)
    }
}
