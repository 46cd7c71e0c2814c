//! What a report says beyond the scores, and the geometry of its charts.

use measure::change::compare;
use measure::chart::{Mark, marks, pairs, percent};
use measure::completed::{Completed, Kept};
use measure::instrument::FormName::{Full, Short};
use measure::report::{Answered, Report, Unscored, answers as listed, other_bands, unscored};
use measure::scoring::{Band, Finding};
use measure::time::UnixMs;
use testing::{answers, at, completed, shipped, small};

fn report(sheet: &str) -> Report {
    let instrument = shipped();
    Report::from_completed(
        &instrument,
        &completed(answers(&instrument, Short, sheet), 100),
    )
}

#[test]
fn a_report_has_every_direction_and_facet_in_instrument_order() {
    let report = report("555455 333333 xxxxxx");
    let [up, across, down] = &report.directions[..] else {
        panic!("three directions");
    };
    assert_eq!(
        [&up.id, &across.label, &down.id],
        ["up", "Across", "down"].map(str::to_owned).each_ref()
    );
    assert_eq!(
        [up.applies, across.applies, down.applies],
        [true, true, false]
    );
    assert_eq!([up.set.answered, down.set.answered], [6, 0]);
    let facets: Vec<&str> = report
        .facets
        .iter()
        .map(|facet| facet.id.as_str())
        .collect();
    assert_eq!(facets[..2], ["trust", "candour"]);
    assert_eq!(report.map[0], [Some(5), Some(3), None]);
    assert_eq!(report.finding, Finding::Weakest(1));
    // Stewardship of Up is reverse: a 4 there is a 2.
    let extremes = report.extremes.unwrap();
    assert_eq!((extremes.strongest, extremes.weakest), (0, 3));
}

/// Of the short form, one item of each direction is reverse.
#[test]
fn answered_reverse_items_are_counted() {
    let reversed = |sheet: &str| {
        report(sheet)
            .directions
            .iter()
            .map(|d| d.reversed)
            .collect()
    };
    let (all, none): (Vec<usize>, Vec<usize>) = (
        reversed("333333 333333 333333"),
        reversed("333x33 3333-3 3x3333"),
    );
    assert_eq!((all, none), (vec![1; 3], vec![0; 3]));
}

#[test]
fn one_assumed_error_makes_the_report_assumed() {
    let with = |second: bool, sheet: &str| {
        let instrument = small(4, |text| {
            let text = text.replace("\"i4\",\"scale\":\"s1\"", "\"i4\",\"scale\":\"s2\"");
            let text = text.replace("\"i3\",\"scale\":\"s1\"", "\"i3\",\"scale\":\"s2\"");
            if second {
                text
            } else {
                text.replace("\"assumed\"", "\"estimated\",\"n\":9,\"alpha\":0.5")
            }
        });
        let sheet = answers(&instrument, Full, sheet);
        Report::from_completed(&instrument, &completed(sheet, 100)).assumed
    };
    assert!(with(true, "3333"));
    // The assumed scale is not scored.
    assert!(!with(true, "--33"));
    assert!(!with(false, "3333"));
}

#[test]
fn the_other_bands_of_a_score_are_those_that_its_interval_reaches_into() {
    let bands = |sheet: &str| other_bands(&report(sheet).directions[0].set.estimate.unwrap());
    // 45.8 ± 20.9, 54.2 ± 20.9, 62.5 ± 20.9 and 0 to 20.9 points.
    assert_eq!(bands("333332"), [Band::Uneven]);
    assert_eq!(bands("333334"), [Band::Strained, Band::Steady]);
    assert_eq!(bands("444333"), [Band::Strained, Band::Steady]);
    assert_eq!(bands("111511"), []);
}

#[test]
fn directions_that_would_have_no_score_are_listed() {
    let instrument = shipped();
    let lacking = |form, text: &str| -> Vec<_> {
        unscored(&instrument, &answers(&instrument, form, text))
            .into_iter()
            .map(|one| (one.scale, one.answered, one.needed))
            .collect()
    };
    assert_eq!(lacking(Full, ""), [(0, 0, 7), (1, 0, 7), (2, 0, 7)]);
    assert_eq!(lacking(Short, "444--- 4444-- xxxxxx"), [(0, 3, 4)]);
    assert_eq!(lacking(Short, "4444-- 4444-- 4444--"), []);
    // At least two, however few items there are.
    let two = small(2, |text| text);
    let expected = Unscored {
        scale: 0,
        answered: 1,
        needed: 2,
    };
    assert_eq!(unscored(&two, &answers(&two, Full, "4"))[0], expected);
}

#[test]
fn the_answers_of_a_direction_or_of_one_of_its_cells_are_listed() {
    let instrument = shipped();
    let sheet = answers(&instrument, Short, "4-x123 555555 111111");
    let of_up = |facet| listed(&instrument, &sheet, 0, facet).collect::<Vec<Answered>>();
    let all = of_up(None);
    let found: Vec<_> = all
        .iter()
        .map(|one| (one.answer, one.counts, one.reversed))
        .collect();
    let label = |option: usize| Some(instrument.options[option - 1].as_str());
    let not_applicable = Some(instrument.not_applicable.as_str());
    assert_eq!(
        found,
        [
            (label(4), true, false),
            (None, false, false),
            (not_applicable, false, false),
            (label(1), true, true),
            (label(2), true, false),
            (label(3), true, false),
        ]
    );
    let index = at(&instrument, "up-candour-1");
    assert_eq!(of_up(instrument.items[index].facet), all[1..2]);
    assert_eq!(all[1].stem, instrument.items[index].stem);
}

#[test]
fn a_mark_spans_the_interval_in_the_row_of_its_direction() {
    let report = report("444444 ------ 444444");
    let up = report.directions[0].set.estimate.unwrap();
    let marks = marks(&report.directions);
    let rows: Vec<String> = marks.iter().map(|mark| percent(mark.y)).collect();
    assert_eq!(rows, ["24%", "90.67%"]);
    let expected = Mark {
        y: marks[0].y,
        low: up.low,
        high: up.high,
        dot: up.score,
    };
    assert_eq!(marks[0], expected);
}

#[test]
fn a_pair_of_marks_has_the_earlier_result_above_the_later_one() {
    let instrument = shipped();
    let result = |text: &str, ms| {
        let base = completed(answers(&instrument, Short, text), 100);
        let ended_at = UnixMs(base.ended_at.0 + ms);
        Kept::from_completed(&instrument, Completed { ended_at, ..base })
    };
    let (earlier, later) = (
        result("333333 333333 ------", 0),
        result("444444 ------ 444444", 60_000),
    );
    let changes = compare(&instrument, &earlier, &later).unwrap().scales;
    let placed = pairs(&changes)
        .into_iter()
        .map(|pair| pair.map(|mark| mark.map(|mark| (percent(mark.y), mark.dot))))
        .collect::<Vec<_>>();
    let at = |y: &str, score: f64| Some((y.to_owned(), score));
    let up = changes[0].later.estimate.unwrap();
    let down = changes[2].later.estimate.unwrap();
    assert_eq!(
        placed,
        [
            [at("19.33%", 50.0), at("26.67%", up.score)],
            [at("52.67%", 50.0), None],
            [None, at("93.33%", down.score)],
        ]
    );
    let mark = pairs(&changes)[0][1].unwrap();
    assert_eq!((mark.low, mark.high), (up.low, up.high));
}
