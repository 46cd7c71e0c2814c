//! Margins, gaps and changes at their edges.

use round::gap::{
    Change, Own, Refused, Verdict, error_of_others, follows_too_soon, gap, margin_of_others,
    pulse_change, side_by_side,
};
use round::invitation::Print;
use round::outcome::Outcome;

use crate::support::{PRINT, outcome};

fn others(set: u8, n: u8, items: u8) -> Outcome {
    let threshold = if n == 1 { 1 } else { 3 };
    outcome([2, set, items], [n, threshold, 60], &[])
}

fn own(score: f64, items: u8) -> Own {
    Own {
        score,
        answered: items,
        items,
        print: PRINT,
    }
}

#[test]
fn margins_are_those_of_the_specification() {
    // Set, raters; error; margins of a gap within four weeks and later; twelve items.
    for (set, n, error, near, far) in [
        (4, 3, 8.695, 18.36, 20.59),
        (4, 5, 6.735, 15.98, 18.49),
        (4, 8, 5.324, 14.47, 17.20),
        (4, 12, 4.347, 13.56, 16.44),
        (3, 3, 8.249, 17.80, 20.08),
        (3, 5, 6.389, 15.59, 18.16),
        (3, 8, 5.051, 14.20, 16.98),
        (3, 12, 4.124, 13.37, 16.29),
        (2, 3, 7.348, 16.69, 19.11),
        (2, 1, 12.728, 23.90, 25.64),
    ] {
        let outcome = others(set, n, 12);
        assert!(
            (error_of_others(&outcome) - error).abs() < 6e-4,
            "{set} {n}"
        );
        assert!(
            (margin_of_others(&outcome) - 1.645 * error).abs() < 1e-3,
            "{set} {n}"
        );
        for (days, expected) in [
            (Some(0), near),
            (Some(28), near),
            (Some(-28), near),
            (Some(29), far),
            (Some(-29), far),
            (Some(i64::MIN), far),
            (Some(i64::MAX), far),
            (None, far),
        ] {
            let margin = gap(&outcome, &own(60.0, 12), days).unwrap().margin;
            assert!(
                (margin - expected).abs() < 6e-3,
                "{set} {n} {days:?} {margin}"
            );
        }
    }
    assert!((error_of_others(&others(4, 5, 6)) - 7.4833).abs() < 6e-5);
    let pulse = outcome([2, 1, 5], [3, 3, 60], &[]);
    assert!((margin_of_others(&pulse) - 15.89).abs() < 6e-3);
}

#[test]
fn a_gap_is_called_beyond_its_margin_only() {
    let outcome = others(4, 5, 12);
    for (days, cases) in [
        (
            0,
            [
                (44.0, Verdict::Larger),
                (44.1, Verdict::Within),
                (75.9, Verdict::Within),
                (76.0, Verdict::Larger),
            ],
        ),
        (
            90,
            [
                (41.5, Verdict::Larger),
                (41.6, Verdict::Within),
                (78.4, Verdict::Within),
                (78.5, Verdict::Larger),
            ],
        ),
    ] {
        for (score, verdict) in cases {
            let gap = gap(&outcome, &own(score, 12), Some(days)).unwrap();
            assert_eq!(
                (gap.verdict, gap.points),
                (verdict, 60.0 - score),
                "{score} {days}"
            );
        }
    }
}

#[test]
fn a_gap_as_large_as_its_margin_is_within() {
    // From a mean of 0 the gap is the own score, exactly.
    let boss = outcome([2, 2, 12], [1, 1, 0], &[]);
    let margin = gap(&boss, &own(0.0, 12), None).unwrap().margin;
    let of = |score| gap(&boss, &own(score, 12), None).unwrap();
    let (even, above) = (of(margin), of(margin.next_up()));
    assert_eq!(
        (even.points, even.verdict, above.verdict),
        (-margin, Verdict::Within, Verdict::Larger)
    );
}

