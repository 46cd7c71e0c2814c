//! Checks a translation against the source language: `cargo xtask language TAG` prints what it finds.

use std::fmt;

use crate::message::State;
use crate::{Catalogue, Key, Message, Part, Plurals};

/// What is wrong with a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The language lacks the text.
    Missing,
    /// The source language has no text of this key.
    Unused,
    /// The English text changed since it was translated.
    SourceChanged,
    /// A name in braces was lost.
    LostPlaceholder(String),
    /// A name in braces that the source does not have.
    UnknownPlaceholder(String),
    /// Other tags, or other code, than the source has.
    Markup(String),
    /// Another number of plural forms than the language has: how many there are, and the categories
    /// that there should be a form for.
    PluralForms(usize, Vec<&'static str>),
    /// Longer than what it has to fit: characters, limit.
    TooLong(usize, usize),
    /// Still the English text.
    LeftEnglish,
    /// A straight quotation mark or apostrophe.
    StraightQuote,
    /// A letter of another script.
    WrongScript(char),
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => formatter.write_str("is not translated"),
            Self::Unused => formatter.write_str("is not a text of the product: remove it"),
            Self::SourceChanged => formatter.write_str("its English text (msgid) is not today’s"),
            Self::LostPlaceholder(name) => write!(formatter, "lacks {{{name}}}"),
            Self::UnknownPlaceholder(name) => {
                write!(formatter, "has {{{name}}}, which the English text lacks")
            }
            Self::Markup(part) => write!(
                formatter,
                "has “{part}” more or less often than the English text"
            ),
            Self::PluralForms(found, wanted) => write!(
                formatter,
                "has {found} plural forms; the language has {}: {}",
                wanted.len(),
                wanted.join(", ")
            ),
            Self::TooLong(length, limit) => {
                write!(formatter, "is {length} characters long, and {limit} fit")
            }
            Self::LeftEnglish => formatter.write_str(
                "is the English text; where that is right, add the comment “# Same as English”",
            ),
            Self::StraightQuote => {
                formatter.write_str("has a straight quotation mark or apostrophe")
            }
            Self::WrongScript(letter) => {
                write!(formatter, "has the letter “{letter}” of another script")
            }
        }
    }
}

/// What is wrong with the header of a file, by which translation tools and the build know the language.
#[must_use]
pub fn check_header(language: &Catalogue) -> Option<String> {
    let first = |tag: &str| {
        tag.split(['-', '_', '@'])
            .next()
            .map(str::to_ascii_lowercase)
    };
    (first(&language.header) != first(&language.tag)).then(|| {
        format!(
            "“Language: {}” should be “Language: {}”",
            language.header,
            language.tag.replace('-', "_")
        )
    })
}

/// Every fault of a translation with its key, in the order of the file.
#[must_use]
pub fn check(source: &Catalogue, language: &Catalogue, plurals: &Plurals) -> Vec<(Key, Fault)> {
    let mut faults = Vec::new();
    for wanted in &source.messages {
        if language.find(&wanted.key).is_none() {
            faults.push((wanted.key.clone(), Fault::Missing));
        }
    }
    for message in &language.messages {
        let found = match source.find(&message.key) {
            None => vec![Fault::Unused],
            Some(wanted) => check_text(wanted, message, language, plurals),
        };
        faults.extend(found.into_iter().map(|fault| (message.key.clone(), fault)));
    }
    faults
}

fn check_text(
    wanted: &Message,
    message: &Message,
    language: &Catalogue,
    plurals: &Plurals,
) -> Vec<Fault> {
    if message.state == State::Missing {
        return vec![Fault::Missing];
    }
    let mut faults = Vec::new();
    if wanted.source != message.source {
        faults.push(Fault::SourceChanged);
    }
    if wanted.is_plural() && message.target.len() != plurals.0.len() {
        faults.push(Fault::PluralForms(message.target.len(), plurals.0.clone()));
    }
    for text in &message.target {
        check_placeholders(wanted, text, &mut faults);
        if wanted.key.group.part == Part::Pages {
            check_markup(&wanted.source.concat(), text, &mut faults);
        }
        let length = text.chars().count();
        if let Some(limit) = wanted.max_length.filter(|limit| length > *limit) {
            faults.push(Fault::TooLong(length, limit));
        }
        if without_code(text).contains(['"', '\'']) && !wanted.key.name.ends_with("_words") {
            faults.push(Fault::StraightQuote);
        }
        if let Some(letter) = foreign_letter(language, text) {
            faults.push(Fault::WrongScript(letter));
        }
    }
    if !language.is_of_source()
        && message.target == wanted.source
        && has_words(message)
        && !message.same_as_source
    {
        faults.push(Fault::LeftEnglish);
    }
    faults.dedup();
    faults
}

