//! Pseudo-languages, made from the English texts, by which tests find what is not translated, cut
//! off, or drawn for one direction of writing only.

use crate::Catalogue;

/// A pseudo-language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pseudo {
    /// `en-XA`: accented letters, a third longer, in brackets.
    Accented,
    /// `ar-XB`: English written from right to left.
    Mirrored,
}

/// The letters of English that are replaced, and what replaces each.
const PLAIN: &str = "acdeghiklnorstuwyz";
const ACCENTED: &str = "áçðéĝĥíķļñöŕšţûŵýž";

/// The length of the words that make a text longer: a line breaks between them, as in any language.
const LONG_WORD: usize = 12;

/// Right-to-left override and the end of it (Unicode Standard Annex 9).
const MIRRORED: (char, char) = ('\u{202e}', '\u{202c}');

impl Pseudo {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Accented, Self::Mirrored];

    /// Its BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Accented => "en-XA",
            Self::Mirrored => "ar-XB",
        }
    }

    /// The language whose conventions it has: numbers, dates, plurals, direction.
    #[must_use]
    pub fn conventions(self) -> &'static str {
        match self {
            Self::Accented => "en",
            Self::Mirrored => "ar",
        }
    }

    /// The English texts in this language.
    #[must_use]
    pub fn translate(self, source: &Catalogue) -> Catalogue {
        let mut made = source.clone();
        self.tag().clone_into(&mut made.tag);
        for message in &mut made.messages {
            if message.is_plural() && self == Self::Mirrored {
                // Arabic has six forms. The English plural serves for each.
                message.target = vec![message.source.last().cloned().unwrap_or_default(); 6];
            }
            for text in &mut message.target {
                *text = self.text(text);
            }
        }
        made
    }

    /// One text in this language. What is in braces stays as it is, and so do tags and entities of HTML.
    #[must_use]
    pub fn text(self, text: &str) -> String {
        match self {
            Self::Accented => accented(text),
            Self::Mirrored => {
                let (start, end) = MIRRORED;
                text.split(' ')
                    .map(|word| format!("{start}{word}{end}"))
                    .collect::<Vec<_>>()
                    .join(" ")
            }
        }
    }
}

fn accented(text: &str) -> String {
    // What ends the placeholder, tag or entity that a letter is in.
    let mut end = None;
    let letters: String = text
        .chars()
        .map(|letter| {
            end = match letter {
                '{' => Some('}'),
                '<' => Some('>'),
                '&' => Some(';'),
                _ => end.filter(|end| *end != letter),
            };
            let mut pairs = PLAIN.chars().zip(ACCENTED.chars());
            let found = pairs.find(|(plain, _)| end.is_none() && *plain == letter);
            found.map_or(letter, |(_, accented)| accented)
        })
        .collect();
    let longer = vec!['~'; text.chars().count().div_ceil(3)];
    let words: Vec<String> = longer.chunks(LONG_WORD).map(String::from_iter).collect();
    format!("[{letters} {}]", words.join(" "))
}
