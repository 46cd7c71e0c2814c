//! What a collector pastes: messages of this round and of others, whole, damaged and twice, in any mixture.

use app::rounds::draft::Group;
use app::rounds::{Message, Notice, Paste, Screen};
use proptest::prelude::*;
use round::block::{Block, Kind};
use round::totals::CloseFault;
use testing::random::Random;

use crate::people::{Person, draft, replies, reply_of, sealed};

fn paste(coach: &Person) -> Paste {
    let Screen::Collecting(collecting) = coach.screen(0) else {
        panic!("{:?}", coach.screen(0));
    };
    assert_eq!(collecting.typed, "");
    collecting.paste.expect("something was pasted")
}

fn seen(coach: &Person) -> Vec<(u64, u64)> {
    let kept = coach.rounds(0).records.round(&coach.round(0)).unwrap();
    kept.seen
        .iter()
        .map(|seen| (seen.paste, seen.place))
        .collect()
}

/// A coach with an open round of so many people, its messages, a message of another round and an outcome.
fn setting(people: u8, count: u8) -> (Person, String, Vec<String>, String, String) {
    let mut coach = Person::new();
    let invitation = coach.collects(0, draft(None, people));
    let mine = replies(&invitation, count);
    let mut other = Person::new();
    let elsewhere = other.collects(0, draft(None, 3));
    let theirs = replies(&elsewhere, 3);
    other.pastes(0, &theirs.concat());
    other.does(0, Message::Closed);
    let outcome = other.rounds(0).shown().unwrap().outcome.to_text();
    (coach, invitation, mine, theirs[0].clone(), outcome)
}

#[test]
fn each_thing_in_a_paste_is_counted_as_what_it_is() {
    let (mut coach, invitation, mine, other, outcome) = setting(5, 3);
    let cut = &mine[1][..90];
    let changed = mine[1].replacen("LA1.S.", "LA1.S.Z", 1);
    let long = "x".repeat(2 * 1024 * 1024 + 1);
    let none = Paste::default();
    for (text, expected) in [
        ("Hello", none),
        ("", none),
        (&*mine[0], Paste { added: 1, ..none }),
        (&*mine[0].to_lowercase(), Paste { known: 1, ..none }),
        (cut, Paste { damaged: 1, ..none }),
        (&*changed, Paste { damaged: 1, ..none }),
        (
            &*other,
            Paste {
                other_round: 1,
                ..none
            },
        ),
        (
            &*invitation,
            Paste {
                invitations: 1,
                ..none
            },
        ),
        (
            &*outcome,
            Paste {
                outcomes: 1,
                ..none
            },
        ),
        (&*mine[2].replace("LA1", "LA2"), Paste { newer: 1, ..none }),
        (
            &*long,
            Paste {
                is_too_long: true,
                ..none
            },
        ),
    ] {
        coach.pastes(0, text);
        let brought = paste(&coach);
        assert_eq!(brought, expected, "{}", &text[..text.len().min(60)]);
        assert_eq!(
            brought.is_empty(),
            ["Hello", ""].contains(&text),
            "{text:.60}"
        );
    }
    assert_eq!(seen(&coach), [(1, 1)]);
    let everything = [
        &mine[0],
        cut,
        &other,
        &invitation,
        &outcome,
        &mine[1],
        &mine[2],
        &mine[2],
    ];
    coach.pastes(0, &everything.join(" …\nAna wrote:\n> "));
    let all = Paste {
        added: 2,
        known: 1,
        other_round: 1,
        invitations: 1,
        outcomes: 1,
        ..none
    };
    assert_eq!(
        paste(&coach),
        all,
        "the cut one is a preview of one that is there"
    );
    assert_eq!(seen(&coach), [(1, 1), (2, 1), (2, 2)]);
}

#[test]
fn a_whole_block_of_another_length_is_no_message() {
    let mut coach = Person::new();
    coach.collects(0, draft(None, 3));
    let hash = coach.rounds(0).records.rounds[0].hash;
    let message = sealed(&hash, &[3; 8]);
    for length in [0, 8, 95, 97, 255] {
        let mut payload = message.clone();
        payload.resize(length, 0);
        let block = Block::new(Kind::Sealed, payload).unwrap();
        coach.pastes(0, &block.to_text());
        assert_eq!(
            (paste(&coach).damaged, paste(&coach).added),
            (1, 0),
            "{length}"
        );
    }
    assert_eq!(coach.kinds(), "invitation key");
}

