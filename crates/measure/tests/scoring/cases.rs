//! The scoring rules by cases: every worked example of the specification, and every rule at its
//! edges. A sheet is written as in `testing::answers`; in the full form the reverse items are at
//! positions 4 and 12 of Up, 5 and 7 of Across, 2 and 9 of Down.

use measure::instrument::FormName::{self, Full};
use measure::instrument::{Instrument, SemOrigin};
use measure::report::Shown;
use measure::response::{Response, ResponseSheet};
use measure::scoring::{Band, Estimate, round_to_tenth, score};
use records::document::ComputedDocument;
use testing::{answers, option, shipped, small};

/// The `scores` of an export, without white space.
fn exported(instrument: &Instrument, sheet: &ResponseSheet) -> String {
    let text = ComputedDocument::of(instrument, sheet, None).to_text();
    text.split_whitespace().collect()
}

/// Checks the cases of one group of `fixtures/scores.txt`.
fn check(group: &str) {
    let instrument = shipped();
    let text = include_str!("../../../testing/fixtures/scores.txt");
    let mut groups = text.split("\n## ").skip(1);
    let cases = groups.find_map(|found| found.strip_prefix(&format!("{group}\n")));
    let cases = cases.unwrap_or_else(|| panic!("there is no group {group}"));
    for case in cases.split("== ").skip(1) {
        let lines: Vec<&str> = case.lines().collect();
        let [name, sheet, expected, ..] = lines[..] else {
            panic!("three lines a case: {case}");
        };
        let (form, sheet) = sheet.split_once(' ').unwrap_or((sheet, ""));
        let form = FormName::from_text(form).expect("a form");
        let exported = exported(&instrument, &answers(&instrument, form, sheet));
        assert!(
            exported.contains(expected),
            "{group}, {name}: {expected}\n{exported}"
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
        sheet.set(instrument.items.len(), Some(option(3)));
        assert_eq!(sheet, ResponseSheet::blank(&instrument, form));
        for index in &items[2..] {
            sheet.set(*index, Some(option(3)));
        }
        sheet.set(items[3], Some(Response::NotApplicable));
        assert_eq!(sheet.left_out(&instrument), items[..2]);
    }
}

#[test]
fn the_worked_examples() {
    check("worked examples");
}

#[test]
fn a_reverse_item_counts_the_other_way_round() {
    check("keying");
}

#[test]
fn a_set_is_scored_if_more_than_half_of_it_and_at_least_two_are_answered() {
    check("more than half");
}

#[test]
fn a_direction_that_does_not_apply_leaves_the_facets() {
    check("directions that do not apply");
}

#[test]
fn a_score_is_exported_with_its_band() {
    check("bands");
}

#[test]
fn between_names_the_bands_of_the_intervals_ends() {
    check("between");
}

#[test]
fn intervals_are_clipped_to_0_and_100() {
    check("clipping");
}

#[test]
fn cells_round_half_away_from_zero() {
    let instrument = shipped();
    let trust_up = |sheet: &str| score(&instrument, &answers(&instrument, Full, sheet)).cells[0][0];
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
    // A third scale in the facet's row, keyed: stewardship-1 of Up is reverse.
    let scores = score(&instrument, &answers(&instrument, Full, "---2"));
    assert_eq!(scores.cells[3], [Some(4), None, None]);
}

#[test]
fn a_facets_error_is_the_mean_of_its_scales() {
    // i1 and i2 in scale 1 (8 at 4 items, assumed), i3 and i4 in scale 2 (12 at 8, estimated).
    let second = |text: String| {
        text.replace("\"i3\",\"scale\":\"s1\"", "\"i3\",\"scale\":\"s2\"")
            .replace("\"i4\",\"scale\":\"s1\"", "\"i4\",\"scale\":\"s2\"")
    };
    let instrument = small(4, second);
    let facet = |sheet: &str| score(&instrument, &answers(&instrument, Full, sheet)).facets[0];
    let estimated = SemOrigin::Estimated { n: 90, alpha: 0.8 };
    for (sheet, sem, origin) in [
        ("3333", 10.0 * (6.0_f64 / 4.0).sqrt(), SemOrigin::Assumed),
        ("33-3", 10.0 * (6.0_f64 / 3.0).sqrt(), SemOrigin::Assumed),
        ("33xx", 8.0 * (4.0_f64 / 2.0).sqrt(), SemOrigin::Assumed),
        ("xx33", 12.0 * (8.0_f64 / 2.0).sqrt(), estimated),
    ] {
        let estimate = facet(sheet).estimate.unwrap();
        assert!(
            (estimate.sem - sem).abs() < 1e-12,
            "{sheet}: {}",
            estimate.sem
        );
        assert_eq!(estimate.origin, origin, "{sheet}");
    }
    // Each scale keeps its own.
    let scales = score(&instrument, &answers(&instrument, Full, "3333")).scales;
    assert_eq!(scales[1].estimate.unwrap().origin, estimated);
    let exported = exported(&instrument, &answers(&instrument, Full, "3333"));
    assert!(exported.contains(r#""sem":{"value":24,"origin":"estimated"}}},"facets""#));
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
            score: value,
            low: 0.5,
            high: value,
            sem: 9.0,
            origin: SemOrigin::Assumed,
            band: Band::from_score(value),
            between: None,
        };
        let shown = Shown::from_estimate(&estimate);
        assert_eq!((shown.score, shown.low, shown.high), (whole, 1, whole));
        assert_eq!(round_to_tenth(value), tenth, "{value}");
    }
    // 8 of 12 answered: steps of 3.125, so that exported scores meet halves.
    check("rounding");
}

#[test]
fn an_empty_scale_and_an_item_without_facet_are_scored_around() {
    let bare = |text: String| text.replacen(",\"facet\":\"f1\"", "", 1);
    let instrument = small(3, bare);
    let scores = score(&instrument, &answers(&instrument, Full, "444"));
    assert_eq!((scores.scales[0].answered, scores.scales[1].total), (3, 0));
    assert_eq!(scores.facets[0].total, 2);
    // The empty scale has no part in the facet's error.
    let sem = scores.facets[0].estimate.unwrap().sem;
    assert!((sem - 8.0 * 2.0_f64.sqrt()).abs() < 1e-12, "{sem}");
    assert_eq!(scores.applicable, [true, true]);
}
