//! The project is built by its own rules, and what its documents and its manifest say of it is so.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::pedantic,
    clippy::unwrap_used,
    reason = "test code"
)]

mod elements;
mod promises;
mod readme;
mod structure;
