//! The practice in several tabs on one storage: records merge one by one, what was removed stays
//! removed, and in the end tabs and storage agree.

use app::practice::Message::*;
use app::practice::text::Field;
use app::practice::{Decision, Kind, Outcome, Part, Place, Practice, Screen, Tie};
use proptest::prelude::*;
use records::practice::CircleAnswer;
use records::practice::record::Name;
use simulator::practice::{Tabs, after, names};

fn two() -> Tabs {
    let mut tabs = Tabs::one();
    tabs.open();
    tabs
}

fn renames(tabs: &mut Tabs, tab: usize, place: usize, name: &str) {
    let key = tabs.practice(tab).map().0[place].0;
    tabs.does(tab, AskedToEdit(key));
    tabs.does(tab, Wrote(Field::Name, name.into()));
    tabs.does(tab, SavedRelationship);
}

#[test]
fn what_both_add_both_have() {
    let mut tabs = two();
    tabs.adds(0, "A", Kind::Boss, Tie::Strong);
    tabs.adds(1, "B", Kind::Peer, Tie::Strong);
    assert_eq!(names(&tabs.reloaded()), ["A", "B"]);
    tabs.settle();
    assert_eq!([tabs.names(0), tabs.names(1)], [["A", "B"], ["A", "B"]]);
}

#[test]
fn an_old_write_of_another_tab_does_not_bring_back_what_was_removed() {
    let mut tabs = Tabs::one();
    let a = tabs.adds(0, "A", Kind::Boss, Tie::Strong);
    let old = tabs.stored();
    tabs.open();
    tabs.does(0, Removed(a));
    // Late, the other tab hears of the removal, and again of what was before it.
    tabs.settle();
    for (name, text) in &old {
        tabs.hears(1, name, Some(text));
    }
    assert_eq!([tabs.names(0), tabs.names(1)], [[""; 0], [""; 0]]);
    assert_eq!(names(&tabs.reloaded()), [""; 0]);
    // An edit that did not know of the removal loses to it in every tab.
    let mut tabs = Tabs::one();
    let a = tabs.adds(0, "A", Kind::Boss, Tie::Strong);
    tabs.open();
    for _ in 0..3 {
        let answer = CircleAnswer::NewRole(Some(true));
        tabs.does(0, AnsweredCircle(answer));
    }
    tabs.does(0, Removed(a));
    renames(&mut tabs, 1, 0, "A2");
    tabs.settle();
    assert_eq!([tabs.names(0), tabs.names(1)], [[""; 0], [""; 0]]);
}

#[test]
fn saving_an_edit_brings_back_a_person_whom_another_tab_removed() {
    let mut tabs = Tabs::one();
    let a = tabs.adds(0, "A", Kind::Boss, Tie::Strong);
    tabs.open();
    tabs.does(1, AskedToEdit(a));
    tabs.does(0, Removed(a));
    tabs.settle();
    assert!(matches!(tabs.practice(1).screen, Screen::Edit(_)));
    tabs.does(1, SavedRelationship);
    tabs.settle();
    assert_eq!([tabs.names(0), tabs.names(1)], [["A"], ["A"]]);
}

#[test]
fn undo_never_overwrites_another_tab() {
    let mut tabs = Tabs::one();
    tabs.adds(0, "A", Kind::Boss, Tie::Strong);
    tabs.open();
    renames(&mut tabs, 0, 0, "Ada");
    tabs.settle();
    renames(&mut tabs, 1, 0, "Ada B.");
    tabs.settle();
    assert_eq!(tabs.practice(0).undoable(), None);
    tabs.does(0, Undid);
    tabs.settle();
    assert_eq!([tabs.names(0), tabs.names(1)], [["Ada B."], ["Ada B."]]);
}

