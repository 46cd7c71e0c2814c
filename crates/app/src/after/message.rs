//! What happens to what follows a result.

use super::FileKey;
use crate::practice::event::Message as Practice;
use crate::practice::include::Include;
use measure::instrument::Id;

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// The visitor asked to print the report, or to save it as PDF.
    AskedToPrint,
    /// The visitor asked for the summary on the clipboard.
    AskedToCopy,
    /// The visitor asked for the answers as a table.
    AskedForCsv,
    /// The visitor ticked which parts of the practice go into a file.
    Included(Include),
    /// The visitor ticked the outcomes of rounds for a file, or unticked them.
    IncludedRounds(bool),
    /// The visitor typed initials for the names of files.
    TypedInitials(String),
    /// The visitor asked for the result as JSON with the ticked parts.
    AskedForJson,
    /// The visitor chose files of these sizes in bytes. Those that fit are read one by one.
    ChoseFiles(Vec<u64>),
    /// A chosen file was read: its name and text.
    ReadFile(String, String),
    /// A chosen file is too large (its name and size in bytes), or the browser could not read it.
    FoundUnreadable(String, Option<u64>),
    /// The visitor asked for more of the list of files.
    ListedMore,
    /// The visitor opened the result in a file.
    OpenedFile(FileKey),
    /// The visitor opened the picture of the group.
    OpenedGroup,
    /// The visitor picked a result to compare the opened one with, or none.
    ComparedWith(Option<Pick>),
    /// The visitor asked to print the opened result.
    AskedToPrintOpened,
    /// The visitor closed a file.
    ClosedFile(FileKey),
    /// The visitor closed all files.
    ClosedFiles,
    /// The visitor imported a file; a result takes the place of the latest.
    ImportedFile(FileKey),
    /// The visitor added the result in a file to the earlier ones.
    AddedFile(FileKey),
    /// The visitor imported the practice in a file.
    ImportedPractice(FileKey),
    /// The visitor picked one of their own results for comparison, or unpicked it.
    Picked(Pick),
    /// Something happened to the practice.
    Practice(Practice),
}

/// A result that can be picked for comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// The latest result.
    Latest,
    /// The result in an open file.
    File(FileKey),
    /// An earlier result, by its id.
    Past(Id),
}
