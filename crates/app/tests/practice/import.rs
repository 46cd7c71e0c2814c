//! The `practice` object of a file, taken in: every fault with its path, nobody and no week twice.

use app::practice::export::{Imported, Include};
use app::practice::map::LIMIT;
use app::practice::session::Undoable;
use app::practice::text::Field;
use app::practice::{Act, Decision, Kind, Message, Outcome, Part, Screen, Tie};
use measure::time::UnixMs;
use serde_json::{Value, json};
use simulator::practice::{ALL, Tabs, after, exported, filled, imported};

#[test]
fn every_fault_of_a_file_has_its_path() {
    let person = |name: &str| {
        json!({"name": name, "place": "up", "kind": "boss", "tie": "strong",
            "last_talk": "this_week", "important": true})
    };
    let plan =
        json!({"place": "up", "act": "help", "opener": "x", "begun_at": "2026-11-21T09:00:00Z"});
    let with = |field: &str, value: Value| {
        let mut plan = plan.clone();
        plan[field] = value;
        json!({"plan": plan})
    };
    for (practice, fault) in [
        (json!([]), "$.practice: expected an object, found a list"),
        (
            json!({"map": {}}),
            "$.practice.map: expected a list, found an object",
        ),
        (
            json!({"map": [person("a"), person(" \u{202e}")]}),
            "$.practice.map[1].name: is empty",
        ),
        (
            json!({"map": [person(&"x".repeat(41))]}),
            "$.practice.map[0].name: is longer than 40 characters",
        ),
        (
            json!({"map": vec![person("a"); 31]}),
            "$.practice.map: holds more than 30 relationships",
        ),
        (
            json!({"map": [{"name": "a", "place": "left", "kind": "boss", "tie": "strong",
                "last_talk": "this_week"}]}),
            "$.practice.map[0].place: \"left\" is not known here",
        ),
        (
            json!({"circle": {"new_role": "yes"}}),
            "$.practice.circle.new_role: expected true or false, found a text",
        ),
        (
            json!({"circle": {"outside": 2}}),
            "$.practice.circle.outside: expected a text, found a number",
        ),
        (
            with("opener", json!("")),
            "$.practice.plan.opener: is empty",
        ),
        (
            with("when", json!(7)),
            "$.practice.plan.when: expected a text, found a number",
        ),
        (
            with("mine", json!("m".repeat(301))),
            "$.practice.plan.mine: is longer than 300 characters",
        ),
        (
            with("act", json!("shared_habit")),
            "$.practice.plan.act: does not fit the place",
        ),
        (
            with("with", json!(1)),
            "$.practice.plan.with: is not a place in the map",
        ),
        (
            json!({"weeks": [{"plan": plan, "outcome": "no", "decision": "next",
                "closed_at": "2026-11-28T09:00:00Z"}]}),
            "$.practice.weeks[0].outcome: \"no\" is not known here",
        ),
        (
            json!({"weeks": [{"plan": with("with", json!(3))["plan"], "outcome": "done",
                "decision": "next", "closed_at": "2026-11-28T09:00:00Z"}]}),
            "$.practice.weeks[0].plan.with: is not a place in the map",
        ),
        (
            with("begun_at", json!("today")),
            "$.practice.plan.begun_at: \"today\" is not a time",
        ),
    ] {
        let text = json!({"practice": practice}).to_string();
        let found = imported(&text).unwrap_err();
        assert!(found.starts_with(fault), "{found}\nexpected {fault}");
        assert_eq!(found.lines().count(), 1, "{found}");
    }
    assert_eq!(imported("{}"), Ok(None));
    assert_eq!(
        imported(r#"{"practice":{"mood":1}}"#),
        Ok(Some(Imported::default()))
    );
    let minimal = json!({"practice": with("when", Value::Null)}).to_string();
    let found = imported(&minimal).unwrap().unwrap().plan.unwrap();
    assert_eq!((found.with, found.words.when.as_str()), (None, ""));
}

#[test]
fn taking_in_adds_who_is_not_there_and_can_be_taken_back() {
    let source = filled();
    let given = imported(&exported(source.practice(0), ALL))
        .unwrap()
        .unwrap();
    let mut tabs = Tabs::one();
    let dana = tabs.adds(0, "Dana", Kind::DirectReport, Tie::Tense);
    let before = tabs.reloaded();
    tabs.does(0, Message::Imported(Box::new(given.clone())));
    assert_eq!(tabs.names(0), ["Dana", "S."]);
    let practice = tabs.reloaded();
    assert_eq!(practice.plan().unwrap().with, dana, "the one who was there");
    assert_eq!(practice.circle().from_within, Some(true));
    assert!(practice.running().is_some());
    assert_eq!(tabs.practice(0).undoable(), Some(Undoable::Imported));
    tabs.does(0, Message::Undid);
    let practice = tabs.reloaded();
    assert_eq!((practice.map(), practice.plan()), (before.map(), None));
    assert!(practice.running().is_none() && practice.circle().is_blank());

    for number in 2..=LIMIT {
        tabs.adds(0, &format!("P{number}"), Kind::Peer, Tie::Strong);
    }
    assert_eq!(
        tabs.practice(0).without_room(&given),
        1,
        "S.; Dana is there"
    );
    tabs.does(0, Message::Imported(Box::new(given.clone())));
    assert_eq!(tabs.names(0).len(), LIMIT);
    assert_eq!(tabs.practice(0).without_room(&given), 1);
    tabs.does(0, Message::Removed(dana));
    assert_eq!(
        tabs.practice(0).without_room(&given),
        1,
        "Dana and S., one place"
    );
    let last = tabs.practice(0).map().0[LIMIT - 2].0;
    tabs.does(0, Message::Removed(last));
    assert_eq!(tabs.practice(0).without_room(&given), 0);
    tabs.does(0, Message::Opened(Part::Practice));
}

#[test]
fn weeks_from_a_file_stand_in_the_log_where_they_happened() {
    let week = |tabs: &mut Tabs, days: i64, decision: Decision| {
        tabs.now = after(days);
        for message in [
            Message::Opened(Part::Practice),
            Message::PickedOutcome(Outcome::Done),
            Message::Decided(decision),
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
    here.does(0, Message::Opened(Part::Practice));
    here.fills_in(0, "Dana", Kind::DirectReport, Tie::Tense);
    here.saves_plan(0, "Hello");
    week(&mut here, 70, Decision::Mend);
    here.does(0, Message::Imported(Box::new(file)));
    let closed: Vec<UnixMs> = here
        .practice(0)
        .weeks()
        .iter()
        .map(|week| week.closed_at)
        .collect();
    assert_eq!(closed, [after(7), after(70)]);
    here.now = after(71);
    here.does(0, Message::Opened(Part::Practice));
    let Screen::Act(form) = &here.practice(0).screen else {
        panic!("{:?}", here.practice(0).screen);
    };
    assert_eq!(
        form.draft.act,
        Some(Act::OwnPart),
        "the last week said to mend"
    );
}

#[test]
fn taking_the_same_file_in_twice_keeps_each_week_once() {
    let mut source = filled();
    source.now = after(7);
    for message in [
        Message::Opened(Part::Practice),
        Message::PickedOutcome(Outcome::Done),
        Message::Wrote(Field::Noticed, "She laughed.".into()),
        Message::Decided(Decision::Next),
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
        tabs.does(0, Message::Imported(Box::new(given.clone())));
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
    tabs.does(0, Message::Imported(Box::new(before)));
    assert!(tabs.reloaded().plan().is_none());
}
