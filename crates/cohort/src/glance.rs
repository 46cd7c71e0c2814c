//! The fast way to read a result: one pass over the text that builds nothing, keeps the few fields
//! that statistics need and checks the rest only for being JSON within the limits of
//! `json`, without duplicate keys.
//!
//! It gives up on anything unusual (escaped keys, very wide objects) as it does on faults;
//! [`super::reader`] then asks the careful way, which has the last word.

use std::fmt;

use json::{MAX_DEPTH, MAX_STRING};
use measure::instrument::Instrument;
use records::document::{SCHEMA, VERSION};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// Widest object that is read here outside the responses. Its keys are compared with each other.
const WIDEST: usize = 32;

/// What one result says about an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Not listed.
    Absent,
    /// Listed as left out.
    LeftOut,
    /// "Does not apply".
    NotApplicable,
    /// Response option 1 to 5, not yet keyed.
    Chosen(u8),
}

/// What identifies the questionnaire of a result; parts of its text.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reference<'t> {
    pub id: &'t str,
    pub version: &'t str,
    pub hash: &'t str,
    pub form: &'t str,
}

/// The outcome of a glance.
#[derive(Debug)]
pub struct Seen<'t> {
    pub reference: Reference<'t>,
    /// Whether every listed item is one of the instrument.
    pub items_known: bool,
}

/// Looks at `text`; `marks` has one place per item of the instrument and is overwritten.
/// `None`: a fault, or something that is not for the fast way.
pub fn at<'t>(text: &'t str, instrument: &Instrument, marks: &mut [Mark]) -> Option<Seen<'t>> {
    marks.fill(Mark::Absent);
    let mut json = serde_json::Deserializer::from_str(text);
    let mut keys = Vec::new();
    let top = Top {
        instrument,
        marks,
        keys: &mut keys,
    };
    let seen = top.deserialize(&mut json).ok()?;
    json.end().ok().map(|()| seen)
}

/// Whether every answered item belongs to the form; `asked` has one flag per item.
#[must_use]
pub fn fits(marks: &[Mark], asked: &[bool]) -> bool {
    let mut places = marks.iter().zip(asked);
    places.all(|(mark, asked)| *asked || *mark == Mark::Absent)
}

fn unusual<E: Error>() -> E {
    E::custom("not for the fast way")
}

/// The whole document.
struct Top<'a, 't> {
    instrument: &'a Instrument,
    marks: &'a mut [Mark],
    keys: &'a mut Vec<&'t str>,
}

impl<'t> DeserializeSeed<'t> for Top<'_, 't> {
    type Value = Seen<'t>;
    fn deserialize<D: Deserializer<'t>>(self, json: D) -> Result<Seen<'t>, D::Error> {
        json.deserialize_map(self)
    }
}

impl<'t> Visitor<'t> for Top<'_, 't> {
    type Value = Seen<'t>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a result")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Seen<'t>, A::Error> {
        let (mut schema, mut version) = (None, None);
        let (mut reference, mut items_known) = (None, None);
        while let Some(Plain(key)) = map.next_key()? {
            match key {
                "schema" if schema.is_none() => schema = Some(map.next_value::<&str>()?),
                "version" if version.is_none() => version = Some(map.next_value::<u64>()?),
                "instrument" if reference.is_none() => {
                    reference = Some(map.next_value_seed(Identity { keys: self.keys })?);
                }
                "responses" if items_known.is_none() => {
                    items_known = Some(map.next_value_seed(Responses {
                        instrument: self.instrument,
                        marks: self.marks,
                    })?);
                }
                "schema" | "version" | "instrument" | "responses" => return Err(unusual()),
                _ => {
                    new_key(self.keys, 0, key)?;
                    map.next_value_seed(Rest {
                        depth: MAX_DEPTH - 1,
                        keys: self.keys,
                    })?;
                }
            }
        }
        match (reference, items_known) {
            (Some(reference), Some(items_known))
                if schema == Some(SCHEMA) && version == Some(VERSION) =>
            {
                Ok(Seen {
                    reference,
                    items_known,
                })
            }
            _ => Err(unusual()),
        }
    }
}

/// Adds `key` to the keys of the object that began at `start`, if it is new there.
fn new_key<'t, E: Error>(keys: &mut Vec<&'t str>, start: usize, key: &'t str) -> Result<(), E> {
    let own = keys.get(start..).unwrap_or_default();
    if own.len() >= WIDEST || own.contains(&key) {
        return Err(unusual());
    }
    keys.push(key);
    Ok(())
}

/// A key or name that stands in the text as it is, without escapes, and is short enough.
struct Plain<'t>(&'t str);

impl<'t> serde::Deserialize<'t> for Plain<'t> {
    fn deserialize<D: Deserializer<'t>>(json: D) -> Result<Self, D::Error> {
        let key = <&str>::deserialize(json)?;
        if key.len() > MAX_STRING {
            return Err(unusual());
        }
        Ok(Self(key))
    }
}

/// The `instrument` object.
struct Identity<'a, 't> {
    keys: &'a mut Vec<&'t str>,
}

