//! The practice from the first relationship to the next week, in one tab: few steps, undo and limits.

use app::effect::{Clip, Effect, Sheet};
use app::practice::Message::*;
use app::practice::calendar::{FILE_NAME, MIME};
use app::practice::session::Undoable;
use app::practice::text::{Field, Lacking};
use app::practice::weekly::Due;
use app::practice::{
    Act, AnyAct, Kind, LastTalk, Outside, Part, Place, Rhythm, Screen, Tie, Weekday,
};
use records::practice::MAX_RELATIONSHIPS;
use records::practice::{Circle, CircleAnswer};
use simulator::practice::{NOW, Tabs, after, planned, wrote};

#[test]
fn a_visitor_gets_to_an_act_and_to_a_regular_time_in_a_form_each() {
    let mut tabs = Tabs::one();
    tabs.does(0, Opened(Part::Practice));
    assert_eq!(
        tabs.stored(),
        [],
        "nothing is stored before something is saved"
    );
    tabs.does(0, wrote(Field::Name, "Dana"));
    tabs.saves_plan(0, "How are you, really?\n");
    assert_eq!(tabs.practice(0).screen, Screen::Plan);
    let key = tabs.practice(0).map().0[0].0;

    tabs.does(0, OpenedCadence);
    let Screen::Cadence(form) = &tabs.practice(0).screen else {
        panic!("a regular time");
    };
    assert_eq!((form.rhythm, form.with), (Rhythm::Weekly, Some(key)));
    assert_eq!(form.days, [Weekday::Tuesday]);
    tabs.does(
        0,
        SavedCalendar {
            summary: "Time with Dana".into(),
        },
    );
    let saved = tabs.asked.iter().find_map(|effect| match effect {
        Effect::Download { name, mime, text } => Some((name.clone(), *mime, text.clone())),
        _ => None,
    });
    let (name, mime, text) = saved.unwrap();
    assert_eq!((name.as_str(), mime), (FILE_NAME, MIME));
    assert!(text.contains("SUMMARY:Time with Dana\r\n"), "{text}");
    // The simulated browser says UTC.
    let Screen::Cadence(form) = &tabs.practice(0).screen else {
        panic!("a regular time");
    };
    assert!(form.saved && form.zone_hidden);

    let reloaded = tabs.reloaded();
    let plan = reloaded.plan().unwrap();
    assert_eq!(plan.words.opener, "How are you, really?");
    assert_eq!((plan.begun_at, plan.with), (NOW, key));
    assert_eq!(reloaded.due(NOW), Due::Running);
}

#[test]
fn each_write_comes_before_the_screen_changes() {
    let tabs = planned();
    for message in [
        Removed(tabs.practice(0).map().0[0].0),
        AnsweredCircle(CircleAnswer::NewRole(Some(true))),
        DroppedPlan,
    ] {
        let (_, effects) = tabs.tries(message.clone());
        assert!(
            matches!(effects.first(), Some(Effect::Commit(_))),
            "{message:?}"
        );
        let stores = effects
            .iter()
            .filter(|effect| matches!(effect, Effect::Commit(_)));
        assert_eq!(stores.count(), 1, "one write, one answer");
    }
}

#[test]
fn what_is_lacking_is_said_and_nothing_is_written() {
    let mut tabs = Tabs::one();
    tabs.all([AskedToAdd, SavedRelationship]);
    let Screen::Edit(form) = &tabs.practice(0).screen else {
        panic!("still the form");
    };
    assert_eq!(form.lacking, [Lacking::Text(Field::Name)]);
    assert_eq!(tabs.asked.last(), Some(&Effect::FocusMissing));

    tabs.fills_in(0, "Dana", Kind::Boss, Tie::Tense);
    let dana = tabs.practice(0).map().0[0].0;
    tabs.all([
        AskedToDeepen(dana),
        ChoseAct(AnyAct::General(Act::SharedHabit)),
    ]);
    tabs.saves_plan(0, " \u{200b}");
    let Screen::Act(form) = &tabs.practice(0).screen else {
        panic!("still the form");
    };
    let lacking = [Lacking::Act, Lacking::Text(Field::Opener)];
    assert_eq!(form.lacking, lacking);
    assert!(tabs.practice(0).plan().is_none());

    tabs.does(0, OpenedCadence);
    tabs.all([
        PickedRhythm(Rhythm::Moments),
        ToggledDay(Weekday::Monday),
        ToggledDay(Weekday::Tuesday),
        ToggledDay(Weekday::Wednesday),
        ToggledDay(Weekday::Thursday),
        ToggledDay(Weekday::Friday),
        SavedCalendar {
            summary: "\u{202e}".into(),
        },
    ]);
    let Screen::Cadence(form) = &tabs.practice(0).screen else {
        panic!("still the form");
    };
    assert_eq!(form.lacking, [Lacking::Day, Lacking::Text(Field::Summary)]);
}

