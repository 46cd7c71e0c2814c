//! Numbers, dates, plurals and lists as the browser writes them, beside the tables from CLDR.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "test code")]

use intl::BrowserLocale;
use measure::time::{LocalClock, UnixMs};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use words::{Joined, Locale as _, native};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_browser_writes_as_the_tables_from_cldr_say() {
    for tag in native::tags() {
        let (table, locale) = (
            native::language(&tag).unwrap(),
            native::locale(&tag).unwrap(),
        );
        let browser = BrowserLocale {
            tag: locale,
            is_plain: false,
        };
        for number in 0..=200 {
            let number = f64::from(number);
            assert_eq!(
                browser.plural(number),
                table.plural(number),
                "{tag}: {number}"
            );
        }
        for (value, decimals) in [
            (0.0, 0),
            (7.0, 0),
            (1234.0, 0),
            (62.5, 1),
            (3.04, 2),
            (-12.0, 0),
        ] {
            assert_eq!(
                browser.number(value, decimals),
                table.number(value, decimals),
                "{tag}"
            );
        }
        for month in 0..12 {
            let moment = UnixMs(1_798_761_600_000 + month * 31 * 86_400_000);
            assert_eq!(
                browser.date(moment),
                table.day(moment, LocalClock::UTC),
                "{tag}"
            );
        }
        for day in 0..7 {
            assert_eq!(browser.weekday(day), table.weekday(day), "{tag}");
        }
        for items in [
            &["a"][..],
            &["a", "b"],
            &["a", "b", "c"],
            &["a", "b", "c", "d"],
        ] {
            for joined in [Joined::And, Joined::Or] {
                assert_eq!(
                    browser.list(items, joined),
                    table.list(items, joined),
                    "{tag}"
                );
            }
        }
    }
}

#[wasm_bindgen_test]
fn small_numbers_need_no_formatter_where_one_writes_them_in_ascii_digits() {
    let mut plain = 0;
    for tag in native::tags() {
        let locale = native::locale(&tag).unwrap();
        let [browser, quick] = [false, true].map(|is_plain| BrowserLocale {
            tag: locale.clone(),
            is_plain,
        });
        // As the build decides it, in `loader/languages.mjs`.
        if browser.number(123.0, 0) != "123" {
            continue;
        }
        plain += 1;
        for number in (0..1200).map(f64::from).chain([-1.0, 0.5, 999.5]) {
            assert_eq!(
                quick.number(number, 0),
                browser.number(number, 0),
                "{tag}: {number}"
            );
        }
    }
    assert!(plain > 5, "{plain} languages");
}
