//! What is saved and opened: the exported result, its schema, tables, answers collected elsewhere, and refusals.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../common/mod.rs"]
mod common;

mod csv;
mod export;
mod import;
mod json;
mod limits;
mod rules;
mod schema;
mod sheet;
mod tampered;
