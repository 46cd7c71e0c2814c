//! The terms in which a relationship, an act and a rhythm are described.

use crate::format::{Format, Reader, terms};
use json::{Cursor, Json};
use measure::instrument::Id;

terms! {
    /// Where a person stands, seen from the leader.
    pub enum Place {
        /// Sets direction and allocates resources.
        Up = "up",
        /// A peer or partner without formal authority.
        Across = "across",
        /// In the team.
        Down = "down",
        /// Outside the organisation.
        Outside = "outside",
    }
}

terms! {
    /// What a person is to the leader.
    pub enum Kind {
        /// The leader's own boss, or another above.
        Boss = "boss",
        /// Somebody at the same level.
        Peer = "peer",
        /// Somebody who reports to the leader.
        DirectReport = "direct_report",
        /// Somebody with more experience who gives time to the leader.
        Mentor = "mentor",
        /// Somebody to think aloud with, in confidence.
        Confidant = "confidant",
        /// Somebody the organisation works for.
        Client = "client",
        /// Family or friend.
        Personal = "personal",
    }
}

terms! {
    /// How a relationship stands, in the leader's own view.
    pub enum Tie {
        /// It carries weight.
        Strong = "strong",
        /// Good in parts.
        Uneven = "uneven",
        /// Something is unresolved between the two.
        Tense = "tense",
        /// Nobody has invested in it for some time.
        Neglected = "neglected",
    }
}

terms! {
    /// When the two last really talked.
    pub enum LastTalk {
        /// Within the last seven days.
        ThisWeek = "this_week",
        /// Within the last month.
        ThisMonth = "this_month",
        /// Within the last three months.
        ThisQuarter = "this_quarter",
        /// Before that.
        LongAgo = "long_ago",
        /// The leader cannot say.
        CannotRemember = "cannot_remember",
    }
}

terms! {
    /// One small act of leadership within a relationship.
    pub enum Act {
        /// Name what is unspoken.
        NameUnspoken = "name_unspoken",
        /// Ask how the other really is.
        AskHow = "ask_how",
        /// Offer appreciation without expecting anything.
        Appreciate = "appreciate",
        /// Own one's part in a disconnect.
        OwnPart = "own_part",
        /// Say what one needs.
        SayNeed = "say_need",
        /// Ask how one comes across.
        AskImpression = "ask_impression",
        /// Offer help unasked.
        Help = "help",
        /// Get back in touch.
        Reconnect = "reconnect",
        /// Make a new contact, or begin something new together.
        StartNew = "start_new",
        /// Start one shared habit with a team.
        SharedHabit = "shared_habit",
    }
}

terms! {
    /// How many people outside the organisation the leader thinks aloud with.
    pub enum Outside {
        /// Nobody.
        Nobody = "nobody",
        /// One person.
        One = "one",
        /// Two or more.
        Several = "several",
    }
}

terms! {
    /// Whether last week's act happened.
    pub enum Outcome {
        /// It did.
        Done = "done",
        /// Some of it did.
        Partly = "partly",
        /// It did not happen yet.
        NotYet = "not_yet",
    }
}

terms! {
    /// What follows a weekly review.
    pub enum Decision {
        /// Mend what the act, or its absence, left behind, with the same person.
        Mend = "mend",
        /// The same act for another week.
        Repeat = "repeat",
        /// The next relationship or act.
        Next = "next",
    }
}

terms! {
    /// How often time is set aside for a relationship.
    pub enum Rhythm {
        /// 30 minutes every week.
        Weekly = "weekly",
        /// 30 minutes once a month.
        Monthly = "monthly",
        /// Five minutes on the chosen days of each week.
        Moments = "moments",
    }
}