impl<'t> DeserializeSeed<'t> for Identity<'_, 't> {
    type Value = Reference<'t>;
    fn deserialize<D: Deserializer<'t>>(self, json: D) -> Result<Reference<'t>, D::Error> {
        json.deserialize_map(self)
    }
}

impl<'t> Visitor<'t> for Identity<'_, 't> {
    type Value = Reference<'t>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an instrument")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Reference<'t>, A::Error> {
        let mut reference = Reference::default();
        let start = self.keys.len();
        while let Some(Plain(key)) = map.next_key()? {
            new_key(self.keys, start, key)?;
            let field = match key {
                "id" => &mut reference.id,
                "version" => &mut reference.version,
                "hash" => &mut reference.hash,
                "form" => &mut reference.form,
                _ => {
                    map.next_value_seed(Rest {
                        depth: MAX_DEPTH - 2,
                        keys: self.keys,
                    })?;
                    continue;
                }
            };
            let Plain(value) = map.next_value()?;
            if value.trim().is_empty() {
                return Err(unusual());
            }
            *field = value;
        }
        self.keys.truncate(start);
        let Reference {
            id,
            version,
            hash,
            form,
        } = reference;
        if [id, version, hash, form].contains(&"") {
            return Err(unusual());
        }
        Ok(reference)
    }
}

/// The `responses` object. True if every item is one of the instrument.
struct Responses<'a> {
    instrument: &'a Instrument,
    marks: &'a mut [Mark],
}

impl<'t> DeserializeSeed<'t> for Responses<'_> {
    type Value = bool;
    fn deserialize<D: Deserializer<'t>>(self, json: D) -> Result<bool, D::Error> {
        json.deserialize_map(self)
    }
}

impl<'t> Visitor<'t> for Responses<'_> {
    type Value = bool;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("responses")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<bool, A::Error> {
        let mut all_known = true;
        // Exports list items in instrument order, so the next one is likely to be the next one.
        let mut next = 0;
        while let Some(Plain(key)) = map.next_key()? {
            let likely = self.instrument.item(next);
            let index = match likely {
                Some(item) if item.id.as_str() == key => Some(next),
                _ => self.instrument.index_of(key),
            };
            let mark = map.next_value_seed(Answer)?;
            let place = index.and_then(|index| self.marks.get_mut(index));
            match (index, place) {
                (Some(index), Some(place)) => {
                    if *place != Mark::Absent {
                        return Err(unusual());
                    }
                    *place = mark;
                    next = index + 1;
                }
                _ => all_known = false,
            }
        }
        Ok(all_known)
    }
}

/// One answer.
struct Answer;

impl<'t> DeserializeSeed<'t> for Answer {
    type Value = Mark;
    fn deserialize<D: Deserializer<'t>>(self, json: D) -> Result<Mark, D::Error> {
        json.deserialize_any(self)
    }
}

impl Visitor<'_> for Answer {
    type Value = Mark;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a response")
    }
    fn visit_unit<E>(self) -> Result<Mark, E> {
        Ok(Mark::LeftOut)
    }
    fn visit_u64<E: Error>(self, number: u64) -> Result<Mark, E> {
        match u8::try_from(number) {
            Ok(option @ 1..=5) => Ok(Mark::Chosen(option)),
            _ => Err(unusual()),
        }
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<Mark, E> {
        if text == "not_applicable" {
            return Ok(Mark::NotApplicable);
        }
        Err(unusual())
    }
}

/// Whatever statistics do not need: passed over, within the limits.
struct Rest<'a, 't> {
    depth: usize,
    keys: &'a mut Vec<&'t str>,
}

impl<'t> Rest<'_, 't> {
    fn inside<E: Error>(&mut self) -> Result<Rest<'_, 't>, E> {
        Ok(Rest {
            depth: self.depth.checked_sub(1).ok_or_else(unusual)?,
            keys: self.keys,
        })
    }
}

impl<'t> DeserializeSeed<'t> for Rest<'_, 't> {
    type Value = ();
    fn deserialize<D: Deserializer<'t>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'t> Visitor<'t> for Rest<'_, 't> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }
    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }
    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }
    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }
    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        if text.len() > MAX_STRING {
            return Err(unusual());
        }
        Ok(())
    }
    fn visit_seq<A: SeqAccess<'t>>(mut self, mut list: A) -> Result<(), A::Error> {
        let rest = self.inside()?;
        while list
            .next_element_seed(Rest {
                depth: rest.depth,
                keys: rest.keys,
            })?
            .is_some()
        {}
        Ok(())
    }
    fn visit_map<A: MapAccess<'t>>(mut self, mut map: A) -> Result<(), A::Error> {
        let start = self.keys.len();
        let inside = self.inside()?;
        while let Some(Plain(key)) = map.next_key()? {
            new_key(inside.keys, start, key)?;
            map.next_value_seed(Rest {
                depth: inside.depth,
                keys: inside.keys,
            })?;
        }
        self.keys.truncate(start);
        Ok(())
    }
}
