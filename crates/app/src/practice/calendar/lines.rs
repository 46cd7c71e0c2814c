//! Content lines (RFC 5545 sections 3.1 and 3.3).

use super::DAY_MINUTES;
use measure::time::civil_from_days;

/// Greatest length of a line, in octets, without its line break.
const OCTETS: usize = 75;

/// The lines of a file.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// Adds `name:value`, folded between characters.
    pub(super) fn add(&mut self, name: &str, value: &str) {
        let mut room = OCTETS;
        for character in name.chars().chain([':']).chain(value.chars()) {
            if character.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = OCTETS - 1;
            }
            room -= character.len_utf8();
            self.0.push(character);
        }
        self.0.push_str("\r\n");
    }

    pub(super) fn text(self) -> String {
        self.0
    }
}

/// A value of type TEXT.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\\' | ';' | ',') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// A date, from days since 1970.
pub(super) fn date(days: i64) -> String {
    let (year, month, date) = civil_from_days(days);
    format!("{year:04}{month:02}{date:02}")
}

/// A local date and time, from minutes since 1970 by the wall clock.
pub(super) fn wall(minutes: i64) -> String {
    let day = i64::from(DAY_MINUTES);
    let date = date(minutes.div_euclid(day));
    let minute = minutes.rem_euclid(day);
    format!("{date}T{:02}{:02}00", minute / 60, minute % 60)
}
