//! The printed report and the copied summary are complete and use the numbers of the export.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::pedantic,
    clippy::unwrap_used,
    reason = "test code"
)]

use app::attributes::Link;
use measure::chart::AXIS;
use measure::completed::Completed;
use measure::instrument::{FormName, Instrument, Keying};
use measure::report::Report;
use print::summary;
use print::{self, Printed};
use proptest::prelude::*;
use records::texts::{self, Texts};
use serde_json::Value;
use testing::sheets::any_completed;
use testing::{answers, completed, shipped, small};
use words::workbook::WORKBOOK_EN;

fn all_texts() -> Texts {
    texts::parse(include_str!("../../../content/result-texts.en.json")).unwrap()
}

fn report(completed: &Completed, texts: Option<&Texts>) -> Value {
    report_on(&shipped(), completed, texts)
}

fn report_on(instrument: &Instrument, completed: &Completed, texts: Option<&Texts>) -> Value {
    let link = Link::new("https://coach.example/book", "Book a talk".to_owned());
    let printed = Printed {
        instrument,
        completed,
        texts,
        date: "21 November 2026",
        call_to_action: link.as_ref(),
        strings: &WORKBOOK_EN,
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

#[test]
fn a_stranger_can_tell_what_was_measured_how_sure_it_is_and_what_to_do() {
    let texts = all_texts();
    let page = lines(&report(&mixed(), Some(&texts))).join("\n");
    for part in [
        "Your audit of 21 November 2026, full form",
        "33 of 36 statements answered, by the leader alone",
        "Across: peers and partners you have no authority over.",
        "58, margin 44 to 73",
        "Standard error of measurement: 9.0 points, assumed, not measured.",
        "One place to begin, on Monday: Trust",
        "List what you have promised",
        "left out",
        "Does not apply to me",
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
    let all = lines(&report(&mixed(), None));
    for item in &shipped().items {
        let line = all
            .iter()
            .find(|line| line.starts_with(&item.stem))
            .unwrap();
        let reversed = item.keying == Keying::Reverse;
        assert_eq!(line.contains('↺'), reversed, "{line}");
    }
}

#[test]
fn the_axis_has_a_line_and_a_number_at_each_edge_of_a_band() {
    let page = report(&mixed(), None).to_string();
    for number in AXIS {
        assert!(
            page.contains(&format!(r#"["i",{{}},"{number}"]"#)),
            "{number}"
        );
        let line = format!(r#""class":"edge","x1":"{number}%","x2":"{number}%""#);
        assert!(page.contains(&line), "{number}");
    }
}

#[test]
fn the_title_names_the_day_and_nobody() {
    assert_eq!(
        app::effect::file_stem(&mixed()),
        "leadership-audit-2026-11-21"
    );
}

#[test]
fn the_summary_says_each_score_with_its_margin() {
    let report = Report::from_completed(&shipped(), &mixed());
    let text = summary::of(&report, "21 November 2026", &WORKBOOK_EN);
    assert_eq!(
        text,
        "Your audit of 21 November 2026, full form

Which direction needs you most is too close to call.
A gap between two scores has a margin of error too, wider than that of one score, and these gaps lie within it. Naming one direction as the weakest would be a guess. The map may hold a hint.

Up: 58, margin 44 to 73 (uneven, could also be strained)
Across: 50, margin 35 to 65 (uneven, could also be strained)
Down: 65, margin 49 to 81 (uneven, could also be strained or steady)

How wide the margins are rests on an assumption: no study has measured the error yet.
This is an aid to reflection, not a validated psychological test. It says nothing about anyone’s fitness for a job.
"
    );
}

proptest! {
    /// Whatever was answered, every direction is printed, every mark lies on the axis, and no
    /// element has a style attribute, which a strict policy would refuse.
    #[test]
    fn every_result_can_be_printed(completed in any_completed()) {
        let texts = all_texts();
        let document = report(&completed, Some(&texts));
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
        report_on(instrument, &completed, None).to_string()
    };
    let ours = print(&shipped(), &"4".repeat(36));
    let about = (WORKBOOK_EN.audit.scale_about)("up").unwrap();
    assert!(ours.contains(about) && ours.contains("[\"small\""));
    let other = print(&small(4, |text| text), "4444");
    assert!(other.contains("One") && !other.contains(about) && !other.contains("[\"small\""));
    // Without facets there is no table of them.
    let without = |text: String| {
        text.replace(r#"[{"id":"f1","label":"F"}]"#, "[]")
            .replace(r#""facet":"f1","#, "")
    };
    let plain = print(&small(4, without), "4444");
    assert!(plain.contains("One"));
    assert!(other.contains("[\"table\"") && !plain.contains("[\"table\""));
}

#[test]
fn the_summary_says_which_direction_has_no_score_and_whether_an_error_is_assumed() {
    let summarised = |instrument: &Instrument, text: &str| {
        let completed = completed(answers(instrument, FormName::Full, text), 100);
        let report = Report::from_completed(instrument, &completed);
        summary::of(&report, "21 November 2026", &WORKBOOK_EN)
    };
    let instrument = shipped();
    let text = summarised(&instrument, &("4".repeat(24) + &"-".repeat(12)));
    let label = &instrument.scales[2].label;
    assert!(
        text.contains(&format!("{label}: not scored, 0 of 12 answered\n")),
        "{text}"
    );
    assert!(text.contains(WORKBOOK_EN.summary_assumed));
    let measured = small(4, |text| {
        text.replace("\"assumed\"", "\"estimated\",\"n\":90,\"alpha\":0.8")
    });
    let text = summarised(&measured, "4444");
    assert!(!text.contains(WORKBOOK_EN.summary_assumed), "{text}");
}
