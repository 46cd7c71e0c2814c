//! Several tabs on one storage: case by case, generated, and in long schedules by number.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../common/mod.rs"]
mod common;

mod generated;
mod late;
mod merging;
mod schedules;
