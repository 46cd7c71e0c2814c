//! The grid of all answers: every answer in one square, whatever the questionnaire, and few enough columns.

use measure::instrument::{FormName, Instrument, ItemIndex, parse};
use measure::report::{Answered, Rows, answers, grid};
use measure::response::{Response, ResponseSheet};
use proptest::prelude::*;
use testing::{item, option, scale, shipped, small};

/// A questionnaire whose items have these scales and facets, by number. An item may have no facet.
fn made_of(scales: usize, facets: usize, items: &[(usize, Option<usize>)]) -> Instrument {
    let named = |kind: &str, count: usize| {
        let named = (0..count).map(|at| format!(r#"{{"id":"{kind}{at}","label":"{kind} {at}"}}"#));
        named.collect::<Vec<_>>().join(",")
    };
    let item = |(at, (scale, facet)): (usize, &(usize, Option<usize>))| {
        let facet = facet.map_or(String::new(), |facet| format!(r#""facet":"f{facet}","#));
        format!(r#"{{"id":"i{at}","scale":"s{scale}",{facet}"keying":"forward","stem":"I {at}."}}"#)
    };
    let listed: Vec<String> = items.iter().enumerate().map(item).collect();
    let ids: Vec<String> = (0..items.len()).map(|at| format!("\"i{at}\"")).collect();
    let text = format!(
        r#"{{"id":"made","version":"1.0.0","language":"en","title":"Made","scales":[{}],"facets":[{}],
        "options":["a","b"],"not_applicable":"n","items":[{}],"forms":{{"full":[{}]}}}}"#,
        named("s", scales),
        named("f", facets),
        listed.join(","),
        ids.join(",")
    );
    parse(&text).unwrap_or_else(|faults| panic!("{faults}"))
}

/// Every scale with so many items of every facet.
fn crossed(scales: usize, facets: usize, items: usize) -> Instrument {
    let of = |scale| {
        (0..facets.max(1)).flat_map(move |facet| {
            std::iter::repeat_n((scale, (facets > 0).then_some(facet)), items)
        })
    };
    let all: Vec<_> = (0..scales).flat_map(of).collect();
    made_of(scales, facets, &all)
}

fn answered(instrument: &Instrument) -> ResponseSheet {
    let mut sheet = ResponseSheet::blank(instrument, FormName::Full);
    for index in ItemIndex::all(&instrument.items) {
        sheet.set(index, Some(option(1)));
    }
    sheet
}

#[test]
fn a_grid_has_scales_and_facets_across_as_far_as_a_phone_has_room() {
    for (scales, facets, rows, shape) in [
        (3, 6, Rows::Facets, (6, 3)),
        (1, 3, Rows::Facets, (3, 1)),
        (4, 30, Rows::Facets, (30, 4)),
        (20, 4, Rows::Scales, (20, 4)),
        (5, 1, Rows::Scales, (5, 1)),
        (5, 5, Rows::Whole, (5, 1)),
        (1, 0, Rows::Whole, (1, 1)),
        (20, 0, Rows::Whole, (20, 1)),
    ] {
        let instrument = crossed(scales, facets, 2);
        let (found, squares) = grid(&instrument, &answered(&instrument));
        assert_eq!(found, rows, "{scales} × {facets}");
        assert_eq!((squares.len(), squares[0].len()), shape);
    }
}

#[test]
fn facets_that_belong_to_one_scale_each_make_no_columns() {
    let instrument = made_of(
        2,
        4,
        &[(0, Some(0)), (0, Some(1)), (1, Some(2)), (1, Some(3))],
    );
    let (rows, squares) = grid(&instrument, &answered(&instrument));
    assert_eq!(rows, Rows::Whole);
    assert_eq!(squares, [[(scale(0), None)], [(scale(1), None)]]);
}

#[test]
fn one_square_without_an_item_is_enough_to_leave_the_facets_out() {
    let all: Vec<_> = (0..3)
        .flat_map(|scale| (0..3).map(move |facet| (scale, Some(facet))))
        .collect();
    for left_out in 0..all.len() {
        let mut items = all.clone();
        // Each scale and each facet has another item.
        items.remove(left_out);
        let instrument = made_of(3, 3, &items);
        let (rows, _) = grid(&instrument, &answered(&instrument));
        assert_eq!(rows, Rows::Whole, "without {:?}", all[left_out]);
    }
}

#[test]
fn an_answer_is_low_below_the_middle_option_by_what_it_counts() {
    let instrument = small(3, |text| text.replacen("\"forward\"", "\"reverse\"", 1));
    for (number, forward, reverse) in [
        (1, true, false),
        (2, true, false),
        (3, false, false),
        (4, false, true),
        (5, false, true),
    ] {
        let mut sheet = ResponseSheet::blank(&instrument, FormName::Full);
        for index in [item(0), item(1)] {
            sheet.set(index, Some(option(number)));
        }
        let is_low = |index| {
            Answered::from_sheet(&instrument, &sheet, index)
                .unwrap()
                .is_low()
        };
        assert_eq!(
            [item(0), item(1), item(2)].map(is_low),
            [reverse, forward, false],
            "{number}"
        );
    }
}

#[test]
fn a_direction_that_does_not_apply_is_in_no_square() {
    let instrument = shipped();
    let mut sheet = answered(&instrument);
    for (index, item) in ItemIndex::enumerate(&instrument.items) {
        if item.scale == scale(1) {
            sheet.set(index, Some(Response::NotApplicable));
        }
    }
    let (rows, squares) = grid(&instrument, &sheet);
    assert_eq!(rows, Rows::Facets);
    assert!(
        squares
            .iter()
            .flatten()
            .all(|(other, _)| *other != scale(1))
    );
    assert_eq!(squares[0].len(), 2);
}

proptest! {
    #![proptest_config(testing::cases(60))]

    /// No answer is left out of the grid, and none is in it twice.
    #[test]
    fn every_answer_is_in_one_square(
        scales in 1_usize..8,
        facets in 0_usize..7,
        seeds in prop::collection::vec((0_usize..1000, 0_usize..1000), 8..60),
    ) {
        let place = |(at, (scale, facet)): (usize, &(usize, usize))| {
            // The first are one of each scale, since a scale without items is a fault.
            let scale = if at < scales { at } else { scale % scales };
            let facet = facet % (facets + 1);
            (scale, (facet < facets).then_some(facet))
        };
        let mut items: Vec<_> = seeds.iter().enumerate().map(place).collect();
        items.extend((0..facets).map(|facet| (0, Some(facet))));
        let instrument = made_of(scales, facets, &items);
        let sheet = answered(&instrument);
        let (_, squares) = grid(&instrument, &sheet);
        let width = squares[0].len();
        prop_assert!(width <= 4);
        let mut found = Vec::new();
        for row in &squares {
            prop_assert_eq!(row.len(), width);
            for (scale, facet) in row {
                let before = found.len();
                found.extend(answers(&instrument, &sheet, *scale, *facet).map(|one| one.index));
                prop_assert!(found.len() > before, "an empty square");
            }
        }
        found.sort_unstable();
        prop_assert_eq!(found, ItemIndex::all(&instrument.items).collect::<Vec<_>>());
    }
}
