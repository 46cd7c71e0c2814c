//! The message of one rater, sealed for whoever collects.

use crate::block::{Kind, to_text};
use crate::terms::{PublicKey, RoundHash};

/// A sealed message as it is sent. What is in `body` only the owner of the round's key can read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedMessage {
    /// The round's tag, [`RoundHash::tag`].
    pub tag: [u8; 8],
    /// The key that the rater made for this one message.
    pub sender: PublicKey,
    /// The row, encrypted (8 bytes), and its authentication tag (16).
    pub body: [u8; 24],
}

/// Why a message cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessageFault {
    /// Its payload has another length than 96 bytes.
    Damaged,
    /// It is of another round.
    OtherRound,
    /// Its key is no point of the curve.
    BadPoint,
    /// It does not open with this round's key.
    NotSealedForThisRound,
    /// It opens, and what is inside is no row of this round.
    OutOfRange,
}

impl SealedMessage {
    /// The payload, 96 bytes: tag, sender, body.
    pub fn to_payload(&self) -> Vec<u8> {
        [&self.tag, self.sender.0.as_slice(), &self.body].concat()
    }

    /// Reads a message of the round `hash`.
    ///
    /// # Errors
    ///
    /// [`MessageFault::Damaged`] or [`MessageFault::OtherRound`]; the other faults show when it is opened.
    pub fn from_payload(payload: &[u8], hash: &RoundHash) -> Result<Self, MessageFault> {
        let message = Self::read(payload).ok_or(MessageFault::Damaged)?;
        if message.tag != hash.tag() {
            return Err(MessageFault::OtherRound);
        }
        Ok(message)
    }

    fn read(payload: &[u8]) -> Option<Self> {
        let (tag, rest) = payload.split_first_chunk()?;
        let (sender, body) = rest.split_first_chunk()?;
        Some(Self {
            tag: *tag,
            sender: PublicKey(*sender),
            body: body.try_into().ok()?,
        })
    }

    /// The block that the rater sends.
    pub fn to_text(&self) -> String {
        to_text(Kind::Sealed, &self.to_payload())
    }
}
