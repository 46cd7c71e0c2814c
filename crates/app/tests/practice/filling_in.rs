//! Filling in the forms for an act and for a regular time, and what a second step leaves of the first.

use app::effect::{Clip, Effect};
use app::practice::Message::*;
use app::practice::event::Shown;
use app::practice::plan::PlanDraft;
use app::practice::screen::Cadence;
use app::practice::session::Undoable;
use app::practice::text::{Field, Lacking};
use app::practice::{Decision, Kind, Outcome, Part, Screen, Tie, Weekday};
use measure::instrument::FormName::Short;
use measure::time::UnixMs;
use records::practice::MAX_RELATIONSHIPS;
use simulator::practice::{
    ALL, DAY, NOW, Tabs, after, exported, imported, key, planned, shown, wrote,
};
use testing::{completed, keyed_answers, shipped};

fn draft(tabs: &Tabs) -> &PlanDraft {
    match &tabs.practice(0).screen {
        Screen::Act(form) => &form.draft,
        other => panic!("{other:?}"),
    }
}

fn cadence(tabs: &Tabs) -> &Cadence {
    match &tabs.practice(0).screen {
        Screen::Cadence(form) => form,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_act_is_for_whoever_was_chosen_last_and_on_the_day_that_was_chosen_last() {
    let mut tabs = Tabs::one();
    let dana = tabs.adds(0, "Dana", Kind::DirectReport, Tie::Uneven);
    let ira = tabs.adds(0, "Ira", Kind::Peer, Tie::Tense);
    tabs.all([Opened(Part::Practice), ChoseRelationship(dana)]);
    assert_eq!(
        (draft(&tabs).with, &*draft(&tabs).who),
        (Some(dana), "Dana")
    );
    tabs.all([ChoseRelationship(ira), ChoseDay(NOW), ChoseDay(after(2))]);
    assert_eq!((draft(&tabs).with, &*draft(&tabs).who), (Some(ira), "Ira"));
    assert_eq!(draft(&tabs).day, Some(after(2)));
    // Fields of other forms, and somebody who is gone.
    let before = draft(&tabs).clone();
    tabs.all([
        ChoseRelationship(key(77)),
        wrote(Field::Noticed, "X"),
        wrote(Field::Summary, "X"),
    ]);
    assert_eq!(draft(&tabs), &before);
}

#[test]
fn a_title_for_the_calendar_that_is_too_long_is_said_and_nothing_is_saved() {
    let mut tabs = planned();
    tabs.does(0, AskedToChangePlan);
    let before = tabs.stored();
    tabs.asked.clear();
    let long = Shown {
        entry: Some("x".repeat(5000)),
        ..shown("Hello", NOW)
    };
    tabs.does(0, SavedPlan(long));
    assert_eq!(tabs.asked, [Effect::FocusMissing]);
    assert_eq!(tabs.stored(), before);
    let Screen::Act(form) = &tabs.practice(0).screen else {
        panic!("{:?}", tabs.practice(0).screen);
    };
    assert_eq!(form.lacking, [Lacking::Shorter(Field::Summary)]);
}

#[test]
fn a_regular_time_is_proposed_for_tuesdays_at_nine_and_a_form_that_was_left_is_kept() {
    let mut tabs = planned();
    tabs.does(0, OpenedCadence);
    let form = cadence(&tabs);
    assert_eq!((form.time, form.reminder), (9 * 60, true));
    assert_eq!(form.days, [Weekday::Tuesday]);
    tabs.all([ToggledDay(Weekday::Friday), PickedTime(600)]);
    let left = cadence(&tabs).clone();
    tabs.asked.clear();
    tabs.does(0, OpenedCadence);
    assert_eq!(cadence(&tabs), &left);
    assert_eq!(tabs.asked, [Effect::FocusHeading]);
}

#[test]
fn a_regular_time_is_for_whoever_was_chosen_and_as_often_as_suits_them() {
    let mut tabs = planned();
    let boss = tabs.adds(0, "Kim", Kind::Boss, Tie::Strong);
    tabs.all([OpenedCadence, ChoseRelationship(boss)]);
    assert_eq!(cadence(&tabs).with, Some(boss));
    assert_eq!(cadence(&tabs).rhythm, Kind::Boss.usual_rhythm());
}

#[test]
fn a_regular_time_ends_within_its_day() {
    let mut tabs = planned();
    for (picked, time) in [(0, 0), (1439, 1439), (1440, 1439), (u16::MAX, 1439)] {
        tabs.all([OpenedCadence, PickedTime(picked)]);
        assert_eq!(cadence(&tabs).finish("Talk").unwrap().time, time);
    }
}

#[test]
fn a_change_of_several_records_is_undone_but_for_those_that_were_written_since() {
    let mut tabs = planned();
    let dana = tabs.practice(0).map().0[0].0;
    // The plan for somebody new: a person and a plan at once.
    tabs.all([AskedForAnother, wrote(Field::Name, "Ira")]);
    tabs.saves_plan(0, "How are you?");
    let ira = tabs.practice(0).plan().unwrap().with;
    assert_ne!(ira, dana);
    tabs.all([
        AskedToEdit(ira),
        wrote(Field::Name, "Irene"),
        SavedRelationship,
    ]);
    tabs.does(0, AskedToChangePlan);
    tabs.saves_plan(0, "How are you, really?");
    assert_eq!(tabs.names(0), ["Dana", "Irene"]);
    // Back over the change of the plan and of the name.
    tabs.all([Undid, Undid, Undid]);
    assert_eq!(tabs.names(0), ["Dana"]);
    assert_eq!(tabs.practice(0).plan().unwrap().with, dana);
}

#[test]
fn another_tabs_later_write_stays_where_the_rest_of_a_change_is_undone() {
    let mut tabs = planned();
    tabs.all([AskedForAnother, wrote(Field::Name, "Ira")]);
    tabs.saves_plan(0, "How are you?");
    let ira = tabs.practice(0).plan().unwrap().with;
    let other = tabs.open();
    for message in [
        AskedToEdit(ira),
        wrote(Field::Name, "Irene"),
        SavedRelationship,
    ] {
        tabs.does(other, message);
    }
    tabs.settle();
    assert!(matches!(
        tabs.practice(0).undoable(),
        Some(Undoable::SavedPlan | Undoable::ReplacedPlan)
    ));
    tabs.does(0, Undid);
    assert_eq!(tabs.names(0), ["Dana", "Irene"]);
    let plan = tabs.practice(0).plan().unwrap();
    assert_eq!(plan.words.opener.as_str(), "How are you, really?");
}

#[test]
fn undoing_passes_over_what_another_tab_has_overwritten_and_leaves_it() {
    let renames = |tabs: &mut Tabs, tab: usize, one, name: &str| {
        tabs.does(tab, AskedToEdit(one));
        tabs.does(tab, wrote(Field::Name, name));
        tabs.does(tab, SavedRelationship);
        tabs.settle();
    };
    let mut tabs = Tabs::one();
    let a = tabs.adds(0, "A", Kind::Boss, Tie::Strong);
    let b = tabs.adds(0, "B", Kind::Boss, Tie::Strong);
    let other = tabs.open();
    renames(&mut tabs, 0, a, "Ada");
    renames(&mut tabs, 0, b, "Bo");
    renames(&mut tabs, other, b, "Bob");
    tabs.does(0, Undid);
    assert_eq!(tabs.names(0), ["A", "Bob"], "the change before it");
    // What is restored is the other tab's, and what came before that stays overwritten.
    renames(&mut tabs, 0, b, "Bobby");
    tabs.all([Undid, Undid]);
    assert_eq!(tabs.names(0), ["Bob"], "the adding of A");
    tabs.all([Undid, Undid]);
    assert_eq!(tabs.names(0), ["Bob"]);
}

#[test]
fn a_plan_is_just_saved_until_something_else_is_changed() {
    let mut tabs = Tabs::one();
    assert!(!tabs.practice(0).has_anything() && !tabs.practice(0).just_planned());
    tabs.adds(0, "Dana", Kind::DirectReport, Tie::Uneven);
    assert!(tabs.practice(0).has_anything() && !tabs.practice(0).just_planned());
    assert!(planned().practice(0).just_planned());
}

#[test]
fn the_opener_that_is_written_is_copied() {
    let mut tabs = planned();
    tabs.does(0, AskedForAnother);
    tabs.asked.clear();
    tabs.does(0, CopiedOpener("Hello".into()));
    assert_eq!(tabs.asked, [Effect::Copy(Clip::Text("Hello".into()))]);
}

#[test]
fn the_same_act_again_is_on_the_same_day_of_the_next_week_that_has_it() {
    let hours = |tabs: &Tabs, hours: i64| UnixMs(tabs.now.0 + hours * DAY / 24);
    // By hours after the noon of the day that was planned, with the weeks until the day that is planned next.
    for (looked_back, weeks) in [(-13, 0), (-11, 1), (0, 1), (155, 1), (157, 2), (300, 2)] {
        let mut tabs = planned();
        let noon = tabs.practice(0).plan().unwrap().day.unwrap();
        // It is due before its day only to a clock that has gone back.
        tabs.now = after(6);
        tabs.does(0, Opened(Part::Practice));
        tabs.now = noon;
        tabs.now = hours(&tabs, looked_back);
        tabs.all([PickedOutcome(Outcome::Done), Decided(Decision::Repeat)]);
        let day = tabs.practice(0).plan().unwrap().day.unwrap();
        assert_eq!((day.0 - noon.0) / (7 * DAY), weeks, "{looked_back}");
    }
}

#[test]
fn a_file_brings_only_as_many_people_as_the_map_has_room_for() {
    let file = {
        let mut tabs = planned();
        for number in 0..5 {
            tabs.adds(0, &format!("N{number}"), Kind::Peer, Tie::Strong);
        }
        imported(&exported(tabs.practice(0), ALL)).unwrap().unwrap()
    };
    let mut tabs = Tabs::one();
    for number in 2..MAX_RELATIONSHIPS {
        tabs.adds(0, &format!("P{number}"), Kind::Peer, Tie::Strong);
    }
    assert_eq!(tabs.practice(0).without_room(&file), 4);
    tabs.does(0, Imported(Box::new(file)));
    assert_eq!(tabs.names(0).len(), MAX_RELATIONSHIPS);
}

#[test]
fn the_first_move_follows_the_lowest_answer_also_where_all_are_high() {
    let instrument = shipped();
    let first_act = |marks: &str| {
        let mut tabs = Tabs::one();
        let result = completed(keyed_answers(&instrument, Short, marks), 200);
        tabs.sends(0, simulator::tabs::imported(result));
        tabs.does(0, Opened(Part::Practice));
        draft(&tabs).act.clone().unwrap().as_str().to_owned()
    };
    let square = |place: usize| {
        let index = instrument.form(Short).unwrap()[place];
        instrument.square(index).unwrap()
    };
    let one_four = |place: usize| {
        let mut marks = "5".repeat(18);
        marks.replace_range(place..=place, "4");
        marks
    };
    for place in [0, 7, 17] {
        assert_eq!(first_act(&one_four(place)), square(place));
    }
    let mut tabs = Tabs::one();
    tabs.does(0, Opened(Part::Practice));
    let without = draft(&tabs).act.clone().unwrap().as_str().to_owned();
    assert_eq!(first_act(&"-".repeat(18)), without, "nothing is answered");
}

#[test]
fn a_look_back_on_nothing_decides_nothing() {
    let mut tabs = Tabs::one();
    tabs.does(0, Opened(Part::Practice));
    let before = tabs.stored();
    for message in [PickedOutcome(Outcome::Done), Decided(Decision::Next)] {
        tabs.does(0, message);
    }
    assert_eq!(tabs.stored(), before);
    assert!(tabs.practice(0).weeks().is_empty());
}
