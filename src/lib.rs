//! Leadership Audit: a self-assessment of a leader's working relationships, up, across and down.
//!
//! Data flows one way: [`instrument`] → [`response`] → [`scoring`] → report → screen.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod attributes;
pub mod chart;
pub mod instrument;
pub mod journal;
pub mod json;
pub mod record;
pub mod report;
pub mod response;
pub mod scoring;
pub mod session;
pub mod store;
pub mod strings;
pub mod time;

#[cfg(feature = "web")]
pub mod shell;
#[cfg(feature = "web")]
pub mod ui;
