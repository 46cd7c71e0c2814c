//! Texts that visitors write, without characters that hide or reorder text, and of limited length.

use std::fmt;
use std::ops::Deref;

#[cfg(feature = "schema")]
use super::Definitions;
use super::{Format, Reader};
use json::{Cursor, Expected, FaultKind, Json};

/// A clean text of `MIN` to `MAX` characters (Unicode scalar values), `MIN` being 0 or 1. White space is joined into
/// single spaces; with `LINES`, line breaks stay, at most two together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text<const MIN: usize, const MAX: usize, const LINES: bool = false>(String);

/// Why a text is rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextError {
    /// It has no visible character.
    Empty,
    /// It is too long even when cleaned.
    TooLong,
}

impl<const MIN: usize, const MAX: usize, const LINES: bool> Text<MIN, MAX, LINES> {
    /// The greatest length, in characters.
    pub const MAX: usize = MAX;

    /// Cleans `text`.
    ///
    /// # Errors
    /// See [`TextError`].
    pub fn new(text: &str) -> Result<Self, TextError> {
        limited(text, MIN, MAX, LINES).map(Self)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MIN: usize, const MAX: usize, const LINES: bool> Deref for Text<MIN, MAX, LINES> {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl<const MIN: usize, const MAX: usize, const LINES: bool> PartialEq<&str>
    for Text<MIN, MAX, LINES>
{
    fn eq(&self, text: &&str) -> bool {
        self.0 == *text
    }
}

impl<const MIN: usize, const MAX: usize, const LINES: bool> fmt::Display for Text<MIN, MAX, LINES> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl<const MIN: usize, const MAX: usize, const LINES: bool> Format for Text<MIN, MAX, LINES> {
    fn read(at: &Cursor<'_>, reader: &mut Reader) -> Option<Self> {
        read(at, MIN, MAX, LINES, reader).map(Self)
    }
    fn write(&self) -> Json {
        self.0.as_str().into()
    }
    #[cfg(feature = "schema")]
    fn schema(_: &mut Definitions) -> Json {
        let [min, max] = [MIN, MAX].map(|limit| u64::try_from(limit).unwrap_or_default());
        let mut schema = vec![("type".to_owned(), "string".into())];
        if MIN > 0 {
            schema.push(("minLength".to_owned(), min.into()));
            schema.push(("pattern".to_owned(), super::types::VISIBLE.into()));
        }
        schema.push(("maxLength".to_owned(), max.into()));
        Json::Object(schema)
    }
}

fn read(
    at: &Cursor<'_>,
    min: usize,
    max: usize,
    lines: bool,
    reader: &mut Reader,
) -> Option<String> {
    let Some(text) = at.value().and_then(Json::as_text) else {
        at.expected(Expected::Text, &mut reader.faults);
        return None;
    };
    let cleaned = limited(text, min, max, lines);
    match cleaned {
        Err(TextError::Empty) => at.fault(FaultKind::Empty, &mut reader.faults),
        Err(TextError::TooLong) => at.fault(FaultKind::TooLong(max), &mut reader.faults),
        Ok(_) => {}
    }
    cleaned.ok()
}

fn limited(text: &str, min: usize, max: usize, lines: bool) -> Result<String, TextError> {
    let text = json::visible::clean(text, lines);
    if text.len() < min {
        Err(TextError::Empty)
    } else if text.chars().count() > max {
        Err(TextError::TooLong)
    } else {
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_joined_and_lines_stay_where_they_may() {
        assert_eq!(Text::<0, 40>::new("a\n\nb").as_deref(), Ok("a b"));
        let lines = Text::<1, 40, true>::new(" a \r\n\r\n\n b\nc\t\n");
        assert_eq!(lines.as_deref(), Ok("a\n\nb\nc"));
        let hidden = Text::<1, 40>::new("\u{200f} ");
        assert_eq!(hidden, Err(TextError::Empty));
    }

    #[test]
    fn lengths_count_what_is_kept() {
        let long = "é".repeat(40);
        assert!(Text::<1, 40>::new(&format!(" {long}\u{200b}")).is_ok());
        let longer = Text::<1, 40>::new(&format!("{long}x"));
        assert_eq!(longer, Err(TextError::TooLong));
    }
}
