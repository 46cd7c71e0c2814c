//! Storage that holds what nobody here wrote: broken, newer and foreign records. Nothing of it is
//! lost, and none of it costs another record.

use std::rc::Rc;

use app::session::Message::*;
use app::session::Notice;
use measure::instrument::Id;
use records::past::read_history;
use records::slot::Slot;
use records::store::StoreError;
use simulator::Fault;
use simulator::tabs::{Browser, practised};

fn answer(id: &str) -> Slot {
    Slot::Answer(Id::new(id).unwrap())
}

fn aside(rest: &str) -> Slot {
    Slot::Aside(rest.to_owned())
}

/// A browser with an audit with three answers and a result in storage.
fn with_answers() -> Browser {
    let mut browser = Browser::answering_again(&[4, 5, 3]);
    browser.close(0);
    browser
}

/// Texts that are no record of any slot.
const BROKEN: &[&str] = &[
    "",
    "null",
    "[]",
    "{}",
    "7",
    "not JSON at all \u{fffd}",
    r#"{"version":1,"began":1,"clock":5,"writer":1,"value":4"#,
    r#"{"version":1,"began":1,"clock":5,"writer":1,"value":4,"value":5,"active_ms":1}"#,
    r#"{"version":0,"began":1,"clock":5,"writer":1,"value":4,"active_ms":1,"phase":"erased","item":"x"}"#,
    r#"{"version":1,"clock":5,"writer":1,"value":4,"active_ms":1,"phase":"erased","item":"x"}"#,
    r#"{"version":1,"began":1,"clock":-5,"writer":1,"value":4,"active_ms":1,"phase":"erased","item":"x"}"#,
    r#"{"version":1,"began":1,"clock":5,"writer":4294967296,"value":4,"active_ms":1,"phase":"erased","item":"x"}"#,
    r#"{"version":1,"began":1,"clock":5,"writer":1,"value":6,"active_ms":1,"phase":"paused","item":"a b"}"#,
    r#"{"version":1,"began":1,"clock":5,"writer":1,"value":4,"phase":"answering","item":7}"#,
];

/// A slot of each kind that holds a record of the audit or of a result.
fn slots() -> [Slot; 6] {
    let past = Id::new("20260101T000000Z-0").unwrap();
    [
        answer("up-candour-1"),
        Slot::Position,
        Slot::Result,
        Slot::Head,
        Slot::History,
        Slot::Past(past),
    ]
}

#[test]
fn a_broken_record_is_set_aside_untouched_and_costs_no_other() {
    for text in BROKEN {
        // A history has a version and nothing else.
        let broken = |slot: &Slot| *slot != Slot::History || read_history(text).is_err();
        for slot in slots().into_iter().filter(broken) {
            let mut browser = with_answers();
            browser.put(&slot, text);
            let tab = browser.open();
            let case = format!("{} is {text}", slot.suffix());
            assert_eq!(browser.notices(tab), [Notice::Unreadable], "{case}");
            assert_eq!(browser.text(&slot), None, "{case}");
            let kept = browser.text(&aside(&format!("1:{}", slot.suffix())));
            assert_eq!(kept.as_deref(), Some(*text), "{case}");
            let session = browser.session(tab);
            assert!(!session.history && session.past.is_empty(), "{case}");
            assert_eq!(session.result.is_some(), slot != Slot::Result, "{case}");
            match slot {
                Slot::Head => {}
                Slot::Answer(_) => assert_eq!(browser.responses(tab), "4-3", "{case}"),
                _ => assert_eq!(browser.responses(tab), "453", "{case}"),
            }
        }
    }
}

#[test]
fn what_was_set_aside_is_never_overwritten() {
    let mut browser = with_answers();
    for number in 1..=3 {
        browser.put(&answer("up-candour-1"), &format!("broken {number}"));
        browser.open();
    }
    for number in 1..=3 {
        let kept = browser.text(&aside(&format!("{number}:answer:up-candour-1")));
        assert_eq!(kept, Some(format!("broken {number}")));
    }
}

#[test]
fn a_broken_record_that_could_not_be_set_aside_is_set_aside_before_it_is_overwritten() {
    // Setting aside takes a look at the record, a look for a free place, a write and a removal.
    for call in 0..4 {
        let mut browser = with_answers();
        browser.put(&answer("up-candour-1"), "broken");
        // And the other storage is asked before and after.
        let loading = browser.everything().len() + 3;
        browser.set_fault(Fault::Once(loading + call, StoreError::Full));
        let tab = browser.open();
        browser.all(tab, [Continued, PressedBack, PressedBack]);
        browser.presses(tab, &[1]);
        assert_eq!(browser.stored_responses(), "413", "call {call}");
        browser.still_holds(&[(format!("call {call}"), "broken".to_owned())]);
    }
}

#[test]
fn a_newer_record_makes_everything_read_only_and_stays_as_it_is() {
    for slot in slots() {
        let mut browser = with_answers();
        let newer = match slot {
            Slot::Result | Slot::Past(_) => r#"{"schema":"leadership-audit/result","version":2}"#,
            _ => r#"{"version":2,"what":"nobody knows yet"}"#,
        };
        browser.put(&slot, newer);
        // A broken one beside it is left alone, too.
        browser.put(&answer("up-alignment-1"), "broken");
        let before = browser.everything();
        let tab = browser.open();
        assert!(browser.notices(tab).contains(&Notice::ReadOnly), "{slot:?}");
        assert_eq!(browser.session(tab).can_continue(), slot != Slot::Head);
        browser.does(tab, OpenedWelcome);
        browser.begins(tab, &[1; 36]);
        browser.all(tab, [TurnedHistoryOff, practised("map", "x")]);
        browser.close(tab);
        assert_eq!(browser.everything(), before, "{slot:?}");
    }
}

