//! What can be on screen: screens, the parts that follow a result, where a visitor begins, and
//! notices. Plain values that the attributes, the state machines and the words share.

use measure::instrument::FormName;

/// The forms of the questionnaire that the owner offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FormChoice {
    /// Both; the visitor picks one.
    #[default]
    Choose,
    /// One form, without a choice.
    Only(FormName),
}

/// Where the owner wants a visitor to begin. Only a visitor without stored answers and without a
/// result begins with the first item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Start {
    /// On the welcome screen.
    #[default]
    Welcome,
    /// On the first item.
    Audit,
    /// In one of the parts that follow a result.
    Part(Part),
}

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

    /// The value of the attribute `start` that opens this part.
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

/// The screen that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// What the audit is, and where to begin or continue.
    Welcome,
    /// One item.
    Item {
        /// Position in the form, from 0.
        position: usize,
        /// Whether the visitor came from the review and returns there.
        from_review: bool,
    },
    /// The items that were skipped.
    Review,
    /// The finding, the scores and the grid of directions and facets.
    Results,
    /// Saving, opening and deleting results.
    Keep,
    /// A part that follows a result.
    Part(Part),
}

impl Screen {
    /// The name by which [`crate::event::Message::back_to`] finds the screen again.
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

/// A cell of the grid of facets and directions, by their indexes in the instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GridCell {
    /// The row.
    pub facet: usize,
    /// The column.
    pub scale: usize,
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
}

impl Notice {
    /// Whether it reports what another tab did to the audit. Such notices are mutually exclusive: a
    /// newer one replaces the older.
    pub(crate) fn is_of_another_tab(self) -> bool {
        matches!(
            self,
            Notice::FinishedElsewhere | Notice::RestartedElsewhere | Notice::ErasedElsewhere
        )
    }
}
