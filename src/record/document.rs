//! The exported result, schema `leadership-audit/result` version 1: a contract that others parse.
//! More may be added; nothing is renamed. Field order here is key order in the file.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::Completed;
use super::sheet::ComputedDocument;
use crate::instrument::{Instrument, SemOrigin};
use crate::response::Response;
use crate::scoring::{self, Estimate, Finding, Note, Scores, SetScore, round_to_tenth};

/// Value of the `schema` field.
pub const SCHEMA: &str = "leadership-audit/result";
/// Value of the `version` field that this crate writes and reads.
pub const VERSION: u64 = 1;

/// The whole file.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ResultDocument {
    /// Always `leadership-audit/result`.
    #[cfg_attr(feature = "schema", schemars(extend("const" = SCHEMA)))]
    schema: &'static str,
    /// Version of this format.
    #[cfg_attr(feature = "schema", schemars(extend("const" = VERSION)))]
    version: u64,
    /// The program that wrote the file.
    generator: Generator,
    /// What was asked.
    instrument: InstrumentReference,
    /// UTC, RFC 3339, to the second.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date-time")))]
    started_at: String,
    /// UTC, RFC 3339, to the second.
    #[cfg_attr(feature = "schema", schemars(extend("format" = "date-time")))]
    ended_at: String,
    /// Time with an item on a visible screen, in seconds.
    active_seconds: u64,
    /// Every item of the form in instrument order: 1 to 5, `not_applicable`, or null for left out.
    responses: Ordered<Option<ResponseValue>>,
    /// Computed from the responses.
    scores: ScoresDocument,
    /// Which direction needs the leader most.
    finding: FindingDocument,
    /// How far the answers can be trusted; empty if nothing was noticed.
    quality: Vec<QualityNote>,
}

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Generator {
    name: &'static str,
    version: &'static str,
}

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct InstrumentReference {
    id: String,
    version: String,
    /// `fnv1a64:` and 16 hexadecimal digits: identity of items, keying, forms and error.
    #[cfg_attr(
        feature = "schema",
        schemars(regex(pattern = "^fnv1a64:[0-9a-f]{16}$"))
    )]
    hash: String,
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["full", "short"])))]
    form: &'static str,
    language: String,
}

/// One answer as a file writes it.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
enum ResponseValue {
    Option(#[cfg_attr(feature = "schema", schemars(range(min = 1, max = 5)))] u8),
    Mark(NotApplicableMark),
}

#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
enum NotApplicableMark {
    NotApplicable,
}

impl From<Response> for ResponseValue {
    fn from(response: Response) -> Self {
        match response {
            Response::Chosen(option) => Self::Option(option.get()),
            Response::NotApplicable => Self::Mark(NotApplicableMark::NotApplicable),
        }
    }
}

/// The `scores` object.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ScoresDocument {
    directions: Ordered<DirectionScore>,
    facets: Ordered<FacetScore>,
}

/// A direction: scored, or not scored with nothing but its counts.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
enum DirectionScore {
    Scored {
        #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
        score: f64,
        answered: usize,
        total: usize,
        band: BandName,
        #[serde(skip_serializing_if = "Option::is_none")]
        between: Option<[BandName; 2]>,
        interval: Interval,
        sem: SemDocument,
    },
    NotScored(NotScored),
}

/// A facet. The published order puts `between` last here.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
enum FacetScore {
    Scored {
        #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
        score: f64,
        answered: usize,
        total: usize,
        band: BandName,
        interval: Interval,
        sem: SemDocument,
        #[serde(skip_serializing_if = "Option::is_none")]
        between: Option<[BandName; 2]>,
    },
    NotScored(NotScored),
}

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct NotScored {
    /// Always null.
    score: (),
    answered: usize,
    total: usize,
}

#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
enum BandName {
    Strained,
    Uneven,
    Steady,
}

impl From<scoring::Band> for BandName {
    fn from(band: scoring::Band) -> Self {
        match band {
            scoring::Band::Strained => Self::Strained,
            scoring::Band::Uneven => Self::Uneven,
            scoring::Band::Steady => Self::Steady,
        }
    }
}

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Interval {
    low: f64,
    high: f64,
    /// Always 0.9.
    level: f64,
}

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct SemDocument {
    value: f64,
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["assumed", "estimated"])))]
    origin: &'static str,
}

/// The `finding` object.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FindingDocument {
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["weakest", "too_close", "not_enough"])))]
    kind: &'static str,
    directions: Vec<String>,
}

/// One entry of `quality`.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QualityNote {
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["straight_lining", "too_fast", "many_missing"])))]
    code: &'static str,
    seen: u64,
    of: u64,
}

