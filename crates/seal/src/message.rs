//! The messages of a round: sealed by a rater for the collector, opened by the collector at the close.

use wasm_bindgen::JsValue;

use crate::keys::{PrivateKey, generate, import_public};
use crate::subtle::{Refused, Reply, buffer, bytes, derive, exact, import, object, run, stretch};
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
    sealed(ephemeral.import().await?, enc, key, hash, plain).await
}

async fn sealed(
    ephemeral: JsValue,
    enc: &[u8; 64],
    key: &[u8; 64],
    hash: &[u8; 32],
    plain: &[u8; 8],
) -> Result<Vec<u8>, SealFault> {
    let head = [&hash[..8], enc].concat();
    let ends = Ends {
        private: ephemeral,
        other: key,
        key,
    };
    let ciphertext = ends.crypt(hash, &head, "encrypt", plain).await?.await?;
    Ok([head, bytes(&ciphertext)].concat())
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
    let enc = head.last_chunk().ok_or(OpenFault::Damaged)?;
    if payload[..8] != hash[..8] {
        return Err(OpenFault::OtherRound);
    }
    let ends = Ends {
        private: private.import().await?,
        other: enc,
        key: public,
    };
    let opened = ends.crypt(hash, head, "decrypt", ciphertext).await?;
    match opened.await {
        Ok(plain) => Ok(exact(bytes(&plain))?),
        Err(Refused) => Err(OpenFault::NotSealedForThisRound),
    }
}

/// The two ends of a message, as one of them sees them.
struct Ends<'a> {
    /// One's own private key.
    private: JsValue,
    /// The other's public key.
    other: &'a [u8; 64],
    /// The collector's public key.
    key: &'a [u8; 64],
}

impl Ends<'_> {
    /// Encrypts or decrypts by AES-256-GCM, with a key and an initialisation vector that are derived from the secret
    /// which both ends share, both public keys and the round. `head` is what precedes the ciphertext: the tag and the
    /// ephemeral public key. An error of this function does not lie in `data`; one of its reply may.
    async fn crypt(
        self,
        hash: &[u8; 32],
        head: &[u8],
        purpose: &str,
        data: &[u8],
    ) -> Result<Reply, SealFault> {
        let public = import_public(self.other)?.await?;
        let algorithm = object(&[("name", "ECDH".into()), ("public", public)]);
        let secret = bytes(&derive(algorithm, self.private, 32).await?);
        let enc = head.get(8..).unwrap_or_default();
        let info = buffer(&[b"LA1 sealed", enc, self.key].concat());
        let derived: [u8; 44] = exact(stretch("HKDF", &secret, hash, ("info", info), 44).await?)?;
        let raw = buffer(&derived[..32]);
        let key = import("raw", raw, "AES-GCM".into(), &[purpose]).await?;
        let algorithm = object(&[
            ("name", "AES-GCM".into()),
            ("iv", buffer(&derived[32..])),
            ("additionalData", buffer(head)),
        ]);
        Ok(run(purpose, &[algorithm, key, buffer(data)]))
    }
}
