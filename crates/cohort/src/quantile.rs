//! Quantiles of the F distribution, by way of the incomplete beta function.

use std::f64::consts::PI;

/// ln Γ(x) for x > 0: recurrence up to 15, then Stirling's series (NIST Digital Library of
/// Mathematical Functions, 5.5.1 and 5.11.1).
fn ln_gamma(x: f64) -> f64 {
    let (mut x, mut below) = (x, 0.0);
    while x < 15.0 {
        below += x.ln();
        x += 1.0;
    }
    let inverse = 1.0 / (x * x);
    let series = (1.0 / 12.0
        - inverse
            * (1.0 / 360.0
                - inverse * (1.0 / 1260.0 - inverse * (1.0 / 1680.0 - inverse / 1188.0))))
        / x;
    (x - 0.5) * x.ln() - x + 0.5 * (2.0 * PI).ln() + series - below
}

/// The regularised incomplete beta function `I_x(a`, b), for a, b > 0 and x in 0..=1: the continued
/// fraction 8.17.22 of the same library, evaluated by the method of Lentz (1976) as modified by
/// Thompson and Barnett (1986), on the side where it converges fast (8.17.4).
#[must_use]
pub fn incomplete_beta(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    if x > (a + 1.0) / (a + b + 2.0) {
        return 1.0 - left(1.0 - x, b, a);
    }
    left(x, a, b)
}

fn left(x: f64, a: f64, b: f64) -> f64 {
    let ln_beta = ln_gamma(a) + ln_gamma(b) - ln_gamma(a + b);
    let front = (a * x.ln() + b * (-x).ln_1p() - ln_beta).exp() / a;
    front * fraction(x, a, b)
}

fn fraction(x: f64, a: f64, b: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away_from_zero = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut value = d;
    // It settles after about √max(a, b) steps.
    let steps = 200.0 + 20.0 * a.max(b).sqrt();
    let mut m = 0.0;
    while m < steps {
        m += 1.0;
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for numerator in [even, odd] {
            d = 1.0 / away_from_zero(1.0 + numerator * d);
            c = away_from_zero(1.0 + numerator / c);
            change = c * d;
            value *= change;
        }
        if (change - 1.0_f64).abs() < 1e-15 {
            break;
        }
    }
    value
}

/// The value that a variable with the F distribution on `d1` and `d2` degrees of freedom (both
/// above 0) stays below with probability `p` (between 0 and 1), by bisection.
#[must_use]
pub fn f_quantile(p: f64, d1: f64, d2: f64) -> f64 {
    let (a, b) = (d1 / 2.0, d2 / 2.0);
    // F = (d2 x) / (d1 (1 − x)) where x has the beta distribution on a and b (8.17 and the
    // definition of F). Halving x / (1 − x) on its own scale keeps both tails exact.
    let (mut low, mut high) = (-700.0_f64, 700.0_f64);
    while high - low > 1e-13 * high.abs().max(1e-3) {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            break;
        }
        let odds = middle.exp();
        let below = if odds < 1.0 {
            incomplete_beta(odds / (1.0 + odds), a, b)
        } else {
            1.0 - incomplete_beta(1.0 / (1.0 + odds), b, a)
        };
        if below < p {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high).exp() * d2 / d1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: f64, expected: f64, within: f64) {
        let off = (found - expected).abs() / expected.abs().max(1e-300);
        assert!(off < within, "{found} is not {expected}");
    }

    #[test]
    fn ln_gamma_of_whole_and_half_numbers() {
        close(ln_gamma(1.0).exp(), 1.0, 1e-14);
        close(ln_gamma(0.5), PI.sqrt().ln(), 1e-14);
        close(ln_gamma(11.0), 3_628_800.0_f64.ln(), 1e-14);
        close(
            ln_gamma(171.0),
            (1..=170).map(|n| f64::from(n).ln()).sum(),
            1e-14,
        );
    }

    #[test]
    fn incomplete_beta_where_it_is_elementary() {
        for x in [0.001, 0.2, 0.5, 0.77, 0.999] {
            close(incomplete_beta(x, 1.0, 1.0), x, 1e-13);
            close(incomplete_beta(x, 3.0, 1.0), x.powi(3), 1e-13);
            close(incomplete_beta(x, 1.0, 4.0), 1.0 - (1.0 - x).powi(4), 1e-13);
            close(
                incomplete_beta(x, 0.5, 0.5),
                x.sqrt().asin() * 2.0 / PI,
                1e-13,
            );
        }
        assert!(incomplete_beta(0.0, 2.0, 3.0).abs() < 1e-300);
        close(incomplete_beta(1.0, 2.0, 3.0), 1.0, 1e-15);
    }

    /// Upper 5 % points from the table of the NIST/SEMATECH e-Handbook of Statistical Methods,
    /// section 1.3.6.7.3.
    #[test]
    fn quantiles_match_the_published_table() {
        for (d1, d2, published) in [
            (1.0, 1.0, 161.448),
            (2.0, 2.0, 19.000),
            (5.0, 10.0, 3.326),
            (10.0, 10.0, 2.978),
            (10.0, 20.0, 2.348),
            (3.0, 100.0, 2.696),
            (10.0, 100.0, 1.927),
        ] {
            let found = f_quantile(0.95, d1, d2);
            assert!(
                (found - published).abs() < 0.0006,
                "F({d1}, {d2}) = {found}"
            );
        }
    }

    #[test]
    fn quantiles_match_closed_forms() {
        for p in [0.001, 0.025, 0.5, 0.975, 0.999_f64] {
            close(f_quantile(p, 1.0, 1.0), (PI * p / 2.0).tan().powi(2), 1e-10);
            for d2 in [1.0, 7.0, 1000.0, 1e6] {
                let exact = d2 / 2.0 * ((1.0 - p).powf(-2.0 / d2) - 1.0);
                close(f_quantile(p, 2.0, d2), exact, 1e-7);
            }
        }
    }

    #[test]
    fn tails_mirror_each_other_and_stay_exact_for_many_people() {
        for (d1, d2) in [(1.0, 11.0), (99.0, 1089.0), (999_999.0, 10_999_989.0)] {
            close(
                f_quantile(0.025, d1, d2) * f_quantile(0.975, d2, d1),
                1.0,
                1e-9,
            );
        }
        // SciPy 1.17 gives these two.
        close(
            f_quantile(0.975, 999_999.0, 10_999_989.0),
            1.002_897_480_934_624,
            1e-9,
        );
        close(
            f_quantile(0.025, 999_999.0, 10_999_989.0),
            0.997_107_360_157_540,
            1e-9,
        );
    }
}
