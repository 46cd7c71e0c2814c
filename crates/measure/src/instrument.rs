//! The questionnaire as data: scales, facets, items, response options and forms.
//!
//! Everything that knows what is asked lives in an [`Instrument`]; nothing else in the crate knows
//! an item by name. [`parse`] reads one, ours or somebody else's, and reports every fault.

mod hash;
mod parse;

use std::collections::BTreeMap;
use std::fmt;

use crate::time::UnixMs;
pub use parse::{MAX_ITEMS, MAX_SETS, is_language, is_version, parse};

/// The questionnaire that ships with the widget, as JSON, whole in English.
pub const SHIPPED: &str = include_str!("../../../content/leadership-relationships.json");

/// A name that stands in files and storage keys: ASCII letters, digits, `.`, `_` and `-`, 1 to 64
/// of them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Id(String);

impl Id {
    /// `text` as an id, if it is one.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let fits = (1..=64).contains(&text.len())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'));
        fits.then(|| Self(text.to_owned()))
    }

    /// The name of an audit whose owner gave it none.
    #[must_use]
    pub fn default_audit() -> Self {
        Self("default".to_owned())
    }

    /// A name for something that ended then: ids of later moments are greater, and what differs in
    /// `identity` has another id in the same second.
    #[must_use]
    pub fn of_moment(ended_at: UnixMs, identity: &str) -> Self {
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

/// Which way an item points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keying {
    /// More of the behaviour is a stronger relationship: k = r.
    Forward,
    /// More of the behaviour is a weaker relationship: k = 6 − r.
    Reverse,
}

/// Where a standard error of measurement comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SemOrigin {
    /// A placeholder until enough people have answered.
    Assumed,
    /// Estimated from `n` response sheets with coefficient alpha `alpha` (0 to 1).
    Estimated {
        /// How many sheets.
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
    /// For how many answered items `value` holds, at least 1.
    pub items: u64,
    /// Assumed or estimated.
    pub origin: SemOrigin,
}

/// What a set of items measures; here a direction: Up, Across or Down.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// For example `up`.
    pub id: Id,
    /// As the visitor reads it.
    pub label: String,
    /// Its error.
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
    /// Which way it points.
    pub keying: Keying,
    /// The statement.
    pub stem: String,
}

/// Which selection of the items is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FormName {
    /// Every item that the instrument lists for it.
    Full,
    /// A subset of the full form.
    Short,
}

impl FormName {
    /// Both, the longer first.
    pub const ALL: [Self; 2] = [Self::Full, Self::Short];

    /// As written in files and attributes.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Short => "short",
        }
    }

    /// Reads what [`FormName::as_str`] writes.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.as_str() == text)
    }
}

/// A whole questionnaire in one language. Only [`parse`] makes one, so its indexes hold.
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
    /// The words for responses 1 to 5.
    pub options: [String; 5],
    /// The words for "does not apply".
    pub not_applicable: String,
    /// In instrument order, the order of exports.
    pub items: Vec<Item>,
    /// Indexes into `items`, in the order in which the full form asks them.
    full: Vec<usize>,
    /// The same for the short form, if there is one.
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

    /// A form's items and their places here, in the order in which it asks them.
    pub fn items_of(&self, form: FormName) -> impl Iterator<Item = (usize, &Item)> {
        let indexes = self.form(form).unwrap_or_default().iter();
        indexes.filter_map(|index| Some((*index, self.item(*index)?)))
    }

    /// A form's items in instrument order, the order of exports.
    pub fn in_instrument_order(&self, form: FormName) -> impl Iterator<Item = usize> + use<> {
        let asked = self.asked(form).into_iter().enumerate();
        asked.filter_map(|(index, asked)| asked.then_some(index))
    }

    /// Identity of what is measured: FNV-1a 64 over ids, scales, facets, keying, forms and sem, as
    /// `fnv1a64:` and 16 hexadecimal digits. Wording is not part of it. Not for security.
    #[must_use]
    pub fn hash(&self) -> String {
        hash::of(self)
    }
}

/// For each of `length` places, whether `indexes` names it.
fn flags(indexes: &[usize], length: usize) -> Vec<bool> {
    let mut flags = vec![false; length];
    for index in indexes {
        // Not reached: a form names only items that there are; the parser sees to it.
        if let Some(flag) = flags.get_mut(*index) {
            *flag = true;
        }
    }
    flags
}
