//! English.

use super::WorkbookStrings;
use crate::strings::EN;
use crate::workbook::Said;

/// The workbook in English.
pub const WORKBOOK_EN: WorkbookStrings = WorkbookStrings {
    audit: &EN,
    more_heading: "On paper, or somewhere else",
    print: "Print, or save as PDF",
    print_about: "Two pages: the finding, the scores, the map, what they may mean, and your answers.",
    copy: "Copy a summary",
    copy_about: "A few lines of text for your notes or a message.",
    save_csv: "Save the answers as a table",
    save_csv_about: "A CSV file for a spreadsheet, one row for each statement.",
    said: |said| match said {
        Said::Copied => "The summary is on the clipboard.",
        Said::NotCopied => "This browser did not let the summary be copied.",
        Said::NotPrinted => "This browser did not let the report be printed here.",
    },
    back: "Back to the result",
};
