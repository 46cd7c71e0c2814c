//! A browser for tests: tabs, storage that can fail, and the state machine running in each tab.

pub mod book;
pub mod past;
pub mod practice;
pub mod tabs;
pub mod walk;
pub mod world;
