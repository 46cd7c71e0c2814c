//! The form for one act with one person this week: with whom, how to begin, on which day.

use super::event::Shown;
use super::map::Map;
use super::relationship::Key;
use super::text::{Field, Lacking};
use measure::time::UnixMs;
use records::practice::{Act, AnyAct, Name, Sentence};
pub use records::practice::{Plan, Words};

/// The form for a plan, as far as it is filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanDraft {
    /// With whom, as typed or tapped.
    pub who: String,
    /// The person on the map whose name was tapped.
    pub with: Option<Key>,
    /// The chosen act.
    pub act: Option<AnyAct>,
    /// The first move that is proposed beside the general acts.
    pub first_move: Option<AnyAct>,
    /// The openers that the visitor wrote, by act; every other act has the proposed one.
    pub openers: Vec<(AnyAct, String)>,
    /// The chosen day; `None`: the proposed one.
    pub day: Option<UnixMs>,
    /// The plan that is being changed, if there is one.
    pub changes: Option<Key>,
}

impl PlanDraft {
    /// A form for this act, with nobody yet.
    pub fn of_act(act: AnyAct) -> Self {
        Self {
            first_move: matches!(act, AnyAct::Move(_)).then(|| act.clone()),
            act: Some(act),
            ..Self::default()
        }
    }

    /// A form for somebody on the map, with the act to propose first; for nobody, if the key is not
    /// on it.
    pub fn with(map: &Map, key: Key) -> Self {
        let one = map.get(key);
        let tie = one.and_then(|one| one.tie);
        let act = Act::first_for(tie, one.and_then(|one| one.last_talk));
        let mut draft = Self::of_act(AnyAct::General(act));
        draft.choose(map, key);
        draft
    }

    /// The form filled in with a plan, to change it.
    pub fn of(plan: &Plan, map: &Map) -> Self {
        let words = &plan.words;
        let mut draft = Self {
            openers: vec![(words.act.clone(), words.opener.to_string())],
            day: plan.day,
            changes: Some(plan.key),
            ..Self::of_act(words.act.clone())
        };
        draft.choose(map, plan.with);
        draft
    }

    /// Fills in the name of somebody on the map.
    pub fn choose(&mut self, map: &Map, key: Key) {
        if let Some(one) = map.get(key) {
            self.with = Some(key);
            self.who = one.name.to_string();
        }
    }

    /// The person on the map whom the form names: the one that was tapped, or else the first of
    /// this name.
    pub fn known(&self, map: &Map) -> Option<Key> {
        // As it would be saved, so that what no reader sees makes nobody else of a name.
        let who = Name::new(&self.who).ok();
        let named = |key: &Key| {
            map.get(*key)
                .is_some_and(|one| Some(&one.name) == who.as_ref())
        };
        let first = map.0.iter().map(|(key, _)| *key).find(named);
        self.with.filter(named).or(first)
    }

    /// The opener that the visitor wrote for the chosen act; `None` for the proposed one.
    pub fn opener(&self) -> Option<&str> {
        let act = self.act.as_ref()?;
        let written = self.openers.iter().find(|(other, _)| other == act)?;
        Some(&written.1)
    }

    /// Stores what was typed into a field of this form.
    pub fn write(&mut self, field: Field, text: String) {
        match (field, &self.act) {
            (Field::Opener, Some(act)) => {
                self.openers.retain(|(other, _)| other != act);
                self.openers.push((act.clone(), text));
            }
            (Field::Name, _) => self.who = text,
            _ => {}
        }
    }

    /// With whom the plan is and what it says. The name is of somebody on the map or of somebody new;
    /// a sentence that is too long is left out.
    ///
    /// # Errors
    /// What the form lacks, in its order; never empty.
    pub fn finish(&self, map: &Map, shown: &Shown) -> Result<(Name, Words), Vec<Lacking>> {
        let mut lacking = Vec::new();
        let name = Field::Name.take(&self.who, &mut lacking);
        let known = self.known(map).and_then(|key| map.get(key));
        let place = match known {
            Some(one) => one.place,
            None => self.act.as_ref().and_then(AnyAct::place),
        };
        let fits = |act: &&AnyAct| place.is_none_or(|place| act.fits(place));
        let act = self.act.as_ref().filter(fits);
        if act.is_none() {
            lacking.push(Lacking::Act);
        }
        let opener = Field::Opener.take(&shown.opener, &mut lacking);
        match (name, act, opener) {
            (Some(name), Some(act), Some(opener)) => {
                let words = Words {
                    place,
                    act: act.clone(),
                    opener,
                    says: Sentence::new(&shown.says).ok(),
                };
                Ok((name, words))
            }
            _ => Err(lacking),
        }
    }
}
