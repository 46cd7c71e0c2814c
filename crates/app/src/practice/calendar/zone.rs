//! The visitor's time zone: its name, and its daylight-saving rules. No browser API gives the rules,
//! so they are inferred from the offsets that the browser reports over the next years.

use super::lines::{Lines, wall};
use super::{DAY_MINUTES, Weekday};
use measure::time::{UnixMs, civil_from_days, days_from_civil};

const DAY_MS: i64 = 86_400_000;
const MINUTE_MS: i64 = 60_000;

/// How many years a rule must predict correctly. Different rules, such as "the last Friday" and
/// "the Friday before the last Sunday", agree for two years but not for six.
const YEARS: i64 = 6;

/// The most characters of a zone's name; the longest of IANA's has 32.
const NAME_LENGTH: usize = 64;

/// Rules are written from this year on, as calendars do themselves.
const FIRST_YEAR: i64 = 1970;

/// The visitor's time zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// IANA name; `None` if the browser hides it, as it may where it says UTC.
    pub name: Option<String>,
    /// How far the wall clock is ahead of UTC now, in minutes.
    pub offset: i32,
    /// When it changes.
    pub rules: Rules,
}

/// When the wall clock of a zone changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rules {
    /// Never.
    Never,
    /// Twice a year, by these rules.
    Yearly([Onset; 2]),
    /// By rules that a calendar file cannot express.
    Other,
}

/// A yearly clock change on a weekday of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Onset {
    /// 1 to 12.
    pub month: i64,
    /// Which such weekday of the month: 1 to 4, or −1 for the last.
    pub nth: i64,
    /// Which weekday.
    pub weekday: Weekday,
    /// When the clock changes, in minutes after midnight by the clock before.
    pub time: i64,
    /// Offset before, in minutes.
    pub before: i32,
    /// Offset after.
    pub after: i32,
}

/// A change as it was found: which occurrences of its weekday it is, as bits 1 to 4, and 0 for the
/// last.
struct Change {
    onset: Onset,
    nth: u8,
}

impl Zone {
    /// Floating time at this offset, without a name.
    pub fn floating(offset: i32) -> Self {
        Self {
            name: None,
            offset,
            rules: Rules::Other,
        }
    }

    /// Infers the rules of the zone called `name` from `offset_at`, which returns the offset in
    /// minutes at a moment. A name with characters that no IANA name has is dropped, and so is one that
    /// [may hide another](Self::may_be_hidden).
    pub fn probe(name: Option<&str>, now: UnixMs, offset_at: &dyn Fn(UnixMs) -> i32) -> Self {
        let is_name = |name: &&str| {
            let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"/_+-".contains(&byte);
            (1..=NAME_LENGTH).contains(&name.len()) && name.bytes().all(allowed)
        };
        let (year, _, _) = civil_from_days(now.0.div_euclid(DAY_MS));
        let years: Vec<Vec<Change>> = (year..year + YEARS)
            .map(|year| changes(year, offset_at))
            .collect();
        let mut zone = Self {
            name: name.filter(is_name).map(str::to_owned),
            offset: offset_at(now),
            rules: rules(&years),
        };
        if zone.may_be_hidden() {
            zone.name = None;
        }
        zone
    }

    /// Whether the browser may only pretend that this is the zone. Those that hide it say UTC, or the
    /// name of a zone that is always at UTC. An entry without a zone is right for both kinds of visitors.
    pub fn may_be_hidden(&self) -> bool {
        self.rules == Rules::Never && self.offset == 0
    }

    /// Adds the zone to a file. Returns the parameter for times in it; empty for floating times.
    pub(super) fn add_to(&self, lines: &mut Lines) -> String {
        let Some(name) = &self.name else {
            return String::new();
        };
        let onsets: &[Onset] = match &self.rules {
            Rules::Never => &[],
            Rules::Yearly(onsets) => onsets,
            Rules::Other => {
                // Calendars on servers read floating times in this zone.
                lines.add("X-WR-TIMEZONE", name);
                return String::new();
            }
        };
        lines.add("BEGIN", "VTIMEZONE");
        lines.add("TZID", name);
        if onsets.is_empty() {
            let offset = offset_text(self.offset);
            observance("STANDARD", &wall(0), [&offset, &offset], None, lines);
        }
        for onset in onsets {
            let kind = if onset.after > onset.before {
                "DAYLIGHT"
            } else {
                "STANDARD"
            };
            let day = onset.weekday.as_str();
            let rule = format!(
                "FREQ=YEARLY;BYMONTH={};BYDAY={}{day}",
                onset.month, onset.nth
            );
            let offsets = [&offset_text(onset.before), &offset_text(onset.after)];
            observance(
                kind,
                &wall(onset.in_first_year()),
                offsets,
                Some(&rule),
                lines,
            );
        }
        lines.add("END", "VTIMEZONE");
        format!(";TZID={name}")
    }
}