#[test]
fn openers_that_were_written_stay_with_their_act() {
    let mut tabs = Tabs::one();
    let team = tabs.adds(0, "Team", Kind::DirectReport, Tie::Strong);
    tabs.does(0, AskedToDeepen(team));
    let draft = |tabs: &Tabs| match &tabs.practice(0).screen {
        Screen::Act(form) => form.draft.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(draft(&tabs).act, Some(AnyAct::General(Act::Appreciate)));
    tabs.all([
        wrote(Field::Opener, "Thank you for"),
        ChoseAct(AnyAct::General(Act::SharedHabit)),
    ]);
    assert_eq!(draft(&tabs).opener(), None);
    tabs.all([
        wrote(Field::Opener, "Shall we"),
        ChoseAct(AnyAct::General(Act::Appreciate)),
    ]);
    assert_eq!(draft(&tabs).opener(), Some("Thank you for"));
}

#[test]
fn every_change_of_the_map_can_be_undone() {
    let mut tabs = Tabs::one();
    let a = tabs.adds(0, "A", Kind::Boss, Tie::Strong);
    let b = tabs.adds(0, "B", Kind::Peer, Tie::Tense);
    tabs.adds(0, "C", Kind::Client, Tie::Uneven);
    assert_eq!(tabs.names(0), ["A", "B", "C"]);
    let place = |tabs: &Tabs| tabs.practice(0).map().get(b).and_then(|one| one.place);
    tabs.does(0, Moved(b, Place::Down));
    tabs.does(0, Moved(b, Place::Down));
    assert_eq!(place(&tabs), Some(Place::Down));
    tabs.all([AskedToEdit(a), wrote(Field::Name, "Ada"), SavedRelationship]);
    assert_eq!(tabs.names(0), ["Ada", "B", "C"]);
    tabs.does(0, Removed(b));
    assert_eq!(tabs.names(0), ["Ada", "C"]);

    for (what, left) in [
        (Undoable::Removed, vec!["Ada", "B", "C"]),
        (Undoable::Edited, vec!["A", "B", "C"]),
        (Undoable::Moved, vec!["A", "B", "C"]),
        (Undoable::Added, vec!["A", "B"]),
        (Undoable::Added, vec!["A"]),
        (Undoable::Added, vec![]),
    ] {
        assert_eq!(tabs.practice(0).undoable(), Some(what));
        tabs.does(0, Undid);
        assert_eq!(tabs.names(0), left);
        assert_eq!(simulator::practice::names(&tabs.reloaded()), left);
        if what == Undoable::Moved {
            assert_eq!(place(&tabs), Some(Place::Across));
        }
    }
    assert_eq!(tabs.practice(0).undoable(), None);
    tabs.does(0, Undid);
}

#[test]
fn undo_is_bounded() {
    let mut tabs = Tabs::one();
    let a = tabs.adds(0, "A", Kind::Boss, Tie::Strong);
    tabs.adds(0, "B", Kind::Boss, Tie::Strong);
    for _ in 0..30 {
        tabs.all([Moved(a, Place::Down), Moved(a, Place::Up)]);
    }
    let mut taken_back = 0;
    while tabs.practice(0).undoable().is_some() {
        tabs.does(0, Undid);
        taken_back += 1;
    }
    assert_eq!(taken_back, 20);
    assert_eq!(tabs.names(0).len(), 2);
}

#[test]
fn the_sixteenth_finds_no_room() {
    let mut tabs = Tabs::one();
    for number in 1..=MAX_RELATIONSHIPS {
        tabs.adds(0, &format!("P{number}"), Kind::Peer, Tie::Strong);
    }
    tabs.asked.clear();
    tabs.does(0, AskedToAdd);
    assert_eq!(tabs.practice(0).screen, Screen::Map);
    assert_eq!(tabs.asked, []);
    assert!(tabs.practice(0).map().is_full());
    // Another tab fills the map while the form is open here.
    let last = tabs.practice(0).map().0[MAX_RELATIONSHIPS - 1].0;
    tabs.does(0, Removed(last));
    let second = tabs.open();
    tabs.does(0, AskedToAdd);
    tabs.adds(second, "X", Kind::Boss, Tie::Strong);
    tabs.settle();
    tabs.fills_in(0, "Y", Kind::Boss, Tie::Strong);
    assert_eq!(
        tabs.names(0).len(),
        MAX_RELATIONSHIPS + 1,
        "what was written is not lost"
    );
}

#[test]
fn circle_answers_are_stored_one_by_one_and_cleared_at_once() {
    let mut tabs = Tabs::one();
    tabs.does(0, Opened(Part::Circle));
    for answer in [
        CircleAnswer::NewRole(Some(true)),
        CircleAnswer::FromWithin(Some(true)),
        CircleAnswer::Outside(Some(Outside::One)),
        CircleAnswer::Confidential(Some(false)),
        CircleAnswer::UnderstandsCost(None),
        CircleAnswer::LastTalk(Some(LastTalk::LongAgo)),
    ] {
        tabs.does(0, AnsweredCircle(answer));
        assert_eq!(tabs.reloaded().circle(), tabs.practice(0).circle());
    }
    let answered = tabs.practice(0).circle();
    assert!(answered.old_network_note() && answered.asks_about_them());
    tabs.does(0, ClearedCircle);
    assert_eq!(tabs.reloaded().circle(), Circle::default());
    tabs.does(0, Undid);
    assert_eq!(tabs.reloaded().circle(), answered);
}

#[test]
fn changing_the_words_of_a_plan_keeps_its_week_and_another_act_begins_one() {
    let mut tabs = planned();
    tabs.now = after(3);
    tabs.all([Opened(Part::Practice), AskedToChangePlan]);
    tabs.saves_plan(0, "How was the move?");
    assert_eq!(tabs.practice(0).screen, Screen::Plan);
    let plan = tabs.practice(0).plan().unwrap().clone();
    assert_eq!(
        (plan.begun_at, plan.words.opener.as_str()),
        (NOW, "How was the move?")
    );

    tabs.all([AskedToChangePlan, ChoseAct(AnyAct::General(Act::Help))]);
    tabs.saves_plan(0, "I can take the minutes.");
    assert_eq!(tabs.practice(0).plan().unwrap().begun_at, after(3));
    assert_eq!(tabs.practice(0).undoable(), Some(Undoable::ReplacedPlan));
    tabs.does(0, Undid);
    assert_eq!(tabs.practice(0).plan(), Some(&plan));

    tabs.does(0, DroppedPlan);
    assert_eq!(tabs.reloaded().plan(), None);
    assert_eq!(tabs.practice(0).screen, Screen::Map);
    tabs.does(0, Undid);
    assert_eq!(tabs.reloaded().plan(), Some(&plan));
}

#[test]
fn copying_and_printing_are_asked_for() {
    let mut tabs = planned();
    tabs.asked.clear();
    tabs.all([CopiedOpener("Hello".into()), PrintedPlan]);
    assert_eq!(
        tabs.asked,
        [
            Effect::Copy(Clip::Text("Hello".into())),
            Effect::Print(Sheet::Plan)
        ]
    );
}

#[test]
fn a_screen_without_its_plan_gives_way() {
    let mut tabs = planned();
    tabs.does(0, Opened(Part::Practice));
    let second = tabs.open();
    tabs.does(second, DroppedPlan);
    assert_eq!(tabs.practice(0).screen, Screen::Plan);
    tabs.settle();
    assert_eq!(tabs.practice(0).screen, Screen::Map);
}
