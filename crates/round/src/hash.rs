//! SHA-256 (FIPS 180-4) of what is given out anyway. In plain Rust, since a table also works on pages without
//! WebCrypto.

use sha2::{Digest, Sha256};

use crate::block::Block;
use crate::invitation::Invitation;
use crate::terms::{BlockHash, RoundHash};

impl RoundHash {
    /// The hash of a round.
    pub fn of(invitation: &Invitation) -> Self {
        Self(Sha256::digest(invitation.to_hash()).into())
    }
}

impl BlockHash {
    /// The hash of a block.
    pub fn of(block: &Block) -> Self {
        Self(Sha256::digest(block.to_hash()).into())
    }
}
