//! A result as a document of two printed pages: data that the loader builds nodes from, since a
//! strict policy lets no markup be parsed.

mod node;
mod plan;
mod report;

pub mod summary;

pub use node::Node;
pub use plan::plan;
pub use report::{Printed, report};
