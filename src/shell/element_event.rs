//! Dispatches the element's events: bubbling and composed. Only `shared` carries answers.

mod events;

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

use app::session::ElementEvent;

pub(super) fn send(host: &HtmlElement, event: &ElementEvent) -> Result<(), JsValue> {
    match event {
        ElementEvent::Started { form } => events::started(host, form.as_str()),
        ElementEvent::Progressed { answered, total } => {
            events::progressed(host, *answered as u64, *total as u64)
        }
        ElementEvent::Completed { form, seconds } => {
            events::completed(host, form.as_str(), *seconds)
        }
        ElementEvent::Shared { document } => {
            // The detail is the document as an object of the page's own realm.
            let document = js_sys::JSON::parse(document)?;
            events::shared(host, &document)
        }
        ElementEvent::Erased => events::erased(host),
    }
}

fn dispatch_fields(
    host: &HtmlElement,
    name: &str,
    detail: &[(&str, JsValue)],
) -> Result<(), JsValue> {
    let object = Object::new();
    for (key, value) in detail {
        Reflect::set(&object, &JsValue::from_str(key), value)?;
    }
    dispatch(host, name, &object)
}

fn dispatch(host: &HtmlElement, name: &str, detail: &JsValue) -> Result<(), JsValue> {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(detail);
    let event = CustomEvent::new_with_event_init_dict(name, &init)?;
    host.dispatch_event(&event)?;
    Ok(())
}
