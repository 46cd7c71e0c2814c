//! The error between two sittings, from people with two results.

use measure::completed::Completed;
use measure::instrument::{FormName, Instrument, Scale, ScaleIndex};
use measure::response::items_of_scale;
use measure::scoring::keyed;
use serde::Serialize;

use crate::sem::Sem;
use crate::sums::{Group, correlation, float};
use crate::tally::step;

/// Sums over the people who answered every item of a scale in both sittings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Pairs {
    first: Group,
    second: Group,
    products: u64,
}

/// The pairs of one form, per scale.
#[derive(Debug, Clone)]
pub struct RetestTally<'i> {
    instrument: &'i Instrument,
    form: FormName,
    /// The number of people with two results of this form.
    pub(crate) people: u64,
    scales: Vec<Pairs>,
}

/// The figures of one scale.
#[derive(Debug, Serialize)]
pub struct RetestRow {
    /// Id of the scale.
    pub id: String,
    /// Its label.
    #[serde(skip)]
    pub label: String,
    /// The number of items in this form.
    pub items: usize,
    /// The number of people who answered every item in both sittings.
    pub pairs: u64,
    /// The mean of the second scores minus the first, in points.
    pub mean_change: Option<f64>,
    /// The correlation of the two scores.
    pub correlation: Option<f64>,
    /// The standard error between sittings, in points: SD of the change ÷ √2.
    pub error: Option<f64>,
    /// The `retest` for the instrument file.
    pub retest: Option<Sem>,
}

/// The figures of one form.
#[derive(Debug, Serialize)]
pub struct Retest {
    /// `full` or `short`.
    pub form: &'static str,
    /// The number of people with two results of this form.
    pub people: u64,
    /// One row per scale with items in this form.
    pub scales: Vec<RetestRow>,
}

impl<'i> RetestTally<'i> {
    pub(crate) fn new(instrument: &'i Instrument, form: FormName) -> Self {
        Self {
            instrument,
            form,
            people: 0,
            scales: vec![Pairs::default(); instrument.scales.len()],
        }
    }

    /// Adds one person's results: the first two of this form, by the end of the audit.
    pub(crate) fn add(&mut self, results: &[Completed]) {
        let form = self.form;
        let of_form = results.iter().filter(|result| result.sheet.form == form);
        let mut sorted: Vec<&Completed> = of_form.collect();
        sorted.sort_by_key(|result| (result.ended_at, result.started_at));
        let [first, second, ..] = sorted.as_slice() else {
            return;
        };
        self.people += 1;
        let scales = ScaleIndex::all(&self.instrument.scales);
        for (scale, pairs) in scales.zip(&mut self.scales) {
            let sum = |result: &Completed| sum(self.instrument, result, scale);
            if let (Some(first), Some(second)) = (sum(first), sum(second)) {
                pairs.first.add(first);
                pairs.second.add(second);
                pairs.products += first * second;
            }
        }
    }

    pub(crate) fn figures(&self, made_up: bool) -> Retest {
        let scales = ScaleIndex::enumerate(&self.instrument.scales).zip(&self.scales);
        let rows = scales.map(|((index, scale), pairs)| {
            let items = items_of_scale(self.instrument, self.form, index).count();
            row(scale, items, step(self.instrument), pairs, made_up)
        });
        Retest {
            form: self.form.as_str(),
            people: self.people,
            scales: rows.filter(|row| row.items > 0).collect(),
        }
    }
}

/// The sum of the keyed answers to a scale, if every item of it is answered.
fn sum(instrument: &Instrument, result: &Completed, scale: ScaleIndex) -> Option<u64> {
    let items = items_of_scale(instrument, result.sheet.form, scale);
    let answers = items.map(|index| {
        let response = result.sheet.get(index)?;
        keyed(instrument, instrument.item(index)?, response).map(u64::from)
    });
    answers.sum()
}

fn row(scale: &Scale, items: usize, step: f64, pairs: &Pairs, made_up: bool) -> RetestRow {
    let n = pairs.first.people;
    let points = step / float(items.max(1) as u128);
    let people = float(n.into());
    // (x − y)² adds up to x² + y² − 2xy, and is never negative.
    let squares = u128::from(pairs.first.squares) + u128::from(pairs.second.squares);
    let squares = squares.saturating_sub(2 * u128::from(pairs.products));
    let change = float(pairs.second.sum.into()) - float(pairs.first.sum.into());
    let variance = (float(squares) - change * change / people) / (people - 1.0);
    let error = (n > 1).then(|| points * (variance.max(0.0) / 2.0).sqrt());
    let correlation = correlation(&pairs.first, &pairs.second, pairs.products);
    let retest = error
        .zip(correlation)
        .filter(|_| !made_up)
        .and_then(|(error, correlation)| Sem::estimated(error, items, n, correlation));
    RetestRow {
        id: scale.id.to_string(),
        label: scale.label.clone(),
        items,
        pairs: n,
        mean_change: (n > 0).then(|| points * change / people),
        correlation,
        error,
        retest,
    }
}
