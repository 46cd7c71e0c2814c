//! The scoring rules by cases: every worked example of the specification, and every rule at its
//! edges.

use measure::instrument::FormName::{self, Full};
use measure::instrument::{Instrument, Origin};
use measure::report::Shown;
use measure::response::{Response, ResponseSheet};
use measure::scoring::{Band, Estimate, round_to_tenth, score};
use records::document::ComputedDocument;
use testing::{answers, fixture, item, keyed_answers, option, shipped, small};

/// The `scores` of an export, without white space.
fn exported(instrument: &Instrument, sheet: &ResponseSheet) -> String {
    let text = ComputedDocument::of(instrument, sheet, None).to_text();
    text.split_whitespace().collect()
}

/// How a sheet is written.
type Reading = fn(&Instrument, FormName, &str) -> ResponseSheet;

/// Every rule of the specification at its edges, and its worked examples.
#[test]
fn the_cases_of_the_specification() {
    let (instrument, text) = (shipped(), fixture("scores.txt"));
    let cases: Vec<&str> = text.split("\n== ").skip(1).collect();
    assert!(cases.len() > 30, "only {} cases were read", cases.len());
    for case in cases {
        let lines: Vec<&str> = case.lines().collect();
        let [name, sheet, expected, ..] = lines[..] else {
            panic!("three lines a case: {case}");
        };
        let (read, sheet): (Reading, &str) = match sheet.strip_prefix("raw ") {
            Some(raw) => (answers, raw),
            None => (keyed_answers, sheet),
        };
        let (form, sheet) = sheet.split_once(' ').unwrap_or((sheet, ""));
        let form = FormName::from_text(form).expect("a form");
        let exported = exported(&instrument, &read(&instrument, form, sheet));
        assert!(
            exported.contains(expected),
            "{name}: {expected}\n{exported}"
        );
    }
}

#[test]
fn what_a_form_left_out_is_listed_in_its_order() {
    let instrument = shipped();
    for form in [FormName::Full, FormName::Short] {
        let items = instrument.form(form).unwrap();
        let mut sheet = ResponseSheet::blank(&instrument, form);
        assert_eq!(sheet.left_out(&instrument), items);
        // Beyond the instrument there is nothing to set.
        sheet.set(item(instrument.items.len()), Some(option(3)));
        assert_eq!(sheet, ResponseSheet::blank(&instrument, form));
        for index in &items[2..] {
            sheet.set(*index, Some(option(3)));
        }
        sheet.set(items[3], Some(Response::NotApplicable));
        assert_eq!(sheet.left_out(&instrument), items[..2]);
    }
}

#[test]
fn cells_round_half_away_from_zero() {
    let instrument = shipped();
    let trust_up =
        |sheet: &str| score(&instrument, &keyed_answers(&instrument, Full, sheet)).cells[0][0];
    for (sheet, expected) in [
        ("1-----1", Some(1)),
        ("1-----2", Some(2)),
        ("2-----3", Some(3)),
        ("4-----5", Some(5)),
        ("1-----5", Some(3)),
        ("4", Some(4)),
        ("------2", Some(2)),
        ("x-----x", None),
        ("", None),
    ] {
        assert_eq!(trust_up(sheet), expected, "{sheet}");
    }
    let scores = score(&instrument, &keyed_answers(&instrument, Full, "---4"));
    assert_eq!(scores.cells[3], [Some(4), None, None]);
}

#[test]
fn a_scale_and_a_facet_have_errors_of_their_own() {
    // i1 and i2 in scale 1 (8 at 4 items, assumed), i3 and i4 in scale 2 (12 at 8, estimated).
    let own = "\"facet_sem\":{\"value\":10,\"items\":6,\"origin\":\"estimated\",\"n\":200,\"coefficient\":0.7},";
    let second = |text: String| {
        text.replace("\"i3\",\"scale\":\"s1\"", "\"i3\",\"scale\":\"s2\"")
            .replace("\"i4\",\"scale\":\"s1\"", "\"i4\",\"scale\":\"s2\"")
    };
    let assumed = small(4, second);
    let estimated = small(4, |text| {
        second(text).replace("\"options\"", &format!("{own}\"options\""))
    });
    let origin = |n, coefficient| Origin::Estimated { n, coefficient };
    for (instrument, value, items, origin) in [
        (&assumed, 8.4, 12.0, Origin::Assumed),
        (&estimated, 10.0, 6.0, origin(200, 0.7)),
    ] {
        for (sheet, answered) in [("3333", 4.0), ("33-3", 3.0), ("33xx", 2.0)] {
            let scores = score(instrument, &answers(instrument, Full, sheet));
            let estimate = scores.facets[0].estimate.unwrap();
            let sem = value * f64::sqrt(items / answered);
            assert!(
                (estimate.sem - sem).abs() < 1e-12,
                "{sheet}: {}",
                estimate.sem
            );
            assert_eq!(estimate.origin, origin, "{sheet}");
        }
    }
    // Each scale keeps its own.
    let scales = score(&assumed, &answers(&assumed, Full, "3333")).scales;
    assert_eq!(scales[1].estimate.unwrap().origin, origin(290, 0.8));
    let exported = exported(&assumed, &answers(&assumed, Full, "3333"));
    assert!(exported.contains(r#""sem":{"value":24,"origin":"estimated"}}},"facets""#));
}

/// A facet has a band from five answers on; a direction always has one.
#[test]
fn a_facet_with_four_answers_has_no_band() {
    let instrument = shipped();
    for (sheet, band) in [
        ("4-----4----- 4-----4----- 4", Some(Band::High)),
        ("4-----4----- 4-----4", None),
    ] {
        let scores = score(&instrument, &keyed_answers(&instrument, Full, sheet));
        let estimate = scores.facets[0].estimate.unwrap();
        assert_eq!(estimate.band, band, "{sheet}");
        assert_eq!(estimate.between.is_some(), band.is_some(), "{sheet}");
    }
    let two = small(2, |text| text);
    let scores = score(&two, &answers(&two, Full, "33"));
    assert_eq!(scores.scales[0].estimate.unwrap().band, Some(Band::Middle));
    assert_eq!(scores.facets[0].estimate.unwrap().band, None);
}

#[test]
fn numbers_round_half_away_from_zero() {
    for (value, whole, tenth) in [
        (0.05, 0, 0.1),
        (6.25, 6, 6.3),
        (62.5, 63, 62.5),
        (93.75, 94, 93.8),
        (99.95, 100, 100.0),
        (12.34, 12, 12.3),
    ] {
        let estimate = Estimate {
            mean: 1.0,
            score: value,
            low: 0.5,
            high: value,
            sem: 9.0,
            origin: Origin::Assumed,
            band: Some(Band::Middle),
            between: None,
        };
        let shown = Shown::from_estimate(&estimate);
        assert_eq!((shown.score, shown.low, shown.high), (whole, 1, whole));
        assert_eq!(round_to_tenth(value), tenth, "{value}");
    }
}

#[test]
fn an_empty_scale_and_an_item_without_facet_are_scored_around() {
    let bare = |text: String| text.replacen(",\"facet\":\"f1\"", "", 1);
    let instrument = small(3, bare);
    let scores = score(&instrument, &answers(&instrument, Full, "444"));
    assert_eq!((scores.scales[0].answered, scores.scales[1].total), (3, 0));
    assert_eq!(scores.facets[0].total, 2);
    assert_eq!(scores.applicable, [true, true]);
}
