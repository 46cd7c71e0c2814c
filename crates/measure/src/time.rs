//! Moments in time. The clock is outside: they arrive as numbers in events.

/// Milliseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct UnixMs(pub i64);

const DAY_SECONDS: i64 = 86_400;

/// The longest time that an audit can have taken, in seconds: 100 years.
pub const MAX_ACTIVE_SECONDS: u64 = 100 * 366 * 86_400;

/// The visitor's clock: by how many minutes local time is ahead of UTC at a moment. A function, since it
/// is another number in winter than in summer, and a date must stay what it was.
#[derive(Debug, Clone, Copy)]
pub struct LocalClock(pub fn(UnixMs) -> i32);

impl LocalClock {
    /// For where there is no visitor.
    pub const UTC: Self = Self(|_| 0);

    /// The moment at which UTC shows what this clock shows at `moment`.
    #[must_use]
    pub fn local(self, moment: UnixMs) -> UnixMs {
        UnixMs(moment.0.saturating_add(self.ahead(moment)))
    }

    /// The moment at which this clock shows what UTC shows at `shown`.
    #[must_use]
    pub fn moment(self, shown: UnixMs) -> UnixMs {
        // Near enough for the offset, unless the clock changes in the hours between.
        let near = UnixMs(shown.0.saturating_sub(self.ahead(shown)));
        UnixMs(shown.0.saturating_sub(self.ahead(near)))
    }

    fn ahead(self, moment: UnixMs) -> i64 {
        i64::from((self.0)(moment)) * 60_000
    }
}

impl UnixMs {
    /// UTC to the second, as in RFC 3339 section 5.6: `2026-11-21T09:00:00Z`. Clamped to the years 0
    /// to 9999, which are all that the format has.
    #[must_use]
    pub fn to_rfc3339(self) -> String {
        let first = -62_167_219_200; // 0000-01-01T00:00:00Z
        let last = 253_402_300_799; // 9999-12-31T23:59:59Z
        let seconds = self.0.div_euclid(1000).clamp(first, last);
        let (year, month, day) = civil_from_days(seconds.div_euclid(DAY_SECONDS));
        let second = seconds.rem_euclid(DAY_SECONDS);
        format!(
            "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z",
            second / 3600,
            second / 60 % 60,
            second % 60
        )
    }

    /// The inverse of [`UnixMs::to_rfc3339`]; `None` for any other notation.
    #[must_use]
    pub fn from_rfc3339(text: &str) -> Option<Self> {
        let number = |from: usize, to: usize| -> Option<i64> {
            let digits = text.get(from..to)?;
            let all_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
            all_digits.then(|| digits.parse().ok()).flatten()
        };
        let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
        let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
        let days = days_from_civil(year, month, day);
        let seconds = days * DAY_SECONDS + hour * 3600 + minute * 60 + second;
        let read = Self(seconds * 1000);
        // Formatting it again catches wrong separators, 30 February and 25 o'clock alike.
        (read.to_rfc3339() == text).then_some(read)
    }
}

/// The proleptic Gregorian year, month and day of a day number (0 = 1970-01-01). Algorithm: Howard Hinnant,
/// "chrono-compatible low-level date algorithms", `civil_from_days`.
#[must_use]
pub fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12 + 1;
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

/// The day number of a proleptic Gregorian date, the inverse of [`civil_from_days`]: `days_from_civil`
/// of the same source. Months are 1 to 12.
#[must_use]
pub fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = year - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn writes_known_moments() {
        for (ms, expected) in [
            (0, "1970-01-01T00:00:00Z"),
            (-1, "1969-12-31T23:59:59Z"),
            (951_782_400_000, "2000-02-29T00:00:00Z"),
            (951_868_800_000, "2000-03-01T00:00:00Z"),
            (4_107_456_000_000, "2100-02-28T00:00:00Z"),
            (4_107_542_400_000, "2100-03-01T00:00:00Z"),
            (13_574_563_200_000, "2400-02-29T00:00:00Z"),
            (13_574_649_600_000, "2400-03-01T00:00:00Z"),
            (1_795_251_600_999, "2026-11-21T09:00:00Z"),
            (i64::MAX, "9999-12-31T23:59:59Z"),
            (i64::MIN, "0000-01-01T00:00:00Z"),
        ] {
            assert_eq!(UnixMs(ms).to_rfc3339(), expected, "{ms}");
        }
    }

    #[test]
    fn refuses_what_it_would_not_write() {
        for text in [
            "",
            "2026-11-21",
            "2026-11-21 09:00:00Z",
            "2026-11-21T09:00:00+01:00",
            "2026-11-21T09:00:00.5Z",
            "2026-02-30T09:00:00Z",
            "2026-13-01T09:00:00Z",
            "2026-00-01T09:00:00Z",
            "2026-11-21T24:00:00Z",
            "+026-11-21T09:00:00Z",
            "2026-11-21T09:00:0éZ",
        ] {
            assert_eq!(UnixMs::from_rfc3339(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn reads_back_every_second(seconds in -62_167_219_200_i64..=253_402_300_799) {
            let moment = UnixMs(seconds * 1000);
            prop_assert_eq!(UnixMs::from_rfc3339(&moment.to_rfc3339()), Some(moment));
        }
    }
}
