//! Adds response sheets up in integers: the sums are exact, independent of the order of the sheets,
//! and of constant size.

use measure::instrument::{FacetIndex, FormName, Instrument, Item, ItemIndex, ScaleIndex};
use measure::response::ResponseSheet;
use measure::scoring::{self, keyed};

use crate::item::ItemTally;
pub use crate::sums::Group;
use crate::sums::float;

/// Score points from one option to the next, in one item.
pub(crate) fn step(instrument: &Instrument) -> f64 {
    100.0 / float(instrument.steps().into())
}

/// A set of items that is scored together: a scale, or a facet across the scales.
#[derive(Debug, Clone)]
pub struct Set {
    /// The items of the set in this form.
    items: Vec<ItemIndex>,
    /// The people with a score, by the number of items that they answered.
    pub(crate) groups: Vec<Group>,
    /// Per item, the keyed answers of the people who answered every item of the set.
    pub(crate) per_item: Vec<Group>,
    /// Per item, the sum of the products of these answers with the person's sum over the set.
    products: Vec<u64>,
    /// The number of people to whom the whole set does not apply.
    pub not_applicable: u64,
    /// Score points from one option to the next, in one item.
    pub(crate) step: f64,
}

impl Set {
    fn new(items: Vec<ItemIndex>, instrument: &Instrument) -> Self {
        Self {
            groups: vec![Group::default(); items.len() + 1],
            per_item: vec![Group::default(); items.len()],
            products: vec![0; items.len()],
            items,
            not_applicable: 0,
            step: step(instrument),
        }
    }

    /// The number of items that the set has in this form.
    #[must_use]
    pub fn length(&self) -> usize {
        self.items.len()
    }

    /// The people who answered every item.
    #[must_use]
    pub fn complete(&self) -> Group {
        self.groups.last().copied().unwrap_or_default()
    }

    /// The items of the set, each with its sums over the people in [`Set::complete`] and the sum of its
    /// products with theirs.
    pub(crate) fn complete_items(&self) -> impl Iterator<Item = (ItemIndex, &Group, u64)> {
        let sums = self.per_item.iter().zip(&self.products);
        let items = self.items.iter().zip(sums);
        items.map(|(item, (own, products))| (*item, own, *products))
    }

    /// Adds a person who has a score in this set; `keyed` has one value per item of the instrument.
    fn add(&mut self, keyed: &[Option<u8>]) {
        let answers: Vec<u64> = self
            .items
            .iter()
            .filter_map(|index| index.of(keyed).copied().flatten().map(u64::from))
            .collect();
        if let Some(group) = self.groups.get_mut(answers.len()) {
            group.add(answers.iter().sum());
        }
        if answers.len() == self.items.len() {
            let sum: u64 = answers.iter().sum();
            let sums = self.per_item.iter_mut().zip(&mut self.products);
            for ((item, products), answer) in sums.zip(answers) {
                item.add(answer);
                *products += answer * sum;
            }
        }
    }
}

/// Everything that is added up over the results of one form.
#[derive(Debug, Clone)]
pub struct Tally<'i> {
    instrument: &'i Instrument,
    /// The form that was answered.
    pub form: FormName,
    /// The number of sheets.
    pub counted: u64,
    /// One set per scale, in instrument order.
    pub scales: Vec<Set>,
    /// One set per facet, in instrument order.
    pub facets: Vec<Set>,
    /// One per item of the instrument.
    items: Vec<ItemTally>,
}

impl<'i> Tally<'i> {
    /// An empty tally. The sets of a form that the instrument lacks have no items.
    #[must_use]
    pub fn new(instrument: &'i Instrument, form: FormName) -> Self {
        let set = |belongs: &dyn Fn(&Item) -> bool| {
            let asked = instrument.in_instrument_order(form);
            let own = asked.filter(|index| instrument.item(*index).is_some_and(belongs));
            Set::new(own.collect(), instrument)
        };
        Self {
            instrument,
            form,
            counted: 0,
            scales: ScaleIndex::all(&instrument.scales)
                .map(|scale| set(&|item| item.scale == scale))
                .collect(),
            facets: FacetIndex::all(&instrument.facets)
                .map(|facet| set(&|item| item.facet == Some(facet)))
                .collect(),
            items: vec![ItemTally::default(); instrument.items.len()],
        }
    }

    /// The sums of the item at `index` of the instrument.
    pub(crate) fn item(&self, index: ItemIndex) -> ItemTally {
        index.of(&self.items).copied().unwrap_or_default()
    }

    /// Adds a sheet of this form. Which sets are scored is for [`scoring::score`] to say.
    pub fn add(&mut self, sheet: &ResponseSheet) {
        self.counted += 1;
        let keyed: Vec<Option<u8>> = ItemIndex::enumerate(&self.instrument.items)
            .map(|(index, item)| keyed(self.instrument, item, sheet.get(index)?))
            .collect();
        let scores = scoring::score(self.instrument, sheet);
        for index in self.instrument.in_instrument_order(self.form) {
            let scale = self.instrument.item(index).map(|item| item.scale);
            let applies = scale.and_then(|scale| scale.of(&scores.applicable));
            let answer = index.of(&keyed).copied().flatten();
            let item = self.items.get_mut(index.get());
            if let Some(item) = item.filter(|_| applies == Some(&true)) {
                item.add(answer, self.instrument.options.len());
            }
        }
        let scales = self.scales.iter_mut().zip(&scores.scales);
        let scales = scales.zip(scores.applicable.iter().copied());
        let facets = self.facets.iter_mut().zip(&scores.facets);
        let facets = facets.map(|(set, score)| ((set, score), score.total > 0));
        for ((set, score), applies) in scales.chain(facets) {
            if score.estimate.is_some() {
                set.add(&keyed);
            }
            set.not_applicable += u64::from(!applies);
        }
    }
}