fn observance(
    kind: &str,
    start: &str,
    [from, to]: [&String; 2],
    rule: Option<&str>,
    lines: &mut Lines,
) {
    lines.add("BEGIN", kind);
    lines.add("DTSTART", start);
    if let Some(rule) = rule {
        lines.add("RRULE", rule);
    }
    lines.add("TZOFFSETFROM", from);
    lines.add("TZOFFSETTO", to);
    lines.add("END", kind);
}

/// `+0530`
fn offset_text(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let minutes = minutes.unsigned_abs();
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}

/// The weekday of a day number (0 = 1970-01-01, a Thursday).
pub(super) fn weekday_of(day: i64) -> Weekday {
    match (day + 3).rem_euclid(7) {
        0 => Weekday::Monday,
        1 => Weekday::Tuesday,
        2 => Weekday::Wednesday,
        3 => Weekday::Thursday,
        4 => Weekday::Friday,
        5 => Weekday::Saturday,
        _ => Weekday::Sunday,
    }
}

impl Onset {
    /// When the rule first holds, in minutes since 1970 by the clock before.
    fn in_first_year(&self) -> i64 {
        let days = (1..=31).map(|date| days_from_civil(FIRST_YEAR, self.month, date));
        let mut days = days.filter(|day| {
            weekday_of(*day) == self.weekday && civil_from_days(*day).1 == self.month
        });
        let day = match usize::try_from(self.nth - 1) {
            Ok(nth) => days.nth(nth),
            Err(_) => days.next_back(),
        };
        day.unwrap_or_default() * i64::from(DAY_MINUTES) + self.time
    }
}

/// The changes in a year of UTC.
fn changes(year: i64, offset_at: &dyn Fn(UnixMs) -> i32) -> Vec<Change> {
    let at = |day: i64| offset_at(UnixMs(day * DAY_MS));
    let (first, end) = (days_from_civil(year, 1, 1), days_from_civil(year + 1, 1, 1));
    let mut changes = Vec::new();
    let mut day = first;
    while day < end {
        let next = (day + 7).min(end);
        let (before, after) = (at(day), at(next));
        if before != after {
            changes.push(change(
                day * DAY_MS,
                next * DAY_MS,
                before,
                after,
                offset_at,
            ));
        }
        day = next;
    }
    changes
}

/// The change between two moments, to the minute.
fn change(
    mut low: i64,
    mut high: i64,
    before: i32,
    after: i32,
    offset_at: &dyn Fn(UnixMs) -> i32,
) -> Change {
    while high - low > MINUTE_MS {
        let middle = (low + high).div_euclid(2 * MINUTE_MS) * MINUTE_MS;
        if offset_at(UnixMs(middle)) == before {
            low = middle;
        } else {
            high = middle;
        }
    }
    let local = high.div_euclid(MINUTE_MS) + i64::from(before);
    let day = local.div_euclid(i64::from(DAY_MINUTES));
    let (_, month, date) = civil_from_days(day);
    let (_, month_in_a_week, _) = civil_from_days(day + 7);
    let nth = 1_u8.checked_shl(u32::try_from((date + 6) / 7).unwrap_or_default());
    Change {
        onset: Onset {
            month,
            nth: 0,
            weekday: weekday_of(day),
            time: local.rem_euclid(i64::from(DAY_MINUTES)),
            before,
            after,
        },
        nth: nth.unwrap_or_default() | u8::from(month_in_a_week != month),
    }
}

/// The rules by which all these years change.
fn rules(years: &[Vec<Change>]) -> Rules {
    if years.iter().all(Vec::is_empty) {
        return Rules::Never;
    }
    let yearly = |place: usize| {
        let mut found: Option<Change> = None;
        for year in years {
            let change = year.get(place).filter(|_| year.len() == 2)?;
            let nth = match &found {
                Some(found) if found.onset != change.onset => return None,
                Some(found) => found.nth & change.nth,
                None => change.nth,
            };
            let onset = change.onset;
            found = Some(Change { onset, nth });
        }
        let Change { mut onset, nth } = found?;
        // The last of its month, if it always was; else the number that it always had. A fifth
        // is always a last.
        onset.nth = match nth.trailing_zeros() {
            0 => -1,
            nth @ 1..=4 => i64::from(nth),
            _ => return None,
        };
        Some(onset)
    };
    match (yearly(0), yearly(1)) {
        (Some(one), Some(other)) => Rules::Yearly([one, other]),
        _ => Rules::Other,
    }
}
