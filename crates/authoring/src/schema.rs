//! The published schema of questionnaire files and the table of their fields, made from what the file may hold.

use std::fmt::Write as _;

use json::{Json, object};

use crate::shape::{Field, ROOT, Shape};

const ID: &str = "^[A-Za-z0-9._-]{1,64}$";
const VERSION: &str = r"^\d{1,9}\.\d{1,9}\.\d{1,9}$";
const LANGUAGE: &str = "^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*$";

/// The JSON Schema (draft 2020-12) of a questionnaire file. What it cannot say, that ids refer to something and that
/// translations are whole, only the judge says.
#[must_use]
pub fn schema_text() -> String {
    let mut fields = vec![
        (
            "$schema",
            Json::from("https://json-schema.org/draft/2020-12/schema"),
        ),
        ("title", Json::from("Leadership Audit questionnaire")),
    ];
    fields.extend(parts(&ROOT));
    object(fields).to_pretty_text()
}

/// The fields of a questionnaire file and what they mean, as rows of a table in Markdown.
#[must_use]
pub fn fields_table() -> String {
    let mut table = "| field | what it is | at most |\n|---|---|---|\n".to_owned();
    if let Shape::Object(fields) = ROOT {
        rows(fields, "", &mut table);
    }
    table
}

fn rows(fields: &[Field], around: &str, table: &mut String) {
    for field in fields {
        let Field {
            name,
            shape,
            is_needed,
            about,
        } = field;
        let optional = if *is_needed { "" } else { ", may be left out" };
        if !about.is_empty() {
            // Writing to a String cannot fail.
            let _ = writeln!(
                table,
                "| `{around}{name}`{optional} | {about} | {} |",
                most(shape)
            );
        }
        if let Shape::List(Shape::Object(inner), ..) = shape {
            rows(inner, &format!("{around}{name}[]."), table);
        }
    }
}

/// How much of it there may be, in words for a table.
fn most(shape: &Shape) -> String {
    match shape {
        Shape::Words(most) => format!("{most} characters"),
        Shape::List(_, least, most) if least == most => format!("{most}, and no fewer"),
        Shape::List(_, _, most) => most.to_string(),
        _ => String::new(),
    }
}

fn whole(number: usize) -> Json {
    Json::from(number as u64)
}

fn pattern(pattern: &str) -> Vec<(&'static str, Json)> {
    vec![
        ("type", Json::from("string")),
        ("pattern", Json::from(pattern)),
    ]
}

/// The keywords of a shape.
fn parts(shape: &Shape) -> Vec<(&'static str, Json)> {
    let of_type = |name: &str| ("type", Json::from(name));
    match shape {
        Shape::Words(most) => vec![
            of_type("string"),
            ("minLength", whole(1)),
            ("maxLength", whole(*most)),
        ],
        Shape::Id => pattern(ID),
        Shape::Version => pattern(VERSION),
        Shape::Language => pattern(LANGUAGE),
        Shape::One(terms) => {
            let terms = terms.iter().map(|term| Json::from(*term));
            vec![("enum", Json::Array(terms.collect()))]
        }
        Shape::Whole(least) => vec![of_type("integer"), ("minimum", Json::from(*least))],
        Shape::Points(least, most) => vec![
            of_type("number"),
            ("minimum", Json::Number(*least)),
            ("maximum", Json::Number(*most)),
        ],
        Shape::CutOff => vec![
            of_type("number"),
            ("exclusiveMinimum", whole(0)),
            ("exclusiveMaximum", whole(100)),
        ],
        Shape::List(of, least, most) => vec![
            of_type("array"),
            ("items", object(parts(of))),
            ("minItems", whole(*least)),
            ("maxItems", whole(*most)),
        ],
        Shape::Object(fields) => fields_of(fields),
        Shape::ById(_, of) => vec![
            of_type("object"),
            ("propertyNames", object(pattern(ID))),
            ("additionalProperties", object(parts(of))),
        ],
    }
}

fn fields_of(fields: &[Field]) -> Vec<(&'static str, Json)> {
    let property = |field: &Field| {
        let mut keywords = parts(&field.shape);
        if !field.about.is_empty() {
            keywords.insert(0, ("description", Json::from(field.about)));
        }
        (field.name, object(keywords))
    };
    let needed = fields.iter().filter(|field| field.is_needed);
    let needed: Vec<Json> = needed.map(|field| Json::from(field.name)).collect();
    let mut keywords = vec![
        ("type", Json::from("object")),
        ("properties", object(fields.iter().map(property))),
    ];
    if !needed.is_empty() {
        keywords.push(("required", Json::Array(needed)));
    }
    if fields.iter().any(|field| field.name == "coefficient") {
        keywords.extend(estimated());
    }
    keywords
}

/// What is estimated says from how many people, and by which coefficient.
fn estimated() -> [(&'static str, Json); 2] {
    let origin = object([("const", Json::from("estimated"))]);
    let condition = object([("properties", object([("origin", origin)]))]);
    let needed = Json::Array(vec![Json::from("n"), Json::from("coefficient")]);
    [("if", condition), ("then", object([("required", needed)]))]
}
