//! The `practice` object of an exported result: only what was ticked, valid against the published
//! schema, and read back the same.

use app::practice::circle::Circle;
use app::practice::export::{
    IMPORT_LIMIT, Imported, ImportedPlan, ImportedWeek, Include, WEEKS_LIMIT,
};
use app::practice::map::LIMIT;
use app::practice::plan::Words;
use app::practice::text::Field;
use app::practice::{Act, Decision, Kind, LastTalk, Message, Outcome, Outside, Place, Tie};
use proptest::prelude::*;
use records::read;
use serde_json::{Value, json};
use simulator::practice::{
    ALL, Tabs, after, any_circle, any_map, any_text, exported, filled, imported,
};
use testing::shipped;

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
    let schema: Value =
        serde_json::from_str(include_str!("../../../../schema/result.v1.json")).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    proptest!(testing::cases(300), |(
        map in any_map(LIMIT),
        circle in any_circle(),
        words in any_words(),
        with in prop::option::of(0..LIMIT),
        noticed in prop::collection::vec(any_text(300), 0..4),
    )| {
        let people: Vec<_> = map.0.into_iter().map(|(_, one)| one).collect();
        let plan = |days| ImportedPlan {
            with: with.filter(|place| *place < people.len()),
            begun_at: after(days),
            words: words.clone(),
        };
        let given = Imported {
            plan: Some(plan(70)),
            weeks: (0..).zip(&noticed).map(|(week, noticed)| ImportedWeek {
                plan: plan(week * 7),
                outcome: Outcome::ALL[noticed.len() % 3],
                noticed: Field::Noticed.clean(noticed).unwrap(),
                decision: Decision::ALL[noticed.len() % 3],
                closed_at: after(week * 7 + 7),
            }).collect(),
            map: Some(people).filter(|people| !people.is_empty()),
            circle: Some(circle).filter(|circle| *circle != Circle::default()),
        };
        let mut tabs = Tabs::one();
        tabs.does(0, Message::Imported(Box::new(given.clone())));
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
    let schema: Value =
        serde_json::from_str(include_str!("../../../../schema/result.v1.json")).unwrap();
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
        (
            "WeekDocument",
            "outcome",
            written(Outcome::ALL.iter().map(|term| term.as_str()).collect()),
        ),
        (
            "WeekDocument",
            "decision",
            written(Decision::ALL.iter().map(|term| term.as_str()).collect()),
        ),
    ] {
        assert_eq!(terms(part, field), expected, "{part}.{field}");
    }
    assert_eq!(
        schema["$defs"]["PracticeDocument"]["properties"]["map"]["maxItems"],
        IMPORT_LIMIT
    );
    assert_eq!(
        schema["$defs"]["PracticeDocument"]["properties"]["weeks"]["maxItems"],
        WEEKS_LIMIT
    );
}
