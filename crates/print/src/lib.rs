//! A result in the forms that leave the screen as text: the printed report, the printed plan and the
//! copied summary.
//!
//! Printed pages are data ([`Node`]). The loader builds the elements in an empty frame, since Trusted
//! Types may forbid parsing markup.

mod node;
mod plan;
mod report;

pub mod mail;
pub mod summary;

pub use node::Node;
pub use plan::plan;
pub use report::{Printed, Saying, others, report};
