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
            place: relationship.place,
            kind: relationship.kind,
            tie: relationship.tie,
            last_talk: relationship.last_talk,
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

    /// The relationship that the form describes. Only its name has to be there.
    ///
    /// # Errors
    /// What is wrong with the name.
    pub fn finish(&self) -> Result<Relationship, Vec<Lacking>> {
        let mut lacking = Vec::new();
        let name = Field::Name.take(&self.name, &mut lacking);
        let name = name.ok_or(lacking)?;
        Ok(Relationship {
            name,
            place: self.place,
            kind: self.kind,
            tie: self.tie,
            last_talk: self.last_talk,
            important: self.important,
        })
    }
}
