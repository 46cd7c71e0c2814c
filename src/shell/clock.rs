//! The clocks of the browser.

use js_sys::Date;

use app::session::Moment;
use measure::time::{LocalClock, UnixMs};

/// The wall clock and the monotonic one.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "milliseconds, far below 2^53"
)]
pub(super) fn now() -> Moment {
    let performance = web_sys::window().and_then(|window| window.performance());
    Moment {
        wall: UnixMs(Date::now() as i64),
        tick: performance.map_or(0.0, |performance| performance.now()) as u64,
    }
}

/// The visitor's clock.
pub(super) const CLOCK: LocalClock = LocalClock(offset_at);

/// How far local time is ahead of UTC at this moment, in minutes.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "minutes of an offset; milliseconds far below 2^53"
)]
fn offset_at(at: UnixMs) -> i32 {
    let date = Date::new(&(at.0 as f64).into());
    // Not a number beyond what dates can be, and then 0.
    -(date.get_timezone_offset() as i32)
}
