//! A result as a document of two printed pages: data that the loader builds nodes from, since a
//! strict policy lets no markup be parsed.

mod node;
mod report;

pub use node::Node;
pub use report::{Printed, report};
