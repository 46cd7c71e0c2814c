//! The two storages of a browser: whether anything is stored, what a page that opens finds where one of them is missing
//! or refuses access, what is moved between them, and what a deletion leaves.

use measure::instrument::Id;
use measure::time::UnixMs;
use records::slot::Slot;
use records::store::{
    Areas, Loaded, MemoryStore, Problem, Store, StoreError, StoreOp, erase, load, move_records,
    open,
};
use records::stored::{AuditStamp, Began, OfAudit, Phase, Stamp, Writer};
use testing::shipped;

/// One of the two storages, if there is one.
type Area<'a> = Option<&'a dyn Store>;

/// Storage that the browser refuses access to.
struct Refused;

impl Store for Refused {
    fn get(&self, _: &str) -> Result<Option<String>, StoreError> {
        Err(StoreError::Unavailable)
    }
    fn set(&self, _: &str, _: &str) -> Result<(), StoreError> {
        Err(StoreError::Unavailable)
    }
    fn remove(&self, _: &str) -> Result<(), StoreError> {
        Err(StoreError::Unavailable)
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Err(StoreError::Unavailable)
    }
}

fn audit() -> Id {
    Id::new("mine").unwrap()
}

/// Storage in which each of these audits has a record that no version knows.
fn with(audits: &[&str]) -> MemoryStore {
    let store = MemoryStore::default();
    for name in audits {
        let key = Slot::Unknown("later:x".to_owned()).key(&Id::new(name).unwrap());
        store.set(&key, "text").unwrap();
    }
    store
}

fn open_both(areas: Areas<'_>, moves: bool) -> Loaded {
    open(
        areas,
        moves,
        &audit(),
        &shipped(),
        UnixMs(1_700_000_000_000),
    )
}

#[test]
fn records_count_wherever_they_are_and_storage_that_refuses_is_not_taken_for_an_empty_one() {
    let (mine, others, empty) = (with(&["mine"]), with(&["other"]), MemoryStore::default());
    let unavailable = Err(StoreError::Unavailable);
    let cases: [(Area<'_>, Area<'_>, _); 11] = [
        (Some(&mine), None, Ok(true)),
        (Some(&empty), Some(&mine), Ok(true)),
        (Some(&Refused), Some(&mine), Ok(true)),
        (None, Some(&mine), Ok(true)),
        (Some(&mine), Some(&Refused), Ok(true)),
        (Some(&others), Some(&others), Ok(false)),
        (Some(&empty), None, Ok(false)),
        (Some(&empty), Some(&Refused), Ok(false)),
        (Some(&Refused), Some(&empty), unavailable.clone()),
        (None, Some(&empty), unavailable.clone()),
        (None, None, unavailable),
    ];
    for (place, (own, other, expected)) in cases.into_iter().enumerate() {
        let areas = Areas { own, other };
        assert_eq!(areas.has_records(&audit()), expected, "case {place}");
    }
}

#[test]
fn a_page_without_its_own_storage_knows_whether_the_other_has_records() {
    let (mine, others) = (with(&["mine"]), with(&["other"]));
    let cases: [(Area<'_>, bool); 4] = [
        (Some(&mine), true),
        (Some(&others), false),
        (Some(&Refused), false),
        (None, false),
    ];
    for (other, found) in cases {
        let loaded = open_both(Areas { own: None, other }, true);
        let problem = Problem::Unavailable(StoreError::Unavailable);
        assert_eq!(loaded.problems, [problem]);
        assert_eq!(loaded.found, found);
    }
}

#[test]
fn records_that_stay_in_the_other_storage_count_as_found() {
    let areas = |own, other| Areas {
        own: Some(own),
        other: Some(other),
    };
    let (mine, empty) = (with(&["mine"]), MemoryStore::default());
    let stayed = open_both(areas(&empty, &mine), false);
    assert!(stayed.found, "a widget of this page is at work on them");
    assert_eq!(mine.keys().unwrap().len(), 1);
    let others = with(&["other"]);
    assert!(!open_both(areas(&empty, &others), false).found);

    let moved = open_both(areas(&empty, &mine), true);
    assert!(moved.found);
    assert_eq!(
        (mine.keys().unwrap().len(), empty.keys().unwrap().len()),
        (0, 1)
    );
    let own_alone = open_both(areas(&empty, &Refused), true);
    assert!(own_alone.found && own_alone.problems.is_empty());
}

#[test]
fn other_audits_are_counted_once_and_storage_that_refuses_has_none() {
    let (own, other) = (with(&["mine", "a", "b"]), with(&["b", "c"]));
    own.set("leadership-audit-b:x", "text").unwrap();
    own.set("leadership-audit:d", "text").unwrap();
    let areas = Areas {
        own: Some(&own),
        other: Some(&other),
    };
    assert_eq!(areas.other_audits(&audit()), 3);
    let refused = Areas {
        own: Some(&Refused),
        other: Some(&other),
    };
    assert_eq!(refused.other_audits(&audit()), 2);
}

/// Storage that says it has removed a record, and keeps it.
#[derive(Default)]
struct Stubborn(MemoryStore);

impl Store for Stubborn {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.0.set(key, text)
    }
    fn remove(&self, _: &str) -> Result<(), StoreError> {
        Ok(())
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.0.keys()
    }
}

