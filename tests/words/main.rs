//! Every sentence that a visitor reads, on screen and on paper.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../common/mod.rs"]
mod common;

mod print;
mod sentences;
mod shown;
mod texts;
