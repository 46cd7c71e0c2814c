//! What an outcome may hold, each field at its edges. Anybody can have typed one.

use round::invitation::{Questions, Set};
use round::outcome::{Outcome, OutcomeFault};

use crate::support::{PRINT, outcome, outcome_payload};

/// What a reader says of an outcome with these fields.
fn read(questions: [u8; 3], figures: [u8; 3], steps: &[u8]) -> Result<(), OutcomeFault> {
    let payload = outcome_payload(questions, figures, steps);
    let outcome = Outcome::from_payload(&payload)?;
    assert_eq!(outcome.to_payload(), payload);
    Ok(())
}

#[test]
fn outcomes_have_possible_questions() {
    const BAD: Result<(), OutcomeFault> = Err(OutcomeFault::Bad);
    for way in 0..=255 {
        let expected = match way {
            1 | 2 => Ok(()),
            3 => Err(OutcomeFault::Newer),
            _ => BAD,
        };
        assert_eq!(read([way, 4, 12], [5, 5, 60], &[]), expected, "{way}");
    }
    for set in 0..=255 {
        for items in [0, 5, 6, 7, 12, 13] {
            let possible = if set == 1 {
                items == 5
            } else {
                (2..=4).contains(&set) && (items == 6 || items == 12)
            };
            let expected = if possible { Ok(()) } else { BAD };
            assert_eq!(
                read([2, set, items], [4, 3, 60], &[]),
                expected,
                "{set} {items}"
            );
        }
    }
    for length in (0..22).chain(23..27).chain([28, 255]) {
        let mut payload = outcome_payload([2, 1, 5], [5, 5, 60], &[5; 5]);
        payload.resize(length, 5);
        assert_eq!(
            Outcome::from_payload(&payload),
            Err(OutcomeFault::Bad),
            "{length}"
        );
    }
}

#[test]
fn outcomes_have_possible_numbers() {
    for n in 0..=255_u8 {
        for threshold in 0..=255_u8 {
            for way in [1, 2] {
                let most = if way == 1 { 30 } else { 200 };
                let expected = if threshold < 3 || n > most {
                    Err(OutcomeFault::Bad)
                } else if n < threshold {
                    Err(OutcomeFault::TooFew)
                } else if way == 1 && n != threshold {
                    Err(OutcomeFault::Bad)
                } else {
                    Ok(())
                };
                assert_eq!(
                    read([way, 4, 6], [n, threshold, 60], &[]),
                    expected,
                    "{n} {threshold}"
                );
                let named = (way, n, threshold) == (2, 1, 1);
                let expected = if named { Ok(()) } else { expected };
                assert_eq!(
                    read([way, 2, 6], [n, threshold, 60], &[]),
                    expected,
                    "{n} {threshold}"
                );
            }
        }
    }
}

#[test]
fn outcomes_have_possible_figures() {
    let held = |possible| {
        if possible {
            Ok(())
        } else {
            Err(OutcomeFault::Bad)
        }
    };
    for mean in 0..=255 {
        let whole = (5..=95).contains(&mean);
        assert_eq!(
            read([2, 2, 12], [1, 1, mean], &[]),
            held(mean <= 100),
            "{mean}"
        );
        assert_eq!(
            read([2, 4, 12], [7, 5, mean], &[]),
            held(whole && mean % 5 == 0),
            "{mean}"
        );
        assert_eq!(read([2, 4, 12], [8, 5, mean], &[]), held(whole), "{mean}");
    }
    for step in 0..=255 {
        for at in 0..5 {
            let mut steps = [5; 5];
            steps[at] = step;
            assert_eq!(
                read([2, 1, 5], [5, 5, 60], &steps),
                held((3..=9).contains(&step)),
                "{step}"
            );
        }
    }
    for n in 3..=200 {
        assert_eq!(read([2, 1, 5], [n, 3, 60], &[5; 5]), held(n >= 5), "{n}");
        assert_eq!(read([2, 1, 5], [n, 3, 60], &[]), held(n < 5), "{n}");
        assert_eq!(read([2, 4, 6], [n, 3, 60], &[5; 5]), held(false), "{n}");
    }
}

#[test]
fn three_and_four_people_are_a_hint() {
    for (n, expected) in [(3, true), (4, true), (5, false), (200, false)] {
        let group = outcome([2, 4, 12], [n, 3, 60], &[]);
        assert_eq!(
            (group.is_hint(), group.is_named()),
            (expected, false),
            "{n}"
        );
    }
    let boss = outcome([2, 2, 12], [1, 1, 60], &[]);
    assert_eq!((boss.is_hint(), boss.is_named()), (false, true));
    assert_eq!(
        boss.questions(),
        Questions {
            set: Set::Up,
            items: 12,
            print: PRINT
        }
    );
    assert_eq!(boss.to_text().len(), 50);
    assert_eq!(outcome([2, 1, 5], [5, 3, 60], &[5; 5]).to_text().len(), 58);
}
