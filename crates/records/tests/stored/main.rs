//! What is stored: registers and their clock, the names and the texts of records, and the terms of the practice.
#![allow(clippy::pedantic, clippy::restriction, reason = "test code")]

mod journal;
mod names;
mod practice;
mod registers;
mod storages;
mod texts;
