//! What a report says beyond the scores, and the geometry of its charts.

use measure::instrument::FormName::{Full, Short};
use measure::instrument::ItemIndex;
use measure::report::{
    Answered, Lowest, Report, StandsOut, Unscored, answers as listed, other_bands, unscored,
};
use measure::scoring::{Band, FindingKind};
use testing::{answers, at, completed, item, keyed_answers, shipped, small};

fn report(sheet: &str) -> Report {
    let instrument = shipped();
    Report::from_completed(
        &instrument,
        &completed(answers(&instrument, Short, sheet), 100),
    )
}

/// As [`report`], from keyed values of the full form.
fn keyed_report(sheet: &str) -> Report {
    let instrument = shipped();
    Report::from_completed(
        &instrument,
        &completed(keyed_answers(&instrument, Full, sheet), 100),
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
    assert_eq!(report.finding.kind, FindingKind::Weakest);
    assert_eq!(report.finding.scales, [testing::scale(1)]);
    // Up is at 91.7 or so, Across at 50: their mean is nearest to "Often".
    assert_eq!(report.nearest_option, Some(shipped().options[3].clone()));
    assert_eq!(keyed_report("------ ------ ------").nearest_option, None);
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
                text.replace("\"assumed\"", "\"estimated\",\"n\":200,\"coefficient\":0.5")
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
fn the_other_bands_of_a_score_are_those_that_its_range_reaches_into() {
    let bands = |sheet: &str| other_bands(&keyed_report(sheet).directions[0].set.estimate.unwrap());
    // 41.7 ± 11.5, 62.5 ± 14.1, 85.4 ± 11.5 and 0 to 11.5 points.
    assert_eq!(bands("222233333333"), [Band::Middle]);
    assert_eq!(bands("44443333"), [Band::Low, Band::High]);
    assert_eq!(bands("555554444444"), [Band::Middle]);
    assert_eq!(bands("111111111111"), []);
    // A facet of four answers has no band to reach out of.
    let facet = keyed_report("3-----3----- 3-----3").facets[0]
        .set
        .estimate
        .unwrap();
    assert_eq!(other_bands(&facet), []);
}

#[test]
fn the_nearest_option_is_that_of_the_mean_of_the_scored_directions() {
    let label = |option: usize| Some(shipped().options[option - 1].clone());
    let nearest = |sheet: &str| keyed_report(sheet).nearest_option;
    assert_eq!(nearest("333333333333 333333333333 333333333333"), label(3));
    assert_eq!(nearest("555555555555 ------------ 333333333333"), label(4));
    assert_eq!(nearest("111111111111"), label(1));
    assert_eq!(nearest("555555555555 555555555555 555555555555"), label(5));
    // 62.5 points lie between two; halves go up.
    assert_eq!(nearest("333333444444"), label(4));
}

fn out(sheet: &str) -> StandsOut {
    keyed_report(sheet).stands_out
}

fn low(items: &[usize], more: usize) -> Lowest {
    let items = items.iter().copied().map(item).collect();
    Lowest::Low { items, more }
}

/// Answers to the first direction, the others being 4 throughout: the lowest items, which are named by
/// their place in the full form and in the instrument, and how many more are as low.
const LOWEST: &str = "
three low ones, the lowest first             | 441424434444 | 2 4 7 | 0
one at the middle                            | 444443444444 | 5     | 0
two                                          | 444423444444 | 4 5   | 0
four alike: the first three, and one more    | 442424424442 | 2 4 7 | 1
only as low as the third counts as more      | 132233444444 | 0 2 3 | 0
and many at the middle                       | 123333344444 | 0 1 2 | 4
left out answers are none                    | 4-x-244-4442 | 4 11  | 0";

#[test]
fn the_lowest_answers_stand_out() {
    for [case, sheet, items, more] in testing::table(LOWEST) {
        let items: Vec<usize> = items.split(' ').map(|item| item.parse().unwrap()).collect();
        let expected = low(&items, more.parse().unwrap());
        let sheet = format!("{sheet} 444444444444 444444444444");
        assert_eq!(out(&sheet).lowest, expected, "{case}");
    }
    assert_eq!(out("").lowest, Lowest::Nothing);
    assert_eq!(out("xxxxxxxxxxxx").lowest, Lowest::Nothing);
}

#[test]
fn the_lowest_of_what_stands_out_is_the_first_of_it() {
    assert_eq!(low(&[7, 3], 0).first(), Some(item(7)));
    assert_eq!(Lowest::LeastFrequent(item(4)).first(), Some(item(4)));
    assert_eq!(Lowest::Nothing.first(), None);
}

#[test]
fn above_the_middle_only_the_least_frequent_stands_out() {
    assert_eq!(out("555545555555").lowest, Lowest::LeastFrequent(item(4)));
    assert_eq!(out("555555555555").lowest, Lowest::LeastFrequent(item(0)));
}

#[test]
fn of_equal_answers_those_of_the_probably_lowest_direction_come_first() {
    let fours = "444444444444";
    for (sheet, expected) in [
        // Down is the lowest by far, Across has no score.
        (
            ["244444444444", "2-----------", "222223333333"],
            low(&[24, 25, 26], 4),
        ),
        // Of Up and Down, which are alike, the first in instrument order.
        (["244444444444", fours, "244444444444"], low(&[0, 24], 0)),
        // Without a finding, instrument order alone.
        (["44444444-4-2", "2", ""], low(&[11, 12], 0)),
        // The lower answer wins against the lower direction.
        (
            ["144444444444", fours, "222223333333"],
            low(&[0, 24, 25], 3),
        ),
    ] {
        assert_eq!(out(&sheet.join(" ")).lowest, expected, "{sheet:?}");
    }
}

#[test]
fn the_highest_answers_stand_out_above_the_middle_only() {
    for (sheet, expected) in [
        ("335435343333", &[2, 5][..]),
        ("343333343333", &[1, 7]),
        ("345555", &[2, 3]),
        ("333343333333", &[4]),
        ("333333333333", &[]),
        ("", &[]),
    ] {
        let highest = out(sheet).highest.into_iter().map(ItemIndex::get);
        assert_eq!(highest.collect::<Vec<_>>(), expected, "{sheet}");
    }
}

#[test]
fn both_forms_rank_their_own_answers() {
    let stands_out = report("444424 444444 444444").stands_out;
    let instrument = shipped();
    let form = instrument.form(Short).unwrap();
    let Lowest::Low { items, .. } = stands_out.lowest else {
        panic!("one is low");
    };
    assert!(items.contains(&form[4]));
    assert!(
        items
            .iter()
            .chain(&stands_out.highest)
            .all(|item| form.contains(item))
    );
}

#[test]
fn directions_that_would_have_no_score_are_listed() {
    let instrument = shipped();
    let lacking = |form, text: &str| -> Vec<_> {
        unscored(&instrument, &answers(&instrument, form, text))
            .into_iter()
            .map(|one| (one.scale.get(), one.answered, one.needed))
            .collect()
    };
    assert_eq!(lacking(Full, ""), [(0, 0, 7), (1, 0, 7), (2, 0, 7)]);
    assert_eq!(lacking(Short, "444--- 4444-- xxxxxx"), [(0, 3, 4)]);
    assert_eq!(lacking(Short, "4444-- 4444-- 4444--"), []);
    // At least two, however few items there are.
    let two = small(2, |text| text);
    let expected = Unscored {
        scale: testing::scale(0),
        answered: 1,
        needed: 2,
    };
    assert_eq!(unscored(&two, &answers(&two, Full, "4"))[0], expected);
}

#[test]
fn the_answers_of_a_direction_or_of_one_of_its_cells_are_listed() {
    let instrument = shipped();
    let sheet = answers(&instrument, Short, "4-x123 555555 111111");
    let of_up =
        |facet| listed(&instrument, &sheet, testing::scale(0), facet).collect::<Vec<Answered>>();
    let all = of_up(None);
    let found: Vec<_> = all
        .iter()
        .map(|one| (one.answer, one.counts(), one.reversed))
        .collect();
    let label = |option: usize| Some(instrument.options[option - 1].as_str());
    let not_applicable = instrument.not_applicable.as_deref();
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
    assert_eq!(of_up(instrument.items[index.get()].facet), all[1..2]);
    assert_eq!(all[1].stem, instrument.items[index.get()].stem);
}

#[test]
fn the_half_range_lies_within_the_nine_in_ten_and_within_the_axis() {
    for sheet in ["444444 333333 222222", "555555 111111 ------"] {
        for direction in report(sheet).directions {
            let Some(estimate) = direction.set.estimate else {
                continue;
            };
            let [low, high] = estimate.half();
            assert!(estimate.low <= low && high <= estimate.high, "{estimate:?}");
            assert!(low <= estimate.score && estimate.score <= high);
            let inside = low > 0.0 && high < 100.0;
            let width = (high - low) / (2.0 * estimate.sem);
            assert!(!inside || (width - 0.674).abs() < 1e-9, "{width}");
        }
    }
}
