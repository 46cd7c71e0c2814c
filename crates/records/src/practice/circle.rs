//! The support circle: a short reflection without a score. Isolation is treated as part of the
//! role's structure; nothing here judges the person.

use super::terms::{LastTalk, Outside};
use crate::format::record;

record! {
    /// The support circle: answers without a score; null where a question was not answered.
    #[derive(Eq, Default)]
    pub struct Circle {
        /// Whether this is the first year in the role.
        pub new_role: Option<bool>,
        /// Whether the leader was promoted from within.
        pub from_within: Option<bool>,
        /// With how many people outside the organisation the leader thinks aloud.
        pub outside: Option<Outside>,
        /// Whether that stays between them.
        pub confidential: Option<bool>,
        /// Whether they understand what the role costs.
        pub understands_cost: Option<bool>,
        /// When that last happened.
        pub last_talk: Option<LastTalk>,
    }
}

/// An answer to one question; `None` takes it back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CircleAnswer {
    /// See [`Circle::new_role`].
    NewRole(Option<bool>),
    /// See [`Circle::from_within`].
    FromWithin(Option<bool>),
    /// See [`Circle::outside`].
    Outside(Option<Outside>),
    /// See [`Circle::confidential`].
    Confidential(Option<bool>),
    /// See [`Circle::understands_cost`].
    UnderstandsCost(Option<bool>),
    /// See [`Circle::last_talk`].
    LastTalk(Option<LastTalk>),
}

/// What the answers amount to: the first pattern that applies, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pattern {
    /// Nobody outside to think aloud with.
    Nobody,
    /// Somebody, but not in confidence.
    NotConfidential,
    /// Somebody, but without an idea of what the role costs.
    DoesNotKnowTheRole,
    /// Somebody, but the last time is long ago.
    LongAgo,
    /// One person.
    One,
    /// Two or more; not everything about them was answered.
    Several,
    /// Two or more, in confidence, who know the role.
    WellSupported,
}

impl Circle {
    /// Records an answer.
    pub fn answer(&mut self, answer: CircleAnswer) {
        match answer {
            CircleAnswer::NewRole(new_role) => self.new_role = new_role,
            CircleAnswer::FromWithin(from_within) => self.from_within = from_within,
            CircleAnswer::Outside(outside) => self.outside = outside,
            CircleAnswer::Confidential(confidential) => self.confidential = confidential,
            CircleAnswer::UnderstandsCost(understands) => self.understands_cost = understands,
            CircleAnswer::LastTalk(last_talk) => self.last_talk = last_talk,
        }
    }

    /// Whether nothing was answered.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the questions about those outside make sense.
    pub fn asks_about_them(&self) -> bool {
        matches!(self.outside, Some(Outside::One | Outside::Several))
    }

    /// The pattern of the answers; `None` until [`Circle::outside`] is answered.
    pub fn pattern(&self) -> Option<Pattern> {
        let outside = self.outside?;
        Some(if outside == Outside::Nobody {
            Pattern::Nobody
        } else if self.confidential == Some(false) {
            Pattern::NotConfidential
        } else if self.understands_cost == Some(false) {
            Pattern::DoesNotKnowTheRole
        } else if self.last_talk.is_some_and(LastTalk::is_long_ago) {
            Pattern::LongAgo
        } else if outside == Outside::One {
            Pattern::One
        } else if self.confidential.is_some()
            && self.understands_cost.is_some()
            && self.last_talk.is_some()
        {
            Pattern::WellSupported
        } else {
            Pattern::Several
        })
    }

    /// Whether to note that a network of former peers seldom survives a promotion from within.
    pub fn old_network_note(&self) -> bool {
        self.from_within == Some(true)
    }

    /// Whether to point to help, because there is nobody.
    pub fn signpost(&self) -> bool {
        self.outside == Some(Outside::Nobody)
    }
}