#[test]
fn a_week_is_closed_once_whatever_tab_it_is_closed_in() {
    let mut tabs = Tabs::one();
    tabs.does(0, Opened(Part::Practice));
    tabs.fills_in(0, "A", Kind::Boss, Tie::Tense);
    tabs.saves_plan(0, "Hello");
    tabs.open();
    tabs.now = after(7);
    for tab in [0, 1] {
        tabs.does(tab, Opened(Part::Practice));
        tabs.does(tab, PickedOutcome(Outcome::Done));
    }
    tabs.does(0, Decided(Decision::Next));
    tabs.does(1, Decided(Decision::Mend));
    tabs.settle();
    for practice in [tabs.practice(0), tabs.practice(1), &tabs.reloaded()] {
        assert_eq!(practice.weeks().len(), 1);
        assert!(practice.plan().is_none());
    }
    // A plan that was changed here while it was looked back on there is not under way again.
    let mut tabs = Tabs::one();
    tabs.does(0, Opened(Part::Practice));
    tabs.fills_in(0, "A", Kind::Boss, Tie::Tense);
    tabs.saves_plan(0, "Hello");
    tabs.open();
    tabs.now = after(7);
    tabs.all([Opened(Part::Practice), PickedOutcome(Outcome::Done)]);
    tabs.does(0, Decided(Decision::Next));
    for _ in 0..9 {
        tabs.does(1, AskedToChangePlan);
        tabs.saves_plan(1, "Hello again");
    }
    tabs.settle();
    assert!(tabs.practice(0).plan().is_none() && tabs.practice(1).plan().is_none());
}

#[test]
fn deleting_everything_reaches_the_other_tab() {
    let mut tabs = two();
    tabs.adds(0, "A", Kind::Boss, Tie::Strong);
    tabs.settle();
    renames(&mut tabs, 1, 0, "B");
    tabs.does(1, Opened(Part::Circle));
    for (name, _) in tabs.stored() {
        tabs.hears(1, &name, None);
    }
    let practice = tabs.practice(1);
    assert!(!practice.has_anything());
    assert_eq!(
        (practice.undoable(), &practice.screen),
        (None, &Screen::Map)
    );
}

#[test]
fn a_later_write_replaces_that_of_a_late_tab() {
    let mut tabs = Tabs::one();
    tabs.adds(0, "A", Kind::Boss, Tie::Strong);
    tabs.open();
    for name in ["B", "C"] {
        renames(&mut tabs, 0, 0, name);
    }
    renames(&mut tabs, 1, 0, "late");
    assert_eq!(names(&tabs.reloaded()), ["late"], "it is what is stored");
    tabs.settle();
    assert_eq!([tabs.names(0), tabs.names(1)], [["C"], ["C"]]);
    assert_eq!(names(&tabs.reloaded()), ["C"]);
}

#[test]
fn names_read_back_and_others_are_left_alone() {
    for text in ["circle", "plan", "loop", "relationship-1-2", "week-3-4"] {
        assert_eq!(Name::from_text(text).unwrap().to_string(), text);
    }
    for text in [
        "",
        "plans",
        "relationship",
        "relationship-",
        "week-1",
        "mood-1-2",
    ] {
        assert_eq!(Name::from_text(text), None, "{text}");
    }
    let mut tabs = Tabs::one();
    tabs.put_stored("mood", "sunny");
    let second = tabs.open();
    assert!(!tabs.practice(second).has_anything());
    let mood = ("mood".to_owned(), "sunny".to_owned());
    assert_eq!(tabs.stored(), [mood]);
}

#[derive(Debug, Clone)]
enum Step {
    Add(usize),
    Rename(usize, usize),
    Remove(usize, usize),
    Move(usize, usize, Place),
    Undo(usize),
    Answer(usize, bool),
    Hear(usize),
}

fn any_step() -> impl Strategy<Value = Step> {
    let tab = 0..2_usize;
    prop_oneof![
        tab.clone().prop_map(Step::Add),
        (tab.clone(), 0..5_usize).prop_map(|(tab, place)| Step::Rename(tab, place)),
        (tab.clone(), 0..5_usize).prop_map(|(tab, place)| Step::Remove(tab, place)),
        (tab.clone(), 0..5_usize, prop::sample::select(Place::ALL))
            .prop_map(|(tab, place, to)| Step::Move(tab, place, to)),
        tab.clone().prop_map(Step::Undo),
        (tab.clone(), any::<bool>()).prop_map(|(tab, new)| Step::Answer(tab, new)),
        tab.prop_map(Step::Hear),
    ]
}

