//! What of the practice is stored and when: whichever write fails, without storage, beside a newer
//! page, with damaged records, and when everything is deleted.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::practice::{NOW, Tabs, after, filled, planned, wrote};
use leadership_audit::practice::circle::CircleAnswer;
use leadership_audit::practice::text::Field;
use leadership_audit::practice::weekly::Baseline;
use leadership_audit::practice::{
    Access, Decision, Effect, Kind, LastTalk, Message, Notice, Outcome, Part, Practice, Screen,
    Tie, Write, update,
};
use leadership_audit::record::stored::Writer;
use leadership_audit::store::{Fault, StoreError};

/// A walk through everything that is stored.
fn walk(tabs: &mut Tabs) {
    let a = tabs.adds(0, "A", Kind::Boss, Tie::Tense);
    let b = tabs.adds(0, "B", Kind::Peer, Tie::Strong);
    tabs.does(0, Message::MovedUp(b));
    tabs.does(
        0,
        Message::AnsweredCircle(CircleAnswer::NewRole(Some(true))),
    );
    tabs.does(0, Message::AskedToDeepen(a));
    tabs.saves_plan(0, "First");
    tabs.does(
        0,
        Message::ToldBaseline(Baseline {
            ended_at: NOW,
            document: "{}".into(),
        }),
    );
    tabs.now = after(7);
    tabs.all([
        Message::Opened(Part::Act),
        Message::PickedOutcome(Outcome::Partly),
        Message::Decided(Decision::Repeat),
    ]);
    tabs.does(0, Message::Removed(b));
}

fn facts(practice: &Practice) -> String {
    format!(
        "{:?} {:?} {:?} {:?} {:?}",
        practice.map(),
        practice.circle(),
        practice.plan(),
        practice.weeks().collect::<Vec<_>>(),
        practice.running()
    )
}

#[test]
fn whichever_write_fails_the_next_one_stores_everything() {
    let mut whole = Tabs::one();
    walk(&mut whole);
    let calls = whole.store.calls();
    assert!(calls >= 10, "{calls}");
    let expected = facts(whole.practice(0));
    assert_eq!(facts(&whole.reloaded()), expected);
    for call in 0..calls {
        for error in [StoreError::Full, StoreError::Unavailable] {
            let notice = match error {
                StoreError::Full => Notice::StorageFull,
                StoreError::Unavailable => Notice::NotSaved,
            };
            let mut tabs = Tabs::failing(Fault::Once { call, error });
            walk(&mut tabs);
            assert_eq!(facts(tabs.practice(0)), expected, "call {call}");
            if tabs.practice(0).notices == [notice] {
                tabs.does(
                    0,
                    Message::AnsweredCircle(CircleAnswer::NewRole(Some(true))),
                );
            }
            assert_eq!(tabs.practice(0).notices, [], "call {call}");
            assert_eq!(facts(&tabs.reloaded()), expected, "call {call}");
        }
    }
}

#[test]
fn without_storage_everything_works_as_long_as_the_page() {
    let (mut practice, effects) = Practice::open(Writer(1), &[], Access::Nowhere);
    assert_eq!(
        (practice.notices.as_slice(), effects),
        ([Notice::MemoryOnly].as_slice(), vec![])
    );
    for message in [
        Message::AskedToAdd,
        wrote(Field::Name, "A"),
        Message::PickedKind(Kind::Boss),
        Message::PickedTie(Tie::Strong),
        Message::PickedLastTalk(LastTalk::ThisWeek),
        Message::SavedRelationship,
    ] {
        let (next, effects) = update(practice, message, NOW);
        assert!(
            !effects
                .iter()
                .any(|effect| matches!(effect, Effect::Store(_)))
        );
        practice = next;
    }
    assert_eq!(practice.map().0.len(), 1);
    assert!(!practice.is_kept());
}

#[test]
fn a_newer_page_s_records_are_left_alone() {
    let mut tabs = planned();
    let newer = r#"{"version":2,"clock":90,"writer":1,"colour":"red"}"#;
    tabs.put_stored("circle", newer);
    let second = tabs.open();
    assert_eq!(tabs.practice(second).notices, [Notice::ReadOnly]);
    assert_eq!(tabs.names(second), ["Dana"], "what can be read is shown");
    let before = tabs.stored();
    tabs.adds(second, "B", Kind::Boss, Tie::Strong);
    assert_eq!(tabs.names(second), ["Dana", "B"]);
    assert_eq!(tabs.stored(), before);

    tabs.does(
        0,
        Message::ChangedElsewhere("circle".into(), Some(newer.into())),
    );
    assert_eq!(tabs.practice(0).notices, [Notice::ReadOnly]);
    tabs.does(
        0,
        Message::AnsweredCircle(CircleAnswer::NewRole(Some(true))),
    );
    assert_eq!(tabs.stored(), before);
}