/// The number itself may be left out where a plural form says it in words.
fn check_placeholders(wanted: &Message, text: &str, faults: &mut Vec<Fault>) {
    for placeholder in &wanted.placeholders {
        let counted = wanted.is_plural() && placeholder.name == "count";
        if !counted && !text.contains(&format!("{{{}}}", placeholder.name)) {
            faults.push(Fault::LostPlaceholder(placeholder.name.clone()));
        }
    }
    for part in text.split('{').skip(1) {
        let name = part.split('}').next().unwrap_or_default();
        if !wanted.placeholders.iter().any(|known| known.name == name) {
            faults.push(Fault::UnknownPlaceholder(name.to_owned()));
        }
    }
}

/// A text without what its page shows as code.
fn without_code(text: &str) -> String {
    let mut parts = text.split("<code>");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.filter_map(|part| Some(part.split_once("</code>")?.1));
    first + &rest.collect::<String>()
}

/// Tags of HTML, what a page shows as code, and the placeholder of PHP are in a translation as often as in the source.
fn check_markup(source: &str, text: &str, faults: &mut Vec<Fault>) {
    let parts = |text: &str| {
        let mut parts: Vec<String> = text
            .split('<')
            .skip(1)
            .filter_map(|part| Some(format!("<{}>", part.split_once('>')?.0)))
            .collect();
        let code = text.split('`').skip(1).step_by(2);
        parts.extend(code.map(|code| format!("`{code}`")));
        parts.extend(text.matches("%s").map(str::to_owned));
        parts.sort();
        parts
    };
    let (wanted, found) = (parts(source), parts(text));
    if wanted != found {
        let count = |list: &[String], part| list.iter().filter(|one| *one == part).count();
        let other = wanted.iter().chain(&found);
        let other = other
            .filter(|part| count(&wanted, *part) != count(&found, *part))
            .min();
        faults.extend(other.cloned().map(Fault::Markup));
    }
}

/// Whether there is anything to translate.
fn has_words(message: &Message) -> bool {
    let text = message.target.concat();
    let mut inside = false;
    let letters = text.chars().filter(|letter| {
        inside = *letter == '{' || (inside && *letter != '}');
        !inside && letter.is_alphabetic()
    });
    letters.count() > 2
}

/// The first letter that the language is not written with. Languages of other scripts than Latin may
/// have Latin names in them, such as “JSON”.
fn foreign_letter(language: &Catalogue, text: &str) -> Option<char> {
    let subtag = language.tag.split('-').next().unwrap_or_default();
    let own: fn(char) -> bool = match subtag {
        "ar" | "fa" | "ur" => {
            |letter| matches!(letter, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}')
        }
        "ja" => {
            |letter| matches!(letter, '\u{3005}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
        }
        "el" => |letter| matches!(letter, '\u{370}'..='\u{3ff}'),
        "ru" | "uk" | "bg" | "sr" => |letter| matches!(letter, '\u{400}'..='\u{4ff}'),
        "zh" => |letter| matches!(letter, '\u{3005}'..='\u{9fff}'),
        "he" => |letter| matches!(letter, '\u{590}'..='\u{5ff}'),
        "ko" => |letter| matches!(letter, '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7af}'),
        _ => |_| false,
    };
    let latin = |letter: char| matches!(letter, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    text.chars()
        .find(|letter| letter.is_alphabetic() && !latin(*letter) && !own(*letter))
}

#[cfg(test)]
mod tests;
