//! The form for one act for one relationship this week: how to begin, the if-then sentence, and
//! whose part is what.

use super::map::Map;
use super::relationship::Key;
use super::text::{Field, Lacking};
use records::practice::Act;
pub use records::practice::{Plan, Words};

/// The form for a plan, as far as it is filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanDraft {
    /// The chosen relationship.
    pub with: Option<Key>,
    /// The chosen act.
    pub act: Option<Act>,
    /// The openers that the visitor wrote, by act; every other act has the proposed one.
    pub openers: Vec<(Act, String)>,
    /// See [`Words::when`].
    pub when: String,
    /// See [`Words::what`].
    pub what: String,
    /// See [`Words::mine`].
    pub mine: String,
    /// See [`Words::not_mine`].
    pub not_mine: String,
    /// The plan that is being changed, if there is one.
    pub changes: Option<Key>,
}

impl PlanDraft {
    /// A form for somebody on the map, with the act to propose first.
    pub fn with(map: &Map, key: Option<Key>) -> Self {
        let mut draft = Self::default();
        if let Some(key) = key {
            draft.choose(map, key);
        }
        draft
    }

    /// The form filled in with a plan, to change it.
    pub fn of(plan: &Plan) -> Self {
        let words = &plan.words;
        Self {
            with: Some(plan.with),
            act: Some(words.act),
            openers: vec![(words.act, words.opener.to_string())],
            when: words.when.to_string(),
            what: words.what.to_string(),
            mine: words.mine.to_string(),
            not_mine: words.not_mine.to_string(),
            changes: Some(plan.key),
        }
    }

    /// Chooses a relationship, and the act to propose first for it unless the chosen act fits.
    pub fn choose(&mut self, map: &Map, key: Key) {
        let Some(one) = map.get(key) else {
            return;
        };
        self.with = Some(key);
        if !self.act.is_some_and(|act| act.fits(one.place)) {
            self.act = Some(Act::first_for(one.tie, one.last_talk));
        }
    }

    /// The opener that the visitor wrote for the chosen act; `None` for the proposed one.
    pub fn opener(&self) -> Option<&str> {
        let act = self.act?;
        let written = self.openers.iter().find(|(other, _)| *other == act)?;
        Some(&written.1)
    }

    /// Stores what was typed into a field of this form.
    pub fn write(&mut self, field: Field, text: String) {
        match field {
            Field::Opener => {
                if let Some(act) = self.act {
                    self.openers.retain(|(other, _)| *other != act);
                    self.openers.push((act, text));
                }
            }
            Field::When => self.when = text,
            Field::What => self.what = text,
            Field::Mine => self.mine = text,
            Field::NotMine => self.not_mine = text,
            Field::Name | Field::Noticed | Field::Summary => {}
        }
    }

    /// With whom the plan is and what it says, with the `opener` shown on screen.
    ///
    /// # Errors
    /// What the form lacks, in its order; never empty.
    pub fn finish(&self, map: &Map, opener: &str) -> Result<(Key, Words), Vec<Lacking>> {
        let mut lacking = Vec::new();
        let one = self.with.and_then(|key| Some((key, map.get(key)?)));
        if one.is_none() {
            lacking.push(Lacking::Relationship);
        }
        let fits = |act: &Act| one.is_none_or(|(_, one)| act.fits(one.place));
        let act = self.act.filter(fits);
        if act.is_none() {
            lacking.push(Lacking::Act);
        }
        let opener = Field::Opener.take(opener, &mut lacking);
        let when = Field::When.take(&self.when, &mut lacking);
        let what = Field::What.take(&self.what, &mut lacking);
        let mine = Field::Mine.take(&self.mine, &mut lacking);
        let not_mine = Field::NotMine.take(&self.not_mine, &mut lacking);
        let words = (|| {
            let (key, one) = one?;
            let words = Words {
                place: one.place,
                act: act?,
                opener: opener?,
                when: when?,
                what: what?,
                mine: mine?,
                not_mine: not_mine?,
            };
            Some((key, words))
        })();
        words.ok_or(lacking)
    }
}
