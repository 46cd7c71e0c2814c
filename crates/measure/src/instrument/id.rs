//! The ids in files and storage keys.

use std::fmt;

use super::fnv::fnv1a64;
use crate::limits::ID_LENGTH;
use crate::time::UnixMs;

/// A name used in files and storage keys: 1 to [`ID_LENGTH`] ASCII letters, digits, `.`, `_` and `-`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Id(String);

impl Id {
    /// `None` if `text` is not a valid id.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let fits = (1..=ID_LENGTH).contains(&text.len())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'));
        fits.then(|| Self(text.to_owned()))
    }

    /// The id of an audit whose owner did not name it.
    #[must_use]
    pub fn default_audit() -> Self {
        Self("default".to_owned())
    }

    /// An id for something that ended at this moment. Ids sort by moment; within one second, a hash
    /// of `identity` tells them apart.
    #[must_use]
    pub fn from_moment(ended_at: UnixMs, identity: &str) -> Self {
        let second = ended_at.to_rfc3339().replace(['-', ':'], "");
        let hash = fnv1a64(identity.as_bytes());
        Self(format!("{second}-{hash:016x}"))
    }

    /// The first 16 bytes of a hash as 32 lower-case hexadecimal digits.
    #[must_use]
    pub fn from_hash(hash: &[u8; 32]) -> Self {
        let digits = hash.iter().take(16).flat_map(|byte| [byte >> 4, byte & 15]);
        let digits = digits.filter_map(|digit| char::from_digit(digit.into(), 16));
        Self(digits.collect())
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
