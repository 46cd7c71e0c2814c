//! The only part that touches the browser: runs effects, listens to the page, mounts the screens.

mod browser_store;
mod download;
mod element_event;
mod host;
mod loader;
mod page;
mod runtime;
mod siblings;
mod workbook;
mod zone;

pub use host::{Stage, StageProps};
pub use loader::Loader;
pub use runtime::{Runtime, View};
pub use workbook::{Binder, WorkbookHost, WorkbookHostProps, WorkbookRuntime};
