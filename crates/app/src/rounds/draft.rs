//! What a starter chooses before a round begins.

use super::questions::Asked;
use records::rounds::Role;
use round::invitation::{FEWEST, Invitation, PublicKey, Questions, Set, USUAL_THRESHOLD, Way};

/// Whom the round asks, and with that what: the five statements are asked of any group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// The leader's peers.
    Peers,
    /// The leader's team.
    Team,
    /// One boss, who cannot be anonymous.
    Boss,
    /// A board, or several bosses.
    Board,
}

impl Group {
    /// What is offered, in that order; `None`: the five statements.
    pub const OFFERED: [Option<Self>; 5] = [
        None,
        Some(Self::Team),
        Some(Self::Peers),
        Some(Self::Boss),
        Some(Self::Board),
    ];

    fn set(self) -> Set {
        match self {
            Self::Peers => Set::Across,
            Self::Team => Set::Down,
            Self::Boss | Self::Board => Set::Up,
        }
    }
}

/// What a starter has chosen so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// How answers are collected.
    pub way: Way,
    /// Of whom the statements of a direction are asked; `None`: the five statements.
    pub group: Option<Group>,
    /// How many will answer, as it was typed.
    pub people: String,
    /// From how many people on averages are shown.
    pub threshold: u8,
    /// What this browser is in the round, once that was chosen.
    pub role: Option<Role>,
    /// Whether only one or two people are new since the last round of the same kind.
    pub apart: bool,
    /// Whether the visitor went on although something was wrong, which is then said.
    pub is_judged: bool,
}

/// What keeps a round from beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftFault {
    /// The number of people is missing, or is none.
    NoNumber,
    /// Fewer than so many people, below which nothing may be shown.
    TooFew(u8),
    /// More than so many people, the most that a round can have.
    TooMany(u8),
    /// Two bosses are no group, and are to be asked one by one.
    TwoBosses,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            way: Way::Sealed,
            group: None,
            people: String::new(),
            threshold: USUAL_THRESHOLD,
            role: None,
            apart: false,
            is_judged: false,
        }
    }
}

impl Draft {
    /// Whether there can be such a round: one boss at a table would be known to whoever is next.
    pub fn is_possible(&self) -> bool {
        self.way == Way::Sealed || !self.is_named()
    }

    /// The draft without what cannot be.
    pub(super) fn possible(mut self) -> Self {
        if !self.is_possible() {
            self.group = None;
        }
        self
    }

    /// Whether one boss is asked.
    pub fn is_named(&self) -> bool {
        self.group == Some(Group::Boss)
    }

    /// What is asked.
    pub fn set(&self) -> Set {
        self.group.map_or(Set::Pulse, Group::set)
    }

    /// From how many people on averages will be shown; 1 if one boss is asked.
    pub fn least(&self) -> u8 {
        match self.way {
            _ if self.is_named() => 1,
            Way::Table => FEWEST,
            Way::Sealed => self.threshold,
        }
    }

    /// How many people will answer.
    ///
    /// # Errors
    /// What is wrong with the number.
    pub fn number(&self) -> Result<u8, DraftFault> {
        if self.is_named() {
            return Ok(1);
        }
        let typed = self.people.trim();
        let most = self.way.most();
        let number: u64 = typed.parse().map_err(|_| DraftFault::NoNumber)?;
        match u8::try_from(number) {
            Ok(2) if self.group == Some(Group::Board) => Err(DraftFault::TwoBosses),
            Ok(number) if number < self.least() => Err(DraftFault::TooFew(self.least())),
            Ok(number) if number <= most => Ok(number),
            _ => Err(DraftFault::TooMany(most)),
        }
    }

    /// The invitation to the round, from eight random bytes and, unless at a table, the collector's key.
    pub(super) fn invitation(
        &self,
        asked: &Asked,
        nonce: [u8; 8],
        key: Option<PublicKey>,
    ) -> Option<Invitation> {
        let people = self.number().ok()?;
        let questions: Questions = asked.questions;
        match self.way {
            Way::Table => Invitation::new_table(questions, people, nonce),
            Way::Sealed => Invitation::new_sealed(questions, self.least(), people, nonce, key?),
        }
    }
}
