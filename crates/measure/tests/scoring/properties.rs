//! What must hold for every sheet, on generated ones, and agreement with a second scoring that was
//! written from the rules alone.

use json::Json;
use measure::instrument::{FormName, Instrument, SHIPPED, parse};
use measure::response::{OptionNumber, Response, ResponseSheet};
use measure::scoring::{Band, Scores, SetScore, finding, notes, score};
use proptest::prelude::*;
use testing::reference::{Expected, Reference};
use testing::sheets::{any_sheet, raised, reversed};
use testing::shipped;

fn same(set: &SetScore, expected: &Expected) -> Result<(), TestCaseError> {
    prop_assert_eq!(
        (set.answered, set.total),
        (expected.answered, expected.total)
    );
    let numbers = set.estimate.map(|e| [e.score, e.sem, e.low, e.high]);
    prop_assert_eq!(numbers.is_some(), expected.numbers.is_some());
    for (ours, theirs) in numbers
        .iter()
        .flatten()
        .zip(expected.numbers.iter().flatten())
    {
        prop_assert!((ours - theirs).abs() < 1e-9, "{ours} is not {theirs}");
    }
    Ok(())
}

fn sets(scores: &Scores) -> impl Iterator<Item = &SetScore> {
    scores.scales.iter().chain(&scores.facets)
}

fn all_scores(scores: &Scores) -> Vec<Option<f64>> {
    sets(scores)
        .map(|set| set.estimate.map(|e| e.score))
        .collect()
}

/// The shipped instrument with its items and both forms in another order, and where each item of
/// the original now stands.
fn permuted(order: &[usize]) -> (Instrument, Vec<usize>) {
    let Json::Object(mut fields) = json::parse(SHIPPED).unwrap() else {
        panic!("an object");
    };
    let shuffle = |list: &mut Json| {
        if let Json::Array(values) = list {
            let kept = order.iter().filter_map(|place| values.get(*place).cloned());
            *values = kept.collect();
        }
    };
    for (key, value) in &mut fields {
        match (key.as_str(), value) {
            ("items", items) => shuffle(items),
            ("forms", Json::Object(forms)) => forms.iter_mut().for_each(|(_, ids)| shuffle(ids)),
            _ => {}
        }
    }
    let text = Json::Object(fields).to_string();
    let instrument = parse(&text).unwrap_or_else(|faults| panic!("{faults}"));
    let original = shipped();
    let places = original
        .items
        .iter()
        .map(|item| instrument.index_of(item.id.as_str()).unwrap());
    let places = places.collect();
    (instrument, places)
}

