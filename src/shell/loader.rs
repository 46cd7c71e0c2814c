//! What the program asks of the loader that started it.
#![allow(missing_docs, reason = "generated items")]

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

use crate::record::document::ResultDocument;
use crate::session::Session;

#[wasm_bindgen]
extern "C" {
    /// The loader's side of one widget.
    pub type Loader;

    /// Asks for the paragraphs for each band, which come later or not at all.
    #[wasm_bindgen(method, structural, js_name = wantTexts)]
    pub fn want_texts(this: &Loader);

    /// Draws the workbook's `part` in `place`, with what stands on the shelf.
    #[wasm_bindgen(method, structural, js_name = openWorkbook)]
    pub fn open_workbook(this: &Loader, place: &Element, part: &str, shelf: &JsValue);
}

/// What the workbook is given: the result and earlier ones as exported documents, the texts of the
/// practice, and how it comes to be shown.
pub(super) fn shelf(session: &Session, opens: bool, stepped: bool) -> JsValue {
    let shelf = Object::new();
    let set = |key: &str, value: &JsValue| {
        // Setting a property of a fresh object does not fail.
        let _ = Reflect::set(&shelf, &JsValue::from_str(key), value);
    };
    if let Some(result) = &session.result {
        let text = ResultDocument::of(&session.instrument, result).to_text();
        set("result", &JsValue::from_str(&text));
    }
    set("kept", &JsValue::from_bool(session.is_kept()));
    set("opens", &JsValue::from_bool(opens));
    set("stepped", &JsValue::from_bool(stepped));
    set("history", &JsValue::from_bool(session.history));
    let pair =
        |name: &str, text: &str| Array::of2(&JsValue::from_str(name), &JsValue::from_str(text));
    let past = session.past.iter();
    let past: Array = past
        .map(|past| pair(past.id.as_str(), &past.text))
        .collect();
    set("past", &past);
    let practice = session.practice.iter();
    let practice: Array = practice.map(|(name, text)| pair(name, text)).collect();
    set("practice", &practice);
    set(
        "restorable",
        &JsValue::from_bool(session.can_restore_past()),
    );
    shelf.into()
}
