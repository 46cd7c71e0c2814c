//! What happens to a practice, and what it asks of the world. Names say what happened.

use super::calendar::Appointment;
use super::relationship::Key;
use super::text::Field;
use super::weekly::Baseline;
use records::practice::CircleAnswer;
use records::practice::PracticeDocument;
use records::practice::record::Name;
use records::practice::{Act, Decision, Kind, LastTalk, Outcome, Place, Rhythm, Tie, Weekday};

/// A part of the practice that can be opened by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The relationship map.
    Map,
    /// The support circle.
    Circle,
    /// The act of this week, wherever it stands: last week's to look back on, the plan under way,
    /// or a new one.
    Act,
    /// A regular time, for the calendar.
    Cadence,
}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// The visitor opened a part.
    Opened(Part),
    /// … asked for the form for a new relationship.
    AskedToAdd,
    /// … asked for the form of one on the map.
    AskedToEdit(Key),
    /// … left the form without saving.
    LeftForm,
    /// … typed into a field.
    Wrote(Field, String),
    /// … picked what the person is, in the form.
    PickedKind(Kind),
    /// … picked where the person stands.
    PickedPlace(Place),
    /// … picked how it stands.
    PickedTie(Tie),
    /// … picked when the two last really talked.
    PickedLastTalk(LastTalk),
    /// … marked the person as important, or not.
    MarkedImportant(bool),
    /// … saved the form.
    SavedRelationship,
    /// … took a relationship off the map.
    Removed(Key),
    /// … moved one towards the first.
    MovedUp(Key),
    /// … moved one towards the last.
    MovedDown(Key),
    /// … took back the last change.
    Undid,
    /// … answered a question about the support circle.
    AnsweredCircle(CircleAnswer),
    /// … took all those answers back.
    ClearedCircle,
    /// … chose a relationship for an act, or for a regular time.
    ChoseRelationship(Key),
    /// … asked for an act with somebody on the map.
    AskedToDeepen(Key),
    /// … chose an act.
    ChoseAct(Act),
    /// … asked to change the plan under way.
    AskedToChangePlan,
    /// … asked for another act instead of the plan under way.
    AskedForAnother,
    /// … saved the plan, with the opener as it stood on screen.
    SavedPlan {
        /// The visitor's or the proposed one.
        opener: String,
    },
    /// … copied the opener as it stood on screen.
    CopiedOpener(String),
    /// … asked to print the plan.
    PrintedPlan,
    /// … gave the plan up.
    DroppedPlan,
    /// … wants the result that the loop began with kept no longer.
    ForgotBaseline,
    /// … picked a rhythm for a regular time.
    PickedRhythm(Rhythm),
    /// … picked or unpicked a day for it.
    ToggledDay(Weekday),
    /// … picked its hour, in minutes after midnight.
    PickedTime(u16),
    /// … picked whether the calendar reminds.
    SetReminder(bool),
    /// … saved it for the calendar, with the title as it stood on screen.
    SavedCalendar {
        /// The visitor's or the proposed one.
        summary: String,
    },
    /// … said whether last week's act happened.
    PickedOutcome(Outcome),
    /// … decided what follows.
    Decided(Decision),
    /// … took the audit again, as offered.
    AcceptedAudit,
    /// … let that offer rest.
    PostponedAudit,
    /// … finished an audit again: the loop begins anew with that result.
    BeganAnew(Baseline),
    /// … took in what a file held.
    TookIn(Box<PracticeDocument>),
    /// The answer to [`Effect::TellBaseline`].
    ToldBaseline(Baseline),
    /// The text with this name was stored before or by another tab or, without text, is gone.
    ChangedElsewhere(String, Option<String>),
}

/// A storage operation on a record of the practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Write {
    /// Write this text.
    Put(Name, String),
    /// Move the text that stands there, untouched, where nobody reads it.
    SetAside(Name),
}

/// What the shell must do, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Apply to storage, before the screen changes.
    Store(Vec<Write>),
    /// A stored text is of a newer page: nothing may be written over it.
    FoundNewer,
    /// Offer the calendar file of this (`calendar::text`).
    SaveCalendar(Appointment),
    /// Put this on the clipboard.
    Copy(String),
    /// Print the plan.
    PrintPlan,
    /// Answer with [`Message::ToldBaseline`], if there is a finished result.
    TellBaseline,
    /// Open the audit.
    OpenAudit,
    /// Move focus to the heading of the new screen.
    FocusHeading,
    /// Move focus to the first place of the form that lacks something.
    FocusLacking,
}
