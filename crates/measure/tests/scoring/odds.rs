//! The probability of being the lowest: published examples, agreement with a second numerical method,
//! and what must hold for any scores.

use measure::scoring::odds::{InTen, Measured, highest, lowest, percents};
use proptest::prelude::*;
use testing::reference;

const SPREAD: f64 = 10.0;

fn measured(scores: &[(f64, f64)]) -> Vec<Measured> {
    let one = |(score, sem): &(f64, f64)| Measured {
        score: *score,
        sem: *sem,
    };
    scores.iter().map(one).collect()
}

fn odds(scores: &[(f64, f64)]) -> Vec<f64> {
    lowest(&measured(scores), SPREAD)
}

/// A score and the error of as many answers as it may have.
fn score() -> impl Strategy<Value = (f64, f64)> {
    let error = (4_u32..=12).prop_map(|answered| 7.0 * (12.0 / f64::from(answered)).sqrt());
    (0.0..=100.0, error)
}

fn scores() -> impl Strategy<Value = Vec<(f64, f64)>> {
    prop::collection::vec(score(), 1..6)
}

#[test]
fn worked_examples() {
    let six = 7.0 * 2.0_f64.sqrt();
    let eight = 7.0 * 1.5_f64.sqrt();
    for (scores, expected) in [
        ([(60.0, 7.0), (50.0, 7.0), (70.0, 7.0)], [19, 78, 3]),
        ([(60.0, 7.0), (55.0, 7.0), (70.0, 7.0)], [32, 63, 5]),
        ([(60.0, 7.0), (60.0, 7.0), (60.0, 7.0)], [34, 33, 33]),
        ([(75.0, 7.0), (50.0, 7.0), (75.0, 7.0)], [2, 96, 2]),
        (
            [(62.5, 7.0), (650.0 / 12.0, 7.0), (68.75, eight)],
            [21, 68, 11],
        ),
        ([(60.0, six), (50.0, six), (70.0, six)], [27, 63, 10]),
    ] {
        assert_eq!(percents(&odds(&scores)), expected, "{scores:?}");
    }
}

#[test]
fn of_two_the_odds_are_those_of_their_difference() {
    // With equal errors of 10 and a spread of 10, half of the difference is kept, with an SD of √½ × 10
    // for each: 20 points apart are z = 10 / 10 = 1, and Φ(1) = .841344746.
    let found = odds(&[(40.0, 10.0), (60.0, 10.0)]);
    assert!((found[0] - 0.841_344_746).abs() < 1e-6, "{found:?}");
    assert!((found[0] + found[1] - 1.0).abs() < 1e-12);
    assert_eq!(odds(&[(40.0, 10.0)]), [1.0]);
    assert!(odds(&[]).is_empty());
}

