//! The shape of an exported result: what serde writes and what the JSON Schema says of it. Field
//! order here is key order in the file.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::PracticeDocument;
#[cfg(feature = "schema")]
use super::{SCHEMA, VERSION};

/// The result of one finished Leadership Audit. Fields may be added; none is renamed.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schema",
    schemars(title = "Leadership Audit result, version 1")
)]
pub struct ResultDocument {
    /// Always `leadership-audit/result`.
    #[cfg_attr(feature = "schema", schemars(extend("const" = SCHEMA)))]
    pub(super) schema: &'static str,
    /// Version of this format.
    #[cfg_attr(feature = "schema", schemars(extend("const" = VERSION)))]
    pub(super) version: u64,
    /// The program that wrote the file.
    pub(super) generator: Generator,
    /// What was asked.
    pub(super) instrument: InstrumentReference,
    /// When the first item was shown: UTC, RFC 3339, to the second.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::moment"))]
    pub(super) started_at: String,
    /// When the audit was finished: UTC, RFC 3339, to the second.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::moment"))]
    pub(super) ended_at: String,
    /// Time with an item on a visible screen, in seconds.
    pub(super) active_seconds: u64,
    /// Every item of the form in instrument order: 1 to 5, `not_applicable`, or null for left out.
    pub(super) responses: Ordered<Option<ResponseValue>>,
    /// Computed from the responses.
    pub(super) scores: ScoresDocument,
    /// Which direction needs the leader most.
    pub(super) finding: FindingDocument,
    /// How far the answers can be trusted; empty if nothing was noticed.
    pub(super) quality: Vec<QualityNote>,
    /// What the visitor ticked of the practice; nothing of it goes into the scores.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "PracticeDocument"))]
    pub(super) practice: Option<PracticeDocument>,
}

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Generator {
    /// Name of the program.
    pub(super) name: &'static str,
    /// Version of the program.
    pub(super) version: &'static str,
}

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct InstrumentReference {
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::id"))]
    pub(super) id: String,
    /// Semantic version: results of the same major version can be compared.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = r"^\d+\.\d+\.\d+$")))]
    pub(super) version: String,
    /// `fnv1a64:` and 16 hexadecimal digits: identity of items, keying, forms and error.
    #[cfg_attr(
        feature = "schema",
        schemars(regex(pattern = "^fnv1a64:[0-9a-f]{16}$"))
    )]
    pub(super) hash: String,
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["full", "short"])))]
    pub(super) form: &'static str,
    /// BCP 47 tag of the wording that was answered.
    #[cfg_attr(
        feature = "schema",
        schemars(regex(pattern = "^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*$"))
    )]
    pub(super) language: String,
}

/// One answer: the chosen option, not keyed, or `not_applicable`.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub(super) enum ResponseValue {
    Option(#[cfg_attr(feature = "schema", schemars(range(min = 1, max = 5)))] u8),
    Mark(NotApplicableMark),
}

#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(super) enum NotApplicableMark {
    NotApplicable,
}

/// Scores of 0 to 100, not percentiles, computed from the responses.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ScoresDocument {
    /// By scale of the instrument.
    pub(super) directions: Ordered<DirectionScore>,
    /// By facet of the instrument, across the directions that apply.
    pub(super) facets: Ordered<FacetScore>,
}

/// A direction: scored, or not scored with nothing but its counts.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub(super) enum DirectionScore {
    Scored {
        #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
        score: f64,
        answered: usize,
        total: usize,
        band: BandName,
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(schema_with = "schema::between"))]
        between: Option<[BandName; 2]>,
        interval: Interval,
        sem: SemDocument,
    },
    NotScored(NotScored),
}

/// A facet: scored, or not scored with nothing but its counts. `between` stands last here.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub(super) enum FacetScore {
    Scored {
        #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
        score: f64,
        answered: usize,
        total: usize,
        band: BandName,
        interval: Interval,
        sem: SemDocument,
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(schema_with = "schema::between"))]
        between: Option<[BandName; 2]>,
    },
    NotScored(NotScored),
}

/// Too few answers for a score: more than half of the items and at least two are needed.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("not" = schema::any_of_a_score())))]
pub(super) struct NotScored {
    /// Always null.
    pub(super) score: (),
    pub(super) answered: usize,
    pub(super) total: usize,
}

/// Below 50 strained, 50 to below 75 uneven, 75 and above steady. Provisional.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(super) enum BandName {
    Strained,
    Uneven,
    Steady,
}

/// Score ± 1.645 × sem, clipped to 0 to 100.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Interval {
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
    pub(super) low: f64,
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
    pub(super) high: f64,
    /// Always 0.9.
    #[cfg_attr(feature = "schema", schemars(extend("const" = 0.9)))]
    pub(super) level: f64,
}

/// Standard error of measurement of the score beside it, in score points.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct SemDocument {
    #[cfg_attr(feature = "schema", schemars(range(min = 0)))]
    pub(super) value: f64,
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["assumed", "estimated"])))]
    pub(super) origin: &'static str,
}

/// One direction reliably lower than every other, several too close to call, or not enough scores.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("oneOf" = schema::findings())))]
pub struct FindingDocument {
    pub(super) kind: &'static str,
    /// Scales of the instrument, in its order.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::ids"))]
    pub(super) directions: Vec<String>,
}

/// One note on how far the answers can be trusted, with the counts behind it.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QualityNote {
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["straight_lining", "too_fast", "many_missing"])))]
    pub(super) code: &'static str,
    pub(super) seen: u64,
    pub(super) of: u64,
}

/// An object whose keys keep their order.
#[derive(Debug, Clone)]
pub(super) struct Ordered<T>(pub(super) Vec<(String, T)>);

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
#[path = "schema.rs"]
pub(super) mod schema;
