//! The words of the practice that follows a result: support circle, relationship map, one act a
//! week. One typed table per language, like the interface.

mod act;
mod cadence;
mod circle;
mod en;
mod map;
mod sheet;
mod weekly;

pub use act::{ActWords, Myth};
pub use cadence::{CadenceWords, RhythmWords};
pub use circle::{CircleWords, SupportKind};
pub use en::PRACTICE_EN;
pub use map::MapWords;
pub use sheet::SheetWords;
pub use weekly::WeeklyWords;

use app::practice::{Act, Kind, LastTalk, Place, Tie};

/// A name and what it means, in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// As on a button or in a list.
    pub name: &'static str,
    /// One line that explains it; begins in lower case where it goes on from the name.
    pub about: &'static str,
}

/// What was just changed and can be taken back.
#[derive(Debug)]
pub struct ChangedWords {
    /// A relationship was added.
    pub added: &'static str,
    /// … changed.
    pub edited: &'static str,
    /// … taken off the map.
    pub removed: &'static str,
    /// … moved.
    pub moved: &'static str,
    /// The answers about the support circle were taken back.
    pub cleared_circle: &'static str,
    /// Another plan took the place of one under way.
    pub replaced_plan: &'static str,
    /// The plan was given up.
    pub dropped_plan: &'static str,
    /// The result that the loop began with was deleted.
    pub forgot_baseline: &'static str,
    /// What a file held was taken in.
    pub took_in: &'static str,
}

/// What a form still lacks, said beside the field.
#[derive(Debug)]
pub struct LacksWords {
    /// A name.
    pub name: &'static str,
    /// What the person is to the leader.
    pub kind: &'static str,
    /// Where the person stands.
    pub place: &'static str,
    /// How it stands.
    pub tie: &'static str,
    /// When the two last talked.
    pub last_talk: &'static str,
    /// A relationship that is on the map.
    pub relationship: &'static str,
    /// An act.
    pub act: &'static str,
    /// An opener.
    pub opener: &'static str,
    /// Whether the act happened.
    pub outcome: &'static str,
    /// A day of the week.
    pub day: &'static str,
    /// A title for the calendar.
    pub title: &'static str,
    /// Fewer characters; takes the limit.
    pub shorter: fn(usize) -> String,
}

/// The practice in one language.
#[derive(Debug)]
pub struct PracticeWords {
    /// A place.
    pub place: fn(Place) -> Term,
    /// A kind of relationship.
    pub kind: fn(Kind) -> Term,
    /// How a relationship stands.
    pub tie: fn(Tie) -> Term,
    /// When the two last talked.
    pub last_talk: fn(LastTalk) -> Term,
    /// An act.
    pub act_name: fn(Act) -> Term,
    /// An opener to edit, where the act fits the place. `…` is a blank to fill in.
    pub opener: fn(Act, Place) -> Option<&'static str>,
    /// Something to do this week about one facet of one direction, by the ids of scale and facet in
    /// the shipped instrument.
    pub first_move: fn(&str, &str) -> Option<&'static str>,

    /// What happens to all of this, where it is kept on the device.
    pub privacy: &'static str,
    /// The same where nothing can be stored.
    pub privacy_memory: &'static str,
    /// The same where it is kept until the tab is closed.
    pub privacy_session: &'static str,
    /// Legend of the ticks that put parts of the practice into a saved file.
    pub include_legend: &'static str,
    /// What ticking does.
    pub include_about: &'static str,
    /// Ticks the map.
    pub include_map: &'static str,
    /// Ticks the circle.
    pub include_circle: &'static str,
    /// Ticks the plan and the log.
    pub include_practice: &'static str,
    /// Back to the result.
    pub back_to_result: &'static str,
    /// What was just changed, beside the button that takes it back.
    pub changed: ChangedWords,
    /// How many people in a file find no room on the map, and how many a map holds.
    pub no_room: fn(usize, usize) -> String,
    /// Takes the last change back.
    pub undo: &'static str,
    /// What a form still lacks.
    pub lacks: LacksWords,

    /// The relationship map.
    pub map: MapWords,
    /// The support circle.
    pub circle: CircleWords,
    /// The act and its plan.
    pub act: ActWords,
    /// Rhythms and the calendar.
    pub cadence: CadenceWords,
    /// Looking back, week by week.
    pub weekly: WeeklyWords,
    /// The plan on one printed page.
    pub sheet: SheetWords,
}
