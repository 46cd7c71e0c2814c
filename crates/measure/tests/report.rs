//! What the screens and the report show of a result: the answers behind a score, the directions
//! that lack one, and the marks of the comparison.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::pedantic,
    clippy::unwrap_used,
    reason = "test code"
)]

use measure::change::compare;
use measure::chart::{Mark, pairs};
use measure::completed::Kept;
use measure::instrument::FormName::{Full, Short};
use measure::report::{self, Unscored};
use measure::time::UnixMs;
use testing::{answers, at, completed, shipped, small};

#[test]
fn directions_with_too_few_answers_are_unscored() {
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
fn answers_are_listed_by_direction_and_by_facet() {
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
fn a_direction_has_a_mark_in_its_own_row_for_each_result_that_scores_it() {
    let instrument = shipped();
    let result = |text: &str, seconds| {
        let mut completed = completed(answers(&instrument, Short, text), 100);
        completed.ended_at = UnixMs(completed.ended_at.0 + seconds);
        Kept::from_completed(&instrument, completed)
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
