//! Rounds beside the bytes of their specification, and attacked.
#![allow(clippy::pedantic, clippy::restriction, reason = "test code")]

mod refusals;
mod support;
mod vectors;
