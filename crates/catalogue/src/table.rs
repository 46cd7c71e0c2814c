//! The tables that ship: one language's texts of one part, in the order that the accessors know.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::{Map, Value, json};

use crate::key::Part;
use crate::message::SOURCE;
use crate::pseudo::Pseudo;
use crate::summary::Summary;
use crate::{Catalogue, Message, Plurals, questionnaire};

/// A part's texts of one language, as the program reads them: the plural categories, and the texts in
/// the order of the source language's. A text that depends on a number is a list with one text for
/// each category. Placeholders are positions in braces: `{0}`.
fn part(source: &Catalogue, language: &Catalogue, plurals: &Plurals, part: Part) -> Value {
    let texts: Vec<Value> = source
        .messages
        .iter()
        .filter(|message| message.key.group.part == part)
        .map(|message| text(language.find(&message.key).unwrap_or(message)))
        .collect();
    json!({ "plurals": plurals.0, "texts": texts })
}

/// What the loader says, by name.
fn loader(source: &Catalogue, language: &Catalogue) -> Value {
    let messages = source
        .messages
        .iter()
        .filter(|message| message.key.group.part == Part::Loader);
    by_name(messages, language)
}

fn by_name<'a>(messages: impl Iterator<Item = &'a Message>, language: &Catalogue) -> Value {
    let named = messages.map(|message| {
        let text = text(language.find(&message.key).unwrap_or(message));
        (message.key.name.clone(), text)
    });
    Value::Object(named.collect::<Map<_, _>>())
}

/// The texts of the pages around the element in every language of the folder `content`, the pseudo-languages too: by
/// tag, then by name.
///
/// # Errors
/// If a file is missing or has another shape.
pub fn pages(content: &Path) -> Result<Value> {
    let source = Catalogue::read(content, SOURCE)?;
    let mut all = Map::new();
    for tag in Catalogue::tags(content)? {
        let language = Catalogue::read(content, &tag)?;
        all.insert(tag, of_pages(&source, &language));
    }
    for pseudo in Pseudo::ALL {
        let language = pseudo.translate(&source);
        all.insert(pseudo.tag().to_owned(), of_pages(&source, &language));
    }
    Ok(Value::Object(all))
}

fn of_pages(source: &Catalogue, language: &Catalogue) -> Value {
    let messages = source.messages.iter();
    let named = messages
        .filter(|message| message.key.group.part == Part::Pages)
        .map(|message| {
            let own = language.find(&message.key).unwrap_or(message);
            (message.key.name.clone(), json!(own.target.concat()))
        });
    Value::Object(named.collect::<Map<_, _>>())
}

/// The texts that the loader writes into first screens, by name: they depend on the questionnaire.
const OF_FIRST_SCREENS: [&str; 10] = [
    "welcome_heading",
    "welcome_lede",
    "welcome_lede_own",
    "form_statements",
    "form_minutes",
    "form_full_gives",
    "form_short_gives",
    "no_one",
    "not_for_me",
    "progress",
];

/// What the loader writes into first screens, by name.
fn of_first_screens(source: &Catalogue, language: &Catalogue) -> Value {
    let messages = source.messages.iter().filter(|message| {
        message.key.group.name == "audit" && OF_FIRST_SCREENS.contains(&message.key.name.as_str())
    });
    by_name(messages, language)
}

/// The questionnaire of this structure in one language.
fn worded(structure: &str, source: &Catalogue, language: &Catalogue) -> Result<Value> {
    let state = Summary::new(source, language).state(Part::Questionnaire);
    questionnaire::assemble(structure, &language.tag, state, &wording(source, language))
}

/// The wording of the questionnaire, by key.
fn wording(source: &Catalogue, language: &Catalogue) -> BTreeMap<String, String> {
    let messages = source
        .messages
        .iter()
        .filter(|message| message.key.group.part == Part::Questionnaire);
    let worded = messages.map(|message| {
        let text = language.find(&message.key).unwrap_or(message);
        (message.key.to_string(), text.target.concat())
    });
    worded.collect()
}

fn text(message: &Message) -> Value {
    let positioned = |text: &String| {
        let places = message.placeholders.iter().enumerate();
        places.fold(text.clone(), |text, (position, placeholder)| {
            text.replace(
                &format!("{{{}}}", placeholder.name),
                &format!("{{{position}}}"),
            )
        })
    };
    if message.is_plural() {
        json!(message.target.iter().map(positioned).collect::<Vec<_>>())
    } else {
        json!(message.target.first().map(positioned).unwrap_or_default())
    }
}

/// The shipped questionnaire in the language of this tag, from the folder `content`.
///
/// # Errors
/// If a file is missing or has another shape.
pub fn questionnaire(content: &Path, tag: &str) -> Result<Value> {
    let source = Catalogue::read(content, SOURCE)?;
    let language = Catalogue::read(content, tag)?;
    let structure = fs::read_to_string(content.join("questionnaire.json"))?;
    worded(&structure, &source, &language)
}

/// Everything of every language in the folder `content`, the pseudo-languages too, by tag: the tables
/// of its parts, what the loader says, the questionnaire, and its conventions.
///
/// # Errors
/// If a file is missing or has another shape.
pub fn all(content: &Path) -> Result<Value> {
    let read = |name: &str| {
        fs::read_to_string(content.join(name)).with_context(|| format!("content/{name}"))
    };
    let structure = read("questionnaire.json")?;
    let cldr: BTreeMap<String, Value> = serde_json::from_str(&read("cldr.json")?)?;
    let source = Catalogue::read(content, SOURCE)?;
    let mut languages = Vec::new();
    for tag in Catalogue::tags(content)? {
        languages.push(Catalogue::read(content, &tag)?);
    }
    languages.extend(Pseudo::ALL.map(|pseudo| pseudo.translate(&source)));
    let mut all = Map::new();
    for language in &languages {
        let like = Pseudo::ALL
            .iter()
            .find(|pseudo| pseudo.tag() == language.tag);
        let like = like.map_or(language.tag.as_str(), |pseudo| pseudo.conventions());
        let conventions = cldr.get(like).with_context(|| {
            format!("content/cldr.json lacks {like}: run `cargo xtask language {like}`")
        })?;
        let letters = conventions
            .get("plurals")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let plurals = Plurals::from_letters(letters);
        let part = |which| part(&source, language, &plurals, which);
        let entry = json!({
            "conventions": conventions,
            "first": part(Part::First),
            "results": part(Part::Results),
            "followup": part(Part::FollowUp),
            "imports": part(Part::Imports),
            "rounds": part(Part::Rounds),
            "authoring": part(Part::Authoring),
            "loader": loader(&source, language),
            "drawn": of_first_screens(&source, language),
            "questionnaire": worded(&structure, &source, language)?,
        });
        all.insert(language.tag.clone(), entry);
    }
    Ok(Value::Object(all))
}
