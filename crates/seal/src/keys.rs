//! Pairs of keys on the curve P-256.

use std::fmt;

use wasm_bindgen::JsValue;

use crate::subtle::{
    Refused, Reply, buffer, bytes, exact, import, list, object, property, run, text,
};
use crate::{SealFault, is_on_curve};

/// The collector's private key, as the members of a JWK (RFC 7518, section 6.2): each is 32 bytes in base64url
/// without padding. Whoever has it can open every message of its round.
#[derive(Clone, PartialEq, Eq)]
pub struct PrivateKey {
    /// The first half of the public key.
    pub x: String,
    /// The second half of the public key.
    pub y: String,
    /// The secret itself.
    pub d: String,
}

/// Without the key, so that no log has it.
impl fmt::Debug for PrivateKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("PrivateKey")
    }
}

impl PrivateKey {
    /// Imports the key into the browser, which can then derive bits with it and not export it.
    pub(crate) fn import(&self) -> Reply {
        let jwk = object(&[
            ("kty", "EC".into()),
            ("crv", "P-256".into()),
            ("x", self.x.as_str().into()),
            ("y", self.y.as_str().into()),
            ("d", self.d.as_str().into()),
        ]);
        import("jwk", jwk, ecdh(), &["deriveBits"])
    }
}

/// Makes the collector's keys for one round: the private one, and the public one as x ‖ y.
///
/// # Errors
///
/// [`SealFault::Refused`] by the browser.
pub async fn new_key_pair() -> Result<(PrivateKey, [u8; 64]), SealFault> {
    let (private, public) = generate(true).await?;
    let jwk = run("exportKey", &["jwk".into(), private]).await?;
    let private = PrivateKey {
        x: text(&jwk, "x")?,
        y: text(&jwk, "y")?,
        d: text(&jwk, "d")?,
    };
    Ok((private, public))
}

/// Makes a pair of keys in the browser: the private one, which can be exported only if that is asked for, and the
/// public one as x ‖ y.
pub(crate) async fn generate(is_exported: bool) -> Result<(JsValue, [u8; 64]), Refused> {
    let arguments = [ecdh(), is_exported.into(), list(&["deriveBits"])];
    let pair = run("generateKey", &arguments).await?;
    let public = property(&pair, "publicKey");
    let raw = run("exportKey", &["raw".into(), public]).await?;
    let [_, public @ ..] = exact::<65>(bytes(&raw))?;
    Ok((property(&pair, "privateKey"), public))
}

/// Imports a public key that came from elsewhere: if it is on the curve, which not every engine looks at.
pub(crate) fn import_public(key: &[u8; 64]) -> Result<Reply, SealFault> {
    if !is_on_curve(key) {
        return Err(SealFault::BadPoint);
    }
    // This byte says that the point is not compressed.
    let raw = buffer(&[&[4], &key[..]].concat());
    Ok(import("raw", raw, ecdh(), &[]))
}

fn ecdh() -> JsValue {
    object(&[("name", "ECDH".into()), ("namedCurve", "P-256".into())])
}
