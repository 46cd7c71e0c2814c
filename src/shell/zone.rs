//! The visitor's time zone, and random numbers.

use js_sys::{Array, Date, Intl, Math, Object, Reflect};

use app::practice::calendar::Zone;
use measure::time::UnixMs;

/// The zone by its name, with the rules that the browser's clock follows.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "minutes of an offset; milliseconds far below 2^53"
)]
pub(super) fn time_zone() -> Zone {
    let format = Intl::DateTimeFormat::new(&Array::new(), &Object::new());
    let name = Reflect::get(&format.resolved_options(), &"timeZone".into());
    let name = name.ok().and_then(|name| name.as_string());
    let offset_at = |at: UnixMs| {
        let date = Date::new(&(at.0 as f64).into());
        -(date.get_timezone_offset() as i32)
    };
    Zone::probe(name.as_deref(), UnixMs(Date::now() as i64), &offset_at)
}

/// 128 random bits. They identify a calendar entry and keep no secret.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "0 to 2^32"
)]
pub(super) fn entropy() -> u128 {
    (0..4).fold(0, |bits, _| {
        bits << 32 | u128::from((Math::random() * f64::from(u32::MAX)) as u32)
    })
}
