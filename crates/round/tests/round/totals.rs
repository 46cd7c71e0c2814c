//! What is added up and published.

use round::invitation::{Invitation, PublicKey, Questions, RoundHash, Set};
use round::outcome::Outcome;
use round::row::Row;
use round::totals::{CloseFault, Totals};
use testing::random::Random;

use crate::support::PRINT;

const HASH: RoundHash = RoundHash([7; 32]);

fn questions(set: Set) -> Questions {
    let items = if set == Set::Pulse { 5 } else { 12 };
    Questions {
        set,
        items,
        print: PRINT,
    }
}

fn table(set: Set, people: u8) -> Invitation {
    Invitation::new_table(questions(set), people, [0; 8]).unwrap()
}

fn sealed(set: Set, threshold: u8, people: u8) -> Invitation {
    let key = PublicKey([8; 64]);
    Invitation::new_sealed(questions(set), threshold, people, [0; 8], key).unwrap()
}

fn pulse([one, two, three, four, five]: [u8; 5]) -> Row {
    Row::from_plain(Set::Pulse, &[one, two, three, four, five, 0, 0, 0]).unwrap()
}

fn scored(score: u8) -> Row {
    Row::from_plain(Set::Down, &[score, 0, 0, 0, 0, 0, 0, 0]).unwrap()
}

fn published(invitation: &Invitation, rows: &[Row]) -> Outcome {
    let totals = Totals::from_rows(invitation.set, rows);
    totals.outcome(invitation, &HASH).unwrap()
}

fn random_row(random: &mut Random, set: Set) -> Row {
    if set == Set::Pulse {
        pulse([0; 5].map(|_: u8| random.option() as u8))
    } else {
        scored(random.below(101) as u8)
    }
}

#[test]
fn every_outcome_is_read_again_and_is_the_rounded_mean() {
    let mut random = Random::new(4);
    for _ in 0..4000 {
        let set = *random.pick(&[Set::Pulse, Set::Up, Set::Across, Set::Down]);
        let n = 3 + random.below(28);
        let threshold = 3 + random.below(n - 2) as u8;
        let invitation = if random.once_in(2) {
            table(set, n as u8)
        } else {
            sealed(set, threshold, 0)
        };
        let rows: Vec<Row> = (0..n).map(|_| random_row(&mut random, set)).collect();
        let outcome = published(&invitation, &rows);
        assert_eq!(
            Outcome::from_payload(&outcome.to_payload()).as_ref(),
            Ok(&outcome)
        );
        assert_eq!(
            (outcome.tag, outcome.way, outcome.n),
            (HASH.tag(), invitation.way, n as u8)
        );
        assert_eq!(
            (outcome.questions(), outcome.threshold),
            (invitation.questions(), invitation.threshold)
        );
        let sum_of = |row: &Row| {
            row.to_plain()[..5]
                .iter()
                .map(|value| f64::from(*value))
                .sum::<f64>()
        };
        let score = |row: &Row| {
            if set == Set::Pulse {
                5.0 * (sum_of(row) - 5.0)
            } else {
                sum_of(row)
            }
        };
        let mean = rows.iter().map(score).sum::<f64>() / n as f64;
        let grain = if n < 8 { 5.0 } else { 1.0 };
        let half_up = |value: f64| (value + 0.5).floor();
        assert_eq!(
            f64::from(outcome.mean),
            (grain * half_up(mean / grain)).clamp(5.0, 95.0)
        );
        let steps = std::array::from_fn(|at| {
            let sum: f64 = rows.iter().map(|row| f64::from(row.to_plain()[at])).sum();
            half_up(2.0 * sum / n as f64).clamp(3.0, 9.0) as u8
        });
        assert_eq!(
            outcome.steps,
            (set == Set::Pulse && n >= 5).then_some(steps)
        );
    }
}

#[test]
fn extremes_look_like_what_is_near_them() {
    let round = table(Set::Pulse, 5);
    let five = pulse([5; 5]);
    for near in [
        [five; 5],
        [five, five, five, five, pulse([3; 5])],
        [five, five, pulse([4; 5]), pulse([4; 5]), pulse([4; 5])],
    ] {
        assert_eq!(published(&round, &near).steps, Some([9; 5]));
    }
    assert_eq!(published(&round, &[five; 5]).mean, 95);
    assert_eq!(published(&round, &[pulse([1; 5]); 5]).steps, Some([3; 5]));
    assert_eq!(published(&round, &[pulse([1; 5]); 5]).mean, 5);
}

