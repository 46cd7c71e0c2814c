//! A second implementation of scoring, written from the published rules alone and as plainly as possible:
//! no running sums, no shortcuts, and of `measure` only the types that carry data.

use measure::instrument::{Instrument, Item, Keying};
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
    fn asked(&self) -> Vec<(usize, &Item)> {
        let form = self.instrument.form(self.sheet.form).unwrap();
        let items = form.iter();
        items.map(|i| (*i, &self.instrument.items[*i])).collect()
    }

    fn k(&self, index: usize) -> Option<f64> {
        match self.sheet.get(index)? {
            Response::NotApplicable => None,
            Response::Chosen(option) => Some(match self.instrument.items[index].keying {
                Keying::Forward => f64::from(option.get()),
                Keying::Reverse => 6.0 - f64::from(option.get()),
            }),
        }
    }

    pub fn applies(&self, scale: usize) -> bool {
        let asked = self.asked();
        let mut of_scale = asked.iter().filter(|(_, item)| item.scale == scale);
        let some = of_scale.clone().next().is_some();
        let all = of_scale.all(|(i, _)| self.sheet.get(*i) == Some(Response::NotApplicable));
        !(some && all)
    }

    fn set(&self, indexes: &[usize], sem_value: f64, sem_items: f64) -> Expected {
        let ks: Vec<f64> = indexes.iter().filter_map(|index| self.k(*index)).collect();
        let (a, n) = (ks.len() as f64, indexes.len() as f64);
        let numbers = (a > n / 2.0 && a >= 2.0).then(|| {
            let mean = ks.iter().sum::<f64>() / a;
            let score = 100.0 * (mean - 1.0) / 4.0;
            let sem = sem_value * (sem_items / a).sqrt();
            let end = |sign: f64| (score + sign * 1.645 * sem).clamp(0.0, 100.0);
            [score, sem, end(-1.0), end(1.0)]
        });
        Expected {
            answered: ks.len(),
            total: indexes.len(),
            numbers,
        }
    }

    pub fn scale(&self, scale: usize) -> Expected {
        let asked = self.asked();
        let of_scale = asked.iter().filter(|(_, item)| item.scale == scale);
        let indexes: Vec<usize> = of_scale.map(|(index, _)| *index).collect();
        let sem = self.instrument.scales[scale].sem;
        self.set(&indexes, sem.value, sem.items as f64)
    }

    pub fn facet(&self, facet: usize) -> Expected {
        let asked = self.asked();
        let in_facet = asked.iter().filter(|(_, item)| item.facet == Some(facet));
        let applicable = in_facet.filter(|(_, item)| self.applies(item.scale));
        let (indexes, mut scales): (Vec<usize>, Vec<usize>) =
            applicable.map(|(index, item)| (*index, item.scale)).unzip();
        scales.sort_unstable();
        scales.dedup();
        let sems = scales
            .iter()
            .map(|scale| self.instrument.scales[*scale].sem);
        let count = scales.len() as f64;
        let value = sems.clone().map(|sem| sem.value).sum::<f64>() / count;
        let items = sems.map(|sem| sem.items as f64).sum::<f64>() / count;
        self.set(&indexes, value, items)
    }

    pub fn cell(&self, facet: usize, scale: usize) -> Option<u8> {
        let asked = self.asked();
        let in_cell = asked
            .iter()
            .filter(|(_, item)| item.facet == Some(facet) && item.scale == scale);
        let ks: Vec<f64> = in_cell.filter_map(|(index, _)| self.k(*index)).collect();
        let mean = ks.iter().sum::<f64>() / ks.len() as f64;
        (1..=5).find(|step| mean >= f64::from(*step) - 0.5 && mean < f64::from(*step) + 0.5)
    }

    /// Kind and scales of the finding.
    pub fn finding(&self) -> (&'static str, Vec<usize>) {
        let scales = 0..self.instrument.scales.len();
        let scored: Vec<(usize, f64, f64)> = scales
            .filter_map(|scale| {
                let [score, sem, ..] = self.scale(scale).numbers?;
                Some((scale, score, sem))
            })
            .collect();
        if scored.len() < 2 {
            return ("not_enough", Vec::new());
        }
        let lower = |a: &(usize, f64, f64), b: &(usize, f64, f64)| {
            b.1 - a.1 > 1.645 * (a.2 * a.2 + b.2 * b.2).sqrt()
        };
        for one in &scored {
            if scored
                .iter()
                .all(|other| other.0 == one.0 || lower(one, other))
            {
                return ("weakest", vec![one.0]);
            }
        }
        let mut lowest = scored[0];
        for one in &scored {
            if one.1 < lowest.1 {
                lowest = *one;
            }
        }
        let close = scored.iter().filter(|other| !lower(&lowest, other));
        ("too_close", close.map(|(scale, ..)| *scale).collect())
    }

    /// The `code`, `seen` and `of` of every note.
    pub fn notes(&self, seconds: Option<u64>) -> Vec<(&'static str, u64, u64)> {
        let asked = self.asked();
        let raw = |index: usize| self.sheet.get(index).and_then(Response::chosen);
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
