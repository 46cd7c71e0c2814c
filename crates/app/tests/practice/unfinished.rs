//! What is not finished: a look back while its plan changes elsewhere, a form that was left, and which
//! undo is offered.

use app::effect::Effect;
use app::practice::Message::*;
use app::practice::relationship::Key;
use app::practice::session::Undoable;
use app::practice::text::{Field, Lacking};
use app::practice::{Decision, Kind, Outcome, Outside, Part, Screen, Tie};
use records::practice::CircleAnswer;
use simulator::practice::{Tabs, after, planned, wrote};

/// Dana's act, eight days old, looked back on in the first tab as far as it is said.
fn looking_back() -> Tabs {
    let mut tabs = planned();
    tabs.open();
    tabs.now = after(8);
    tabs.all([
        Opened(Part::Practice),
        PickedOutcome(Outcome::Done),
        wrote(Field::Noticed, "Dana smiled."),
    ]);
    tabs
}

fn planned_with(tabs: &Tabs, tab: usize) -> Option<Key> {
    tabs.practice(tab).plan().map(|plan| plan.with)
}

/// The log: with whom, and what was noticed.
fn log(tabs: &Tabs) -> Vec<(Key, String)> {
    let reloaded = tabs.reloaded();
    let weeks = reloaded.weeks().into_iter();
    weeks
        .map(|week| (week.plan.with, week.noticed.to_string()))
        .collect()
}

#[test]
fn a_look_back_is_filed_under_the_act_that_it_asks_about() {
    let mut tabs = looking_back();
    let dana = planned_with(&tabs, 0).unwrap();
    // The other tab was open since before the week was over.
    tabs.now = after(3);
    let lee = tabs.adds(1, "Lee", Kind::Peer, Tie::Tense);
    tabs.does(1, AskedToDeepen(lee));
    tabs.saves_plan(1, "Have you got ten minutes?");
    tabs.now = after(8);
    tabs.settle();
    let Screen::Week(form) = &tabs.practice(0).screen else {
        panic!("{:?}", tabs.practice(0).screen);
    };
    assert_eq!(form.plan.as_ref().unwrap().with, dana);
    tabs.does(0, Decided(Decision::Next));
    tabs.settle();
    assert_eq!(log(&tabs), [(dana, "Dana smiled.".to_owned())]);
    assert_eq!(
        [planned_with(&tabs, 0), planned_with(&tabs, 1)],
        [Some(lee); 2]
    );
}

#[test]
fn what_was_typed_of_a_week_stays_though_another_tab_has_closed_it() {
    let mut tabs = looking_back();
    let dana = planned_with(&tabs, 0).unwrap();
    tabs.does(1, Opened(Part::Practice));
    tabs.does(1, PickedOutcome(Outcome::Partly));
    tabs.does(1, Decided(Decision::Next));
    tabs.settle();
    assert_eq!(planned_with(&tabs, 0), None);
    tabs.does(0, Decided(Decision::Next));
    tabs.settle();
    assert_eq!(log(&tabs), [(dana, "Dana smiled.".to_owned())]);
}

#[test]
fn a_look_back_that_was_not_begun_gives_way_to_what_another_tab_did() {
    let mut tabs = planned();
    tabs.open();
    tabs.now = after(8);
    for tab in [0, 1] {
        tabs.does(tab, Opened(Part::Practice));
    }
    tabs.does(1, PickedOutcome(Outcome::Partly));
    tabs.does(1, Decided(Decision::Repeat));
    tabs.settle();
    assert_eq!(tabs.practice(0).screen, Screen::Map);
    tabs.does(0, Opened(Part::Practice));
    assert_eq!(tabs.practice(0).screen, Screen::Plan);
}

#[test]
fn an_act_that_is_due_is_looked_back_on_before_another_takes_its_place() {
    let mut tabs = planned();
    let lee = tabs.adds(0, "Lee", Kind::Peer, Tie::Tense);
    for message in [AskedToDeepen(lee), AskedForAnother] {
        tabs.now = after(3);
        tabs.does(0, message.clone());
        assert!(matches!(tabs.practice(0).screen, Screen::Act(_)));
        tabs.now = after(8);
        tabs.does(0, message);
        assert!(matches!(tabs.practice(0).screen, Screen::Week(_)));
    }
}

#[test]
fn no_undo_is_offered_for_what_was_overwritten() {
    let mut tabs = planned();
    tabs.does(0, DroppedPlan);
    assert_eq!(tabs.practice(0).undoable(), Some(Undoable::DroppedPlan));
    let dana = tabs.practice(0).map().0[0].0;
    tabs.does(0, AskedToDeepen(dana));
    tabs.saves_plan(0, "Once more?");
    assert_eq!(tabs.practice(0).undoable(), Some(Undoable::SavedPlan));
    // What came before it can still be taken back.
    tabs.does(0, Undid);
    assert_eq!(tabs.practice(0).undoable(), Some(Undoable::DroppedPlan));

    let mut tabs = Tabs::one();
    tabs.all([
        AnsweredCircle(CircleAnswer::Outside(Some(Outside::Nobody))),
        ClearedCircle,
    ]);
    assert_eq!(tabs.practice(0).undoable(), Some(Undoable::ClearedCircle));
    let one = CircleAnswer::Outside(Some(Outside::One));
    tabs.does(0, AnsweredCircle(one));
    assert_eq!(tabs.practice(0).undoable(), None);
    tabs.does(0, Undid);
    assert_eq!(tabs.reloaded().circle().outside, Some(Outside::One));
}

#[test]
fn a_form_that_was_left_for_another_page_is_there_as_it_was() {
    let mut tabs = Tabs::one();
    let dana = tabs.adds(0, "Dana", Kind::DirectReport, Tie::Uneven);
    tabs.all([AskedToEdit(dana), wrote(Field::Name, "Dan")]);
    let left = tabs.practice(0).screen.clone();
    tabs.does(0, Opened(Part::Map));
    assert_eq!(tabs.practice(0).screen, left);
    tabs.does(0, LeftForm);

    tabs.does(0, Opened(Part::Practice));
    tabs.does(0, wrote(Field::Opener, "How are you, really?"));
    let left = tabs.practice(0).screen.clone();
    tabs.asked.clear();
    tabs.does(0, Opened(Part::Practice));
    assert_eq!(tabs.practice(0).screen, left);
    assert_eq!(tabs.asked, [Effect::FocusHeading]);

    let mut tabs = looking_back();
    let left = tabs.practice(0).screen.clone();
    tabs.does(0, Opened(Part::Practice));
    assert_eq!(tabs.practice(0).screen, left);

    // The form for another act gives way to the question about one that is due by now.
    let mut tabs = planned();
    tabs.does(0, AskedForAnother);
    tabs.now = after(8);
    tabs.does(0, Opened(Part::Practice));
    assert!(matches!(tabs.practice(0).screen, Screen::Week(_)));
}

#[test]
fn nothing_is_not_copied_as_an_opener() {
    let mut tabs = planned();
    tabs.does(0, AskedForAnother);
    tabs.asked.clear();
    tabs.does(0, CopiedOpener(" \n".into()));
    assert_eq!(tabs.asked, [Effect::FocusMissing]);
    let Screen::Act(form) = &tabs.practice(0).screen else {
        panic!("{:?}", tabs.practice(0).screen);
    };
    assert_eq!(form.lacking, [Lacking::Text(Field::Opener)]);
}
