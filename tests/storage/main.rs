//! What one page stores, when, and what it makes of storage that fails, is damaged or is of another version.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../common/mod.rs"]
mod common;

mod backup;
mod bytes;
mod history;
mod journal;
mod one_tab;
mod records;
mod released;
mod stops;
mod taking;
