//! The messages of a round: sealed by a rater for the collector, opened by the collector at the close.

use wasm_bindgen::JsValue;

use crate::keys::{PrivateKey, agree, generate};
use crate::subtle::{Refused, buffer, bytes, exact, import, object, run, stretch};
use crate::{OpenFault, SealFault};

/// Seals eight bytes for the owner of the public key `key` (x ‖ y), and binds them to the round of this hash. Returns
/// the payload of an S block, 96 bytes: tag, ephemeral public key, ciphertext.
///
/// # Errors
///
/// [`SealFault::BadPoint`] if `key` is not on the curve, [`SealFault::Refused`] by the browser.
pub async fn seal(key: &[u8; 64], hash: &[u8; 32], plain: &[u8; 8]) -> Result<Vec<u8>, SealFault> {
    let (ephemeral, enc) = generate(false).await?;
    sealed(ephemeral, &enc, key, hash, plain).await
}

/// Seals as [`seal`] does, but with this ephemeral key and its public half, so that the bytes of a published vector
/// can be made again. Two messages that share an ephemeral key are not safe.
///
/// # Errors
///
/// As [`seal`].
pub async fn seal_with(
    ephemeral: &PrivateKey,
    enc: &[u8; 64],
    key: &[u8; 64],
    hash: &[u8; 32],
    plain: &[u8; 8],
) -> Result<Vec<u8>, SealFault> {
    sealed(ephemeral.imported().await?, enc, key, hash, plain).await
}

async fn sealed(
    ephemeral: JsValue,
    enc: &[u8; 64],
    key: &[u8; 64],
    hash: &[u8; 32],
    plain: &[u8; 8],
) -> Result<Vec<u8>, SealFault> {
    let secret = agree(ephemeral, key).await?;
    let head = [&hash[..8], enc].concat();
    let arguments = cipher(&secret, &head, key, hash, "encrypt", plain).await?;
    let ciphertext = bytes(&run("encrypt", &arguments).await?);
    Ok([head, ciphertext].concat())
}

/// Opens the payload of an S block with the collector's keys, for the round of this hash: the eight bytes that were
/// sealed. What they say may still be out of range.
///
/// # Errors
///
/// [`OpenFault`] says why not.
pub async fn open(
    private: &PrivateKey,
    public: &[u8; 64],
    hash: &[u8; 32],
    payload: &[u8],
) -> Result<[u8; 8], OpenFault> {
    let payload: &[u8; 96] = payload.try_into().map_err(|_| OpenFault::Damaged)?;
    let (head, ciphertext) = (&payload[..72], &payload[72..]);
    let enc: &[u8; 64] = head.last_chunk().ok_or(OpenFault::Damaged)?;
    if payload[..8] != hash[..8] {
        return Err(OpenFault::OtherRound);
    }
    let secret = agree(private.imported().await?, enc).await?;
    let arguments = cipher(&secret, head, public, hash, "decrypt", ciphertext).await?;
    match run("decrypt", &arguments).await {
        Ok(plain) => Ok(exact(bytes(&plain))?),
        Err(Refused) => Err(OpenFault::NotSealedForThisRound),
    }
}

/// What `encrypt` and `decrypt` take: AES-256-GCM with a key and an initialisation vector that are derived from the
/// secret, both public keys and the round. `head` is what precedes the ciphertext: tag and ephemeral public key.
async fn cipher(
    secret: &[u8],
    head: &[u8],
    key: &[u8; 64],
    hash: &[u8; 32],
    purpose: &str,
    data: &[u8],
) -> Result<[JsValue; 3], Refused> {
    let enc = head.get(8..).unwrap_or_default();
    let info = [b"LA1 sealed", enc, key].concat();
    let derived = stretch("HKDF", secret, hash, ("info", buffer(&info)), 44).await?;
    let derived: [u8; 44] = exact(derived)?;
    let key = import("raw", buffer(&derived[..32]), "AES-GCM".into(), &[purpose]).await?;
    let algorithm = object(&[
        ("name", "AES-GCM".into()),
        ("iv", buffer(&derived[32..])),
        ("additionalData", buffer(head)),
    ]);
    Ok([algorithm, key, buffer(data)])
}
