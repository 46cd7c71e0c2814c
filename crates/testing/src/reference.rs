//! A second implementation of scoring, written from the published rules alone and as plainly as possible:
//! no running sums, no shortcuts, and of `measure` only the types that carry data.

use measure::instrument::{
    FacetIndex, Instrument, Item, ItemIndex, Keying, ScaleIndex, StandardError,
};
use measure::response::{Response, ResponseSheet};

/// The expected score of a set of items.
#[derive(Debug, Clone, PartialEq)]
pub struct Expected {
    pub answered: usize,
    pub total: usize,
    /// Score, standard error, low and high end of the interval; `None` if not scored.
    pub numbers: Option<[f64; 4]>,
}

pub struct Reference<'a> {
    pub instrument: &'a Instrument,
    pub sheet: &'a ResponseSheet,
}

impl Reference<'_> {
    fn asked(&self) -> Vec<(ItemIndex, &Item)> {
        let form = self.instrument.form(self.sheet.form).unwrap();
        let items = form.iter();
        items
            .map(|i| (*i, &self.instrument.items[i.get()]))
            .collect()
    }

    fn k(&self, index: ItemIndex) -> Option<f64> {
        match self.sheet.get(index)? {
            Response::NotApplicable => None,
            Response::Chosen(option) => Some(match self.instrument.items[index.get()].keying {
                Keying::Forward => f64::from(option.get()),
                Keying::Reverse => 6.0 - f64::from(option.get()),
            }),
        }
    }

    pub fn applies(&self, scale: ScaleIndex) -> bool {
        let asked = self.asked();
        let mut of_scale = asked.iter().filter(|(_, item)| item.scale == scale);
        let some = of_scale.clone().next().is_some();
        let all = of_scale.all(|(i, _)| self.sheet.get(*i) == Some(Response::NotApplicable));
        !(some && all)
    }

    fn set(&self, indexes: &[ItemIndex], error: StandardError) -> Expected {
        let ks: Vec<f64> = indexes.iter().filter_map(|index| self.k(*index)).collect();
        let (a, n) = (ks.len() as f64, indexes.len() as f64);
        let numbers = (a > n / 2.0 && a >= 2.0).then(|| {
            let mean = ks.iter().sum::<f64>() / a;
            let score = 100.0 * (mean - 1.0) / 4.0;
            let sem = error.value * (error.items as f64 / a).sqrt();
            let end = |sign: f64| (score + sign * 1.645 * sem).clamp(0.0, 100.0);
            [score, sem, end(-1.0), end(1.0)]
        });
        Expected {
            answered: ks.len(),
            total: indexes.len(),
            numbers,
        }
    }

    pub fn scale(&self, scale: ScaleIndex) -> Expected {
        let asked = self.asked();
        let of_scale = asked.iter().filter(|(_, item)| item.scale == scale);
        let indexes: Vec<ItemIndex> = of_scale.map(|(index, _)| *index).collect();
        self.set(&indexes, self.instrument.scales[scale.get()].sem)
    }

    pub fn facet(&self, facet: FacetIndex) -> Expected {
        let asked = self.asked();
        let in_facet = asked.iter().filter(|(_, item)| item.facet == Some(facet));
        let applicable = in_facet.filter(|(_, item)| self.applies(item.scale));
        let indexes: Vec<ItemIndex> = applicable.map(|(index, _)| *index).collect();
        self.set(&indexes, self.instrument.facet_sem)
    }

    pub fn cell(&self, facet: FacetIndex, scale: ScaleIndex) -> Option<u8> {
        let asked = self.asked();
        let in_cell = asked
            .iter()
            .filter(|(_, item)| item.facet == Some(facet) && item.scale == scale);
        let ks: Vec<f64> = in_cell.filter_map(|(index, _)| self.k(*index)).collect();
        let mean = ks.iter().sum::<f64>() / ks.len() as f64;
        (1..=5).find(|step| mean >= f64::from(*step) - 0.5 && mean < f64::from(*step) + 0.5)
    }

    /// The scored scales, each with the probability that it is the lowest.
    pub fn odds(&self) -> Vec<(ScaleIndex, f64)> {
        let scales = ScaleIndex::all(&self.instrument.scales);
        let scored: Vec<(ScaleIndex, f64, f64)> = scales
            .filter_map(|scale| {
                let [score, sem, ..] = self.scale(scale).numbers?;
                Some((scale, score, sem))
            })
            .collect();
        let numbers: Vec<(f64, f64)> = scored.iter().map(|one| (one.1, one.2)).collect();
        let odds = odds(&numbers, self.instrument.spread.value);
        scored.iter().map(|one| one.0).zip(odds).collect()
    }

    /// The `code`, `seen` and `of` of every note.
    pub fn notes(&self, seconds: Option<u64>) -> Vec<(&'static str, u64, u64)> {
        let asked = self.asked();
        let raw = |index: ItemIndex| self.sheet.get(index).and_then(Response::chosen);
        let answers: Vec<(u8, bool)> = asked
            .iter()
            .filter_map(|(i, item)| Some((raw(*i)?.get(), item.keying == Keying::Reverse)))
            .collect();
        let mut notes = Vec::new();
        let answered = answers.len();
        let reverse = answers.iter().filter(|(_, reverse)| *reverse).count();
        for option in 1..=5 {
            let same = answers
                .iter()
                .filter(|(chosen, _)| *chosen == option)
                .count();
            let same_reverse = answers.iter().filter(|a| **a == (option, true)).count();
            let many = same as f64 / answered as f64 >= 0.8;
            let half = same_reverse as f64 >= reverse as f64 / 2.0;
            if answered >= 12 && reverse >= 1 && many && half {
                notes.push(("straight_lining", same as u64, answered as u64));
            }
        }
        if let Some(seconds) = seconds
            && answered > 0
            && (seconds as f64 / answered as f64) < 2.0
        {
            notes.push(("too_fast", seconds, answered as u64));
        }
        let applying = asked
            .iter()
            .filter(|(_, item)| self.applies(item.scale))
            .count();
        let missing = applying - answered;
        if applying > 0 && missing as f64 / applying as f64 > 0.2 {
            notes.push(("many_missing", missing as u64, applying as u64));
        }
        notes
    }
}

