//! Clocks of visitors who do not live at UTC.

use measure::time::{LocalClock, UnixMs};

fn is_in(at: UnixMs, from: &str, to: &str) -> bool {
    let moment = |text| UnixMs::from_rfc3339(text).unwrap_or_default();
    (moment(from)..moment(to)).contains(&at)
}

/// Europe/Berlin, of 2026.
pub const BERLIN: LocalClock = LocalClock(|at| {
    let summer = is_in(at, "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z");
    if summer { 120 } else { 60 }
});

/// America/St_Johns, of 2026: half an hour off.
pub const ST_JOHNS: LocalClock = LocalClock(|at| {
    let summer = is_in(at, "2026-03-08T05:30:00Z", "2026-11-01T04:30:00Z");
    if summer { -150 } else { -210 }
});

/// Pacific/Apia, which had no 30 December 2011.
pub const APIA: LocalClock = LocalClock(|at| {
    let before = is_in(at, "2011-09-24T11:00:00Z", "2011-12-30T10:00:00Z");
    if before { -600 } else { 840 }
});

/// Pacific/Kiritimati, where the day begins first.
pub const KIRITIMATI: LocalClock = LocalClock(|_| 840);

/// Pacific/Pago_Pago, where it ends last.
pub const PAGO_PAGO: LocalClock = LocalClock(|_| -660);
