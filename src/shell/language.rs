//! The visitor's language, as the loader fetched it.
#![allow(missing_docs, reason = "generated items")]

use std::cell::Cell;

use js_sys::{Array, Object};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use intl::BrowserLocale;
use json::Json;
use words::{Language, Part, Table};

#[wasm_bindgen]
extern "C" {
    /// A language's files, as far as they have arrived.
    pub type LanguageFiles;

    /// Its BCP 47 tag.
    #[wasm_bindgen(method, getter, structural)]
    pub fn tag(this: &LanguageFiles) -> String;

    /// The BCP 47 tag of its numbers, dates and lists.
    #[wasm_bindgen(method, getter, structural)]
    pub fn locale(this: &LanguageFiles) -> String;

    /// Whether its small whole numbers are written in ASCII digits.
    #[wasm_bindgen(method, getter, structural)]
    pub fn plain(this: &LanguageFiles) -> bool;

    /// `ltr` or `rtl`.
    #[wasm_bindgen(method, getter, structural)]
    pub fn direction(this: &LanguageFiles) -> String;

    /// The table of a part's texts; undefined until it has arrived.
    #[wasm_bindgen(method, structural)]
    pub fn table(this: &LanguageFiles, part: &str) -> JsValue;

    /// The shipped questionnaire in this language.
    #[wasm_bindgen(method, getter, structural)]
    pub fn questionnaire(this: &LanguageFiles) -> JsValue;
}

/// A language that was made, and those before it.
struct Known {
    language: &'static Language,
    before: Option<&'static Self>,
}

thread_local! {
    /// A page has few languages, and each is made once for all of its widgets.
    static KNOWN: Cell<Option<&'static Known>> = const { Cell::new(None) };
}

/// The language, with every part's texts that have arrived; `None` if those of the first part are no
/// table.
#[must_use]
pub fn language_from(files: &LanguageFiles) -> Option<&'static Language> {
    let table = |part: Part| Table::from_tree(&tree(&files.table(part.name())));
    let tag = files.tag();
    let mut known = KNOWN.get();
    while let Some(other) = known
        && other.language.tag() != tag
    {
        known = other.before;
    }
    let language = if let Some(Known { language, .. }) = known {
        language
    } else {
        let locale = Box::new(BrowserLocale {
            tag: files.locale(),
            is_plain: files.plain(),
        });
        let right_to_left = files.direction() == "rtl";
        let language = Language::leak(&tag, right_to_left, locale, table(Part::First)?);
        let before = KNOWN.get();
        KNOWN.set(Some(Box::leak(Box::new(Known { language, before }))));
        language
    };
    for part in [Part::Results, Part::FollowUp, Part::Imports, Part::Rounds] {
        if !language.has(part)
            && let Some(table) = table(part)
        {
            language.add(part, table);
        }
    }
    Some(language)
}

/// What the browser has parsed, as a tree. Only for files of this build: nothing is checked.
#[must_use]
pub fn tree(value: &JsValue) -> Json {
    if let Some(text) = value.as_string() {
        Json::String(text)
    } else if let Some(number) = value.as_f64() {
        Json::Number(number)
    } else if let Some(list) = value.dyn_ref::<Array>() {
        Json::Array(list.iter().map(|element| tree(&element)).collect())
    } else if let Some(object) = value.dyn_ref::<Object>() {
        let entries = Object::entries(object);
        let entry = |entry: JsValue| {
            let entry: Array = entry.unchecked_into();
            (
                entry.get(0).as_string().unwrap_or_default(),
                tree(&entry.get(1)),
            )
        };
        Json::Object(entries.iter().map(entry).collect())
    } else {
        value.as_bool().map_or(Json::Null, Json::Bool)
    }
}
