//! What happens to what follows a result.

use crate::practice::event::Message as Practice;
use crate::practice::export::Include;
use measure::instrument::Id;

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// The visitor asked to print the report, or to save it as PDF.
    AskedToPrint,
    /// The browser refused to print.
    FailedToPrint,
    /// The visitor asked for the summary on the clipboard.
    AskedToCopy,
    /// Whether the browser put the text on the clipboard.
    Copied(bool),
    /// The visitor asked for the answers as a table.
    AskedForCsv,
    /// The visitor ticked which parts of the practice go into a file.
    Included(Include),
    /// The visitor asked for the result as JSON with the ticked parts.
    AskedForJson,
    /// The visitor chose a file: its name and text.
    ChoseFile(String, String),
    /// The visitor chose a file that is too large (its name and size in bytes) or that the browser
    /// could not read.
    ChoseUnreadable(String, Option<u64>),
    /// The visitor closed the chosen file.
    ClosedFile,
    /// The visitor imported the chosen file in the place of the latest result.
    ImportedFile,
    /// The visitor added the result in the chosen file to the earlier ones.
    AddedFile,
    /// The visitor imported the practice in the chosen file.
    ImportedPractice,
    /// The visitor picked a result for comparison, or unpicked it.
    Picked(Pick),
    /// Something happened to the practice.
    Practice(Practice),
}

/// A result that can be picked for comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// The latest result.
    Latest,
    /// The result in the chosen file.
    File,
    /// An earlier result, by its id.
    Past(Id),
}
