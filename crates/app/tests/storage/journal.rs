//! Last-writer-wins registers: what merges, what is void, and how the logical clock runs.

use measure::instrument::{FormName, Id};
use measure::time::UnixMs;
use proptest::prelude::*;
use records::journal::Journal;
use records::slot::Slot;
use records::store::StoreOp;
use records::stored::{Answer, Head, Phase, Run, Stamp, Stamped, Writer};
use testing::{option, shipped};

fn stamp(clock: u64, writer: u32) -> Stamp {
    let writer = Writer(writer);
    Stamp { clock, writer }
}

fn answer(clock: u64, writer: u32, number: u64) -> Stamped<Answer> {
    let value = Answer {
        response: Some(option(number)),
        active_ms: 1,
    };
    Stamped {
        stamp: stamp(clock, writer),
        value,
    }
}

fn run() -> Run {
    let instrument = shipped();
    Run {
        form: FormName::Full,
        started_at: UnixMs(0),
        carried_ms: 0,
        moves_on: true,
        instrument: instrument.id.to_string(),
        hash: instrument.hash(),
    }
}

fn head(clock: u64, writer: u32, since: u64, phase: Phase) -> Stamped<Head> {
    let value = Head { since, phase };
    Stamped {
        stamp: stamp(clock, writer),
        value,
    }
}

fn number(journal: &Journal, index: usize) -> Option<u8> {
    let response = journal.answer(index)?.response?;
    response.chosen().map(|option| option.get())
}

#[test]
fn an_audit_asks_an_instrument_only_in_its_own_edition() {
    assert!(run().asks(&shipped()));
    for (instrument, hash) in [
        ("other", shipped().hash()),
        (shipped().id.as_str(), "fnv1a64:0".to_owned()),
        ("other", "fnv1a64:0".to_owned()),
    ] {
        let (instrument, before) = (instrument.to_owned(), run());
        let other = Run {
            instrument,
            hash,
            ..before
        };
        assert!(!other.asks(&shipped()), "{other:?}");
    }
}

fn position(clock: u64, item: &str) -> Stamped<Id> {
    Stamped {
        stamp: stamp(clock, 2),
        value: Id::new(item).unwrap(),
    }
}

#[test]
fn what_went_on_after_a_head_is_what_has_a_later_stamp() {
    let mut answered = Journal::new(Writer(1));
    answered.merge_answer(3, answer(5, 2, 4));
    let mut moved = Journal::new(Writer(1));
    moved.merge_position(position(5, "up-trust-1"));
    let mut both = answered.clone();
    both.merge_position(position(7, "up-trust-1"));
    for (journal, last) in [(answered, 5), (moved, 5), (both, 7)] {
        for since in 3..9 {
            assert_eq!(journal.went_on_after(since), since < last, "{since}");
        }
    }
    assert!(!Journal::new(Writer(1)).went_on_after(0));
}

#[test]
fn what_is_later_here_is_so_by_its_stamp_and_a_head_first_by_what_it_voids() {
    let mut journal = Journal::new(Writer(1));
    assert!(!journal.has_later_answer(0, stamp(0, 0)));
    assert!(!journal.has_later_head(&head(0, 0, 0, Phase::Finished)));
    journal.merge_answer(0, answer(5, 2, 4));
    for (clock, writer, later) in [
        (4, 9, true),
        (5, 1, true),
        (5, 2, false),
        (5, 3, false),
        (6, 1, false),
    ] {
        assert_eq!(journal.has_later_answer(0, stamp(clock, writer)), later);
    }
    let head = |clock, since| head(clock, 2, since, Phase::Answering(run()));
    journal.merge_head(head(8, 3));
    for (clock, since, later) in [
        (9, 2, true),
        (7, 3, true),
        (8, 3, false),
        (9, 3, false),
        (7, 4, false),
    ] {
        assert_eq!(
            journal.has_later_head(&head(clock, since)),
            later,
            "{clock}, {since}"
        );
    }
}

#[test]
fn a_position_is_void_as_an_answer_is_and_stays_before_one_of_the_same_stamp() {
    for (phase, clock, taken) in [
        (Phase::Answering(run()), 5, false),
        (Phase::Answering(run()), 6, true),
        (Phase::Erased, 9, false),
    ] {
        let mut journal = Journal::new(Writer(1));
        journal.merge_head(head(5, 2, 5, phase));
        journal.merge_position(position(clock, "up-trust-1"));
        assert_eq!(journal.position().is_some(), taken, "{clock}");
        journal.merge_position(position(clock, "up-repair-1"));
        let stays = taken.then_some("up-trust-1");
        assert_eq!(journal.position().map(Id::as_str), stays);
    }
}

#[test]
fn answers_that_lost_their_head_are_those_of_the_audit_that_adopts_them() {
    let mut journal = Journal::new(Writer(1));
    journal.merge_answer(0, answer(7, 2, 4));
    assert_eq!(journal.run(), None);
    journal.adopt(run());
    assert_eq!(
        (journal.run(), number(&journal, 0)),
        (Some(&run()), Some(4))
    );
    // Tabs take it in beside the answers, and one that began anew is later.
    let Some(StoreOp::Write(Slot::Head, text)) = journal.head_op() else {
        panic!("a head");
    };
    let adopted = Stamped::<Head>::from_text(&text).unwrap();
    assert_eq!((adopted.value.since, adopted.stamp.clock), (0, 8));
    let mut other = Journal::new(Writer(3));
    other.merge_answer(0, answer(7, 2, 4));
    assert!(other.merge_head(adopted));
    assert_eq!(number(&other, 0), Some(4));
}

