//! Calendar files, read back by an independent library; `crates/app/tests/practice/read_calendars.py` does so with
//! another that also works out the dates.

use app::practice::calendar::{self, Appointment, Entry, Reminder, Zone};
use app::practice::text::Title;
use app::practice::{Rhythm, Weekday};
use icalendar::parser::{Component, read_calendar, unfold};
use measure::time::UnixMs;
use proptest::prelude::*;
use simulator::practice::{NOW, any_text, named};

use Weekday::{Monday, Sunday, Tuesday};

const ENTROPY: u128 = 0x0123_4567_89ab_cdef_0123_4567_89ab_cdef;

pub(crate) fn appointment(rhythm: Rhythm, days: &[Weekday]) -> Appointment {
    Appointment {
        rhythm,
        days: days.to_vec(),
        time: 9 * 60,
        reminder: false,
        summary: Title::new("Time with Dana").unwrap(),
    }
}

pub(crate) fn text(appointment: &Appointment, now: UnixMs, zone: &Zone, entropy: u128) -> String {
    calendar::text(&Entry::Regular(appointment.clone()), now, zone, entropy)
}

fn moment(text: &str) -> UnixMs {
    UnixMs::from_rfc3339(text).unwrap()
}

/// Offsets of a zone that changes by an hour at these moments, first to summer time.
pub(crate) fn changing(standard: i32, changes: &[&str]) -> impl Fn(UnixMs) -> i32 {
    let changes: Vec<UnixMs> = changes.iter().map(|text| moment(text)).collect();
    move |at| {
        let passed = changes.iter().filter(|change| **change <= at).count();
        standard + if passed % 2 == 1 { 60 } else { 0 }
    }
}

/// The last Sundays of March and October at 01:00 UTC, 2026 to 2031.
pub(crate) const EUROPE: [&str; 12] = [
    "2026-03-29T01:00:00Z",
    "2026-10-25T01:00:00Z",
    "2027-03-28T01:00:00Z",
    "2027-10-31T01:00:00Z",
    "2028-03-26T01:00:00Z",
    "2028-10-29T01:00:00Z",
    "2029-03-25T01:00:00Z",
    "2029-10-28T01:00:00Z",
    "2030-03-31T01:00:00Z",
    "2030-10-27T01:00:00Z",
    "2031-03-30T01:00:00Z",
    "2031-10-26T01:00:00Z",
];

/// The second Sunday of March and the first of November, at two by the clock before.
pub(crate) const NEW_YORK: [&str; 12] = [
    "2026-03-08T07:00:00Z",
    "2026-11-01T06:00:00Z",
    "2027-03-14T07:00:00Z",
    "2027-11-07T06:00:00Z",
    "2028-03-12T07:00:00Z",
    "2028-11-05T06:00:00Z",
    "2029-03-11T07:00:00Z",
    "2029-11-04T06:00:00Z",
    "2030-03-10T07:00:00Z",
    "2030-11-03T06:00:00Z",
    "2031-03-09T07:00:00Z",
    "2031-11-02T06:00:00Z",
];

pub(crate) fn berlin() -> Zone {
    Zone::probe(Some("Europe/Berlin"), NOW, &changing(60, &EUROPE))
}

fn value(component: &Component<'_>, name: &str) -> Option<String> {
    let property = component.properties.iter();
    let mut property = property.filter(|property| property.name == name);
    let value = property.next().map(|property| property.val.to_string());
    assert!(property.next().is_none(), "{name} twice");
    value
}

/// The event of a file, with the lines that it must have checked.
fn with_event<T>(file: &str, look: impl FnOnce(&Component<'_>) -> T) -> T {
    assert!(file.ends_with("END:VCALENDAR\r\n"));
    for line in file.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "{line:?}");
    }
    let unfolded = unfold(file);
    let calendar = read_calendar(&unfolded).unwrap();
    let events: Vec<_> = calendar
        .components
        .iter()
        .filter(|one| one.name == "VEVENT")
        .collect();
    assert_eq!(events.len(), 1);
    look(events[0])
}

