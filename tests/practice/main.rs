//! What follows a result: map, circle, act and weekly loop, with their words, files and storage.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../common/mod.rs"]
mod common;

mod calendar;
mod export;
mod forms;
mod import;
mod map;
mod openers;
mod plans;
mod session;
mod standing;
mod storage;
mod tabs;
mod weekly;
mod words;
