//! The codes of a questionnaire as a `CodeSystem`: its directions, facets, statements and answers, and
//! what is said of a score.

use json::{Json, object};
use measure::instrument::{Instrument, ItemIndex, Origin};
use measure::response::Response;

use super::address::Addresses;
use super::elements::{list, narrative, text};
use crate::codebook::{CAUTION, Set};

/// The answer that nothing applies.
const NOT_APPLICABLE: &str = "answer.not_applicable";

/// What is said of a score beside its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Low,
    High,
    Sem,
    SemOrigin,
    Answered,
    Asked,
}

impl Part {
    pub(super) const ALL: [Self; 6] = [
        Self::Low,
        Self::High,
        Self::Sem,
        Self::SemOrigin,
        Self::Answered,
        Self::Asked,
    ];

    /// Its code and what that stands for.
    pub(super) fn named(self) -> (&'static str, &'static str) {
        match self {
            Self::Low => ("score.low", "Lower end of the 90 % interval"),
            Self::High => ("score.high", "Upper end of the 90 % interval"),
            Self::Sem => ("score.sem", "Standard error of measurement"),
            Self::SemOrigin => ("score.sem_origin", "Where the standard error comes from"),
            Self::Answered => ("score.answered", "Number of statements that were answered"),
            Self::Asked => ("score.asked", "Number of statements that were asked"),
        }
    }
}

/// The code of an assumed standard error, and what it stands for.
const ASSUMED: (&str, &str) = ("sem_origin.assumed", "Assumed");
/// The same of an estimated one.
const ESTIMATED: (&str, &str) = ("sem_origin.estimated", "Estimated");

/// The code of where a standard error comes from, and what it stands for.
pub(super) fn origin(origin: Origin) -> (&'static str, &'static str) {
    match origin {
        Origin::Assumed => ASSUMED,
        Origin::Estimated { .. } => ESTIMATED,
    }
}

/// The code of a direction or facet.
pub(super) fn of_set(set: Set, id: &str) -> String {
    format!("{}.{id}", set.kind())
}

/// The code of a statement.
pub(super) fn of_item(id: &str) -> String {
    format!("item.{id}")
}

/// The code of an answer and its label; `None` where it is not offered.
pub(super) fn of_answer(instrument: &Instrument, response: Response) -> Option<(String, &str)> {
    let Some(option) = response.chosen() else {
        let label = instrument.not_applicable.as_deref()?;
        return Some((NOT_APPLICABLE.to_owned(), label));
    };
    let number = option.get();
    let label = instrument
        .options
        .get(usize::from(number).checked_sub(1)?)?;
    Some((format!("answer.{number}"), label))
}

/// The answers that a questionnaire offers, in their order.
pub(super) fn answers(instrument: &Instrument) -> impl Iterator<Item = Response> + '_ {
    let options = measure::response::OptionNumber::ALL.into_iter();
    let all = options
        .map(Response::Chosen)
        .chain([Response::NotApplicable]);
    all.filter(|response| instrument.offers(*response))
}

/// The resource.
pub(super) fn code_system(instrument: &Instrument, addresses: &Addresses<'_>) -> Json {
    let concepts = concepts(instrument);
    let property = |code: &str, kind: &str, about: &str| {
        object([
            ("code", text(code)),
            ("description", text(about)),
            ("type", text(kind)),
        ])
    };
    let title = format!("Codes of “{}”", instrument.title);
    object([
        ("resourceType", text("CodeSystem")),
        ("language", text(&instrument.language)),
        ("text", narrative(&[&title, CAUTION])),
        ("url", text(&addresses.codes())),
        ("version", text(&instrument.version)),
        ("name", text(&computer_name(instrument, "Codes"))),
        ("title", text(&title)),
        ("status", text(status(instrument))),
        ("experimental", Json::Bool(false)),
        ("description", text(CAUTION)),
        ("caseSensitive", Json::Bool(true)),
        ("content", text("complete")),
        ("count", (concepts.len() as u64).into()),
        (
            "property",
            list([
                property(
                    "direction",
                    "code",
                    "The direction that a statement is about",
                ),
                property("facet", "code", "The facet that a statement belongs to"),
                property(
                    "keying",
                    "string",
                    "Whether a high answer means more (forward) or less (reverse)",
                ),
            ]),
        ),
        ("concept", Json::Array(concepts)),
    ])
}

fn concepts(instrument: &Instrument) -> Vec<Json> {
    let plain =
        |code: &str, display: &str| object([("code", text(code)), ("display", text(display))]);
    let mut concepts = Vec::new();
    for set in Set::all(instrument) {
        if let Some((id, label)) = set.named(instrument) {
            concepts.push(plain(&of_set(set, id), label));
        }
    }
    concepts.extend(ItemIndex::all(&instrument.items).filter_map(|index| item(instrument, index)));
    for response in answers(instrument) {
        if let Some((code, label)) = of_answer(instrument, response) {
            concepts.push(plain(&code, label));
        }
    }
    for (code, display) in Part::ALL
        .map(Part::named)
        .into_iter()
        .chain([ASSUMED, ESTIMATED])
    {
        concepts.push(plain(code, display));
    }
    concepts
}

/// A statement with what it belongs to.
fn item(instrument: &Instrument, index: ItemIndex) -> Option<Json> {
    let item = instrument.item(index)?;
    let code = |name: &str, set: Set| {
        let (id, _) = set.named(instrument)?;
        Some(object([
            ("code", text(name)),
            ("valueCode", text(&of_set(set, id))),
        ]))
    };
    let keying = object([
        ("code", text("keying")),
        ("valueString", text(item.keying.as_str())),
    ]);
    let properties = [
        code("direction", Set::Direction(item.scale)),
        item.facet
            .and_then(|facet| code("facet", Set::Facet(facet))),
        Some(keying),
    ];
    Some(object([
        ("code", text(&of_item(item.id.as_str()))),
        ("display", text(&item.stem)),
        ("property", list(properties.into_iter().flatten())),
    ]))
}

/// A name that programs can use: it begins with a capital letter and has letters and digits alone.
pub(super) fn computer_name(instrument: &Instrument, ending: &str) -> String {
    let mut name = String::from("Audit");
    for word in instrument
        .id
        .as_str()
        .split(|character: char| !character.is_ascii_alphanumeric())
    {
        let mut letters = word.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name + ending
}

/// A wording that nobody has reviewed is a draft.
pub(super) fn status(instrument: &Instrument) -> &'static str {
    match instrument.wording.state {
        measure::instrument::WordingState::Reviewed => "active",
        _ => "draft",
    }
}
