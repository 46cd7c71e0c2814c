//! The browser program: what the loader calls to mount a widget and to take it away again.
#![forbid(unsafe_code)]

use std::rc::Rc;

use leadership_audit::attributes;
use leadership_audit::instrument;
use leadership_audit::shell::{Host, HostProps, Runtime};
use leadership_audit::strings::EN;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, HtmlElement};

/// A mounted widget.
#[wasm_bindgen]
pub struct Widget {
    runtime: Rc<Runtime>,
    app: Option<yew::AppHandle<Host>>,
}

/// Mounts a widget for the element `host` into `root`, an element of its shadow root.
///
/// # Errors
/// A text that says why, if the questionnaire cannot be read.
#[wasm_bindgen]
pub fn mount(host: HtmlElement, root: Element) -> Result<Widget, JsValue> {
    let (attributes, warnings) = attributes::read(|name| host.get_attribute(name));
    for warning in warnings {
        web_sys::console::warn_1(&format!("leadership-audit: {warning}").into());
    }
    let instrument = instrument::parse(instrument::SHIPPED)
        .map_err(|faults| JsValue::from_str(&faults.to_string()))?;
    let runtime = Runtime::start(host, Rc::new(instrument), &attributes);
    let props = HostProps {
        runtime: Rc::clone(&runtime),
        strings: &EN,
    };
    let app = yew::Renderer::<Host>::with_root_and_props(root, props).render();
    Ok(Widget {
        runtime,
        app: Some(app),
    })
}

#[wasm_bindgen]
impl Widget {
    /// Takes the widget off the page. What is stored stays.
    pub fn destroy(&mut self) {
        self.runtime.stop();
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }
}

fn main() {}
