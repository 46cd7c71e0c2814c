//! The sums and the statistics of one item.

use serde::Serialize;

use crate::sums::{Group, correlation, deviation, float};

/// Sums over the keyed answers to one item, for people to whom its scale applies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct ItemTally {
    answered: Group,
    floor: u64,
    ceiling: u64,
    missing: u64,
}

impl ItemTally {
    /// Adds a keyed answer, if there is one; `greatest` is the number of options.
    pub(crate) fn add(&mut self, keyed: Option<u8>, greatest: usize) {
        let Some(k) = keyed else {
            self.missing += 1;
            return;
        };
        self.answered.add(k.into());
        self.floor += u64::from(k == 1);
        self.ceiling += u64::from(usize::from(k) == greatest);
    }
}

/// The statistics of one item; keyed, so that more is more of the behaviour asked for.
#[derive(Debug, Serialize)]
pub struct ItemRow {
    /// Id of the item.
    pub id: String,
    /// The number of people who answered it.
    pub answered: u64,
    /// The mean of their keyed answers, from 1 to the number of options.
    pub mean: Option<f64>,
    /// The standard deviation of these.
    pub sd: Option<f64>,
    /// The share of answers with the lowest keyed value.
    pub floor: Option<f64>,
    /// The share of answers with the highest keyed value.
    pub ceiling: Option<f64>,
    /// The share without an answer, of the people to whom its scale applies.
    pub missing: Option<f64>,
    /// Correlation with the sum of the other items of its scale, over the people who answered all.
    pub item_total: Option<f64>,
}

impl ItemRow {
    /// `own` sums the item over the people who answered its whole scale, `total` their sums over the
    /// scale, `products` the products of both.
    pub(crate) fn from_sums(
        id: String,
        tally: &ItemTally,
        own: &Group,
        total: &Group,
        products: u64,
    ) -> Self {
        let answered = tally.answered;
        let (n, all) = (answered.people, answered.people + tally.missing);
        let share = |count: u64, of: u64| (of > 0).then(|| float(count.into()) / float(of.into()));
        let pairs = float((u128::from(n) * u128::from(n.saturating_sub(1))).max(1));
        Self {
            id,
            answered: n,
            mean: (n > 0).then(|| float(answered.sum.into()) / float(n.into())),
            sd: (n > 1).then(|| (float(deviation(&answered)) / pairs).sqrt()),
            floor: share(tally.floor, n),
            ceiling: share(tally.ceiling, n),
            missing: share(tally.missing, all),
            item_total: rest_correlation(own, total, products),
        }
    }
}

/// The correlation of an item with the others: with x for it and t for the sum with it, the others sum
/// to t − x, so their squares are t² − 2xt + x², and their products with it xt − x².
fn rest_correlation(own: &Group, total: &Group, products: u64) -> Option<f64> {
    let others = Group {
        people: total.people,
        sum: total.sum.saturating_sub(own.sum),
        squares: (total.squares + own.squares).saturating_sub(2 * products),
    };
    correlation(own, &others, products.saturating_sub(own.squares))
}
