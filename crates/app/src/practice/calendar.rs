//! Time set aside for a relationship, as a calendar file (RFC 5545) for the visitor to import. It
//! holds the title that the visitor approved and nothing else of theirs.
//!
//! A meeting at nine must stay at nine when the clocks change, so its start is local time: with the
//! zone's name and rules where the zone has yearly rules, else floating (section 3.3.5, form 1), also
//! where the browser says UTC, as those do that hide the zone.
//! Floating times alone would do for calendars on the visitor's device, but server-side calendars
//! such as Google's read them in their own zone; UTC would move the meeting twice a year.
//!
//! Outlook reads one yearly rule per direction of a zone (MS-STANOICAL 2.2.47) and misreads rules
//! that begin late or list dates; so a zone is written as two yearly rules that begin in 1970.

mod lines;
mod zone;

use super::text::Title;
use lines::Lines;
use measure::time::{UnixMs, civil_from_days};
use records::practice::{Rhythm, Weekday};
use zone::weekday_of;
pub use zone::{Onset, Rules, Zone};

/// Name of the file.
pub const FILE_NAME: &str = "leadership-practice.ics";
/// Its MIME type.
pub const MIME: &str = "text/calendar";

/// Minutes of a day.
pub const DAY_MINUTES: u16 = 24 * 60;

/// When a calendar reminds of a regular time: ten minutes before.
const BEFORE_THE_START: &str = "-PT10M";
/// When it reminds of an act: on its day at nine.
const ON_THE_DAY: &str = "PT9H";

/// A regular time for a relationship.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// How often.
    pub rhythm: Rhythm,
    /// On which days. A weekly or monthly rhythm uses the first and ignores the others.
    pub days: Vec<Weekday>,
    /// When it begins, in minutes after local midnight, below [`DAY_MINUTES`].
    pub time: u16,
    /// Whether the calendar reminds ten minutes before.
    pub reminder: bool,
    /// The title, as the visitor approved it.
    pub summary: Title,
}

impl Appointment {
    /// Length of one occurrence, in minutes.
    pub fn minutes(&self) -> u16 {
        match self.rhythm {
            Rhythm::Weekly | Rhythm::Monthly => 30,
            Rhythm::Moments => 5,
        }
    }

    fn days(&self) -> &[Weekday] {
        match self.rhythm {
            Rhythm::Moments => &self.days,
            Rhythm::Weekly | Rhythm::Monthly => self.days.get(..1).unwrap_or_default(),
        }
    }

    /// The first start after `now`; both in minutes since 1970 by the zone's wall clock.
    fn first(&self, now: i64) -> i64 {
        let day = i64::from(DAY_MINUTES);
        let today = now.div_euclid(day);
        let mut starts = (today..)
            .take(8)
            .filter(|day| self.days().contains(&weekday_of(*day)))
            .map(|date| date * day + i64::from(self.time))
            .filter(|start| *start > now);
        // Without a day: tomorrow.
        starts
            .next()
            .unwrap_or((today + 1) * day + i64::from(self.time))
    }

    fn rule(&self, first: i64) -> String {
        let date = first.div_euclid(i64::from(DAY_MINUTES));
        let own = [weekday_of(date)];
        let days = match self.days() {
            [] => &own,
            days => days,
        };
        let names: Vec<&str> = days.iter().map(|day| day.as_str()).collect();
        let names = names.join(",");
        match self.rhythm {
            Rhythm::Weekly | Rhythm::Moments => format!("FREQ=WEEKLY;BYDAY={names}"),
            Rhythm::Monthly => {
                let (_, _, of_month) = civil_from_days(date);
                // Not every month has a fifth; each has a last.
                let nth = match (of_month - 1) / 7 + 1 {
                    5 => -1,
                    nth => nth,
                };
                format!("FREQ=MONTHLY;BYDAY={nth}{names}")
            }
        }
    }
}

/// What a calendar file is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A regular time.
    Regular(Appointment),
    /// One whole day, for an act.
    Day(Reminder),
}

/// A day on which to remember an act. It blocks no time of the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// The middle of the day, by the visitor's clock.
    pub noon: UnixMs,
    /// The title, which names no purpose, since others may see the calendar.
    pub summary: Title,
}

/// The calendar file: CRLF line ends, at most 75 octets to a line. `entropy` makes the entry's
/// identifier, which says nothing about the page, the device or the visitor (RFC 7986 section 5.3);
/// a random number for each file.
pub fn text(entry: &Entry, now: UnixMs, zone: &Zone, entropy: u128) -> String {
    let mut lines = Lines::default();
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    let version = env!("CARGO_PKG_VERSION");
    lines.add(
        "PRODID",
        &format!("-//leadership-audit//leadership-audit {version}//EN"),
    );
    lines.add("CALSCALE", "GREGORIAN");
    let local = |at: UnixMs| at.0.div_euclid(60_000) + i64::from(zone.offset);
    let (summary, reminder, transparent) = match entry {
        Entry::Regular(appointment) => {
            let parameter = zone.add_to(&mut lines);
            begin(&mut lines, now, entropy);
            let first = appointment.first(local(now));
            lines.add(&format!("DTSTART{parameter}"), &lines::wall(first));
            let end = first + i64::from(appointment.minutes());
            lines.add(&format!("DTEND{parameter}"), &lines::wall(end));
            lines.add("RRULE", &appointment.rule(first));
            let reminder = appointment.reminder.then_some(BEFORE_THE_START);
            let moments = appointment.rhythm == Rhythm::Moments;
            (&appointment.summary, reminder, moments)
        }
        Entry::Day(day) => {
            begin(&mut lines, now, entropy);
            let date = local(day.noon).div_euclid(i64::from(DAY_MINUTES));
            lines.add("DTSTART;VALUE=DATE", &lines::date(date));
            lines.add("DTEND;VALUE=DATE", &lines::date(date + 1));
            (&day.summary, Some(ON_THE_DAY), true)
        }
    };
    let summary = lines::escaped(summary);
    lines.add("SUMMARY", &summary);
    lines.add("CLASS", "PRIVATE");
    if transparent {
        lines.add("TRANSP", "TRANSPARENT");
    }
    if let Some(trigger) = reminder {
        lines.add("BEGIN", "VALARM");
        lines.add("ACTION", "DISPLAY");
        lines.add("DESCRIPTION", &summary);
        lines.add("TRIGGER", trigger);
        lines.add("END", "VALARM");
    }
    lines.add("END", "VEVENT");
    lines.add("END", "VCALENDAR");
    lines.text()
}

fn begin(lines: &mut Lines, now: UnixMs, entropy: u128) {
    lines.add("BEGIN", "VEVENT");
    lines.add("UID", &uid(entropy));
    let stamp = now.to_rfc3339().replace(['-', ':'], "");
    lines.add("DTSTAMP", &stamp);
}

/// 128 bits as a UUID is written.
fn uid(entropy: u128) -> String {
    let mut text = format!("{entropy:032x}");
    for place in [20, 16, 12, 8] {
        text.insert(place, '-');
    }
    text
}
