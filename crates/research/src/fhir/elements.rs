//! The data types that several resources use.

use json::{Json, object};

/// The system of codes of units.
const UCUM: &str = "http://unitsofmeasure.org";
/// The extension with the number that an answer counts as.
const ORDINAL: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

pub(super) fn text(text: &str) -> Json {
    text.into()
}

pub(super) fn list(values: impl IntoIterator<Item = Json>) -> Json {
    Json::Array(values.into_iter().collect())
}

/// An object of the fields that have a value.
pub(super) fn fields<'a>(fields: impl IntoIterator<Item = (&'a str, Option<Json>)>) -> Json {
    let fields = fields.into_iter();
    object(fields.filter_map(|(name, value)| Some((name, value?))))
}

/// A `Narrative` with a paragraph for each line.
pub(super) fn narrative(lines: &[&str]) -> Json {
    let mut div = String::from("<div xmlns=\"http://www.w3.org/1999/xhtml\">");
    for line in lines {
        let escaped = line
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;");
        div.push_str("<p>");
        div.push_str(&escaped);
        div.push_str("</p>");
    }
    div.push_str("</div>");
    object([("status", text("generated")), ("div", text(&div))])
}

/// A `Coding`.
pub(super) fn coding(system: &str, code: &str, display: &str) -> Json {
    object([
        ("system", text(system)),
        ("code", text(code)),
        ("display", text(display)),
    ])
}

/// A `Coding` of an answer that counts as a number, or as none.
pub(super) fn ordinal(system: &str, code: &str, display: &str, counts_as: Option<u8>) -> Json {
    let extension = counts_as.map(|number| {
        list([object([
            ("url", text(ORDINAL)),
            ("valueDecimal", u64::from(number).into()),
        ])])
    });
    fields([
        ("extension", extension),
        ("system", Some(text(system))),
        ("code", Some(text(code))),
        ("display", Some(text(display))),
    ])
}

/// A `CodeableConcept` of one code.
pub(super) fn concept(coding: Json, words: Option<&str>) -> Json {
    fields([("coding", Some(list([coding]))), ("text", words.map(text))])
}

/// A `Quantity` on the range of scores.
pub(super) fn points(value: f64) -> Json {
    object([
        ("value", Json::Number(value)),
        ("unit", text("points from 0 to 100")),
        ("system", text(UCUM)),
        ("code", text("{score}")),
    ])
}

/// An `Identifier` that is an address.
pub(super) fn identifier(urn: &str) -> Json {
    object([("system", text("urn:ietf:rfc:3986")), ("value", text(urn))])
}

/// A `Reference`.
pub(super) fn reference(to: &str) -> Json {
    object([("reference", text(to))])
}
