//! What is stored and when; what becomes of storage that fails, is damaged or is of another version; and
//! the same records as they merge and as a backup brings them.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::pedantic,
    clippy::unwrap_used,
    reason = "test code"
)]

mod backup;
mod backups;
mod bytes;
mod history;
mod journal;
mod one_tab;
mod records;
mod released;
mod stops;
