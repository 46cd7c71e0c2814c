//! From responses to scores, what is concluded from them, and what two results say together.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::pedantic,
    clippy::unwrap_used,
    reason = "test code"
)]

mod bands;
mod cases;
mod change;
mod change_properties;
mod findings;
mod properties;
mod report;
