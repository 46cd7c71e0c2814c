//! The standard errors to put into an instrument file.

use measure::instrument::LEAST_PEOPLE;
use serde::Serialize;

/// `sem` as in instrument files (`docs/instrument.md`).
#[derive(Debug, Serialize)]
pub struct Sem {
    /// In points, rounded to two decimals.
    pub value: f64,
    /// The number of items that `value` holds for.
    pub items: usize,
    origin: &'static str,
    /// The number of people it is estimated from.
    pub n: u64,
    /// Cronbach's alpha or the correlation of two sittings, rounded to three decimals.
    pub coefficient: f64,
}

impl Sem {
    /// An entry for the instrument file; `None` if it comes from too few people, or is not a number
    /// that an instrument may state.
    pub(crate) fn estimated(error: f64, items: usize, n: u64, coefficient: f64) -> Option<Self> {
        let value = (error * 100.0).round() / 100.0;
        let stated = n >= LEAST_PEOPLE && value > 0.0 && (0.0..=1.0).contains(&coefficient);
        stated.then(|| Self {
            value,
            items,
            origin: "estimated",
            n,
            coefficient: (coefficient * 1000.0).round() / 1000.0,
        })
    }

    /// The entry under `key` to paste into the instrument file.
    #[must_use]
    pub fn to_text(&self, key: &str) -> String {
        format!(
            "\"{key}\": {{\"value\": {:.2}, \"items\": {}, \"origin\": \"{}\", \"n\": {}, \"coefficient\": {:.3}}}",
            self.value, self.items, self.origin, self.n, self.coefficient
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instrument_states_an_error_above_zero_of_two_hundred_people() {
        let value = |error, n, coefficient| {
            Sem::estimated(error, 12, n, coefficient).map(|sem| (sem.value, sem.coefficient))
        };
        for (error, n, coefficient, expected) in [
            (6.997, 200, 0.8765, Some((7.0, 0.877))),
            (0.005, 200, 0.0, Some((0.01, 0.0))),
            (0.005, 200, 1.0, Some((0.01, 1.0))),
            (0.004, 200, 0.9, None),
            (6.997, 199, 0.9, None),
            (6.997, 200, -0.001, None),
            (6.997, 200, 1.001, None),
        ] {
            assert_eq!(
                value(error, n, coefficient),
                expected,
                "{error} {n} {coefficient}"
            );
        }
    }
}
