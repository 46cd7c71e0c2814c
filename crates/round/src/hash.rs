//! SHA-256 (FIPS 180-4) of what is given out anyway. In plain Rust, since a table also works on pages without
//! `WebCrypto`.

use sha2::{Digest, Sha256};

use crate::block::Block;
use crate::invitation::Invitation;
use crate::terms::{BlockHash, RoundHash};

/// The SHA-256 of these bytes.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

impl RoundHash {
    /// The hash of a round.
    pub fn of(invitation: &Invitation) -> Self {
        Self(sha256(&invitation.to_hash()))
    }
}

impl BlockHash {
    /// The hash of a block.
    pub fn of(block: &Block) -> Self {
        Self(sha256(&block.to_hash()))
    }
}
