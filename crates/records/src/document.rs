//! The exported result, schema `leadership-audit/result` version 1: a contract that others parse.
//! More may be added; nothing is renamed. Its shape stands in `document/shape.rs`.

mod practice;
mod shape;
mod text;

pub use practice::{
    CircleDocument, PlanDocument, PracticeDocument, RelationshipDocument, WeekDocument,
};
#[cfg(feature = "schema")]
pub use shape::schema::schema_text;
use shape::{
    BandName, DirectionScore, FacetScore, Generator, InstrumentReference, Interval,
    NotApplicableMark, NotScored, Ordered, ResponseValue, SemDocument,
};
pub use shape::{FindingDocument, QualityNote, ResultDocument, ScoresDocument};
pub(super) use text::pretty;

use super::sheet::ComputedDocument;
use measure::completed::Completed;
use measure::instrument::{Instrument, SemOrigin};
use measure::response::Response;
use measure::scoring::{self, Estimate, Finding, Note, Scores, SetScore, round_to_tenth};

/// Value of the `schema` field.
pub const SCHEMA: &str = "leadership-audit/result";
/// Value of the `version` field that this crate writes and reads.
pub const VERSION: u64 = 1;

impl From<Response> for ResponseValue {
    fn from(response: Response) -> Self {
        match response {
            Response::Chosen(option) => Self::Option(option.get()),
            Response::NotApplicable => Self::Mark(NotApplicableMark::NotApplicable),
        }
    }
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
                name: "leadership-audit",
                version: env!("CARGO_PKG_VERSION"),
            },
            instrument: InstrumentReference {
                id: instrument.id.to_string(),
                version: completed.version.clone(),
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
            practice: None,
        }
    }

    /// With the parts of the practice that the visitor ticked.
    #[must_use]
    pub fn with_practice(mut self, practice: Option<PracticeDocument>) -> Self {
        self.practice = practice;
        self
    }

    /// The file's text: two-space indented, a line feed at the end.
    #[must_use]
    pub fn to_text(&self) -> String {
        pretty(self)
    }
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
