//! A sheet to begin with: a short questionnaire of each kind of table that most need.

use crate::write::{to_csv, to_xlsx};

/// Three scales with two statements each, one of them reversed.
const EXAMPLE: &str = include_str!("template.json");

/// The template as an Excel workbook.
#[must_use]
pub fn template_xlsx() -> Vec<u8> {
    // Tests hold that the example has no faults.
    to_xlsx(EXAMPLE).unwrap_or_default()
}

/// The template as a CSV file.
#[must_use]
pub fn template_csv() -> String {
    to_csv(EXAMPLE).unwrap_or_default()
}
