//! Blocks: how invitations, messages and outcomes are written so that chats and mail leave them whole.
//!
//! `LA1.`, the letter of the kind, `.`, and in base32 the length of the payload (1 byte), the payload, and a
//! CRC-32. The checksum finds accidents and holds off nobody.

use crate::base32;

pub use crate::terms::BlockHash;

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// An invitation, with the letter I.
    Invitation,
    /// A rater's sealed message, with the letter S.
    Sealed,
    /// The outcome of a round, with the letter T.
    Outcome,
}

impl Kind {
    /// The letter in the text of a block.
    pub const fn letter(self) -> u8 {
        match self {
            Self::Invitation => b'I',
            Self::Sealed => b'S',
            Self::Outcome => b'T',
        }
    }

    /// The kind of a capital letter; `None` if this version has none of it.
    pub const fn from_letter(letter: u8) -> Option<Self> {
        match letter {
            b'I' => Some(Self::Invitation),
            b'S' => Some(Self::Sealed),
            b'T' => Some(Self::Outcome),
            _ => None,
        }
    }
}

/// A block, in the order of kind and payload. Made by [`Block::new`], which holds the length.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Block {
    /// What the payload is.
    pub kind: Kind,
    /// 0 to 255 bytes, of which nothing is known but that their checksum was right.
    pub payload: Vec<u8>,
}

impl Block {
    /// A block of this payload; `None` if that has more than 255 bytes.
    pub fn new(kind: Kind, payload: Vec<u8>) -> Option<Self> {
        u8::try_from(payload.len()).ok()?;
        Some(Self { kind, payload })
    }

    /// The text that travels: capital letters, digits and three full stops, without white space.
    pub fn to_text(&self) -> String {
        to_text(self.kind, &self.payload)
    }

    /// The bytes whose SHA-256, a [`BlockHash`], names the block in storage: the letter and the payload.
    pub fn to_hash(&self) -> Vec<u8> {
        [&[self.kind.letter()], &*self.payload].concat()
    }
}

/// The text of a block whose payload has at most 255 bytes.
pub(crate) fn to_text(kind: Kind, payload: &[u8]) -> String {
    let letter = kind.letter();
    let length = u8::try_from(payload.len()).unwrap_or(u8::MAX);
    let body = [&[length], payload].concat();
    let sum = checksum(letter, &body).to_be_bytes();
    let mut text = String::from("LA1.");
    text.push(char::from(letter));
    text.push('.');
    text + &base32::write(&[&*body, &sum].concat())
}

/// The payload of decoded bytes of a block of this kind; `None` if the checksum is another. The length byte
/// has decided before how many bytes there are.
pub(crate) fn payload_of(kind: Kind, bytes: &[u8]) -> Option<&[u8]> {
    let (body, sum) = bytes.split_last_chunk()?;
    let (_, payload) = body.split_first()?;
    (checksum(kind.letter(), body) == u32::from_be_bytes(*sum)).then_some(payload)
}

/// CRC-32 (IEEE 802.3, as in zlib) over `LA1`, the letter and the body. Bit by bit: a table would be more
/// bytes than the whole crate needs.
fn checksum(letter: u8, body: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in b"LA1".iter().chain(&[letter]).chain(body) {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = sum >> 1 ^ if sum & 1 == 1 { 0xEDB8_8320 } else { 0 };
        }
    }
    !sum
}
