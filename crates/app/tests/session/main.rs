//! The pure `update` of an audit: the way through the screens, what it asks of the world, and what it hears.
#![allow(clippy::pedantic, clippy::restriction, reason = "test code")]

mod directions;
mod effects;
mod handover;
mod history;
mod importing;
mod other_tabs;
mod parts;
mod screens;
mod unaffected;
mod undo;
mod undo_foreign;
mod visits;
mod way;
