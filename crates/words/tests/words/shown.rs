//! What the screens, the report on paper and the summary are made of, beyond the shipped
//! questionnaire and the fully answered sheet.

use app::attributes::Attributes;
use app::session::{FormChoice, Start};
use measure::instrument::FormName::{Full, Short};
use measure::instrument::Instrument;
use measure::report::Report;
use print::summary;
use print::{self, Printed};
use testing::{answers, completed, shipped, small};
use words::workbook::WORKBOOK_EN;

#[test]
fn what_is_known_at_build_time_are_the_form_and_the_start() {
    let first = Attributes::first(FormChoice::Only(Short), Start::Audit);
    assert_eq!(
        (first.form, first.start),
        (FormChoice::Only(Short), Start::Audit)
    );
    let rest = Attributes {
        form: Attributes::default().form,
        start: Attributes::default().start,
        ..first
    };
    assert_eq!(rest, Attributes::default());
}

fn on_paper(instrument: &Instrument, text: &str) -> String {
    let completed = completed(answers(instrument, Full, text), 100);
    let printed = Printed {
        instrument,
        completed: &completed,
        texts: None,
        date: "21 November 2026",
        call_to_action: None,
        strings: &WORKBOOK_EN,
    };
    print::report(&printed).into_text()
}

#[test]
fn another_questionnaire_is_printed_without_what_is_only_known_of_ours() {
    let ours = on_paper(&shipped(), &"4".repeat(36));
    let about = (WORKBOOK_EN.audit.scale_about)("up").unwrap();
    assert!(ours.contains(about) && ours.contains("\"table\""));
    let other = on_paper(&small(4, |text| text), "4444");
    assert!(other.contains("One") && !other.contains(about));
    // Without facets there is no map.
    let without = |text: String| {
        text.replace(r#"[{"id":"f1","label":"F"}]"#, "[]")
            .replace(r#""facet":"f1","#, "")
    };
    let plain = on_paper(&small(4, without), "4444");
    assert!(plain.contains("One"));
    let tables = |page: &str| page.matches("[\"table\"").count();
    assert_eq!(tables(&plain) + 1, tables(&other), "{plain}");
}

#[test]
fn the_summary_says_which_direction_has_no_score_and_whether_an_error_is_assumed() {
    let summarised = |instrument: &Instrument, text: &str| {
        let completed = completed(answers(instrument, Full, text), 100);
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
