//! The shipped questionnaire and its parser: rules of structure, of wording, and every fault.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::pedantic,
    clippy::unwrap_used,
    reason = "test code"
)]

mod faults;
mod identity;
mod rules;
mod wording;
