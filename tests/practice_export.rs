//! The `practice` object of an exported result: only what was ticked, valid against the published
//! schema, and read back with limits and paths.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::practice::{NOW, Tabs, any_circle, any_map, any_text};
use common::{answers, completed, shipped};
use leadership_audit::instrument::FormName::Short;
use leadership_audit::json::{self, Cursor, Faults};
use leadership_audit::practice::circle::{Circle, CircleAnswer};
use leadership_audit::practice::export::{IMPORT_LIMIT, Imported, ImportedPlan, Include, read};
use leadership_audit::practice::map::LIMIT;
use leadership_audit::practice::plan::Words;
use leadership_audit::practice::session::Undoable;
use leadership_audit::practice::text::Field;
use leadership_audit::practice::{
    Act, Kind, LastTalk, Message, Notice, Outside, Part, Place, Practice, Tie,
};
use leadership_audit::record::document::ResultDocument;
use leadership_audit::record::read;
use proptest::prelude::*;
use serde_json::{Value, json};

const ALL: Include = Include {
    map: true,
    circle: true,
    plan: true,
};

/// The text of an exported result with these parts.
fn exported(practice: &Practice, include: Include) -> String {
    let shipped = shipped();
    let result = completed(answers(&shipped, Short, "444444 444444 444444"), 200);
    let document = ResultDocument::of(&shipped, &result);
    document.with_practice(practice.document(include)).to_text()
}

fn imported(text: &str) -> Result<Option<Imported>, String> {
    let tree = json::parse(text).map_err(|faults| faults.to_string())?;
    let mut faults = Faults::default();
    let found = read(&Cursor::root(&tree), &mut faults);
    if faults.0.is_empty() {
        Ok(found)
    } else {
        Err(faults.to_string())
    }
}

fn filled() -> Tabs {
    let mut tabs = Tabs::one();
    tabs.adds(0, "S.", Kind::Peer, Tie::Strong);
    let dana = tabs.adds(0, "Dana", Kind::DirectReport, Tie::Tense);
    tabs.does(
        0,
        Message::AnsweredCircle(CircleAnswer::FromWithin(Some(true))),
    );
    tabs.does(0, Message::AskedToDeepen(dana));
    tabs.does(0, Message::Wrote(Field::When, "we meet".into()));
    tabs.saves_plan(0, "I was short with you.\nI am sorry.");
    tabs
}

#[test]
fn the_object_has_its_documented_keys_in_order() {
    let text = exported(filled().practice(0), ALL);
    let start = text.find("  \"practice\"").unwrap();
    let expected = r#"  "practice": {
    "map": [
      {
        "name": "S.",
        "place": "across",
        "kind": "peer",
        "tie": "strong",
        "last_talk": "this_month",
        "important": false
      },
      {
        "name": "Dana",
        "place": "down",
        "kind": "direct_report",
        "tie": "tense",
        "last_talk": "this_month",
        "important": false
      }
    ],
    "circle": {
      "new_role": null,
      "from_within": true,
      "outside": null,
      "confidential": null,
      "understands_cost": null,
      "last_talk": null
    },
    "plan": {
      "with": 2,
      "place": "down",
      "act": "own_part",
      "opener": "I was short with you.\nI am sorry.",
      "when": "we meet",
      "what": "",
      "mine": "",
      "not_mine": "",
      "begun_at": "2026-11-21T09:00:00Z"
    }
  }
}
"#;
    assert_eq!(&text[start..], expected);
}

#[test]
fn only_what_was_ticked_leaves() {
    let tabs = filled();
    let practice = tabs.practice(0);
    let nothing = Include::default();
    assert_eq!(practice.document(nothing), None);
    assert!(!exported(practice, nothing).contains("practice"));
    let text = exported(
        practice,
        Include {
            plan: true,
            ..nothing
        },
    );
    assert!(!text.contains("Dana") && !text.contains("\"with\"") && text.contains("own_part"));
    let text = exported(
        practice,
        Include {
            map: true,
            ..nothing
        },
    );
    assert!(text.contains("Dana") && !text.contains("sorry") && !text.contains("from_within"));
    let text = exported(
        practice,
        Include {
            circle: true,
            ..nothing
        },
    );
    assert!(text.contains("from_within") && !text.contains("Dana"));
    assert_eq!(
        Tabs::one().practice(0).document(ALL),
        None,
        "ticked, and empty"
    );
    // Not one key of storage: they name the page that made them.
    let text = exported(practice, ALL);
    assert!(!text.contains("writer") && !text.contains("clock") && !text.contains("-7\""));
}

#[test]
fn a_result_with_a_practice_scores_like_one_without() {
    let shipped = shipped();
    let with = read::result(&exported(filled().practice(0), ALL), &shipped).unwrap();
    let without = exported(filled().practice(0), Include::default());
    assert_eq!(Ok(with), read::result(&without, &shipped));
}

