//! The relationships around the visitor, and the observations that follow from them.

use super::relationship::{Key, Relationship};
use records::practice::{LastTalk, MAX_RELATIONSHIPS, Place, Tie};

/// With fewer on the map, an empty direction says nothing yet.
const ENOUGH_FOR_GAPS: usize = 3;

/// The relationships, oldest first: at most [`MAX_RELATIONSHIPS`], unless two tabs unaware of each
/// other added more between them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Map(pub Vec<(Key, Relationship)>);

/// An observation about the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Observation {
    /// Every relationship of this direction is tense or neglected.
    OnlyStrained(Place),
    /// Nobody is in this direction, and nobody is left to place; for [`Place::Outside`]: nobody outside the organisation.
    Nobody(Place),
    /// A long silence with somebody marked as important.
    LongSilence(Key),
    /// Some tie is strong, none is tense or neglected, and nobody's last talk is long ago.
    AllSteady,
}

impl Map {
    /// The relationship with this key.
    pub fn get(&self, key: Key) -> Option<&Relationship> {
        let entry = self.0.iter().find(|(other, _)| *other == key)?;
        Some(&entry.1)
    }

    /// The index of a relationship.
    pub fn position(&self, key: Key) -> Option<usize> {
        self.0.iter().position(|(other, _)| *other == key)
    }

    /// The relationships of one direction, or those that have none yet: the neglected and the tense
    /// first, each oldest first.
    pub fn in_place(&self, place: Option<Place>) -> impl Iterator<Item = &(Key, Relationship)> {
        // Picked tie by tie, not sorted: another sort would be more to download.
        let ties = Tie::ALL.iter().rev().map(|tie| Some(*tie));
        ties.chain([None]).flat_map(move |tie| {
            let here = self.0.iter();
            here.filter(move |(_, one)| one.place == place && one.tie == tie)
        })
    }

    /// Whether there is no room for another.
    pub fn is_full(&self) -> bool {
        self.0.len() >= MAX_RELATIONSHIPS
    }

    /// The observations: directions first, from Up to Outside, then people in order.
    pub fn observe(&self) -> Vec<Observation> {
        let mut seen = Vec::new();
        let placed = self.0.iter().all(|(_, one)| one.place.is_some());
        for place in Place::ALL {
            let mut here = self.in_place(Some(*place)).peekable();
            if here.peek().is_none() {
                if placed && self.0.len() >= ENOUGH_FOR_GAPS {
                    seen.push(Observation::Nobody(*place));
                }
            } else if here.all(|(_, one)| is_strained(one)) {
                seen.push(Observation::OnlyStrained(*place));
            }
        }
        let silent = self.0.iter();
        let silent = silent.filter(|(_, one)| one.important && is_silent(one));
        seen.extend(silent.map(|(key, _)| Observation::LongSilence(*key)));
        let mut all = self.0.iter().map(|(_, one)| one);
        let strong = all.clone().any(|one| one.tie == Some(Tie::Strong));
        if strong && !all.any(|one| is_strained(one) || is_silent(one)) {
            seen.push(Observation::AllSteady);
        }
        seen
    }

    /// The relationship to propose: the important before others, unless they need nothing, then
    /// the one that needs it most, then the first. Not `but`, if there is another; `None` on an
    /// empty map.
    pub fn suggest(&self, but: Option<Key>) -> Option<Key> {
        let mut best: Option<(u8, Key)> = None;
        for (key, one) in self.0.iter().filter(|(key, _)| Some(*key) != but) {
            let need = need(one);
            if best.is_none_or(|(most, _)| need > most) {
                best = Some((need, *key));
            }
        }
        let best = best.map(|(_, key)| key);
        best.or(but.filter(|key| self.get(*key).is_some()))
    }
}

fn is_strained(one: &Relationship) -> bool {
    one.tie.is_some_and(Tie::is_strained)
}

fn is_silent(one: &Relationship) -> bool {
    one.last_talk.is_some_and(LastTalk::is_long_ago)
}

/// 0 to 15: what the tie and the silence ask for, and more if the person is important.
fn need(one: &Relationship) -> u8 {
    let tie = match one.tie {
        Some(Tie::Strong) | None => 0,
        Some(Tie::Uneven) => 1,
        Some(Tie::Tense | Tie::Neglected) => 3,
    };
    let silence = match one.last_talk {
        Some(LastTalk::ThisWeek | LastTalk::ThisMonth) | None => 0,
        Some(LastTalk::ThisQuarter) => 1,
        Some(LastTalk::LongAgo | LastTalk::CannotRemember) => 2,
    };
    match (tie + silence, one.important) {
        (0, important) => u8::from(important),
        (need, true) => need + 10,
        (need, false) => need + 1,
    }
}
