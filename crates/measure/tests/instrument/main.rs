//! The shipped questionnaire and its parser: its rules, and every fault that is reported.
#![allow(clippy::pedantic, clippy::restriction, reason = "test code")]

mod faults;
mod first_screens;
mod identity;
mod languages;
mod rules;
mod shipped;
