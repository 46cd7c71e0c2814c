//! Adds sheets up, in whole numbers only: the sums are exact, do not depend on the order of the
//! files, and take the same memory after one result as after a million.

use super::glance::Mark;
use measure::instrument::{FormName, Instrument, Keying};

/// Sums over the people who answered the same number of a set's items.
#[derive(Debug, Clone, Copy, Default)]
pub struct Group {
    /// How many people.
    pub people: u64,
    /// Sum of their sums of keyed answers.
    pub sum: u64,
    /// Sum of the squares of these sums. A u64 lasts for 29 billion people at 5,000 items.
    pub squares: u64,
}

/// Sums over the keyed answers to one item, of the people who answered its whole set.
#[derive(Debug, Clone, Copy, Default)]
pub struct ItemSums {
    pub sum: u64,
    pub squares: u64,
}

/// A set of items: a scale, or a facet across the scales.
#[derive(Debug, Clone)]
pub struct Set {
    /// Indexes into the instrument's items, of those that the form asks.
    items: Vec<usize>,
    /// For people with a score, by the number of items that they answered.
    groups: Vec<Group>,
    /// Of the people who answered all items, in the order of `items`.
    sums: Vec<ItemSums>,
    /// How many people marked the whole set as not applicable.
    not_applicable: u64,
}

impl Set {
    fn new(items: Vec<usize>) -> Self {
        Self {
            groups: vec![Group::default(); items.len() + 1],
            sums: vec![ItemSums::default(); items.len()],
            items,
            not_applicable: 0,
        }
    }

    /// How many items the set has in this form.
    #[must_use]
    pub fn length(&self) -> usize {
        self.items.len()
    }

    /// The people with a score, by the number of items that they answered, which is the place.
    #[must_use]
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The people who answered every item.
    #[must_use]
    pub fn complete(&self) -> Group {
        self.groups.last().copied().unwrap_or_default()
    }

    /// Of these people, the sums per item.
    #[must_use]
    pub fn item_sums(&self) -> &[ItemSums] {
        &self.sums
    }

    /// To how many people the set does not apply.
    #[must_use]
    pub fn not_applicable(&self) -> u64 {
        self.not_applicable
    }

    /// Adds one person: keyed answers by item, and what they come to within this set.
    fn add(&mut self, keyed: &[u8], person: Person) {
        // The more-than-half rule of `docs/scoring.md`.
        let scored = person.answered * 2 > person.total && person.answered >= 2;
        // A set of one item is never scored, but may be complete; nothing is made of it.
        if scored && let Some(group) = self.groups.get_mut(person.answered) {
            group.people += 1;
            group.sum += person.sum;
            group.squares += person.sum * person.sum;
        }
        if person.total == 0 {
            self.not_applicable += 1;
        }
        if scored && person.answered == self.items.len() {
            for (index, sums) in self.items.iter().zip(&mut self.sums) {
                let k = u64::from(keyed.get(*index).copied().unwrap_or_default());
                sums.sum += k;
                sums.squares += k * k;
            }
        }
    }
}

/// What one person's answers to a set come to.
#[derive(Debug, Clone, Copy, Default)]
struct Person {
    /// Items that apply to this person.
    total: usize,
    answered: usize,
    sum: u64,
}

/// Everything that is added up over the results of one form.
#[derive(Debug, Clone)]
pub struct Tally {
    form: FormName,
    counted: u64,
    scales: Vec<Set>,
    facets: Vec<Set>,
    /// What the form asks.
    asked: Vec<Asked>,
    /// Of the person at hand: keyed answers by item, 0 for none; by scale; by facet and scale.
    keyed: Vec<u8>,
    by_scale: Vec<(Person, usize)>,
    by_cell: Vec<Person>,
}

#[derive(Debug, Clone, Copy)]
struct Asked {
    item: usize,
    reverse: bool,
    scale: usize,
    cell: Option<usize>,
}

impl Tally {
    /// Nothing counted yet. A form that the instrument lacks has no items.
    #[must_use]
    pub fn new(instrument: &Instrument, form: FormName) -> Self {
        let (scales, facets) = (instrument.scales.len(), instrument.facets.len());
        let mut asked = Vec::new();
        for index in instrument.in_instrument_order(form) {
            if let Some(item) = instrument.item(index) {
                asked.push(Asked {
                    item: index,
                    reverse: item.keying == Keying::Reverse,
                    scale: item.scale,
                    cell: item.facet.map(|facet| facet * scales + item.scale),
                });
            }
        }
        let items = |belongs: &dyn Fn(&Asked) -> bool| {
            let own = asked.iter().filter(|asked| belongs(asked));
            Set::new(own.map(|asked| asked.item).collect())
        };
        Self {
            form,
            counted: 0,
            scales: (0..scales)
                .map(|scale| items(&|asked| asked.scale == scale))
                .collect(),
            facets: (0..facets)
                .map(|facet| items(&|asked| asked.cell.is_some_and(|cell| cell / scales == facet)))
                .collect(),
            keyed: vec![0; instrument.items.len()],
            by_scale: vec![Default::default(); scales],
            by_cell: vec![Person::default(); scales * facets],
            asked,
        }
    }

    #[must_use]
    pub fn form(&self) -> FormName {
        self.form
    }

    /// How many results.
    #[must_use]
    pub fn counted(&self) -> u64 {
        self.counted
    }

    /// One per scale, in instrument order.
    #[must_use]
    pub fn scales(&self) -> &[Set] {
        &self.scales
    }

    /// One per facet, in instrument order.
    #[must_use]
    pub fn facets(&self) -> &[Set] {
        &self.facets
    }

    /// Adds one sheet of this form: a mark per item of the instrument. O(items).
    pub fn count(&mut self, marks: &[Mark]) {
        self.counted += 1;
        self.by_scale.fill(Default::default());
        self.by_cell.fill(Person::default());
        for asked in &self.asked {
            let mark = marks.get(asked.item).copied().unwrap_or(Mark::Absent);
            let keyed = match mark {
                Mark::Chosen(raw) if asked.reverse => 6 - raw,
                Mark::Chosen(raw) => raw,
                Mark::Absent | Mark::LeftOut | Mark::NotApplicable => 0,
            };
            let answered = usize::from(keyed > 0);
            let add = |person: &mut Person| {
                person.total += 1;
                person.answered += answered;
                person.sum += u64::from(keyed);
            };
            if let Some((person, not_applicable)) = self.by_scale.get_mut(asked.scale) {
                add(person);
                *not_applicable += usize::from(mark == Mark::NotApplicable);
            }
            if let Some(person) = asked.cell.and_then(|cell| self.by_cell.get_mut(cell)) {
                add(person);
            }
            if let Some(place) = self.keyed.get_mut(asked.item) {
                *place = keyed;
            }
        }
        self.add_person();
    }

    fn add_person(&mut self) {
        // A scale does not apply if all its items are marked so; then they leave the facets too.
        for (person, not_applicable) in &mut self.by_scale {
            if person.total == *not_applicable {
                person.total = 0;
            }
        }
        for (set, (person, _)) in self.scales.iter_mut().zip(&self.by_scale) {
            set.add(&self.keyed, *person);
        }
        let rows = self.by_cell.chunks(self.by_scale.len());
        for (set, row) in self.facets.iter_mut().zip(rows) {
            let mut person = Person::default();
            for (cell, (scale, _)) in row.iter().zip(&self.by_scale) {
                if scale.total > 0 {
                    person.total += cell.total;
                    person.answered += cell.answered;
                    person.sum += cell.sum;
                }
            }
            set.add(&self.keyed, person);
        }
    }
}
