//! Storage that holds what nobody here wrote: broken, newer and foreign records. Nothing of it is
//! lost, and none of it costs another record.

use std::rc::Rc;

use app::session::{Message, Notice};
use measure::instrument::{FormName, Id};
use records::slot::Slot;
use records::store::StoreError;
use simulator::Fault;
use simulator::tabs::Browser;
use testing::small;

fn answer(id: &str) -> Slot {
    Slot::Answer(Id::new(id).unwrap())
}

fn aside(rest: &str) -> Slot {
    Slot::Aside(rest.to_owned())
}

/// A browser in whose storage an audit with three answers and a result stand.
fn with_answers() -> Browser {
    let mut browser = Browser::new();
    let tab = browser.open();
    browser.does(tab, Message::PickedForm(FormName::Short));
    browser.begins(tab, &[3; 18]);
    browser.does(tab, Message::OpenedWelcome);
    browser.begins(tab, &[4, 5, 3]);
    browser.close(tab);
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
    r#"{"version":1,"clock":5,"writer":1,"value":4"#,
    r#"{"version":1,"clock":5,"writer":1,"value":4,"value":5,"active_ms":1}"#,
    r#"{"version":0,"clock":5,"writer":1,"value":4,"active_ms":1,"since":1,"phase":"erased","item":"x"}"#,
    r#"{"version":1,"clock":-5,"writer":1,"value":4,"active_ms":1,"since":1,"phase":"erased","item":"x"}"#,
    r#"{"version":1,"clock":5,"writer":4294967296,"value":4,"active_ms":1,"since":1,"phase":"erased","item":"x"}"#,
    r#"{"version":1,"clock":5,"writer":1,"value":6,"active_ms":1,"since":1,"phase":"paused","item":"a b"}"#,
    r#"{"version":1,"clock":5,"writer":1,"value":4,"since":1,"phase":"answering","item":7}"#,
];

#[test]
fn a_broken_record_is_set_aside_untouched_and_costs_no_other() {
    for text in BROKEN {
        for slot in [
            answer("up-candour-1"),
            Slot::Position,
            Slot::Result,
            Slot::Head,
        ] {
            let mut browser = with_answers();
            browser.put(&slot, text);
            let tab = browser.open();
            let case = format!("{} is {text}", slot.suffix());
            assert_eq!(browser.notices(tab), [Notice::Unreadable], "{case}");
            assert_eq!(browser.text(&slot), None, "{case}");
            let kept = browser.text(&aside(&format!("1:{}", slot.suffix())));
            assert_eq!(kept.as_deref(), Some(*text), "{case}");
            let responses = match slot {
                Slot::Answer(_) => "4-3",
                Slot::Head => "",
                _ => "453",
            };
            if slot != Slot::Head {
                assert_eq!(browser.responses(tab), responses, "{case}");
            }
            assert_eq!(
                browser.session(tab).result.is_some(),
                slot != Slot::Result,
                "{case}"
            );
        }
    }
}

