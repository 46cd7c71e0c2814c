//! Addresses, as the browser reads them.
#![allow(missing_docs, reason = "generated items")]

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = URL)]
    type Url;
    #[wasm_bindgen(constructor, js_class = "URL", catch)]
    fn new(address: &str) -> Result<Url, JsValue>;
    #[wasm_bindgen(method, getter, js_class = "URL")]
    fn href(this: &Url) -> String;
}

/// An absolute address as the browser writes it, its host in ASCII; `None` if it reads none.
pub fn parsed(address: &str) -> Option<String> {
    Some(Url::new(address).ok()?.href())
}
