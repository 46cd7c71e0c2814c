//! Logical clocks, times and dates at their edges, in storage: nothing that is written afterwards is lost.

use app::session::Message::*;
use records::practice::{Kind, Tie};
use records::slot::Slot;
use records::stored::{MAX_ACTIVE_MS, MAX_CLOCK};
use simulator::practice::{Tabs, names};
use simulator::tabs::Browser;

/// An audit with three answers, whose head has these values instead.
fn with_head(changes: &[(&str, u64)]) -> Browser {
    let mut browser = Browser::answering_again(&[4, 5, 3]);
    browser.close(0);
    let mut head: serde_json::Value =
        serde_json::from_str(&browser.text(&Slot::Head).unwrap()).unwrap();
    for (name, value) in changes {
        head[*name] = (*value).into();
    }
    browser.put(&Slot::Head, &head.to_string());
    browser
}

#[test]
fn a_head_with_the_largest_clock_loses_no_answer() {
    for clock in [
        MAX_CLOCK / 2 - 1,
        MAX_CLOCK / 2,
        MAX_CLOCK / 2 + 1,
        MAX_CLOCK - 1,
        MAX_CLOCK,
        MAX_CLOCK + 1,
        2 * MAX_CLOCK - 1,
        2 * MAX_CLOCK,
    ] {
        for changes in [
            &[("clock", clock)][..],
            &[("clock", clock), ("began", clock)],
        ] {
            let mut browser = with_head(changes);
            for _ in 0..3 {
                let tab = browser.open();
                if browser.session(tab).can_continue() {
                    browser.does(tab, Continued);
                } else {
                    browser.does(tab, Started);
                }
                browser.presses(tab, &[2, 1]);
                let answered = browser.responses(tab);
                assert!(answered.contains("21"), "{clock}: {answered}");
                assert_eq!(browser.stored_responses(), answered, "{clock}");
                browser.close(tab);
                let later = browser.open();
                assert_eq!(browser.responses(later), answered, "{clock}");
                assert_eq!(browser.notices(later), [], "{clock}");
                browser.close(later);
            }
        }
    }
}

#[test]
fn notes_beside_one_with_the_largest_clock_stay() {
    for (clock, before) in [
        (MAX_CLOCK / 2, 1),
        (MAX_CLOCK - 1, 1),
        (MAX_CLOCK, 1),
        (MAX_CLOCK + 1, 0),
        (2 * MAX_CLOCK - 1, 0),
    ] {
        let mut tabs = Tabs::one();
        let text =
            format!(r#"{{"version":1,"clock":{clock},"writer":7,"name":"A","important":false}}"#);
        tabs.browser.close(0);
        let name = format!("relationship-{clock}-7");
        tabs.browser.put(&Slot::Practice(name), &text);
        for more in 1..4 {
            let tab = tabs.open();
            tabs.does(
                tab,
                app::practice::Message::Opened(app::practice::Part::Map),
            );
            tabs.adds(tab, &format!("B{more}"), Kind::Peer, Tie::Strong);
            let all = names(tabs.practice(tab));
            assert_eq!(all.len(), before + more, "{clock}: {all:?}");
            assert_eq!(names(&tabs.reloaded()), all, "{clock}");
            tabs.browser.close(tab);
        }
    }
}

#[test]
fn no_time_makes_a_result_that_cannot_be_read() {
    let mut browser = with_head(&[("carried_ms", MAX_ACTIVE_MS)]);
    for (key, text) in browser.everything() {
        if let Some((_, slot @ Slot::Answer(_))) = Slot::of_key(&key) {
            let mut answer: serde_json::Value = serde_json::from_str(&text).unwrap();
            answer["active_ms"] = MAX_ACTIVE_MS.into();
            browser.put(&slot, &answer.to_string());
        }
    }
    let tab = browser.open();
    assert_eq!(browser.notices(tab), []);
    browser.does(tab, Continued);
    browser.presses(tab, &[3; 15]);
    browser.close(tab);
    let later = browser.open();
    assert_eq!(browser.notices(later), []);
    let result = browser.session(later).result.clone().unwrap();
    assert_eq!(result.active_seconds, MAX_ACTIVE_MS / 1000);
}

#[test]
fn a_time_that_nobody_spends_is_refused() {
    for (name, most) in [
        ("carried_ms", MAX_ACTIVE_MS),
        ("clock", MAX_CLOCK),
        ("began", MAX_CLOCK),
    ] {
        for (value, fits) in [(most, true), (most + 1, false)] {
            let mut browser = with_head(&[(name, value)]);
            let tab = browser.open();
            assert_eq!(browser.notices(tab).is_empty(), fits, "{name} {value}");
        }
    }
}

#[test]
fn the_first_and_the_last_year_are_read_and_written() {
    for (started, ended) in [
        ("0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z"),
        ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
        ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z"),
    ] {
        let mut browser = Browser::answering(&[3; 36]);
        browser.close(0);
        let mut result: serde_json::Value =
            serde_json::from_str(&browser.text(&Slot::Result).unwrap()).unwrap();
        result["started_at"] = started.into();
        result["ended_at"] = ended.into();
        browser.put(&Slot::Result, &result.to_string());
        let tab = browser.open();
        assert_eq!(browser.notices(tab), [], "{started}");
        browser.does(tab, TurnedHistoryOn);
        browser.begins(tab, &[4; 36]);
        browser.close(tab);
        let later = browser.open();
        assert_eq!(browser.notices(later), [], "{started}");
        assert_eq!(browser.session(later).past.len(), 2, "{started}");
    }
}
