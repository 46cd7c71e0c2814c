//! From responses to scores, what is concluded from them, and what two results say together.
#![allow(clippy::pedantic, clippy::restriction, reason = "test code")]

mod bands;
mod cases;
mod change;
mod change_properties;
mod chart;
mod findings;
mod grid;
mod group;
mod odds;
mod options;
mod properties;
mod report;
