//! The terms of the practice in the JSON Schema, as `practice::terms` writes them;
//! `crates/app/tests/practice/export.rs` holds the two together.

use schemars::{Schema, SchemaGenerator, json_schema};

pub(super) use super::super::shape::schema::moment;

fn one_of(terms: &[&str]) -> Schema {
    json_schema!({"type": "string", "enum": terms})
}

pub(super) fn place(_: &mut SchemaGenerator) -> Schema {
    one_of(&["up", "across", "down", "outside"])
}

pub(super) fn kind(_: &mut SchemaGenerator) -> Schema {
    one_of(&[
        "boss",
        "peer",
        "direct_report",
        "mentor",
        "confidant",
        "client",
        "personal",
    ])
}

pub(super) fn tie(_: &mut SchemaGenerator) -> Schema {
    one_of(&["strong", "uneven", "tense", "neglected"])
}

pub(super) fn last_talk(_: &mut SchemaGenerator) -> Schema {
    one_of(&LAST_TALKS)
}

pub(super) fn last_talk_or_null(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"anyOf": [one_of(&LAST_TALKS), {"type": "null"}]})
}

const LAST_TALKS: [&str; 5] = [
    "this_week",
    "this_month",
    "this_quarter",
    "long_ago",
    "cannot_remember",
];

pub(super) fn outside(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"enum": ["nobody", "one", "several", null]})
}

pub(super) fn act(_: &mut SchemaGenerator) -> Schema {
    one_of(&[
        "name_unspoken",
        "ask_how",
        "appreciate",
        "own_part",
        "help",
        "reconnect",
        "shared_habit",
    ])
}

pub(super) fn outcome(_: &mut SchemaGenerator) -> Schema {
    one_of(&["done", "partly", "not_yet"])
}

pub(super) fn decision(_: &mut SchemaGenerator) -> Schema {
    one_of(&["mend", "repeat", "next"])
}
