//! Records that belong to another page, and tabs that are overtaken: by a deletion, or by an audit that began later.

use app::session::Message::*;
use app::session::{Effect, FormChoice, Notice, Screen};
use measure::instrument::{FormName, Id};
use records::slot::Slot;
use records::store::{StoreError, clock_of};
use simulator::Fault;
use simulator::past::finish;
use simulator::tabs::{Browser, practised};
use simulator::walk::press;

/// What a newer version stores for the choice to keep earlier results.
const NEWER: &str = r#"{"version":2}"#;

/// A record of the practice whose stamp has this clock.
fn noted(clock: u64) -> String {
    format!(r#"{{"version":1,"clock":{clock},"writer":9}}"#)
}

fn map() -> Slot {
    Slot::Practice("map".to_owned())
}

/// A tab that leaves its records to a newer page.
fn read_only() -> Browser {
    let mut browser = Browser::answering(&[4, 5]);
    browser.takes(0, ChangedElsewhere(Slot::History, Some(NEWER.to_owned())));
    assert_eq!(browser.notices(0), [Notice::ReadOnly]);
    browser
}

/// The tombstone of a tab that heard of this clock before it deleted everything.
fn tombstone(clock: u64) -> String {
    let mut browser = Browser::new();
    browser.put(&map(), &noted(clock));
    let tab = browser.open();
    browser.erases_unheard(tab);
    browser.text(&Slot::Head).unwrap()
}

#[test]
fn a_deletion_frees_a_tab_that_left_its_records_to_another_page() {
    let mut browser = read_only();
    browser.does(0, press(1));
    assert!(!browser.session(0).is_kept());
    browser.takes(0, ChangedElsewhere(Slot::Head, Some(tombstone(100))));
    let session = browser.session(0);
    assert_eq!(session.notices, [Notice::ErasedElsewhere]);
    assert_eq!(session.screen, Screen::Welcome);
    assert!(session.is_kept() && !session.has_anything());
    browser.begins(0, &[3, 2]);
    assert_eq!(browser.stored_responses(), "32");
}

#[test]
fn nothing_else_frees_it() {
    let head = read_only().text(&Slot::Head).unwrap();
    for (slot, text) in [
        (Slot::Head, Some(tombstone(0))),
        (Slot::Head, Some(head.replace("\"clock\":", "\"clock\":9"))),
        (Slot::Head, Some("{".to_owned())),
        (Slot::Head, None),
        (Slot::Result, Some(tombstone(100))),
    ] {
        let mut browser = read_only();
        let (before, stored) = (browser.session(0).clone(), browser.everything());
        browser.takes(0, ChangedElsewhere(slot, text.clone()));
        let session = browser.session(0);
        assert_eq!(session.notices, before.notices, "{text:?}");
        assert_eq!(session.sheet(), before.sheet(), "{text:?}");
        assert!(!session.is_kept(), "{text:?}");
        browser.does(0, press(1));
        assert_eq!(browser.everything(), stored, "{text:?}");
    }
}

#[test]
fn a_deletion_that_fails_leaves_the_records_to_the_page_that_owns_them() {
    let mut browser = read_only();
    browser.set_fault(Fault::Since(0, StoreError::Unavailable));
    browser.erases_unheard(0);
    assert!(browser.notices(0).contains(&Notice::NotErased));
    assert!(browser.session(0).can_erase(), "another try");
    browser.set_fault(Fault::Never);
    let stored = browser.everything();
    browser.begins(0, &[1]);
    assert_eq!(browser.everything(), stored);
    // Where they are its own, the next answer is stored.
    let mut browser = Browser::answering(&[4, 5]);
    browser.set_fault(Fault::Since(0, StoreError::Unavailable));
    browser.erases_unheard(0);
    browser.set_fault(Fault::Never);
    browser.begins(0, &[1]);
    assert_eq!(browser.stored_responses(), "1");
}

#[test]
fn what_another_tab_stores_can_be_deleted_here_though_this_version_does_not_know_it() {
    let unknown = || Slot::Unknown("later:x".to_owned());
    let text = || Some("text".to_owned());
    let mut browser = Browser::with_tab();
    for (slot, text, can_erase) in [
        (Slot::Head, text(), false),
        (unknown(), None, false),
        (unknown(), text(), true),
        (unknown(), None, true),
    ] {
        browser.takes(0, ChangedElsewhere(slot.clone(), text));
        assert_eq!(browser.session(0).can_erase(), can_erase, "{slot:?}");
    }
    browser.erases(0);
    browser.takes(0, ChangedElsewhere(unknown(), text()));
    assert!(
        !browser.session(0).can_erase(),
        "written before it was deleted"
    );
}

#[test]
fn a_deletion_is_repeated_where_it_meets_a_record_that_is_later_than_its_tombstone() {
    let deletions = |clock: u64| {
        let mut browser = Browser::answering(&[4]);
        browser.put(&map(), &noted(clock));
        browser.erases_unheard(0);
        let effects = browser.effects(0).iter();
        let erased = effects.filter(|effect| matches!(effect, Effect::Erase { .. }));
        let head = browser.text(&Slot::Head).unwrap();
        (erased.count(), clock_of(&head))
    };
    let (once, marker) = deletions(0);
    assert_eq!(once, 1);
    assert_eq!(deletions(marker), (1, marker));
    assert_eq!(deletions(marker + 1), (2, marker + 2));
}

#[test]
fn a_tab_in_which_nothing_was_answered_yet_follows_an_audit_that_began_later() {
    let mut browser = Browser::new();
    let second = browser.open();
    browser.does(second, Started);
    browser.does(second, PressedNext);
    let before = browser.session(second).screen.clone();
    // The other's clock is ahead.
    browser.put(&map(), &noted(50));
    let first = browser.open();
    browser.begins(first, &[4, 5]);
    browser.settle();
    assert_eq!(browser.session(second).screen, before);
    assert_eq!(browser.notices(second), []);
    browser.presses(second, &[1]);
    assert_eq!(browser.stored_responses(), "41");
}

#[test]
fn a_tab_with_answers_follows_a_later_audit_only_if_that_has_answers_too() {
    let mut other = Browser::new();
    other.put(&map(), &noted(50));
    let tab = other.open();
    other.begins(tab, &[2]);
    let answer = Slot::Answer(Id::new("up-trust-1").unwrap());
    let text = |slot: &Slot| Some(other.text(slot).unwrap());
    let head = || ChangedElsewhere(Slot::Head, text(&Slot::Head));
    let answered = || ChangedElsewhere(answer.clone(), text(&answer));

    let mut browser = Browser::answering(&[4, 5]);
    browser.takes_all(0, [answered(), head()]);
    assert_eq!(browser.place(0), Some(2));
    assert_eq!(browser.notices(0), []);

    let mut browser = Browser::answering(&[4, 5]);
    browser.takes(0, head());
    assert_eq!(browser.session(0).screen, Screen::Welcome);
    assert_eq!(browser.notices(0), [Notice::RestartedElsewhere]);
}

#[test]
fn answers_that_lost_their_head_survive_a_cleared_storage_in_whatever_form() {
    let mut browser = Browser::answering(&[4; 12]);
    browser.close(0);
    browser.take_away(&Slot::Head);
    for index in browser.instrument.form(FormName::Short).unwrap() {
        let id = browser.instrument.item(*index).unwrap().id.clone();
        browser.take_away(&Slot::Answer(id));
    }
    browser.choice = FormChoice::Short;
    let tab = browser.open();
    assert_eq!(browser.session(tab).answered(), 0, "none of this form");
    let answers = |browser: &Browser| {
        let slots = browser.slots().into_iter();
        slots.filter(|slot| slot.starts_with("answer:")).count()
    };
    let before = answers(&browser);
    assert!(before > 0);
    browser.clear();
    browser.takes(tab, ClearedElsewhere);
    assert_eq!(answers(&browser), before);
}

#[test]
fn what_could_not_be_stored_is_not_written_over_the_records_of_a_newer_page() {
    let mut browser = Browser::answering(&[4]);
    browser.set_fault(Fault::Since(0, StoreError::Full));
    browser.takes(0, practised("map", "{}"));
    browser.set_fault(Fault::Never);
    browser.takes(0, ChangedElsewhere(Slot::History, Some(NEWER.to_owned())));
    let before = browser.everything();
    browser.takes(0, OpenedKeep);
    assert_eq!(browser.everything(), before);
}

#[test]
fn a_result_of_another_questionnaire_is_set_aside_though_a_repair_came_before() {
    let mut other = Browser::with_tab();
    finish(&mut other, 0, 3);
    let result = other.text(&Slot::Result).unwrap();
    let foreign = result.replace("leadership-relationships", "other");
    let mut browser = Browser::new();
    browser.put(&Slot::Result, &foreign);
    browser.put(&Slot::Position, "{");
    let tab = browser.open();
    let said = [Notice::Unreadable, Notice::OtherInstrument];
    assert!(
        said.iter()
            .all(|notice| browser.notices(tab).contains(notice))
    );
    finish(&mut browser, tab, 5);
    let aside = Slot::Aside("1:result".to_owned());
    assert_eq!(browser.text(&aside), Some(foreign));
    assert_eq!(browser.stored().result, browser.session(tab).result);
}