proptest! {
    #![proptest_config(testing::cases(1500))]

    #[test]
    fn agrees_with_the_second_scoring(sheet in any_sheet(), seconds in prop::option::of(0_u64..120)) {
        let instrument = shipped();
        let reference = Reference { instrument: &instrument, sheet: &sheet };
        let scores = score(&instrument, &sheet);
        for (scale, set) in scores.scales.iter().enumerate() {
            same(set, &reference.scale(scale))?;
            prop_assert_eq!(scores.applicable[scale], reference.applies(scale));
        }
        for (facet, set) in scores.facets.iter().enumerate() {
            same(set, &reference.facet(facet))?;
            for (scale, cell) in scores.cells[facet].iter().enumerate() {
                prop_assert_eq!(*cell, reference.cell(facet, scale));
            }
        }
        let found = finding(&scores);
        prop_assert_eq!((found.kind(), found.scales()), reference.finding());
        let noted: Vec<_> = notes(&instrument, &sheet, &scores, seconds)
            .iter()
            .map(|note| (note.code.as_str(), note.seen, note.of))
            .collect();
        prop_assert_eq!(noted, reference.notes(seconds));
    }

    #[test]
    fn a_stronger_answer_never_lowers_a_score(sheet in any_sheet(), item in 0_usize..36) {
        let instrument = shipped();
        if let Some(raised) = raised(&instrument, &sheet, item) {
            let before = all_scores(&score(&instrument, &sheet));
            let after = all_scores(&score(&instrument, &raised));
            let scale = instrument.items[item].scale;
            for (place, (before, after)) in before.iter().zip(&after).enumerate() {
                prop_assert_eq!(before.is_some(), after.is_some());
                prop_assert!(before <= after, "set {place}: {before:?} fell to {after:?}");
            }
            prop_assert!(before[scale].is_none() || before[scale] < after[scale]);
        }
    }

    #[test]
    fn reversing_every_answer_mirrors_every_score(sheet in any_sheet()) {
        let instrument = shipped();
        let there = score(&instrument, &sheet);
        let back = score(&instrument, &reversed(&sheet));
        for (a, b) in sets(&there).zip(sets(&back)) {
            prop_assert_eq!((a.answered, a.total), (b.answered, b.total));
            if let (Some(a), Some(b)) = (a.estimate, b.estimate) {
                prop_assert!((a.score + b.score - 100.0).abs() < 1e-9);
                prop_assert!((a.low + b.high - 100.0).abs() < 1e-9);
                prop_assert_eq!(a.sem.to_bits(), b.sem.to_bits());
            }
        }
    }

    #[test]
    fn scores_do_not_depend_on_the_order_of_items(
        sheet in any_sheet(),
        order in Just((0..36).collect::<Vec<usize>>()).prop_shuffle(),
    ) {
        let original = shipped();
        let (permuted, places) = permuted(&order);
        let mut moved = ResponseSheet::blank(&permuted, sheet.form);
        for (from, to) in places.iter().enumerate() {
            moved.set(*to, sheet.get(from));
        }
        let (a, b) = (score(&original, &sheet), score(&permuted, &moved));
        prop_assert_eq!(&a, &b);
        prop_assert_eq!(finding(&a), finding(&b));
        let notes = |instrument, sheet, scores| notes(instrument, sheet, scores, Some(30));
        prop_assert_eq!(notes(&original, &sheet, &a), notes(&permuted, &moved, &b));
    }

    #[test]
    fn scores_and_intervals_stay_in_bounds(sheet in any_sheet()) {
        let scores = score(&shipped(), &sheet);
        for estimate in sets(&scores).filter_map(|set| set.estimate) {
            prop_assert!((0.0..=100.0).contains(&estimate.score));
            prop_assert!(0.0 <= estimate.low && estimate.low <= estimate.score);
            prop_assert!(estimate.score <= estimate.high && estimate.high <= 100.0);
            prop_assert_eq!(estimate.band, Band::from_score(estimate.score));
            let ends = (Band::from_score(estimate.low), Band::from_score(estimate.high));
            prop_assert_eq!(estimate.between, (ends.0 != ends.1).then_some(ends));
        }
        for cell in scores.cells.iter().flatten().flatten() {
            prop_assert!((1..=5).contains(cell));
        }
    }

    #[test]
    fn directions_and_facets_count_the_same_answers(sheet in any_sheet()) {
        let scores = score(&shipped(), &sheet);
        let per_direction = if sheet.form == FormName::Full { 12 } else { 6 };
        let applying = scores.applicable.iter().filter(|applies| **applies).count();
        let sum = |sets: &[SetScore], of: fn(&SetScore) -> usize| -> usize { sets.iter().map(of).sum() };
        prop_assert!(scores.scales.iter().all(|set| set.total == per_direction));
        prop_assert_eq!(sum(&scores.facets, |set| set.total), applying * per_direction);
        prop_assert_eq!(
            sum(&scores.facets, |set| set.answered),
            sum(&scores.scales, |set| set.answered)
        );
    }

    #[test]
    fn an_answer_outside_the_form_changes_nothing(sheet in any_sheet(), raw in 0_usize..5) {
        let instrument = shipped();
                let mut more = sheet.clone();
        let form = instrument.form(sheet.form).unwrap();
        for outside in (0..36).filter(|item| !form.contains(item)) {
            more.set(outside, Some(Response::Chosen(OptionNumber::ALL[raw])));
        }
        prop_assert_eq!(score(&instrument, &more), score(&instrument, &sheet));
    }
}
