//! A browser for tests: tabs, storage that can fail, and the state machine running in each tab.

mod events;
mod faulty;
pub mod past;
pub mod practice;
mod storage;
pub mod tabs;
mod visitor;
pub mod walk;
pub mod world;

pub use faulty::{Fault, FaultyStore};
pub use storage::Shared;
