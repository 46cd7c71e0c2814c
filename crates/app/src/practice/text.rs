//! The fields of the forms, and what a form lacks.

use records::format::{Text, TextError};
use records::practice::{Name, Noticed, Opener};

/// The title of a calendar entry.
pub type Title = Text<1, 100>;

/// Something that a visitor writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Initials or a role word.
    Name,
    /// What to say or write to begin with.
    Opener,
    /// What was noticed in a week.
    Noticed,
    /// The title of a calendar entry.
    Summary,
}

impl Field {
    /// The greatest length, in characters (Unicode scalar values).
    pub fn limit(self) -> usize {
        match self {
            Self::Name => Name::MAX,
            Self::Summary => Title::MAX,
            Self::Opener => Opener::MAX,
            Self::Noticed => Noticed::MAX,
        }
    }

    /// Cleans what was written in this field; what is wrong with it goes to `lacking`.
    pub(super) fn take<const MIN: usize, const MAX: usize, const LINES: bool>(
        self,
        text: &str,
        lacking: &mut Vec<Lacking>,
    ) -> Option<Text<MIN, MAX, LINES>> {
        let text = Text::new(text);
        match text {
            Err(TextError::TooLong) => lacking.push(Lacking::Shorter(self)),
            Err(TextError::Empty) => lacking.push(Lacking::Text(self)),
            Ok(_) => {}
        }
        text.ok()
    }
}

/// What a form still lacks before it can be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lacking {
    /// Something visible in this field.
    Text(Field),
    /// Fewer characters in this field.
    Shorter(Field),
    /// An act that fits where the person stands.
    Act,
    /// Whether last week's act happened.
    Outcome,
    /// A day of the week.
    Day,
}
