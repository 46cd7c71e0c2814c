//! A result as a document of two printed pages: data that the loader builds nodes from, since a
//! strict policy lets no markup be parsed.

mod node;
mod plan;
mod report;

pub mod summary;

pub use node::Node;
pub use plan::plan;
pub use report::{Printed, report};

use measure::completed::Completed;

/// The title of the document, which browsers suggest as the name of a PDF.
#[must_use]
pub fn title(completed: &Completed) -> String {
    let day = completed.ended_at.to_rfc3339();
    format!("leadership-audit-{}", day.get(..10).unwrap_or_default())
}
