//! From responses to scores, what is concluded from them, and what two results say together.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../common/mod.rs"]
mod common;

mod cases;
mod change;
mod change_properties;
mod findings;
mod properties;
