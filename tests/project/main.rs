//! The project is built by its own rules, and what its documents and its manifest say of it is so.
#![cfg(not(target_arch = "wasm32"))]

mod elements;
mod promises;
mod readme;
mod structure;