terms! {
    /// A day of the week, by its name in calendar files (RFC 5545 section 3.3.10).
    pub enum Weekday {
        /// Monday.
        Monday = "MO",
        /// Tuesday.
        Tuesday = "TU",
        /// Wednesday.
        Wednesday = "WE",
        /// Thursday.
        Thursday = "TH",
        /// Friday.
        Friday = "FR",
        /// Saturday.
        Saturday = "SA",
        /// Sunday.
        Sunday = "SU",
    }
}

impl Kind {
    /// Where somebody of this kind usually stands.
    pub fn usual_place(self) -> Place {
        match self {
            Self::Boss => Place::Up,
            Self::Peer => Place::Across,
            Self::DirectReport => Place::Down,
            Self::Mentor | Self::Confidant | Self::Client | Self::Personal => Place::Outside,
        }
    }

    /// The rhythm that suits this kind, before the visitor picks one.
    pub fn usual_rhythm(self) -> Rhythm {
        match self {
            Self::DirectReport => Rhythm::Weekly,
            Self::Mentor | Self::Peer | Self::Confidant => Rhythm::Monthly,
            Self::Boss | Self::Client | Self::Personal => Rhythm::Moments,
        }
    }
}

impl LastTalk {
    /// Whether this is a long silence.
    pub fn is_long_ago(self) -> bool {
        matches!(self, Self::LongAgo | Self::CannotRemember)
    }
}

impl Tie {
    /// Whether the relationship is tense or neglected.
    pub fn is_strained(self) -> bool {
        matches!(self, Self::Tense | Self::Neglected)
    }
}

/// What is done: one of the general acts, or the first move of a square of the grid, by the
/// square's name (`across.candour`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnyAct {
    /// A general act.
    General(Act),
    /// The first move of a square.
    Move(Id),
}

impl AnyAct {
    /// As written in records and exports.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::General(act) => act.as_str(),
            Self::Move(square) => square.as_str(),
        }
    }

    /// The direction that a first move is for.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        let Self::Move(square) = self else {
            return None;
        };
        let (scale, _) = square.as_str().split_once('.')?;
        let mut places = Place::ALL.iter().copied();
        places.find(|place| place.as_str() == scale)
    }

    /// Whether it suits a person in `place`. Whom a first move is for is the visitor's to say.
    #[must_use]
    pub fn fits(&self, place: Place) -> bool {
        match self {
            Self::General(act) => act.fits(place),
            Self::Move(_) => true,
        }
    }
}

impl Format for AnyAct {
    fn read(at: &Cursor<'_>, reader: &mut Reader) -> Option<Self> {
        // The name of a square has a full stop, and no general act has.
        if let Some(Json::String(text)) = at.value()
            && text.contains('.')
            && let Some(square) = Id::new(text)
        {
            return Some(Self::Move(square));
        }
        Act::read(at, reader).map(Self::General)
    }

    fn write(&self) -> Json {
        self.as_str().into()
    }

    #[cfg(feature = "schema")]
    fn schema(definitions: &mut crate::format::Definitions) -> Json {
        let dot = crate::format::object([("pattern", r"\.".into())]);
        let square = Json::Array(vec![Id::schema(definitions), dot]);
        let square = crate::format::object([("allOf", square)]);
        let any = Json::Array(vec![Act::schema(definitions), square]);
        crate::format::object([("anyOf", any)])
    }
}

impl Act {
    /// Whether this act suits a person in `place`: a shared habit needs the leader's own team or peers;
    /// every other act suits everybody.
    pub fn fits(self, place: Place) -> bool {
        self != Self::SharedHabit || matches!(place, Place::Across | Place::Down)
    }

    /// The act to propose first for a relationship.
    pub fn first_for(tie: Option<Tie>, last_talk: Option<LastTalk>) -> Self {
        match tie {
            Some(Tie::Tense) => Self::NameUnspoken,
            _ if last_talk.is_some_and(LastTalk::is_long_ago) => Self::Reconnect,
            Some(Tie::Neglected | Tie::Uneven) | None => Self::AskHow,
            Some(Tie::Strong) => Self::Appreciate,
        }
    }
}
