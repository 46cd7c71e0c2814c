//! The JSON Schema of the exported result, made from the types that write it, and the parts of it
//! that the types alone do not say.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::{Ordered, ResultDocument};

/// The schema's text, draft 2020-12, two-space indented, a line feed at the end.
#[must_use]
pub fn schema_text() -> String {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let settings = settings.with_transform(RecursiveTransform(without_rust_formats));
    let schema = settings
        .into_generator()
        .into_root_schema_for::<ResultDocument>();
    super::super::pretty(&schema)
}

/// Takes out `uint64`, `double` and their like: names that validators do not know and strict ones
/// refuse.
fn without_rust_formats(schema: &mut Schema) {
    let number = matches!(
        schema.get("type").and_then(Value::as_str),
        Some("integer" | "number")
    );
    if number {
        schema.remove("format");
    }
}

impl<T: JsonSchema> JsonSchema for Ordered<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("Ordered_{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "propertyNames": id(generator),
            "additionalProperties": generator.subschema_for::<T>(),
        })
    }
}

pub(super) fn id(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"type": "string", "pattern": "^[A-Za-z0-9._-]{1,64}$"})
}

pub(super) fn ids(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({"type": "array", "items": id(generator), "uniqueItems": true})
}

pub(in super::super) fn moment(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "string",
        "format": "date-time",
        "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$",
    })
}

/// Two different bands, the lower first.
pub(super) fn between(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "description": "The bands of the interval's ends, where they differ.",
        "enum": [["strained", "uneven"], ["strained", "steady"], ["uneven", "steady"]],
    })
}

/// What only a score has.
pub(super) fn any_of_a_score() -> Value {
    let field = |name: &str| json!({"required": [name]});
    let fields = ["band", "between", "interval", "sem"].map(field);
    json!({"anyOf": fields})
}

/// Each kind of finding with how many directions it lists.
pub(super) fn findings() -> Value {
    let kind = |kind: &str, directions: Value| json!({"properties": {"kind": {"const": kind}, "directions": directions}});
    json!([
        kind("weakest", json!({"minItems": 1, "maxItems": 1})),
        kind("too_close", json!({"minItems": 2})),
        kind("not_enough", json!({"maxItems": 0})),
    ])
}
