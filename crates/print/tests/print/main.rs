//! The printed report and the copied summary are complete and use the numbers of the export.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::pedantic,
    clippy::unwrap_used,
    reason = "test code"
)]

mod others;
mod parts;

use app::attributes::Link;
use app::practice::Practice;
use measure::completed::Completed;
use measure::instrument::{FormName, Instrument, Keying};
use measure::report::Report;
use measure::time::UnixMs;
use print::{self, Printed, Saying};
use print::{mail, summary};
use proptest::prelude::*;
use serde_json::Value;
use testing::sheets::any_completed;
use testing::{answers, at, completed, keyed_answers, shipped, small};
use words::native::english;

fn report(completed: &Completed) -> Value {
    report_on(&shipped(), completed)
}

fn report_on(instrument: &Instrument, completed: &Completed) -> Value {
    report_with(instrument, completed, None, &[])
}

fn report_with(
    instrument: &Instrument,
    completed: &Completed,
    practice: Option<&Practice>,
    others: &[Saying],
) -> Value {
    let parsed = |address: &str| Some(address.to_owned());
    let link = Link::new(
        "https://coach.example/book",
        "Book a talk".to_owned(),
        parsed,
    );
    let printed = Printed {
        instrument,
        completed,
        practice,
        others,
        date: "21 November 2026",
        call_to_action: link.as_ref(),
        words: english(),
    };
    serde_json::from_str(&print::report(&printed).into_text()).unwrap()
}

/// The texts of a document in reading order.
fn lines(node: &Value) -> Vec<String> {
    match node {
        Value::String(text) => vec![text.clone()],
        Value::Array(parts) => parts[2..].iter().flat_map(lines).collect(),
        other => panic!("{other} is no node"),
    }
}

fn mixed() -> Completed {
    let sheet = answers(
        &shipped(),
        FormName::Full,
        "252433254352 12432421532- 4545354455xx",
    );
    completed(sheet, 352)
}

/// Down is very likely the weakest direction, and the finding names it.
fn named() -> Completed {
    let sheet = keyed_answers(
        &shipped(),
        FormName::Full,
        &("5".repeat(24) + &"2".repeat(12)),
    );
    completed(sheet, 300)
}

