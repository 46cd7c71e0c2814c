//! The `practice` object of an exported result: only what was ticked, valid against the published
//! schema, and read back the same.

use app::practice::Include;
use app::practice::plan::Words;
use app::practice::{Act, AnyAct, Decision, Message, Outcome, Place};
use proptest::prelude::*;
use records::format::{List, Text};
use records::practice::{
    Circle, ExportedPlan, ExportedWeek, MAX_RELATIONSHIPS, MapIndex, PracticeDocument,
};
use records::read;
use serde_json::Value;
use simulator::practice::{
    ALL, Tabs, after, any_circle, any_map, any_text, exported, filled, imported, planned,
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
      "act": "name_unspoken",
      "opener": "I was short with you.\nI am sorry.",
      "says": "On Thursday, I talk with Dana.",
      "begun_at": "2026-11-21T09:00:00Z",
      "day": "2026-11-26T21:00:00Z"
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
    assert!(!text.contains("Dana") && !text.contains("\"with\"") && text.contains("name_unspoken"));
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
    (fits, any_text(300), any_text(200)).prop_map(|((place, act), opener, says)| Words {
        place: Some(place),
        act: AnyAct::General(act),
        opener: Text::new(&format!("O {opener}")).unwrap(),
        says: Text::new(&says).ok(),
    })
}

#[test]
fn what_is_written_is_valid_and_reads_back_the_same() {
    let schema: Value =
        serde_json::from_str(include_str!("../../../../schema/result.v1.json")).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    proptest!(testing::cases(300), |(
        map in any_map(MAX_RELATIONSHIPS),
        circle in any_circle(),
        words in any_words(),
        with in prop::option::of(0..MAX_RELATIONSHIPS),
        noticed in prop::collection::vec(any_text(300), 0..4),
    )| {
        let people: Vec<_> = map.0.into_iter().map(|(_, one)| one).collect();
        let plan = |days| ExportedPlan {
            with: with.filter(|index| *index < people.len()).map(MapIndex),
            begun_at: after(days),
            day: with.map(|_| after(days + 2)),
            words: words.clone(),
        };
        let weeks = (0..).zip(&noticed).map(|(week, noticed)| ExportedWeek {
            plan: plan(week * 7),
            outcome: Outcome::ALL[noticed.len() % 3],
            noticed: Text::new(noticed).unwrap(),
            decision: Decision::ALL[noticed.len() % 3],
            closed_at: after(week * 7 + 7),
        });
        let given = PracticeDocument {
            plan: Some(plan(70)),
            weeks: List(weeks.collect()),
            map: List(people),
            circle: Some(circle).filter(|circle| *circle != Circle::default()),
        };
        let mut tabs = Tabs::one();
        tabs.does(0, Message::Imported(Box::new(given.clone())));
        let text = exported(&tabs.reloaded(), ALL);
        let value: Value = serde_json::from_str(&text).unwrap();
        let errors: Vec<String> = validator.iter_errors(&value).map(|e| e.to_string()).collect();
        prop_assert!(errors.is_empty(), "{:?}\n{}", errors, text);
        let same_twice = given.map.iter().enumerate().any(|(place, one)| {
            given.map.iter().take(place).any(|other| other == one)
        });
        if !same_twice {
            prop_assert_eq!(imported(&text), Ok(Some(given)));
        }
    });
}

#[test]
fn a_plan_names_its_person_only_where_the_file_has_room_for_them() {
    for (others, index) in [(29, Some(29)), (30, None)] {
        let tabs = planned();
        for writer in 2..others + 2 {
            let text = format!(
                r#"{{"version":1,"clock":0,"writer":{writer},"name":"P{writer}","important":false}}"#
            );
            tabs.put_stored(&format!("relationship-0-{writer}"), &text);
        }
        let practice = tabs.reloaded();
        let plan = practice.document(ALL).unwrap().plan.unwrap();
        assert_eq!(plan.with.map(|with| with.0), index);
        assert_eq!(
            imported(&exported(&practice, ALL)).unwrap().unwrap().plan,
            Some(plan)
        );
    }
}
