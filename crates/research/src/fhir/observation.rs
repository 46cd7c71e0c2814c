//! The score of a direction or a facet as an `Observation`.

use json::{Json, object};
use measure::scoring::{Estimate, SetScore};

use super::codes::{self, Part, of_set};
use super::elements::{
    coding, concept, fields, identifier, list, narrative, points, reference, text,
};
use super::response::Context;
use crate::codebook::{CAUTION, Figures, SCALE, Set, origin};

/// How a score comes from the answers.
const METHOD: &str = "100 × (mean of the keyed answers − 1) ÷ (number of options − 1), from more than half of \
     the statements and two at least";

/// The address of the resource within a Bundle, and its identifier.
pub(super) fn urn(context: &Context<'_>, code: &str) -> String {
    context.urn(&format!("score {code}"))
}

/// The code and the resource; `None` where there are too few answers for a score.
pub(super) fn observation(
    context: &Context<'_>,
    set: Set,
    score: &SetScore,
) -> Option<(String, Json)> {
    let (id, label) = set.named(context.instrument)?;
    let figures = Figures::of(score)?;
    let code = of_set(set, id);
    let system = context.addresses.codes();
    let category = coding(
        "http://terminology.hl7.org/CodeSystem/observation-category",
        "survey",
        "Survey",
    );
    let said = format!(
        "{label}: {}, with a 90 % interval from {} to {}.",
        figures.score, figures.low, figures.high
    );
    let resource = fields([
        ("resourceType", Some(text("Observation"))),
        ("meta", context.meta()),
        ("text", Some(narrative(&[&said, SCALE, CAUTION]))),
        ("identifier", Some(list([identifier(&urn(context, &code))]))),
        ("status", Some(text("final"))),
        ("category", Some(list([concept(category, None)]))),
        (
            "code",
            Some(concept(coding(&system, &code, label), Some(label))),
        ),
        ("subject", context.subject()),
        ("effectiveDateTime", context.ended_at()),
        ("valueQuantity", Some(points(figures.score))),
        (
            "note",
            Some(list([object([(
                "text",
                text(&format!("{SCALE} {CAUTION}")),
            )])])),
        ),
        ("method", Some(object([("text", text(METHOD))]))),
        (
            "derivedFrom",
            Some(list([reference(&context.response_urn())])),
        ),
        (
            "component",
            Some(components(&system, score, &score.estimate?, figures)),
        ),
    ]);
    Some((code, resource))
}

fn components(system: &str, score: &SetScore, estimate: &Estimate, figures: Figures) -> Json {
    let (code, display) = codes::origin(estimate.origin);
    let origin = concept(
        coding(system, code, display),
        Some(&origin(estimate.origin)),
    );
    let count = |count: usize| Json::from(count as u64);
    let component = |part: Part, name: &str, value: Json| {
        let (code, display) = part.named();
        object([
            ("code", concept(coding(system, code, display), None)),
            (name, value),
        ])
    };
    list(Part::ALL.map(|part| match part {
        Part::Low => component(part, "valueQuantity", points(figures.low)),
        Part::High => component(part, "valueQuantity", points(figures.high)),
        Part::Sem => component(part, "valueQuantity", points(figures.sem)),
        Part::SemOrigin => component(part, "valueCodeableConcept", origin.clone()),
        Part::Answered => component(part, "valueInteger", count(score.answered)),
        Part::Asked => component(part, "valueInteger", count(score.total)),
    }))
}
