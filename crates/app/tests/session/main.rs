//! The pure `update` of an audit: the way through the screens, what it asks of the world, and what it hears.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::pedantic,
    clippy::unwrap_used,
    reason = "test code"
)]

mod directions;
mod effects;
mod handover;
mod heard_of;
mod history;
mod importing;
mod screens;
mod standing;
mod undo;
mod undo_foreign;
mod way;
