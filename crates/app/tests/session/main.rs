//! The pure `update` of an audit: the way through the screens, what it asks of the world, and what it hears.
#![allow(clippy::pedantic, clippy::restriction, reason = "test code")]

mod directions;
mod effects;
mod handover;
mod history;
mod importing;
mod late;
mod other_tabs;
mod parts;
mod screens;
mod taken_over;
mod unaffected;
mod undo;
mod undo_foreign;
mod visits;
mod way;
