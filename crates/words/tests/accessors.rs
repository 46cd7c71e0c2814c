//! The texts as the program asks for them: every term has a name, numbers and lists are written as the
//! language writes them, and nothing that a visitor typed is lost.
#![allow(clippy::unwrap_used, clippy::panic, reason = "test code")]

use app::practice::{Act, Kind, LastTalk, Place, Tie};
use app::session::Part;
use measure::scoring::Band;
use measure::time::{LocalClock, UnixMs};
use testing::clocks::{APIA, BERLIN, KIRITIMATI, PAGO_PAGO, ST_JOHNS};
use words::native::{english, language};
use words::{Joined, Term};

#[test]
fn every_term_has_a_name_and_a_line_about_it() {
    fn hold<T: Copy>(all: &[T], term: impl Fn(T) -> Term) {
        let mut names: Vec<_> = all.iter().map(|one| term(*one).name).collect();
        assert!(all.iter().all(|one| !term(*one).about.is_empty()));
        names.sort_unstable();
        names.dedup();
        assert!(
            !names.contains(&"") && names.len() == all.len(),
            "{names:?}"
        );
    }
    let practice = english().practice();
    hold(Place::ALL, |one| practice.place_term(one));
    hold(Kind::ALL, |one| practice.kind_term(one));
    hold(Tie::ALL, |one| practice.tie_term(one));
    hold(LastTalk::ALL, |one| practice.last_talk_term(one));
    hold(Act::ALL, |one| practice.act_term(one));
    for part in Part::ALL {
        assert_ne!(english().audit().open(part), "");
    }
    for band in Band::ALL {
        assert_ne!(english().results().band_name(band), "");
    }
    for place in Place::ALL {
        let (strained, nobody) = (
            english().map().only_strained_in(*place),
            english().map().nobody_in(*place),
        );
        assert!(!strained.is_empty() && !nobody.is_empty());
        for act in Act::ALL {
            for kind in Kind::ALL.iter().map(|kind| Some(*kind)).chain([None]) {
                let fits = practice.opener_for(*act, *place, kind).is_some();
                assert_eq!(fits, act.fits(*place), "{act:?} {place:?} {kind:?}");
            }
        }
    }
}

#[test]
fn a_language_has_its_tag_and_direction_and_is_itself_alone() {
    for (tag, direction) in [("en", "ltr"), ("pt-BR", "ltr"), ("ar", "rtl")] {
        let made = language(tag).unwrap();
        assert_eq!((made.tag(), made.direction()), (tag, direction));
        assert_eq!(format!("{made:?}"), tag);
        assert_eq!(made, made);
    }
    assert_ne!(language("en").unwrap(), language("ar").unwrap());
}

#[test]
fn a_part_is_found_by_its_name() {
    for part in words::Part::ALL {
        assert_eq!(words::Part::from_name(part.name()), Some(*part));
    }
    assert_eq!(words::Part::from_name("rest"), None);
}

#[test]
fn every_part_has_a_button_of_its_own() {
    let audit = english().audit();
    let texts = Part::ALL.map(|part| audit.open(part));
    assert_eq!(
        texts,
        [
            audit.open_part("map").unwrap(),
            audit.open_part("practice").unwrap(),
            audit.open_part("circle").unwrap(),
        ]
    );
    assert!(texts.iter().all(|text| !text.is_empty()));
}

#[test]
fn a_number_chooses_its_form() {
    let audit = english().audit();
    assert_eq!(audit.form_minutes(1_usize), "1 minute");
    assert_eq!(audit.form_minutes(6_usize), "6 minutes");
    assert_eq!(audit.review_title(0), "Nothing is left out");
    assert_eq!(audit.review_title(1), "1 statement is left out");
    let mirrored = language("ar-XB").unwrap().audit();
    for count in [0_usize, 1, 2, 3, 11, 100] {
        assert!(
            mirrored.form_minutes(count).contains(&count.to_string()),
            "{count}"
        );
    }
}

#[test]
fn what_is_put_in_is_not_looked_into() {
    let texts = ["{1}", "{0}", "{", "a {0} b"];
    for text in texts {
        assert_eq!(english().act().saved(text), format!("Saved. {text}"));
    }
    let line = english().act().move_says("across.presence", "{1}", "{0}");
    let says = "On {1}, I get in touch with {0}, and ask for nothing.";
    assert_eq!(line.as_deref(), Some(says));
}

#[test]
fn numbers_dates_and_lists_are_written_as_in_english() {
    let words = english();
    for (value, decimals, text) in [
        (62.5, 1, "62.5"),
        (9.0, 1, "9.0"),
        (0.0625, 1, "0.1"),
        (4.041_666, 2, "4.04"),
        (99.96, 1, "100.0"),
        (12_345.0, 0, "12,345"),
        (-3.0, 0, "-3"),
    ] {
        assert_eq!(words.number(value, decimals), text);
    }
    for (items, text) in [
        (&["A"][..], "A"),
        (&["A", "B"], "A and B"),
        (&["A", "B", "C"], "A, B and C"),
        (&["A", "B", "C", "D"], "A, B, C and D"),
    ] {
        assert_eq!(words.list(items, Joined::And), text);
    }
    assert_eq!(words.list(&["A", "B"], Joined::Or), "A or B");
    assert_eq!(
        (words.weekday(0), words.weekday(6)),
        ("Monday".into(), "Sunday".into())
    );
}

#[test]
fn a_moment_is_dated_by_the_clock_of_then_whenever_it_is_looked_at() {
    for (clock, moment, text) in [
        (LocalClock::UTC, "2027-01-01T00:00:00Z", "1 January 2027"),
        (KIRITIMATI, "2026-12-31T10:00:00Z", "1 January 2027"),
        (PAGO_PAGO, "2027-01-01T10:59:59Z", "31 December 2026"),
        // Half past eleven in winter, which in summer time is the next day.
        (BERLIN, "2026-01-15T22:30:00Z", "15 January 2026"),
        (BERLIN, "2026-07-15T21:30:00Z", "15 July 2026"),
        (BERLIN, "2026-07-15T22:30:00Z", "16 July 2026"),
        (ST_JOHNS, "2026-01-16T03:00:00Z", "15 January 2026"),
        (ST_JOHNS, "2026-07-16T02:45:00Z", "16 July 2026"),
        (APIA, "2011-12-30T09:30:00Z", "29 December 2011"),
        (APIA, "2011-12-30T10:30:00Z", "31 December 2011"),
    ] {
        let moment = UnixMs::from_rfc3339(moment).unwrap();
        assert_eq!(english().day(moment, clock), text);
    }
}
