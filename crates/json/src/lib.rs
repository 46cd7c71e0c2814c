//! Reads JSON that somebody else wrote: limits first, then a tree, then typed values, with every
//! fault and its path.
//!
//! The reader is our own for three things that `serde_json` does not give: a limit on size, depth,
//! strings and values before anything is built; refusal of duplicate keys, which RFC 8259 section 4
//! leaves undefined; and all faults with their paths instead of the first. It is also small:
//! `serde_json`'s reader would add about 4 KB (brotli) to what a visitor downloads.

mod cursor;
mod fault;
pub mod number;
mod parse;
pub mod visible;

use std::fmt::{self, Write as _};

pub use cursor::Cursor;
pub use fault::{Expected, Fault, FaultKind, Faults, Kind, Notation, Syntax, Terms};

/// Largest accepted text, in bytes.
pub const MAX_BYTES: usize = 1024 * 1024;
/// Deepest accepted nesting of arrays and objects.
pub const MAX_DEPTH: usize = 16;
/// Longest accepted string or key, in bytes.
pub const MAX_STRING: usize = 4 * 1024;
/// Most values in one text, lists and objects included: twice what the largest instrument has. A
/// megabyte could hold half a million, each wrong in several ways.
pub const MAX_VALUES: usize = 100_000;
/// Most faults of one text that are listed; the others are counted.
pub const MAX_FAULTS: usize = 50;
/// The largest whole number that is accepted, 2^53 − 1: beyond it f64 skips some (RFC 8259 section 6).
pub const MAX_WHOLE: u64 = (1 << 53) - 1;

/// A JSON value. Objects keep the order of their keys.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// Any number, as the nearest f64.
    Number(f64),
    /// A string of at most [`MAX_STRING`] bytes.
    String(String),
    /// An array.
    Array(Vec<Json>),
    /// An object without duplicate keys.
    Object(Vec<(String, Json)>),
}

/// A JSON object with these fields, in their order. The names have to differ.
pub fn object<'a>(fields: impl IntoIterator<Item = (&'a str, Json)>) -> Json {
    let fields = fields.into_iter();
    Json::Object(
        fields
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    )
}

impl Json {
    /// The field `name` of an object.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(entries) = self else {
            return None;
        };
        let mut entries = entries.iter();
        entries.find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// JSON on several lines, with two spaces of indentation per level and a line feed at the end.
    #[must_use]
    pub fn to_pretty_text(&self) -> String {
        let mut text = String::new();
        // Writing to a String cannot fail.
        let _ = self.write_pretty(&mut text, 0);
        text.push('\n');
        text
    }

    fn write_pretty(&self, to: &mut String, depth: usize) -> fmt::Result {
        let line = |to: &mut String, depth: usize| {
            to.push('\n');
            for _ in 0..depth {
                to.push_str("  ");
            }
        };
        match self {
            Self::Array(values) if !values.is_empty() => {
                for (index, value) in values.iter().enumerate() {
                    to.push(if index > 0 { ',' } else { '[' });
                    line(to, depth + 1);
                    value.write_pretty(to, depth + 1)?;
                }
                line(to, depth);
                to.write_char(']')
            }
            Self::Object(entries) if !entries.is_empty() => {
                for (index, (key, value)) in entries.iter().enumerate() {
                    to.push(if index > 0 { ',' } else { '{' });
                    line(to, depth + 1);
                    write!(to, "{}: ", Quoted(key))?;
                    value.write_pretty(to, depth + 1)?;
                }
                line(to, depth);
                to.write_char('}')
            }
            other => write!(to, "{other}"),
        }
    }

    /// The text, if this is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Null => Kind::Null,
            Self::Bool(_) => Kind::Flag,
            Self::Number(_) => Kind::Number,
            Self::String(_) => Kind::Text,
            Self::Array(_) => Kind::List,
            Self::Object(_) => Kind::Object,
        }
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<u64> for Json {
    /// Exact below 2^53, the range that JSON keeps exactly.
    fn from(number: u64) -> Self {
        Self::Number(number::to_f64(number))
    }
}