/// The probability of each score with its error to be the lowest, by adding up densities on a fine
/// grid: the tails are sums too, so that nothing is shared with the product but the model.
pub fn odds(scores: &[(f64, f64)], spread: f64) -> Vec<f64> {
    let total: f64 = scores
        .iter()
        .map(|(_, e)| (spread * spread + e * e).recip())
        .sum();
    let centre = scores
        .iter()
        .map(|(s, e)| s / (spread * spread + e * e))
        .sum::<f64>()
        / total;
    let posteriors: Vec<(f64, f64)> = scores
        .iter()
        .map(|(s, e)| {
            let (prior, noise) = (spread.powi(-2), e.powi(-2));
            let precision = prior + noise;
            (
                (s * noise + centre * prior) / precision,
                precision.powf(-0.5),
            )
        })
        .collect();
    let (mut from, mut to, mut narrowest) = (f64::MAX, f64::MIN, f64::MAX);
    for (mean, sd) in &posteriors {
        from = from.min(mean - 7.0 * sd);
        to = to.max(mean + 7.0 * sd);
        narrowest = narrowest.min(*sd);
    }
    let step = narrowest / 250.0;
    let mut below = vec![0.0; scores.len()];
    let mut odds = vec![0.0; scores.len()];
    for place in 0..=((to - from) / step) as u64 {
        let x = from + (place as f64 + 0.5) * step;
        let cells: Vec<f64> = posteriors
            .iter()
            .map(|(mean, sd)| {
                step / sd * (-((x - mean) / sd).powi(2) / 2.0).exp() / std::f64::consts::TAU.sqrt()
            })
            .collect();
        for one in 0..scores.len() {
            let others = (0..scores.len()).filter(|other| *other != one);
            let above = others.map(|other| 1.0 - below[other] - cells[other] / 2.0);
            odds[one] += cells[one] * above.product::<f64>();
        }
        for (below, cell) in below.iter_mut().zip(cells) {
            *below += cell;
        }
    }
    odds
}
