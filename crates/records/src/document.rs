//! The exported result, schema `leadership-audit/result` version 1: a contract that others parse.
//! Fields may be added; none is renamed. `document/shape.rs` describes its format.

mod shape;

use std::fmt;

pub(crate) use shape::{AnsweredDocument, FormatVersion, Generator};
use shape::{
    Between, FindingDocument, FindingKind, InstrumentReference, Interval, Level, NotScored, Origin,
    QualityNote, SchemaName, ScoreDocument, Scored, ScoresDocument, SemDocument,
};
pub use shape::{ComputedDocument, ResultDocument};

use crate::format::{Format, Hash, Language, List, Map, NotNegative, Points, SemanticVersion};
use crate::practice::PracticeDocument;
use measure::completed::Completed;
use measure::instrument::{Id, Instrument, SemOrigin};
use measure::response::ResponseSheet;
use measure::scoring::{Finding, Note, Scores, SetScore, finding, notes, round_to_tenth, score};

/// Value of the `schema` field.
pub const SCHEMA: &str = "leadership-audit/result";
/// Value of the `version` field that this crate writes and reads.
pub const VERSION: u64 = 1;

/// The JSON Schema of an exported result, draft 2020-12, with two spaces of indentation and a line
/// feed at the end.
#[cfg(feature = "schema")]
#[must_use]
pub fn schema_text() -> String {
    crate::format::schema_text::<ResultDocument>(
        "Leadership Audit result, version 1",
        &["The result of one finished Leadership Audit. Fields may be added; none is renamed."],
    )
}

impl ResultDocument {
    /// The document of a finished audit that answers `instrument`.
    #[must_use]
    pub fn of(instrument: &Instrument, completed: &Completed) -> Self {
        let sheet = &completed.sheet;
        let responses = instrument
            .in_instrument_order(sheet.form)
            .filter_map(|index| Some((instrument.item(index)?.id.clone(), sheet.get(index))))
            .collect();
        Self {
            schema: SchemaName,
            version: FormatVersion,
            generator: Generator {
                name: "leadership-audit".to_owned(),
                version: env!("CARGO_PKG_VERSION").to_owned(),
            },
            answered: AnsweredDocument {
                instrument: InstrumentReference {
                    id: instrument.id.clone(),
                    version: SemanticVersion(completed.version.clone()),
                    hash: Hash(instrument.hash()),
                    form: sheet.form,
                    language: Language(completed.language.clone()),
                },
                started_at: completed.started_at,
                ended_at: completed.ended_at,
                active_seconds: completed.active_seconds,
            },
            responses: Map(responses),
            computed: ComputedDocument::of(instrument, sheet, Some(completed.active_seconds)),
            practice: None,
        }
    }

    /// Adds the parts of the practice that the visitor ticked.
    #[must_use]
    pub fn with_practice(mut self, practice: Option<PracticeDocument>) -> Self {
        self.practice = practice;
        self
    }

    /// The file's text: two spaces of indentation, a line feed at the end.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.write().to_pretty_text()
    }
}

/// The document on one line, without a line feed.
impl fmt::Display for ResultDocument {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write().fmt(formatter)
    }
}

impl ComputedDocument {
    /// Computes scores, finding and notes. Without `active_seconds`, speed is not judged.
    #[must_use]
    pub fn of(instrument: &Instrument, sheet: &ResponseSheet, active_seconds: Option<u64>) -> Self {
        let scores = score(instrument, sheet);
        Self {
            finding: finding_document(instrument, &finding(&scores)),
            quality: List(
                notes(instrument, sheet, &scores, active_seconds)
                    .iter()
                    .map(note_document)
                    .collect(),
            ),
            scores: scores_document(instrument, &scores),
        }
    }

    /// The text, as in a result: two spaces of indentation, a line feed at the end.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.write().to_pretty_text()
    }
}

fn scores_document(instrument: &Instrument, scores: &Scores) -> ScoresDocument {
    let scales = instrument.scales.iter().map(|scale| &scale.id);
    let facets = instrument.facets.iter().map(|facet| &facet.id);
    let entry = |(id, set): (&Id, &SetScore)| (id.clone(), score_document(set));
    ScoresDocument {
        directions: Map(scales.zip(&scores.scales).map(entry).collect()),
        facets: Map(facets.zip(&scores.facets).map(entry).collect()),
    }
}

fn score_document(set: &SetScore) -> ScoreDocument {
    let [answered, total] = [set.answered, set.total].map(to_u64);
    let Some(estimate) = set.estimate else {
        return ScoreDocument::NotScored(NotScored {
            score: (),
            answered,
            total,
        });
    };
    ScoreDocument::Scored(Scored {
        score: Points(round_to_tenth(estimate.score)),
        answered,
        total,
        band: estimate.band,
        between: estimate.between.map(|(low, high)| Between(low, high)),
        interval: Interval {
            low: Points(round_to_tenth(estimate.low)),
            high: Points(round_to_tenth(estimate.high)),
            level: Level,
        },
        sem: SemDocument {
            value: NotNegative(round_to_tenth(estimate.sem)),
            origin: match estimate.origin {
                SemOrigin::Assumed => Origin::Assumed,
                SemOrigin::Estimated { .. } => Origin::Estimated,
            },
        },
    })
}

fn finding_document(instrument: &Instrument, finding: &Finding) -> FindingDocument {
    let scales = finding.scales();
    let scales = scales.iter();
    let scales = scales.filter_map(|scale| instrument.scales.get(*scale));
    FindingDocument {
        kind: match finding {
            Finding::Weakest(_) => FindingKind::Weakest,
            Finding::TooClose(_) => FindingKind::TooClose,
            Finding::NotEnough => FindingKind::NotEnough,
        },
        directions: List(scales.map(|scale| scale.id.clone()).collect()),
    }
}

fn note_document(note: &Note) -> QualityNote {
    QualityNote {
        code: note.code,
        seen: note.seen,
        of: note.of,
    }
}

fn to_u64(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
