//! Leadership Audit: a self-assessment of a leader's working relationships, up, across and down.
//!
//! This package is the element's program: the screens and the shell around the crates of `crates/`,
//! which know no browser.

pub mod shell;
pub mod ui;
