//! Several tabs on one storage: case by case, and in long schedules by number.
#![allow(clippy::pedantic, clippy::restriction, reason = "test code")]

mod late;
mod merging;
mod schedules;
mod siblings;
mod unread;
