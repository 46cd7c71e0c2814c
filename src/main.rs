//! The browser program: mounts the widget that the loader asks for.
#![forbid(unsafe_code)]

use wasm_bindgen::prelude::wasm_bindgen;
use yew::{Html, component, html};

#[component]
fn Hello() -> Html {
    html! { <p>{ "Leadership Audit" }</p> }
}

/// Mounts the widget into `root`, an element inside the host's shadow root.
#[wasm_bindgen]
pub fn mount(root: web_sys::Element) {
    yew::Renderer::<Hello>::with_root(root).render();
}

fn main() {}
