//! The records of an audit as last-writer-wins registers: what merges, what is void, and how the
//! logical clock runs.

use measure::instrument::{FormName, Id, ItemIndex};
use measure::time::UnixMs;
use proptest::prelude::*;
use records::journal::Journal;
use records::slot::Slot;
use records::store::StoreOp;
use records::stored::{Answer, AuditStamp, Began, OfAudit, Phase, Run, Stamp, Writer};
use testing::{item, option, shipped};

fn stamp(began: u64, clock: u64, writer: u32) -> AuditStamp {
    let writer = Writer(writer);
    AuditStamp {
        began: Began(began),
        written: Stamp { clock, writer },
    }
}

fn chosen(number: u64) -> Answer {
    Answer {
        response: Some(option(number)),
        active_ms: 1,
    }
}

fn answer(stamp: AuditStamp, number: u64) -> OfAudit<Answer> {
    let value = chosen(number);
    OfAudit { stamp, value }
}

fn position(stamp: AuditStamp, item: &str) -> OfAudit<Id> {
    let value = Id::new(item).unwrap();
    OfAudit { stamp, value }
}

fn head(stamp: AuditStamp, value: Phase) -> OfAudit<Phase> {
    OfAudit { stamp, value }
}

/// The beginning of an audit in another tab.
fn begun(clock: u64) -> OfAudit<Phase> {
    head(stamp(clock, clock, 2), Phase::Answering(run()))
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

fn number(journal: &Journal, index: ItemIndex) -> Option<u8> {
    let response = journal.answer(index)?.response?;
    response.chosen().map(|option| option.get())
}

/// A journal with these records, which others wrote.
fn merged(heads: &[OfAudit<Phase>], answers: &[(ItemIndex, OfAudit<Answer>)]) -> Journal {
    let mut journal = Journal::new(Writer(1));
    for head in heads {
        journal.merge_head(head.clone());
    }
    journal.merge(None, answers.to_vec(), None);
    journal
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

#[test]
fn the_later_record_is_that_of_the_later_audit_and_then_that_of_the_later_clock() {
    let mut journal = Journal::new(Writer(1));
    assert!(!journal.has_later_answer(item(0), stamp(0, 0, 0)));
    assert!(!journal.has_later_head(stamp(0, 0, 0)));
    let mine = stamp(3, 8, 2);
    journal.merge_head(head(mine, Phase::Answering(run())));
    journal.merge_answer(item(0), answer(mine, 4));
    for (began, clock, writer, later) in [
        (2, 9, 9, true),
        (3, 7, 9, true),
        (3, 8, 1, true),
        (3, 8, 2, false),
        (3, 8, 3, false),
        (3, 9, 1, false),
        (4, 7, 1, false),
    ] {
        let theirs = stamp(began, clock, writer);
        assert_eq!(
            journal.has_later_answer(item(0), theirs),
            later,
            "{theirs:?}"
        );
        assert_eq!(journal.has_later_head(theirs), later, "{theirs:?}");
    }
}

#[test]
fn only_answers_of_the_audit_under_way_count_in_whichever_order_they_come() {
    for (began, counts) in [(4, false), (5, true), (6, false)] {
        let theirs = answer(stamp(began, 9, 3), 4);
        let mut head_first = merged(&[begun(5)], &[(item(0), theirs.clone())]);
        let mut answer_first = merged(&[], &[(item(0), theirs)]);
        answer_first.merge_head(begun(5));
        for journal in [&mut head_first, &mut answer_first] {
            assert_eq!(number(journal, item(0)).is_some(), counts, "{began}");
            // One of a later audit waits for its head.
            journal.merge_head(begun(6));
            assert_eq!(number(journal, item(0)).is_some(), began == 6, "{began}");
        }
    }
}

#[test]
fn a_position_counts_as_an_answer_does_and_gives_way_to_a_later_one() {
    for (phase, began, counts) in [
        (Phase::Answering(run()), 4, false),
        (Phase::Answering(run()), 5, true),
        (Phase::Finished, 5, false),
        (Phase::Erased, 4, false),
    ] {
        let mut journal = merged(&[head(stamp(5, 5, 2), phase)], &[]);
        for (clock, item, there) in [
            (7, "up-trust-1", "up-trust-1"),
            (7, "up-repair-1", "up-trust-1"),
            (6, "up-repair-1", "up-trust-1"),
            (8, "up-candour-1", "up-candour-1"),
        ] {
            journal.merge_position(position(stamp(began, clock, 2), item));
            let there = counts.then_some(there);
            assert_eq!(journal.position().map(Id::as_str), there, "{began}");
        }
    }
}

#[test]
fn answers_that_lost_their_head_are_those_of_the_latest_audit_and_of_the_one_that_adopts_them() {
    let earlier = (item(1), answer(stamp(3, 9, 2), 5));
    let mut journal = merged(
        &[],
        &[earlier.clone(), (item(0), answer(stamp(4, 7, 2), 4))],
    );
    assert_eq!(journal.run(), None);
    assert_eq!(
        (number(&journal, item(0)), number(&journal, item(1))),
        (Some(4), None),
        "of the latest audit only"
    );
    journal.adopt(run());
    assert_eq!(
        (journal.run(), number(&journal, item(0))),
        (Some(&run()), Some(4))
    );
    // Another tab merges the head beside the answers.
    let Some(StoreOp::Write(Slot::Head, text)) = journal.head_op() else {
        panic!("a head");
    };
    let adopted = OfAudit::<Phase>::from_text(&text).unwrap();
    assert_eq!(adopted.stamp, stamp(4, 10, 1));
    let mut other = merged(&[], &[earlier, (item(0), answer(stamp(4, 7, 2), 4))]);
    assert!(other.merge_head(adopted));
    assert_eq!(number(&other, item(0)), Some(4));
}

#[test]
fn the_same_record_again_changes_nothing() {
    let mut journal = Journal::new(Writer(1));
    assert!(journal.merge_head(begun(1)));
    assert!(!journal.merge_head(begun(1)));
    assert!(journal.merge_answer(item(0), answer(stamp(1, 2, 2), 4)));
    assert!(!journal.merge_answer(item(0), answer(stamp(1, 2, 2), 4)));
}

#[test]
fn the_clock_counts_on_from_everything_seen() {
    let instrument = shipped();
    let late = |began| stamp(began, 50, 2);
    let mut journals = [(); 4].map(|()| Journal::new(Writer(1)));
    journals[0].merge_head(head(late(1), Phase::Answering(run())));
    journals[1].merge_answer(item(5), answer(late(1), 4));
    journals[2].merge_position(position(late(1), "up-trust-1"));
    // A damaged record names an audit that nobody began.
    journals[3].merge_head(head(stamp(50, 3, 2), Phase::Answering(run())));
    for mut journal in journals {
        journal.record(item(0), Answer::default());
        let Some(StoreOp::Write(_, text)) = journal.answer_op(&instrument, item(0)) else {
            panic!("an answer is there");
        };
        assert!(text.contains("\"clock\":51,\"writer\":1"), "{text}");
    }
}

#[test]
fn amending_the_run_keeps_its_answers_and_its_end_voids_them() {
    for end in [Phase::Finished, Phase::Erased] {
        let mut journal = Journal::new(Writer(1));
        journal.begin(run());
        journal.record(item(0), chosen(4));
        journal.amend(Run {
            moves_on: false,
            ..run()
        });
        assert_eq!(number(&journal, item(0)), Some(4));
        assert_eq!(journal.run().map(|run| run.moves_on), Some(false));
        journal.close(end);
        assert_eq!(number(&journal, item(0)), None);
        assert_eq!(journal.run(), None);
    }
}

#[test]
fn an_audit_without_answers_that_begins_again_is_the_same_audit() {
    for (response, same) in [(None, true), (Some(option(4)), false)] {
        let mut journal = Journal::new(Writer(1));
        journal.begin(run());
        let began = journal.began();
        let active_ms = 900;
        journal.record(
            item(0),
            Answer {
                response,
                active_ms,
            },
        );
        journal.begin(run());
        assert_eq!(journal.began() == began, same);
        assert_eq!(journal.active_ms(), 0, "time is counted anew");
    }
}

#[test]
fn what_was_written_to_an_earlier_audit_is_known_until_everything_is_deleted() {
    let mut journal = Journal::new(Writer(1));
    journal.begin(run());
    journal.record(item(0), chosen(4));
    let text = journal.answer_text(item(0));
    assert!(text.is_some());
    journal.merge_head(begun(9));
    assert_eq!(
        (journal.answer(item(0)), journal.answer_text(item(0))),
        (None, text)
    );
    assert_eq!(journal.answer_op(&shipped(), item(0)), None);
    journal.merge_head(head(stamp(10, 10, 2), Phase::Erased));
    assert_eq!(journal.answer_text(item(0)), None);
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
    journal.record(item(0), chosen(4));
    journal.record(
        item(1),
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
                copy.merge_head(OfAudit::<Phase>::from_text(&text).unwrap());
            }
            Slot::Answer(item) => {
                let index = instrument.index_of(item.as_str()).unwrap();
                copy.merge_answer(index, OfAudit::<Answer>::from_text(&text).unwrap());
            }
            Slot::Position => copy.merge_position(OfAudit::<Id>::from_text(&text).unwrap()),
            _ => panic!("not of a journal"),
        }
    }
    assert_eq!(copy, journal);
}