#[test]
fn very_different_errors_and_many_scores_lose_no_precision() {
    // An error of nearly nothing beside a large one: Φ of the distance to the other's posterior.
    let found = odds(&[(50.0, 0.001), (50.0, 100.0)]);
    assert!((found[0] - 0.5).abs() < 1e-6, "{found:?}");
    let many = vec![(60.0, 9.0); 200];
    for one in odds(&many) {
        assert!((one - 0.005).abs() < 1e-9, "{one}");
    }
    // The smallest and the largest errors and spreads that an instrument may state.
    for spread in [0.01, 100.0] {
        let found = lowest(&measured(&[(0.0, 1e10), (0.0, 1e-4), (100.0, 7.0)]), spread);
        assert!((found.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{found:?}");
    }
    for scores in [
        vec![(50.0, 1.0), (52.0, 30.0), (48.0, 8.0)],
        vec![(0.0, 2.0), (100.0, 2.0), (1.0, 12.0)],
    ] {
        let reference = reference::odds(&scores, SPREAD);
        for (ours, theirs) in odds(&scores).iter().zip(&reference) {
            assert!((ours - theirs).abs() < 1e-6, "{scores:?}: {ours} {theirs}");
        }
    }
}

#[test]
fn percents_go_to_the_largest_remainders() {
    for (odds, expected) in [
        (vec![], vec![]),
        (vec![1.0], vec![100]),
        (vec![1.0 / 3.0; 3], vec![34, 33, 33]),
        (vec![0.125, 0.875], vec![13, 87]),
        (vec![0.106, 0.107, 0.787], vec![10, 11, 79]),
        (vec![0.008, 0.008, 0.984], vec![1, 1, 98]),
        (vec![0.3339, 0.3331, 0.3330], vec![34, 33, 33]),
        // Equal to 1e-6 of a percent: the first.
        (vec![0.495_000_000_01, 0.504_999_999_99], vec![50, 50]),
        (vec![0.504_999_999_999, 0.495_000_000_001], vec![51, 49]),
        (vec![0.125; 8], vec![13, 13, 13, 13, 12, 12, 12, 12]),
    ] {
        assert_eq!(percents(&odds), expected, "{odds:?}");
    }
}

#[test]
fn a_probability_in_words() {
    use InTen::{About, MoreThanNine, UnderOnePercent};
    for (probability, expected) in [
        (0.0, UnderOnePercent),
        (0.004_999, UnderOnePercent),
        (0.005, About(0)),
        (0.049_999, About(0)),
        (0.05, About(1)),
        (0.749_999, About(7)),
        (0.75, About(8)),
        (0.85, About(9)),
        (0.949_999, About(9)),
        (0.95, MoreThanNine),
        (1.0, MoreThanNine),
    ] {
        assert_eq!(
            InTen::from_probability(probability),
            expected,
            "{probability}"
        );
    }
}

#[test]
fn chances_in_ten_are_as_many_full_dots_and_above_nine_a_part_of_the_last() {
    for (chances, row) in [
        (InTen::UnderOnePercent, ".........."),
        (InTen::About(0), ".........."),
        (InTen::About(1), "*........."),
        (InTen::About(7), "*******..."),
        (InTen::About(9), "*********."),
        (InTen::MoreThanNine, "*********o"),
    ] {
        let marks = chances.dots().map(|class| match class {
            "on" => '*',
            "on part" => 'o',
            "off" => '.',
            other => panic!("{other}"),
        });
        assert_eq!(String::from_iter(marks), row, "{chances:?}");
    }
}

proptest! {
    #![proptest_config(testing::cases(150))]

    #[test]
    fn agrees_with_a_second_numerical_method(scores in scores(), spread in 1.0..40.0) {
        let found = lowest(&measured(&scores), spread);
        for (ours, theirs) in found.iter().zip(reference::odds(&scores, spread)) {
            prop_assert!((ours - theirs).abs() < 1e-6, "{ours} is not {theirs}");
        }
    }

    #[test]
    fn they_add_up_to_one(scores in scores()) {
        let odds = odds(&scores);
        prop_assert!((odds.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{odds:?}");
        prop_assert!(odds.iter().all(|odds| (0.0..=1.0).contains(odds)), "{odds:?}");
        let percents = percents(&odds);
        prop_assert_eq!(percents.iter().sum::<u64>(), 100);
        for (percent, odds) in percents.iter().zip(odds) {
            prop_assert!((*percent as f64 - odds * 100.0).abs() < 1.0 + 1e-9);
        }
    }

    #[test]
    fn lowering_a_score_never_lowers_its_odds(scores in scores(), by in 0.0..50.0) {
        let mut lowered = scores.clone();
        lowered[0].0 -= by;
        let (before, after) = (odds(&scores), odds(&lowered));
        prop_assert!(after[0] >= before[0] - 1e-9, "{before:?} {after:?}");
    }

    #[test]
    fn exchanging_two_scores_exchanges_their_odds(scores in scores(), a in 0_usize..5, b in 0_usize..5) {
        let (a, b) = (a % scores.len(), b % scores.len());
        let mut exchanged = scores.clone();
        exchanged.swap(a, b);
        let mut before = odds(&scores);
        before.swap(a, b);
        for (before, after) in before.iter().zip(odds(&exchanged)) {
            prop_assert!((before - after).abs() < 1e-9, "{before} {after}");
        }
    }

    #[test]
    fn the_same_score_and_error_have_the_same_odds(scores in scores()) {
        let twice = [scores.clone(), scores.clone()].concat();
        let odds = odds(&twice);
        let (first, second) = odds.split_at(scores.len());
        prop_assert_eq!(first, second);
    }

    #[test]
    fn the_highest_is_the_lowest_of_the_mirrored_scores(scores in scores()) {
        let mirrored: Vec<_> = scores.iter().map(|(score, sem)| (100.0 - score, *sem)).collect();
        prop_assert_eq!(highest(&measured(&scores), SPREAD), odds(&mirrored));
        if let [a, b] = scores[..] {
            let [low, high] = [lowest(&measured(&[a, b]), SPREAD), highest(&measured(&[a, b]), SPREAD)];
            prop_assert!((low[0] - high[1]).abs() < 1e-6);
        }
    }
}
