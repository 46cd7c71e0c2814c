//! What follows a result: map, circle, act and weekly loop, with their words, files and storage.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::pedantic,
    clippy::unwrap_used,
    reason = "test code"
)]

mod calendar;
mod days;
mod export;
mod filling_in;
mod forms;
mod import;
mod map;
mod plans;
mod session;
mod storage;
mod tabs;
mod unfinished;
mod weekly;
mod zones;
