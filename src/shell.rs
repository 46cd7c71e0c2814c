//! The only part that touches the browser: runs effects, listens to the page, mounts the screens.

mod browser_store;
mod download;
mod element_event;
mod host;
mod page;
mod runtime;
mod siblings;

pub use host::{Host, HostProps};
pub use runtime::{Runtime, View};
