//! The records of rounds, in which others are asked how they see the leader, and the outcome of a round
//! as it is exported. What the messages between people consist of is in the crate `round`.
//!
//! A private key and single answers are never in a file, and are removed as soon as they are no longer
//! needed: see [`Slot::may_leave`](crate::slot::Slot::may_leave).

pub(crate) mod exported;
mod outcome;

pub use exported::{ExportedOutcome, ExportedOutcomes, MAX_EXPORTED_OUTCOMES, Written};
pub use outcome::{OutcomeDocument, SetName, Tag, WayName, print_of};

use crate::format::{Fields, Text, record, terms};
use crate::stored::{self, RecordError, Stamped};
use measure::instrument::Id;
use measure::time::UnixMs;
use outcome::bytes;
use round::hex;
use round::invitation::RoundHash;

/// What a collector calls a round: initials or a word.
pub type RoundName = Text<1, 40>;

/// Names a round in the keys of its records: the first 16 bytes of its hash, in 32 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RoundId([[u8; 8]; 2]);

impl RoundId {
    /// Names the round of this hash: its first 16 bytes. The tag would not do, since one person can make two
    /// invitations with the same.
    #[must_use]
    pub fn of(hash: &RoundHash) -> Self {
        let mut id = [[0; 8]; 2];
        for (to, from) in id.as_flattened_mut().iter_mut().zip(hash.0) {
            *to = from;
        }
        Self(id)
    }

    /// `None` unless `text` is 32 lower-case hexadecimal digits.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let (first, second) = text.split_at_checked(16)?;
        Some(Self([bytes(first)?, bytes(second)?]))
    }

    /// The digits.
    #[must_use]
    pub fn to_text(self) -> String {
        hex(self.0.as_flattened())
    }
}

/// The name of a record: what follows the audit in its storage key.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    /// `round:<id>:invitation`, which makes a round known to this browser.
    Invitation(RoundId),
    /// `round:<id>:key`: the collector's private key, until the round is closed.
    Key(RoundId),
    /// `round:<id>:seen:<hash>`: a sealed message as the collector pasted it, until the round is closed.
    Seen(RoundId, Id),
    /// `round:<id>:answer:<statement>`: a rater's answer, until it is sealed.
    Answer(RoundId, Id),
    /// `round:<id>:mine`: the message that a rater sealed.
    Mine(RoundId),
    /// `outcome:<hash>`: what a round gave.
    Outcome(Id),
}

impl Name {
    /// What follows the audit in the storage key.
    #[must_use]
    pub fn text(&self) -> String {
        let of_round = |round: &RoundId, what: &str, which: &str| {
            ["round:", &round.to_text(), ":", what, which].concat()
        };
        match self {
            Self::Invitation(round) => of_round(round, "invitation", ""),
            Self::Key(round) => of_round(round, "key", ""),
            Self::Seen(round, hash) => of_round(round, "seen:", hash.as_str()),
            Self::Answer(round, item) => of_round(round, "answer:", item.as_str()),
            Self::Mine(round) => of_round(round, "mine", ""),
            Self::Outcome(hash) => ["outcome:", hash.as_str()].concat(),
        }
    }

    /// The round whose record it is; `None` for an outcome, which needs no round.
    #[must_use]
    pub fn round(&self) -> Option<&RoundId> {
        match self {
            Self::Invitation(round)
            | Self::Key(round)
            | Self::Seen(round, _)
            | Self::Answer(round, _)
            | Self::Mine(round) => Some(round),
            Self::Outcome(_) => None,
        }
    }

    /// Reads what [`Name::text`] writes; `None` for anything else.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        if let Some(hash) = text.strip_prefix("outcome:") {
            return Id::new(hash).map(Self::Outcome);
        }
        let (round, what) = text.strip_prefix("round:")?.split_once(':')?;
        let round = RoundId::new(round)?;
        match what.split_once(':') {
            None => match what {
                "invitation" => Some(Self::Invitation(round)),
                "key" => Some(Self::Key(round)),
                "mine" => Some(Self::Mine(round)),
                _ => None,
            },
            Some(("seen", hash)) => Id::new(hash).map(|hash| Self::Seen(round, hash)),
            Some(("answer", item)) => Id::new(item).map(|item| Self::Answer(round, item)),
            Some(_) => None,
        }
    }
}

terms! {
    /// What this browser is in a round.
    pub enum Role {
        /// It collects the messages, for the leader whom they are about.
        Leader = "leader",
        /// It collects them for somebody else, and passes the invitation on.
        Coach = "coach",
        /// It collects them for somebody else, who passes the invitation on.
        CoachThroughLeader = "coach_through_leader",
        /// It answers.
        Rater = "rater",
    }
}

record! {
    /// A round that this browser collects for, or answers.
    #[derive(Eq)]
    pub struct RoundRecord {
        /// The invitation as a text block.
        pub invitation: String,
        /// What this browser is in it.
        pub role: Role,
        /// What the collector calls it.
        pub name: Option<RoundName> as Optional,
        /// Whether only one or two people are new since the last round of the same kind.
        pub apart: bool,
        /// When it began here.
        pub began_at: UnixMs,
    }
}

record! {
    /// A private key on P-256, as the fields of a JSON Web Key (RFC 7518, section 6.2).
    #[derive(Eq)]
    pub struct KeyRecord {
        /// The public point's x coordinate.
        pub x: String,
        /// The public point's y coordinate.
        pub y: String,
        /// The private key.
        pub d: String,
    }
}

record! {
    /// A sealed message, unopened.
    #[derive(Eq)]
    pub struct SeenRecord {
        /// Which paste brought it, from 1.
        pub paste: u64,
        /// Its place among the messages of that paste, from 1.
        pub place: u64,
        /// The message as a text block.
        pub message: String,
    }
}

record! {
    /// A rater's answer to one statement.
    #[derive(Eq, Copy)]
    pub struct AnswerRecord {
        /// The number of the option; null for “I can't say”.
        pub value: Option<u64>,
    }
}

record! {
    /// The message that a rater sealed.
    #[derive(Eq)]
    pub struct MineRecord {
        /// The message as a text block.
        pub message: String,
    }
}

record! {
    /// The outcome of a round, as it is stored.
    #[derive(Eq)]
    pub struct OutcomeRecord {
        /// The outcome.
        pub figures: OutcomeDocument as Flat,
        /// What the collector called the round.
        pub name: Option<RoundName> as Optional,
        /// Whether it is about the leader whose result is in this browser.
        pub own: bool,
        /// Whether only one or two people were new since the round of the same kind before it.
        pub apart: bool,
        /// Whether this browser made it by closing the round. Anybody can type a message with an outcome.
        pub made_here: bool,
    }
}

/// Reads a record of the type that its name asks for.
///
/// # Errors
/// See [`RecordError`]; every fault has its path.
pub fn read<T: Fields>(text: &str) -> Result<Stamped<T>, RecordError> {
    stored::read(text, T::read_fields)
}
