//! Several tabs on one storage: case by case, generated, and in long schedules by number.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::pedantic,
    clippy::unwrap_used,
    reason = "test code"
)]

mod generated;
mod late;
mod merging;
mod schedules;
