//! The instrument, response sheets, scores, and the comparison of two results: pure functions over
//! data, without I/O or interface texts.

mod band;
pub mod change;
pub mod chart;
pub mod completed;
pub mod group;
pub mod instrument;
pub mod limits;
mod named;
pub mod report;
pub mod response;
mod response_option;
pub mod scoring;
pub mod time;
