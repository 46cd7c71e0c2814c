//! What can be on screen: screens, the parts that follow a result, and notices. Plain values that the
//! state machines and the words share.

use std::rc::Rc;

use measure::completed::Completed;
use measure::instrument::{FacetIndex, ScaleIndex};

/// A part that follows a result and can also be opened by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The relationship map.
    Map,
    /// The support circle.
    Circle,
    /// One act for this week, at whatever stage it is: to look back on, under way, or to be chosen.
    Practice,
}

impl Part {
    /// All parts, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Map, Self::Practice, Self::Circle];

    /// The name of the part.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Circle => "circle",
            Self::Practice => "practice",
        }
    }

    /// Parses the output of [`Part::as_str`].
    pub fn from_text(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == text)
    }
}

/// The screen that is shown, with what only that screen needs.
#[derive(Debug, Clone, PartialEq)]
pub enum Screen {
    /// What the audit is, and where to begin or continue.
    Welcome,
    /// One item.
    Item {
        /// Position in the form, from 0.
        position: usize,
        /// Whether the visitor came from the review and returns there.
        from_review: bool,
        /// The direction that was just marked as having no one in it, while undo is offered.
        just_marked: Option<ScaleIndex>,
    },
    /// The items that were skipped.
    Review {
        /// As on an item.
        just_marked: Option<ScaleIndex>,
    },
    /// The finding, the scores and the grid of directions and facets.
    Results {
        /// The open cell of the grid.
        opened_cell: Option<GridCell>,
        /// A later result from another tab. This one stays as long as it is looked at.
        waiting: Option<Rc<Completed>>,
    },
    /// Saving, opening and deleting results.
    Keep,
    /// A result that is opened from a file, or the group of all: nothing of it is stored.
    Opened {
        /// The open cell of the grid.
        opened_cell: Option<GridCell>,
    },
    /// A part that follows a result.
    Part(Part),
    /// Rounds, in which others are asked.
    Rounds,
}

impl Screen {
    /// The screen of the item at `position`, come to in the order of the form.
    pub fn item(position: usize) -> Self {
        Self::Item {
            position,
            from_review: false,
            just_marked: None,
        }
    }

    /// The review.
    pub fn review() -> Self {
        Self::Review { just_marked: None }
    }

    /// The results, no cell of the grid open.
    pub fn results() -> Self {
        Self::Results {
            opened_cell: None,
            waiting: None,
        }
    }

    /// Whether it belongs to an audit under way.
    pub fn is_answering(&self) -> bool {
        matches!(self, Self::Item { .. } | Self::Review { .. })
    }

    /// The direction that was just marked as having no one in it, while undo is offered.
    pub fn just_marked(&self) -> Option<ScaleIndex> {
        match self {
            Self::Item { just_marked, .. } | Self::Review { just_marked } => *just_marked,
            _ => None,
        }
    }

    /// Offers to undo the mark of a direction.
    pub(crate) fn mark(&mut self, scale: ScaleIndex) {
        if let Self::Item { just_marked, .. } | Self::Review { just_marked } = self {
            *just_marked = Some(scale);
        }
    }

    /// The name by which [`crate::event::Message::back_to`] finds the screen again.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Welcome => "welcome",
            Self::Item { .. } => "item",
            Self::Review { .. } => "review",
            Self::Results { .. } => "results",
            Self::Keep => "keep",
            Self::Opened { .. } => "opened",
            Self::Part(part) => part.as_str(),
            Self::Rounds => "rounds",
        }
    }
}

/// A square of the grid of answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GridCell {
    /// The scale.
    pub scale: ScaleIndex,
    /// The facet; `None` for all answers of the scale.
    pub facet: Option<FacetIndex>,
}

/// Something that the visitor should know, shown above any screen until it is dismissed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// Nothing can be stored; answers last as long as the page.
    MemoryOnly,
    /// The last write failed; it is retried with the next answer.
    NotSaved,
    /// The last write failed because the storage quota is used up.
    StorageFull,
    /// Some stored text could not be parsed and was set aside.
    Unreadable,
    /// Stored records are of a newer version of this page; nothing is written.
    ReadOnly,
    /// Stored answers belong to another questionnaire.
    OtherInstrument,
    /// Another tab began another questionnaire under the same audit id.
    DisplacedElsewhere,
    /// The audit was finished in another tab.
    FinishedElsewhere,
    /// The audit was started again in another tab.
    RestartedElsewhere,
    /// Everything was deleted in another tab.
    ErasedElsewhere,
    /// Storage was cleared from outside; the records were written again.
    ClearedElsewhere,
    /// Something could not be deleted.
    NotErased,
    /// A result or unfinished answers were kept for long enough, and are deleted.
    Expired,
}

impl Notice {
    /// Whether it says something of the records that are stored, which is over when they are deleted.
    pub(crate) fn is_of_records(self) -> bool {
        matches!(
            self,
            Notice::Unreadable
                | Notice::ReadOnly
                | Notice::OtherInstrument
                | Notice::DisplacedElsewhere
        )
    }

    /// Whether it reports what another tab did to the audit. Such notices are mutually exclusive: a
    /// newer one replaces the older.
    pub(crate) fn is_of_another_tab(self) -> bool {
        matches!(
            self,
            Notice::FinishedElsewhere | Notice::RestartedElsewhere | Notice::ErasedElsewhere
        )
    }
}
