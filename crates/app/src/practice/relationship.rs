//! The form that describes a relationship.

use super::text::{Field, Lacking};
pub use records::practice::{Key, Relationship};
use records::practice::{Kind, LastTalk, Place, Tie};

/// The form for a relationship, as far as it is filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// As typed.
    pub name: String,
    /// Follows the kind until it is picked.
    pub place: Option<Place>,
    /// See [`Relationship::kind`].
    pub kind: Option<Kind>,
    /// See [`Relationship::tie`].
    pub tie: Option<Tie>,
    /// See [`Relationship::last_talk`].
    pub last_talk: Option<LastTalk>,
    /// See [`Relationship::important`].
    pub important: bool,
}

impl Draft {
    /// The form filled in with a relationship.
    pub fn of(relationship: &Relationship) -> Self {
        Self {
            name: relationship.name.to_string(),
            place: Some(relationship.place),
            kind: Some(relationship.kind),
            tie: Some(relationship.tie),
            last_talk: Some(relationship.last_talk),
            important: relationship.important,
        }
    }

    /// Picks a kind, and its usual place unless the visitor picked another one.
    pub fn pick_kind(&mut self, kind: Kind) {
        let usual = self.kind.map(Kind::usual_place);
        if self.place.is_none() || self.place == usual {
            self.place = Some(kind.usual_place());
        }
        self.kind = Some(kind);
    }

    /// The relationship that the form describes.
    ///
    /// # Errors
    /// What the form lacks, in its order; never empty.
    pub fn finish(&self) -> Result<Relationship, Vec<Lacking>> {
        let mut lacking = Vec::new();
        let name = Field::Name.take(&self.name, &mut lacking);
        let picked = [
            (self.kind.is_some(), Lacking::Kind),
            (self.place.is_some(), Lacking::Place),
            (self.tie.is_some(), Lacking::Tie),
            (self.last_talk.is_some(), Lacking::LastTalk),
        ];
        let unpicked = picked.into_iter().filter(|(picked, _)| !picked);
        lacking.extend(unpicked.map(|(_, what)| what));
        match (name, self.place, self.kind, self.tie, self.last_talk) {
            (Some(name), Some(place), Some(kind), Some(tie), Some(last_talk)) => Ok(Relationship {
                name,
                place,
                kind,
                tie,
                last_talk,
                important: self.important,
            }),
            _ => Err(lacking),
        }
    }
}
