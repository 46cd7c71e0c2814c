//! The words of the workbook, one typed table per language.

mod en;

pub use en::WORKBOOK_EN;

use super::Strings;
use crate::workbook::Said;

/// The workbook in one language.
#[derive(Debug)]
pub struct WorkbookStrings {
    /// The words that it shares with the audit.
    pub audit: &'static Strings,
    /// Heading of the other ways to keep a result.
    pub more_heading: &'static str,
    /// Prints the report.
    pub print: &'static str,
    /// What printing gives.
    pub print_about: &'static str,
    /// Copies the summary.
    pub copy: &'static str,
    /// What the summary holds.
    pub copy_about: &'static str,
    /// Saves the table.
    pub save_csv: &'static str,
    /// What the table holds.
    pub save_csv_about: &'static str,
    /// What came of a request.
    pub said: fn(Said) -> &'static str,
    /// Back to the result.
    pub back: &'static str,
}
