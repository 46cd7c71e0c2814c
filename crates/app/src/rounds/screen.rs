//! What can be on screen of rounds.

use std::mem::{Discriminant, discriminant};

use super::draft::Draft;
use super::{Collecting, KeptOutcome, Rating, RatingStep, Rounds, Table, TableStep};
use measure::instrument::Id;
use records::rounds::RoundId;

/// The screen of rounds, with what only that screen needs.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Screen {
    /// The rounds under way and the outcomes that are kept; and where to begin.
    #[default]
    List,
    /// How answers are collected, what is asked, and how many will answer.
    Choosing(Draft),
    /// Who collects, and who passes the invitation on.
    Appointing(Draft),
    /// What to send to a coach who is to collect.
    Asking(Draft),
    /// The round begins as soon as the browser has made what it needs.
    Beginning(Draft),
    /// A round that this browser collects for.
    Collecting(Collecting),
    /// A round that this browser answers.
    Rating(Rating),
    /// A round around a table.
    Table(Table),
    /// An outcome.
    Outcome(Shown),
    /// A message from whoever collected is to be pasted.
    Reading(Found),
}

impl Screen {
    /// What tells one heading from the next: focus moves when it changes.
    pub(super) fn place(&self) -> (Discriminant<Self>, usize) {
        let step = match self {
            Self::Rating(Rating { step, .. }) => match step {
                RatingStep::Statement(place) => *place,
                RatingStep::Invited => 100,
                RatingStep::Answered => 101,
                RatingStep::Sealing => 102,
                RatingStep::Sent { .. } => 103,
            },
            Self::Table(Table { step, .. }) => match step {
                TableStep::Statement(place) => *place,
                TableStep::Handing => 100,
                TableStep::LeftOut(_) => 101,
                TableStep::Answered => 102,
                TableStep::Closing => 103,
            },
            _ => 0,
        };
        (discriminant(self), step)
    }
}

/// An outcome on screen.
#[derive(Debug, Clone, PartialEq)]
pub enum Shown {
    /// One that is kept.
    Kept(Id),
    /// One that was made at a table or read from a message, and is not kept yet.
    ///
    /// Whoever pastes a message, which nobody has signed, is the leader whom it is about, so the record says
    /// [`own`](records::rounds::OutcomeRecord::own). At a table that is not known.
    Fresh(Box<KeptOutcome>),
}

/// A text that is to have an outcome in it, and why none was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The text.
    pub typed: String,
    /// Why it was of no use.
    pub problem: Option<Unread>,
}

/// Why a text with an outcome is of no use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// There is none in it.
    Nothing,
    /// It is a sealed answer, which only the collector's page can open.
    Sealed,
    /// It is longer than can be searched.
    TooLong,
    /// Fewer people than the round needs answered.
    TooFew,
    /// It is cut off or changed.
    Damaged,
    /// Its figures do not fit together.
    Figures,
    /// It comes from a newer version.
    Newer,
}

/// What the visitor should know of rounds, until the next step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The invitation is damaged or changed.
    BadInvitation,
    /// The invitation comes from a newer version.
    NewerInvitation,
    /// This page does not have the questions of the invitation.
    OtherQuestions,
    /// Answers cannot be locked here: the page is not secure.
    Insecure,
    /// The invitation is to a round that was started in this browser.
    OwnInvitation,
    /// There is no round on this browser any more that the visitor wanted to see.
    Gone,
    /// The browser refused what the round needs.
    Failed,
    /// How many messages of which paste could not be used.
    Unusable(Vec<(u64, usize)>),
    /// A message was taken out.
    TakenOut,
    /// A round was given up.
    GivenUp,
    /// A rater's round was deleted.
    RoundForgotten,
    /// An outcome was deleted.
    OutcomeForgotten,
    /// The round is closed: key and messages are deleted.
    Closed,
    /// The outcome that was read is kept already.
    KeptBefore,
}

impl Rounds {
    /// The outcome on screen.
    pub fn shown(&self) -> Option<&KeptOutcome> {
        match &self.screen {
            Screen::Outcome(Shown::Kept(name)) => self.records.outcome(name),
            Screen::Outcome(Shown::Fresh(fresh)) => Some(fresh),
            _ => None,
        }
    }

    /// Whether an outcome is on screen, or may be next.
    pub fn may_show_outcome(&self) -> bool {
        match self.screen {
            Screen::Outcome(_) | Screen::Collecting(_) | Screen::Table(_) | Screen::Reading(_) => {
                true
            }
            Screen::List => !self.records.outcomes.is_empty(),
            _ => false,
        }
    }

    /// The round on screen, where it is one of those in the records.
    fn round_on_screen(&self) -> Option<&RoundId> {
        match &self.screen {
            Screen::Collecting(collecting) => Some(&collecting.round),
            Screen::Rating(rating) if rating.is_stored() => Some(&rating.round),
            _ => None,
        }
    }

    /// Leaves a screen whose round or outcome another tab has deleted or closed.
    pub(super) fn leave_what_is_gone(&mut self) {
        let round = self.round_on_screen();
        let gone = round.is_some_and(|id| self.records.round(id).is_none())
            || matches!(&self.screen, Screen::Outcome(Shown::Kept(name))
                if self.records.outcome(name).is_none());
        if gone {
            self.show(Screen::List);
            self.notice = Some(Notice::Gone);
        }
    }
}
