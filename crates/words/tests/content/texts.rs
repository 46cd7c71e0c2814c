//! Every text of one language, as its file has it, with samples in the place of what is put in.

use std::path::Path;

use catalogue::{Catalogue, Message};

/// One text, and what was put into it.
pub(crate) struct Text {
    /// Its key.
    pub(crate) name: String,
    pub(crate) text: String,
}

/// All texts of one language.
pub(crate) struct Language {
    pub(crate) texts: Vec<Text>,
}

/// The folder of the texts.
pub(crate) const CONTENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content");

impl Language {
    pub(crate) fn read(tag: &str) -> Self {
        let catalogue = Catalogue::read(Path::new(CONTENT), tag).unwrap();
        let texts = catalogue.messages.iter().flat_map(|message| {
            let forms = message.target.iter().enumerate();
            forms.map(|(form, text)| Text {
                name: message.key.to_string(),
                text: without_markup(&filled(message, form, text)),
            })
        });
        Self {
            texts: texts.collect(),
        }
    }

    /// The texts whose key begins so.
    pub(crate) fn below(&self, start: &str) -> impl Iterator<Item = &Text> {
        self.texts
            .iter()
            .filter(move |text| text.name.starts_with(start))
    }

    /// The text of a key.
    pub(crate) fn text(&self, name: &str) -> &str {
        let found = self.texts.iter().find(|text| text.name == name);
        &found.unwrap_or_else(|| panic!("there is no {name}")).text
    }

    /// The ids of a text that there is for several, in the order of the file.
    pub(crate) fn ids(&self, name: &str) -> Vec<String> {
        let start = format!("{name}[");
        let texts = self.below(&start);
        texts
            .map(|text| text.name[start.len()..].trim_end_matches(']').to_owned())
            .collect()
    }
}

/// A text as people read it, without what its page shows as code.
fn without_markup(text: &str) -> String {
    let mut parts = text.split("<code>");
    let first = parts.next().unwrap_or_default().to_owned();
    let prose = parts.map(|part| part.split_once("</code>").map_or("", |(_, rest)| rest));
    let prose = prose.fold(first, |text, part| text + "code" + part);
    let mut tags = prose.split('<');
    let first = tags.next().unwrap_or_default().to_owned();
    first
        + &tags
            .map(|part| part.split_once('>').map_or(part, |(_, rest)| rest))
            .collect::<String>()
}

/// A text with a sample for each placeholder: 1 in the first plural form, 7 in the others.
fn filled(message: &Message, form: usize, text: &str) -> String {
    message
        .placeholders
        .iter()
        .fold(text.to_owned(), |text, placeholder| {
            let sample = match (placeholder.number, placeholder.name.as_str(), form) {
                (true, "count", 0) if message.is_plural() => "1",
                (true, ..) => "7",
                (false, "day", _) => "Monday",
                (false, ..) => "Ada",
            };
            text.replace(&format!("{{{}}}", placeholder.name), sample)
        })
}