#[test]
fn a_message_of_a_closed_round_is_late() {
    let mut coach = Person::new();
    let first = coach.collects(0, draft(None, 3));
    let mut all = replies(&first, 4);
    let late = all.pop().unwrap();
    coach.pastes(0, &all.concat());
    coach.does(0, Message::Closed);
    coach.does(0, Message::OpenedList);
    coach.collects(0, draft(None, 3));
    coach.pastes(0, &late);
    assert_eq!(
        paste(&coach),
        Paste {
            closed: 1,
            ..Paste::default()
        }
    );
}

#[test]
fn below_the_threshold_nothing_can_be_closed() {
    for threshold in [3, 5, 8] {
        let mut coach = Person::new();
        let mut chosen = draft(None, 8);
        chosen.threshold = threshold;
        let invitation = coach.collects(0, chosen);
        let replies = replies(&invitation, 8);
        for (count, reply) in (1..).zip(&replies) {
            coach.pastes(0, reply);
            let round = coach.round(0);
            let kept = coach.rounds(0).records.round(&round).unwrap();
            assert_eq!(
                kept.can_close(),
                count >= threshold,
                "{count} of {threshold}"
            );
            let needed = coach.rounds(0).to_open(&round);
            assert_eq!(needed.is_some(), count >= threshold);
        }
        coach.does(0, Message::Closed);
        assert_eq!(coach.rounds(0).shown().unwrap().outcome.n, 8);
    }
}

#[test]
fn of_too_many_one_is_taken_out_unopened_and_comes_back_when_pasted_again() {
    let mut coach = Person::new();
    let invitation = coach.collects(0, draft(None, 3));
    let replies = replies(&invitation, 5);
    coach.pastes(0, &replies[..2].concat());
    coach.pastes(0, &replies[2..].concat());
    assert_eq!(seen(&coach), [(1, 1), (1, 2), (2, 1), (2, 2), (2, 3)]);
    let round = coach.round(0);
    let name = |coach: &Person, at: usize| {
        coach.rounds(0).records.round(&round).unwrap().seen[at]
            .name
            .clone()
    };
    let out = name(&coach, 3);
    coach.does(0, Message::TookOut(out.clone()));
    assert_eq!(coach.rounds(0).notice, Some(Notice::TakenOut));
    assert_eq!(seen(&coach), [(1, 1), (1, 2), (2, 1), (2, 3)]);
    coach.pastes(0, &replies.concat());
    assert_eq!((paste(&coach).added, paste(&coach).known), (1, 4));
    assert_eq!(seen(&coach).last(), Some(&(3, 1)));
    for _ in 0..2 {
        let last = name(&coach, 3);
        coach.does(0, Message::TookOut(last));
    }
    // With three of three people there is nothing to take out.
    let first = name(&coach, 0);
    coach.does(0, Message::TookOut(first));
    assert_eq!(seen(&coach).len(), 3);
    coach.does(0, Message::Closed);
    assert_eq!(coach.rounds(0).shown().unwrap().outcome.n, 3);
}

#[test]
fn junk_that_takes_the_number_over_the_limit_cannot_stop_the_close() {
    let mut coach = Person::new();
    let invitation = coach.collects(0, draft(None, 3));
    let round = coach.round(0);
    let hash = coach.rounds(0).records.round(&round).unwrap().hash;
    let junk = reply_of(&hash, [9; 8]);
    coach.pastes(0, &(replies(&invitation, 3).concat() + &junk));
    assert!(
        coach
            .rounds(0)
            .records
            .round(&round)
            .unwrap()
            .has_too_many()
    );
    coach.does(0, Message::Closed);
    assert_eq!(coach.rounds(0).shown().expect("it is closed").outcome.n, 3);
    assert_eq!(coach.rounds(0).notice, Some(Notice::Unusable(vec![(1, 1)])));
    assert_eq!(coach.kinds(), "outcome");
}

#[test]
fn too_many_that_can_be_used_are_refused_at_the_close_and_stay_sealed() {
    let mut coach = Person::new();
    let invitation = coach.collects(0, draft(None, 3));
    coach.pastes(0, &replies(&invitation, 4).concat());
    let before = coach.browser.everything();
    coach.does(0, Message::Closed);
    let Screen::Collecting(collecting) = coach.screen(0) else {
        panic!("{:?}", coach.screen(0));
    };
    assert_eq!(collecting.refused, Some(CloseFault::TooMany));
    assert_eq!(coach.browser.everything(), before);
}

