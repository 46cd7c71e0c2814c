//! The days on which an act can be planned: seven, from today on, by the visitor's clock.

use measure::time::{LocalClock, UnixMs};

const DAY_MS: i64 = 86_400_000;

/// One of the days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The middle of it.
    pub noon: UnixMs,
    /// The day of the week, from Monday, 0, to Sunday, 6.
    pub weekday: u8,
}

impl Day {
    /// Whether a moment is on this day.
    pub fn has(self, moment: UnixMs, clock: LocalClock) -> bool {
        day_of(moment, clock) == day_of(self.noon, clock)
    }
}

/// The day of a moment, by its number.
fn day_of(moment: UnixMs, clock: LocalClock) -> i64 {
    clock.local(moment).0.div_euclid(DAY_MS)
}

/// Today and the six days after it.
pub fn week(now: UnixMs, clock: LocalClock) -> [Day; 7] {
    let today = day_of(now, clock);
    [0, 1, 2, 3, 4, 5, 6].map(|ahead| {
        let days = today + ahead;
        Day {
            noon: clock.moment(UnixMs(days.saturating_mul(DAY_MS) + DAY_MS / 2)),
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