#[test]
fn a_weekly_half_hour_stays_at_nine_in_its_zone() {
    let file = text(
        &appointment(Rhythm::Weekly, &[Tuesday]),
        NOW,
        &berlin(),
        ENTROPY,
    );
    with_event(&file, |event| {
        for (name, expected) in [
            ("UID", Some("01234567-89ab-cdef-0123-456789abcdef")),
            ("DTSTAMP", Some("20261121T090000Z")),
            ("DTSTART", Some("20261124T090000")),
            ("DTEND", Some("20261124T093000")),
            ("RRULE", Some("FREQ=WEEKLY;BYDAY=TU")),
            ("SUMMARY", Some("Time with Dana")),
            ("CLASS", Some("PRIVATE")),
            ("TRANSP", None),
            ("DESCRIPTION", None),
        ] {
            assert_eq!(value(event, name).as_deref(), expected, "{name}");
        }
    });
    assert!(file.contains("DTSTART;TZID=Europe/Berlin:20261124T090000\r\n"));
    let zone = "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n\
        BEGIN:DAYLIGHT\r\nDTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n\
        TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\n\
        BEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n\
        TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
    assert!(file.contains(zone), "{file}");
}

/// The offset, the rhythm, the days and the minute of the day that were picked; and the first time.
const FIRST_TIMES: &str = "
   0 Weekly  Monday                    540 20261123T090000 FREQ=WEEKLY;BYDAY=MO
   0 Weekly  Saturday                  541 20261121T090100 FREQ=WEEKLY;BYDAY=SA
   0 Weekly  Saturday                  540 20261128T090000 FREQ=WEEKLY;BYDAY=SA
 899 Weekly  Sunday                      0 20261122T000000 FREQ=WEEKLY;BYDAY=SU
 900 Weekly  Sunday                      0 20261129T000000 FREQ=WEEKLY;BYDAY=SU
-600 Weekly  Friday                   1439 20261120T235900 FREQ=WEEKLY;BYDAY=FR
   0 Monthly Tuesday                   600 20261124T100000 FREQ=MONTHLY;BYDAY=4TU
   0 Monthly Sunday                    600 20261122T100000 FREQ=MONTHLY;BYDAY=4SU
   0 Monthly Saturday                  540 20261128T090000 FREQ=MONTHLY;BYDAY=4SA
   0 Moments Monday,Wednesday,Thursday 480 20261123T080000 FREQ=WEEKLY;BYDAY=MO,WE,TH
   0 Weekly  -                         480 20261122T080000 FREQ=WEEKLY;BYDAY=SU";

#[test]
fn the_first_time_is_the_next_such_day_by_the_wall_clock() {
    // Saturday 21 November 2026, 09:00 UTC.
    for line in FIRST_TIMES.lines().skip(1) {
        let columns: Vec<&str> = line.split_whitespace().collect();
        let [offset, rhythm, days, time, start, rule] = columns[..] else {
            panic!("six columns: {line}");
        };
        let days = days.split(',').filter_map(|day| named(Weekday::ALL, day));
        let rhythm = named(Rhythm::ALL, rhythm).unwrap();
        let mut appointment = appointment(rhythm, &days.collect::<Vec<_>>());
        appointment.time = time.parse().unwrap();
        let zone = Zone::floating(offset.parse().unwrap());
        let file = text(&appointment, NOW, &zone, 0);
        with_event(&file, |event| {
            assert_eq!(value(event, "DTSTART").as_deref(), Some(start), "{line}");
            assert_eq!(value(event, "RRULE").as_deref(), Some(rule), "{line}");
        });
        assert!(!file.contains("TZ"), "floating: {file}");
    }
    // A fifth Sunday is the last.
    let monthly = appointment(Rhythm::Monthly, &[Sunday]);
    let file = text(
        &monthly,
        moment("2026-11-23T00:00:00Z"),
        &Zone::floating(0),
        0,
    );
    assert!(file.contains("RRULE:FREQ=MONTHLY;BYDAY=-1SU\r\n"), "{file}");
}

