//! What happens to the practice.

use super::calendar::{Entry, Zone};
use super::relationship::Key;
use super::text::Field;
use crate::screen::Part;
use measure::time::UnixMs;
use records::practice::CircleAnswer;
use records::practice::PracticeDocument;
use records::practice::{AnyAct, Decision, Kind, LastTalk, Outcome, Place, Rhythm, Tie, Weekday};

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// The visitor opened a part.
    Opened(Part),
    /// The visitor opened the form for a regular time.
    OpenedCadence,
    /// The visitor asked for the form for a new relationship.
    AskedToAdd,
    /// The visitor asked for the form of a relationship on the map.
    AskedToEdit(Key),
    /// The visitor left the form without saving.
    LeftForm,
    /// The visitor typed into a field.
    Wrote(Field, String),
    /// The visitor picked what the person is to them.
    PickedKind(Kind),
    /// The visitor picked the direction of the relationship.
    PickedPlace(Place),
    /// The visitor picked the state of the relationship.
    PickedTie(Tie),
    /// The visitor picked when the two last really talked.
    PickedLastTalk(LastTalk),
    /// The visitor marked the person as important, or not.
    MarkedImportant(bool),
    /// The visitor saved the form.
    SavedRelationship,
    /// The visitor removed a relationship from the map.
    Removed(Key),
    /// The visitor moved a relationship to another place.
    Moved(Key, Place),
    /// The visitor undid the last change.
    Undid,
    /// The visitor answered a question about the support circle.
    AnsweredCircle(CircleAnswer),
    /// The visitor cleared the answers about the support circle.
    ClearedCircle,
    /// The visitor chose a relationship for an act, or for a regular time.
    ChoseRelationship(Key),
    /// The visitor asked for an act with somebody on the map.
    AskedToDeepen(Key),
    /// The visitor chose an act.
    ChoseAct(AnyAct),
    /// The visitor chose a day for the act: the middle of it, by their clock.
    ChoseDay(UnixMs),
    /// The visitor asked to change the plan under way.
    AskedToChangePlan,
    /// The visitor asked for another act instead of the plan under way.
    AskedForAnother,
    /// The visitor saved the plan.
    SavedPlan(Shown),
    /// The visitor copied the opener as shown.
    CopiedOpener(String),
    /// The visitor asked to print the plan.
    PrintedPlan,
    /// The visitor gave up the plan.
    DroppedPlan,
    /// The visitor deleted the copy of the result that the loop began with.
    ForgotBaseline,
    /// The visitor picked a rhythm for a regular time.
    PickedRhythm(Rhythm),
    /// The visitor picked or unpicked a day for a regular time.
    ToggledDay(Weekday),
    /// The visitor picked the time of day, in minutes after midnight.
    PickedTime(u16),
    /// The visitor turned the calendar's reminder on or off.
    SetReminder(bool),
    /// The visitor saved a regular time for the calendar.
    SavedCalendar {
        /// The title as shown: the visitor's own or the proposed one.
        summary: String,
    },
    /// The visitor said whether last week's act happened.
    PickedOutcome(Outcome),
    /// The visitor decided what follows.
    Decided(Decision),
    /// The visitor accepted the offer to take the audit again.
    AcceptedAudit,
    /// The visitor postponed that offer.
    PostponedAudit,
    /// The visitor restarted the weekly loop from the latest result.
    BeganAnew,
    /// The visitor imported the practice in a file.
    Imported(Box<PracticeDocument>),
    /// The time zone that a calendar entry is to be saved in, and 128 random bits that identify the
    /// calendar entry.
    ProbedZone(Entry, Zone, u128),
}

/// A plan as it is on screen, where the language and the clock are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The opener: the visitor's own or the proposed one.
    pub opener: String,
    /// The plan in one sentence.
    pub says: String,
    /// The day: chosen by the visitor, or the proposed one.
    pub day: UnixMs,
    /// The title of a calendar entry, if one is asked for.
    pub entry: Option<String>,
}
