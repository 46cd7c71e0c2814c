//! Listens to the page: hidden, shown, left, and what other tabs did to storage.

use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Event, StorageEvent};

/// What happened to the page.
pub(super) enum PageEvent {
    /// It is no longer visible.
    Hidden,
    /// It is visible again.
    Shown,
    /// It is being left.
    Left,
    /// Another document changed this origin's storage.
    Stored(StorageEvent),
}

/// Calls `happened` with what happens to the page, until the listeners are dropped.
pub(super) fn listen(happened: impl Fn(PageEvent) + 'static) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let happened = Rc::new(happened);
    let mut listeners = Vec::new();

    let tell = Rc::clone(&happened);
    listeners.push(EventListener::new(
        &window,
        "storage",
        move |event: &Event| {
            if let Some(event) = event.dyn_ref::<StorageEvent>() {
                tell(PageEvent::Stored(event.clone()));
            }
        },
    ));

    let tell = Rc::clone(&happened);
    listeners.push(EventListener::new(&window, "pagehide", move |_| {
        tell(PageEvent::Left);
    }));

    if let Some(document) = window.document() {
        let page = document.clone();
        listeners.push(EventListener::new(
            &document,
            "visibilitychange",
            move |_| {
                happened(if page.hidden() {
                    PageEvent::Hidden
                } else {
                    PageEvent::Shown
                });
            },
        ));
    }
    listeners
}
