//! Dispatches the element's events: bubbling and composed. Only `shared` carries answers.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

use app::session::ElementEvent;
use json::number::to_f64;

pub(super) fn dispatch(host: &HtmlElement, event: &ElementEvent) -> Result<(), JsValue> {
    let text = JsValue::from_str;
    let number = |count: u64| JsValue::from_f64(to_f64(count));
    match event {
        ElementEvent::Started { form } => send(
            host,
            "leadership-audit-started",
            &[("form", text(form.as_str()))],
        ),
        ElementEvent::Progressed { answered, total } => send(
            host,
            "leadership-audit-progressed",
            &[
                ("answered", number(*answered as u64)),
                ("total", number(*total as u64)),
            ],
        ),
        ElementEvent::Completed { form, seconds } => send(
            host,
            "leadership-audit-completed",
            &[("form", text(form.as_str())), ("seconds", number(*seconds))],
        ),
        ElementEvent::Exported { format } => send(
            host,
            "leadership-audit-exported",
            &[("format", text(format))],
        ),
        ElementEvent::Shared { document } => {
            // The detail is the document as an object of the page's own realm.
            let document = js_sys::JSON::parse(document)?;
            dispatch_detail(host, "leadership-audit-shared", &document)
        }
        ElementEvent::Erased => send(host, "leadership-audit-erased", &[]),
    }
}

fn send(host: &HtmlElement, name: &str, detail: &[(&str, JsValue)]) -> Result<(), JsValue> {
    let object = Object::new();
    for (key, value) in detail {
        Reflect::set(&object, &JsValue::from_str(key), value)?;
    }
    dispatch_detail(host, name, &object)
}

fn dispatch_detail(host: &HtmlElement, name: &str, detail: &JsValue) -> Result<(), JsValue> {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(detail);
    let event = CustomEvent::new_with_event_init_dict(name, &init)?;
    host.dispatch_event(&event)?;
    Ok(())
}
