//! Writes numbers as text with integer arithmetic: the standard library's formatting of f64 would
//! be among the largest pieces of code that a visitor downloads.

use std::fmt::{self, Write};

/// 2^53: from here on f64 skips whole numbers.
const LARGEST: f64 = 9_007_199_254_740_992.0;
const DECIMALS: usize = 9;

/// Writes a finite `value` with the fewest decimals (at most nine) that identify it; from 2^53 on,
/// its first 16 digits and a power of ten.
///
/// # Errors
/// Those of `to`.
pub fn write(value: f64, to: &mut impl Write) -> fmt::Result {
    let (mut size, mut power) = (value.abs(), 0);
    while size >= LARGEST {
        size /= 10.0;
        power += 1;
    }
    if power > 0 {
        size = size.round();
    }
    let (mut unit, mut decimals) = (1.0, 0);
    while decimals < DECIMALS && size.to_bits() != ((size * unit).round() / unit).to_bits() {
        unit *= 10.0;
        decimals += 1;
    }
    let (shifted, unit) = (round_to_u64(size * unit), round_to_u64(unit));
    if value.is_sign_negative() && shifted > 0 {
        to.write_str("-")?;
    }
    write!(to, "{}", shifted / unit)?;
    if decimals > 0 {
        write!(to, ".{:0decimals$}", shifted % unit)?;
    }
    if power > 0 {
        write!(to, "e{power}")?;
    }
    Ok(())
}

/// A finite `value` as text, see [`write`].
#[must_use]
pub fn text(value: f64) -> String {
    let mut text = String::new();
    // Writing to a String cannot fail.
    let _ = write(value, &mut text);
    text
}

/// The nearest whole number of a value from 0 to 2^53, halves away from zero.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "not negative, and far below 2^64"
)]
#[must_use]
pub fn round_to_u64(value: f64) -> u64 {
    value.round() as u64
}

/// A count as f64, exact below 2^53.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
#[must_use]
pub fn to_f64(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    #[test]
    fn numbers_have_as_few_decimals_as_tell_them() {
        for (value, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (9.0, "9"),
            (-1.5, "-1.5"),
            (0.1, "0.1"),
            (0.57, "0.57"),
            (1.005, "1.005"),
            (62.3, "62.3"),
            (99.95, "99.95"),
            (12.727_922_061_357_855, "12.727922061"),
            (9_007_199_254_740_991.0, "9007199254740991"),
            (1e300, "1000000000000001e285"),
            (1e-12, "0.000000000"),
        ] {
            assert_eq!(super::text(value), text);
        }
    }

    #[test]
    fn every_hundredth_up_to_100_is_written_as_it_is() {
        for hundredths in 0..=10_000_u32 {
            let written = super::text(f64::from(hundredths) / 100.0);
            let plain = format!("{}.{:02}", hundredths / 100, hundredths % 100);
            let short = plain.trim_end_matches('0').trim_end_matches('.');
            assert_eq!(written, short);
        }
    }
}
