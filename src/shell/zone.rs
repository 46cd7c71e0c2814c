//! The visitor's time zone, for a calendar entry.

use js_sys::{Array, Intl, Math, Object, Reflect};

use super::clock::{CLOCK, now};
use app::after;
use app::opaque::Opaque;
use app::parts::{FollowUp, Linked};
use app::practice;
use app::practice::calendar::{Entry, Zone};

/// What a calendar entry needs of the browser, as a message.
#[split::split]
pub(super) fn probe(_: Linked<FollowUp>, entry: Entry) -> Opaque<after::Message> {
    let probed = practice::Message::ProbedZone(entry, time_zone(), entropy());
    after::Message::Practice(probed).into()
}

/// The zone by its name, with the rules that the browser's clock follows.
fn time_zone() -> Zone {
    let format = Intl::DateTimeFormat::new(&Array::new(), &Object::new());
    let name = Reflect::get(&format.resolved_options(), &"timeZone".into());
    let name = name.ok().and_then(|name| name.as_string());
    Zone::probe(name.as_deref(), now().wall, &CLOCK.0)
}

/// 128 random bits. They identify a calendar entry and keep no secret.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "0 to 2^32"
)]
fn entropy() -> u128 {
    (0..4).fold(0, |bits, _| {
        bits << 32 | u128::from((Math::random() * f64::from(u32::MAX)) as u32)
    })
}
