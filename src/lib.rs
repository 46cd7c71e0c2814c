//! Leadership Audit: a self-assessment of a leader's working relationships, up, across and down.
//!
//! Data flows one way: [`instrument`] → [`response`] → [`scoring`] → report → screen.
#![forbid(unsafe_code)]
#![warn(missing_docs, clippy::pedantic)]
// An early return for the odd case reads as well as if-let-else, and short names stay short.
#![allow(clippy::single_match_else, clippy::similar_names)]
// No panic reaches a visitor. Unit tests may (clippy.toml).
#![warn(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

pub mod attributes;
pub mod change;
pub mod chart;
pub mod instrument;
pub mod journal;
pub mod json;
pub mod practice;
pub mod print;
pub mod record;
pub mod report;
pub mod response;
pub mod scoring;
pub mod session;
pub mod store;
pub mod strings;
pub mod summary;
pub mod texts;
pub mod time;
pub mod workbook;

#[cfg(feature = "web")]
pub mod shell;
#[cfg(feature = "web")]
pub mod ui;