#[test]
fn a_stranger_can_tell_what_was_measured_how_sure_it_is_and_what_to_do() {
    let page = lines(&report(&mixed())).join("\n");
    for part in [
        "Your result, 21 November 2026",
        "33 of 36 statements answered, by the leader alone",
        "peers and partners you have no authority over",
        "58 (47 to 70)",
        "Standard error of measurement: 7.0 points, assumed, not measured.",
        "One thing to try: ",
        "Name",
        "Notes",
        "left out",
        "Did not come up, or does not apply",
        "https://coach.example/book",
        "leadership-relationships 1.0.0",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    for item in &shipped().items {
        assert!(page.contains(&item.stem), "{}", item.stem);
    }
}

#[test]
fn the_reverse_keyed_statements_are_marked_and_no_others() {
    let all = lines(&report(&mixed()));
    for item in &shipped().items {
        let line = all
            .iter()
            .rfind(|line| line.starts_with(&item.stem))
            .unwrap();
        let reversed = item.keying == Keying::Reverse;
        assert_eq!(line.contains('↺'), reversed, "{line}");
    }
}

#[test]
fn the_chart_has_a_tick_and_a_word_for_each_option_and_marks_the_direction_that_is_named() {
    let page = report(&mixed()).to_string();
    assert_eq!(page.matches(r#""class":"tick","x1":"#).count(), 3 * 5);
    for option in &shipped().options {
        assert!(
            page.contains(&format!(r#"["span",{{}},"{option}"]"#)),
            "{option}"
        );
    }
    assert!(!page.contains("row lowest"));
    let page = report(&named()).to_string();
    assert_eq!(page.matches("row lowest").count(), 1);
    assert!(page.contains("Very likely: more than 9 in 10"));
}

#[test]
fn the_answers_that_stand_out_are_quoted_and_those_at_the_low_end_marked() {
    let document = report(&mixed());
    let all = lines(&document);
    let found = Report::from_completed(&shipped(), &mixed()).stands_out;
    let lowest = found.lowest.first().unwrap();
    for item in found.highest.iter().chain([&lowest]) {
        let stem = &shipped().items[item.get()].stem;
        assert!(all.contains(stem), "{stem}");
    }
    let low = document.to_string().matches(r#"{"class":"low"}"#).count();
    let sheet = mixed().sheet;
    let expected = (0..3).map(testing::scale).flat_map(|scale| {
        measure::report::answers(&shipped(), &sheet, scale, None)
            .map(|answered| answered.is_low())
            .collect::<Vec<_>>()
    });
    assert_eq!(low, expected.filter(|low| *low).count());
}

#[test]
fn the_act_of_this_week_takes_the_place_of_the_first_move() {
    let tabs = simulator::practice::planned();
    let practice = tabs.browser.practice(0);
    let page = lines(&report_with(&shipped(), &mixed(), Some(practice), &[])).join("\n");
    assert!(page.contains("This week, with Dana: "), "{page}");
    assert!(page.contains("How are you, really?"));
    assert!(!page.contains("One thing to try: "));
}

#[test]
fn a_direction_that_does_not_apply_is_named_without_its_statements() {
    let sheet = answers(
        &shipped(),
        FormName::Full,
        &("4".repeat(24) + &"x".repeat(12)),
    );
    let page = lines(&report(&completed(sheet, 300))).join("\n");
    let item = &shipped().items[at(&shipped(), "down-repair-2").get()].stem;
    assert!(page.contains("does not apply to you") && !page.contains(item.as_str()));
}

#[test]
fn the_summary_says_each_score_with_its_margin() {
    let report = Report::from_completed(&shipped(), &mixed());
    let text = summary::of(&report, "21 November 2026", english());
    let words = english();
    let (finding, why) = words.results().finding(&report);
    let lines = [
        "Your result, 21 November 2026",
        "",
        &finding,
        why,
        "",
        "Up: 58 (47 to 70) (middle, could also be low)",
        "Across: 50 (38 to 62) (middle, could also be low)",
        "Down: 65 (52 to 78) (middle, could also be high)",
        "",
        words.keep().summary_assumed(),
        words.audit().welcome_limits(),
    ];
    assert_eq!(text, lines.join("\n") + "\n");
}

#[test]
fn a_mail_holds_the_summary_as_far_as_an_address_may_be_long() {
    let report = Report::from_completed(&shipped(), &mixed());
    let href = |mailbox: &str| mail::href(mailbox, "A & B", &report, "21 November 2026", english());
    let body = |text: String| text.replace('\n', "\r\n");
    let whole = body(summary::of(&report, "21 November 2026", english()));
    let short = body(summary::short(&report, "21 November 2026", english()));
    let read = |href: &str| {
        let (start, text) = href.split_once("&body=").unwrap();
        (start.to_owned(), percent_decoded(text))
    };
    let start = "mailto:coach@coach.example?subject=A%20%26%20B".to_owned();
    assert_eq!(read(&href("coach@coach.example")), (start, whole));
    assert_eq!(read(&href(&"c".repeat(1_300))).1, short);
    assert_eq!(read(&href(&"c".repeat(1_900))).1, "");
    assert!(href(&"c".repeat(1_300)).len() <= 2_000);
}

/// The text behind percent codes.
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next().unwrap(), rest.next().unwrap()];
            let digits = std::str::from_utf8(&digits).unwrap();
            bytes.push(u8::from_str_radix(digits, 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}

proptest! {
    /// Whatever was answered, every direction is printed, every mark lies on the axis, and no
    /// element has a style attribute, which a strict policy would refuse.
    #[test]
    fn every_result_can_be_printed(completed in any_completed()) {
        let document = report(&completed);
        let text = document.to_string();
        prop_assert!(!text.contains("style\""));
        prop_assert!(!text.contains("NaN"));
        let all = lines(&document);
        for scale in &shipped().scales {
            prop_assert!(all.contains(&scale.label));
        }
        let mut marks = Vec::new();
        positions(&document, &mut marks);
        for mark in marks {
            prop_assert!((0.0..=100.0).contains(&mark), "{}", mark);
        }
    }
}

/// Collects every attribute in percent.
fn positions(node: &Value, found: &mut Vec<f64>) {
    let Value::Array(parts) = node else { return };
    let attributes = parts[1].as_object().unwrap();
    let percents = attributes
        .values()
        .filter_map(|value| value.as_str()?.strip_suffix('%'));
    found.extend(percents.map(|number| number.parse::<f64>().unwrap()));
    parts[2..].iter().for_each(|part| positions(part, found));
}

#[test]
fn another_questionnaire_is_printed_without_what_is_only_known_of_ours() {
    let print = |instrument: &Instrument, text: &str| {
        let completed = completed(answers(instrument, FormName::Full, text), 100);
        report_on(instrument, &completed).to_string()
    };
    let ours = print(&shipped(), &"4".repeat(36));
    let about = english().audit().scale_about("up").unwrap();
    assert!(ours.contains(about));
    let other = print(&small(4, |text| text), "4444");
    assert!(other.contains("One") && !other.contains(about));
    // Without facets, only the direction is named beside an answer.
    let without = |text: String| {
        text.replace(r#"[{"id":"f1","label":"F"}]"#, "[]")
            .replace(r#""facet":"f1","#, "")
    };
    let plain = print(&small(4, without), "4444");
    assert!(other.contains("One · F") && plain.contains("\"One\"") && !plain.contains(" · "));
}

#[test]
fn the_summary_says_which_direction_has_no_score_and_whether_an_error_is_assumed() {
    let summarised = |instrument: &Instrument, text: &str| {
        let completed = completed(answers(instrument, FormName::Full, text), 100);
        let report = Report::from_completed(instrument, &completed);
        summary::of(&report, "21 November 2026", english())
    };
    let instrument = shipped();
    let text = summarised(&instrument, &("4".repeat(24) + &"-".repeat(12)));
    let label = &instrument.scales[2].label;
    assert!(
        text.contains(&format!("{label}: not scored, 0 of 12 answered\n")),
        "{text}"
    );
    assert!(text.contains(english().keep().summary_assumed()));
    let measured = small(4, |text| {
        text.replace("\"assumed\"", "\"estimated\",\"n\":290,\"coefficient\":0.8")
    });
    let text = summarised(&measured, "4444");
    assert!(!text.contains(english().keep().summary_assumed()), "{text}");
}
