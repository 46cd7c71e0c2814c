//! Leadership Audit.
#![forbid(unsafe_code)]
