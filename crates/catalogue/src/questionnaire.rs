//! The shipped questionnaire in one language: its structure, with the wording put in.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use serde_json::{Map, Value, json};

use crate::message::State;

/// The lists of the structure whose entries have a wording: the list, the field that the wording
/// becomes, and the name of its texts.
const WORDED: [(&str, &str, &str); 3] = [
    ("scales", "label", "scale"),
    ("facets", "label", "facet"),
    ("items", "stem", "stem"),
];

/// How many options there are to answer with.
const OPTIONS: usize = 5;

/// Puts the wording of one language, by key, into the structure of the questionnaire: the text of
/// `content/questionnaire.json`. `state` is how far that wording has come.
///
/// # Errors
/// If the structure has another shape, or a text is missing.
pub fn assemble(
    structure: &str,
    tag: &str,
    state: State,
    wording: &BTreeMap<String, String>,
) -> Result<Value> {
    let text = |name: &str| {
        let key = format!("questionnaire.{name}");
        let text = wording
            .get(&key)
            .with_context(|| format!("no text for {key}"))?;
        Ok::<_, anyhow::Error>(Value::from(text.as_str()))
    };
    let mut whole: Map<String, Value> = serde_json::from_str(structure)?;
    for (list, field, name) in WORDED {
        let entries = whole.get_mut(list).and_then(Value::as_array_mut);
        for entry in entries.with_context(|| format!("no list “{list}”"))? {
            let entry = entry.as_object_mut().context("not an object")?;
            let id = entry
                .get("id")
                .and_then(Value::as_str)
                .context("an entry has no id")?;
            let text = text(&format!("{name}[{id}]"))?;
            entry.insert(field.to_owned(), text);
        }
    }
    let options = (1..=OPTIONS).map(|number| text(&format!("option[{number}]")));
    whole.insert(
        "options".to_owned(),
        Value::Array(options.collect::<Result<_>>()?),
    );
    whole.insert("not_applicable".to_owned(), text("not_applicable")?);
    whole.insert("title".to_owned(), text("title")?);
    whole.insert("language".to_owned(), Value::from(tag));
    let state = match state {
        State::Missing | State::Draft => "draft",
        State::ReadBack => "read_back",
        State::Reviewed => "reviewed",
    };
    let version = whole.get("version").cloned().unwrap_or_default();
    whole.insert(
        "wording".to_owned(),
        json!({ "version": version, "state": state }),
    );
    Ok(Value::Object(whole))
}