impl ResultDocument {
    /// The document of a finished audit.
    #[must_use]
    pub fn of(instrument: &Instrument, completed: &Completed) -> Self {
        let sheet = &completed.sheet;
        let computed = ComputedDocument::of(instrument, sheet, Some(completed.active_seconds));
        let responses = instrument
            .in_instrument_order(sheet.form)
            .filter_map(|index| Some((instrument.item(index)?, sheet.get(index))))
            .map(|(item, response)| (item.id.to_string(), response.map(ResponseValue::from)))
            .collect();
        Self {
            schema: SCHEMA,
            version: VERSION,
            generator: Generator {
                name: env!("CARGO_PKG_NAME"),
                version: env!("CARGO_PKG_VERSION"),
            },
            instrument: InstrumentReference {
                id: instrument.id.to_string(),
                version: instrument.version.clone(),
                hash: instrument.hash(),
                form: sheet.form.as_str(),
                language: completed.language.clone(),
            },
            started_at: completed.started_at.to_rfc3339(),
            ended_at: completed.ended_at.to_rfc3339(),
            active_seconds: completed.active_seconds,
            responses: Ordered(responses),
            scores: computed.scores,
            finding: computed.finding,
            quality: computed.quality,
        }
    }

    /// The file's text: two-space indented, a line feed at the end.
    #[must_use]
    pub fn to_text(&self) -> String {
        pretty(self)
    }
}

/// How every document of this crate is written.
pub(super) fn pretty(document: &impl Serialize) -> String {
    // Serialising to memory fails only for maps with keys that are not text; there is none.
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    text.push('\n');
    text
}

/// The `scores` object.
#[must_use]
pub fn scores_document(instrument: &Instrument, scores: &Scores) -> ScoresDocument {
    ScoresDocument {
        directions: Ordered(
            instrument
                .scales
                .iter()
                .zip(&scores.scales)
                .map(|(scale, set)| (scale.id.to_string(), direction(set)))
                .collect(),
        ),
        facets: Ordered(
            instrument
                .facets
                .iter()
                .zip(&scores.facets)
                .map(|(facet, set)| (facet.id.to_string(), facet_score(set)))
                .collect(),
        ),
    }
}

/// The `finding` object.
#[must_use]
pub fn finding_document(instrument: &Instrument, finding: &Finding) -> FindingDocument {
    let scales = finding.scales();
    FindingDocument {
        kind: finding.kind(),
        directions: scales
            .iter()
            .filter_map(|scale| instrument.scales.get(*scale))
            .map(|scale| scale.id.to_string())
            .collect(),
    }
}

/// The `quality` list.
#[must_use]
pub fn quality_document(notes: &[Note]) -> Vec<QualityNote> {
    notes
        .iter()
        .map(|note| QualityNote {
            code: note.code.as_str(),
            seen: note.seen,
            of: note.of,
        })
        .collect()
}

fn direction(set: &SetScore) -> DirectionScore {
    match set.estimate {
        None => DirectionScore::NotScored(not_scored(set)),
        Some(estimate) => DirectionScore::Scored {
            score: round_to_tenth(estimate.score),
            answered: set.answered,
            total: set.total,
            band: estimate.band.into(),
            between: between(&estimate),
            interval: interval(&estimate),
            sem: sem(&estimate),
        },
    }
}

fn facet_score(set: &SetScore) -> FacetScore {
    match set.estimate {
        None => FacetScore::NotScored(not_scored(set)),
        Some(estimate) => FacetScore::Scored {
            score: round_to_tenth(estimate.score),
            answered: set.answered,
            total: set.total,
            band: estimate.band.into(),
            interval: interval(&estimate),
            sem: sem(&estimate),
            between: between(&estimate),
        },
    }
}

fn not_scored(set: &SetScore) -> NotScored {
    NotScored {
        score: (),
        answered: set.answered,
        total: set.total,
    }
}

fn between(estimate: &Estimate) -> Option<[BandName; 2]> {
    estimate
        .between
        .map(|(low, high)| [low.into(), high.into()])
}

fn interval(estimate: &Estimate) -> Interval {
    Interval {
        low: round_to_tenth(estimate.low),
        high: round_to_tenth(estimate.high),
        level: 0.9,
    }
}

fn sem(estimate: &Estimate) -> SemDocument {
    SemDocument {
        value: round_to_tenth(estimate.sem),
        origin: match estimate.origin {
            SemOrigin::Assumed => "assumed",
            SemOrigin::Estimated { .. } => "estimated",
        },
    }
}

/// An object whose keys keep their order.
#[derive(Debug, Clone)]
struct Ordered<T>(Vec<(String, T)>);

impl<T: Serialize> Serialize for Ordered<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Ordered<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Ordered_{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        std::collections::BTreeMap::<String, T>::json_schema(generator)
    }
}