fn any_words() -> impl Strategy<Value = Words> {
    let fits = prop::sample::select(Place::ALL).prop_flat_map(|place| {
        let acts: Vec<Act> = Act::ALL
            .iter()
            .copied()
            .filter(|act| act.fits(place))
            .collect();
        (Just(place), prop::sample::select(acts))
    });
    let clean = |field: Field, text: String| field.clean(&text).unwrap_or_default();
    (fits, any_text(300), any_text(120), any_text(200)).prop_map(
        move |((place, act), opener, half, part)| Words {
            place,
            act,
            opener: clean(Field::Opener, format!("O {opener}")),
            when: clean(Field::When, half.clone()),
            what: clean(Field::What, half),
            mine: clean(Field::Mine, part.clone()),
            not_mine: clean(Field::NotMine, part),
        },
    )
}

#[test]
fn what_is_written_is_valid_and_reads_back_the_same() {
    let schema: Value = serde_json::from_str(include_str!("../schema/result.v1.json")).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    proptest!(ProptestConfig::with_cases(300), |(
        map in any_map(LIMIT),
        circle in any_circle(),
        words in any_words(),
        with in prop::option::of(0..LIMIT),
    )| {
        let people: Vec<_> = map.0.into_iter().map(|(_, one)| one).collect();
        let given = Imported {
            plan: Some(ImportedPlan {
                with: with.filter(|place| *place < people.len()),
                begun_at: NOW,
                words,
            }),
            map: Some(people).filter(|people| !people.is_empty()),
            circle: Some(circle).filter(|circle| *circle != Circle::default()),
        };
        let mut tabs = Tabs::one();
        tabs.does(0, Message::TookIn(Box::new(given.clone())));
        let text = exported(&tabs.reloaded(), ALL);
        let value: Value = serde_json::from_str(&text).unwrap();
        let errors: Vec<String> = validator.iter_errors(&value).map(|e| e.to_string()).collect();
        prop_assert!(errors.is_empty(), "{:?}\n{}", errors, text);
        let same_twice = given.map.iter().flatten().enumerate().any(|(place, one)| {
            given.map.iter().flatten().take(place).any(|other| other == one)
        });
        if !same_twice {
            prop_assert_eq!(imported(&text), Ok(Some(given)));
        }
    });
}

#[test]
fn the_schema_knows_the_terms() {
    let schema: Value = serde_json::from_str(include_str!("../schema/result.v1.json")).unwrap();
    let terms = |part: &str, field: &str| {
        let property = &schema["$defs"][part]["properties"][field];
        let listed = property
            .get("enum")
            .or_else(|| property["anyOf"][0].get("enum"));
        listed.unwrap_or_else(|| panic!("{part}.{field}")).clone()
    };
    let mut outside: Vec<_> = Outside::ALL
        .iter()
        .map(|term| json!(term.as_str()))
        .collect();
    outside.push(Value::Null);
    let written = |terms: Vec<&str>| json!(terms);
    let places = written(Place::ALL.iter().map(|term| term.as_str()).collect());
    let last_talks = written(LastTalk::ALL.iter().map(|term| term.as_str()).collect());
    for (part, field, expected) in [
        ("RelationshipDocument", "place", places.clone()),
        ("PlanDocument", "place", places),
        ("RelationshipDocument", "last_talk", last_talks.clone()),
        ("CircleDocument", "last_talk", last_talks),
        ("CircleDocument", "outside", json!(outside)),
        (
            "RelationshipDocument",
            "kind",
            written(Kind::ALL.iter().map(|term| term.as_str()).collect()),
        ),
        (
            "RelationshipDocument",
            "tie",
            written(Tie::ALL.iter().map(|term| term.as_str()).collect()),
        ),
        (
            "PlanDocument",
            "act",
            written(Act::ALL.iter().map(|term| term.as_str()).collect()),
        ),
    ] {
        assert_eq!(terms(part, field), expected, "{part}.{field}");
    }
    assert_eq!(
        schema["$defs"]["PracticeDocument"]["properties"]["map"]["maxItems"],
        IMPORT_LIMIT
    );
}

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
    tabs.does(0, Message::TookIn(Box::new(given.clone())));
    assert_eq!(tabs.names(0), ["Dana", "S."]);
    let practice = tabs.reloaded();
    assert_eq!(practice.plan().unwrap().with, dana, "the one who was there");
    assert_eq!(practice.circle().from_within, Some(true));
    assert!(practice.running().is_some());
    assert_eq!(tabs.practice(0).undoable(), Some(Undoable::TookIn));
    tabs.does(0, Message::Undid);
    let practice = tabs.reloaded();
    assert_eq!((practice.map(), practice.plan()), (before.map(), None));
    assert!(practice.running().is_none() && practice.circle().is_blank());

    for number in 2..=LIMIT {
        tabs.adds(0, &format!("P{number}"), Kind::Peer, Tie::Strong);
    }
    tabs.does(0, Message::TookIn(Box::new(given)));
    assert_eq!(tabs.names(0).len(), LIMIT);
    assert_eq!(tabs.practice(0).notices, [Notice::MapFull]);
    tabs.does(0, Message::Opened(Part::Act));
}
