//! Rounds, format 1: how a leader learns how others see them, without a server. This crate has what is
//! pure: the blocks that travel in messages, what is written in them, what is added up and what is
//! published. Keys, hashes and encryption are the browser's and outside; so are storage and words, and
//! every problem is a code.

pub mod base32;
pub mod block;
pub mod find;
pub mod gap;
pub mod hash;
pub mod invitation;
pub mod outcome;
pub mod row;
pub mod sealed;
mod terms;
pub mod totals;

pub use terms::hex;

/// `dividend` / `divisor`, to the nearest whole number, half upwards.
const fn rounded(dividend: u32, divisor: u32) -> u32 {
    (2 * dividend + divisor) / (2 * divisor)
}
