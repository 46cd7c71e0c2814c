//! Real records, damaged at every byte: cut off there, or with that letter changed, left out or
//! doubled. What cannot be read is set aside as it was and costs no other record; what still reads
//! cannot be distinguished from a record that was meant so, since records carry no check sum.

use app::session::Effect;
use measure::instrument::{Id, Instrument};
use measure::time::UnixMs;
use records::practice::record::Name;
use records::slot::Slot;
use records::store::{MemoryStore, Problem, Store, StoreOp, commit, load};
use records::stored::RecordError;
use simulator::practice::opened;
use simulator::tabs::audit;
use testing::{fixture, shipped};

/// Every text that is one fault away.
fn damaged(text: &str) -> Vec<(bool, String)> {
    let mut all = Vec::new();
    for at in 0..text.len() {
        let (before, after) = (&text[..at], &text[at + 1..]);
        all.push((true, before.to_owned()));
        for letter in ["", "0", "\"", "}", "\u{fffd}"] {
            all.push((false, format!("{before}{letter}{after}")));
        }
        all.push((false, format!("{before}{}{}", &text[at..=at], &text[at..])));
    }
    all
}

/// A record as the first version stored it.
fn stored(name: &str) -> String {
    fixture(&format!("0.1.0/{name}.json"))
}

fn texts(store: &MemoryStore) -> Vec<(String, String)> {
    let keys = store.keys().unwrap().into_iter();
    keys.map(|key| (store.get(&key).unwrap().unwrap(), key))
        .map(|(text, key)| (key, text))
        .collect()
}

/// Loads a storage in which this slot holds this text, beside an answer, and does what is to be
/// done about it. Whether the text was read.
fn judged(instrument: &Instrument, slot: &Slot, text: &str) -> bool {
    let beside = Slot::Answer(Id::new("down-repair-2").unwrap());
    let good =
        r#"{"version":1,"began":1,"clock":4503599627370496,"writer":7,"value":4,"active_ms":900}"#;
    let store = MemoryStore::default();
    store.set(&beside.key(&audit()), good).unwrap();
    store.set(&slot.key(&audit()), text).unwrap();
    let before = texts(&store);
    let loaded = load(&store, &audit(), instrument, UnixMs::default());
    commit(&store, &audit(), &loaded.repairs).unwrap();
    let case = || format!("{}: {text}", slot.suffix());
    if loaded.problems.contains(&Problem::Newer) {
        assert_eq!(texts(&store), before, "{}", case());
        return false;
    }
    let kept = store.get(&beside.key(&audit())).unwrap();
    assert_eq!(kept.as_deref(), Some(good), "{}", case());
    match loaded.problems.as_slice() {
        [] => true,
        [Problem::Unreadable { slot: named, .. }] => {
            assert_eq!(*named, slot.suffix());
            assert_eq!(store.get(&slot.key(&audit())).unwrap(), None, "{}", case());
            let aside = Slot::Aside(format!("1:{}", slot.suffix())).key(&audit());
            assert_eq!(store.get(&aside).unwrap().as_deref(), Some(text));
            assert_eq!(loaded.answers.len(), 1, "{}: the other answer", case());
            false
        }
        // The name or the hash of the questionnaire was hit: whose it is now, nobody here knows.
        [Problem::OtherInstrument] => {
            assert_eq!(texts(&store), before, "{}", case());
            false
        }
        other => panic!("{}: {other:?}", case()),
    }
}

#[test]
fn records_of_the_audit_damaged_at_every_byte() {
    let instrument = shipped();
    let answer = || Slot::Answer(Id::new("up-trust-1").unwrap());
    let cases = [
        (Slot::Head, "head-answering"),
        (Slot::Head, "head-finished"),
        (answer(), "answer-chosen"),
        (answer(), "answer-not-applicable"),
        (Slot::Position, "position"),
        (Slot::History, "history"),
        (Slot::Result, "result"),
        (Slot::Past(Id::new("x").unwrap()), "result"),
    ];
    for (slot, name) in cases {
        let text = stored(name);
        assert!(judged(&instrument, &slot, &text), "{name}: as it was");
        let (mut read, mut all) = (0, 0);
        for (cut, text) in damaged(text.trim_end()) {
            all += 1;
            let is_read = judged(&instrument, &slot, &text);
            assert!(!(cut && is_read), "{}: cut to {text}", slot.suffix());
            read += usize::from(is_read);
        }
        println!("{}: {read} of {all} still read as a record", slot.suffix());
    }
}

#[test]
fn records_of_the_practice_damaged_at_every_byte() {
    let person = stored("practice-relationship");
    let beside = ("relationship-90-9".to_owned(), person.clone());
    for (name, text) in [
        ("relationship-1-7", person),
        ("circle", stored("practice-circle")),
        ("plan", stored("practice-plan")),
        ("loop", stored("practice-loop")),
        ("week-7-7", stored("practice-week")),
    ] {
        let known = Name::from_text(name).unwrap();
        assert!(known.read(&text).is_ok(), "{name}");
        let other = Name::from_text(&beside.0).unwrap();
        for (cut, text) in damaged(&text) {
            let outcome = known.read(&text);
            assert!(
                !cut || matches!(outcome, Err(RecordError::Corrupt(_))),
                "{name}: {text}"
            );
            let found = [(name.to_owned(), text.clone()), beside.clone()];
            let (practice, effects) = opened(&found);
            let map = practice.map();
            assert!(
                map.0
                    .iter()
                    .any(|(key, _)| Name::Relationship(*key) == other)
            );
            let aside = effects.iter().any(|effect| {
                let slot = Slot::Practice(name.to_owned());
                matches!(effect, Effect::Commit(ops) if ops.contains(&StoreOp::SetAside(slot)))
            });
            let corrupt = matches!(outcome, Err(RecordError::Corrupt(_)));
            assert_eq!(aside, corrupt, "{name}: {text}");
        }
    }
}
