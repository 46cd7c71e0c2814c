//! Seals and opens the messages of a round, by the browser's `WebCrypto`.
//!
//! All that computes on secrets is the browser's. What is ours is the check that a received point is on the curve,
//! which one engine leaves out. Everything takes and returns plain bytes; nothing is stored. On a page without a secure
//! context there is no `WebCrypto` ([`available`]).

mod curve;
mod keys;
mod message;
mod subtle;

pub use curve::is_on_curve;
pub use keys::{PrivateKey, new_key_pair};
pub use message::{open, seal, seal_with};

use subtle::{Refused, buffer, bytes, crypto, stretch};

/// Why something could not be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SealFault {
    /// The public key is not a point of the curve.
    BadPoint,
    /// The browser refused: there is no `WebCrypto` here, or it does not take the private key.
    Refused,
}

/// Why a message was not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenFault {
    /// It is not 96 bytes long.
    Damaged,
    /// Its tag is that of another round.
    OtherRound,
    /// Its ephemeral public key is not a point of the curve.
    BadPoint,
    /// It was altered, or sealed for another collector, or for another round of the same tag.
    NotSealedForThisRound,
    /// The browser refused: there is no `WebCrypto` here, or it does not take the private key. This says nothing about
    /// the message, which may open at another time.
    Refused,
}

impl From<Refused> for SealFault {
    fn from(_: Refused) -> Self {
        Self::Refused
    }
}

impl From<Refused> for OpenFault {
    fn from(_: Refused) -> Self {
        Self::Refused
    }
}

impl From<SealFault> for OpenFault {
    fn from(fault: SealFault) -> Self {
        match fault {
            SealFault::BadPoint => Self::BadPoint,
            SealFault::Refused => Self::Refused,
        }
    }
}

/// Whether there is `WebCrypto`: in secure contexts (https, localhost) only.
pub fn available() -> bool {
    subtle::subtle().is_object()
}

/// Fills these bytes, at most 65,536, with random ones that nobody can foresee.
///
/// # Errors
///
/// [`SealFault::Refused`] by the browser; the bytes are then as they were.
pub fn random(into: &mut [u8]) -> Result<(), SealFault> {
    let filled = subtle::call(&crypto(), "getRandomValues", &[buffer(into)])?;
    for (place, byte) in into.iter_mut().zip(bytes(&filled)) {
        *place = byte;
    }
    Ok(())
}

/// The digits of a code.
const DIGITS: u64 = 1_000_000_000_000;
/// They make each try at another invitation with the same code dear.
const ITERATIONS: u32 = 600_000;

/// The code of the round of this hash, to be compared aloud: twelve digits in three groups, such as "1234 5678 9012".
/// It takes a fifth of a second.
///
/// # Errors
///
/// [`SealFault::Refused`] by the browser.
pub async fn code(hash: &[u8; 32]) -> Result<String, SealFault> {
    let iterations = ("iterations", ITERATIONS.into());
    let long = stretch("PBKDF2", hash, b"LA1 code", iterations, 16).await?;
    let number = long
        .into_iter()
        .fold(0, |number, byte| (number << 8 | u64::from(byte)) % DIGITS);
    Ok(in_groups(number))
}

/// A number of twelve digits in three groups of four.
fn in_groups(number: u64) -> String {
    let mut divisor = DIGITS;
    let mut text = String::new();
    for place in 0..12 {
        divisor /= 10;
        if place > 0 && place % 4 == 0 {
            text.push(' ');
        }
        // One digit.
        let digit = u8::try_from(number / divisor % 10).unwrap_or_default();
        text.push(char::from(b'0' + digit));
    }
    text
}
