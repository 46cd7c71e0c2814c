//! The shipped questionnaire and its parser: its rules, and every fault that is reported.
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
