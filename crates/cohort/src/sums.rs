//! Exact sums over a group of people, and the variance and correlation that follow from them.

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
    pub(crate) fn add(&mut self, value: u64) {
        self.people += 1;
        self.sum += value;
        self.squares += value * value;
    }
}

/// Exact up to 2^53, rounded once beyond.
#[expect(clippy::cast_precision_loss, reason = "rounded once, to 16 digits")]
pub(crate) fn float(number: u128) -> f64 {
    number as f64
}

/// `one` − `other`, rounded once.
pub(crate) fn difference(one: u128, other: u128) -> f64 {
    let apart = float(one.abs_diff(other));
    if one < other { -apart } else { apart }
}

/// n Σx² − (Σx)², which is n(n − 1) times the variance and never negative.
pub(crate) fn deviation(group: &Group) -> u128 {
    let [n, sum, squares] = [group.people, group.sum, group.squares].map(u128::from);
    (n * squares).saturating_sub(sum * sum)
}

/// The correlation of two numbers over the same people, from their sums and the sum of their products;
/// `None` where one of them does not vary.
pub(crate) fn correlation(one: &Group, other: &Group, products: u64) -> Option<f64> {
    let (together, apart) = (
        u128::from(one.people) * u128::from(products),
        u128::from(one.sum) * u128::from(other.sum),
    );
    let shared = difference(together, apart);
    let (first, second) = (deviation(one), deviation(other));
    (first > 0 && second > 0).then(|| shared / (float(first).sqrt() * float(second).sqrt()))
}
