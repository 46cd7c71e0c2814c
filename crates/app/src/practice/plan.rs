//! One act for one relationship this week: how to begin, the if-then sentence, and whose is what.

use super::map::Map;
use super::relationship::{Key, optional, required};
use super::terms::{Act, Place};
use super::text::{Field, Lacking};
use json::{Cursor, Faults, Json};
use measure::time::UnixMs;
use records::read::moment;

/// What is planned, and with whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Names this plan and the week that it leads to.
    pub key: Key,
    /// The relationship; it may have gone from the map since.
    pub with: Key,
    /// When it was begun, to the second.
    pub begun_at: UnixMs,
    /// What it says.
    pub words: Words,
}

/// What a plan says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Where the person stood when the plan was made.
    pub place: Place,
    /// Which act.
    pub act: Act,
    /// How to begin: 1 to 600 characters.
    pub opener: String,
    /// "When …": up to 200 characters.
    pub when: String,
    /// "… I will …": up to 200 characters.
    pub what: String,
    /// The visitor's own part: up to 300 characters.
    pub mine: String,
    /// What is not the visitor's to carry: up to 300 characters.
    pub not_mine: String,
}

impl Words {
    pub(super) fn fields(&self) -> Vec<(&'static str, Json)> {
        vec![
            ("place", self.place.as_str().into()),
            ("act", self.act.as_str().into()),
            ("opener", self.opener.as_str().into()),
            ("when", self.when.as_str().into()),
            ("what", self.what.as_str().into()),
            ("mine", self.mine.as_str().into()),
            ("not_mine", self.not_mine.as_str().into()),
        ]
    }

    pub(super) fn read(root: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        root.object(faults);
        let place = Place::read(&root.field("place"), faults);
        let act_place = root.field("act");
        let act = Act::read(&act_place, faults);
        if let (Some(place), Some(act)) = (place, act)
            && !act.fits(place)
        {
            act_place.fault("does not fit the place", faults);
        }
        let opener = required(Field::Opener, &root.field("opener"), faults);
        let when = optional(Field::When, &root.field("when"), faults);
        let what = optional(Field::What, &root.field("what"), faults);
        let mine = optional(Field::Mine, &root.field("mine"), faults);
        let not_mine = optional(Field::NotMine, &root.field("not_mine"), faults);
        Some(Self {
            place: place?,
            act: act?,
            opener: opener?,
            when: when?,
            what: what?,
            mine: mine?,
            not_mine: not_mine?,
        })
    }
}

impl Plan {
    pub(super) fn fields(&self) -> Vec<(&'static str, Json)> {
        let mut fields = vec![
            ("key", self.key.to_string().as_str().into()),
            ("with", self.with.to_string().as_str().into()),
            ("begun_at", self.begun_at.to_rfc3339().as_str().into()),
        ];
        fields.extend(self.words.fields());
        fields
    }

    pub(super) fn read(root: &Cursor<'_>, faults: &mut Faults) -> Option<Self> {
        let key = Key::read(&root.field("key"), faults);
        let with = Key::read(&root.field("with"), faults);
        let begun_at = moment(&root.field("begun_at"), faults);
        let words = Words::read(root, faults);
        Some(Self {
            key: key?,
            with: with?,
            begun_at: begun_at?,
            words: words?,
        })
    }
}

/// The form for a plan, as far as it is filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanDraft {
    /// The chosen relationship.
    pub with: Option<Key>,
    /// The chosen act.
    pub act: Option<Act>,
    /// The openers that the visitor wrote, by act; the others are the proposed ones.
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
    /// A form for somebody on the map, with the act that is proposed first.
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
            openers: vec![(words.act, words.opener.clone())],
            when: words.when.clone(),
            what: words.what.clone(),
            mine: words.mine.clone(),
            not_mine: words.not_mine.clone(),
            changes: Some(plan.key),
        }
    }

    /// Takes a relationship. An act that does not fit it gives way to the one proposed first, and
    /// so does the act of a form that had none.
    pub fn choose(&mut self, map: &Map, key: Key) {
        let Some(one) = map.get(key) else {
            return;
        };
        self.with = Some(key);
        if !self.act.is_some_and(|act| act.fits(one.place)) {
            self.act = Some(Act::first_for(one.tie, one.last_talk));
        }
    }

    /// The opener that the visitor wrote for the chosen act; `None`: the proposed one stands.
    pub fn opener(&self) -> Option<&str> {
        let act = self.act?;
        let written = self.openers.iter().find(|(other, _)| *other == act)?;
        Some(&written.1)
    }

    /// Takes what was typed into a field of this form.
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

    /// What the plan says, with `opener` as it stands on screen, and with whom.
    ///
    /// # Errors
    /// What is lacking, in the order of the form; never empty.
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
        let opener = Field::Opener.take(opener, true, &mut lacking);
        let when = Field::When.take(&self.when, false, &mut lacking);
        let what = Field::What.take(&self.what, false, &mut lacking);
        let mine = Field::Mine.take(&self.mine, false, &mut lacking);
        let not_mine = Field::NotMine.take(&self.not_mine, false, &mut lacking);
        match (one, act) {
            (Some((key, one)), Some(act)) if lacking.is_empty() => Ok((
                key,
                Words {
                    place: one.place,
                    act,
                    opener,
                    when,
                    what,
                    mine,
                    not_mine,
                },
            )),
            _ => Err(lacking),
        }
    }
}