#[test]
fn what_cannot_be_used_is_named_with_the_paste_that_brought_it() {
    let mut coach = Person::new();
    let invitation = coach.collects(0, draft(None, 9));
    let round = coach.round(0);
    let hash = coach.rounds(0).records.round(&round).unwrap().hash;
    let good = replies(&invitation, 3);
    let bad = |byte: u8| reply_of(&hash, [byte, 3, 3, 3, 3, 0, 0, 0]);
    coach.pastes(0, &(good[0].clone() + &bad(0) + &bad(6)));
    coach.pastes(0, &good[1]);
    coach.pastes(
        0,
        &(good[2].clone() + &reply_of(&hash, [3, 3, 3, 3, 3, 0, 0, 1])),
    );
    coach.does(0, Message::Closed);
    let Some(Notice::Unusable(mut pastes)) = coach.rounds(0).notice.clone() else {
        panic!("{:?}", coach.rounds(0).notice);
    };
    pastes.sort();
    assert_eq!(pastes, [(1, 2), (3, 1)]);
    assert_eq!(coach.rounds(0).shown().unwrap().outcome.n, 3);
}

#[test]
fn too_few_that_can_be_used_are_refused_and_the_round_goes_on() {
    let mut coach = Person::new();
    let invitation = coach.collects(0, draft(None, 5));
    let round = coach.round(0);
    let hash = coach.rounds(0).records.round(&round).unwrap().hash;
    let good = replies(&invitation, 3);
    coach.pastes(0, &(good[..2].concat() + &reply_of(&hash, [9; 8])));
    coach.does(0, Message::Closed);
    let Screen::Collecting(collecting) = coach.screen(0) else {
        panic!("{:?}", coach.screen(0));
    };
    assert_eq!(collecting.refused, Some(CloseFault::TooFew));
    coach.pastes(0, &good[2]);
    coach.does(0, Message::Closed);
    assert_eq!(coach.rounds(0).shown().unwrap().outcome.n, 3);
}

#[test]
fn one_boss_closes_with_one_message_and_is_not_held_within_5_and_95() {
    let mut coach = Person::new();
    let invitation = coach.collects(0, draft(Some(Group::Boss), 1));
    let mut boss = Person::new();
    boss.answers(0, &invitation, &[Some(5); 12]);
    boss.does(0, Message::Locked(app::rounds::Sending::Copy));
    coach.pastes(0, &boss.mine(0));
    coach.does(0, Message::Closed);
    let outcome = coach.rounds(0).shown().unwrap().outcome.clone();
    assert!(outcome.is_named());
    let direction =
        app::rounds::questions::Asked::of(outcome.set, 12, &testing::shipped()).unwrap();
    let forward = direction.statements.iter().filter(|it| !it.reverse).count();
    assert_eq!(
        usize::from(outcome.mean),
        (forward * 100 + 6) / 12,
        "keyed as the questionnaire is"
    );
}

proptest! {
    #![proptest_config(testing::cases(60))]

    /// Whatever order and however often, the same messages make the same outcome.
    #[test]
    fn pastes_in_any_order_make_the_same_outcome(seed: u64) {
        let mut random = Random::new(seed);
        let mut coach = Person::new();
        let invitation = coach.collects(0, draft(None, 6));
        let all = replies(&invitation, 6);
        let mut open: Vec<&String> = all.iter().collect();
        while !open.is_empty() {
            let mut text = String::new();
            for _ in 0..=random.below(3) {
                if open.is_empty() {
                    break;
                }
                let at = random.below(open.len());
                let message = if random.once_in(3) { open[at] } else { open.swap_remove(at) };
                let wrapped = [" ", "\n> ", " “", "*", "\u{200b}"];
                text = [&text, *random.pick(&wrapped), message, "\nAna: "].concat();
            }
            coach.pastes(0, &text);
        }
        let kept = coach.rounds(0).records.round(&coach.round(0)).unwrap();
        prop_assert_eq!(kept.seen.len(), 6);
        coach.does(0, Message::Closed);
        let outcome = &coach.rounds(0).shown().unwrap().outcome;
        // Answers 1 to 5 and 1 again to the first statement: 16 of 6, in half steps 5.
        prop_assert_eq!((outcome.n, outcome.steps), (6, Some([5, 8, 6, 9, 4])));
        prop_assert_eq!(coach.kinds(), "outcome");
    }
}

#[test]
fn messages_are_opened_in_the_order_of_their_bytes_however_they_were_pasted() {
    let mut coach = Person::new();
    let invitation = coach.collects(0, draft(None, 5));
    let mut replies = replies(&invitation, 5);
    replies.rotate_left(2);
    replies.swap(0, 3);
    for reply in &replies {
        coach.pastes(0, reply);
    }
    let round = coach.round(0);
    let payloads = coach.rounds(0).to_open(&round).unwrap().payloads;
    assert_eq!(payloads.len(), 5);
    assert!(payloads.is_sorted(), "{payloads:?}");
}
