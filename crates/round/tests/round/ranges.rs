//! What invitations, rows and messages may hold, each at its edges.

use round::invitation::{Invitation, InvitationFault, PublicKey, Questions, RoundHash, Set};
use round::row::{Answer, Row, RowFault};
use round::sealed::{MessageFault, SealedMessage};

use crate::support::PRINT;

const SETS: [Set; 4] = [Set::Pulse, Set::Up, Set::Across, Set::Down];

fn questions(set: Set, items: u8) -> Questions {
    Questions {
        set,
        items,
        print: PRINT,
    }
}

fn sealed(set: Set, items: u8, threshold: u8, people: u8) -> Option<Invitation> {
    Invitation::new_sealed(
        questions(set, items),
        threshold,
        people,
        [9; 8],
        PublicKey([8; 64]),
    )
}

#[test]
fn a_table_has_three_to_thirty_people() {
    for people in 0..=255 {
        let table = Invitation::new_table(questions(Set::Down, 12), people, [9; 8]);
        assert_eq!(table.is_some(), (3..=30).contains(&people), "{people}");
        if let Some(table) = table {
            let numbers = (table.threshold, table.people, table.most());
            assert_eq!(
                (numbers, table.key, table.is_named()),
                ((people, people, people), None, false)
            );
            // It is never given out.
            assert_eq!(
                Invitation::from_payload(&table.to_payload()),
                Err(InvitationFault::Bad)
            );
        }
    }
}

#[test]
fn a_sealed_round_shows_nothing_below_three_and_has_two_hundred_at_most() {
    for threshold in 0..=255 {
        for people in 0..=255 {
            let group = (3..=200).contains(&threshold)
                && (people == 0 || (threshold..=200).contains(&people));
            let round = sealed(Set::Down, 6, threshold, people);
            assert_eq!(round.is_some(), group, "{threshold} of {people}");
            let boss = sealed(Set::Up, 12, threshold, people);
            let named = (threshold, people) == (1, 1);
            assert_eq!(boss.is_some(), group || named, "{threshold} of {people}");
            if let Some(round) = boss {
                assert_eq!(round.is_named(), named);
                assert_eq!(round.most(), if people == 0 { 200 } else { people });
                assert_eq!(Invitation::from_payload(&round.to_payload()), Ok(round));
            }
        }
    }
    for set in [Set::Pulse, Set::Across, Set::Down] {
        let items = if set == Set::Pulse { 5 } else { 12 };
        assert_eq!(sealed(set, items, 1, 1), None);
    }
}

#[test]
fn every_set_has_its_forms() {
    for set in SETS {
        for items in 0..=255 {
            let forms: &[u8] = if set == Set::Pulse { &[5] } else { &[6, 12] };
            let expected = forms.contains(&items);
            assert_eq!(
                sealed(set, items, 5, 0).is_some(),
                expected,
                "{set:?} {items}"
            );
            assert_eq!(
                Invitation::new_table(questions(set, items), 5, [9; 8]).is_some(),
                expected
            );
        }
    }
}

#[test]
fn invitations_of_every_byte() {
    let whole = sealed(Set::Up, 6, 3, 4).unwrap();
    let payload = whole.to_payload();
    assert_eq!(payload.len(), 85);
    assert_eq!(whole.to_text().len(), 150);
    assert_eq!(whole.questions(), questions(Set::Up, 6));
    for way in 0..=255 {
        let mut changed = payload.clone();
        changed[0] = way;
        let expected = match way {
            2 => Ok(whole.clone()),
            3 => Err(InvitationFault::Newer),
            _ => Err(InvitationFault::Bad),
        };
        assert_eq!(Invitation::from_payload(&changed), expected, "{way}");
    }
    for set in 0..=255 {
        let mut changed = payload.clone();
        changed[1] = set;
        assert_eq!(
            Invitation::from_payload(&changed).is_ok(),
            (2..=4).contains(&set),
            "{set}"
        );
    }
    for length in (0..85).chain([86, 255]) {
        let mut changed = payload.clone();
        changed.resize(length, 0);
        assert_eq!(
            Invitation::from_payload(&changed),
            Err(InvitationFault::Bad),
            "{length}"
        );
        if length > 0 {
            changed[0] = 3;
            assert_eq!(
                Invitation::from_payload(&changed),
                Err(InvitationFault::Newer)
            );
        }
    }
}

fn row(set: Set, given: &[u8]) -> Result<Row, RowFault> {
    // 0: nothing given.
    let answers = given.iter().map(|given| Answer {
        given: (*given > 0).then_some(*given),
        reverse: false,
    });
    Row::from_answers(
        set,
        u8::try_from(given.len()).unwrap(),
        &answers.collect::<Vec<_>>(),
    )
}

fn score(row: Result<Row, RowFault>) -> u8 {
    row.unwrap().to_plain()[0]
}

