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
    summary_assumed: "How wide the margins are rests on an assumption: no study has measured the error yet.",
    print_about_audit: |answered, total| {
        format!(
            "The Leadership Skills Audit asks a leader about working relationships in the last three months: {answered} of {total} statements answered, by the leader alone."
        )
    },
    print_facet: |id| match id {
        "trust" => "promises kept, fairness, judgement under pressure",
        "candour" => "hard things said early, and heard",
        "alignment" => "expectations spoken, decisions that stick",
        "stewardship" => "shared aims before own wins",
        "presence" => "attention, listening, small acts of care",
        "repair" => "missteps owned, ways back found",
        _ => "",
    },
    print_monday: |about| format!("To begin with, on Monday: {about}"),
    print_answers: "What you answered",
    print_answers_about: "About the last three months. ↺ marks a statement that describes the opposite: there, a lower answer counts for more.",
    back: "Back to the result",
};