#[test]
fn unreadable_records_are_set_aside_and_cost_no_other() {
    for (name, text, why) in [
        ("circle", "{", "$: EOF"),
        (
            "order",
            r#"{"version":1,"clock":1,"writer":1,"keys":["x"]}"#,
            "$.keys[0]: is not a key",
        ),
        (
            "relationship-9-9",
            r#"{"version":1,"clock":1,"writer":1}"#,
            "$.name: is missing",
        ),
        (
            "loop",
            r#"{"version":0,"clock":1,"writer":1,"removed":true}"#,
            "$.version",
        ),
        (
            "week-3-3",
            r#"{"version":1,"clock":1,"writer":1,"place":"up","act":"shared_habit"}"#,
            "$.act: does not fit the place",
        ),
    ] {
        let mut tabs = planned();
        tabs.put_stored(name, text);
        let second = tabs.open();
        let practice = tabs.practice(second);
        assert_eq!(tabs.names(second), ["Dana"], "{name}");
        assert!(
            practice.problems[0].why.contains(why),
            "{}",
            practice.problems[0].why
        );
        assert_eq!(practice.problems[0].name.to_string(), name);
        assert_eq!(practice.notices, [Notice::Unreadable]);
        assert!(
            !tabs.stored().iter().any(|(_, stored)| stored == text),
            "{name}"
        );
        tabs.does(
            second,
            Message::AnsweredCircle(CircleAnswer::NewRole(Some(true))),
        );
        assert_eq!(tabs.reloaded().circle().new_role, Some(true));
    }
}

#[test]
fn a_damaged_text_from_elsewhere_is_set_aside_and_what_is_here_takes_its_place() {
    let mut tabs = planned();
    let plan = tabs.practice(0).plan().cloned();
    for name in ["circle", "plan"] {
        tabs.put_stored(name, "{");
        let message = Message::ChangedElsewhere(name.into(), Some("{".into()));
        tabs.does(0, message);
        assert!(!tabs.stored().iter().any(|(_, text)| text == "{"), "{name}");
    }
    assert_eq!(tabs.practice(0).notices, [Notice::Unreadable]);
    assert_eq!(tabs.practice(0).problems.len(), 2);
    let reloaded = tabs.reloaded();
    assert_eq!(
        (reloaded.plan().cloned(), reloaded.problems),
        (plan, vec![])
    );
}

#[test]
fn setting_aside_is_tried_again_before_anything_takes_its_place() {
    let (practice, effects) =
        Practice::open(Writer(1), &[("circle".into(), "{".into())], Access::Open);
    let [Effect::Store(repairs)] = effects.as_slice() else {
        panic!("{effects:?}");
    };
    let (practice, _) = update(practice, Message::Stored(Err(StoreError::Full)), NOW);
    let answer = Message::AnsweredCircle(CircleAnswer::NewRole(Some(true)));
    let (_, effects) = update(practice, answer, NOW);
    let [Effect::Store(writes)] = effects.as_slice() else {
        panic!("{effects:?}");
    };
    assert_eq!(writes[..1], repairs[..]);
    assert!(matches!(writes[1], Write::Put(..)));
}

#[test]
fn deleting_everything_can_be_taken_back_until_the_page_closes() {
    let mut tabs = planned();
    let before = facts(tabs.practice(0));
    let stored = tabs.stored();
    tabs.does(0, Message::Erased);
    assert!(!tabs.practice(0).has_anything());
    assert_eq!(tabs.practice(0).screen, Screen::Map);
    // The shell removes every key of the audit.
    tabs.store = Tabs::default().store;
    tabs.does(0, Message::Erased);
    tabs.does(0, Message::UndidErase);
    assert_eq!(facts(tabs.practice(0)), before);
    assert_eq!(tabs.stored(), stored);
    tabs.does(0, Message::UndidErase);
}

#[test]
fn where_nothing_may_be_stored_nothing_is_and_other_tabs_are_not_heard() {
    for access in [Access::ReadOnly, Access::Nowhere] {
        let (practice, _) = Practice::open(Writer(3), &[], access);
        let answer = CircleAnswer::NewRole(Some(true));
        let (practice, effects) = update(practice, Message::AnsweredCircle(answer), NOW);
        assert_eq!(effects, [], "{access:?}");
        let elsewhere = Message::ChangedElsewhere("circle".to_owned(), None);
        for message in [
            elsewhere,
            Message::ErasedElsewhere,
            Message::ClearedElsewhere,
        ] {
            let (after, effects) = update(practice.clone(), message.clone(), NOW);
            assert_eq!((&after, effects), (&practice, Vec::new()), "{message:?}");
        }
        let (gone, _) = update(practice.clone(), Message::Erased, NOW);
        let (back, effects) = update(gone, Message::UndidErase, NOW);
        assert_eq!((back.circle(), effects), (practice.circle(), Vec::new()));
    }
}

#[test]
fn deleting_twice_keeps_what_the_first_time_deleted() {
    let mut tabs = filled();
    let before = tabs.practice(0).map();
    tabs.all([Message::Erased, Message::Erased, Message::UndidErase]);
    assert_eq!(tabs.practice(0).map(), before);
    tabs.does(0, Message::UndidErase);
    assert_eq!(tabs.practice(0).map(), before, "nothing more to take back");
    // Nothing is there: the undo brings nothing back.
    let mut tabs = Tabs::one();
    tabs.all([Message::Erased, Message::UndidErase]);
    assert!(!tabs.practice(0).has_anything());
}
