//! What an effect on storage changes, which is what the other widgets of its page hear.

use app::effect::Effect;
use app::storing::{Change, apply};
use measure::instrument::Id;
use records::slot::Slot;
use records::store::{Areas, MemoryStore, Store, StoreError, StoreOp};
use simulator::tabs::audit;
use simulator::{Fault, FaultyStore};

fn answer() -> Slot {
    Slot::Answer(Id::new("up-trust-1").unwrap())
}

fn map() -> Slot {
    Slot::Practice("map".to_owned())
}

/// Storage with a head, an answer, and a record of another audit.
fn filled() -> MemoryStore {
    let store = MemoryStore::default();
    for (key, text) in [
        (Slot::Head.key(&audit()), "head"),
        (answer().key(&audit()), "four"),
        ("leadership-audit:other:head".to_owned(), "head"),
    ] {
        store.set(&key, text).unwrap();
    }
    store
}

fn put(slot: Slot, text: &str) -> Change {
    (slot, Some(text.to_owned()))
}

fn commit(ops: impl Into<Vec<StoreOp>>) -> Effect {
    Effect::Commit(ops.into())
}

fn alone(store: &dyn Store) -> Areas<'_> {
    Areas {
        own: Some(store),
        other: None,
    }
}

#[test]
fn every_change_of_every_operation_is_heard_and_nothing_else() {
    let text = str::to_owned;
    let aside = Slot::Aside("1:answer:up-trust-1".to_owned());
    let both = [StoreOp::Write(map(), text("x")), StoreOp::Remove(answer())];
    for (effect, heard) in [
        (commit(both), vec![put(map(), "x"), (answer(), None)]),
        (
            commit([StoreOp::SetAside(answer())]),
            vec![put(aside.clone(), "four"), (answer(), None)],
        ),
        (
            commit([StoreOp::PutAside(answer(), text("five"))]),
            vec![put(aside, "five")],
        ),
        (
            commit([StoreOp::Correct(answer(), text("four"), text("five"))]),
            vec![put(answer(), "five")],
        ),
        (
            commit([StoreOp::Correct(answer(), text("three"), text("five"))]),
            vec![],
        ),
        (
            commit([StoreOp::ClearUnder(text("head"))]),
            vec![(answer(), None)],
        ),
        (commit([StoreOp::ClearUnder(text("marker"))]), vec![]),
        (
            Effect::Erase {
                marker: text("marker"),
            },
            vec![put(Slot::Head, "marker"), (answer(), None)],
        ),
    ] {
        let applied = apply(&effect, alone(&filled()), &audit()).unwrap();
        assert_eq!(applied.changes, heard, "{effect:?}");
    }
    assert!(apply(&Effect::FocusHeading, alone(&filled()), &audit()).is_none());
}

#[test]
fn what_was_changed_before_a_failure_is_heard() {
    let error = StoreError::Full;
    let store = FaultyStore::new(filled(), Fault::Since(1, error));
    let ops = [
        StoreOp::Write(answer(), "five".to_owned()),
        StoreOp::Write(map(), "x".to_owned()),
    ];
    let applied = apply(&commit(ops), alone(&store), &audit()).unwrap();
    assert_eq!(applied.changes, [put(answer(), "five")]);
}
