//! What comes after a result, as a state machine: its other forms, and the parts that turn it into
//! a practice. The session owns the result and what is stored of it; the workbook is shown it and
//! tells the session what the visitor did.

mod update;

use std::rc::Rc;

pub use update::update;

use crate::instrument::Instrument;
use crate::record::Completed;
use crate::session::Part;

/// What the workbook draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// The other forms of a result, below the session's own.
    Keep,
    /// A part by itself.
    Part(Part),
}

impl Page {
    /// Reads the name that the session opens it by.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        match text {
            "keep" => Some(Self::Keep),
            other => Part::from_text(other).map(Self::Part),
        }
    }
}

/// What the session has handed over.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Shelf {
    /// The latest result.
    pub result: Option<Rc<Completed>>,
    /// Whether anything can be stored here.
    pub kept: bool,
}

/// What came of something that the visitor asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// The summary is on the clipboard.
    Copied,
    /// The browser would not let it be copied.
    NotCopied,
    /// The browser would not print.
    NotPrinted,
}

/// Everything about the workbook of one widget that can change.
#[derive(Debug, Clone, PartialEq)]
pub struct Workbook {
    /// The questionnaire.
    pub instrument: Rc<Instrument>,
    /// What is drawn.
    pub page: Page,
    /// What the session has handed over.
    pub shelf: Shelf,
    /// What came of the last request.
    pub said: Option<Said>,
}

impl Workbook {
    /// A workbook opened at `page`.
    #[must_use]
    pub fn open(instrument: Rc<Instrument>, page: Page, shelf: Shelf) -> Self {
        Self {
            instrument,
            page,
            shelf,
            said: None,
        }
    }
}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// The session opened a page, or what it hands over has changed.
    Shown(Page, Shelf),
    /// The visitor went back to the result.
    WentBack,
    /// … opened another part.
    OpenedPart(Part),
    /// … asked to print the report, or to save it as PDF.
    AskedToPrint,
    /// The browser refused.
    FailedToPrint,
    /// The visitor asked for the summary on the clipboard.
    AskedToCopy,
    /// Whether the browser put it there.
    Copied(bool),
    /// The visitor asked for the answers as a table.
    AskedForCsv,
}

/// What the shell must do, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Print the report of the result.
    PrintReport,
    /// Put the summary of the result on the clipboard, and answer with [`Message::Copied`].
    CopySummary,
    /// Offer the answers as CSV.
    OfferCsv,
    /// Tell the session, in the words of [`crate::session::Message::of_workbook`].
    Tell {
        /// What the visitor did.
        what: &'static str,
        /// With what.
        text: String,
    },
}
