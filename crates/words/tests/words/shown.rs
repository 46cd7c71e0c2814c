//! What the screens, the report on paper and the summary are made of, beyond the shipped
//! questionnaire and the fully answered sheet.

use app::attributes::Attributes;
use app::session::{FormChoice, Start};
use measure::change::compare;
use measure::chart::{Mark, marks, pairs};
use measure::completed::Kept;
use measure::instrument::FormName::{Full, Short};
use measure::instrument::Instrument;
use measure::report::{self, Report, Unscored};
use measure::time::UnixMs;
use print::summary;
use print::{self, Printed};
use testing::{answers, at, completed, shipped, small};
use words::workbook::WORKBOOK_EN;

#[test]
fn the_review_names_the_directions_that_would_have_no_score() {
    let instrument = shipped();
    let lacking = |form, text: &str| {
        let sheet = answers(&instrument, form, text);
        let found = report::unscored(&instrument, &sheet).into_iter();
        found
            .map(|one| (one.scale, one.answered, one.needed))
            .collect::<Vec<_>>()
    };
    assert_eq!(lacking(Full, ""), [(0, 0, 7), (1, 0, 7), (2, 0, 7)]);
    assert_eq!(lacking(Short, "444--- 4444-- xxxxxx"), [(0, 3, 4)]);
    assert_eq!(lacking(Short, "4444-- 4444-- 4444--"), []);
    // At least two, however few there are.
    let two = small(2, |text| text);
    let unscored = report::unscored(&two, &answers(&two, Full, "4"));
    let (scale, answered, needed) = (0, 1, 2);
    let expected = Unscored {
        scale,
        answered,
        needed,
    };
    assert_eq!(unscored.first(), Some(&expected));
}

#[test]
fn the_answers_of_a_direction_or_of_one_of_its_fields_are_listed() {
    let instrument = shipped();
    let sheet = answers(&instrument, Short, "4-x123 555555 111111");
    let listed = |facet| report::answers(&instrument, &sheet, 0, facet).collect::<Vec<_>>();
    let all = listed(None);
    assert_eq!(all.len(), 6);
    let not_applicable = Some(instrument.not_applicable.as_str());
    assert_eq!((all[0].counts, all[0].answer.is_some()), (true, true));
    assert_eq!((all[1].counts, all[1].answer), (false, None));
    assert_eq!((all[2].counts, all[2].answer), (false, not_applicable));
    let index = at(&instrument, "up-candour-1");
    let facet = instrument.items[index].facet;
    let [one] = &listed(facet)[..] else {
        panic!("one in the short form");
    };
    assert_eq!(
        (one.stem, one),
        (instrument.items[index].stem.as_str(), &all[1])
    );
}

#[test]
fn a_pair_of_marks_stands_in_the_row_of_its_direction_where_there_is_a_score() {
    let instrument = shipped();
    let result = |text: &str, seconds| {
        let mut completed = completed(answers(&instrument, Short, text), 100);
        completed.ended_at = UnixMs(completed.ended_at.0 + seconds);
        Kept::of(&instrument, completed)
    };
    let (earlier, later) = (
        result("333333 333333 ------", 0),
        result("444444 ------ 444444", 60_000),
    );
    let changes = compare(&instrument, &earlier, &later).unwrap().scales;
    let [up, across, down] = &pairs(&changes)[..] else {
        panic!("three directions");
    };
    assert!(up[0].is_some() && up[1].is_some());
    assert!(across[0].is_some() && across[1].is_none());
    assert!(down[0].is_none() && down[1].is_some());
    let all: Vec<Mark> = [up, across, down]
        .into_iter()
        .flatten()
        .flatten()
        .copied()
        .collect();
    for mark in &all {
        assert!(mark.low < mark.dot && mark.dot < mark.high, "{mark:?}");
        assert!(mark.low >= 0.0 && mark.high <= 100.0, "{mark:?}");
    }
    // Each in its third of the height, the earlier one above.
    let thirds: Vec<u8> = all.iter().map(|mark| third(mark.y)).collect();
    assert_eq!(thirds, [0, 0, 1, 2]);
    assert!(all[0].y < all[1].y);
    assert_eq!(all[0].dot, changes[0].earlier.estimate.unwrap().score);
}

fn third(y: f64) -> u8 {
    match y {
        y if y < 100.0 / 3.0 => 0,
        y if y < 200.0 / 3.0 => 1,
        _ => 2,
    }
}

#[test]
fn the_chart_leaves_the_row_of_a_direction_without_a_score_empty() {
    let instrument = shipped();
    let completed = completed(answers(&instrument, Short, "444444 ------ 444444"), 100);
    let marks = marks(&Report::of(&instrument, &completed).directions);
    assert_eq!(
        marks.iter().map(|mark| third(mark.y)).collect::<Vec<_>>(),
        [0, 2]
    );
}

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
        let report = Report::of(instrument, &completed);
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
