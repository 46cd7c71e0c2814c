//! What the program asks of the loader that started it.
#![allow(missing_docs, reason = "generated items")]

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use app::parts::Parts;
use app::session::Session;
use measure::instrument::Id;
use records::store::{MemoryStore, Store as _};

#[wasm_bindgen]
extern "C" {
    /// The loader's side of one widget.
    pub type Loader;

    /// Asks for the paragraphs for each band. The reply is `Widget::take_texts`, if they arrive.
    #[wasm_bindgen(method, structural, js_name = wantTexts)]
    pub fn want_texts(this: &Loader);

    /// Fetches and links a part of the program; the reply is `Widget::report_part`.
    #[wasm_bindgen(method, structural, js_name = fetchPart)]
    pub fn fetch_part(this: &Loader, name: &str);

    /// Prints a document made of data; the reply is `Widget::failed_to_print`, if the browser
    /// refuses.
    #[wasm_bindgen(method, structural)]
    pub fn print(this: &Loader, title: &str, body: &str, style: &str);

    /// Puts a text on the clipboard; the reply is `Widget::copied`.
    #[wasm_bindgen(method, structural)]
    pub fn copy(this: &Loader, text: &str);

    /// Leaves with the loader what a fresh instance starts from after a panic: the name of the
    /// screen, and by key the records that storage lacks.
    #[wasm_bindgen(method, structural)]
    pub fn note(this: &Loader, place: &str, held: &JsValue);
}

/// Notes the screen of `session` and its unstored records with the loader.
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
    loader.note(session.screen_name(), &held);
}

/// The records of [`note`].
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
