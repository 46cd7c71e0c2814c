//! What the program asks of the loader that started it.
#![allow(missing_docs, reason = "generated items")]

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use app::parts::Parts;
use app::session::Session;
use measure::instrument::Id;
use records::document::ResultDocument;
use records::store::{MemoryStore, Store as _};

#[wasm_bindgen]
extern "C" {
    /// The loader's side of one widget.
    pub type Loader;

    /// Asks for the paragraphs for each band, which come later or not at all.
    #[wasm_bindgen(method, structural, js_name = wantTexts)]
    pub fn want_texts(this: &Loader);

    /// Fetches and links a part of the program; what came of it is reported later.
    #[wasm_bindgen(method, structural, js_name = fetchPart)]
    pub fn fetch_part(this: &Loader, name: &str);

    /// Draws the workbook's `part` in `place`, with what stands on the shelf.
    #[wasm_bindgen(method, structural, js_name = openWorkbook)]
    pub fn open_workbook(this: &Loader, place: &Element, part: &str, shelf: &JsValue);

    /// Leaves with the loader what the next program starts from, should this one end: the name of
    /// the screen, and by key the records that storage lacks.
    #[wasm_bindgen(method, structural)]
    pub fn note(this: &Loader, place: &str, held: &JsValue);
}

/// Leaves with the loader where `session` of `audit` stands.
pub(super) fn note(loader: &Loader, session: &Session, audit: &Id) {
    let records = session.unstored();
    let held = Object::new();
    for (slot, text) in &records {
        // Setting a property of a fresh object does not fail.
        let _ = Reflect::set(&held, &slot.key(audit).into(), &text.into());
    }
    let held = if records.is_empty() {
        JsValue::UNDEFINED
    } else {
        held.into()
    };
    loader.note(session.screen.as_str(), &held);
}

/// What [`note`] left.
pub(super) fn held(early: &JsValue) -> MemoryStore {
    let store = MemoryStore::default();
    let held = Reflect::get(early, &"held".into()).unwrap_or_default();
    if let Some(held) = held.dyn_ref::<Object>() {
        for entry in Object::entries(held) {
            let entry = Array::from(&entry);
            if let (Some(key), Some(text)) = (entry.get(0).as_string(), entry.get(1).as_string()) {
                // Memory never fails.
                let _ = store.set(&key, &text);
            }
        }
    }
    store
}

/// The parts that are linked into the program already, by their names in `early.parts`.
pub(super) fn linked(early: &JsValue) -> Parts {
    let names = Reflect::get(early, &"parts".into()).unwrap_or_default();
    let mut parts = Parts::default();
    for name in names.dyn_into::<Array>().unwrap_or_default().iter() {
        parts.report(&name.as_string().unwrap_or_default(), None);
    }
    parts
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
