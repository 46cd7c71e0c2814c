//! The state machines: the audit, what comes after a result, and the practice that follows from it.
//! No browser: what the world has to do is returned as effects.

pub mod attributes;
pub mod parts;
pub mod practice;
pub mod session;
pub mod workbook;
