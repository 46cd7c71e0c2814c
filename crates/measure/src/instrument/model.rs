//! The data of a questionnaire, and what can be looked up in it.

use super::errors::{Spread, StandardError};
use super::id::Id;
use super::index::{FacetIndex, ItemIndex, ScaleIndex};
use crate::band::CutOffs;
use crate::named::named;
use crate::response_option::Response;

/// The id of the questionnaire that ships.
const SHIPPED_ID: &str = "leadership-relationships";

named! {
    /// The direction in which an item is scored.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Keying {
        /// More of the behaviour counts for more: the response counts as it is.
        Forward = "forward",
        /// More of the behaviour counts for less: the last option counts as the first.
        Reverse = "reverse",
    }
}

named! {
    /// How far the wording of a text has come.
    #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
    pub enum WordingState {
        /// Written, and read by nobody else yet.
        #[default]
        Draft = "draft",
        /// Translated back by somebody who did not know the original, and compared with it.
        ReadBack = "read_back",
        /// Reviewed by a native speaker of the field.
        Reviewed = "reviewed",
    }
}

/// Which wording of an instrument was read, beside its language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording {
    /// Semantic version.
    pub version: String,
    /// How far it has come.
    pub state: WordingState,
}

/// A set of items that is scored together; in the shipped instrument, a direction.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// For example `up`.
    pub id: Id,
    /// As the visitor reads it.
    pub label: String,
    /// The standard error of its score in one sitting.
    pub sem: StandardError,
    /// The standard error of its score between sittings weeks apart, for judging change.
    pub retest: StandardError,
    /// What its owner says about it.
    pub(super) texts: ScaleTexts,
}

/// A theme that runs across the scales, for example Trust.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// For example `trust`.
    pub id: Id,
    /// As the visitor reads it.
    pub label: String,
    /// What its owner says it covers.
    pub(super) about: Option<String>,
}

/// One statement to respond to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// For example `up-trust-1`.
    pub id: Id,
    /// Its scale.
    pub scale: ScaleIndex,
    /// Its facet, if it has one.
    pub facet: Option<FacetIndex>,
    /// Whether it is forward- or reverse-keyed.
    pub keying: Keying,
    /// The statement.
    pub stem: String,
}

/// How many statements the pulse has: a sealed message has five answers (`docs/rounds.md`).
pub const PULSE_LENGTH: usize = 5;

/// Statements about a working relationship, for the person at its other end.
pub type Pulse = [String; PULSE_LENGTH];

/// The texts about squares, each with its scale and its facet.
pub(super) type Squares = Vec<((ScaleIndex, FacetIndex), SquareTexts)>;

/// What is said of a scale.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ScaleTexts {
    /// Who it is about, said on its first item.
    pub(super) who: Option<String>,
    /// Why it matters.
    pub(super) why: Option<String>,
    /// What can be said of every score in a band, from the lowest band to the highest.
    pub(super) about: [Option<String>; 3],
}

/// What is said of the items that share a scale and a facet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SquareTexts {
    /// What they ask about, in a line.
    pub(super) about: Option<String>,
    /// One thing to try after a low answer.
    pub(super) try_this: Option<String>,
}

named! {
    /// A selection of the items.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    pub enum FormName {
        /// The longer form, which every instrument has.
        Full = "full",
        /// A subset of the full form.
        Short = "short",
    }
}

/// A questionnaire in one language. Only [`parse`](super::parse()) and [`shipped`](super::shipped())
/// construct one, so every index in it is valid.
#[derive(Debug, Clone, PartialEq)]
pub struct Instrument {
    /// For example `leadership-relationships`.
    pub id: Id,
    /// Semantic version; results of the same major version can be compared.
    pub version: String,
    /// BCP 47 tag of the wording.
    pub language: String,
    /// Version and state of the wording.
    pub wording: Wording,
    /// As the visitor reads it.
    pub title: String,
    /// In the order in which they are asked and shown.
    pub scales: Vec<Scale>,
    /// May be empty.
    pub facets: Vec<Facet>,
    /// The standard error of a facet's score in one sitting.
    pub facet_sem: StandardError,
    /// How far apart one person's directions are.
    pub spread: Spread,
    /// Where the bands begin.
    pub cut_offs: CutOffs,
    /// The labels of the options, 2 to [`MAX_OPTIONS`](crate::response::MAX_OPTIONS) of them.
    pub options: Vec<String>,
    /// The label of "does not apply", if that is offered.
    pub not_applicable: Option<String>,
    /// In instrument order, the order of exports.
    pub items: Vec<Item>,
    /// The statements of its own pulse, if it has one.
    pub pulse: Option<Pulse>,
    /// The items in the order in which the full form asks them.
    pub(super) full: Vec<ItemIndex>,
    /// As `full`, for the short form, if there is one.
    pub(super) short: Option<Vec<ItemIndex>>,
    /// What its owner says about its squares.
    pub(super) squares: Squares,
    /// The items in the order of their ids.
    pub(super) by_id: Vec<ItemIndex>,
    /// See [`Instrument::hash`].
    pub(super) hash: String,
}

