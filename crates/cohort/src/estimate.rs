//! Statistics of a set of items, computed from its sums.

use statrs::distribution::{ContinuousCDF, FisherSnedecor};

use crate::sums::{Group, deviation, difference, float};
use crate::tally::Set;

/// Confidence level of the interval around alpha.
pub const LEVEL: f64 = 0.95;

/// Mean and standard deviation of scores, in points from 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// The number of people.
    pub people: u64,
    /// `None` if there is nobody.
    pub mean: Option<f64>,
    /// With n − 1 in the denominator; `None` for fewer than two people.
    pub sd: Option<f64>,
}

/// Internal consistency of a set, over the people who answered every item of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Consistency {
    /// Cronbach's coefficient alpha: at most 1, and negative if items correlate negatively.
    pub alpha: f64,
    /// Confidence interval of alpha at [`LEVEL`]; `None` where alpha is 1.
    pub interval: Option<(f64, f64)>,
    /// Standard error of measurement, SD × √(1 − alpha), in score points; `None` for a negative alpha.
    pub error: Option<f64>,
}

/// The statistics of one set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// Of everybody with a score.
    pub scored: Spread,
    /// Of those who answered every item.
    pub complete: Spread,
    /// Of those who answered every item, or why there is none.
    pub consistency: Result<Consistency, &'static str>,
}

impl Estimate {
    /// Computes the statistics of a set.
    #[must_use]
    pub fn from_set(set: &Set) -> Self {
        let complete = spread([(set.length(), set.complete())], set.step);
        Self {
            scored: spread(set.groups.iter().copied().enumerate(), set.step),
            consistency: consistency(set, complete.sd),
            complete,
        }
    }
}

/// Mean and SD of the scores step × (s − a) / a of people who answered a items with the sum s. Within a
/// group the squares are exact; groups are combined as in Chan, Golub and LeVeque (1983).
#[expect(clippy::doc_markdown, reason = "LeVeque is a name")]
fn spread(groups: impl IntoIterator<Item = (usize, Group)>, step: f64) -> Spread {
    let (mut people, mut mean, mut squares) = (0, 0.0, 0.0);
    for (answered, group) in groups {
        if group.people == 0 {
            continue;
        }
        let (a, n) = (float(answered as u128), float(group.people.into()));
        let own_sum =
            u128::from(group.sum).saturating_sub(u128::from(group.people) * answered as u128);
        let own_mean = step * float(own_sum) / (a * n);
        let own_squares = float(deviation(&group)) / n * (step / a) * (step / a);
        let before = float(people.into());
        let apart = own_mean - mean;
        let all = before + n;
        mean += apart * n / all;
        squares += own_squares + apart * apart * before * n / all;
        people += group.people;
    }
    Spread {
        people,
        mean: (people > 0).then_some(mean),
        sd: (people > 1).then(|| (squares / float((people - 1).into())).sqrt()),
    }
}

/// Cronbach (1951): alpha = k / (k − 1) × (1 − Σ item variances / variance of the sum). The
/// factors n(n − 1) cancel, which leaves a fraction of integers.
fn consistency(set: &Set, sd: Option<f64>) -> Result<Consistency, &'static str> {
    let items = float(set.length() as u128);
    let complete = set.complete();
    if set.length() < 2 {
        return Err("no alpha: it takes at least two items");
    }
    let sd = sd.ok_or("no alpha: fewer than two people answered every item")?;
    let of_sum = deviation(&complete);
    if of_sum == 0 {
        return Err("no alpha: everybody who answered every item has the same score");
    }
    let of_items: u128 = set.per_item.iter().map(deviation).sum();
    let alpha = items / (items - 1.0) * (difference(of_sum, of_items) / float(of_sum));
    Ok(Consistency {
        alpha,
        interval: interval(alpha, set.length(), complete.people),
        error: (alpha >= 0.0).then(|| sd * (1.0 - alpha).max(0.0).sqrt()),
    })
}

/// Feldt (1965), as in Feldt, Woodruff and Salih (1987, formulas 6 and 7): (1 − alpha) over its
/// estimate has the F distribution on n − 1 and (n − 1)(k − 1) degrees of freedom. `None` for fewer than
/// two people or items, and where alpha is 1.
#[must_use]
pub fn interval(alpha: f64, items: usize, people: u64) -> Option<(f64, f64)> {
    if alpha >= 1.0 || people < 2 || items < 2 {
        return None;
    }
    let between = float(u128::from(people - 1));
    let within = between * float((items - 1) as u128);
    let f = FisherSnedecor::new(between, within).ok()?;
    let end = |p: f64| 1.0 - (1.0 - alpha) * f.inverse_cdf(p);
    let tail = (1.0 - LEVEL) / 2.0;
    Some((end(1.0 - tail), end(tail)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Worked values in print: 20 items, 873 people, alpha .913 gives .9044024 to .9211588 (R code
    /// of Chris Evans, on the statistics pages of the MRC Cognition and Brain Sciences Unit).
    #[test]
    fn the_interval_matches_a_published_one() {
        let (low, high) = interval(0.913, 20, 873).unwrap();
        assert!((low - 0.904_402_4).abs() < 5e-8, "{low}");
        assert!((high - 0.921_158_8).abs() < 5e-8, "{high}");
    }

    #[test]
    fn two_people_are_just_enough_for_an_interval() {
        let (low, high) = interval(0.8, 12, 2).unwrap();
        assert!((low + 0.344_825_93).abs() < 1e-7, "{low}");
        assert!((high - 0.999_794_46).abs() < 1e-7, "{high}");
        assert_eq!(interval(0.8, 12, 1), None);
        assert_eq!(interval(1.0, 12, 50), None);
        assert_eq!(interval(0.8, 12, 0), None);
    }

    /// 1 − (1 − .5) F, with .567476 and its inverse, the quantiles of F on 49 and 49 degrees of freedom by
    /// numerical integration.
    #[test]
    fn two_items_are_just_enough_for_an_interval() {
        let (low, high) = interval(0.5, 2, 50).unwrap();
        assert!((low - 0.118_905_73).abs() < 1e-7, "{low}");
        assert!((high - 0.716_261_92).abs() < 1e-7, "{high}");
        assert_eq!(interval(0.5, 1, 50), None);
        assert_eq!(interval(0.5, 0, 50), None);
    }
}
