//! Files: the exported result, its schema, tables, sheets of answers, imports and refusals.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::pedantic,
    clippy::unwrap_used,
    reason = "test code"
)]

mod csv;
mod export;
mod import;
mod limits;
mod schema;
mod sheet;
mod tampered;
