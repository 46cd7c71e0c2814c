//! Listens to the page: hidden, shown, left, and what other tabs did to storage.

use std::rc::{Rc, Weak};

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Document, Event, StorageEvent, Window};

use super::runtime::Runtime;
use crate::session::Message;

/// Listens until the listeners are dropped. They hold the runtime weakly, and do not keep it.
pub(super) fn listen(runtime: &Rc<Runtime>) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let mut listeners = vec![on_storage(&window, runtime), on_leaving(&window, runtime)];
    if let Some(document) = window.document() {
        listeners.push(on_visibility(&document, runtime));
    }
    listeners
}

fn on_storage(window: &Window, runtime: &Rc<Runtime>) -> EventListener {
    let runtime = Rc::downgrade(runtime);
    EventListener::new(window, "storage", move |event: &Event| {
        if let (Some(runtime), Some(event)) = (runtime.upgrade(), event.dyn_ref::<StorageEvent>()) {
            runtime.stored_elsewhere(event);
        }
    })
}

fn on_leaving(window: &Window, runtime: &Rc<Runtime>) -> EventListener {
    let runtime = Rc::downgrade(runtime);
    EventListener::new(window, "pagehide", move |_| {
        send(&runtime, Message::PageLeft);
    })
}

fn on_visibility(document: &Document, runtime: &Rc<Runtime>) -> EventListener {
    let runtime = Rc::downgrade(runtime);
    let page = document.clone();
    EventListener::new(document, "visibilitychange", move |_| {
        let message = if page.hidden() {
            Message::PageHidden
        } else {
            Message::PageShown
        };
        send(&runtime, message);
    })
}

fn send(runtime: &Weak<Runtime>, message: Message) {
    if let Some(runtime) = runtime.upgrade() {
        runtime.dispatch(message);
    }
}
