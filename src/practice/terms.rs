//! The words that a relationship and an act are described in.

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
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }

            /// Reads what `as_str` writes.
            #[must_use]
            pub fn from_text(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|term| term.as_str() == text)
            }
        }
    };
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