#[test]
fn more_than_half_must_be_answered() {
    for set in [Set::Up, Set::Across, Set::Down] {
        for items in [6_u8, 12] {
            for answered in 0..=items {
                let mut given = vec![5; answered.into()];
                given.resize(items.into(), 0);
                let expected = if answered > items / 2 {
                    Ok(100)
                } else {
                    Err(RowFault::TooManyLeftOut {
                        answered,
                        items,
                        needed: items / 2 + 1,
                    })
                };
                assert_eq!(row(set, &given).map(|row| row.to_plain()[0]), expected);
            }
        }
    }
    for at in 0..5 {
        let mut given = [3; 5];
        given[at] = 0;
        assert_eq!(row(Set::Pulse, &given), Err(RowFault::Missing));
    }
}

#[test]
fn answers_are_one_to_five_and_as_many_as_the_form_has() {
    for given in 1..=255 {
        let expected = (1..=5).contains(&given);
        assert_eq!(row(Set::Pulse, &[given, 3, 3, 3, 3]).is_ok(), expected);
        let fault = row(Set::Down, &[3, 3, 3, 3, 3, given]).err();
        assert_eq!(
            fault,
            (!expected).then_some(RowFault::OutOfRange),
            "{given}"
        );
    }
    for set in SETS {
        for count in 0..20 {
            let fits = if set == Set::Pulse {
                count == 5
            } else {
                count == 6 || count == 12
            };
            assert_eq!(row(set, &vec![3; count]).is_ok(), fits, "{set:?} {count}");
        }
    }
    let six = [Answer {
        given: Some(3),
        reverse: false,
    }; 6];
    assert_eq!(
        Row::from_answers(Set::Down, 12, &six),
        Err(RowFault::OutOfRange)
    );
    assert_eq!(
        Row::from_answers(Set::Down, 5, &six[..5]),
        Err(RowFault::OutOfRange)
    );
}

#[test]
fn reverse_statements_count_from_the_other_end() {
    for given in 1..=5 {
        let answers = |reverse| {
            [Answer {
                given: Some(given),
                reverse,
            }; 12]
        };
        let of = |reverse| score(Row::from_answers(Set::Up, 12, &answers(reverse)));
        assert_eq!((of(false), of(true)), (25 * (given - 1), 25 * (5 - given)));
        let pulse = Row::from_answers(Set::Pulse, 5, &answers(true)[..5]).unwrap();
        assert_eq!(
            pulse.to_plain(),
            [
                6 - given,
                6 - given,
                6 - given,
                6 - given,
                6 - given,
                0,
                0,
                0
            ]
        );
    }
}

#[test]
fn scores_are_rounded_half_upwards() {
    for (given, expected) in [
        (&[1, 1, 1, 2, 0, 0], 6),  // 6.25
        (&[2, 2, 1, 1, 0, 0], 13), // 12.5
        (&[3, 4, 4, 4, 4, 4], 71), // 70.8
        (&[5, 5, 5, 5, 5, 4], 96), // 95.8
    ] {
        assert_eq!(score(row(Set::Down, given)), expected, "{given:?}");
    }
}

#[test]
fn what_was_decrypted_is_in_range_and_filled_with_zeros() {
    for value in 0..=255 {
        for at in 0..8 {
            let mut plain = [3, 3, 3, 3, 3, 0, 0, 0];
            plain[at] = value;
            let expected = if at < 5 {
                (1..=5).contains(&value)
            } else {
                value == 0
            };
            let read = Row::from_plain(Set::Pulse, &plain);
            assert_eq!(read.map(Row::to_plain), expected.then_some(plain));
            for set in [Set::Up, Set::Across, Set::Down] {
                let mut plain = [50, 0, 0, 0, 0, 0, 0, 0];
                plain[at] = value;
                let expected = if at == 0 { value <= 100 } else { value == 0 };
                let read = Row::from_plain(set, &plain);
                assert_eq!(read.map(Row::to_plain), expected.then_some(plain));
            }
        }
    }
}

#[test]
fn a_message_has_ninety_six_bytes_and_the_tag_of_its_round() {
    let hash = RoundHash(std::array::from_fn(|at| at as u8));
    let message = SealedMessage {
        tag: hash.tag(),
        sender: PublicKey([6; 64]),
        body: [7; 24],
    };
    let payload = message.to_payload();
    assert_eq!((payload.len(), message.to_text().len()), (96, 168));
    assert_eq!(SealedMessage::from_payload(&payload, &hash), Ok(message));
    for at in 0..8 {
        let mut other = payload.clone();
        other[at] ^= 1;
        assert_eq!(
            SealedMessage::from_payload(&other, &hash),
            Err(MessageFault::OtherRound)
        );
    }
    for length in (0..96).chain([97, 255]) {
        let mut other = payload.clone();
        other.resize(length, 0);
        assert_eq!(
            SealedMessage::from_payload(&other, &hash),
            Err(MessageFault::Damaged)
        );
    }
}
