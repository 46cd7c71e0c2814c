//! The questionnaire as data: scales, facets, items, response options and forms.
//!
//! No code refers to an item, scale or facet by name: everything is looked up in an [`Instrument`],
//! the shipped one or an owner's. [`parse`] reads one and reports every fault.

mod hash;
mod parse;

use std::collections::BTreeMap;
use std::fmt;

use crate::time::UnixMs;
pub use parse::{MAX_ITEMS, MAX_SETS, is_language, is_version, parse};

/// The shipped questionnaire in English, as JSON.
pub const SHIPPED: &str = include_str!("../../../content/leadership-relationships.json");

/// A name used in files and storage keys: 1 to 64 ASCII letters, digits, `.`, `_` and `-`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Id(String);

impl Id {
    /// `None` if `text` is not a valid id.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let fits = (1..=64).contains(&text.len())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'));
        fits.then(|| Self(text.to_owned()))
    }

    /// The id of an audit whose owner did not name it.
    #[must_use]
    pub fn default_audit() -> Self {
        Self("default".to_owned())
    }

    /// An id for something that ended at this moment. Ids sort by moment; within one second, a hash
    /// of `identity` tells them apart.
    #[must_use]
    pub fn from_moment(ended_at: UnixMs, identity: &str) -> Self {
        let second = ended_at.to_rfc3339().replace(['-', ':'], "");
        let hash = hash::fnv1a64(identity.as_bytes());
        Self(format!("{second}-{hash:016x}"))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The direction in which an item is scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keying {
    /// More of the behaviour is a stronger relationship: the response counts as it is.
    Forward,
    /// More of the behaviour is a weaker relationship: the response counts as 6 minus it.
    Reverse,
}

/// Where a standard error of measurement comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SemOrigin {
    /// A placeholder until it has been estimated.
    Assumed,
    /// Estimated from `n` response sheets with coefficient alpha `alpha` (0 to 1).
    Estimated {
        /// The number of response sheets.
        n: u64,
        /// Cronbach's coefficient alpha.
        alpha: f64,
    },
}

/// Standard error of measurement of a scale, on the 0 to 100 score, for `items` answered items.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sem {
    /// In score points, above 0.
    pub value: f64,
    /// The number of answered items that `value` holds for, at least 1.
    pub items: u64,
    /// Whether `value` is assumed or estimated.
    pub origin: SemOrigin,
}

/// A set of items that is scored together; in the shipped instrument, a direction.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// For example `up`.
    pub id: Id,
    /// As the visitor reads it.
    pub label: String,
    /// Its standard error of measurement.
    pub sem: Sem,
}

/// A theme that runs across the scales, for example Trust.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// For example `trust`.
    pub id: Id,
    /// As the visitor reads it.
    pub label: String,
}

/// One statement to respond to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// For example `up-trust-1`.
    pub id: Id,
    /// Index into [`Instrument::scales`].
    pub scale: usize,
    /// Index into [`Instrument::facets`].
    pub facet: Option<usize>,
    /// Whether it is forward- or reverse-keyed.
    pub keying: Keying,
    /// The statement.
    pub stem: String,
}

/// A selection of the items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FormName {
    /// The longer form, which every instrument has.
    Full,
    /// A subset of the full form.
    Short,
}

impl FormName {
    /// Both forms, the full one first.
    pub const ALL: [Self; 2] = [Self::Full, Self::Short];

    /// The name in files and attributes.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Short => "short",
        }
    }

    /// The inverse of [`FormName::as_str`].
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.as_str() == text)
    }
}

/// A questionnaire in one language. Only [`parse`] constructs one, so every index in it is valid.
#[derive(Debug, Clone, PartialEq)]
pub struct Instrument {
    /// For example `leadership-relationships`.
    pub id: Id,
    /// Semantic version; results of the same major version can be compared.
    pub version: String,
    /// BCP 47 tag of the wording.
    pub language: String,
    /// As the visitor reads it.
    pub title: String,
    /// In the order in which they are asked and shown.
    pub scales: Vec<Scale>,
    /// May be empty.
    pub facets: Vec<Facet>,
    /// The labels of responses 1 to 5.
    pub options: [String; 5],
    /// The label of "does not apply".
    pub not_applicable: String,
    /// In instrument order, the order of exports.
    pub items: Vec<Item>,
    /// Indexes into `items`, in the order in which the full form asks them.
    full: Vec<usize>,
    /// As `full`, for the short form, if there is one.
    short: Option<Vec<usize>>,
    /// Index into `items` by item id.
    by_id: BTreeMap<String, usize>,
}

impl Instrument {
    /// The indexes of a form's items in the order in which it asks them, if it has this form.
    #[must_use]
    pub fn form(&self, form: FormName) -> Option<&[usize]> {
        match form {
            FormName::Full => Some(&self.full),
            FormName::Short => self.short.as_deref(),
        }
    }

    /// The item at `index`.
    #[must_use]
    pub fn item(&self, index: usize) -> Option<&Item> {
        self.items.get(index)
    }

    /// The index of the item with this id.
    #[must_use]
    pub fn index_of(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// For each item in instrument order, whether the form asks it.
    #[must_use]
    pub fn asked(&self, form: FormName) -> Vec<bool> {
        flags(self.form(form).unwrap_or_default(), self.items.len())
    }

    /// A form's items with their indexes, in the order in which it asks them.
    pub(crate) fn items_of(&self, form: FormName) -> impl Iterator<Item = (usize, &Item)> {
        self.form(form)
            .unwrap_or_default()
            .iter()
            .filter_map(|index| Some((*index, self.item(*index)?)))
    }

    /// The indexes of a form's items in instrument order, the order of exports.
    pub fn in_instrument_order(&self, form: FormName) -> impl Iterator<Item = usize> + use<> {
        self.asked(form)
            .into_iter()
            .enumerate()
            .filter_map(|(index, asked)| asked.then_some(index))
    }

    /// Identity of what is measured: FNV-1a 64 over ids, scales, facets, keying, forms and sem, as
    /// `fnv1a64:` and 16 hexadecimal digits. Wording is not part of it. Not for security.
    #[must_use]
    pub fn hash(&self) -> String {
        hash::identity(self)
    }
}

/// For each index below `length`, whether `indexes` contains it.
fn flags(indexes: &[usize], length: usize) -> Vec<bool> {
    let mut flags = vec![false; length];
    for index in indexes {
        // Always present: the parser refuses forms with unknown items.
        if let Some(flag) = flags.get_mut(*index) {
            *flag = true;
        }
    }
    flags
}
