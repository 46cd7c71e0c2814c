//! Sentences that a report decides, in the words of a language.

use super::Strings;
use super::results::{Made, ResultStrings};
use json::number;
use measure::instrument::SemOrigin;
use measure::report::{Direction, Report, Shown, other_bands};
use measure::scoring::{Estimate, Finding};
use measure::time::UnixMs;

impl ResultStrings {
    /// The finding, and why it is so.
    #[must_use]
    pub fn finding(&self, report: &Report) -> (String, &'static str) {
        let scales = report.finding.scales();
        let labels: Vec<&str> = scales
            .iter()
            .filter_map(|scale| report.directions.get(*scale))
            .map(|direction| direction.label.as_str())
            .collect();
        match report.finding {
            Finding::Weakest(_) => (
                (self.finding_weakest)(labels.first().copied().unwrap_or_default()),
                self.finding_weakest_why,
            ),
            Finding::TooClose(_) if labels.len() == report.directions.len() => (
                self.finding_all_close.to_owned(),
                self.finding_too_close_why,
            ),
            Finding::TooClose(_) => (
                (self.finding_too_close)(&labels),
                self.finding_too_close_why,
            ),
            Finding::NotEnough => (
                self.finding_not_enough.to_owned(),
                self.finding_not_enough_why,
            ),
        }
    }

    /// A direction's score with its interval, or why there is none.
    #[must_use]
    pub fn score_text(&self, direction: &Direction) -> String {
        match direction.set.estimate {
            _ if !direction.applies => self.not_applicable.to_owned(),
            None => (self.not_scored)(direction.set.answered, direction.set.total),
            Some(estimate) => {
                let shown = Shown::of(&estimate);
                (self.score_with_interval)(shown.score, shown.low, shown.high)
            }
        }
    }

    /// How a direction's score was made, in the numbers of the export; `None` if it has none.
    #[must_use]
    pub fn made_text(&self, direction: &Direction) -> Option<String> {
        let estimate = direction.set.estimate?;
        Some((self.made_of)(&Made {
            label: &direction.label,
            answered: direction.set.answered,
            total: direction.set.total,
            reversed: direction.reversed,
            mean: &decimal(1.0 + estimate.score / 25.0, 2),
            score: &decimal(estimate.score, 1),
            sem: &decimal(estimate.sem, 1),
            assumed: estimate.origin == SemOrigin::Assumed,
        }))
    }

    /// The band of a score, hedged where its interval reaches into others.
    #[must_use]
    pub fn band_text(&self, estimate: &Estimate) -> String {
        let band = (self.band)(estimate.band);
        let others: Vec<_> = other_bands(estimate).into_iter().map(self.band).collect();
        if others.is_empty() {
            band.to_owned()
        } else {
            (self.band_hedged)(band, &others)
        }
    }
}

impl Strings {
    /// A moment as a date where local time is `utc_offset` minutes ahead of UTC.
    #[must_use]
    pub fn day(&self, moment: UnixMs, utc_offset: i32) -> String {
        let local = UnixMs(moment.0 + i64::from(utc_offset) * 60_000).to_rfc3339();
        let number = |from: usize, to: usize| {
            local
                .get(from..to)
                .and_then(|digits| digits.parse().ok())
                .unwrap_or_default()
        };
        (self.date)(number(0, 4), number(5, 7), number(8, 10))
    }
}

/// A number that is not negative with this many decimals, halves away from zero.
fn decimal(value: f64, places: u32) -> String {
    let unit = 10_u64.pow(places);
    let shifted = number::whole(value * measure::scoring::whole(unit));
    let width = places as usize;
    format!("{}.{:0width$}", shifted / unit, shifted % unit)
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn decimals_are_rounded_half_away_from_zero() {
        for (value, places, text) in [
            (62.5, 1, "62.5"),
            (9.0, 1, "9.0"),
            (12.727_922, 1, "12.7"),
            (0.0625, 1, "0.1"),
            (3.5, 2, "3.50"),
            (4.041_666, 2, "4.04"),
            (99.96, 1, "100.0"),
        ] {
            assert_eq!(decimal(value, places), text);
        }
    }
}
