//! What is asked, what is answered, and what follows from it: pure arithmetic over data, without
//! input, output or words.

pub mod change;
pub mod chart;
pub mod completed;
pub mod instrument;
pub mod report;
pub mod response;
pub mod scoring;
pub mod time;