impl Instrument {
    /// The indexes of a form's items in the order in which it asks them, if it has this form.
    #[must_use]
    pub fn form(&self, form: FormName) -> Option<&[ItemIndex]> {
        match form {
            FormName::Full => Some(&self.full),
            FormName::Short => self.short.as_deref(),
        }
    }

    /// Whether the texts about the scales, facets and squares of the shipped questionnaire are true of
    /// this one: it has the same id. Another may call a scale `up` and mean something else.
    #[must_use]
    pub fn has_shipped_texts(&self) -> bool {
        self.id.as_str() == SHIPPED_ID
    }

    /// The key of the square of the shipped questionnaire that an item belongs to, its scale and its
    /// facet, as in `up.trust`; `None` for an item without a facet, and in other questionnaires.
    #[must_use]
    pub fn square(&self, item: ItemIndex) -> Option<String> {
        let item = self.item(item).filter(|_| self.has_shipped_texts())?;
        let (scale, facet) = (self.scale(item.scale)?, self.facet(item.facet?)?);
        Some([scale.id.as_str(), ".", facet.id.as_str()].concat())
    }

    /// From the lowest option to the highest: one less than there are options.
    #[must_use]
    pub fn steps(&self) -> u64 {
        self.options.len().saturating_sub(1) as u64
    }

    /// Whether this response is possible: one of the options, or "does not apply" where that is offered.
    #[must_use]
    pub fn offers(&self, response: Response) -> bool {
        match response.chosen() {
            Some(option) => usize::from(option.get()) <= self.options.len(),
            None => self.not_applicable.is_some(),
        }
    }

    /// The item at `index`.
    #[must_use]
    pub fn item(&self, index: ItemIndex) -> Option<&Item> {
        index.of(&self.items)
    }

    /// The scale at `index`.
    #[must_use]
    pub fn scale(&self, index: ScaleIndex) -> Option<&Scale> {
        index.of(&self.scales)
    }

    /// The facet at `index`.
    #[must_use]
    pub fn facet(&self, index: FacetIndex) -> Option<&Facet> {
        index.of(&self.facets)
    }

    /// The index of the item with this id.
    #[must_use]
    pub fn index_of(&self, id: &str) -> Option<ItemIndex> {
        let id_at = |index: &ItemIndex| self.item(*index).map(|item| item.id.as_str());
        let found = self
            .by_id
            .binary_search_by(|index| id_at(index).cmp(&Some(id)));
        self.by_id.get(found.ok()?).copied()
    }

    /// For each item in instrument order, whether the form asks it.
    #[must_use]
    pub fn asked(&self, form: FormName) -> Vec<bool> {
        flags(self.form(form).unwrap_or_default(), self.items.len())
    }

    /// A form's items with their indexes, in the order in which it asks them.
    pub(crate) fn items_of(&self, form: FormName) -> impl Iterator<Item = (ItemIndex, &Item)> {
        self.form(form)
            .unwrap_or_default()
            .iter()
            .filter_map(|index| Some((*index, self.item(*index)?)))
    }

    /// The indexes of a form's items in instrument order, the order of exports.
    pub fn in_instrument_order(&self, form: FormName) -> impl Iterator<Item = ItemIndex> + use<> {
        let asked = self.asked(form);
        ItemIndex::all(&asked)
            .zip(asked)
            .filter_map(|(index, asked)| asked.then_some(index))
    }

    /// Identity of what is measured: FNV-1a 64 over ids, scales, facets, keying, forms, errors, spread and
    /// cut-offs, the number of options and whether "does not apply" is offered, as `fnv1a64:` and 16 hexadecimal digits. Wording is not part of it. Not for security.
    #[must_use]
    pub fn hash(&self) -> String {
        self.hash.clone()
    }
}

/// The indexes of items in the order of their ids. Inserted in order, not sorted: for the shipped
/// questionnaire a sort would be more to download.
pub(super) fn sorted_by_id(items: &[Item]) -> Vec<ItemIndex> {
    let mut sorted: Vec<ItemIndex> = Vec::with_capacity(items.len());
    for (index, item) in ItemIndex::enumerate(items) {
        let before = |other: &ItemIndex| other.of(items).is_some_and(|other| other.id < item.id);
        sorted.insert(sorted.partition_point(before), index);
    }
    sorted
}

/// For each of this many items, whether `indexes` contains its index.
pub(super) fn flags(indexes: &[ItemIndex], length: usize) -> Vec<bool> {
    let mut flags = vec![false; length];
    for index in indexes {
        // Always present: the parser refuses forms with unknown items.
        if let Some(flag) = flags.get_mut(index.get()) {
            *flag = true;
        }
    }
    flags
}
