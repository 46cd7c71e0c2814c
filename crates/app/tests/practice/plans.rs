//! The form for an act: which act, for whom, what a change of it keeps, and what a file brings.

use app::effect::Effect;
use app::practice::Include;
use app::practice::Message::*;
use app::practice::calendar::FILE_NAME;
use app::practice::event::Shown;
use app::practice::map::Map;
use app::practice::plan::PlanDraft;
use app::practice::relationship::Draft;
use app::practice::screen::Cadence;
use app::practice::text::{Field, Lacking};
use app::practice::{Act, AnyAct, Decision, Kind, LastTalk, Outcome, Part, Place, Screen, Tie};
use measure::instrument::FormName::Short;
use measure::instrument::Keying;
use measure::time::UnixMs;
use records::practice::{MAX_RELATIONSHIPS, Noticed};
use simulator::practice::{
    ALL, DAY, NOW, Tabs, after, exported, filled, imported, map, planned, shown, wrote,
};
use testing::{answers, completed, shipped};

fn draft(tabs: &Tabs) -> PlanDraft {
    match &tabs.practice(0).screen {
        Screen::Act(form) => form.draft.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn another_act_is_for_somebody_else_where_there_is_anybody() {
    let mut tabs = planned();
    let dana = tabs.practice(0).plan().unwrap().with;
    let ira = tabs.adds(0, "Ira", Kind::Peer, Tie::Tense);
    tabs.does(0, AskedForAnother);
    assert_eq!(draft(&tabs).with, Some(ira));
    assert_ne!(ira, dana);
}

#[test]
fn a_plan_is_changed_from_what_it_says() {
    let mut tabs = planned();
    tabs.does(0, AskedToChangePlan);
    let draft = draft(&tabs);
    let plan = tabs.practice(0).plan().unwrap();
    assert_eq!(draft.opener(), Some(plan.words.opener.as_str()));
    assert_eq!((draft.day, draft.with), (plan.day, Some(plan.with)));
    assert!(draft.day.is_some());
    assert_eq!(draft.act.as_ref(), Some(&plan.words.act));
}

#[test]
fn a_plan_keeps_its_beginning_only_while_it_is_for_the_same_person_and_act() {
    let opener = "How are you, really?";
    let own_part = AnyAct::General(Act::OwnPart);
    for (changes, same) in [
        (Vec::new(), true),
        (vec![ChoseAct(own_part)], false),
        (vec![wrote(Field::Name, "Ira")], false),
        (vec![wrote(Field::Name, "Somebody new")], false),
    ] {
        let mut tabs = planned();
        tabs.adds(0, "Ira", Kind::DirectReport, Tie::Tense);
        let before = tabs.practice(0).plan().unwrap().clone();
        tabs.now = after(2);
        tabs.does(0, AskedToChangePlan);
        tabs.all(changes.clone());
        tabs.saves_plan(0, opener);
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
        AskedToDeepen(before.with),
        ChoseAct(before.words.act.clone()),
    ]);
    tabs.saves_plan(0, opener);
    assert_ne!(tabs.practice(0).plan().unwrap().key, before.key);
}

/// A result whose lowest answer is about candour across, and the next about alignment up.
fn with_result() -> Tabs {
    let instrument = shipped();
    let items = instrument.form(Short).unwrap().iter();
    let marks = items.map(|index| {
        let item = instrument.item(*index).unwrap();
        let keyed = match instrument.square(*index).as_deref() {
            Some("across.candour") => 1,
            Some("up.alignment") => 2,
            _ => 4,
        };
        match item.keying {
            Keying::Forward => keyed.to_string(),
            Keying::Reverse => (6 - keyed).to_string(),
        }
    });
    let marks: String = marks.collect();
    let result = completed(answers(&instrument, Short, &marks), 200);
    let mut tabs = Tabs::one();
    tabs.sends(0, simulator::tabs::imported(result));
    tabs
}

#[test]
fn the_first_act_is_that_of_the_lowest_answer_and_a_name_makes_a_person() {
    let mut tabs = with_result();
    tabs.does(0, Opened(Part::Practice));
    let act = draft(&tabs).act.unwrap();
    assert_eq!(act.as_str(), "across.candour");
    assert_eq!(draft(&tabs).first_move, Some(act));
    assert_eq!(
        tabs.stored(),
        [],
        "nothing is stored before something is saved"
    );
    tabs.asked.clear();
    tabs.saves_plan(0, "What makes your job harder?");
    let Screen::Act(form) = &tabs.practice(0).screen else {
        panic!("still the form");
    };
    assert_eq!(form.lacking, [Lacking::Text(Field::Name)], "half a plan");
    assert_eq!(tabs.asked, [Effect::FocusMissing]);

    tabs.does(0, wrote(Field::Name, " K. "));
    tabs.saves_plan(0, "What makes your job harder?");
    assert_eq!(tabs.practice(0).screen, Screen::Plan);
    assert!(tabs.practice(0).just_planned());
    let reloaded = tabs.reloaded();
    let plan = reloaded.plan().unwrap();
    let map = reloaded.map();
    let one = map.get(plan.with).unwrap();
    assert_eq!(one.name.as_str(), "K.");
    assert_eq!(
        (one.place, one.kind, one.tie, one.last_talk),
        (Some(Place::Across), None, None, None)
    );
    // The same name is the same person, and undoing takes both back.
    tabs.all([AskedToChangePlan, wrote(Field::Name, "K.")]);
    tabs.saves_plan(0, "Again");
    assert_eq!(tabs.names(0), ["K."]);
    tabs.all([Undid, Undid]);
    assert!(tabs.practice(0).plan().is_none() && tabs.names(0).is_empty());
}

#[test]
fn after_the_first_move_comes_that_of_the_next_lowest_answer() {
    let mut tabs = with_result();
    for act in ["across.candour", "up.alignment", "ask_how"] {
        tabs.does(0, Opened(Part::Practice));
        assert_eq!(draft(&tabs).act.unwrap().as_str(), act);
        tabs.does(0, wrote(Field::Name, "K."));
        tabs.saves_plan(0, "Hello");
        tabs.now = UnixMs(tabs.now.0 + 7 * DAY);
        tabs.all([
            Opened(Part::Practice),
            PickedOutcome(Outcome::Done),
            Decided(Decision::Next),
        ]);
    }
}

#[test]
fn a_calendar_entry_of_an_act_is_asked_for_with_the_plan() {
    let mut tabs = planned();
    tabs.does(0, AskedToChangePlan);
    tabs.asked.clear();
    let entry = Some("Five minutes for Dana".to_owned());
    let shown = Shown {
        entry,
        ..shown("Hello", NOW)
    };
    tabs.does(0, SavedPlan(shown));
    let saved = tabs.asked.iter().find_map(|effect| match effect {
        Effect::Download { name, text, .. } => Some((name.clone(), text.clone())),
        _ => None,
    });
    let (name, text) = saved.unwrap();
    assert_eq!(name, FILE_NAME);
    assert!(text.contains("SUMMARY:Five minutes for Dana\r\n"), "{text}");
    assert!(!text.contains("Hello"), "{text}");
}

#[test]
fn a_full_map_stays_as_it_is_and_the_plan_has_the_name_all_the_same() {
    let mut tabs = Tabs::one();
    for number in 1..=MAX_RELATIONSHIPS {
        tabs.adds(0, &format!("P{number}"), Kind::Peer, Tie::Strong);
    }
    tabs.all([AskedForAnother, wrote(Field::Name, "Ira")]);
    tabs.saves_plan(0, "Hello");
    assert_eq!(tabs.names(0).len(), MAX_RELATIONSHIPS);
    assert!(tabs.practice(0).plan().unwrap().words.says.is_some());
}

#[test]
fn a_file_with_nothing_new_changes_nothing() {
    let mut tabs = filled();
    let text = exported(tabs.practice(0), ALL);
    let found = imported(&text).unwrap().unwrap();
    tabs.does(0, Imported(Box::new(found)));
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
    let (after, effects) = tabs.tries(Imported(Box::new(found)));
    assert_eq!((after, effects), (before, Vec::new()));
}

#[test]
fn an_act_that_does_not_suit_the_person_is_not_saved() {
    let map = map(&[
        (Place::Down, Tie::Tense, LastTalk::ThisWeek, false),
        (Place::Up, Tie::Strong, LastTalk::ThisQuarter, false),
    ]);
    for act in Act::ALL {
        for (key, one) in &map.0 {
            let mut draft = PlanDraft::of_act(AnyAct::General(*act));
            draft.choose(&map, *key);
            let fits = act.fits(one.place.unwrap());
            let finished = draft.finish(&map, &shown("Hello", NOW));
            assert_eq!(finished.is_ok(), fits, "{act:?}");
            if !fits {
                assert_eq!(finished.unwrap_err(), [Lacking::Act]);
            }
        }
    }
    let mut draft = PlanDraft::default();
    draft.choose(&Map::default(), map.0[0].0);
    assert_eq!(
        (draft.with, draft.who.as_str()),
        (None, ""),
        "nobody is on that map"
    );
}

#[test]
fn after_a_week_the_next_form_is_for_whom_and_what_was_decided() {
    for (decision, gone, with, act) in [
        (Decision::Repeat, false, Some("Dana"), None),
        (Decision::Mend, false, Some("Dana"), Some(Act::OwnPart)),
        (Decision::Next, false, Some("Ira"), None),
        (Decision::Mend, true, None, Some(Act::OwnPart)),
    ] {
        let mut tabs = planned();
        let dana = tabs.practice(0).plan().unwrap().with;
        tabs.adds(0, "Ira", Kind::Peer, Tie::Neglected);
        tabs.now = after(8);
        tabs.all([
            Opened(Part::Practice),
            PickedOutcome(Outcome::Partly),
            Decided(decision),
        ]);
        // The same act again goes on at once; what it would propose shows when it is given up.
        if decision == Decision::Repeat {
            tabs.does(0, DroppedPlan);
        }
        if gone {
            tabs.all([Opened(Part::Map), Removed(dana)]);
        }
        tabs.does(0, Opened(Part::Practice));
        let form = draft(&tabs);
        assert_eq!(form.who, with.unwrap_or_default(), "{decision:?}");
        let act = act.map(AnyAct::General).or_else(|| {
            let last = tabs.practice(0).weeks().pop()?.plan.words.act.clone();
            (decision == Decision::Repeat).then_some(last)
        });
        if act.is_some() {
            assert_eq!(form.act, act, "{decision:?}");
        }
    }
}

/// What a form says of a text in one of its fields.
fn judged(field: Field, text: &str) -> Vec<Lacking> {
    let cadence = Cadence::with(&Map::default(), None);
    match field {
        Field::Name => {
            let draft = Draft {
                name: text.to_owned(),
                ..Draft::default()
            };
            draft.finish().err().unwrap_or_default()
        }
        Field::Summary => cadence.finish(text).err().unwrap_or_default(),
        Field::Noticed => match Noticed::new(text) {
            Ok(_) => Vec::new(),
            Err(_) => vec![Lacking::Shorter(field)],
        },
        _ => {
            let mut draft = PlanDraft::default();
            draft.write(Field::Name, "K.".to_owned());
            draft
                .finish(&Map::default(), &shown(text, NOW))
                .unwrap_err()
        }
    }
}

#[test]
fn every_field_accepts_its_longest_text_and_no_longer_one() {
    for (field, most) in [
        (Field::Name, 40),
        (Field::Opener, 600),
        (Field::Noticed, 600),
        (Field::Summary, 100),
    ] {
        let refused =
            |length: usize| judged(field, &"é".repeat(length)).contains(&Lacking::Shorter(field));
        assert!(!refused(most), "{field:?}: {most} characters");
        assert!(refused(most + 1), "{field:?}: {} characters", most + 1);
        // The number that the message names.
        assert_eq!(field.limit(), most, "{field:?}");
    }
}
