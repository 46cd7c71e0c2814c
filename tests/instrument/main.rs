//! The shipped questionnaire and its parser: rules of structure, of wording, and every fault.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../common/mod.rs"]
mod common;

mod faults;
mod rules;
mod wording;
