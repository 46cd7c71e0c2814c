//! One description of each stored or exported type that reads it, writes it and gives its JSON
//! Schema.
//!
//! [`Format`] is a value, [`Fields`] the fields of an object. The macros `record!` and `terms!`
//! declare a type and implement them; `types.rs` has the values that records are made of, `text.rs`
//! the texts that visitors write.
//!
//! Writing goes through a [`Json`] tree rather than a derived `Serialize`, so that a field is named
//! once for all three directions, a recomputed result can be compared with the one in a file as a
//! tree, and no second serializer is downloaded.

pub(crate) mod macros;
#[cfg(feature = "schema")]
mod schema;
mod text;
mod types;

use std::ops::Deref;

use json::visible::excerpt;
use json::{Cursor, Expected, FaultKind, Faults, Json, Terms};
use measure::instrument::{Id, MAX_ITEMS};
use measure::response::MAX_OPTIONS;

pub(crate) use macros::{record, terms};
#[cfg(feature = "schema")]
pub(crate) use schema::{Definitions, ObjectSchema, object, schema_text};
pub use text::{Text, TextError};
pub use types::is_hash;
pub(crate) use types::{
    ActiveMs, ActiveSeconds, Hash, Language, NotNegative, Percents, Points, SemanticVersion, Ticks,
    read_notation, unexpected, value,
};

/// Most paths of ignored fields that are kept.
const MAX_IGNORED: usize = 100;

/// The entries of an object, in order.
pub type Entries = Vec<(String, Json)>;

/// Fields that this version does not know.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ignored {
    /// Paths of the first hundred.
    pub paths: Vec<String>,
    /// Number of all.
    pub count: usize,
}

impl Ignored {
    pub(crate) fn add(&mut self, at: &Cursor<'_>) {
        self.count += 1;
        if self.paths.len() < MAX_IGNORED {
            self.paths.push(at.path());
        }
    }
}

/// Everything noticed while reading.
#[derive(Debug, Clone)]
pub struct Reader {
    /// Every fault, in reading order.
    pub faults: Faults,
    /// Unknown fields.
    pub ignored: Ignored,
    /// How many options the instrument offers; as many as any may, unless it is known.
    pub options: usize,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            faults: Faults::default(),
            ignored: Ignored::default(),
            options: MAX_OPTIONS,
        }
    }
}

/// A value of a stored or exported format.
pub trait Format: Sized {
    /// Reads the value. Records every fault in `reader`, and returns `None` only after one.
    fn read(at: &Cursor<'_>, reader: &mut Reader) -> Option<Self>;

    /// The value as JSON. [`Format::read`] reads it back as an equal value.
    fn write(&self) -> Json;

    /// A JSON Schema of what [`Format::read`] accepts, except for rules that a schema cannot express.
    #[cfg(feature = "schema")]
    fn schema(definitions: &mut Definitions) -> Json;
}

/// Fields of an object.
pub trait Fields: Sized {
    /// Reads the fields; unknown ones are left to [`Object::read_object`].
    fn read_fields(at: &Cursor<'_>, reader: &mut Reader) -> Option<Self>;

    /// Appends the fields in their order.
    fn write_fields(&self, entries: &mut Entries);
}

/// An object of named fields, which may also be part of a larger object. Files consist of these; fields that are only
/// stored need no more than [`Fields`].
pub trait Object: Fields {
    /// Whether a field has this name.
    fn knows(name: &str) -> bool;

