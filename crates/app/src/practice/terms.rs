//! The words that a relationship and an act are described in.

use json::{Cursor, Faults};

/// Defines an enum of unit variants with its written form, in the order in which it is shown.
macro_rules! terms {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$doc])* $variant,)+
        }

        impl $name {
            /// All of them, in the order in which they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// As written in records and exports.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }

            /// Reads what `as_str` writes.
            pub fn from_text(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|term| term.as_str() == text)
            }
        }
    };
}

/// Reads terms from foreign JSON.
macro_rules! readable {
    ($($name:ident),+) => {
        $(impl $name {
            pub(super) fn read(place: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
                let text = place.text(faults)?;
                let term = Self::from_text(text);
                if term.is_none() {
                    unknown(text, place, faults);
                }
                term
            }
        })+
    };
}

readable!(Place, Kind, Tie, LastTalk, Act, Outside, Outcome, Decision);

fn unknown(text: &str, place: &Cursor<'_>, faults: &mut Faults) {
    place.fault(format!("\"{text}\" is not known here"), faults);
}

terms! {
    /// Where a person stands, seen from the leader.
    Place {
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
    Kind {
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
    Tie {
        /// It carries weight.
        Strong = "strong",
        /// Good in parts.
        Uneven = "uneven",
        /// Something stands between the two.
        Tense = "tense",
        /// Not looked after for some time.
        Neglected = "neglected",
    }
}

terms! {
    /// When the two last really talked.
    LastTalk {
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
    Act {
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
    Outside {
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
    Outcome {
        /// It did.
        Done = "done",
        /// Some of it did.
        Partly = "partly",
        /// It still waits.
        NotYet = "not_yet",
    }
}

terms! {
    /// What follows a week.
    Decision {
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
    Rhythm {
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
    Weekday {
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
    /// Whether that is a long silence.
    pub fn is_long_ago(self) -> bool {
        matches!(self, Self::LongAgo | Self::CannotRemember)
    }
}

impl Tie {
    /// Whether something stands between the two, or nobody looks after it.
    pub fn is_strained(self) -> bool {
        matches!(self, Self::Tense | Self::Neglected)
    }
}

impl Act {
    /// Whether this act suits somebody in this place. A shared habit is started in one's own team
    /// or among peers; every other act suits every place.
    pub fn fits(self, place: Place) -> bool {
        self != Self::SharedHabit || matches!(place, Place::Across | Place::Down)
    }

    /// The act that is proposed first.
    pub fn first_for(tie: Tie, last_talk: LastTalk) -> Self {
        match tie {
            Tie::Tense => Self::OwnPart,
            _ if last_talk.is_long_ago() => Self::Reconnect,
            Tie::Neglected | Tie::Uneven => Self::AskHow,
            Tie::Strong => Self::Appreciate,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_reads_back() {
        for act in Act::ALL {
            assert_eq!(Act::from_text(act.as_str()), Some(*act));
        }
        assert_eq!(Act::ALL.len(), 7);
        assert_eq!(Place::from_text("Up"), None);
    }
}
