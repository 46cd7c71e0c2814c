//! The pure `update` of an audit: the way through the screens, what it asks of the world, and what it hears.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../common/mod.rs"]
mod common;

mod directions;
mod effects;
mod handover;
mod heard_of;
mod history;
mod screens;
mod standing;
mod taking_in;
mod undo;
mod undo_foreign;
mod way;
