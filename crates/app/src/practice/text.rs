//! What visitors write: cleaned of characters that nobody sees and that could turn the text around
//! them, and held to a length.

/// Something that a visitor writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Initials or a role word.
    Name,
    /// What to say or write to begin with.
    Opener,
    /// When it will happen: the first half of the plan's sentence.
    When,
    /// What will be done: its second half.
    What,
    /// The visitor's own part in it.
    Mine,
    /// What is not the visitor's to carry.
    NotMine,
    /// What was noticed in a week.
    Noticed,
    /// The title of a calendar entry.
    Summary,
}

impl Field {
    /// The greatest length, in characters (Unicode scalar values).
    pub fn limit(self) -> usize {
        match self {
            Self::Name => 40,
            Self::Summary => 100,
            Self::When | Self::What => 200,
            Self::Mine | Self::NotMine => 300,
            Self::Opener | Self::Noticed => 600,
        }
    }

    /// The text as it is kept.
    ///
    /// # Errors
    /// This field, if the text is too long even then.
    pub fn clean(self, text: &str) -> Result<String, Self> {
        let lines = matches!(self, Self::Opener | Self::Noticed);
        let text = clean(text, lines);
        if text.chars().count() > self.limit() {
            Err(self)
        } else {
            Ok(text)
        }
    }
}

/// What a form still lacks before it can be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lacking {
    /// Something visible in this field.
    Text(Field),
    /// Fewer characters in this field.
    Shorter(Field),
    /// What the person is to the leader.
    Kind,
    /// Where the person stands.
    Place,
    /// How the relationship stands.
    Tie,
    /// When the two last really talked.
    LastTalk,
    /// A relationship that is on the map.
    Relationship,
    /// An act that fits its place.
    Act,
    /// Whether last week's act happened.
    Outcome,
    /// A day of the week.
    Day,
}

impl Field {
    /// The text as it is kept; what is wrong with it goes to `lacking`.
    pub(super) fn take(self, text: &str, must: bool, lacking: &mut Vec<Lacking>) -> String {
        match self.clean(text) {
            Err(field) => lacking.push(Lacking::Shorter(field)),
            Ok(text) if must && text.is_empty() => lacking.push(Lacking::Text(self)),
            Ok(text) => return text,
        }
        String::new()
    }
}

/// Spaces joined into one and none at the ends; `lines` keeps line breaks, two together at most.
fn clean(text: &str, lines: bool) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut space = false;
    let mut breaks = 0;
    let mut joiner = None;
    for character in text.chars() {
        if character.is_whitespace() {
            space = true;
            breaks += usize::from(lines && matches!(character, '\n' | '\u{2028}' | '\u{2029}'));
            joiner = None;
        } else if matches!(character, '\u{200c}' | '\u{200d}') {
            joiner = Some(character);
        } else if !character.is_control() && !is_hidden(character) {
            let before = kept.chars().next_back();
            if space && before.is_some() {
                kept.push_str(match breaks {
                    0 => " ",
                    1 => "\n",
                    _ => "\n\n",
                });
            } else if let (Some(joiner), Some(before)) = (joiner, before) {
                // Persian and Indic spelling and joined emoji need it; elsewhere it only hides.
                if !before.is_ascii() && !character.is_ascii() {
                    kept.push(joiner);
                }
            }
            kept.push(character);
            space = false;
            breaks = 0;
            joiner = None;
        }
    }
    kept
}

/// Bidirectional controls and other characters without width (Unicode `Bidi_Control`, and those of
/// `Default_Ignorable_Code_Point` that are no part of spelling).
fn is_hidden(character: char) -> bool {
    matches!(
        character,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_go_and_spelling_stays() {
        for (written, kept) in [
            ("  A.\u{202e}B.\u{2066} ", "A.B."),
            ("my\u{200b} boss\u{7}\r\n", "my boss"),
            ("دنیا", "دنیا"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("👩\u{200d}💻", "👩\u{200d}💻"),
            ("a\u{200d}b\u{200c}", "ab"),
            ("\u{200f}\u{feff}\u{3164}", ""),
            ("a\n\nb", "a b"),
        ] {
            assert_eq!(Field::Name.clean(written).as_deref(), Ok(kept));
        }
        assert_eq!(
            Field::Opener.clean(" a \r\n\r\n\n b\nc\t\n").as_deref(),
            Ok("a\n\nb\nc")
        );
    }

    #[test]
    fn lengths_count_what_is_kept() {
        let long = "é".repeat(40);
        assert!(Field::Name.clean(&format!(" {long}\u{200b}")).is_ok());
        assert_eq!(Field::Name.clean(&format!("{long}x")), Err(Field::Name));
    }
}
