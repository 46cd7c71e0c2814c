//! Importing the `practice` object of a file: every fault has its path, and no person or week is added twice.

use app::practice::Include;
use app::practice::Message::*;
use app::practice::session::Undoable;
use app::practice::text::Field;
use app::practice::{Act, AnyAct, Decision, Kind, Outcome, Part, Screen, Tie};
use measure::time::UnixMs;
use records::practice::MAX_RELATIONSHIPS;
use records::practice::PracticeDocument;
use serde_json::json;
use simulator::practice::{ALL, Tabs, after, exported, filled, imported};

#[test]
fn every_fault_of_a_file_has_its_path() {
    let person = json!({"name": "a", "place": "up", "kind": "boss", "tie": "strong",
        "last_talk": "this_week", "important": true});
    let circle = json!({"new_role": null, "from_within": true, "outside": null,
        "confidential": null, "understands_cost": null, "last_talk": null});
    let plan = json!({"place": "up", "act": "help", "opener": "x", "says": "On Monday, I help A.",
        "day": "2026-11-23T12:00:00Z", "begun_at": "2026-11-21T09:00:00Z"});
    let week = json!({"plan": plan, "outcome": "done", "noticed": "", "decision": "next",
        "closed_at": "2026-11-28T09:00:00Z"});
    let good = json!({"map": [person.clone()], "circle": circle, "plan": plan, "weeks": [week]});
    assert!(imported(&json!({"practice": good}).to_string()).is_ok());
    let broken = r#"
 | [] | : expected an object, found a list
/map | {} | .map: expected a list, found an object
/map/0/name | " \u202e" | .map[0].name: is empty
/map/0/name | "xxxxxxxxxxyyyyyyyyyyxxxxxxxxxxyyyyyyyyyyz" | .map[0].name: is longer than 40 characters
/map/0/place | "left" | .map[0].place: "left" is not one of up, across, down, outside
/circle/new_role | "yes" | .circle.new_role: expected true or false, found a text
/circle/outside | 2 | .circle.outside: expected one of nobody, one, several, found a number
/plan/opener | "" | .plan.opener: is empty
/plan/says | 7 | .plan.says: expected a text, found a number
/plan/act | "shared_habit" | .plan.act: does not fit the place
/plan/begun_at | "today" | .plan.begun_at: "today" is not a time like "2026-11-21T09:00:00Z"
/weeks/0/outcome | "no" | .weeks[0].outcome: "no" is not one of done, partly, not_yet"#;
    for line in broken.lines().skip(1) {
        let columns: Vec<&str> = line.split('|').map(str::trim).collect();
        let [pointer, value, fault] = columns[..] else {
            panic!("three columns: {line}");
        };
        let mut practice = good.clone();
        *practice.pointer_mut(pointer).unwrap() = serde_json::from_str(value).unwrap();
        let found = imported(&json!({"practice": practice}).to_string());
        assert_eq!(found, Err(format!("$.practice{fault}")));
    }
    let mut practice = good.clone();
    practice["map"] = json!(vec![person; 31]);
    let found = imported(&json!({"practice": practice}).to_string());
    assert_eq!(
        found,
        Err("$.practice.map: has more than 30 entries".into())
    );
    for (with, on_the_map) in [(0, false), (1, true), (2, false)] {
        for pointer in ["/plan", "/weeks/0/plan"] {
            let mut practice = good.clone();
            practice.pointer_mut(pointer).unwrap()["with"] = json!(with);
            let found = imported(&json!({"practice": practice}).to_string());
            assert_eq!(found.is_ok(), on_the_map, "{pointer} with {with}");
            if let Err(fault) = found {
                let fault = fault.replace("expected a position from 1 to 30, found a number", "");
                let fault = fault.replace("is not a place in the map", "");
                let pointer = pointer.replace('/', ".").replace(".0", "[0]");
                assert_eq!(fault, format!("$.practice{pointer}.with: "));
            }
        }
    }
    assert_eq!(imported("{}"), Ok(None));
    assert_eq!(
        imported(r#"{"practice":{"mood":1}}"#),
        Ok(Some(PracticeDocument::default()))
    );
}

#[test]
fn an_import_adds_missing_people_and_can_be_undone() {
    let source = filled();
    let given = imported(&exported(source.practice(0), ALL))
        .unwrap()
        .unwrap();
    let mut tabs = Tabs::one();
    let dana = tabs.adds(0, "Dana", Kind::DirectReport, Tie::Tense);
    let before = tabs.reloaded();
    tabs.does(0, Imported(Box::new(given.clone())));
    assert_eq!(tabs.names(0), ["Dana", "S."]);
    let practice = tabs.reloaded();
    assert_eq!(practice.plan().unwrap().with, dana, "the one who was there");
    assert_eq!(practice.circle().from_within, Some(true));
    assert!(practice.running().is_some());
    assert_eq!(tabs.practice(0).undoable(), Some(Undoable::Imported));
    tabs.does(0, Undid);
    let practice = tabs.reloaded();
    assert_eq!((practice.map(), practice.plan()), (before.map(), None));
    assert!(practice.running().is_none() && practice.circle().is_blank());

    for number in 2..=MAX_RELATIONSHIPS {
        tabs.adds(0, &format!("P{number}"), Kind::Peer, Tie::Strong);
    }
    assert_eq!(
        tabs.practice(0).without_room(&given),
        1,
        "S.; Dana is there"
    );
    tabs.does(0, Imported(Box::new(given.clone())));
    assert_eq!(tabs.names(0).len(), MAX_RELATIONSHIPS);
    assert_eq!(tabs.practice(0).without_room(&given), 1);
    tabs.does(0, Removed(dana));
    assert_eq!(
        tabs.practice(0).without_room(&given),
        1,
        "Dana and S., one place"
    );
    let last = tabs.practice(0).map().0[MAX_RELATIONSHIPS - 2].0;
    tabs.does(0, Removed(last));
    assert_eq!(tabs.practice(0).without_room(&given), 0);
    tabs.does(0, Opened(Part::Practice));
}

#[test]
fn weeks_from_a_file_are_in_the_log_by_their_dates() {
    let week = |tabs: &mut Tabs, days: i64, decision: Decision| {
        tabs.now = after(days);
        for message in [
            Opened(Part::Practice),
            PickedOutcome(Outcome::Done),
            Decided(decision),
        ] {
            tabs.does(0, message);
        }
    };
    let mut before = filled();
    week(&mut before, 7, Decision::Next);
    let file = imported(&exported(before.practice(0), ALL))
        .unwrap()
        .unwrap();
    let mut here = Tabs::one();
    here.now = after(60);
    here.does(0, Opened(Part::Practice));
    here.fills_in(0, "Dana", Kind::DirectReport, Tie::Tense);
    here.saves_plan(0, "Hello");
    week(&mut here, 70, Decision::Mend);
    here.does(0, Imported(Box::new(file)));
    let closed: Vec<UnixMs> = here
        .practice(0)
        .weeks()
        .iter()
        .map(|week| week.closed_at)
        .collect();
    assert_eq!(closed, [after(7), after(70)]);
    here.now = after(71);
    here.does(0, Opened(Part::Practice));
    let Screen::Act(form) = &here.practice(0).screen else {
        panic!("{:?}", here.practice(0).screen);
    };
    assert_eq!(
        form.draft.act,
        Some(AnyAct::General(Act::OwnPart)),
        "the last week said to mend"
    );
}

#[test]
fn taking_the_same_file_in_twice_keeps_each_week_once() {
    let mut source = filled();
    source.now = after(7);
    for message in [
        Opened(Part::Practice),
        PickedOutcome(Outcome::Done),
        Wrote(Field::Noticed, "She laughed.".into()),
        Decided(Decision::Next),
    ] {
        source.does(0, message);
    }
    let text = exported(source.practice(0), ALL);
    let given = imported(&text).unwrap().unwrap();
    assert_eq!((given.plan.as_ref(), given.weeks.len()), (None, 1));
    let map_only = Include { plan: false, ..ALL };
    assert!(!exported(source.practice(0), map_only).contains("laughed"));

    let mut tabs = Tabs::one();
    for _ in 0..2 {
        tabs.does(0, Imported(Box::new(given.clone())));
    }
    let practice = tabs.reloaded();
    let weeks = practice.weeks();
    assert_eq!(weeks.len(), 1);
    assert_eq!(
        (weeks[0].noticed.as_str(), weeks[0].closed_at),
        ("She laughed.", after(7))
    );
    let map = practice.map();
    let name = &map.get(weeks[0].plan.with).unwrap().name;
    assert_eq!((name.as_str(), map.0.len()), ("Dana", 2));

    // A file from before that week was looked back on does not bring its plan back.
    let before = imported(&exported(filled().practice(0), ALL))
        .unwrap()
        .unwrap();
    tabs.does(0, Imported(Box::new(before)));
    assert!(tabs.reloaded().plan().is_none());
}
