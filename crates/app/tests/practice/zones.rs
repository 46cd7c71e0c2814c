//! The zones of calendar files: rules found by probing a clock, and floating times where there are none.

use app::practice::calendar::{Onset, Rules, Zone};
use app::practice::{Rhythm, Weekday};
use simulator::practice::NOW;

use crate::calendar::{EUROPE, NEW_YORK, appointment, berlin, changing, text};

use Weekday::{Monday, Sunday};

fn onset(month: i64, nth: i64, weekday: Weekday, time: i64, before: i32, after: i32) -> Onset {
    Onset {
        month,
        nth,
        weekday,
        time,
        before,
        after,
    }
}

#[test]
fn the_rules_of_a_zone_are_found_from_its_clock() {
    assert_eq!(
        berlin().rules,
        Rules::Yearly([
            onset(3, -1, Sunday, 120, 60, 120),
            onset(10, -1, Sunday, 180, 120, 60),
        ])
    );
    let new_york = Zone::probe(Some("America/New_York"), NOW, &changing(-300, &NEW_YORK));
    assert_eq!(new_york.offset, -300);
    assert_eq!(
        new_york.rules,
        Rules::Yearly([
            onset(3, 2, Sunday, 120, -300, -240),
            onset(11, 1, Sunday, 120, -240, -300),
        ])
    );
    let kolkata = Zone::probe(Some("Asia/Kolkata"), NOW, &|_| 330);
    assert_eq!((kolkata.rules.clone(), kolkata.offset), (Rules::Never, 330));
    let file = text(&appointment(Rhythm::Weekly, &[Monday]), NOW, &kolkata, 0);
    let zone = "TZID:Asia/Kolkata\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n\
        TZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530\r\nEND:STANDARD\r\n";
    assert!(file.contains(zone), "{file}");
}

#[test]
fn a_zone_behind_utc_changes_on_the_weekday_it_counts_from_the_first() {
    let zone = Zone::probe(Some("America/New_York"), NOW, &changing(-300, &NEW_YORK));
    let file = text(&appointment(Rhythm::Weekly, &[Monday]), NOW, &zone, 0);
    for lines in [
        "BEGIN:DAYLIGHT\r\nDTSTART:19700308T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n\
         TZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\n",
        "BEGIN:STANDARD\r\nDTSTART:19701101T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\r\n\
         TZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\n",
    ] {
        assert!(file.contains(lines), "{lines}\n{file}");
    }
}

#[test]
fn a_change_that_is_counted_otherwise_each_year_has_no_rule() {
    // The second Sunday of March in one year, the third in the others; none of them a last.
    let mut changes = NEW_YORK.map(|text| text.replace("-03-08T", "-03-15T"));
    for (from, to) in [("2028-03-12", "2028-03-19"), ("2030-03-10", "2030-03-17")] {
        for change in &mut changes {
            *change = change.replace(from, to);
        }
    }
    let changes: Vec<&str> = changes.iter().map(String::as_str).collect();
    let zone = Zone::probe(Some("America/New_York"), NOW, &changing(-300, &changes));
    assert_eq!(zone.rules, Rules::Other);
}

#[test]
fn a_zone_without_yearly_rules_is_floating_and_named_for_servers() {
    // One change is a day early; one an hour late; a year has none; the clock is set for good in the first year.
    let (mut early, mut late) = (EUROPE, EUROPE);
    early[6] = "2029-03-24T01:00:00Z";
    late[6] = "2029-03-25T02:00:00Z";
    let stopped = &EUROPE[..10];
    for changes in [&early, &late, stopped, &EUROPE[..1]] {
        let zone = Zone::probe(Some("Europe/Berlin"), NOW, &changing(60, changes));
        assert_eq!(zone.rules, Rules::Other);
        let file = text(&appointment(Rhythm::Weekly, &[Monday]), NOW, &zone, 0);
        assert!(file.contains("X-WR-TIMEZONE:Europe/Berlin\r\n"));
        assert!(file.contains("DTSTART:20261123T090000\r\n"), "{file}");
        assert!(!file.contains("VTIMEZONE"));
    }
    for name in [
        None,
        Some(""),
        Some("a;b"),
        Some("a\r\nb"),
        Some(&*"x".repeat(65)),
    ] {
        let zone = Zone::probe(name, NOW, &|_| 60);
        assert_eq!(zone.name, None);
        let file = text(&appointment(Rhythm::Weekly, &[Monday]), NOW, &zone, 0);
        assert!(!file.contains("TZ") && file.contains("DTSTART:20261123T090000\r\n"));
    }
}

#[test]
fn a_browser_that_says_utc_may_hide_its_zone_and_gets_a_time_without_one() {
    for (name, offset, hidden) in [
        ("UTC", 0, true),
        ("Etc/GMT", 0, true),
        ("Atlantic/Reykjavik", 0, true),
        ("Asia/Kolkata", 330, false),
        ("Etc/GMT+1", -60, false),
    ] {
        let zone = Zone::probe(Some(name), NOW, &|_| offset);
        assert_eq!(zone.may_be_hidden(), hidden, "{name}");
        assert_eq!(zone.name.is_none(), hidden, "{name}");
        let file = text(&appointment(Rhythm::Weekly, &[Monday]), NOW, &zone, 0);
        assert_eq!(file.contains("TZ"), !hidden, "{file}");
        assert!(file.contains(":20261123T090000\r\n"), "{file}");
    }
    // London is at UTC only in winter.
    let london = Zone::probe(Some("Europe/London"), NOW, &changing(0, &EUROPE));
    assert!(!london.may_be_hidden() && london.name.is_some());
}

#[test]
fn a_zone_on_utc_in_winter_has_a_positive_offset_of_nothing() {
    let london = Zone::probe(Some("Europe/London"), NOW, &changing(0, &EUROPE));
    let file = text(&appointment(Rhythm::Weekly, &[Monday]), NOW, &london, 0);
    assert!(
        file.contains("TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\n"),
        "{file}"
    );
}
