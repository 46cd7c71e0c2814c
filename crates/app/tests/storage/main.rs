//! What is stored and when; what becomes of storage that fails, is damaged or is of another version; and
//! the same records as they merge and as a backup brings them.
#![allow(clippy::pedantic, clippy::restriction, reason = "test code")]

mod backup;
mod backups;
mod both;
mod bytes;
mod changes;
mod clocks;
mod deleting;
mod history;
mod journal;
mod one_tab;
mod records;
mod released;
mod stops;