impl fmt::Display for Json {
    /// Compact JSON. Integers below 2^53 are exact, other numbers have at most nine decimals.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(value) => write!(formatter, "{value}"),
            Self::Number(value) if value.is_finite() => number::write(*value, formatter),
            Self::Null | Self::Number(_) => formatter.write_str("null"),
            Self::String(text) => quote(text, formatter),
            Self::Array(values) => {
                formatter.write_str("[")?;
                for (index, value) in values.iter().enumerate() {
                    formatter.write_str(if index > 0 { "," } else { "" })?;
                    value.fmt(formatter)?;
                }
                formatter.write_str("]")
            }
            Self::Object(entries) => {
                formatter.write_str("{")?;
                for (index, (key, value)) in entries.iter().enumerate() {
                    formatter.write_str(if index > 0 { "," } else { "" })?;
                    quote(key, formatter)?;
                    formatter.write_str(":")?;
                    value.fmt(formatter)?;
                }
                formatter.write_str("}")
            }
        }
    }
}

/// A string in its JSON notation.
struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        quote(self.0, formatter)
    }
}

/// Writes a string as JSON does (RFC 8259 section 7).
fn quote(text: &str, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
    formatter.write_str("\"")?;
    let mut rest = text;
    loop {
        let (plain, escaped) = parse::split_plain(rest);
        formatter.write_str(plain)?;
        let Some(byte) = escaped.bytes().next() else {
            break;
        };
        match byte {
            b'"' | b'\\' => write!(formatter, "\\{}", char::from(byte))?,
            b'\n' => formatter.write_str("\\n")?,
            b'\t' => formatter.write_str("\\t")?,
            _ => write!(formatter, "\\u{byte:04x}")?,
        }
        // Every character that needs an escape is one byte long.
        rest = escaped.get(1..).unwrap_or_default();
    }
    formatter.write_str("\"")
}

/// Parses `text` within the limits of this crate.
///
/// # Errors
/// One fault at `$`, with line and column unless the text is too large.
pub fn parse(text: &str) -> Result<Json, Faults> {
    parse_within(text, MAX_STRING)
}

/// Parses a file whose strings hold whole documents and may be as long as the file.
///
/// # Errors
/// As [`parse`].
pub fn parse_documents(text: &str) -> Result<Json, Faults> {
    parse_within(text, MAX_BYTES)
}

fn parse_within(text: &str, max_string: usize) -> Result<Json, Faults> {
    if text.len() > MAX_BYTES {
        return Err(Faults::one("$", FaultKind::TooLarge(MAX_BYTES)));
    }
    parse::parse(text, max_string).map_err(|fault| Faults::one("$", fault))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> String {
        parse(text).unwrap_err().to_string()
    }

    #[test]
    fn writes_what_it_reads() {
        for text in [
            r#"{"b":1,"a":[true,null,"x",-1.5]}"#,
            r#""a\"b\\c\n\t\u000d\u001fé€""#,
            "9007199254740991",
        ] {
            // The order of keys is kept, too.
            assert_eq!(parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Json::Number(f64::NAN).to_string(), "null");
    }

    #[test]
    fn holds_the_limits_at_their_edge() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(parse(&nested(MAX_DEPTH)).is_ok());
        assert!(fault(&nested(MAX_DEPTH + 1)).contains("nested deeper"));
        let quoted = |length: usize| format!("\"{}\"", "a".repeat(length));
        assert!(parse(&quoted(4096)).is_ok());
        assert!(fault(&quoted(4097)).contains("a text longer"));
        assert!(fault(&format!("{{{}:1}}", quoted(MAX_STRING + 1))).contains("a text longer"));
        assert!(parse_documents(&quoted(MAX_STRING + 1)).is_ok());
        let list = |values: usize| format!("[{}0]", "0,".repeat(values - 2));
        assert!(parse(&list(MAX_VALUES)).is_ok());
        assert!(fault(&list(MAX_VALUES + 1)).contains("more than 100000 values"));
        let padded = |length: usize| " ".repeat(length - 1) + "1";
        assert!(parse(&padded(MAX_BYTES)).is_ok());
        assert!(fault(&padded(MAX_BYTES + 1)).contains("longer than"));
    }
}
