//! Texts of the practice that depend on an act, a direction or what the visitor typed.

use crate::{Act, Cadence, Circle, Map, Practice, Weekly};
use app::practice::{Act as ActId, AnyAct, Kind, LastTalk, Place, Tie};

/// A name and what it means, in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// As on a button or in a list.
    pub name: &'static str,
    /// One line that explains it; in lower case where it continues the name.
    pub about: &'static str,
}

impl Term {
    fn from_texts(name: Option<&'static str>, about: Option<&'static str>) -> Self {
        Self {
            name: name.unwrap_or_default(),
            about: about.unwrap_or_default(),
        }
    }
}

/// A belief that keeps people from beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Myth {
    /// The belief, in the first person.
    pub belief: &'static str,
    /// The answer to it.
    pub answer: &'static str,
}

/// A kind of support.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SupportKind {
    /// What it is called.
    pub name: &'static str,
    /// What it is good for.
    pub good_for: &'static str,
    /// How to begin.
    pub first_step: &'static str,
}

impl Practice {
    /// A direction of a relationship.
    #[must_use]
    pub fn place_term(self, place: Place) -> Term {
        let id = place.as_str();
        Term::from_texts(self.place(id), self.place_about(id))
    }

    /// A kind of relationship.
    #[must_use]
    pub fn kind_term(self, kind: Kind) -> Term {
        let id = kind.as_str();
        Term::from_texts(self.kind(id), self.kind_about(id))
    }

    /// The strength of a tie.
    #[must_use]
    pub fn tie_term(self, tie: Tie) -> Term {
        let id = tie.as_str();
        Term::from_texts(self.tie(id), self.tie_about(id))
    }

    /// When two people last talked.
    #[must_use]
    pub fn last_talk_term(self, last_talk: LastTalk) -> Term {
        let id = last_talk.as_str();
        Term::from_texts(self.last_talk(id), self.last_talk_about(id))
    }

    /// An act.
    #[must_use]
    pub fn act_term(self, act: ActId) -> Term {
        let id = act.as_str();
        Term::from_texts(self.act(id), self.act_about(id))
    }

    /// The suggested opener, where the act fits the direction; outside, for the kind of person. `…` marks
    /// a blank to fill in.
    #[must_use]
    pub fn opener_for(self, act: ActId, place: Place, kind: Option<Kind>) -> Option<&'static str> {
        let whom = match (place, kind) {
            (Place::Outside, Some(kind @ (Kind::Mentor | Kind::Client | Kind::Personal))) => {
                kind.as_str()
            }
            (Place::Outside, _) => Kind::Confidant.as_str(),
            _ => place.as_str(),
        };
        self.opener(&[whom, ".", act.as_str()].concat())
    }
}

impl Map {
    /// Observation: in this direction there are only tense or neglected ties.
    #[must_use]
    pub fn only_strained_in(self, place: Place) -> &'static str {
        self.only_strained(place.as_str()).unwrap_or_default()
    }

    /// When the two last talked, as a fact about a person.
    #[must_use]
    pub fn talked_at(self, last_talk: LastTalk) -> &'static str {
        self.talked(last_talk.as_str()).unwrap_or_default()
    }

    /// The button that moves a relationship to this direction.
    #[must_use]
    pub fn move_to_place(self, place: Place) -> &'static str {
        self.move_to(place.as_str()).unwrap_or_default()
    }

    /// Observation: in this direction there is nobody.
    #[must_use]
    pub fn nobody_in(self, place: Place) -> &'static str {
        self.nobody(place.as_str()).unwrap_or_default()
    }
}

impl Circle {
    /// The kinds of support.
    pub fn kinds(self) -> impl Iterator<Item = SupportKind> {
        let about = self.kind_good_for().into_iter().zip(self.kind_first_step());
        let named = self.kind_name().into_iter().zip(about);
        named.map(|(name, (good_for, first_step))| SupportKind {
            name,
            good_for,
            first_step,
        })
    }
}

impl Act {
    /// Common beliefs, answered.
    pub fn myths(self) -> impl Iterator<Item = Myth> {
        let pairs = self.myth().into_iter().zip(self.myth_answer());
        pairs.map(|(belief, answer)| Myth { belief, answer })
    }

    /// The title of an act.
    #[must_use]
    pub fn title(self, act: &AnyAct) -> &'static str {
        match act {
            AnyAct::General(act) => self.0.practice().act_term(*act).name,
            AnyAct::Move(square) => {
                let title = self.move_title(square.as_str());
                title.unwrap_or_else(|| self.heading())
            }
        }
    }

    /// A plan said back in one sentence, or the title of an act that has none.
    #[must_use]
    pub fn says(self, act: &AnyAct, day: &str, name: &str) -> String {
        let says = match act {
            AnyAct::General(act) => self.act_says(act.as_str(), day, name),
            AnyAct::Move(square) => self.move_says(square.as_str(), day, name),
        };
        says.unwrap_or_else(|| self.title(act).to_owned())
    }
}

impl Cadence {
    /// Title of a half hour, with a name if there is one. It does not say what the talk is for, since
    /// others may see the calendar.
    #[must_use]
    pub fn half_hour_title(self, name: Option<&str>) -> String {
        name.map_or_else(
            || self.half_hour().to_owned(),
            |name| self.half_hour_with(name),
        )
    }

    /// Title of five minutes, with a name if there is one.
    #[must_use]
    pub fn five_minutes_title(self, name: Option<&str>) -> String {
        name.map_or_else(
            || self.five_minutes().to_owned(),
            |name| self.five_minutes_for(name),
        )
    }
}

impl Weekly {
    /// Decision: put something right with the same person.
    #[must_use]
    pub fn mend_term(self) -> Term {
        Term {
            name: self.mend(),
            about: self.mend_about(),
        }
    }

    /// Decision: the same act again.
    #[must_use]
    pub fn repeat_term(self) -> Term {
        Term {
            name: self.repeat(),
            about: self.repeat_about(),
        }
    }

    /// Decision: another person or act.
    #[must_use]
    pub fn next_term(self) -> Term {
        Term {
            name: self.next(),
            about: self.next_about(),
        }
    }
}
