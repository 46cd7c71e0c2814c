//! Earlier results in storage that is broken, newer, foreign, full, cleared or not there.

use simulator::practice::NOW;
use std::rc::Rc;

use app::session::Message::*;
use app::session::Notice;
use measure::instrument::Id;
use records::slot::Slot;
use records::store::{Store, StoreError, load};
use simulator::past::{finish, firsts, with_past};
use simulator::tabs::{Browser, audit, practised};
use simulator::{Fault, Shared};
use testing::small;

#[test]
fn one_of_another_questionnaire_is_listed_and_stays_as_it_is() {
    let mut browser = with_past(&[3]);
    let kept = browser.session(0).past[0].clone();
    browser.close(0);
    browser.instrument = Rc::new(small(3, |text| text));
    let tab = browser.open();
    let [past] = &browser.session(tab).past[..] else {
        panic!("one");
    };
    assert_eq!(past.kept.completed, None);
    assert_eq!(past.kept.provenance, kept.kept.provenance);
    assert_eq!(past.text, kept.text);
    browser.begins(tab, &[5, 5, 5]);
    assert_eq!(
        browser.text(&Slot::Past(kept.id.clone())),
        Some(kept.text.clone())
    );
    assert_eq!(browser.session(tab).past.len(), 2);
    browser.does(tab, ForgotPast(kept.id.clone()));
    assert_eq!(browser.text(&Slot::Past(kept.id.clone())), None);
}

#[test]
fn foreign_answers_wait_for_their_place_to_be_needed_whatever_is_kept_meanwhile() {
    let mut browser = Browser::answering(&[4, 5, 3]);
    browser.close(0);
    let before = browser.everything();
    browser.changes_questionnaire();
    let tab = browser.open();
    browser.all(tab, [practised("map", "{}"), TurnedHistoryOn]);
    browser.take_away(&Slot::Practice("map".into()));
    browser.take_away(&Slot::History);
    assert_eq!(browser.everything(), before, "untouched");
    browser.begins(tab, &[5]);
    browser.still_holds(&before);
}

#[test]
fn where_there_is_no_room_the_result_comes_first_and_the_rest_later() {
    let finished = |call: usize| {
        let mut browser = with_past(&[3]);
        browser.does(0, OpenedWelcome);
        browser.begins(0, &[4; 17]);
        browser.set_fault(Fault::Since(call, StoreError::Full));
        browser.presses(0, &[4]);
        browser
    };
    let mut seen = false;
    for call in 0..60 {
        let mut browser = finished(call);
        if browser.notices(0).is_empty() {
            continue;
        }
        assert_eq!(browser.notices(0), [Notice::StorageFull], "call {call}");
        let stored = browser.stored();
        assert!(stored.result.is_some());
        // The last thing to be stored is the result among the earlier ones.
        if !stored.can_continue() && firsts(&stored) == [3] {
            seen = true;
        }
        browser.set_fault(Fault::Never);
        browser.does(0, OpenedKeep);
        assert_eq!(firsts(&browser.stored()), [3, 4], "call {call}");
        assert_eq!(
            browser.stored().result,
            browser.session(0).result,
            "call {call}"
        );
        assert_eq!(browser.notices(0), [], "call {call}");
    }
    assert!(seen);
}

#[test]
fn what_storage_lost_is_stored_again() {
    let mut browser = with_past(&[3, 4]);
    browser.does(0, practised("map", "{}"));
    let before = browser.everything();
    browser.clear();
    browser.does(0, ClearedElsewhere);
    assert_eq!(browser.notices(0), [Notice::ClearedElsewhere]);
    assert_eq!(browser.everything(), before);
}

#[test]
fn where_there_is_no_storage_they_last_as_long_as_the_page() {
    let mut browser = Browser::with_fault(Fault::Since(0, StoreError::Unavailable));
    let tab = browser.open();
    browser.does(tab, TurnedHistoryOn);
    finish(&mut browser, tab, 3);
    finish(&mut browser, tab, 4);
    assert_eq!(firsts(browser.session(tab)), [3, 4]);
    browser.all(tab, [OpenedKeep, Erased]);
    assert!(browser.session(tab).past.is_empty());
    browser.does(tab, UndidErase);
    assert_eq!(firsts(browser.session(tab)), [3, 4]);
    assert!(browser.session(tab).history);
    assert_eq!(browser.notices(tab), [Notice::MemoryOnly]);
}

#[test]
fn they_are_listed_by_when_they_ended_whatever_the_order_of_the_keys() {
    let browser = with_past(&[2, 5, 3]);
    let store = Shared::listing(|keys| keys.reverse());
    for (key, text) in browser.everything() {
        store.set(&key, &text).unwrap();
    }
    let loaded = load(&store, &audit(), &browser.instrument, NOW);
    let ids = |past: &mut dyn Iterator<Item = Id>| past.collect::<Vec<_>>();
    let listed = ids(&mut loaded.past.iter().map(|past| past.id.clone()));
    let here = &browser.session(0).past;
    assert_eq!(listed, ids(&mut here.iter().map(|past| past.id.clone())));
    assert!(listed.is_sorted());
    assert_eq!(listed.len(), 3);
}
