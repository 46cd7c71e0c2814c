//! Which figures of an outcome fit together, as a JSON Schema: what `round` checks, but for whether as
//! many people answered as the threshold asks for.

use super::{SetName, THRESHOLDS, WayName};
use crate::format::{Format, object};
use json::Json;
use round::outcome::{HIGHEST_MEAN, LOWEST_MEAN, STATEMENTS_FROM, WHOLE_FROM};

/// Each of these has to be so.
pub(super) fn figures() -> Json {
    list([
        any([questions(true, [5]), questions(false, [6, 12])]),
        any([one_boss(), few(), many()]),
        any([
            properties([
                ("way", constant(WayName::Table.write())),
                (
                    "people",
                    whole(0, round::invitation::Way::Table.most().into()),
                ),
            ]),
            properties([("way", constant(WayName::Sealed.write()))]),
        ]),
        any([
            with_steps(),
            without_steps(false, 1),
            without_steps(true, STATEMENTS_FROM),
        ]),
    ])
}

fn list(values: impl IntoIterator<Item = Json>) -> Json {
    Json::Array(values.into_iter().collect())
}

fn any(schemas: impl IntoIterator<Item = Json>) -> Json {
    object([("anyOf", list(schemas))])
}

fn properties<const N: usize>(entries: [(&str, Json); N]) -> Json {
    object([("properties", object(entries))])
}

fn constant(value: Json) -> Json {
    object([("const", value)])
}

fn whole(least: u64, most: u64) -> Json {
    object([("minimum", least.into()), ("maximum", most.into())])
}

/// The five statements, or those of one direction.
fn set(pulse: bool) -> Json {
    let sets = SetName::ALL.iter();
    let sets = sets.filter(|set| (**set == SetName::Pulse) == pulse);
    object([("enum", list(sets.map(Format::write)))])
}

fn questions<const N: usize>(pulse: bool, items: [u64; N]) -> Json {
    let items = object([("enum", list(items.map(Json::from)))]);
    properties([("set", set(pulse)), ("items", items)])
}

fn one_boss() -> Json {
    properties([
        ("way", constant(WayName::Sealed.write())),
        ("set", constant(SetName::Up.write())),
        ("people", constant(1.into())),
        ("threshold", constant(1.into())),
        ("mean", whole(0, 100)),
    ])
}

fn thresholds() -> Json {
    whole(*THRESHOLDS.start(), *THRESHOLDS.end())
}

/// Too few people for a mean in whole points.
fn few() -> Json {
    let mean = object([
        ("minimum", u64::from(LOWEST_MEAN).into()),
        ("maximum", u64::from(HIGHEST_MEAN).into()),
        ("multipleOf", 5.into()),
    ]);
    properties([
        (
            "people",
            whole(*THRESHOLDS.start(), u64::from(WHOLE_FROM) - 1),
        ),
        ("threshold", thresholds()),
        ("mean", mean),
    ])
}

fn many() -> Json {
    properties([
        ("people", whole(WHOLE_FROM.into(), *THRESHOLDS.end())),
        ("threshold", thresholds()),
        ("mean", whole(LOWEST_MEAN.into(), HIGHEST_MEAN.into())),
    ])
}

fn with_steps() -> Json {
    let least = object([("minimum", u64::from(STATEMENTS_FROM).into())]);
    let steps = object([
        ("minItems", 5.into()),
        ("maxItems", 5.into()),
        ("items", whole(3, 9)),
    ]);
    object([
        ("required", list(["steps".into()])),
        (
            "properties",
            object([("set", set(true)), ("people", least), ("steps", steps)]),
        ),
    ])
}

/// No steps: of a direction, or of a pulse of fewer people than `below`.
fn without_steps(pulse: bool, below: u8) -> Json {
    let none = object([("required", list(["steps".into()]))]);
    let mut fields = vec![("set".to_owned(), set(pulse))];
    if pulse {
        let most = object([("exclusiveMaximum", u64::from(below).into())]);
        fields.push(("people".to_owned(), most));
    }
    object([("not", none), ("properties", Json::Object(fields))])
}