    /// Adds the fields to a schema.
    #[cfg(feature = "schema")]
    fn describe_fields(object: &mut ObjectSchema<'_>);

    /// Reads an object of these fields, and notes the others as ignored.
    fn read_object(at: &Cursor<'_>, reader: &mut Reader) -> Option<Self> {
        at.object(&mut reader.faults);
        let value = Self::read_fields(at, reader);
        ignore_unknown(at, Self::knows, reader);
        value
    }

    /// An object of these fields.
    fn write_object(&self) -> Json {
        let mut entries = Vec::new();
        self.write_fields(&mut entries);
        Json::Object(entries)
    }
}

/// Notes the fields of an object that are not known.
pub(crate) fn ignore_unknown(at: &Cursor<'_>, knows: fn(&str) -> bool, reader: &mut Reader) {
    if let Some(Json::Object(_)) = at.value() {
        for (name, entry) in at.entries(&mut reader.faults) {
            if !knows(name) {
                reader.ignored.add(&entry);
            }
        }
    }
}

/// A rule for a whole record, beyond those for its fields.
pub(crate) trait Rules<T> {
    /// Records a fault if `value` breaks the rule.
    fn check(value: &T, at: &Cursor<'_>, reader: &mut Reader);

    /// The rule as further entries of the schema, as far as it can be expressed.
    #[cfg(feature = "schema")]
    fn describe(_schema: &mut Entries) {}
}

/// How an object holds a field of type `T`.
pub(crate) trait Field<T> {
    fn read(object: &Cursor<'_>, key: &str, reader: &mut Reader) -> Option<T>;
    fn write(value: &T, key: &str, entries: &mut Entries);
    fn knows(key: &str, name: &str) -> bool {
        key == name
    }
    #[cfg(feature = "schema")]
    fn describe(key: &str, about: &[&str], object: &mut ObjectSchema<'_>);
}

/// A field that is always present.
pub(crate) struct Required;

impl<T: Format> Field<T> for Required {
    fn read(object: &Cursor<'_>, key: &str, reader: &mut Reader) -> Option<T> {
        T::read(&object.field(key), reader)
    }
    fn write(value: &T, key: &str, entries: &mut Entries) {
        push(key, value.write(), entries);
    }
    #[cfg(feature = "schema")]
    fn describe(key: &str, about: &[&str], object: &mut ObjectSchema<'_>) {
        object.field::<T>(key, about, true);
    }
}

/// A field that is missing where there is no value, or an empty list.
pub(crate) struct Optional;

impl<T: Format> Field<Option<T>> for Optional {
    fn read(object: &Cursor<'_>, key: &str, reader: &mut Reader) -> Option<Option<T>> {
        let at = object.field(key);
        if at.is_missing() {
            Some(None)
        } else {
            T::read(&at, reader).map(Some)
        }
    }
    fn write(value: &Option<T>, key: &str, entries: &mut Entries) {
        if let Some(value) = value {
            push(key, value.write(), entries);
        }
    }
    #[cfg(feature = "schema")]
    fn describe(key: &str, about: &[&str], object: &mut ObjectSchema<'_>) {
        object.field::<T>(key, about, false);
    }
}

impl<T: Format, const MAX: usize> Field<List<T, MAX>> for Optional {
    fn read(object: &Cursor<'_>, key: &str, reader: &mut Reader) -> Option<List<T, MAX>> {
        let list: Option<List<T, MAX>> = Self::read(object, key, reader)?;
        Some(list.unwrap_or_default())
    }
    fn write(value: &List<T, MAX>, key: &str, entries: &mut Entries) {
        if !value.0.is_empty() {
            push(key, value.write(), entries);
        }
    }
    #[cfg(feature = "schema")]
    fn describe(key: &str, about: &[&str], object: &mut ObjectSchema<'_>) {
        object.field::<List<T, MAX>>(key, about, false);
    }
}

/// Fields of another type among those of this one.
pub(crate) struct Flat;

impl<T: Object> Field<T> for Flat {
    fn read(object: &Cursor<'_>, _: &str, reader: &mut Reader) -> Option<T> {
        T::read_fields(object, reader)
    }
    fn write(value: &T, _: &str, entries: &mut Entries) {
        value.write_fields(entries);
    }
    fn knows(_: &str, name: &str) -> bool {
        T::knows(name)
    }
    #[cfg(feature = "schema")]
    fn describe(_: &str, _: &[&str], object: &mut ObjectSchema<'_>) {
        T::describe_fields(object);
    }
}

/// The fields of another type, or none of them.
pub(crate) struct OptionalFlat;

impl<T: Object> Field<Option<T>> for OptionalFlat {
    fn read(object: &Cursor<'_>, key: &str, reader: &mut Reader) -> Option<Option<T>> {
        let mut entries = object.entries(&mut Faults::default()).into_iter();
        if entries.any(|(name, _)| T::knows(name)) {
            Flat::read(object, key, reader).map(Some)
        } else {
            Some(None)
        }
    }
    fn write(value: &Option<T>, _: &str, entries: &mut Entries) {
        if let Some(value) = value {
            value.write_fields(entries);
        }
    }
    fn knows(_: &str, name: &str) -> bool {
        T::knows(name)
    }
    #[cfg(feature = "schema")]
    fn describe(_: &str, _: &[&str], object: &mut ObjectSchema<'_>) {
        object.together(T::describe_fields);
    }
}

/// Null, or a value.
impl<T: Format> Format for Option<T> {
    fn read(at: &Cursor<'_>, reader: &mut Reader) -> Option<Self> {
        match at.value() {
            Some(Json::Null) => Some(None),
            _ => T::read(at, reader).map(Some),
        }
    }
    fn write(&self) -> Json {
        self.as_ref().map_or(Json::Null, Format::write)
    }
    #[cfg(feature = "schema")]
    fn schema(definitions: &mut Definitions) -> Json {
        let null = object([("type", "null".into())]);
        object([("anyOf", Json::Array(vec![T::schema(definitions), null]))])
    }
}

/// At most `MAX` values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List<T, const MAX: usize = MAX_ITEMS>(pub Vec<T>);

impl<T, const MAX: usize> Default for List<T, MAX> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T, const MAX: usize> Deref for List<T, MAX> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: Format, const MAX: usize> Format for List<T, MAX> {
    fn read(at: &Cursor<'_>, reader: &mut Reader) -> Option<Self> {
        let elements = at.elements(&mut reader.faults);
        if !at.is_list() || too_many(at, elements.len(), MAX, reader) {
            return None;
        }
        let mut values = Vec::new();
        for element in &elements {
            values.extend(T::read(element, reader));
        }
        (values.len() == elements.len()).then_some(Self(values))
    }
    fn write(&self) -> Json {
        Json::Array(self.0.iter().map(Format::write).collect())
    }
    #[cfg(feature = "schema")]
    fn schema(definitions: &mut Definitions) -> Json {
        let max = u64::try_from(MAX).unwrap_or_default();
        object([
            ("type", "array".into()),
            ("items", T::schema(definitions)),
            ("maxItems", max.into()),
        ])
    }
}

/// Values under ids, in order; at most [`MAX_ITEMS`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Map<T>(pub Vec<(Id, T)>);

impl<T: Format> Format for Map<T> {
    fn read(at: &Cursor<'_>, reader: &mut Reader) -> Option<Self> {
        let entries = at.entries(&mut reader.faults);
        if !matches!(at.value(), Some(Json::Object(_)))
            || too_many(at, entries.len(), MAX_ITEMS, reader)
        {
            return None;
        }
        let mut values = Vec::new();
        for (key, entry) in &entries {
            let id = Id::new(key);
            if id.is_none() {
                entry.fault(FaultKind::KeyNotAnId, &mut reader.faults);
            }
            values.extend(id.zip(T::read(entry, reader)));
        }
        (values.len() == entries.len()).then_some(Self(values))
    }
    fn write(&self) -> Json {
        let entries = self.0.iter();
        Json::Object(
            entries
                .map(|(id, value)| (id.to_string(), value.write()))
                .collect(),
        )
    }
    #[cfg(feature = "schema")]
    fn schema(definitions: &mut Definitions) -> Json {
        let max = u64::try_from(MAX_ITEMS).unwrap_or_default();
        object([
            ("type", "object".into()),
            ("propertyNames", Id::schema(definitions)),
            ("additionalProperties", T::schema(definitions)),
            ("maxProperties", max.into()),
        ])
    }
}

fn too_many(at: &Cursor<'_>, count: usize, max: usize, reader: &mut Reader) -> bool {
    if count > max {
        at.fault(FaultKind::TooMany(max), &mut reader.faults);
    }
    count > max
}

/// Reads one of `terms`. Returns its index.
pub(crate) fn read_term(at: &Cursor<'_>, terms: Terms, reader: &mut Reader) -> Option<usize> {
    let faults = &mut reader.faults;
    let Some(found) = at.value().and_then(Json::as_text) else {
        at.expected(Expected::Term(terms), faults);
        return None;
    };
    let index = terms.0.iter().position(|term| *term == found);
    if index.is_none() {
        at.fault(FaultKind::NotOneOf(excerpt(found), terms), faults);
    }
    index
}

/// Appends an entry. Not inlined: every field of every record calls it.
#[inline(never)]
pub(crate) fn push(key: &str, value: Json, entries: &mut Entries) {
    entries.push((key.to_owned(), value));
}