#[test]
fn below_five_people_only_scores_are_summed() {
    // Other answers of the same score leave the same sums.
    let rows = |one, other| [[one; 4], [other; 4]].map(|rows| Totals::from_rows(Set::Pulse, &rows));
    let [one, other] = rows(pulse([1, 5, 3, 3, 3]), pulse([3; 5]));
    assert_eq!(one, other);
    let five = |row| Totals::from_rows(Set::Pulse, &[row; 5]);
    assert_ne!(five(pulse([1, 5, 3, 3, 3])), five(pulse([3; 5])));
}

#[test]
fn a_table_closes_when_everybody_has_answered() {
    for people in [3, 4, 5, 30] {
        let round = table(Set::Pulse, people);
        let mut totals = Totals::new(round.set, people.into());
        for answered in 0..people {
            assert_eq!(totals.counted(), usize::from(answered));
            assert_eq!(
                totals.outcome(&round, &HASH),
                Err(CloseFault::Missing),
                "{answered}"
            );
            assert!(totals.add(pulse([4; 5])));
        }
        assert_eq!(totals.outcome(&round, &HASH).unwrap().n, people);
        let full = totals.clone();
        assert!(!totals.add(pulse([1; 5])));
        assert_eq!(totals, full);
    }
    let more = Totals::from_rows(Set::Pulse, &[pulse([4; 5]); 5]);
    assert_eq!(
        more.outcome(&table(Set::Pulse, 4), &HASH),
        Err(CloseFault::TooMany)
    );
}

#[test]
fn a_sealed_round_closes_from_its_threshold_to_its_number() {
    for (threshold, people, most) in [(3, 0, 200), (5, 6, 6), (5, 5, 5), (200, 0, 200)] {
        let round = sealed(Set::Down, threshold, people);
        for n in [0, 1, threshold - 1, threshold, most, most + 1, 255] {
            let totals = Totals::from_rows(Set::Down, &vec![scored(50); n.into()]);
            let expected = match n {
                n if n < threshold => Err(CloseFault::TooFew),
                n if n > most => Err(CloseFault::TooMany),
                n => Ok(n),
            };
            let outcome = totals.outcome(&round, &HASH);
            assert_eq!(outcome.map(|outcome| outcome.n), expected, "{n}");
        }
    }
    let thousands = Totals::from_rows(Set::Down, &[scored(50); 3000]);
    assert_eq!(
        thousands.outcome(&sealed(Set::Down, 3, 0), &HASH),
        Err(CloseFault::TooMany)
    );
}

#[test]
fn rows_and_totals_of_another_set_do_not_count() {
    for (set, row) in [(Set::Down, pulse([3; 5])), (Set::Pulse, scored(50))] {
        for people in [4, 5] {
            let mut totals = Totals::new(set, people);
            assert!(!totals.add(row));
            assert_eq!(totals, Totals::new(set, people));
        }
    }
    let totals = Totals::from_rows(Set::Down, &[scored(50); 5]);
    for set in [Set::Pulse, Set::Up, Set::Across] {
        assert_eq!(
            totals.outcome(&table(set, 5), &HASH),
            Err(CloseFault::Missing)
        );
    }
    // Somebody of those that were counted on has not answered, although the threshold is reached.
    let mut totals = Totals::new(Set::Down, 6);
    (0..5).for_each(|_| assert!(totals.add(scored(50))));
    assert_eq!(
        totals.outcome(&sealed(Set::Down, 5, 0), &HASH),
        Err(CloseFault::Missing)
    );
}

#[test]
fn a_boss_is_shown_as_scored() {
    let key = PublicKey([8; 64]);
    let boss = Invitation::new_sealed(questions(Set::Up), 1, 1, [0; 8], key).unwrap();
    for score in 0..=100 {
        let row = Row::from_plain(Set::Up, &[score, 0, 0, 0, 0, 0, 0, 0]).unwrap();
        let outcome = published(&boss, &[row]);
        assert_eq!(
            (outcome.n, outcome.mean, outcome.steps, outcome.is_named()),
            (1, score, None, true)
        );
    }
    let rows = [scored(3); 2];
    let totals = Totals::from_rows(Set::Up, &rows);
    assert_eq!(totals.outcome(&boss, &HASH), Err(CloseFault::TooMany));
}
