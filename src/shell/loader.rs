//! What the program asks of the loader that started it.
#![allow(missing_docs, reason = "generated items")]

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use app::parts::{Linked, Parts, Reader};

use app::session::{self, Session};
use measure::instrument::Id;
use records::store::{MemoryStore, Store as _};

#[wasm_bindgen]
extern "C" {
    /// The loader's side of one widget.
    pub type Loader;

    /// Fetches and links a part of the program; the reply is `Widget::report_part`.
    #[wasm_bindgen(method, structural, js_name = fetchPart)]
    pub fn fetch_part(this: &Loader, name: &str);

    /// Offers a file to the visitor. Like the next two, it says what came of it on the screen that
    /// is shown then, and dispatches `leadership-audit-exported` with `format`, unless that is empty.
    #[wasm_bindgen(method, structural)]
    pub fn offer(this: &Loader, name: &str, mime: &str, text: &str, format: &str);

    /// Prints a document made of data.
    #[wasm_bindgen(method, structural)]
    pub fn print(this: &Loader, title: &str, body: &str, style: &str, format: &str);

    /// Puts a text on the clipboard.
    #[wasm_bindgen(method, structural)]
    pub fn copy(this: &Loader, text: &str, format: &str);

    /// Opens the browser's share sheet with a text. If there is none the text is copied instead.
    #[wasm_bindgen(method, structural)]
    pub fn share(this: &Loader, text: &str);

    /// The address to which invitations lead, without query and fragment: that of the page, unless its owner
    /// named another.
    #[wasm_bindgen(method, structural)]
    pub fn address(this: &Loader) -> String;

    /// Waits for the lock of this name among the tabs of the site. The promise gives the function that
    /// releases it; undefined in a browser without Web Locks.
    #[wasm_bindgen(method, structural)]
    pub fn hold(this: &Loader, name: &str) -> Promise;

    /// Puts `root` on the page, in place of what the element shows.
    #[wasm_bindgen(method, structural)]
    pub fn show(this: &Loader, root: &Element);

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

/// Whether an instance before this one left records with [`note`].
pub(super) fn has_held(early: &JsValue) -> bool {
    Reflect::get(early, &"held".into()).is_ok_and(|held| held.is_object())
}

/// Has `session` take over the records of [`note`].
#[split::split]
pub(super) fn take_over(
    linked: Linked<Reader>,
    session: &mut Session,
    early: &JsValue,
    audit: &Id,
) {
    let store = MemoryStore::default();
    let held = Reflect::get(early, &"held".into()).unwrap_or_default();
    if let Some(held) = held.dyn_ref::<Object>() {
        for entry in Object::entries(held) {
            let entry: Array = entry.unchecked_into();
            if let (Some(key), Some(text)) = (entry.get(0).as_string(), entry.get(1).as_string()) {
                // Memory never fails.
                let _ = store.set(&key, &text);
            }
        }
    }
    session::take_over(linked, session, &store, audit);
}

/// The parts that are linked into the program already, by their names in `early.parts`.
#[must_use]
pub fn linked(early: &JsValue) -> Parts {
    let names = Reflect::get(early, &"parts".into()).unwrap_or_default();
    let mut parts = Parts::default();
    for name in names.dyn_into::<Array>().unwrap_or_default().iter() {
        parts.report(&name.as_string().unwrap_or_default(), None);
    }
    parts
}
