//! One language's texts, read from its PO file.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use polib::message::MessageView;

use crate::Key;

/// What replaces a name in braces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placeholder {
    /// The name between the braces.
    pub name: String,
    /// Whether it is a number, which is written as the language writes numbers.
    pub number: bool,
    /// What it is, for translators.
    pub about: String,
}

/// How far a translation has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Not translated.
    Missing,
    /// Translated by somebody or something, and read by nobody else: marked `fuzzy`.
    Draft,
    /// Translated back into the source language independently, and the differences settled.
    ReadBack,
    /// Reviewed by a native speaker: the translator's comment says `State: reviewed`.
    Reviewed,
}

/// A text in the source language and in this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its key.
    pub key: Key,
    /// What it is for.
    pub note: String,
    /// What replaces the names in braces, in the order of the arguments.
    pub placeholders: Vec<Placeholder>,
    /// The largest number of characters that fit, if there is a limit.
    pub max_length: Option<usize>,
    /// The English text; for a text that depends on a number, the singular and the plural.
    pub source: Vec<String>,
    /// The text in this language, one for each plural category.
    pub target: Vec<String>,
    /// How far the translation has come.
    pub state: State,
    /// Whether a comment says that the text is right as it is in English.
    pub same_as_source: bool,
}

impl Message {
    /// Whether the text depends on a number: the placeholder `count`.
    #[must_use]
    pub fn is_plural(&self) -> bool {
        self.source.len() > 1
    }

    fn from_entry(entry: &dyn MessageView, is_source: bool) -> Result<Self> {
        let key = Key::from_text(entry.msgctxt().unwrap_or_default())?;
        let (mut note, mut placeholders) = (String::new(), Vec::new());
        for line in entry.extracted_comments().lines() {
            match Placeholder::from_comment(line) {
                Some(placeholder) => placeholders.push(placeholder),
                None => {
                    let gap = if note.is_empty() { "" } else { " " };
                    note = format!("{note}{gap}{}", line.trim());
                }
            }
        }
        let source = if entry.is_plural() {
            vec![entry.msgid().to_owned(), entry.msgid_plural()?.to_owned()]
        } else {
            vec![entry.msgid().to_owned()]
        };
        let translated = if entry.is_plural() {
            entry.msgstr_plural()?.clone()
        } else {
            vec![entry.msgstr()?.to_owned()]
        };
        let missing = translated.iter().any(String::is_empty);
        let reviewed = entry.translator_comments().contains("State: reviewed");
        let state = match (is_source, missing) {
            (false, true) => State::Missing,
            _ if reviewed => State::Reviewed,
            // Nothing can be read back into English but a translation.
            (true, _) => State::Draft,
            (false, false) if entry.flags().is_fuzzy() => State::Draft,
            (false, false) => State::ReadBack,
        };
        let target = if state == State::Missing || is_source {
            source.clone()
        } else {
            translated
        };
        let length = |flag: &String| flag.strip_prefix("max-length:")?.parse().ok();
        Ok(Self {
            key,
            note,
            placeholders,
            max_length: entry.flags().iter().find_map(length),
            source,
            target,
            state,
            same_as_source: entry.translator_comments().contains("Same as English"),
        })
    }
}

impl Placeholder {
    /// Reads `{name} number: what it is` or `{name} text: what it is`.
    fn from_comment(line: &str) -> Option<Self> {
        let (name, rest) = line.trim().strip_prefix('{')?.split_once('}')?;
        let (kind, about) = rest.split_once(':')?;
        Some(Self {
            name: name.to_owned(),
            number: kind.trim() == "number",
            about: about.trim().to_owned(),
        })
    }
}

/// The texts of one language.
#[derive(Debug, Clone)]
pub struct Catalogue {
    /// The name of its folder: a BCP 47 tag.
    pub tag: String,
    /// What the header of its file says in `Language`, such as `de` or `pt_BR`.
    pub header: String,
    /// Its texts, in the order of the file.
    pub messages: Vec<Message>,
}

/// The file of a language with the texts of the element.
const MESSAGES: &str = "messages.po";
/// The file with the texts of the pages around it.
const PAGES: &str = "pages.po";

/// The language of the sources.
pub const SOURCE: &str = "en";

impl Catalogue {
    /// Reads the files of a language in the folder `content`: `messages.po`, and `pages.po` where there is one. A
    /// tag with a region or a script whose language has a folder of its own, such as `en-US`, is an overlay: what
    /// it lacks is that language's.
    ///
    /// # Errors
    /// If a file cannot be read, is not a PO file, or has a key of another shape or one that occurred before.
    pub fn read(content: &Path, tag: &str) -> Result<Self> {
        let mut catalogue = Self {
            tag: tag.to_owned(),
            header: String::new(),
            messages: Vec::new(),
        };
        catalogue.header = catalogue.read_file(content, MESSAGES)?;
        if content.join(tag).join(PAGES).exists() {
            catalogue.read_file(content, PAGES)?;
        }
        if let Some(parent) = Self::parent(content, tag) {
            catalogue.lay_over(Self::read(content, parent)?);
        }
        Ok(catalogue)
    }

    /// Adds the texts of one file.
    ///
    /// Returns what its header says in `Language`.
    fn read_file(&mut self, content: &Path, name: &str) -> Result<String> {
        let shown = format!("content/{}/{name}", self.tag);
        let path = content.join(&self.tag).join(name);
        let file = polib::po_file::parse(&path).with_context(|| shown.clone())?;
        for entry in file.messages() {
            let message = Message::from_entry(entry, self.tag == SOURCE)
                .with_context(|| format!("{shown}: {:?}", entry.msgctxt()))?;
            if self.find(&message.key).is_some() {
                bail!("{shown}: the key {} occurs twice", message.key);
            }
            self.messages.push(message);
        }
        Ok(file.metadata.language.clone())
    }

    /// The language that this tag is an overlay of.
    fn parent<'a>(content: &Path, tag: &'a str) -> Option<&'a str> {
        let (parent, _) = tag.rsplit_once('-')?;
        let exists = content.join(parent).join(MESSAGES).exists();
        exists.then_some(parent)
    }

    /// Takes from the language below whatever this overlay lacks, in that language's order.
    fn lay_over(&mut self, below: Self) {
        let mut own = std::mem::take(&mut self.messages);
        for message in below.messages {
            let place = own.iter().position(|known| known.key == message.key);
            self.messages
                .push(place.map_or(message, |place| own.remove(place)));
        }
        // What is in no language is named as unused.
        self.messages.append(&mut own);
    }

    /// Whether its texts may be those of the source language: it is that language, of here or of another region.
    #[must_use]
    pub fn is_of_source(&self) -> bool {
        self.tag.split('-').next() == Some(SOURCE)
    }

    /// The tags of the languages in the folder `content`, the source language first.
    ///
    /// # Errors
    /// If the folder cannot be read.
    pub fn tags(content: &Path) -> Result<Vec<String>> {
        let mut tags = vec![SOURCE.to_owned()];
        let mut others = Vec::new();
        for entry in std::fs::read_dir(content)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.path().join(MESSAGES).exists() && name != SOURCE {
                others.push(name);
            }
        }
        others.sort();
        tags.append(&mut others);
        Ok(tags)
    }

    /// The text of this key.
    #[must_use]
    pub fn find(&self, key: &Key) -> Option<&Message> {
        self.messages.iter().find(|message| message.key == *key)
    }
}