#[derive(Debug, Clone)]
enum Written {
    Head(Phase),
    Answer(ItemIndex),
}

/// Any records of a few audits; each clock and writer once.
fn writes() -> impl Strategy<Value = Vec<(Written, AuditStamp)>> {
    let written = prop_oneof![
        2 => Just(Written::Head(Phase::Answering(run()))),
        1 => Just(Written::Head(Phase::Finished)),
        1 => Just(Written::Head(Phase::Erased)),
        8 => (0_usize..3).prop_map(|place| Written::Answer(item(place))),
    ];
    let writes = prop::collection::btree_map((1_u64..9, 0_u32..3), (written, 0_u64..8), 0..12);
    writes.prop_map(|writes| {
        let writes = writes.into_iter();
        let write = |((clock, writer), (written, began))| (written, stamp(began, clock, writer));
        writes.map(write).collect()
    })
}

proptest! {
    #[test]
    fn merging_comes_to_the_same_in_any_order(
        (writes, shuffled) in writes().prop_flat_map(|writes| (Just(writes.clone()), Just(writes).prop_shuffle())),
    ) {
        let seen = |writes: &[(Written, AuditStamp)]| {
            let mut journal = Journal::new(Writer(9));
            for (written, stamp) in writes {
                match written {
                    Written::Head(phase) => {
                        journal.merge_head(head(*stamp, phase.clone()));
                    }
                    Written::Answer(item) => {
                        journal.merge_answer(*item, answer(*stamp, stamp.written.clock % 5 + 1));
                    }
                }
            }
            let stored = journal.all_ops(&shipped());
            journal.move_to(&shipped().items[0].id);
            (journal.began(), stored, journal.position_op())
        };
        prop_assert_eq!(seen(&writes), seen(&shuffled));
    }
}
