//! The program that comes after a result: what it takes in, gives out and tells the session.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::pedantic,
    clippy::unwrap_used,
    reason = "test code"
)]

mod practice;
mod unreadable;
mod update;
