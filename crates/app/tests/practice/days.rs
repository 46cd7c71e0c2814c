//! The days that a plan can be on, by the visitor's clock, also across a change of that clock.

use app::practice::days::{proposed, week};
use measure::time::{LocalClock, UnixMs};
use testing::clocks::{APIA, BERLIN, KIRITIMATI, PAGO_PAGO, ST_JOHNS};

fn moment(text: &str) -> UnixMs {
    UnixMs::from_rfc3339(text).unwrap()
}

#[test]
fn each_day_has_its_noon_and_its_weekday_by_the_clock_of_that_day() {
    for (clock, now, first, last) in [
        // The clocks go forward on Sunday 29 March, and back on Sunday 25 October.
        (
            BERLIN,
            "2026-03-27T22:30:00Z",
            "2026-03-27T11:00:00Z",
            "2026-04-02T10:00:00Z",
        ),
        (
            BERLIN,
            "2026-03-27T23:30:00Z",
            "2026-03-28T11:00:00Z",
            "2026-04-03T10:00:00Z",
        ),
        (
            BERLIN,
            "2026-10-21T21:59:00Z",
            "2026-10-21T10:00:00Z",
            "2026-10-27T11:00:00Z",
        ),
        (
            ST_JOHNS,
            "2026-03-07T04:00:00Z",
            "2026-03-07T15:30:00Z",
            "2026-03-13T14:30:00Z",
        ),
        (
            KIRITIMATI,
            "2026-03-27T10:00:00Z",
            "2026-03-27T22:00:00Z",
            "2026-04-02T22:00:00Z",
        ),
        (
            PAGO_PAGO,
            "2026-03-27T10:00:00Z",
            "2026-03-26T23:00:00Z",
            "2026-04-01T23:00:00Z",
        ),
        (
            APIA,
            "2012-01-01T00:00:00Z",
            "2011-12-31T22:00:00Z",
            "2012-01-06T22:00:00Z",
        ),
        (
            LocalClock::UTC,
            "2026-12-31T23:59:59Z",
            "2026-12-31T12:00:00Z",
            "2027-01-06T12:00:00Z",
        ),
    ] {
        let week = week(moment(now), clock);
        let ends = (week[0].noon.to_rfc3339(), week[6].noon.to_rfc3339());
        assert_eq!(ends, (first.to_owned(), last.to_owned()), "{now}");
        assert!(week[0].has(moment(now), clock), "{now}");
        for pair in week.windows(2) {
            assert_eq!(pair[1].weekday, (pair[0].weekday + 1) % 7, "{now}");
            assert!(!pair[0].has(pair[1].noon, clock), "{now}");
        }
    }
}

#[test]
fn a_day_is_known_again_after_the_clock_has_changed() {
    // Monday noon, moved by whole weeks from winter into summer time: eleven or one by the clock.
    let monday = moment("2026-03-23T11:00:00Z");
    let next = UnixMs(monday.0 + 7 * 86_400_000);
    let week = week(moment("2026-03-30T06:00:00Z"), BERLIN);
    let found: Vec<u8> = week
        .iter()
        .filter(|day| day.has(next, BERLIN))
        .map(|day| day.weekday)
        .collect();
    assert_eq!(found, [0]);
    assert_eq!(proposed(&week).weekday, 1);
}

#[test]
fn the_day_that_is_proposed_is_tomorrow_or_the_monday_after_a_weekend() {
    for (today, proposes) in [
        ("2026-11-26T12:00:00Z", "2026-11-27T12:00:00Z"),
        ("2026-11-27T12:00:00Z", "2026-11-30T12:00:00Z"),
        ("2026-11-28T12:00:00Z", "2026-11-30T12:00:00Z"),
        ("2026-11-29T12:00:00Z", "2026-11-30T12:00:00Z"),
    ] {
        let week = week(moment(today), LocalClock::UTC);
        assert_eq!(proposed(&week).noon, moment(proposes), "{today}");
    }
}
