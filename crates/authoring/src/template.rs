//! A sheet to begin with: a short questionnaire of each kind of table that most need.

use json::Json;
use words::Language;

use crate::write::{csv_of, xlsx_of};

/// Three scales with two statements each, one of them reversed. `@NAME` stands for a text.
const EXAMPLE: &str = include_str!("template.json");

/// The template as an Excel workbook, its texts in a language that has those of this crate.
#[must_use]
pub fn template_xlsx(language: &'static Language) -> Vec<u8> {
    xlsx_of(&example(language))
}

/// The same as a CSV file.
#[must_use]
pub fn template_csv(language: &'static Language) -> String {
    csv_of(&example(language))
}

/// The example as the tree of a questionnaire file. Tests hold that it has no faults.
fn example(language: &'static Language) -> Json {
    let tree = json::parse(EXAMPLE).unwrap_or(Json::Null);
    worded(tree, language)
}

fn worded(tree: Json, language: &'static Language) -> Json {
    let inside = |tree| worded(tree, language);
    match tree {
        Json::String(text) => Json::String(match text.strip_prefix('@') {
            None => text,
            Some("language") => language.tag().to_owned(),
            Some(name) => {
                let text = language.authoring().template(name);
                text.unwrap_or_default().to_owned()
            }
        }),
        Json::Array(elements) => Json::Array(elements.into_iter().map(inside).collect()),
        Json::Object(fields) => {
            let fields = fields.into_iter();
            Json::Object(fields.map(|(name, tree)| (name, inside(tree))).collect())
        }
        other => other,
    }
}
