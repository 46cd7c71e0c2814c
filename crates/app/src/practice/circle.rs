//! The support circle: a short reflection without a score. Isolation is treated as part of the
//! role's structure; nothing here judges the person.

use super::relationship::flag;
use super::terms::{LastTalk, Outside};
use json::{Cursor, Faults, Json};

/// The answers; `None`: not answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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

/// One answer, or that one was taken back.
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

/// What is there, in the answer's own terms. The first that holds, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pattern {
    /// Nobody outside to think aloud with.
    Nobody,
    /// Somebody, but what is said may travel.
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
    /// Takes an answer.
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

    /// What is there; `None` until it is said whether there is anybody.
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

    /// Whether to say that the old network of peers seldom comes along: after a promotion from
    /// within.
    pub fn old_network_note(&self) -> bool {
        self.from_within == Some(true)
    }

    /// Whether to point, kindly, to help: somebody said that there is nobody.
    pub fn signpost(&self) -> bool {
        self.outside == Some(Outside::Nobody)
    }

    pub(super) fn fields(&self) -> Vec<(&'static str, Json)> {
        let flag = |flag: Option<bool>| flag.map_or(Json::Null, Json::Bool);
        let term = |term: Option<&str>| term.map_or(Json::Null, Json::from);
        vec![
            ("new_role", flag(self.new_role)),
            ("from_within", flag(self.from_within)),
            ("outside", term(self.outside.map(Outside::as_str))),
            ("confidential", flag(self.confidential)),
            ("understands_cost", flag(self.understands_cost)),
            ("last_talk", term(self.last_talk.map(LastTalk::as_str))),
        ]
    }

    pub(super) fn read(root: &Cursor<'_>, faults: &mut Faults) -> Self {
        root.object(faults);
        let is_null = |place: &Cursor<'_>| matches!(place.value(), None | Some(Json::Null));
        let (outside, last_talk) = (root.field("outside"), root.field("last_talk"));
        Self {
            new_role: flag(&root.field("new_role"), faults),
            from_within: flag(&root.field("from_within"), faults),
            outside: if is_null(&outside) {
                None
            } else {
                Outside::read(&outside, faults)
            },
            confidential: flag(&root.field("confidential"), faults),
            understands_cost: flag(&root.field("understands_cost"), faults),
            last_talk: if is_null(&last_talk) {
                None
            } else {
                LastTalk::read(&last_talk, faults)
            },
        }
    }
}
