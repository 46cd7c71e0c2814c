//! The conventions of languages in native programs, beside what a browser's `Intl` gives for the same values.
#![allow(clippy::unwrap_used, reason = "test code")]

use measure::time::{LocalClock, UnixMs};
use words::native::{language, locale, tags};
use words::{Category, Joined};

#[test]
fn every_language_has_a_tag_and_a_locale() {
    let tags = tags();
    assert!(
        ["ar", "de", "en", "ja"]
            .iter()
            .all(|tag| tags.iter().any(|known| known == tag))
    );
    for tag in &tags {
        assert_eq!(language(tag).unwrap().tag(), tag);
        assert!(locale(tag).is_some(), "{tag}");
    }
    assert_eq!(locale("en").as_deref(), Some("en-GB"));
    assert_eq!(locale("xx"), None);
    assert!(language("xx").is_none());
}

#[test]
fn beyond_200_the_last_two_digits_decide() {
    use Category::{Few, Many, One, Other, Two, Zero};
    for (number, arabic, french) in [
        (0.0, Zero, One),
        (1.0, One, One),
        (2.0, Two, Other),
        (3.0, Few, Other),
        (11.0, Many, Other),
        (100.0, Other, Other),
        (103.0, Few, Other),
        (200.0, Other, Other),
        (201.0, Other, Other),
        (203.0, Few, Other),
        (311.0, Many, Other),
        (1000.0, Other, Other),
        (1003.0, Few, Other),
    ] {
        assert_eq!(language("ar").unwrap().plural(number), arabic, "{number}");
        assert_eq!(language("fr").unwrap().plural(number), french, "{number}");
    }
    // Numbers of people or days are whole; a part of one is no number of the table.
    assert_eq!(language("ar").unwrap().plural(0.5), Other);
}

#[test]
fn numbers_have_the_signs_of_their_language() {
    for (tag, value, decimals, written) in [
        ("en", 1_234_567.25, 1, "1,234,567.3"),
        ("en", 999.0, 0, "999"),
        ("en", 123_456.0, 0, "123,456"),
        ("de", 1_234.0, 0, "1.234"),
        ("de", -1.25, 1, "-1,3"),
        ("es", 1_234.0, 0, "1234"),
        ("es", 12_345.0, 0, "12.345"),
        ("fr", 12_345.0, 0, "12\u{202f}345"),
        ("ar", -0.5, 1, "\u{200e}-0.5"),
        ("ja", 0.0, 0, "0"),
    ] {
        assert_eq!(
            language(tag).unwrap().number(value, decimals),
            written,
            "{tag}"
        );
    }
}

#[test]
fn lists_end_as_their_language_has_it() {
    let letters = ["a", "b", "c", "d"];
    for (tag, and, or) in [
        (
            "en",
            ["", "a", "a and b", "a, b and c", "a, b, c and d"],
            "a, b or c",
        ),
        (
            "de",
            ["", "a", "a und b", "a, b und c", "a, b, c und d"],
            "a, b oder c",
        ),
        (
            "en-US",
            ["", "a", "a and b", "a, b, and c", "a, b, c, and d"],
            "a, b, or c",
        ),
        (
            "ja",
            ["", "a", "a、b", "a、b、c", "a、b、c、d"],
            "a、b、またはc",
        ),
        (
            "ar",
            ["", "a", "a وb", "a وb وc", "a وb وc وd"],
            "a أو b أو c",
        ),
    ] {
        let language = language(tag).unwrap();
        for (length, expected) in and.into_iter().enumerate() {
            assert_eq!(
                language.list(&letters[..length], Joined::And),
                expected,
                "{tag}"
            );
        }
        assert_eq!(language.list(&letters[..3], Joined::Or), or, "{tag}");
    }
}

#[test]
fn days_have_the_names_of_their_language() {
    let moment = UnixMs::from_rfc3339("2026-03-09T12:00:00Z").unwrap();
    for (tag, date, monday, sunday) in [
        ("en", "9 March 2026", "Monday", "Sunday"),
        ("en-US", "March 9, 2026", "Monday", "Sunday"),
        ("de", "9. März 2026", "Montag", "Sonntag"),
        ("ja", "2026年3月9日", "月曜日", "日曜日"),
    ] {
        let language = language(tag).unwrap();
        assert_eq!(language.day(moment, LocalClock::UTC), date);
        assert_eq!(
            (language.weekday(0).as_str(), language.weekday(6).as_str()),
            (monday, sunday)
        );
    }
}
