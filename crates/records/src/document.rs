//! The exported result, schema `leadership-audit/result` version 1: a contract that others parse; and
//! the record of it that is stored, without what is computed.
//! Fields may be added; none is renamed. `document/shape.rs` describes its format.

mod shape;

use std::fmt;

pub(crate) use shape::{AnsweredDocument, FormatVersion, Generator};
use shape::{
    Between, FindingDocument, InstrumentReference, Interval, Level, NotScored, OriginName,
    QualityNote, SchemaName, ScoreDocument, Scored, ScoresDocument, SemDocument, WordingDocument,
};
pub use shape::{ComputedDocument, ResultDocument, ResultRecord, ScoredDocument};

use crate::format::{
    Format, Hash, Language, List, Map, NotNegative, Percents, Points, SemanticVersion,
};
use crate::practice::PracticeDocument;
use crate::rounds::Written;
use measure::completed::Completed;
use measure::instrument::{Id, Instrument, Origin};
use measure::response::ResponseSheet;
use measure::scoring::{
    Finding, FindingKind, Note, Scores, SetScore, finding, notes, round_to_tenth, score,
};

/// Value of the `schema` field.
pub const SCHEMA: &str = "leadership-audit/result";
/// Name of the program that writes results of made-up people.
pub const MADE_UP: &str = "leadership-audit-simulation";
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

impl ResultRecord {
    /// The record of a finished audit that answers `instrument`.
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
                    wording: WordingDocument {
                        version: SemanticVersion(completed.wording.version.clone()),
                        state: completed.wording.state,
                    },
                },
                started_at: completed.started_at,
                ended_at: completed.ended_at,
                active_seconds: completed.active_seconds,
            },
            responses: Map(responses),
        }
    }

    /// The stored text, laid out as a file: two spaces of indentation, a line feed at the end.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.write().to_pretty_text()
    }
}

impl ScoredDocument {
    /// The document of a finished audit that answers `instrument`.
    #[must_use]
    pub fn of(instrument: &Instrument, completed: &Completed) -> Self {
        let seconds = Some(completed.active_seconds);
        Self {
            record: ResultRecord::of(instrument, completed),
            computed: Some(ComputedDocument::of(instrument, &completed.sheet, seconds)),
        }
    }

    /// The file's text: two spaces of indentation, a line feed at the end.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.write().to_pretty_text()
    }
}

impl ResultDocument {
    /// The document of a finished audit that answers `instrument`.
    #[must_use]
    pub fn of(instrument: &Instrument, completed: &Completed) -> Self {
        Self {
            scored: ScoredDocument::of(instrument, completed),
            practice: None,
            rounds: None,
        }
    }

    /// Adds the parts of the practice that the visitor ticked.
    #[must_use]
    pub fn with_practice(mut self, practice: Option<PracticeDocument>) -> Self {
        self.practice = practice;
        self
    }

    /// Adds the outcomes of rounds, if the visitor ticked them.
    #[must_use]
    pub fn with_rounds(mut self, rounds: Option<Written>) -> Self {
        self.rounds = rounds;
        self
    }

    /// Says that nobody answered: the result is of a made-up person.
    #[must_use]
    pub fn made_up(mut self) -> Self {
        MADE_UP.clone_into(&mut self.scored.record.generator.name);
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
            finding: finding_document(instrument, &finding(instrument, &scores)),
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
                Origin::Assumed => OriginName::Assumed,
                Origin::Estimated { .. } => OriginName::Estimated,
            },
        },
    })
}

fn finding_document(instrument: &Instrument, finding: &Finding) -> FindingDocument {
    let id = |scale| Some(instrument.scale(scale)?.id.clone());
    let directions = finding.scales.iter().filter_map(|scale| id(*scale));
    let likelihood = || {
        let percents = finding.percents().into_iter();
        Map(percents
            .filter_map(|(scale, percents)| Some((id(scale)?, Percents(percents))))
            .collect())
    };
    FindingDocument {
        kind: finding.kind,
        directions: List(directions.collect()),
        likelihood: (finding.kind != FindingKind::NotEnough).then(likelihood),
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