fn takes(tabs: &mut Tabs, number: usize, step: &Step) {
    let key = |tabs: &Tabs, tab: usize, place: usize| {
        let map = tabs.practice(tab).map();
        map.0.get(place).map(|(key, _)| *key)
    };
    match *step {
        Step::Add(tab) if tabs.practice(tab).map().is_full() => {}
        Step::Add(tab) => {
            tabs.adds(tab, &format!("P{number}"), Kind::Peer, Tie::Strong);
        }
        Step::Rename(tab, place) => {
            if key(tabs, tab, place).is_some() {
                renames(tabs, tab, place, &format!("R{number}"));
            }
        }
        Step::Remove(tab, place) => {
            if let Some(key) = key(tabs, tab, place) {
                tabs.does(tab, Removed(key));
            }
        }
        Step::Move(tab, place, to) => {
            if let Some(key) = key(tabs, tab, place) {
                tabs.does(tab, Moved(key, to));
            }
        }
        Step::Undo(tab) => tabs.does(tab, Undid),
        Step::Answer(tab, new) => {
            tabs.does(tab, AnsweredCircle(CircleAnswer::NewRole(Some(new))));
        }
        Step::Hear(tab) => tabs.hears_one(tab),
    }
}

fn shown(practice: &Practice) -> String {
    format!("{:?} {:?}", practice.map(), practice.circle())
}

#[test]
fn whatever_the_order_tabs_agree_once_all_was_heard() {
    proptest!(testing::cases(400), |(steps in prop::collection::vec(any_step(), 0..40))| {
        let mut tabs = two();
        for (number, step) in steps.iter().enumerate() {
            takes(&mut tabs, number, step);
        }
        tabs.settle();
        prop_assert_eq!(shown(tabs.practice(0)), shown(tabs.practice(1)));
    });
}

/// As in a browser, whose events are in one queue: a tab has heard of everything before the
/// visitor acts in it.
#[test]
fn whatever_the_order_storage_agrees_with_the_tabs() {
    proptest!(testing::cases(400), |(steps in prop::collection::vec(any_step(), 0..40))| {
        let mut tabs = two();
        for (number, step) in steps.iter().enumerate() {
            let (Step::Add(tab)
            | Step::Rename(tab, _)
            | Step::Remove(tab, _)
            | Step::Move(tab, ..)
            | Step::Undo(tab)
            | Step::Answer(tab, _)
            | Step::Hear(tab)) = *step;
            tabs.hears_all(tab);
            takes(&mut tabs, number, step);
        }
        tabs.settle();
        prop_assert_eq!(shown(tabs.practice(0)), shown(&tabs.reloaded()));
    });
}

#[test]
fn merging_is_the_same_in_any_order_and_any_number_of_times() {
    proptest!(testing::cases(200), |(
        steps in prop::collection::vec(any_step(), 0..30),
        shuffle in any::<prop::sample::Index>(),
    )| {
        let mut tabs = two();
        let mut texts = Vec::new();
        for (number, step) in steps.iter().enumerate() {
            takes(&mut tabs, number, step);
            texts.extend(tabs.stored());
        }
        let read = |texts: &[(String, String)]| {
            let mut tabs = Tabs::one();
            for (name, text) in texts {
                tabs.hears(0, name, Some(text));
            }
            shown(tabs.practice(0))
        };
        let straight = read(&texts);
        texts.reverse();
        prop_assert_eq!(&straight, &read(&texts));
        if !texts.is_empty() {
            let middle = shuffle.index(texts.len());
            texts.rotate_left(middle);
            texts.extend(texts.clone());
            prop_assert_eq!(&straight, &read(&texts));
        }
    });
}
