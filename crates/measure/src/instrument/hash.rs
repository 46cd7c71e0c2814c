//! The identity of an instrument: FNV-1a 64 (Fowler, Noll and Vo; RFC 9923) over a canonical text.
//!
//! The text has one line per fact, each ended by a line feed, fields separated by single spaces:
//! `instrument ID`; `facet_sem ERROR`, `spread VALUE ORIGIN` and `bands MIDDLE HIGH`; `scale ID SEM RETEST`
//! per scale, `facet ID` per facet, `item ID SCALE FACET KEYING` per item (`-` for no facet),
//! `options COUNT`, and `always_applies` where “does not apply” is not offered; `form NAME ITEM…` per form, all in file order, the full form before the short one. An error is
//! `VALUE ITEMS ORIGIN`, an origin `assumed` or `estimated N COEFFICIENT`. Numbers have the fewest decimals
//! that identify them, at most nine. What a file does not state is written as it is assumed.

use std::fmt::Write as _;

use super::errors::{Origin, StandardError};
use super::fnv::fnv1a64;
use super::model::{FormName, Instrument};
use json::number;

pub(super) fn identity(instrument: &Instrument) -> String {
    format!("fnv1a64:{:016x}", fnv1a64(canonical(instrument).as_bytes()))
}

impl Instrument {
    /// Identity of its own pulse, if it has one: FNV-1a 64 of `leadership-audit pulse ID MAJOR`, with its id and
    /// the first number of its version. Wording is not part of it. Not for security.
    #[must_use]
    pub fn pulse_hash(&self) -> Option<u64> {
        self.pulse.as_ref()?;
        let major = self.version.split('.').next().unwrap_or_default();
        let major = match major.trim_start_matches('0') {
            "" => "0",
            digits => digits,
        };
        let named = ["leadership-audit pulse ", self.id.as_str(), " ", major];
        Some(fnv1a64(named.concat().as_bytes()))
    }
}

fn canonical(instrument: &Instrument) -> String {
    let mut text = format!("instrument {}\n", instrument.id);
    let [middle, high] = instrument.cut_offs.points().map(number::text);
    let spread = &instrument.spread;
    // Writing to a String cannot fail.
    let _ = write!(
        text,
        "facet_sem {}\nspread {} {}\nbands {middle} {high}\n",
        error(&instrument.facet_sem),
        number::text(spread.value),
        origin(spread.origin)
    );
    for scale in &instrument.scales {
        let [sem, retest] = [&scale.sem, &scale.retest].map(error);
        let _ = writeln!(text, "scale {} {sem} {retest}", scale.id);
    }
    for facet in &instrument.facets {
        let _ = writeln!(text, "facet {}", facet.id);
    }
    for item in &instrument.items {
        let scale = instrument.scale(item.scale);
        let scale = scale.map_or("-", |scale| scale.id.as_str());
        let facet = item.facet.and_then(|facet| instrument.facet(facet));
        let facet = facet.map_or("-", |facet| facet.id.as_str());
        let keying = item.keying.as_str();
        let _ = writeln!(text, "item {} {scale} {facet} {keying}", item.id);
    }
    let _ = writeln!(text, "options {}", instrument.options.len());
    if instrument.not_applicable.is_none() {
        text.push_str("always_applies\n");
    }
    for form in FormName::ALL {
        if let Some(items) = instrument.form(form) {
            let _ = write!(text, "form {}", form.as_str());
            for item in items.iter().filter_map(|index| instrument.item(*index)) {
                let _ = write!(text, " {}", item.id);
            }
            text.push('\n');
        }
    }
    text
}

fn error(error: &StandardError) -> String {
    let value = number::text(error.value);
    format!("{value} {} {}", error.items, origin(error.origin))
}

fn origin(origin: Origin) -> String {
    match origin {
        Origin::Assumed => "assumed".to_owned(),
        Origin::Estimated { n, coefficient } => {
            format!("estimated {n} {}", number::text(coefficient))
        }
    }
}
