//! The days on which an act can be planned: seven, from today on, by the visitor's clock.

use measure::time::UnixMs;

const DAY_MS: i64 = 86_400_000;
const MINUTE_MS: i64 = 60_000;

/// One of the days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The middle of it.
    pub noon: UnixMs,
    /// The day of the week, from Monday, 0, to Sunday, 6.
    pub weekday: u8,
}

/// Today and the six days after it, where local time is `utc_offset` minutes ahead of UTC.
pub fn week(now: UnixMs, utc_offset: i32) -> [Day; 7] {
    let offset = i64::from(utc_offset) * MINUTE_MS;
    let today = now.0.saturating_add(offset).div_euclid(DAY_MS);
    [0, 1, 2, 3, 4, 5, 6].map(|ahead| {
        let days = today + ahead;
        Day {
            noon: UnixMs(days.saturating_mul(DAY_MS) + DAY_MS / 2 - offset),
            // 1 January 1970 was a Thursday.
            weekday: u8::try_from((days + 3).rem_euclid(7)).unwrap_or_default(),
        }
    })
}

/// The day to propose: tomorrow, or the Monday after a weekend.
pub fn proposed(week: &[Day; 7]) -> Day {
    let [today, ahead @ ..] = week;
    let mut ahead = ahead.iter();
    *ahead.find(|day| day.weekday < 5).unwrap_or(today)
}
