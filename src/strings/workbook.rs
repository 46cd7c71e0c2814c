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
    /// In the summary, where the error is assumed.
    pub summary_assumed: &'static str,
    /// In the report, what was measured: takes the number of statements answered and asked.
    pub print_about_audit: fn(usize, usize) -> String,
    /// In the report, what a facet of the shipped instrument is about, by id.
    pub print_facet: fn(&str) -> &'static str,
    /// In the report, above a first move; takes what it is about.
    pub print_monday: fn(&str) -> String,
    /// In the report, above the answers.
    pub print_answers: &'static str,
    /// How to read them.
    pub print_answers_about: &'static str,
    /// Back to the result.
    pub back: &'static str,
}
