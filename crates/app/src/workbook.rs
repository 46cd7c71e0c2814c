//! What comes after a result, as a state machine: its other forms, and the parts that turn it into
//! a practice. The session owns the result and what is stored of it; the workbook is shown it and
//! tells the session what the visitor did.

mod practising;
mod update;

use std::rc::Rc;

pub use update::update;

use crate::practice::calendar::Appointment;
use crate::practice::export::Include;
use crate::practice::{self, Practice};
use crate::session::Part;
use measure::change::{self, Comparison, Refusal};
use measure::completed::Completed;
use measure::completed::Kept;
use measure::instrument::Instrument;
use records::import::Refused;
use records::store::backup::Import;
use records::stored::Writer;

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
    /// Whether the visitor chose to keep earlier results.
    pub history: bool,
    /// Whether the last deletion of earlier results can be taken back.
    pub restorable: bool,
    /// The results that are kept for it, the latest first.
    pub past: Vec<Past>,
    /// The stored texts of the practice, by name.
    pub practice: Vec<(String, Rc<str>)>,
    /// How the workbook comes to be shown.
    pub opened: Opened,
}

/// How the workbook comes to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Opened {
    /// It is on screen already; what is handed over has changed.
    #[default]
    Before,
    /// With the page around it: focus stays where it is.
    WithThePage,
    /// By a step within the widget: focus goes along.
    ByAStep,
}

/// A result that is kept for comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Past {
    /// Names it in storage.
    pub id: String,
    /// The result, as far as it can be read here.
    pub kept: Rc<Kept>,
}

/// A file that the visitor chose, judged. Nothing of it is stored yet.
#[derive(Debug, Clone, PartialEq)]
pub struct ChosenFile {
    /// As the visitor's system calls it.
    pub name: String,
    /// What it holds, or why it cannot be taken in.
    pub judged: Result<Import, Unfit>,
    /// What was taken in of it.
    pub taken: bool,
    /// Whether what it holds of a practice was taken in.
    pub practice_taken: bool,
}

/// Why a file cannot be taken in.
#[derive(Debug, Clone, PartialEq)]
pub enum Unfit {
    /// It is larger than any result: its size in bytes.
    TooLarge(u64),
    /// The browser could not read it.
    Unreadable,
    /// It is something else, or has faults.
    Refused(Refused),
}

/// A result that can be picked for comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// The latest result.
    Latest,
    /// The one in the file that was chosen.
    File,
    /// An earlier one, by its id.
    Past(String),
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
    /// The file that the visitor chose.
    pub file: Option<ChosenFile>,
    /// The results picked for comparison, at most two, in the order of picking.
    pub picked: Vec<Pick>,
    /// The relationships, the acts and what came of them.
    pub practice: Practice,
    /// What of the practice the visitor ticked for a file.
    pub include: Include,
    /// Where focus is to go, and how often it was moved.
    pub focus: Focus,
}

/// Where focus goes when the count grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Focus {
    /// How often it was moved.
    pub moves: u32,
    /// To the first place of a form that lacks something, not to the heading.
    pub to_lacking: bool,
}

impl Workbook {
    /// A workbook before any page of it is shown; `writer` names it in the records that it writes.
    #[must_use]
    pub fn new(instrument: Rc<Instrument>, writer: Writer) -> Self {
        Self {
            instrument,
            page: Page::Keep,
            shelf: Shelf::default(),
            said: None,
            file: None,
            picked: Vec::new(),
            practice: Practice::new(writer),
            include: Include::default(),
            focus: Focus::default(),
        }
    }

    /// The result behind a pick.
    #[must_use]
    pub fn result(&self, pick: &Pick) -> Option<Kept> {
        let of = |completed: &Completed| Kept::from_completed(&self.instrument, completed.clone());
        match pick {
            Pick::Latest => self.shelf.result.as_deref().map(of),
            Pick::File => match &self.file.as_ref()?.judged {
                Ok(Import::Result(preview)) => Some(of(&preview.completed)),
                _ => None,
            },
            Pick::Past(id) => {
                let past = self.shelf.past.iter().find(|past| past.id == *id)?;
                Some(Kept::clone(&past.kept))
            }
        }
    }

    /// Every result that can be picked, the latest first.
    #[must_use]
    pub fn picks(&self) -> Vec<Pick> {
        let past = self.shelf.past.iter();
        // History keeps the latest result too: it is listed once.
        let latest = self.result(&Pick::Latest);
        let past = past.filter(|past| Some(&*past.kept) != latest.as_ref());
        [Pick::Latest, Pick::File]
            .into_iter()
            .filter(|pick| self.result(pick).is_some())
            .chain(past.map(|past| Pick::Past(past.id.clone())))
            .collect()
    }

    /// The comparison of the two that are picked, if two are.
    #[must_use]
    pub fn comparison(&self) -> Option<Result<Comparison, Refusal>> {
        let [one, other] = self.picked.as_slice() else {
            return None;
        };
        let (one, other) = (self.result(one)?, self.result(other)?);
        Some(change::compare(&self.instrument, &one, &other))
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
    /// … chose a file: its name and text.
    ChoseFile(String, String),
    /// … chose a file that is too large (its name and size) or that the browser could not read.
    ChoseUnreadable(String, Option<u64>),
    /// … put the chosen file away.
    ClosedFile,
    /// … took in what it holds, in the place of what is here.
    TookIn,
    /// … asked for an earlier result, by its id, in the place of the one on screen, which stays.
    ShowedPast(String),
    /// … added the result in it to the earlier ones.
    AddedToPast,
    /// … chose to keep earlier results, or not to.
    SetHistory(bool),
    /// … took the last deletion of earlier results back.
    RestoredPast,
    /// … deleted an earlier result.
    ForgotPast(String),
    /// … picked a result for comparison, or put it back.
    Picked(Pick),
    /// … ticked what of the practice goes into a file.
    Included(Include),
    /// … asked for the result as JSON with what was ticked.
    AskedForJson,
    /// … took in what a file holds of a practice.
    TookInPractice,
    /// Something happened to the practice.
    Practice(practice::Message),
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
    /// Offer this exported document.
    OfferJson(String),
    /// Put this on the clipboard, and answer with [`Message::Copied`].
    Copy(String),
    /// Print the plan under way.
    PrintPlan,
    /// Offer the calendar file of this.
    OfferCalendar(Appointment),
    /// Tell the session, in the words of [`crate::session::Message::of_workbook`].
    Tell {
        /// What the visitor did.
        what: String,
        /// With what.
        text: String,
    },
}
