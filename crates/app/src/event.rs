//! What happens to a session. Messages are named in the past tense, for what happened.

use std::rc::Rc;

use crate::after::message as after;
use crate::attributes::{FormChoice, Start};
use crate::effect::Effect;
use crate::opaque::Opaque;
use crate::parts::{FollowUp, Imports, Linked, Reader, Results, Rounds};
use crate::practice::event as practice;
use crate::rounds::message::{self as rounds, RoundWrite};
use crate::screen::{GridCell, Notice, Part};
use measure::completed::Completed;
use measure::instrument::{FormName, Id, Instrument, ItemIndex, ScaleIndex};
use measure::response::Response;
use measure::time::UnixMs;
use records::practice::Outcome;
use records::rounds::ExportedOutcome;
use records::slot::Slot;
use records::store::{Loaded, StoreError};

/// Whether a text begins like an invitation to a round, in whatever case.
fn is_invitation(text: &str) -> bool {
    text.get(..6)
        .is_some_and(|start| start.eq_ignore_ascii_case("LA1.I."))
}

/// When something happened, by both clocks of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Moment {
    /// The wall clock; it may jump.
    pub wall: UnixMs,
    /// Milliseconds on a monotonic clock.
    pub tick: u64,
}

/// A message and its moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// When it happened.
    pub at: Moment,
    /// What happened.
    pub message: Message,
}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// The widget is mounted and has read storage; carries where its owner wants visitors to begin.
    Arrived(Start),
    /// The owner changed which forms are offered.
    Configured(FormChoice),
    /// The visitor picked a form on the welcome screen.
    PickedForm(FormName),
    /// The visitor began an audit, which voids one under way.
    Started,
    /// The visitor continued the audit under way.
    Continued,
    /// The visitor chose an option without advancing, as arrow keys do.
    ChoseOption(Response),
    /// The visitor tapped an option or pressed its digit, which advances unless that is turned off.
    PressedOption(Response),
    /// The visitor pressed Next.
    PressedNext,
    /// The visitor pressed Back.
    PressedBack,
    /// The visitor turned advancing by a tap on or off.
    SetMovesOn(bool),
    /// The visitor marked a direction as having no one in it.
    MarkedScale(ScaleIndex),
    /// The visitor removed that mark.
    UnmarkedScale(ScaleIndex),
    /// The visitor jumped from the review to an item.
    RevisitedItem(ItemIndex),
    /// The visitor finished without answering the skipped items.
    FinishedAsItIs,
    /// The visitor opened or closed a cell of the grid.
    PressedCell(GridCell),
    /// The questionnaire is to be shown in another language.
    Reworded(Rc<Instrument>),
    /// The visitor opened the results.
    OpenedResults,
    /// The visitor opened the screen for saving and deleting.
    OpenedKeep,
    /// The visitor opened a result in a file, or the group of all.
    OpenedFromFiles,
    /// The visitor opened a part that follows a result.
    OpenedPart(Part),
    /// The visitor opened the rounds in which others are asked.
    OpenedRounds,
    /// The page's address had this invitation to a round.
    Invited(Rc<str>),
    /// The visitor said on the first screen whether the act under way happened.
    LookedBack(Outcome),
    /// The visitor returned to the welcome screen.
    OpenedWelcome,
    /// The visitor continued from a finished short form to the full one.
    WentOnToFull,
    /// The visitor asked for the result as JSON.
    SavedJson,
    /// The visitor handed the result to the host page.
    Shared,
    /// The visitor asked to delete everything.
    AskedToErase,
    /// The visitor declined to delete everything.
    KeptEverything,
    /// The visitor confirmed deleting everything.
    Erased,
    /// The visitor undid deleting everything.
    UndidErase,
    /// The visitor dismissed a notice.
    Dismissed(Notice),
    /// The page is no longer visible.
    PageHidden,
    /// The page is visible again.
    PageShown,
    /// The page is being left.
    PageLeft,
    /// The visitor chose to keep earlier results.
    TurnedHistoryOn,
    /// The visitor chose not to keep earlier results, which deletes those that are kept.
    TurnedHistoryOff,
    /// The visitor deleted the earlier result with this id.
    ForgotPast(Id),
    /// The visitor undid the last deletion of earlier results.
    RestoredPast,
    /// The visitor put the earlier result with this id in place of the latest.
    ShowedPast(Id),
    /// Something happened to what follows a result.
    After(Opaque<after::Message>),
    /// Something happened in a round.
    Rounds(Opaque<rounds::Message>),
    /// The part of the program for what follows the last answer is linked.
    LinkedResults(Linked<Results>),
    /// The part of the program for what follows a result is linked.
    LinkedFollowUp(Linked<FollowUp>),
    /// The part of the program that reads texts is linked.
    LinkedReader(Linked<Reader>),
    /// The part of the program that opens files is linked.
    LinkedImports(Linked<Imports>),
    /// The part of the program for rounds is linked.
    LinkedRounds(Linked<Rounds>),
    /// The visitor imported a result in place of the latest.
    ImportedResult(Rc<Completed>),
    /// The visitor added an imported result to the earlier ones, which turns keeping them on.
    AddedToPast(Rc<Completed>),
    /// The visitor imported the outcomes of rounds that a result in a file has.
    ImportedOutcomes(Opaque<Vec<ExportedOutcome>>),
    /// The visitor imported a backup. Its records were validated one by one.
    ImportedBackup(Rc<Loaded>),
    /// The practice changed these records.
    StoredPractice(Vec<PracticeWrite>),
    /// A round changed these records.
    StoredRounds(Vec<RoundWrite>),
    /// A stored record of the practice is of a newer version of this page.
    FoundNewerPractice,
    /// These records were deleted by [`Effect::Erase`].
    Removed(Vec<(Slot, String)>),
    /// The outcome of the storage operations of one effect.
    Stored(Result<(), StoreError>),
    /// Another tab wrote (or, without text, removed) a slot of this audit.
    ChangedElsewhere(Slot, Option<String>),
    /// Storage was cleared from outside.
    ClearedElsewhere,
}

impl Message {
    /// The message that leads back to the screen with this name, as far as the records allow; or to what
    /// an invitation in its place asks.
    pub fn back_to(screen: &str) -> Option<Self> {
        match screen {
            "item" | "review" => Some(Self::Continued),
            "results" => Some(Self::OpenedResults),
            "keep" => Some(Self::OpenedKeep),
            "opened" => Some(Self::OpenedFromFiles),
            "rounds" => Some(Self::OpenedRounds),
            invitation if is_invitation(invitation) => Some(Self::Invited(invitation.into())),
            part => Part::from_text(part).map(Self::OpenedPart),
        }
    }
}

impl From<after::Message> for Message {
    fn from(message: after::Message) -> Self {
        Self::After(message.into())
    }
}

impl From<rounds::Message> for Message {
    fn from(message: rounds::Message) -> Self {
        Self::Rounds(message.into())
    }
}

impl From<practice::Message> for Message {
    fn from(message: practice::Message) -> Self {
        after::Message::Practice(message).into()
    }
}

/// A change to one stored record of the practice, by the last part of its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PracticeWrite {
    /// Write this text.
    Put(String, Rc<str>),
    /// Move the stored text, untouched, to a key that is never read.
    SetAside(String),
}

/// What follows from a message within a part: something for the session that owns the part, or for
/// the shell.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// A message for the session, applied in the same update.
    Send(Message),
    /// An effect for the shell.
    Run(Effect),
}
