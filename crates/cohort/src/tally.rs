//! Adds response sheets up in integers: the sums are exact, independent of the order of the sheets,
//! and of constant size.

use measure::instrument::{FormName, Instrument};
use measure::response::ResponseSheet;
use measure::scoring::{self, keyed};

/// Sums over the people who answered the same number of items of a set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Group {
    /// The number of people.
    pub people: u64,
    /// The sum of their sums of keyed answers.
    pub sum: u64,
    /// The sum of the squares of these sums; a u64 holds 29 billion people at 5,000 items.
    pub squares: u64,
}

impl Group {
    fn add(&mut self, value: u64) {
        self.people += 1;
        self.sum += value;
        self.squares += value * value;
    }
}

/// A set of items that is scored together: a scale, or a facet across the scales.
#[derive(Debug, Clone)]
pub struct Set {
    /// The items of the set in this form, as indexes into the instrument's items.
    items: Vec<usize>,
    /// The people with a score, grouped by the number of items that they answered.
    groups: Vec<Group>,
    /// Per item, the keyed answers of the people who answered every item of the set.
    per_item: Vec<Group>,
    not_applicable: u64,
}

impl Set {
    fn new(items: Vec<usize>) -> Self {
        Self {
            groups: vec![Group::default(); items.len() + 1],
            per_item: vec![Group::default(); items.len()],
            items,
            not_applicable: 0,
        }
    }

    /// The number of items that the set has in this form.
    #[must_use]
    pub fn length(&self) -> usize {
        self.items.len()
    }

    /// The people with a score; the index is the number of items that they answered.
    #[must_use]
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The people who answered every item.
    #[must_use]
    pub fn complete(&self) -> Group {
        self.groups.last().copied().unwrap_or_default()
    }

    /// Per item, the keyed answers of the people in [`Set::complete`].
    #[must_use]
    pub fn per_item(&self) -> &[Group] {
        &self.per_item
    }

    /// The number of people to whom the whole set does not apply.
    #[must_use]
    pub fn not_applicable(&self) -> u64 {
        self.not_applicable
    }

    /// Adds a person who has a score in this set; `keyed` has one value per item of the instrument.
    fn add(&mut self, keyed: &[Option<u8>]) {
        let answers: Vec<u64> = self
            .items
            .iter()
            .filter_map(|index| keyed.get(*index).copied().flatten().map(u64::from))
            .collect();
        if let Some(group) = self.groups.get_mut(answers.len()) {
            group.add(answers.iter().sum());
        }
        if answers.len() == self.items.len() {
            for (item, answer) in self.per_item.iter_mut().zip(answers) {
                item.add(answer);
            }
        }
    }
}

/// Everything that is added up over the results of one form.
#[derive(Debug, Clone)]
pub struct Tally<'i> {
    instrument: &'i Instrument,
    form: FormName,
    counted: u64,
    scales: Vec<Set>,
    facets: Vec<Set>,
}

impl<'i> Tally<'i> {
    /// An empty tally. The sets of a form that the instrument lacks have no items.
    #[must_use]
    pub fn new(instrument: &'i Instrument, form: FormName) -> Self {
        let set = |belongs: &dyn Fn(usize) -> bool| {
            let asked = instrument.in_instrument_order(form);
            Set::new(asked.filter(|index| belongs(*index)).collect())
        };
        let item = |index| instrument.item(index);
        Self {
            instrument,
            form,
            counted: 0,
            scales: (0..instrument.scales.len())
                .map(|scale| set(&|index| item(index).is_some_and(|item| item.scale == scale)))
                .collect(),
            facets: (0..instrument.facets.len())
                .map(|facet| {
                    set(&|index| item(index).is_some_and(|item| item.facet == Some(facet)))
                })
                .collect(),
        }
    }

    /// The form that was answered.
    #[must_use]
    pub fn form(&self) -> FormName {
        self.form
    }

    /// The number of sheets.
    #[must_use]
    pub fn counted(&self) -> u64 {
        self.counted
    }

    /// One set per scale, in instrument order.
    #[must_use]
    pub fn scales(&self) -> &[Set] {
        &self.scales
    }

    /// One set per facet, in instrument order.
    #[must_use]
    pub fn facets(&self) -> &[Set] {
        &self.facets
    }

    /// Adds a sheet of this form. Which sets are scored is for [`scoring::score`] to say.
    pub fn add(&mut self, sheet: &ResponseSheet) {
        self.counted += 1;
        let keyed: Vec<Option<u8>> = self
            .instrument
            .items
            .iter()
            .enumerate()
            .map(|(index, item)| keyed(sheet.get(index)?, item.keying))
            .collect();
        let scores = scoring::score(self.instrument, sheet);
        for ((set, score), applies) in self
            .scales
            .iter_mut()
            .zip(&scores.scales)
            .zip(&scores.applicable)
        {
            if score.estimate.is_some() {
                set.add(&keyed);
            }
            set.not_applicable += u64::from(!applies);
        }
        for (set, score) in self.facets.iter_mut().zip(&scores.facets) {
            if score.estimate.is_some() {
                set.add(&keyed);
            }
            set.not_applicable += u64::from(score.total == 0);
        }
    }
}
