//! Sentences that depend on a report: the finding, scores, bands and dates.

use super::Strings;
use super::results::{Made, ResultStrings};
use json::number;
use measure::instrument::SemOrigin;
use measure::report::{Direction, Report, Shown, other_bands};
use measure::scoring::{Estimate, Finding};
use measure::time::UnixMs;

impl ResultStrings {
    /// The finding and the reason for it.
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

    /// A direction's score with its interval, or why it has none.
    #[must_use]
    pub fn score_text(&self, direction: &Direction) -> String {
        match direction.set.estimate {
            _ if !direction.applies => self.not_applicable.to_owned(),
            None => (self.not_scored)(direction.set.answered, direction.set.total),
            Some(estimate) => {
                let shown = Shown::from_estimate(&estimate);
                (self.score_with_interval)(shown.score, shown.low, shown.high)
            }
        }
    }

    /// How a direction's score was computed, in the numbers of the export; `None` without a score.
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

    /// The band of a score, with the other bands that its interval reaches into.
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
    /// The local date of a moment, where local time is `utc_offset` minutes ahead of UTC.
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

/// Formats a non-negative number with `places` decimals, rounding half away from zero.
fn decimal(value: f64, places: u32) -> String {
    let unit = 10_u64.pow(places);
    let shifted = number::round_to_u64(value * number::to_f64(unit));
    let width = places as usize;
    format!("{}.{:0width$}", shifted / unit, shifted % unit)
}

#[cfg(test)]
mod tests {
    use super::decimal;
    use crate::EN;
    use measure::time::UnixMs;

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

    #[test]
    fn a_moment_is_dated_in_local_time() {
        let new_year = UnixMs(1_798_761_600_000);
        for (minutes, text) in [
            (0, "1 January 2027"),
            (-1, "31 December 2026"),
            (840, "1 January 2027"),
            (1440, "2 January 2027"),
        ] {
            assert_eq!(EN.day(new_year, minutes), text);
        }
        for (month, name) in [(1, "January"), (6, "June"), (12, "December")] {
            assert_eq!((EN.date)(2026, month, 3), format!("3 {name} 2026"));
        }
    }
}