#[test]
fn a_truncated_record_is_set_aside_whatever_is_missing() {
    let whole = with_answers();
    for slot in [
        Slot::Head,
        answer("up-candour-1"),
        Slot::Position,
        Slot::Result,
    ] {
        let text = whole.text(&slot).unwrap();
        let cuts = (0..text.trim_end().len()).filter(|cut| text.is_char_boundary(*cut));
        for cut in cuts.step_by(if slot == Slot::Result { 97 } else { 1 }) {
            let mut browser = with_answers();
            browser.put(&slot, &text[..cut]);
            browser.open();
            let kept = browser.text(&aside(&format!("1:{}", slot.suffix())));
            assert_eq!(kept.as_deref(), Some(&text[..cut]), "{}", slot.suffix());
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
        let loading = browser.everything().len() + 1;
        browser.set_fault(Fault::Once {
            call: loading + call,
            error: StoreError::Full,
        });
        let tab = browser.open();
        browser.does(tab, Message::Continued);
        browser.does(tab, Message::PressedBack);
        browser.does(tab, Message::PressedBack);
        browser.presses(tab, &[1]);
        assert_eq!(browser.stored_responses(), "413", "call {call}");
        let kept = browser
            .everything()
            .into_iter()
            .any(|(_, text)| text == "broken");
        assert!(kept, "call {call}: the bytes are gone");
    }
}

#[test]
fn a_newer_record_makes_everything_read_only_and_stays_as_it_is() {
    for slot in [
        Slot::Head,
        answer("up-candour-1"),
        Slot::Position,
        Slot::Result,
    ] {
        let mut browser = with_answers();
        let newer = match slot {
            Slot::Result => {
                browser
                    .text(&slot)
                    .unwrap()
                    .replacen("\"version\": 1", "\"version\": 2", 1)
            }
            _ => r#"{"version":2,"what":"nobody knows yet"}"#.to_owned(),
        };
        browser.put(&slot, &newer);
        // A broken one beside it is left alone, too.
        browser.put(&answer("up-alignment-1"), "broken");
        let before = browser.everything();
        let tab = browser.open();
        assert!(
            browser.notices(tab).contains(&Notice::ReadOnly),
            "{}",
            slot.suffix()
        );
        browser.does(tab, Message::OpenedWelcome);
        browser.begins(tab, &[1; 36]);
        browser.does(tab, Message::OpenedKeep);
        browser.does(tab, Message::AskedToErase);
        browser.does(tab, Message::Erased);
        assert!(
            browser.notices(tab).contains(&Notice::NotErased),
            "{}",
            slot.suffix()
        );
        browser.does(tab, Message::UndidErase);
        browser.close(tab);
        assert_eq!(browser.everything(), before, "{}", slot.suffix());
    }
}

#[test]
fn a_newer_page_in_another_tab_makes_this_one_read_only() {
    for slot in [Slot::Head, answer("up-candour-1"), Slot::Result] {
        let mut browser = with_answers();
        let tab = browser.open();
        browser.does(tab, Message::Continued);
        let newer = browser
            .text(&slot)
            .unwrap()
            .replacen("\"version\":1", "\"version\":2", 1)
            .replacen("\"version\": 1", "\"version\": 2", 1);
        browser.put(&slot, &newer);
        browser.does(tab, Message::ChangedElsewhere(slot.clone(), Some(newer)));
        let before = browser.everything();
        assert_eq!(
            browser.notices(tab),
            [Notice::ReadOnly],
            "{}",
            slot.suffix()
        );
        browser.presses(tab, &[1, 1]);
        browser.close(tab);
        assert_eq!(browser.everything(), before, "{}", slot.suffix());
    }
}

#[test]
fn answers_to_another_questionnaire_stay_until_new_ones_need_their_place() {
    let mut browser = with_answers();
    let ours = Rc::clone(&browser.instrument);
    browser.instrument = Rc::new(small(3, |text| text.replace("\"i1\"", "\"up-trust-1\"")));
    let before = browser.everything();
    let tab = browser.open();
    assert_eq!(browser.notices(tab), [Notice::OtherInstrument]);
    assert!(!browser.session(tab).can_continue());
    assert_eq!(browser.responses(tab), "");
    assert_eq!(browser.session(tab).result, None);
    browser.does(tab, Message::Started);
    assert_eq!(
        browser.everything(),
        before,
        "nothing is touched before the first answer"
    );
    browser.presses(tab, &[5]);
    browser.presses(tab, &[4]);
    let after = browser.everything();
    for (key, text) in &before {
        let there = after.iter().any(|(_, other)| other == text);
        assert!(there, "{key} is gone");
    }
    let asides = after
        .iter()
        .filter(|(key, _)| key.contains(":aside:"))
        .count();
    assert_eq!(asides, before.len(), "each once, and none of the new");
    assert_eq!(browser.stored_responses(), "54");
    // A write that fails later does not set the new answers aside.
    browser.set_fault(Fault::Once {
        call: 0,
        error: StoreError::Full,
    });
    browser.does(tab, Message::PressedBack);
    browser.presses(tab, &[3]);
    assert_eq!(browser.stored_responses(), "53");
    let all = browser.everything();
    let asides = all.iter().filter(|(key, _)| key.contains(":aside:"));
    assert_eq!(asides.count(), before.len());
    browser.close(tab);

    // The owner goes back to the first questionnaire: the second is set aside in its turn.
    browser.instrument = ours;
    let tab = browser.open();
    assert_eq!(browser.notices(tab), [Notice::OtherInstrument]);
    browser.begins(tab, &[2]);
    assert_eq!(browser.stored_responses(), "2");
    for (key, text) in after.iter().filter(|(key, _)| key.contains(":aside:")) {
        assert!(
            browser.everything().contains(&(key.clone(), text.clone())),
            "{key}"
        );
    }
}

#[test]
fn setting_a_broken_record_aside_does_not_forget_the_foreign_ones() {
    let mut browser = with_answers();
    browser.instrument = Rc::new(small(3, |text| text.replace("\"i1\"", "\"up-trust-1\"")));
    browser.put(&answer("up-candour-1"), "broken");
    let before = browser.everything();
    let tab = browser.open();
    browser.begins(tab, &[5]);
    for (key, text) in &before {
        let there = browser.everything().iter().any(|(_, other)| other == text);
        assert!(there, "{key} is gone");
    }
}

#[test]
fn an_answer_to_an_item_that_is_no_more_is_passed_over() {
    let mut browser = with_answers();
    let before = browser.stored_responses();
    browser.put(
        &answer("item-of-an-older-edition"),
        r#"{"version":1,"clock":3,"writer":1,"value":4,"active_ms":5}"#,
    );
    let tab = browser.open();
    assert_eq!(browser.responses(tab), before);
    assert_eq!(browser.notices(tab), []);
}

#[test]
fn answers_whose_head_is_broken_are_gone_on_with_and_get_a_new_one() {
    let mut browser = with_answers();
    browser.put(&Slot::Head, "{\"version\":1,\"clock\":");
    let tab = browser.open();
    assert!(browser.session(tab).can_continue());
    browser.does(tab, Message::Continued);
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
        let to = FaultyStore::new(MemoryStore::default(), Fault::Once { call, error });
        let from = filled();
        assert!(move_records(&from, &to, &audit).is_err());
        assert_eq!(from.keys().unwrap().len(), 3, "call {call}");
    }
}

#[test]
fn answers_under_a_newer_head_are_not_gone_on_with() {
    let mut browser = with_answers();
    browser.put(&Slot::Head, "{\"version\":2}");
    let tab = browser.open();
    assert!(!browser.session(tab).can_continue());
    assert_eq!(browser.notices(tab), [Notice::ReadOnly]);
}
