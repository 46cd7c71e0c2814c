//! `SubtleCrypto`, by the names of its methods. Typed bindings would add an import for each method to the
//! loader's glue, which every visitor downloads; few of them ever take part in a round.

use std::pin::Pin;
use std::task::{Context, Poll};

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The browser refused an operation.
pub(crate) struct Refused;

/// A property; undefined if there is none.
pub(crate) fn property(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

/// A property that is a text.
pub(crate) fn text(object: &JsValue, name: &str) -> Result<String, Refused> {
    property(object, name).as_string().ok_or(Refused)
}

/// The page's `Crypto`.
pub(crate) fn crypto() -> JsValue {
    property(&js_sys::global(), "crypto")
}

/// The page's `SubtleCrypto`; undefined outside secure contexts.
pub(crate) fn subtle() -> JsValue {
    property(&crypto(), "subtle")
}

/// Calls a method by its name.
pub(crate) fn call(
    object: &JsValue,
    method: &str,
    arguments: &[JsValue],
) -> Result<JsValue, Refused> {
    // What is no function is refused when it is called.
    let function: Function = property(object, method).unchecked_into();
    let arguments: Array = arguments.iter().collect();
    Reflect::apply(&function, object, &arguments).map_err(|_| Refused)
}

/// What a method of `SubtleCrypto` will give.
pub(crate) struct Reply(Result<JsFuture, Refused>);

impl Future for Reply {
    type Output = Result<JsValue, Refused>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match &mut self.0 {
            Ok(promised) => Pin::new(promised).poll(context).map_err(|_| Refused),
            Err(Refused) => Poll::Ready(Err(Refused)),
        }
    }
}

/// Calls a method of `SubtleCrypto`.
pub(crate) fn run(method: &str, arguments: &[JsValue]) -> Reply {
    let promise = call(&subtle(), method, arguments);
    Reply(promise.map(|promise| JsFuture::from(promise.unchecked_into::<Promise>())))
}

/// Parameters of an algorithm, or a key as JWK. The object inherits nothing: what a page has added to every object
/// would be taken for a parameter that is left out here.
pub(crate) fn object(members: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    let _ = Reflect::set(&object, &"__proto__".into(), &JsValue::NULL);
    for (name, value) in members {
        // Setting a property of a fresh object does not fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// Bytes as `SubtleCrypto` takes them.
pub(crate) fn buffer(bytes: &[u8]) -> JsValue {
    Uint8Array::new_from_slice(bytes).into()
}

/// The bytes of what `SubtleCrypto` returned.
pub(crate) fn bytes(buffer: &JsValue) -> Vec<u8> {
    Uint8Array::new(buffer).to_vec()
}

/// As many bytes as are expected.
pub(crate) fn exact<const N: usize>(bytes: Vec<u8>) -> Result<[u8; N], Refused> {
    bytes.try_into().map_err(|_| Refused)
}

/// Imports a key that cannot be exported again.
pub(crate) fn import(format: &str, key: JsValue, algorithm: JsValue, uses: &[&str]) -> Reply {
    let arguments = [format.into(), key, algorithm, JsValue::FALSE, list(uses)];
    run("importKey", &arguments)
}

/// Derives so many bytes from a key.
pub(crate) fn derive(algorithm: JsValue, key: JsValue, length: u8) -> Reply {
    let bits = u32::from(length) * 8;
    run("deriveBits", &[algorithm, key, bits.into()])
}

/// So many bytes from a secret, by HKDF or PBKDF2 with SHA-256 and a salt. `parameter` is the other parameter.
pub(crate) async fn stretch(
    name: &str,
    secret: &[u8],
    salt: &[u8],
    parameter: (&str, JsValue),
    length: u8,
) -> Result<Vec<u8>, Refused> {
    let key = import("raw", buffer(secret), name.into(), &["deriveBits"]).await?;
    let algorithm = object(&[
        ("name", name.into()),
        ("hash", "SHA-256".into()),
        ("salt", buffer(salt)),
        parameter,
    ]);
    Ok(bytes(&derive(algorithm, key, length).await?))
}

/// A list of texts.
pub(crate) fn list(texts: &[&str]) -> JsValue {
    let list: Array = texts.iter().map(|text| JsValue::from(*text)).collect();
    list.into()
}
