//! Rounds beside the bytes of their specification, and attacked.
#![allow(clippy::pedantic, clippy::restriction, reason = "test code")]

mod blocks;
mod gaps;
mod mangled;
mod outcomes;
mod ranges;
mod refusals;
mod support;
mod totals;
mod vectors;
