//! What stands out in the answers: the visitor's own lowest and highest statements. Always true,
//! whatever the scores are worth.

use std::cmp::Reverse;

use super::answers::side;
use crate::instrument::{Instrument, ItemIndex};
use crate::response::ResponseSheet;
use crate::scoring::{Finding, first_of_largest, keyed};

/// How many of the lowest answers are shown, and how many of the highest.
const SHOWN: (usize, usize) = (3, 2);

/// The items whose answers stand out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandsOut {
    /// The lowest.
    pub lowest: Lowest,
    /// At most two, all above the middle option, the highest first.
    pub highest: Vec<ItemIndex>,
}

/// The lowest answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lowest {
    /// At most three at or below the middle option, the lowest first.
    Low {
        /// The items.
        items: Vec<ItemIndex>,
        /// How many more answers are as low as the last of three.
        more: usize,
    },
    /// Every answer is above the middle option; this is the least frequent of them.
    LeastFrequent(ItemIndex),
    /// Nothing is answered.
    Nothing,
}

impl Lowest {
    /// The lowest of them.
    #[must_use]
    pub fn first(&self) -> Option<ItemIndex> {
        match self {
            Self::Low { items, .. } => items.first().copied(),
            Self::LeastFrequent(item) => Some(*item),
            Self::Nothing => None,
        }
    }
}

/// An answered item.
#[derive(Debug, Clone, Copy)]
struct Answer {
    item: ItemIndex,
    k: u8,
    /// Whether it counts more than the middle option.
    above: bool,
    /// The probability that its direction is the lowest.
    odds: f64,
}

/// Ranks the answers of a sheet. Of equal ones, those of the direction that is more probably the
/// lowest come first.
#[must_use]
pub fn stands_out(instrument: &Instrument, sheet: &ResponseSheet, finding: &Finding) -> StandsOut {
    let mut answers: Vec<Answer> = instrument
        .in_instrument_order(sheet.form)
        .filter_map(|index| {
            let item = instrument.item(index)?;
            let k = keyed(instrument, item, sheet.get(index)?)?;
            Some(Answer {
                item: index,
                k,
                above: side(instrument, k).is_gt(),
                odds: finding.probability(item.scale),
            })
        })
        .collect();
    let mut highest: Vec<Answer> = answers.iter().copied().filter(|one| one.above).collect();
    highest.sort_by_key(|answer| Reverse(answer.k));
    let least = take_lowest(&mut answers);
    StandsOut {
        lowest: match least {
            None => Lowest::Nothing,
            Some(least) if least.above => Lowest::LeastFrequent(least.item),
            Some(least) => low(least, answers),
        },
        highest: highest
            .iter()
            .take(SHOWN.1)
            .map(|answer| answer.item)
            .collect(),
    }
}

/// The lowest answers after the `first`.
fn low(first: Answer, mut rest: Vec<Answer>) -> Lowest {
    rest.retain(|answer| !answer.above);
    let mut items = vec![first.item];
    let mut more = 0;
    while items.len() < SHOWN.0
        && let Some(next) = take_lowest(&mut rest)
    {
        items.push(next.item);
        more = rest.iter().filter(|answer| answer.k == next.k).count();
    }
    Lowest::Low { items, more }
}

/// Removes the lowest answer; of equal ones, the one whose direction is most probably the lowest; of
/// these, the first in instrument order.
fn take_lowest(answers: &mut Vec<Answer>) -> Option<Answer> {
    let least = answers.iter().map(|answer| answer.k).min()?;
    let odds = |answer: &Answer| if answer.k == least { answer.odds } else { -1.0 };
    let odds: Vec<f64> = answers.iter().map(odds).collect();
    first_of_largest(&odds).map(|place| answers.remove(place))
}