#[test]
fn reminders_and_short_moments_are_as_picked() {
    let mut moments = appointment(Rhythm::Moments, &[Monday]);
    moments.reminder = true;
    moments.time = 1439;
    let file = text(&moments, NOW, &Zone::floating(0), 0);
    assert!(file.contains("DTSTART:20261123T235900\r\nDTEND:20261124T000400\r\n"));
    assert!(file.contains("TRANSP:TRANSPARENT\r\n") && !file.contains("COUNT"));
    let alarm = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Time with Dana\r\n\
        TRIGGER:-PT10M\r\nEND:VALARM\r\nEND:VEVENT\r\n";
    assert!(file.contains(alarm), "{file}");
}

fn any_appointment() -> impl Strategy<Value = Appointment> {
    (
        prop::sample::select(Rhythm::ALL),
        prop::collection::vec(prop::sample::select(Weekday::ALL), 0..4),
        0_u16..1440,
        any::<bool>(),
        any_text(110).prop_filter_map("a title", |text| Title::new(&text).ok()),
    )
        .prop_map(|(rhythm, days, time, reminder, summary)| Appointment {
            rhythm,
            days,
            time,
            reminder,
            summary,
        })
}

#[test]
fn any_title_reads_back_from_short_lines() {
    let zones = [berlin(), Zone::floating(0)];
    proptest!(testing::cases(1500), |(
        appointment in any_appointment(),
        zone in prop::sample::select(zones.to_vec()),
        seconds in 0_i64..=253_402_300_799,
        entropy in any::<u128>(),
    )| {
        let file = text(&appointment, UnixMs(seconds * 1000), &zone, entropy);
        with_event(&file, |event| {
            let summary = event.properties.iter().find(|property| property.name == "SUMMARY");
            let summary = summary.unwrap().val.to_string();
            assert_eq!(summary, appointment.summary.as_str());
        });
    });
}

#[test]
fn a_line_is_folded_after_its_75th_octet_and_not_before() {
    let with = |title: &str| {
        let summary = Title::new(title).unwrap();
        let appointment = Appointment {
            summary,
            ..appointment(Rhythm::Weekly, &[Monday])
        };
        text(&appointment, NOW, &berlin(), ENTROPY)
    };
    let x = |count: usize| "x".repeat(count);
    assert!(with(&x(67)).contains(&format!("SUMMARY:{}\r\n", x(67))));
    let folded = format!("SUMMARY:{}\r\n xy\r\n", x(67));
    assert!(with(&(x(68) + "y")).contains(&folded));
    // Of two octets, the second of which would be the 76th.
    let folded = format!("SUMMARY:{}\r\n é\r\n", x(66));
    assert!(with(&(x(66) + "é")).contains(&folded));
}

#[test]
fn an_act_is_a_whole_day_that_blocks_nothing() {
    for (noon, zone, day, next) in [
        ("2026-11-30T11:00:00Z", berlin(), "20261130", "20261201"),
        (
            "2026-12-31T12:00:00Z",
            Zone::floating(0),
            "20261231",
            "20270101",
        ),
        // The middle of a day is on another date of UTC fourteen hours east of it.
        (
            "2026-11-29T22:00:00Z",
            Zone::floating(840),
            "20261130",
            "20261201",
        ),
    ] {
        let entry = Entry::Day(Reminder {
            noon: moment(noon),
            summary: Title::new("Five minutes for K.").unwrap(),
        });
        let file = calendar::text(&entry, NOW, &zone, ENTROPY);
        assert!(
            !file.contains("VTIMEZONE") && !file.contains("RRULE"),
            "{file}"
        );
        with_event(&file, |event| {
            let value = |name| value(event, name).unwrap();
            assert_eq!(
                (value("DTSTART"), value("DTEND")),
                (day.to_owned(), next.to_owned())
            );
            assert_eq!(value("SUMMARY"), "Five minutes for K.");
            assert_eq!(value("TRANSP"), "TRANSPARENT");
            assert_eq!(event.components.len(), 1, "one alarm");
        });
    }
}
