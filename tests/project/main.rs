//! What ARCHITECTURE.md, README.md, SECURITY.md and PRIVACY.md say of this folder is so.
#![cfg(not(target_arch = "wasm32"))]

mod elements;
mod promises;
mod readme;
mod structure;
