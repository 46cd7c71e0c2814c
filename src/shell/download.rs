//! Offers a file: an anchor with a `blob:` address, clicked once.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlElement, Url};

/// How long the address stays good; some browsers fetch it only after the visitor agreed.
const REVOKE_AFTER_MS: i32 = 60_000;

pub(super) fn offer(
    beside: &HtmlElement,
    name: &str,
    mime: &str,
    text: &str,
) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;

    let window = web_sys::window().ok_or("no window")?;
    let document = window.document().ok_or("no document")?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    anchor.set_href(&address);
    anchor.set_download(name);
    // In the shadow root, where the host page's styles and listeners do not reach it.
    let parent: web_sys::Node = match beside.shadow_root() {
        Some(root) => root.into(),
        None => beside.clone().into(),
    };
    parent.append_child(&anchor)?;
    anchor.click();
    anchor.remove();

    let revoke = wasm_bindgen::closure::Closure::once_into_js(move || {
        // Revoking an unknown address has no effect.
        let _ = Url::revoke_object_url(&address);
    });
    window.set_timeout_with_callback_and_timeout_and_arguments_0(
        revoke.unchecked_ref(),
        REVOKE_AFTER_MS,
    )?;
    Ok(())
}
