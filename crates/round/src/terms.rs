//! What names a round, its questions and its keys.

/// How answers reach the one place where they are added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// One device goes from hand to hand; nothing is sent.
    Table,
    /// Each rater sends one encrypted message to whoever collects.
    Sealed,
}

/// The byte of a way that is reserved for a later version.
pub(crate) const RESERVED_WAY: u8 = 3;

impl Way {
    /// The byte in payloads.
    pub const fn to_byte(self) -> u8 {
        match self {
            Self::Table => 1,
            Self::Sealed => 2,
        }
    }

    /// The way of a byte; `None` if this version has no such way.
    pub const fn from_byte(byte: u8) -> Option<Self> {
        match byte {
            1 => Some(Self::Table),
            2 => Some(Self::Sealed),
            _ => None,
        }
    }

    /// The most raters that a round of this way can have.
    pub const fn most(self) -> u8 {
        match self {
            Self::Table => 30,
            Self::Sealed => 200,
        }
    }
}

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Set {
    /// Five statements about the last month, none of which may be left out.
    Pulse,
    /// The statements about working with one's bosses, answered by them.
    Up,
    /// The statements about working with one's peers, answered by them.
    Across,
    /// The statements about working with one's reports, answered by them.
    Down,
}

impl Set {
    /// The byte in payloads.
    pub const fn to_byte(self) -> u8 {
        match self {
            Self::Pulse => 1,
            Self::Up => 2,
            Self::Across => 3,
            Self::Down => 4,
        }
    }

    /// The set of a byte; `None` if there is no such set.
    pub const fn from_byte(byte: u8) -> Option<Self> {
        match byte {
            1 => Some(Self::Pulse),
            2 => Some(Self::Up),
            3 => Some(Self::Across),
            4 => Some(Self::Down),
            _ => None,
        }
    }

    /// Whether this set can be asked with so many statements.
    pub const fn has_form(self, items: u8) -> bool {
        match self {
            Self::Pulse => items == 5,
            Self::Up | Self::Across | Self::Down => items == 6 || items == 12,
        }
    }
}

/// What identifies the questions: the FNV-1a 64 that results carry, or that of the pulse, big-endian.
/// Wording and language are not part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Print(pub [u8; 8]);

/// The questions of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Questions {
    /// Which statements.
    pub set: Set,
    /// How many of them: 5 for the pulse, otherwise 6 or 12.
    pub items: u8,
    /// Which questionnaire they are from.
    pub print: Print,
}

/// A public key on P-256: x and y, 32 bytes each, big-endian. That it is a point of the curve is
/// checked where keys are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(pub [u8; 64]);

/// The SHA-256 of [`Invitation::to_hash`](crate::invitation::Invitation::to_hash), to which everything
/// that belongs to a round is bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoundHash(pub [u8; 32]);

impl RoundHash {
    /// What names the round in messages and outcomes: the first 8 bytes.
    pub fn tag(&self) -> [u8; 8] {
        self.0.first_chunk().copied().unwrap_or_default()
    }
}

/// The SHA-256 of [`Block::to_hash`](crate::block::Block::to_hash).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlockHash(pub [u8; 32]);

/// Bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    let mut digits = String::new();
    for byte in bytes {
        for value in [byte >> 4, byte & 15] {
            digits.push(char::from_digit(value.into(), 16).unwrap_or_default());
        }
    }
    digits
}
