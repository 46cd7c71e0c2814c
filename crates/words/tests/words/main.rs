//! Every sentence that a visitor reads, on screen and on paper.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::pedantic,
    clippy::unwrap_used,
    reason = "test code"
)]

mod openers;
mod practice;
mod sentences;
mod shown;
mod texts;
