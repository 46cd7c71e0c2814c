//! A browser for tests: tabs, storage that can fail, and the state machine running in each tab.

mod faulty;
pub mod past;
pub mod practice;
mod storage;
pub mod tabs;
pub mod walk;
pub mod world;

pub use faulty::{Fault, FaultyStore};
