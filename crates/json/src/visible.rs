//! Which characters of a text a reader sees. One table for everything that somebody else wrote: the
//! words of a questionnaire, an owner's labels, names and notes, file names, and what faults quote.

/// How much of a text a fault quotes, in characters.
pub const EXCERPT: usize = 60;

/// Cleans `text`: joins white space into single spaces and trims it (`lines` keeps line breaks, two
/// together at most), and removes what no reader can see or what turns text around. A no-break space
/// by itself stays. So do the invisible characters that spelling needs, where it needs them: joiners
/// in Persian and Indic words and in emoji, variation selectors behind what they vary, and the tags
/// of a flag.
#[must_use]
pub fn clean(text: &str, lines: bool) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut space = Space::default();
    let mut joiner = None;
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        let before = kept.chars().next_back();
        if is_blank(character) {
            space.add(character, lines);
            joiner = None;
        } else if is_joiner(character) {
            joiner = Some(character);
            if space.is_none() && before.is_some_and(is_virama) {
                kept.push(character);
                joiner = None;
            }
        } else if is_selector(character) {
            if space.is_none() && before.is_some_and(|before| varies(before, character)) {
                kept.push(character);
            }
        } else if !is_hidden(character) {
            if let (Some(space), Some(_)) = (space.joined(), before) {
                kept.push_str(space);
            } else if let (Some(joiner), Some(before)) = (joiner, before) {
                // Elsewhere it only hides.
                if !before.is_ascii() && !character.is_ascii() && !is_joiner(before) {
                    kept.push(joiner);
                }
            }
            kept.push(character);
            (space, joiner) = (Space::default(), None);
            if character == BLACK_FLAG {
                let tags = tags(rest.as_str());
                kept.push_str(tags);
                rest = rest.as_str().get(tags.len()..).unwrap_or_default().chars();
            }
        }
    }
    kept
}

/// Whether a reader sees anything of `text`.
#[must_use]
pub fn is_visible(text: &str) -> bool {
    text.chars().any(shows)
}

/// Whether a character shows by itself.
#[must_use]
pub fn shows(character: char) -> bool {
    !(is_blank(character) || is_hidden(character) || is_selector(character) || is_joiner(character))
}

/// The beginning of `text`, cleaned, as a fault quotes it.
#[must_use]
pub fn excerpt(text: &str) -> String {
    let cleaned = clean(text, false);
    let beginning = cut(&cleaned, EXCERPT);
    if beginning.len() < cleaned.len() {
        [beginning, "…"].concat()
    } else {
        cleaned
    }
}

/// At most the first `most` characters of `text`. An accent, a joined emoji or a flag is not taken
/// apart: the cut then comes before it.
#[must_use]
pub fn cut(text: &str, most: usize) -> &str {
    let mut whole = 0;
    let mut before = None;
    let mut indicators = 0;
    for (count, (index, character)) in text.char_indices().enumerate() {
        let indicator = matches!(character, '\u{1f1e6}'..='\u{1f1ff}');
        let second = indicator && indicators % 2 == 1;
        indicators = if indicator { indicators + 1 } else { 0 };
        let after_joiner = before.is_some_and(is_joiner);
        if !(second || after_joiner || extends(character)) {
            whole = index;
        }
        if count == most {
            return text.get(..whole).unwrap_or_default();
        }
        before = Some(character);
    }
    text
}

/// The white space between two visible characters.
#[derive(Default)]
struct Space {
    breaks: usize,
    /// The only one, or a plain space for several.
    character: Option<char>,
}

impl Space {
    fn add(&mut self, character: char, lines: bool) {
        self.breaks += usize::from(lines && matches!(character, '\n' | '\u{2028}' | '\u{2029}'));
        self.character = Some(self.character.map_or(character, |_| ' '));
    }

    fn is_none(&self) -> bool {
        self.character.is_none()
    }

    fn joined(&self) -> Option<&'static str> {
        Some(match (self.breaks, self.character?) {
            (0, '\u{a0}') => "\u{a0}",
            (0, '\u{202f}') => "\u{202f}",
            (0, _) => " ",
            (1, _) => "\n",
            _ => "\n\n",
        })
    }
}

/// White space, and the pattern of braille without a dot.
fn is_blank(character: char) -> bool {
    character.is_whitespace() || character == '\u{2800}'
}

/// Whether a character is a control, turns text around or shows nothing (Unicode's `Cc`,
/// `Bidi_Control`, `Default_Ignorable_Code_Point` and the anchors of annotations). Selectors and
/// joiners, which spelling can need, are judged by what is beside them.
#[must_use]
pub fn is_hidden(character: char) -> bool {
    character.is_control() || is_in(HIDDEN, character)
}

