//! The audit under way: whose answers count, and that the clock of a page never goes back.

use super::texts::run;
use measure::instrument::Id;
use records::journal::Journal;
use records::stored::{Answer, AuditStamp, Began, OfAudit, Phase, Stamp, Writer};
use testing::{item, option};

fn journal() -> Journal {
    Journal::new(Writer(7))
}

/// A journal whose page has written so often.
fn at(clock: u64) -> Journal {
    let mut journal = journal();
    for _ in 0..clock {
        journal.clock().tick();
    }
    journal
}

fn answer(number: u64) -> Answer {
    Answer {
        response: Some(option(number)),
        active_ms: 1000,
    }
}

#[test]
fn records_are_replaced_and_forgotten_and_the_clock_goes_on() {
    for (mine, other, next) in [(5, 2, 6), (2, 5, 6), (0, 0, 1)] {
        let mut journal = at(mine);
        journal.restore(at(other));
        assert_eq!(journal.clock().tick().clock, next, "{mine} and {other}");
    }
    let mut journal = at(3);
    journal.begin(run());
    journal.forget();
    assert_eq!((journal.phase(), journal.began()), (None, None));
    assert_eq!(journal.clock().tick().clock, 5);
}

#[test]
fn a_clock_in_records_that_are_not_taken_over_is_not_fallen_behind() {
    let mut journal = at(3);
    journal.catch_up(8);
    assert_eq!(journal.clock().tick().clock, 9);
    journal.catch_up(2);
    assert_eq!(journal.clock().tick().clock, 10);
}

#[test]
fn answers_count_for_the_audit_that_they_were_given_in() {
    let mut journal = journal();
    assert_eq!((journal.run(), journal.active_ms()), (None, 0));
    journal.begin(run());
    assert_eq!(journal.began(), Some(Began(1)));
    journal.record(item(0), answer(3));
    journal.record(item(1), answer(4));
    journal.move_to(&Id::new("up-trust-1").unwrap());
    assert_eq!(journal.answer(item(0)), Some(answer(3)));
    assert_eq!(journal.answer(item(2)), None);
    assert_eq!(journal.position().map(Id::as_str), Some("up-trust-1"));
    assert_eq!(journal.active_ms(), 2000);
    // Another form of the same audit keeps its answers.
    let carried_ms = 500;
    journal.amend(measured(carried_ms));
    assert_eq!(
        (journal.began(), journal.active_ms()),
        (Some(Began(1)), 2500)
    );
    // A new audit has none of them.
    journal.begin(run());
    assert_ne!(journal.began(), Some(Began(1)));
    assert_eq!((journal.answer(item(0)), journal.position()), (None, None));
    assert_eq!(journal.active_ms(), 0);
}

fn measured(carried_ms: u64) -> records::stored::Run {
    records::stored::Run {
        carried_ms,
        ..run()
    }
}

#[test]
fn an_audit_that_nobody_answered_is_begun_again_as_the_same_one() {
    let mut journal = journal();
    journal.begin(run());
    let seen = Answer {
        response: None,
        active_ms: 1000,
    };
    journal.record(item(0), seen);
    journal.begin(run());
    assert_eq!(journal.began(), Some(Began(1)));
    assert_eq!(
        journal.active_ms(),
        0,
        "the time that was spent on it does not count"
    );
}

#[test]
fn what_was_closed_has_neither_run_nor_answers() {
    for phase in [Phase::Finished, Phase::Erased] {
        let mut journal = journal();
        journal.begin(run());
        journal.record(item(0), answer(3));
        journal.close(phase.clone());
        assert_eq!((journal.phase(), journal.run()), (Some(&phase), None));
        assert_eq!(journal.answer(item(0)), None);
    }
}

/// A record of the audit that began then, written then.
fn from<T>(began: u64, value: T) -> OfAudit<T> {
    let written = Stamp {
        clock: began,
        writer: Writer(9),
    };
    let began = Began(began);
    let stamp = AuditStamp { began, written };
    OfAudit { stamp, value }
}

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

#[test]
fn nothing_of_what_was_deleted_stays_in_memory() {
    let mut journal = journal();
    journal.begin(run());
    journal.record(item(0), answer(3));
    journal.move_to(&id("up-trust-1"));
    journal.close(Phase::Erased);
    assert_eq!(journal.answer_text(item(0)), None);
    assert!(!format!("{journal:?}").contains("up-trust-1"));
    // What is of a later audit than the deletion stays.
    journal.merge_answer(item(1), from(99, answer(4)));
    journal.merge_position(from(99, id("down-trust-1")));
    assert!(journal.merge_head(from(50, Phase::Erased)));
    assert!(journal.answer_text(item(1)).is_some());
    assert!(format!("{journal:?}").contains("down-trust-1"));
}

#[test]
fn what_other_tabs_write_is_merged_unless_it_is_void_or_earlier() {
    let mut journal = journal();
    journal.merge(
        Some(from(10, Phase::Answering(run()))),
        vec![(item(0), from(10, answer(2)))],
        Some(from(10, id("up-trust-1"))),
    );
    assert_eq!(journal.began(), Some(Began(10)));
    assert_eq!(journal.answer(item(0)), Some(answer(2)));
    assert_eq!(journal.position(), Some(&id("up-trust-1")));
    assert!(!journal.merge_head(from(9, Phase::Finished)));
    assert!(
        !journal.merge_answer(item(1), from(9, answer(5))),
        "of an earlier audit"
    );
    assert!(
        !journal.merge_answer(item(0), from(10, answer(2))),
        "the same again"
    );
    // Written here since: later than everything that was merged.
    journal.record(item(0), answer(4));
    assert!(journal.has_later_answer(item(0), from(10, ()).stamp));
    assert!(!journal.has_later_answer(item(0), from(99, ()).stamp));
    assert!(
        journal.has_later_head(from(9, ()).stamp) && !journal.has_later_head(from(10, ()).stamp)
    );
    assert_eq!(journal.clock().tick().clock, 12);
}

#[test]
fn answers_that_lost_their_head_are_attributed_to_a_run() {
    let mut journal = journal();
    journal.merge_answer(item(0), from(10, answer(2)));
    assert_eq!((journal.began(), journal.run()), (Some(Began(10)), None));
    journal.adopt(run());
    assert_eq!(
        (journal.began(), journal.run()),
        (Some(Began(10)), Some(&run()))
    );
    assert_eq!(journal.answer(item(0)), Some(answer(2)));
}
