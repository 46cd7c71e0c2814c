//! The only part that touches the browser: runs effects, listens to the page, mounts the screens.

mod address;
mod browser_store;
mod clock;
mod element_event;
mod faults;
mod file;
mod host;
mod language;
mod loader;
mod page;
mod print;
mod rounds;
mod runtime;
mod siblings;
mod view;
mod zone;

pub use address::parsed;
pub use faults::describe_faults;
pub use host::{Stage, StageProps};
pub use language::{LanguageFiles, language_from, tree};
pub use loader::{Loader, linked};
pub use runtime::Runtime;
pub use view::View;
