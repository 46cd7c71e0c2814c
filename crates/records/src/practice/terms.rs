//! The terms in which a relationship, an act and a rhythm are described.

use crate::format::terms;

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
        /// Help without being asked.
        Help = "help",
        /// Get back in touch.
        Reconnect = "reconnect",
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

impl Act {
    /// Whether this act suits a person in `place`: a shared habit needs the leader's own team or peers;
    /// every other act suits everybody.
    pub fn fits(self, place: Place) -> bool {
        self != Self::SharedHabit || matches!(place, Place::Across | Place::Down)
    }

    /// The act to propose first for a relationship.
    pub fn first_for(tie: Tie, last_talk: LastTalk) -> Self {
        match tie {
            Tie::Tense => Self::OwnPart,
            _ if last_talk.is_long_ago() => Self::Reconnect,
            Tie::Neglected | Tie::Uneven => Self::AskHow,
            Tie::Strong => Self::Appreciate,
        }
    }
}