#[test]
fn a_deletion_that_leaves_a_record_has_failed_whatever_storage_says() {
    let (own, others) = (with(&["mine"]), with(&["other"]));
    for (store, outcome) in [
        (Stubborn(own), Err(StoreError::Unavailable)),
        (Stubborn(others), Ok(())),
    ] {
        assert_eq!(erase(&store, &audit(), "tombstone").1, outcome);
    }
}

#[test]
fn a_round_that_is_over_is_removed_whole_with_its_invitation_last() {
    let store = MemoryStore::default();
    let ids = ["0a", "0b"].map(|digits| digits.repeat(16));
    for (id, began_at) in ids.iter().zip(["2026-01-01", "2026-11-01"]) {
        for (end, text) in [
            ("answer:a", r#"{"version":1}"#.to_owned()),
            (
                "invitation",
                format!(r#"{{"version":1,"began_at":"{began_at}T09:00:00Z"}}"#),
            ),
            ("key", r#"{"version":1}"#.to_owned()),
        ] {
            let slot = Slot::Round(format!("round:{id}:{end}"));
            store.set(&slot.key(&audit()), &text).unwrap();
        }
    }
    let now = UnixMs::from_rfc3339("2026-12-01T09:00:00Z").unwrap();
    let loaded = load(&store, &audit(), &shipped(), now);
    let removed = ["answer:a", "key", "invitation"];
    let removed =
        removed.map(|end| StoreOp::Remove(Slot::Round(format!("round:{}:{end}", ids[0]))));
    assert_eq!(loaded.repairs, removed);
    assert_eq!(loaded.problems, [Problem::Expired]);
}

/// Storage that lists its keys and refuses their texts.
struct Listing(MemoryStore);

impl Store for Listing {
    fn get(&self, _: &str) -> Result<Option<String>, StoreError> {
        Err(StoreError::Unavailable)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.0.set(key, text)
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.0.remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.0.keys()
    }
}

#[test]
fn records_that_are_listed_and_cannot_be_read_are_found() {
    for (audits, found) in [(["mine", "other"], true), (["a", "b"], false)] {
        let store = Listing(with(&audits));
        let loaded = load(&store, &audit(), &shipped(), UnixMs(0));
        assert_eq!(loaded.found, found, "{audits:?}");
    }
}

#[test]
fn of_two_texts_that_nothing_orders_both_are_kept() {
    let practice = || Slot::Practice("map".to_owned());
    let past = || Slot::Past(Id::new("20261121T090610Z-0a").unwrap());
    for (slot, [here, there]) in [
        (practice(), ["{", "}"]),
        (
            practice(),
            [r#"{"version":2,"clock":1}"#, r#"{"version":2,"clock":2}"#],
        ),
        (
            practice(),
            [r#"{"version":1}"#, r#"{"version":1,"clock":2}"#],
        ),
        (
            past(),
            [r#"{"version":1,"clock":1}"#, r#"{"version":1,"clock":2}"#],
        ),
        (
            Slot::Result,
            ["{}", r#"{"ended_at":"2026-11-21T09:06:10Z"}"#],
        ),
        (
            Slot::Result,
            [r#"{"ended_at":"2026","a":1}"#, r#"{"ended_at":"2026"}"#],
        ),
    ] {
        let (from, to) = (MemoryStore::default(), MemoryStore::default());
        let key = slot.key(&audit());
        from.set(&key, there).unwrap();
        to.set(&key, here).unwrap();
        move_records(&from, &to, &audit()).unwrap();
        let aside = Slot::Aside(format!("1:{}", slot.suffix())).key(&audit());
        let text = |key: &str| to.get(key).unwrap();
        assert_eq!(
            (text(&key).as_deref(), text(&aside).as_deref()),
            (Some(here), Some(there))
        );
        assert!(from.keys().unwrap().is_empty());
    }
}

/// A tombstone that was written at this clock.
fn tombstone(clock: u64) -> String {
    let (writer, began) = (Writer(1), Began(clock));
    let stamp = AuditStamp {
        began,
        written: Stamp { clock, writer },
    };
    let value = Phase::Erased;
    OfAudit { stamp, value }.to_text()
}

#[test]
fn a_deletion_in_one_storage_takes_only_what_is_older_in_the_other() {
    let note = |clock: u64| format!(r#"{{"version":1,"clock":{clock},"writer":9}}"#);
    let (head, map) = (
        Slot::Head.key(&audit()),
        Slot::Practice("map".to_owned()).key(&audit()),
    );
    for (clock, stays) in [(4, false), (5, false), (6, true)] {
        for deleted_here in [false, true] {
            let (from, to) = (MemoryStore::default(), MemoryStore::default());
            let (erased, other) = if deleted_here {
                (&to, &from)
            } else {
                (&from, &to)
            };
            erased.set(&head, &tombstone(5)).unwrap();
            other.set(&map, &note(clock)).unwrap();
            move_records(&from, &to, &audit()).unwrap();
            assert!(from.keys().unwrap().is_empty());
            let kept = to.get(&map).unwrap();
            assert_eq!(
                kept,
                stays.then(|| note(clock)),
                "{clock}, deleted here: {deleted_here}"
            );
        }
    }
}