#[test]
fn a_gap_needs_the_same_questions_and_a_score() {
    let outcome_ = others(4, 5, 12);
    let whole = own(60.0, 12);
    for (changed, refused) in [
        (
            Own {
                print: Print([0; 8]),
                ..whole
            },
            Refused::OtherQuestions,
        ),
        (
            Own {
                items: 6,
                answered: 6,
                ..whole
            },
            Refused::OtherForm,
        ),
        (
            Own {
                answered: 6,
                ..whole
            },
            Refused::NotScored,
        ),
        (
            Own {
                answered: 0,
                ..whole
            },
            Refused::NotScored,
        ),
    ] {
        assert_eq!(gap(&outcome_, &changed, None), Err(refused));
    }
    let seven = gap(
        &outcome_,
        &Own {
            answered: 7,
            ..whole
        },
        Some(0),
    )
    .unwrap();
    assert!((seven.margin - 1.645 * (49.0_f64 * 12.0 / 7.0 + 45.36).sqrt()).abs() < 1e-9);
    let pulse = outcome([2, 1, 5], [5, 5, 60], &[5; 5]);
    assert_eq!(gap(&pulse, &own(60.0, 5), None), Err(Refused::NoOwnScore));
}

#[test]
fn only_what_was_asked_alike_stands_side_by_side() {
    let one = others(4, 5, 12);
    assert_eq!(
        side_by_side(&one, &outcome([2, 4, 12], [9, 5, 71], &[])),
        Ok(())
    );
    let at_table = outcome([1, 4, 12], [5, 5, 60], &[]);
    let mut of_other_print = one.to_payload();
    of_other_print[11] ^= 1;
    let of_other_print = Outcome::from_payload(&of_other_print).unwrap();
    for (other, refused) in [
        (&at_table, Refused::OtherWay),
        (&others(4, 5, 6), Refused::OtherForm),
        (&others(3, 5, 12), Refused::OtherQuestions),
        (&of_other_print, Refused::OtherQuestions),
    ] {
        assert_eq!(side_by_side(&one, other), Err(refused));
        assert_eq!(side_by_side(other, &one), Err(refused));
    }
    assert_eq!(
        side_by_side(&others(2, 1, 12), &others(2, 3, 12)),
        Err(Refused::OtherWay)
    );
    assert_eq!(side_by_side(&others(2, 1, 12), &others(2, 1, 12)), Ok(()));
}

fn pulse(n: u8, steps: &[u8]) -> Outcome {
    outcome([2, 1, 5], [n, 3, 60], steps)
}

#[test]
fn a_change_counts_from_three_half_steps_or_from_two_of_eight_people() {
    use Change::{Higher, Lower, Within};
    let (before, after) = ([3, 5, 5, 9, 7], [6, 7, 3, 6, 6]);
    let few = [Higher, Within, Within, Lower, Within];
    let many = [Higher, Higher, Lower, Lower, Within];
    for (earlier, later, expected) in [
        (5, 5, few),
        (7, 30, few),
        (30, 7, few),
        (8, 8, many),
        (8, 200, many),
    ] {
        assert_eq!(
            pulse_change(&pulse(earlier, &before), &pulse(later, &after)),
            Ok(expected)
        );
    }
    let at_table = outcome([1, 1, 5], [5, 5, 60], &after);
    assert_eq!(
        pulse_change(&pulse(5, &before), &at_table),
        Err(Refused::OtherWay)
    );
    for (earlier, later) in [
        (pulse(5, &before), pulse(4, &[])),
        (pulse(4, &[]), pulse(5, &before)),
    ] {
        assert_eq!(pulse_change(&earlier, &later), Err(Refused::TooFew));
    }
    let down = others(4, 5, 12);
    assert_eq!(pulse_change(&down, &down), Err(Refused::OtherQuestions));
}

#[test]
fn rounds_lie_three_weeks_apart() {
    for (last, begins, expected) in [
        (100, 100, true),
        (100, 121, true),
        (100, 122, false),
        (-5, 16, true),
        (-5, 17, false),
        // A clock was wrong.
        (100, 50, true),
        (i64::MAX, i64::MIN, true),
        (i64::MIN, i64::MAX, false),
    ] {
        assert_eq!(follows_too_soon(last, begins), expected, "{last} {begins}");
    }
}
