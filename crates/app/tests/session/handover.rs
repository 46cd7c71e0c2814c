//! What one program leaves to the next of the same page, where storage lacks something.

use std::rc::Rc;

use app::event::PracticeWrite;
use app::parts::{Parts, Reader};
use app::session::Message::*;
use app::session::{Event, FormChoice, Message, Moment, Screen, Session, take_over};
use measure::instrument::FormName;
use measure::time::UnixMs;
use records::slot::Slot;
use records::store::{Loaded, MemoryStore, Problem, Store, StoreError};
use records::stored::Writer;
use simulator::tabs::{audit, linked, practised};
use testing::{option, shipped};

/// A session where nothing can be stored.
fn nowhere() -> Session {
    let loaded = Loaded {
        problems: vec![Problem::Unavailable(StoreError::Unavailable)],
        ..Loaded::default()
    };
    Session::open(Rc::new(shipped()), FormChoice::Choose, Writer(1), loaded).0
}

fn after(session: Session, messages: impl IntoIterator<Item = Message>) -> Session {
    let mut at = Moment {
        wall: UnixMs(1_795_251_600_000),
        tick: 0,
    };
    let messages = linked().into_iter().chain(messages);
    messages.fold(session, |mut session, message| {
        at.tick += 1000;
        let _ = session.update(Event { at, message });
        session
    })
}

/// A later session, with what this one leaves.
fn handed_over(session: &Session, mut to: Session) -> Session {
    let memory = MemoryStore::default();
    for (slot, text) in session.unstored() {
        memory.set(&slot.key(&audit()), &text).expect("room");
    }
    let mut parts = Parts::default();
    parts.report(Reader::NAME, None);
    let reader = parts.reader.linked().expect("it is linked");
    take_over(reader, &mut to, &memory, &audit());
    to
}

fn press(number: u64) -> Message {
    PressedOption(option(number))
}

#[test]
fn where_nothing_is_stored_the_answers_and_the_place_are_handed_over() {
    let messages = [
        Started,
        SetMovesOn(false),
        SetMovesOn(true),
        press(4),
        press(2),
        press(5),
    ];
    let first = after(nowhere(), messages);
    let second = handed_over(&first, nowhere());
    assert_eq!(second.sheet(), first.sheet());
    let second = after(second, [Message::back_to(first.screen.as_str()).unwrap()]);
    assert_eq!(second.screen, first.screen);
    // And on, to a third.
    let third = handed_over(&after(second, [press(1)]), nowhere());
    assert_eq!(third.answered(), 4);
}

#[test]
fn where_nothing_is_stored_results_and_practice_are_handed_over_and_a_deletion_too() {
    let mut messages = vec![PickedForm(FormName::Short), Started];
    messages.extend([4; 18].map(press));
    messages.push(TurnedHistoryOn);
    messages.push(practised("plan", "{}"));
    let first = after(nowhere(), messages);
    assert_eq!(first.screen, Screen::results());
    let second = handed_over(&first, nowhere());
    assert_eq!(second.result, first.result);
    assert_eq!(second.past, first.past);
    assert_eq!(second.unparsed, first.unparsed);
    assert!(second.history);
    let erased = after(second, [AskedToErase, Erased]);
    assert!(!handed_over(&erased, nowhere()).has_anything());
    // What comes after a deletion is not taken for its remains.
    let anew = after(erased, [practised("map", "{}")]);
    assert_eq!(handed_over(&anew, nowhere()).unparsed.len(), 1);
}

#[test]
fn where_all_is_stored_nothing_is_handed_over() {
    let open = || {
        let instrument = Rc::new(shipped());
        Session::open(instrument, FormChoice::Choose, Writer(2), Loaded::default()).0
    };
    let stored = after(open(), [Started, press(3), Stored(Ok(()))]);
    assert_eq!(stored.unstored(), []);
    // A write that failed is handed over, and written with the next answer.
    let full = Stored(Err(StoreError::Full));
    let behind = after(stored, [press(4), full]);
    let next = handed_over(&behind, open());
    assert_eq!(next.answered(), 2);
    assert!(!next.unstored().is_empty());
}

#[test]
fn only_what_storage_lacks_is_handed_over_and_what_was_removed_is_not() {
    let loaded = Loaded::default();
    let open = || {
        Session::open(
            Rc::new(shipped()),
            FormChoice::Choose,
            Writer(2),
            loaded.clone(),
        )
        .0
    };
    let mut messages = vec![PickedForm(FormName::Short), Started];
    messages.extend([4; 18].map(press));
    let full = || Stored(Err(StoreError::Full));
    let lacking = after(open(), messages.iter().cloned().chain([full()]));
    let result = |(slot, _): &(Slot, String)| *slot == Slot::Result;
    assert!(lacking.unstored().iter().any(result));
    messages.push(Stored(Ok(())));
    let stored = after(open(), messages);
    assert_eq!(stored.unstored(), []);
    let behind = after(stored.clone(), [practised("map", "{}"), full()]);
    let slots = |session: &Session| -> Vec<String> {
        let unstored = session.unstored().into_iter();
        unstored.map(|(slot, _)| slot.suffix()).collect()
    };
    assert!(slots(&behind).contains(&"practice:map".to_owned()));
    assert!(
        !slots(&behind).contains(&"result".to_owned()),
        "it is stored"
    );
    let aside = StoredPractice(vec![PracticeWrite::SetAside("map".to_owned())]);
    let emptied = after(behind, [aside, full()]);
    assert!(!slots(&emptied).contains(&"practice:map".to_owned()));
}
