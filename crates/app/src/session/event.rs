//! What happens to a session, and what it asks of the world. Names say what happened.

use std::rc::Rc;

use super::{FormChoice, Part, Screen, Start};
use measure::instrument::{FormName, Id};
use measure::response::Response;
use measure::time::UnixMs;
use records::slot::Slot;
use records::store::{StoreError, StoreOp};
use records::texts::Texts;

/// When something happened, by both clocks of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Moment {
    /// The wall clock; it may jump.
    pub wall: UnixMs,
    /// Milliseconds on a clock that only runs forward.
    pub tick: u64,
}

/// A message and its moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub at: Moment,
    /// What.
    pub message: Message,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// The widget is there and knows what is stored; where its owner wants visitors to begin.
    Arrived(Start),
    /// The owner offers other forms now.
    Configured(FormChoice),
    /// The visitor picked a form on the welcome screen.
    PickedForm(FormName),
    /// … began an audit, which voids one under way.
    Started,
    /// … went on where the audit under way stopped.
    Continued,
    /// … chose an option without moving on, as the arrow keys do.
    ChoseOption(Response),
    /// … tapped an option or pressed its digit, which moves on unless that is turned off.
    PressedOption(Response),
    /// … pressed Next.
    PressedNext,
    /// … pressed Back.
    PressedBack,
    /// … turned moving on by a tap on or off.
    SetMovesOn(bool),
    /// … said that there is no one in this direction (index of the scale).
    MarkedScale(usize),
    /// … took that back.
    UnmarkedScale(usize),
    /// … jumped from the review to the item with this index.
    RevisitedItem(usize),
    /// … finished with the items left out as they are.
    FinishedAsItIs,
    /// … opened the field of the map at this facet and scale, or closed it again.
    PressedCell(usize, usize),
    /// The paragraphs for each band have arrived.
    TextsArrived(Rc<Texts>),
    /// The visitor took in a result from a file, an exported document, in the place of the latest.
    TookInResult(String),
    /// … took in the records of an audit under way.
    TookInRecords(Vec<(Slot, String)>),
    /// … opened the results.
    OpenedResults,
    /// … opened the screen for keeping and deleting.
    OpenedKeep,
    /// … opened a part that the workbook draws.
    OpenedPart(Part),
    /// … went back to the welcome screen.
    OpenedWelcome,
    /// … went on from a finished short form to the full one.
    WentOnToFull,
    /// … asked for the result as JSON.
    SavedJson,
    /// … handed the result to the page.
    Shared,
    /// … asked to delete everything.
    AskedToErase,
    /// … thought better of it.
    KeptEverything,
    /// … confirmed it.
    Erased,
    /// … took it back.
    UndidErase,
    /// … closed the notice at this place.
    DismissedNotice(usize),
    /// The page is no longer visible.
    PageHidden,
    /// The page is visible again.
    PageShown,
    /// The page is being left.
    PageLeft,
    /// The visitor chose to keep earlier results.
    TurnedHistoryOn,
    /// … chose to keep them no longer, which deletes those that are kept.
    TurnedHistoryOff,
    /// … deleted the kept result of this name.
    ForgotPast(Id),
    /// … took the last deletion of kept results back.
    RestoredPast,
    /// … added this exported result to the earlier ones, which chooses to keep such.
    AddedToPast(String),
    /// A stored text of the practice, by name, could not be read.
    SetPracticeAside(String),
    /// A stored text of the practice is of a newer page.
    FoundNewerPractice,
    /// The visitor changed a text of the practice, or emptied it.
    KeptPractice(String, Option<String>),
    /// These records were deleted by [`Effect::Erase`].
    Removed(Vec<(Slot, String)>),
    /// The storage operations of one effect are done.
    Stored(Result<(), StoreError>),
    /// Another tab wrote (or, without text, removed) a slot of this audit.
    ChangedElsewhere(Slot, Option<String>),
    /// Storage was cleared from outside.
    ClearedElsewhere,
}

/// Stands between the records of [`Message::of_workbook`]; no JSON has it.
pub const RECORD_SEPARATOR: &str = "\u{1e}";

impl Message {
    /// What the visitor did in the workbook, a program of its own that sends texts: what happened,
    /// and with what.
    #[must_use]
    pub fn of_workbook(what: &str, text: &str) -> Option<Self> {
        match what {
            "back" => Some(Self::PressedBack),
            "part" => Part::from_text(text).map(Self::OpenedPart),
            "take" => Some(Self::TookInResult(text.to_owned())),
            "add" => Some(Self::AddedToPast(text.to_owned())),
            "records" => Some(Self::TookInRecords(
                text.split(RECORD_SEPARATOR)
                    .filter_map(|line| line.split_once('\t'))
                    .map(|(key, text)| (Slot::from_suffix(key), text.to_owned()))
                    .collect(),
            )),
            "history" if text == "on" => Some(Self::TurnedHistoryOn),
            "history" if text == "off" => Some(Self::TurnedHistoryOff),
            "forget" => Id::new(text).map(Self::ForgotPast),
            "restore" => Some(Self::RestoredPast),
            "audit" => Some(Self::OpenedWelcome),
            "practice-newer" => Some(Self::FoundNewerPractice),
            "practice-aside" => Some(Self::SetPracticeAside(text.to_owned())),
            _ => what.strip_prefix("practice:").map(|name| {
                let text = Some(text.to_owned()).filter(|text| !text.is_empty());
                Self::KeptPractice(name.to_owned(), text)
            }),
        }
    }
}

impl Screen {
    /// Its name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Welcome => "welcome",
            Self::Item { .. } => "item",
            Self::Review => "review",
            Self::Results => "results",
            Self::Keep => "keep",
            Self::Part(part) => part.as_str(),
        }
    }
}

impl Message {
    /// What leads back to the screen of this name, as far as what is there allows it.
    #[must_use]
    pub fn back_to(screen: &str) -> Option<Self> {
        match screen {
            "item" | "review" => Some(Self::Continued),
            "results" => Some(Self::OpenedResults),
            "keep" => Some(Self::OpenedKeep),
            part => Part::from_text(part).map(Self::OpenedPart),
        }
    }
}

/// What the shell must do, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Apply to storage, before the screen changes, and answer with [`Message::Stored`].
    Commit(Vec<StoreOp>),
    /// Remove every key of this audit and leave this marker for other tabs; answer with
    /// [`Message::Removed`], then likewise.
    Erase {
        /// Text of the head record.
        marker: String,
    },
    /// Offer a file.
    Download {
        /// Its name.
        name: String,
        /// Its MIME type.
        mime: &'static str,
        /// Its content.
        text: String,
    },
    /// Move focus to the heading of the new screen.
    FocusHeading,
    /// Dispatch an event on the element.
    Emit(ElementEvent),
}

/// An event of the element: what a host page may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ElementEvent {
    /// `leadership-audit-started`
    Started {
        /// Which form.
        form: FormName,
    },
    /// `leadership-audit-progressed`
    Progressed {
        /// Items answered or marked.
        answered: usize,
        /// Items of the form.
        total: usize,
    },
    /// `leadership-audit-completed`
    Completed {
        /// Which form.
        form: FormName,
        /// Active time.
        seconds: u64,
    },
    /// `leadership-audit-exported`
    Exported {
        /// For example `json`.
        format: &'static str,
    },
    /// `leadership-audit-shared`: the only event that carries answers, sent by the visitor's own
    /// press of the owner's share button.
    Shared {
        /// The exported document.
        document: String,
    },
    /// `leadership-audit-erased`
    Erased,
}