#[test]
fn a_newer_record_can_be_deleted_and_brought_back_but_not_written_over() {
    for slot in slots() {
        let mut browser = with_answers();
        let newer = match slot {
            Slot::Result | Slot::Past(_) => r#"{"schema":"leadership-audit/result","version":2}"#,
            _ => r#"{"version":2,"what":"nobody knows yet","clock":900}"#,
        };
        browser.put(&slot, newer);
        let tab = browser.open();
        assert!(browser.session(tab).can_erase(), "{slot:?}");
        browser.erases(tab);
        assert_eq!(browser.slots(), ["head"], "{slot:?}: only the tombstone");
        assert_eq!(browser.notices(tab), [], "{slot:?}");
        assert!(!browser.session(tab).can_erase(), "{slot:?}");
        browser.does(tab, UndidErase);
        assert_eq!(browser.text(&slot).as_deref(), Some(newer), "{slot:?}");
        assert!(browser.notices(tab).contains(&Notice::ReadOnly), "{slot:?}");
        let before = browser.everything();
        browser.begins(tab, &[1, 2]);
        assert_eq!(browser.everything(), before, "{slot:?}");
        browser.erases(tab);
        browser.close(tab);
        assert_eq!(browser.slots(), [""; 0], "{slot:?}");
    }
}

#[test]
fn answers_to_another_questionnaire_stay_until_new_ones_need_their_place() {
    let mut browser = with_answers();
    let ours = Rc::clone(&browser.instrument);
    browser.changes_questionnaire();
    let before = browser.everything();
    let tab = browser.open();
    assert_eq!(browser.notices(tab), [Notice::OtherInstrument]);
    assert!(!browser.session(tab).can_continue());
    assert_eq!(browser.responses(tab), "");
    assert_eq!(browser.session(tab).result, None);
    browser.does(tab, Started);
    assert_eq!(
        browser.everything(),
        before,
        "nothing is touched before the first answer"
    );
    browser.presses(tab, &[5]);
    browser.presses(tab, &[4]);
    browser.still_holds(&before);
    let asides = |browser: &Browser| {
        let mut records = browser.everything();
        records.retain(|(key, _)| key.contains(":aside:"));
        records
    };
    let ours_aside = asides(&browser);
    assert_eq!(ours_aside.len(), before.len(), "each once");
    assert_eq!(browser.stored_responses(), "54");
    // A write that fails later does not set the new answers aside.
    browser.set_fault(Fault::Once(0, StoreError::Full));
    browser.does(tab, PressedBack);
    browser.presses(tab, &[3]);
    assert_eq!(browser.stored_responses(), "53");
    assert_eq!(asides(&browser), ours_aside);
    browser.close(tab);

    // The owner goes back to the first questionnaire: the second is set aside in its turn.
    browser.instrument = ours;
    let tab = browser.open();
    assert_eq!(browser.notices(tab), [Notice::OtherInstrument]);
    browser.begins(tab, &[2]);
    assert_eq!(browser.stored_responses(), "2");
    let now = asides(&browser);
    assert!(ours_aside.iter().all(|record| now.contains(record)));
}

#[test]
fn setting_a_broken_record_aside_does_not_forget_the_foreign_ones() {
    let mut browser = with_answers();
    browser.changes_questionnaire();
    browser.put(&answer("up-candour-1"), "broken");
    let before = browser.everything();
    let tab = browser.open();
    browser.begins(tab, &[5]);
    browser.still_holds(&before);
}

#[test]
fn an_answer_to_an_unknown_item_is_ignored() {
    let mut browser = with_answers();
    let before = browser.stored_responses();
    browser.put(
        &answer("item-of-an-older-edition"),
        r#"{"version":1,"began":1,"clock":3,"writer":1,"value":4,"active_ms":5}"#,
    );
    let tab = browser.open();
    assert_eq!(browser.responses(tab), before);
    assert_eq!(browser.notices(tab), []);
}

#[test]
fn answers_whose_head_is_broken_can_be_continued_and_get_a_new_one() {
    let mut browser = with_answers();
    browser.put(&Slot::Head, "{\"version\":1,\"clock\":");
    let tab = browser.open();
    assert!(browser.session(tab).can_continue());
    browser.does(tab, Continued);
    assert_eq!(
        browser.place(tab),
        Some(3),
        "at the item that was on screen"
    );
    browser.presses(tab, &[2]);
    assert!(browser.stored_responses().starts_with("4532"));
    browser.close(tab);
    let later = browser.open();
    assert!(browser.session(later).can_continue());
    assert_eq!(browser.notices(later), []);
}

#[test]
fn records_are_moved_whole_or_stay_whole() {
    use records::store::{MemoryStore, Store, move_records};
    use simulator::FaultyStore;
    let audit = Id::new("a").unwrap();
    let records = [
        ("leadership-audit:a:head", "1"),
        ("leadership-audit:a:result", "2"),
    ];
    let filled = || {
        let store = MemoryStore::default();
        for (key, text) in records
            .into_iter()
            .chain([("leadership-audit:b:head", "other")])
        {
            store.set(key, text).unwrap();
        }
        store
    };
    let (from, to) = (filled(), MemoryStore::default());
    move_records(&from, &to, &audit).unwrap();
    assert_eq!(from.keys().unwrap(), ["leadership-audit:b:head"]);
    assert_eq!(to.keys().unwrap(), records.map(|(key, _)| key));

    for call in 0..2 {
        let error = StoreError::Full;
        let to = FaultyStore::new(MemoryStore::default(), Fault::Once(call, error));
        let from = filled();
        assert!(move_records(&from, &to, &audit).is_err());
        assert_eq!(from.keys().unwrap().len(), 3, "call {call}");
    }
}
