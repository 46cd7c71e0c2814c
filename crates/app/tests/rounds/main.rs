//! Rounds, in which others are asked: what is stored and when, what is refused, and what tabs and stops do.
//! Cryptography is the shell's; here a message that is sealed can be read by whoever looks.
#![allow(clippy::pedantic, clippy::restriction, reason = "test code")]

mod drafts;
mod erasing;
mod kept;
mod leaving;
mod outcomes;
mod parts;
mod pasted;
mod people;
mod places;
mod pulses;
mod questions;
mod refusals;
mod states;
mod steps;
mod stops;
mod tables;
mod tabs;
