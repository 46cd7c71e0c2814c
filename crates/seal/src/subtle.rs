//! `SubtleCrypto`, by the names of its methods. Typed bindings would add an import for each method to the
//! loader's glue, which every visitor downloads; few of them ever take part in a round.

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

/// Calls a method that returns at once.
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

/// Calls a method of `SubtleCrypto`, and waits for what its promise gives.
pub(crate) async fn run(method: &str, arguments: &[JsValue]) -> Result<JsValue, Refused> {
    let promise = call(&subtle(), method, arguments)?;
    JsFuture::from(promise.unchecked_into::<Promise>())
        .await
        .map_err(|_| Refused)
}

/// Parameters of an algorithm, or a key as JWK.
pub(crate) fn object(members: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
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

/// A key for one use that cannot be exported again.
pub(crate) async fn import(
    format: &str,
    key: JsValue,
    algorithm: JsValue,
    uses: &[&str],
) -> Result<JsValue, Refused> {
    let arguments = [format.into(), key, algorithm, JsValue::FALSE, list(uses)];
    run("importKey", &arguments).await
}

/// So many bytes from a key by `deriveBits`.
pub(crate) async fn derive(
    algorithm: JsValue,
    key: JsValue,
    length: u8,
) -> Result<Vec<u8>, Refused> {
    let bits = u32::from(length) * 8;
    let derived = run("deriveBits", &[algorithm, key, bits.into()]).await?;
    Ok(bytes(&derived))
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
    derive(algorithm, key, length).await
}

/// A list of texts.
pub(crate) fn list(texts: &[&str]) -> JsValue {
    let list: Array = texts.iter().map(|text| JsValue::from(*text)).collect();
    list.into()
}
