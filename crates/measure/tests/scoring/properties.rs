//! What must hold for every sheet, on generated ones, and agreement with a second scoring that was
//! written from the rules alone.

use json::Json;
use measure::instrument::{FacetIndex, Instrument, ItemIndex, SHIPPED, ScaleIndex, parse};
use measure::response::{OptionNumber, Response, ResponseSheet};
use measure::scoring::{FindingKind, Scores, SetScore, finding, notes, score};
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
fn permuted(order: &[usize]) -> (Instrument, Vec<ItemIndex>) {
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
        for (scale, set) in ScaleIndex::enumerate(&scores.scales) {
            same(set, &reference.scale(scale))?;
            prop_assert_eq!(scores.applicable[scale.get()], reference.applies(scale));
        }
        for (facet, set) in FacetIndex::enumerate(&scores.facets) {
            same(set, &reference.facet(facet))?;
            for (scale, cell) in ScaleIndex::enumerate(&scores.cells[facet.get()]) {
                prop_assert_eq!(*cell, reference.cell(facet, scale));
            }
        }
        let found = finding(&instrument, &scores);
        let odds = reference.odds();
        if odds.len() < 2 {
            prop_assert_eq!(found.kind, FindingKind::NotEnough);
            prop_assert!(found.odds.is_empty());
        } else {
            prop_assert_eq!(found.odds.len(), odds.len());
            for (ours, (scale, lowest)) in found.odds.iter().zip(odds) {
                prop_assert_eq!(ours.scale, scale);
                prop_assert!((ours.lowest - lowest).abs() < 1e-6, "{ours:?} is not {lowest}");
            }
        }
        let noted: Vec<_> = notes(&instrument, &sheet, &scores, seconds)
            .iter()
            .map(|note| (note.code.as_str(), note.seen, note.of))
            .collect();
        prop_assert_eq!(noted, reference.notes(seconds));
    }

    #[test]
    fn a_stronger_answer_never_lowers_a_score(sheet in any_sheet(), item in (0_usize..36).prop_map(testing::item)) {
        let instrument = shipped();
        if let Some(raised) = raised(&instrument, &sheet, item) {
            let before = all_scores(&score(&instrument, &sheet));
            let after = all_scores(&score(&instrument, &raised));
            let scale = instrument.items[item.get()].scale.get();
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
        for (from, to) in ItemIndex::enumerate(&places) {
            moved.set(*to, sheet.get(from));
        }
        let (a, b) = (score(&original, &sheet), score(&permuted, &moved));
        prop_assert_eq!(&a, &b);
        prop_assert_eq!(finding(&original, &a), finding(&permuted, &b));
        let notes = |instrument, sheet, scores| notes(instrument, sheet, scores, Some(30));
        prop_assert_eq!(notes(&original, &sheet, &a), notes(&permuted, &moved, &b));
    }

    #[test]
    fn a_band_is_that_of_the_score_and_is_missing_only_where_a_facet_has_few_answers(sheet in any_sheet()) {
        let scores = score(&shipped(), &sheet);
        let band = |score| shipped().cut_offs.band(score);
        let facets = scores.facets.iter().map(|set| (set, set.answered >= 5));
        for (set, banded) in scores.scales.iter().map(|set| (set, true)).chain(facets) {
            if let Some(estimate) = set.estimate {
                let ends = (band(estimate.low), band(estimate.high));
                prop_assert_eq!(estimate.band, banded.then(|| band(estimate.score)));
                prop_assert_eq!(estimate.between, (banded && ends.0 != ends.1).then_some(ends));
            }
        }
    }

    #[test]
    fn an_answer_outside_the_form_changes_nothing(sheet in any_sheet(), raw in 0_usize..5) {
        let instrument = shipped();
        let mut more = sheet.clone();
        let form = instrument.form(sheet.form).unwrap();
        for outside in ItemIndex::all(&instrument.items).filter(|item| !form.contains(item)) {
            more.set(outside, Some(Response::Chosen(OptionNumber::ALL[raw])));
        }
        prop_assert_eq!(score(&instrument, &more), score(&instrument, &sheet));
    }
}