/// First and last of each range.
type Ranges = &'static [(char, char)];

const HIDDEN: Ranges = &[
    ('\u{ad}', '\u{ad}'),
    ('\u{34f}', '\u{34f}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{115f}', '\u{1160}'),
    ('\u{17b4}', '\u{17b5}'),
    ('\u{180e}', '\u{180e}'),
    ('\u{200b}', '\u{200b}'),
    ('\u{200e}', '\u{200f}'),
    ('\u{202a}', '\u{202e}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{ffa0}', '\u{ffa0}'),
    ('\u{fff0}', '\u{fffb}'),
    ('\u{1bca0}', '\u{1bca3}'),
    ('\u{1d173}', '\u{1d17a}'),
    ('\u{e0000}', '\u{e00ff}'),
    ('\u{e01f0}', '\u{e0fff}'),
];

/// A table and a loop, not a pattern: this is part of what every visitor downloads.
fn is_in(ranges: Ranges, character: char) -> bool {
    let mut ranges = ranges.iter();
    ranges.any(|(first, last)| (*first..=*last).contains(&character))
}

fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200c}' | '\u{200d}')
}

fn is_mongolian_selector(character: char) -> bool {
    matches!(character, '\u{180b}'..='\u{180d}' | '\u{180f}')
}

fn is_selector(character: char) -> bool {
    is_mongolian_selector(character)
        || matches!(character, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Whether a selector has something to vary: one character, and of Latin ones those of keycaps.
fn varies(before: char, selector: char) -> bool {
    if is_mongolian_selector(selector) {
        return matches!(before, '\u{1820}'..='\u{18aa}');
    }
    let keycap = matches!(before, '0'..='9' | '#' | '*');
    keycap || !(before.is_ascii() || is_selector(before) || is_joiner(before))
}

/// Whether a joiner behind this character changes it, whatever follows (RFC 5892, appendix A), as at
/// the end of Malayalam and Sinhala words.
fn is_virama(character: char) -> bool {
    matches!(
        character,
        '\u{94d}'
            | '\u{9cd}'
            | '\u{a4d}'
            | '\u{acd}'
            | '\u{b4d}'
            | '\u{bcd}'
            | '\u{c4d}'
            | '\u{ccd}'
            | '\u{d4d}'
            | '\u{dca}'
    )
}

const BLACK_FLAG: char = '\u{1f3f4}';

/// The tags that make the flag of a region of a black flag, with the one that ends them, at the
/// beginning of `text`; empty if they are anything else.
fn tags(text: &str) -> &str {
    let mut length = 0;
    for (count, character) in text.chars().enumerate() {
        length += character.len_utf8();
        match character {
            '\u{e007f}' if count > 0 => return text.get(..length).unwrap_or_default(),
            '\u{e0030}'..='\u{e0039}' | '\u{e0061}'..='\u{e007a}' if count < 6 => {}
            _ => break,
        }
    }
    ""
}

/// Whether a character belongs to the one before it: an accent or a vowel sign, a selector, a joiner,
/// a tone of skin.
fn extends(character: char) -> bool {
    is_joiner(character) || is_selector(character) || is_in(EXTENDING, character)
}

const EXTENDING: Ranges = &[
    ('\u{300}', '\u{36f}'),
    ('\u{483}', '\u{489}'),
    ('\u{591}', '\u{5c7}'),
    ('\u{610}', '\u{61a}'),
    ('\u{64b}', '\u{65f}'),
    ('\u{670}', '\u{670}'),
    ('\u{900}', '\u{903}'),
    ('\u{93a}', '\u{94f}'),
    ('\u{955}', '\u{957}'),
    ('\u{981}', '\u{983}'),
    ('\u{9bc}', '\u{9cd}'),
    ('\u{a3c}', '\u{a4d}'),
    ('\u{abc}', '\u{acd}'),
    ('\u{b3c}', '\u{b4d}'),
    ('\u{bbe}', '\u{bcd}'),
    ('\u{c3c}', '\u{c4d}'),
    ('\u{cbc}', '\u{ccd}'),
    ('\u{d3b}', '\u{d4d}'),
    ('\u{dca}', '\u{ddf}'),
    ('\u{e31}', '\u{e31}'),
    ('\u{e34}', '\u{e3a}'),
    ('\u{e47}', '\u{e4e}'),
    ('\u{1ab0}', '\u{1aff}'),
    ('\u{1dc0}', '\u{1dff}'),
    ('\u{20d0}', '\u{20ff}'),
    ('\u{3099}', '\u{309a}'),
    ('\u{fe20}', '\u{fe2f}'),
    ('\u{1f3fb}', '\u{1f3ff}'),
    ('\u{e0020}', '\u{e007f}'),
];
