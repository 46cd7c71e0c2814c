//! How probable it is that one of several scores is the lowest.
//!
//! The true scores of one person are taken to lie around their own mean with a known spread, so that
//! each posterior is normal: `k × score + (1 − k) × centre` with the standard deviation `√k × sem`, where
//! `k = spread² / (spread² + sem²)`. With a flat prior the probabilities would be too large.
//! `docs/measurement.md` shows how often they come true.

/// A score and its standard error, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    /// The score.
    pub score: f64,
    /// Its standard error of measurement.
    pub sem: f64,
}

/// Probabilities that differ by less count as equal.
const EQUAL: f64 = 1e-6;

/// The part of a normal distribution that counts, in standard deviations to either side.
const REACH: i32 = 7;

/// The nodes and weights of the Gauss–Legendre rule with four points on −1 to 1.
const RULE: [(f64, f64); 4] = [
    (-0.861_136_311_594_052_6, 0.347_854_845_137_453_8),
    (-0.339_981_043_584_856_3, 0.652_145_154_862_546_2),
    (0.339_981_043_584_856_3, 0.652_145_154_862_546_2),
    (0.861_136_311_594_052_6, 0.347_854_845_137_453_8),
];

/// For each score, the probability that its true score is the lowest, accurate to 1e-6. They add up to
/// 1.
#[must_use]
pub fn lowest(scores: &[Measured], spread: f64) -> Vec<f64> {
    let posteriors = posteriors(scores, spread);
    let mut odds = vec![0.0; scores.len()];
    for pair in breaks(&posteriors).windows(2) {
        let [from, to] = pair else { continue };
        let (middle, half) = (f64::midpoint(*from, *to), (to - from) / 2.0);
        for (node, weight) in RULE {
            add_node(&posteriors, middle + half * node, half * weight, &mut odds);
        }
    }
    let sum: f64 = odds.iter().sum();
    odds.iter().map(|odds| odds / sum).collect()
}

/// For each score, the probability that its true score is the highest.
#[must_use]
pub fn highest(scores: &[Measured], spread: f64) -> Vec<f64> {
    let mirrored: Vec<Measured> = scores
        .iter()
        .map(|measured| Measured {
            score: 100.0 - measured.score,
            ..*measured
        })
        .collect();
    lowest(&mirrored, spread)
}

/// Adds the integrand at `x` to each probability: the density there of one, times the probability
/// that every other lies above.
fn add_node(posteriors: &[Normal], x: f64, weight: f64, odds: &mut [f64]) {
    let above: Vec<f64> = posteriors.iter().map(|one| one.above(x)).collect();
    let all_above: f64 = above.iter().product();
    for ((odds, posterior), above) in odds.iter_mut().zip(posteriors).zip(above) {
        *odds += weight * posterior.density(x) * all_above / above;
    }
}

/// Between two neighbours of this sorted list, every density and every tail is smooth enough for
/// [`RULE`], whatever the ratio of the standard deviations.
fn breaks(posteriors: &[Normal]) -> Vec<f64> {
    let steps = |one: &Normal| {
        let Normal { mean, sd } = *one;
        (-REACH..=REACH).map(move |step| mean + f64::from(step) * sd)
    };
    let mut breaks: Vec<f64> = posteriors.iter().flat_map(steps).collect();
    breaks.sort_unstable_by(f64::total_cmp);
    breaks
}

/// A normal distribution.
#[derive(Debug, Clone, Copy)]
struct Normal {
    mean: f64,
    sd: f64,
}

fn posteriors(scores: &[Measured], spread: f64) -> Vec<Normal> {
    let variance = spread * spread;
    let precision = |measured: &Measured| 1.0 / (variance + measured.sem * measured.sem);
    let weighted: f64 = scores.iter().map(|one| one.score * precision(one)).sum();
    let centre = weighted / scores.iter().map(precision).sum::<f64>();
    scores
        .iter()
        .map(|one| {
            let kept = variance * precision(one);
            Normal {
                mean: kept * one.score + (1.0 - kept) * centre,
                sd: kept.sqrt() * one.sem,
            }
        })
        .collect()
}

impl Normal {
    fn density(&self, x: f64) -> f64 {
        density((x - self.mean) / self.sd) / self.sd
    }

    /// The probability of a value above `x`. Beyond the reach it stays as small as there, 1e-12, and so is
    /// never 0.
    fn above(&self, x: f64) -> f64 {
        let reach = f64::from(REACH);
        let z = ((x - self.mean) / self.sd).clamp(-reach, reach);
        // Marsaglia (2004): the tail is 1/2 − density × (z + z³/3 + z⁵/(3 × 5) + …).
        let (mut sum, mut term, mut odd) = (z, z, 1.0);
        while term.abs() > 1e-17 {
            odd += 2.0;
            term *= z * z / odd;
            sum += term;
        }
        0.5 - density(z) * sum
    }
}

/// The density of the standard normal distribution.
fn density(z: f64) -> f64 {
    const ROOT_OF_TWO_PI: f64 = 2.506_628_274_631_000_2;
    (-z * z / 2.0).exp() / ROOT_OF_TWO_PI
}

/// Probabilities as whole percents that add up to 100, by largest remainder; of equal remainders the
/// first is rounded up.
#[must_use]
pub fn percents(odds: &[f64]) -> Vec<u64> {
    let exact = || odds.iter().map(|odds| odds * 100.0);
    let mut percents: Vec<u64> = exact()
        .map(|exact| json::number::round_to_u64(exact.floor()))
        .collect();
    let mut remainders: Vec<f64> = exact().map(f64::fract).collect();
    let missing = 100_u64.saturating_sub(percents.iter().sum());
    for _ in 0..missing {
        let place = first_of_largest(&remainders);
        let place = place.and_then(|place| remainders.get_mut(place).zip(percents.get_mut(place)));
        if let Some((remainder, percent)) = place {
            *remainder = -1.0;
            *percent += 1;
        }
    }
    percents
}

/// The place of the largest value; of several that are equal to 1e-6, the first.
pub(crate) fn first_of_largest(values: &[f64]) -> Option<usize> {
    let largest = values.iter().copied().reduce(f64::max)?;
    values.iter().position(|value| largest - value <= EQUAL)
}

/// A probability in words, as chances out of ten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InTen {
    /// Under half a percent.
    UnderOnePercent,
    /// About this many in ten, 0 to 9.
    About(u8),
    /// From 95 percent.
    MoreThanNine,
}

impl InTen {
    /// The words for a probability.
    #[must_use]
    pub fn from_probability(probability: f64) -> Self {
        if probability < 0.005 {
            Self::UnderOnePercent
        } else if probability >= 0.95 {
            Self::MoreThanNine
        } else {
            let tenths = json::number::round_to_u64(probability * 10.0);
            Self::About(u8::try_from(tenths).unwrap_or(9))
        }
    }

    /// Ten dots, the first of them filled, as names of classes: `on`, `on part` and `off`.
    #[must_use]
    pub fn dots(self) -> [&'static str; 10] {
        let (full, part) = match self {
            Self::UnderOnePercent => (0, None),
            Self::About(number) => (usize::from(number), None),
            Self::MoreThanNine => (9, Some(9)),
        };
        std::array::from_fn(|dot| match dot {
            _ if dot < full => "on",
            _ if Some(dot) == part => "on part",
            _ => "off",
        })
    }
}
