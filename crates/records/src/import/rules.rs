//! The rules of `schema/result.v1.json` as data. What [`read`](crate::read) judges already
//! is only named here.

use json::Json;
use measure::instrument::{Id, is_language, is_version};

/// What may stand at a place.
pub(super) enum Rule {
    /// Judged elsewhere.
    Any,
    /// Nothing: what only a score has.
    Absent,
    /// A text that passes the test, else is not what the words say.
    Text(fn(&str) -> bool, &'static str),
    /// One of these texts.
    OneOf(&'static [&'static str]),
    /// A whole number of 0 or more.
    Whole,
    /// A number from the first to the second; in words.
    Number(f64, f64, &'static str),
    /// An object with these fields, and others that are ignored.
    Object(&'static [Field]),
    /// The first of two where the field `score` is null, else the second.
    ByScore(&'static Rule, &'static Rule),
    /// An object of ids.
    Map(&'static Rule),
    /// A list.
    List(&'static Rule),
    /// A rule, and something that holds for the whole.
    Also(&'static Rule, fn(&Json) -> bool, &'static str),
}

/// A field that this version knows.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) required: bool,
    pub(super) rule: &'static Rule,
}

// Not reached: the compiler works it out.
const fn field(name: &'static str, rule: &'static Rule) -> Field {
    let required = true;
    Field {
        name,
        required,
        rule,
    }
}

// Not reached: the compiler works it out.
const fn optional(name: &'static str, rule: &'static Rule) -> Field {
    let required = false;
    Field {
        name,
        required,
        rule,
    }
}

const TEXT: Rule = Rule::Text(|_| true, "a text");
const ID: Rule = Rule::Text(|text| Id::new(text).is_some(), "an id");
const POINTS: Rule = Rule::Number(0.0, 100.0, "a number from 0 to 100");
const BANDS: &[&str] = &["strained", "uneven", "steady"];
const BAND: Rule = Rule::OneOf(BANDS);

/// The whole file.
pub(super) const ROOT: Rule = Rule::Object(&[
    optional("schema", &Rule::Any),
    optional("version", &Rule::Any),
    field(
        "generator",
        &Rule::Object(&[field("name", &TEXT), field("version", &TEXT)]),
    ),
    field(
        "instrument",
        &Rule::Object(&[
            field("id", &ID),
            field(
                "version",
                &Rule::Text(is_version, "a version like \"1.0.0\""),
            ),
            field(
                "hash",
                &Rule::Text(is_hash, "\"fnv1a64:\" and 16 hexadecimal digits"),
            ),
            optional("form", &Rule::Any),
            field(
                "language",
                &Rule::Text(is_language, "a language tag like \"en\""),
            ),
        ]),
    ),
    optional("started_at", &Rule::Any),
    optional("ended_at", &Rule::Any),
    optional("active_seconds", &Rule::Any),
    optional("responses", &Rule::Any),
    field(
        "scores",
        &Rule::Object(&[
            field("directions", &Rule::Map(&SCORE)),
            field("facets", &Rule::Map(&SCORE)),
        ]),
    ),
    field("finding", &FINDING),
    field("quality", &Rule::List(&NOTE)),
    // Handed through to those who know it.
    optional("practice", &Rule::Any),
]);

const SCORE: Rule = Rule::ByScore(
    &Rule::Object(&[
        field("score", &Rule::Any),
        field("answered", &Rule::Whole),
        field("total", &Rule::Whole),
        optional("band", &Rule::Absent),
        optional("between", &Rule::Absent),
        optional("interval", &Rule::Absent),
        optional("sem", &Rule::Absent),
    ]),
    &Rule::Object(&[
        field("score", &POINTS),
        field("answered", &Rule::Whole),
        field("total", &Rule::Whole),
        field("band", &BAND),
        optional(
            "between",
            &Rule::Also(
                &Rule::List(&BAND),
                two_bands,
                "two different bands, the lower first",
            ),
        ),
        field(
            "interval",
            &Rule::Object(&[
                field("low", &POINTS),
                field("high", &POINTS),
                field("level", &Rule::Number(0.9, 0.9, "0.9")),
            ]),
        ),
        field(
            "sem",
            &Rule::Object(&[
                field(
                    "value",
                    &Rule::Number(0.0, f64::MAX, "a number of 0 or more"),
                ),
                field("origin", &Rule::OneOf(&["assumed", "estimated"])),
            ]),
        ),
    ]),
);

const FINDING: Rule = Rule::Also(
    &Rule::Object(&[
        field(
            "kind",
            &Rule::OneOf(&["weakest", "too_close", "not_enough"]),
        ),
        field("directions", &Rule::List(&ID)),
    ]),
    names_as_many_as_its_kind,
    "a finding: one direction for \"weakest\", two or more for \"too_close\", none for \"not_enough\", each once",
);

const NOTE: Rule = Rule::Object(&[
    field(
        "code",
        &Rule::OneOf(&["straight_lining", "too_fast", "many_missing"]),
    ),
    field("seen", &Rule::Whole),
    field("of", &Rule::Whole),
]);

fn is_hash(text: &str) -> bool {
    text.strip_prefix("fnv1a64:").is_some_and(|digits| {
        let hexadecimal = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        digits.len() == 16 && digits.bytes().all(hexadecimal)
    })
}

fn two_bands(value: &Json) -> bool {
    let Json::Array(bands) = value else {
        return true;
    };
    let place = |band: &Json| {
        BANDS
            .iter()
            .position(|known| Some(*known) == band.as_text())
    };
    match bands.as_slice() {
        // What is no band is told by itself.
        [low, high] => place(low)
            .zip(place(high))
            .is_none_or(|(low, high)| low < high),
        _ => false,
    }
}

fn names_as_many_as_its_kind(value: &Json) -> bool {
    let (Some(Json::String(kind)), Some(Json::Array(directions))) =
        (value.get("kind"), value.get("directions"))
    else {
        return true;
    };
    let mut ids: Vec<&str> = directions.iter().filter_map(Json::as_text).collect();
    ids.sort_unstable();
    if ids.windows(2).any(|pair| pair.first() == pair.last()) {
        return false;
    }
    match kind.as_str() {
        "weakest" => directions.len() == 1,
        "too_close" => directions.len() >= 2,
        "not_enough" => directions.is_empty(),
        _ => true,
    }
}
