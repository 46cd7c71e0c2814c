//! The only part that touches the browser: runs effects, listens to the page, mounts the screens.

mod browser_store;
mod download;
mod element_event;
mod file;
mod host;
mod loader;
mod page;
mod print;
mod runtime;
mod siblings;
mod zone;

pub use host::{Stage, StageProps};
pub use loader::Loader;
pub use runtime::{Runtime, View};