#[test]
fn an_older_position_changes_nothing() {
    let mut journal = Journal::new(Writer(1));
    for (clock, item, there) in [
        (4, "up-trust-1", "up-trust-1"),
        (3, "up-repair-1", "up-trust-1"),
        (5, "up-candour-1", "up-candour-1"),
    ] {
        journal.merge_position(position(clock, item));
        assert_eq!(journal.position().map(Id::as_str), Some(there));
    }
}

#[test]
fn an_answer_is_void_up_to_the_head_that_began_anew() {
    for (clock, kept) in [(4, false), (5, false), (6, true)] {
        for head_first in [true, false] {
            let mut journal = Journal::new(Writer(1));
            let begun = head(5, 2, 5, Phase::Answering(run()));
            if head_first {
                journal.merge_head(begun.clone());
            }
            journal.merge_answer(0, answer(clock, 3, 4));
            journal.merge_head(begun);
            assert_eq!(
                number(&journal, 0).is_some(),
                kept,
                "clock {clock}, {head_first}"
            );
        }
    }
}

#[test]
fn the_same_record_again_changes_nothing() {
    let mut journal = Journal::new(Writer(1));
    let begun = head(1, 2, 1, Phase::Answering(run()));
    assert!(journal.merge_head(begun.clone()));
    assert!(!journal.merge_head(begun));
    assert!(journal.merge_answer(0, answer(2, 2, 4)));
    assert!(!journal.merge_answer(0, answer(2, 2, 4)));
}

#[test]
fn the_clock_counts_on_from_everything_seen() {
    let instrument = shipped();
    let item = instrument.items[3].id.clone();
    type See = fn(&mut Journal, Id);
    let seen: [(&str, See); 3] = [
        ("a head", |journal, _| {
            journal.merge_head(head(50, 2, 1, Phase::Answering(run())));
        }),
        ("an answer", |journal, _| {
            journal.merge_answer(5, answer(50, 2, 4));
        }),
        ("a position", |journal, value| {
            journal.merge_position(Stamped {
                stamp: stamp(50, 2),
                value,
            });
        }),
    ];
    for (what, see) in seen {
        let mut journal = Journal::new(Writer(1));
        see(&mut journal, item.clone());
        journal.record(0, Answer::default());
        let Some(StoreOp::Write(_, text)) = journal.answer_op(&instrument, 0) else {
            panic!("an answer is there");
        };
        assert!(text.contains("\"clock\":51,\"writer\":1"), "{what}: {text}");
    }
}

#[test]
fn amending_the_run_keeps_its_answers() {
    let mut journal = Journal::new(Writer(1));
    journal.begin(run());
    journal.record(0, answer(0, 0, 4).value);
    journal.amend(Run {
        moves_on: false,
        ..run()
    });
    assert_eq!(number(&journal, 0), Some(4));
    assert_eq!(journal.run().map(|run| run.moves_on), Some(false));
    journal.close(Phase::Finished);
    assert_eq!(number(&journal, 0), None);
    assert_eq!(journal.run(), None);
}

#[test]
fn every_record_of_a_journal_reads_back() {
    let instrument = shipped();
    let mut journal = Journal::new(Writer(7));
    journal.begin(Run {
        started_at: UnixMs(1_795_251_600_000),
        carried_ms: 9,
        ..run()
    });
    journal.record(0, answer(0, 0, 4).value);
    journal.record(
        1,
        Answer {
            response: None,
            active_ms: 12,
        },
    );
    journal.move_to(&instrument.items[1].id);
    let mut copy = Journal::new(Writer(7));
    for op in journal.all_ops(&instrument) {
        let StoreOp::Write(slot, text) = op else {
            panic!("writes only");
        };
        match slot {
            Slot::Head => {
                copy.merge_head(Stamped::<Head>::from_text(&text).unwrap());
            }
            Slot::Answer(item) => {
                let index = instrument.index_of(item.as_str()).unwrap();
                copy.merge_answer(index, Stamped::<Answer>::from_text(&text).unwrap());
            }
            Slot::Position => copy.merge_position(Stamped::<Id>::from_text(&text).unwrap()),
            _ => panic!("not of a journal"),
        }
    }
    assert_eq!(copy, journal);
}

/// Writes as (item, clock, writer), without item where an audit begins; each stamp once.
fn writes() -> impl Strategy<Value = Vec<(Option<usize>, u64, u32)>> {
    let stamps = prop::collection::btree_set((1_u64..9, 0_u32..3), 0..12);
    stamps.prop_flat_map(|stamps| {
        let stamps: Vec<(u64, u32)> = stamps.into_iter().collect();
        let items = prop::collection::vec(prop::option::weighted(0.8, 0_usize..3), stamps.len());
        items.prop_map(move |items| {
            let writes = items.into_iter().zip(&stamps);
            writes
                .map(|(item, (clock, writer))| (item, *clock, *writer))
                .collect()
        })
    })
}

proptest! {
    #[test]
    fn merging_comes_to_the_same_in_any_order(
        (writes, shuffled) in writes().prop_flat_map(|writes| (Just(writes.clone()), Just(writes).prop_shuffle())),
    ) {
        let merged = |writes: &[(Option<usize>, u64, u32)]| {
            let mut journal = Journal::new(Writer(9));
            for (item, clock, writer) in writes {
                match item {
                    None => {
                        journal.merge_head(head(*clock, *writer, *clock, Phase::Answering(run())));
                    }
                    Some(item) => {
                        journal.merge_answer(*item, answer(*clock, *writer, clock % 5 + 1));
                    }
                }
            }
            journal
        };
        prop_assert_eq!(merged(&writes), merged(&shuffled));
    }
}
