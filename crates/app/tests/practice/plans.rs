//! The form for an act: for whom, which act, what a change of it keeps, and what a file brings.

use app::practice::export::Include;
use app::practice::map::Map;
use app::practice::plan::PlanDraft;
use app::practice::text::{Field, Lacking};
use app::practice::{Act, Decision, Kind, LastTalk, Message, Outcome, Part, Place, Screen, Tie};
use simulator::practice::{ALL, after, exported, filled, imported, key, map, planned};

#[test]
fn another_act_is_for_somebody_else_where_there_is_anybody() {
    let mut tabs = planned();
    let dana = tabs.practice(0).plan().unwrap().with;
    let ira = tabs.adds(0, "Ira", Kind::Peer, Tie::Tense);
    tabs.does(0, Message::AskedForAnother);
    let Screen::Act(form) = &tabs.practice(0).screen else {
        panic!("the form for an act");
    };
    assert_eq!(form.draft.with, Some(ira));
    assert_ne!(ira, dana);
}

#[test]
fn a_plan_keeps_its_beginning_only_while_it_is_for_the_same_person_and_act() {
    let opener = || "How are you, really?".to_owned();
    for (changes, same) in [
        (Vec::new(), true),
        (vec![Message::ChoseAct(Act::OwnPart)], false),
        (vec![Message::ChoseRelationship(key(0))], false),
    ] {
        let mut tabs = planned();
        let ira = tabs.adds(0, "Ira", Kind::DirectReport, Tie::Tense);
        let before = tabs.practice(0).plan().unwrap().clone();
        tabs.now = after(2);
        tabs.does(0, Message::AskedToChangePlan);
        for message in &changes {
            tabs.does(
                0,
                match message {
                    Message::ChoseRelationship(_) => Message::ChoseRelationship(ira),
                    other => other.clone(),
                },
            );
        }
        tabs.saves_plan(0, &opener());
        let plan = tabs.practice(0).plan().unwrap();
        assert_eq!(
            plan.key == before.key && plan.begun_at == before.begun_at,
            same,
            "{changes:?}"
        );
    }
    // Another act, chosen anew, is a new plan even if it is the same one.
    let mut tabs = planned();
    let before = tabs.practice(0).plan().unwrap().clone();
    tabs.all([
        Message::AskedToDeepen(before.with),
        Message::ChoseAct(before.words.act),
    ]);
    tabs.saves_plan(0, &opener());
    assert_ne!(tabs.practice(0).plan().unwrap().key, before.key);
}

#[test]
fn a_file_with_nothing_new_changes_nothing() {
    let mut tabs = filled();
    let text = exported(tabs.practice(0), ALL);
    let found = imported(&text).unwrap().unwrap();
    tabs.does(0, Message::Imported(Box::new(found)));
    assert!(tabs.practice(0).running().is_some());
    let only_map = exported(
        tabs.practice(0),
        Include {
            map: true,
            ..Include::default()
        },
    );
    let found = imported(&only_map).unwrap().unwrap();
    let before = tabs.practice(0).clone();
    let (after, effects) = tabs.tries(Message::Imported(Box::new(found)));
    assert_eq!((after, effects), (before, Vec::new()));
}

#[test]
fn a_quarter_without_a_talk_asks_for_more_than_a_month_without() {
    let rows = |quiet| {
        map(&[
            (Place::Up, Tie::Strong, LastTalk::ThisMonth, false),
            (Place::Down, Tie::Strong, quiet, false),
        ])
    };
    let first = rows(LastTalk::ThisMonth);
    assert_eq!(first.suggest(None), Some(first.0[0].0));
    let second = rows(LastTalk::ThisQuarter);
    assert_eq!(second.suggest(None), Some(second.0[1].0));
}

#[test]
fn the_form_for_an_act_takes_its_own_fields_and_an_act_that_fits() {
    let map = map(&[
        (Place::Down, Tie::Tense, LastTalk::ThisWeek, false),
        (Place::Up, Tie::Strong, LastTalk::ThisQuarter, false),
    ]);
    let (down, up) = (map.0[0].0, map.0[1].0);
    let mut draft = PlanDraft::with(&map, Some(down));
    for (field, text) in [
        (Field::When, "when"),
        (Field::What, "what"),
        (Field::Mine, "mine"),
        (Field::NotMine, "not mine"),
        (Field::Opener, "opener"),
        (Field::Name, "name"),
        (Field::Noticed, "noticed"),
        (Field::Summary, "summary"),
    ] {
        draft.write(field, text.to_owned());
    }
    assert_eq!(draft.opener(), Some("opener"));
    let (_, words) = draft.finish(&map, "opener").unwrap();
    assert_eq!(
        [&*words.when, &*words.what, &*words.mine, &*words.not_mine],
        ["when", "what", "mine", "not mine"]
    );
    for act in Act::ALL {
        draft.act = Some(*act);
        draft.choose(&map, up);
        let chosen = draft.act.unwrap();
        assert!(chosen.fits(Place::Up), "{chosen:?}");
        assert_eq!(
            chosen == *act,
            act.fits(Place::Up),
            "{act:?} stays if it fits"
        );
    }
    draft.choose(&Map::default(), down);
    assert_eq!(draft.with, Some(up), "nobody is on that map");
    assert_eq!(
        draft.finish(&Map::default(), "opener").unwrap_err(),
        [Lacking::Relationship]
    );
}

#[test]
fn after_a_week_the_next_form_is_for_whom_and_what_was_decided() {
    for (decision, gone, with_same, act) in [
        (Decision::Repeat, false, true, None),
        (Decision::Mend, false, true, Some(Act::OwnPart)),
        (Decision::Next, false, false, None),
        (Decision::Mend, true, false, None),
    ] {
        let mut tabs = planned();
        let dana = tabs.practice(0).plan().unwrap().with;
        let ira = tabs.adds(0, "Ira", Kind::Peer, Tie::Neglected);
        tabs.now = after(8);
        tabs.all([
            Message::Opened(Part::Practice),
            Message::PickedOutcome(Outcome::Partly),
            Message::Decided(decision),
        ]);
        // The same act again goes on at once; what it would propose shows when it is given up.
        if decision == Decision::Repeat {
            tabs.does(0, Message::DroppedPlan);
        }
        if gone {
            tabs.does(0, Message::Opened(Part::Map));
            tabs.does(0, Message::Removed(dana));
        }
        tabs.does(0, Message::Opened(Part::Practice));
        let Screen::Act(form) = &tabs.practice(0).screen else {
            panic!("{decision:?}: {:?}", tabs.practice(0).screen);
        };
        let expected = if with_same { dana } else { ira };
        assert_eq!(form.draft.with, Some(expected), "{decision:?}");
        let act = act.or_else(|| {
            let last = tabs.practice(0).weeks().pop()?.plan.words.act;
            (decision == Decision::Repeat).then_some(last)
        });
        if let Some(act) = act {
            assert_eq!(form.draft.act, Some(act), "{decision:?}");
        }
    }
}
