//! The texts of the practice that follows a result: relationship map, support circle, one act a
//! week. The parts of the table are named after their screens.

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
    /// One line that explains it; in lower case where it continues the name.
    pub about: &'static str,
}

/// Confirmations of a change that can be undone.
#[derive(Debug)]
pub struct ChangedWords {
    /// A relationship was added.
    pub added: &'static str,
    /// A relationship was changed.
    pub edited: &'static str,
    /// A relationship was removed.
    pub removed: &'static str,
    /// A relationship was moved in the list.
    pub moved: &'static str,
    /// The answers about the support circle were cleared.
    pub cleared_circle: &'static str,
    /// A new plan replaced the current one.
    pub replaced_plan: &'static str,
    /// The plan was dropped.
    pub dropped_plan: &'static str,
    /// The copy of the result that the loop compares with was deleted.
    pub forgot_baseline: &'static str,
    /// The practice in a file was imported.
    pub took_in: &'static str,
}

/// Error messages beside the fields of a form.
#[derive(Debug)]
pub struct LacksWords {
    /// The name is missing.
    pub name: &'static str,
    /// The kind of relationship is missing.
    pub kind: &'static str,
    /// The direction of the relationship is missing.
    pub place: &'static str,
    /// The strength of the tie is missing.
    pub tie: &'static str,
    /// The time of the last talk is missing.
    pub last_talk: &'static str,
    /// No relationship is selected.
    pub relationship: &'static str,
    /// No act is selected.
    pub act: &'static str,
    /// The opener is empty.
    pub opener: &'static str,
    /// The outcome of the week is missing.
    pub outcome: &'static str,
    /// No day of the week is selected.
    pub day: &'static str,
    /// The title of the calendar entry is empty.
    pub title: &'static str,
    /// A text is too long; takes the limit in characters.
    pub shorter: fn(usize) -> String,
}

/// The texts of the practice in one language.
#[derive(Debug)]
pub struct PracticeWords {
    /// Direction of a relationship.
    pub place: fn(Place) -> Term,
    /// Kind of relationship.
    pub kind: fn(Kind) -> Term,
    /// Strength of a tie.
    pub tie: fn(Tie) -> Term,
    /// When the two last talked.
    pub last_talk: fn(LastTalk) -> Term,
    /// Name of an act.
    pub act_name: fn(Act) -> Term,
    /// Suggested opener, where the act fits the direction. `…` marks a blank to fill in.
    pub opener: fn(Act, Place) -> Option<&'static str>,
    /// A first move for one facet of one direction, by the ids of scale and facet; `None` for those
    /// of other instruments.
    pub first_move: fn(&str, &str) -> Option<&'static str>,

    /// What happens to the notes, where they are kept on the device.
    pub privacy: &'static str,
    /// What happens to the notes, where nothing can be stored.
    pub privacy_memory: &'static str,
    /// What happens to the notes, where they are kept until the tab is closed.
    pub privacy_session: &'static str,
    /// Legend of the parts of the practice that a saved file can include.
    pub include_legend: &'static str,
    /// What including them means.
    pub include_about: &'static str,
    /// Option to include the map.
    pub include_map: &'static str,
    /// Option to include the support circle.
    pub include_circle: &'static str,
    /// Option to include the plan and the log.
    pub include_practice: &'static str,
    /// Button to the result.
    pub back_to_result: &'static str,
    /// Confirmations of a change that can be undone.
    pub changed: ChangedWords,
    /// People of a file that do not fit on the map: their number, capacity of the map.
    pub no_room: fn(usize, usize) -> String,
    /// Button that undoes the last change.
    pub undo: &'static str,
    /// Error messages beside the fields of a form.
    pub lacks: LacksWords,

    /// The relationship map.
    pub map: MapWords,
    /// The support circle.
    pub circle: CircleWords,
    /// The act and its plan.
    pub act: ActWords,
    /// Rhythms and the calendar.
    pub cadence: CadenceWords,
    /// The weekly review.
    pub weekly: WeeklyWords,
    /// The plan on one printed page.
    pub sheet: SheetWords,
}
