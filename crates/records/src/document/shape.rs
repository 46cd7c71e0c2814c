//! The format of an exported result. Field order here is key order in the file.

use super::{SCHEMA, VERSION};
#[cfg(feature = "schema")]
use crate::format::{Definitions, Entries, object};
use crate::format::{
    Format, Hash, Language, List, Map, NotNegative, Object, Percents, Points, Reader, Rules,
    SemanticVersion, record, terms, unexpected, value,
};
use crate::practice::PracticeDocument;
use crate::rounds::Written;
use json::{Cursor, Expected, FaultKind, Json};
use measure::instrument::{FormName, Id, WordingState};
use measure::response::Response;
use measure::scoring::{Band, FindingKind, NoteCode};
use measure::time::UnixMs;

record! {
    /// The result of one finished Leadership Audit. Fields may be added; none is renamed.
    pub struct ResultDocument {
        /// Everything but the practice and the rounds.
        pub(crate) scored: ScoredDocument as Flat,
        /// What the visitor ticked of the practice; nothing of it goes into the scores.
        pub(crate) practice: Option<PracticeDocument> as Optional,
        /// If the visitor ticked them, outcomes of rounds in which others answered; nothing of them goes into the scores.
        pub(crate) rounds: Option<Written> as Optional,
    }
}

record! {
    /// A result without the practice and the rounds, which needs no code for them.
    pub struct ScoredDocument {
        /// Everything that is not computed.
        pub(crate) record: ResultRecord as Flat,
        /// Computed from the responses; missing in a file that was saved before the code that
        /// computes had arrived.
        pub(crate) computed: Option<ComputedDocument> as OptionalFlat,
    }
}

record! {
    /// The part of a result that the rest is computed from, which is what is stored of it.
    pub struct ResultRecord {
        /// Always `leadership-audit/result`.
        pub(crate) schema: SchemaName,
        /// Version of this format.
        pub(crate) version: FormatVersion,
        /// The program that wrote the file.
        pub(crate) generator: Generator,
        /// What was asked, and when it was answered.
        pub(crate) answered: AnsweredDocument as Flat,
        /// Every item of the form in instrument order: the number of an option, `not_applicable`, or null for left out.
        pub(crate) responses: Map<Option<Response>>,
    }
}

record! {
    /// What was asked, and when it was answered.
    pub(crate) struct AnsweredDocument {
        /// What was asked.
        pub(crate) instrument: InstrumentReference,
        /// When the first item was shown: UTC, RFC 3339, to the second.
        pub(crate) started_at: UnixMs,
        /// When the audit was finished: UTC, RFC 3339, to the second.
        pub(crate) ended_at: UnixMs,
        /// Time with an item on a visible screen, in seconds.
        pub(crate) active_seconds: u64 as ActiveSeconds,
    }
}

record! {
    /// The parts of a result that are computed from the responses.
    pub struct ComputedDocument {
        /// Scores of 0 to 100, not percentiles.
        pub(crate) scores: ScoresDocument,
        /// Which direction is probably the lowest.
        pub(crate) finding: FindingDocument,
        /// How far the answers can be trusted; empty if nothing was noticed.
        pub(crate) quality: List<QualityNote>,
    }
}

/// The `schema` field: always [`SCHEMA`].
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SchemaName;

value!(SchemaName, {"type": "string", "const": SCHEMA},
    // Not reached: the schema of a file is judged before it is read.
    read: |at, reader| {
        let text = at.text(&mut reader.faults)?;
        if text != SCHEMA {
            at.fault(FaultKind::NotTheText(SCHEMA), &mut reader.faults);
        }
        (text == SCHEMA).then_some(Self)
    },
    write: |_| SCHEMA.into());

/// The `version` field: always [`VERSION`]. A newer version is recognised before this is read.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FormatVersion;

value!(FormatVersion, {"type": "integer", "const": VERSION},
    read: |at, reader| {
        let version = at.whole(&mut reader.faults)?;
        if version != VERSION {
            at.fault(FaultKind::UnreleasedVersion, &mut reader.faults);
        }
        (version == VERSION).then_some(Self)
    },
    write: |_| VERSION.into());

record! {
    /// A program that writes results.
    pub(crate) struct Generator {
        /// Name of the program.
        pub(crate) name: String,
        /// Version of the program.
        pub(crate) version: String,
    }
}

record! {
    /// The questionnaire that was answered.
    pub(crate) struct InstrumentReference {
        /// Id of the questionnaire.
        pub(crate) id: Id,
        /// Semantic version: results of the same major version can be compared.
        pub(crate) version: SemanticVersion,
        /// `fnv1a64:` and 16 hexadecimal digits: identity of items, keying, forms, errors and bands.
        pub(crate) hash: Hash,
        /// Which form was answered.
        pub(crate) form: FormName,
        /// BCP 47 tag of the wording that was answered.
        pub(crate) language: Language,
        /// Which wording in that language.
        pub(crate) wording: WordingDocument,
    }
}

record! {
    /// The wording of a questionnaire in one language.
    pub(crate) struct WordingDocument {
        /// Semantic version.
        pub(crate) version: SemanticVersion,
        /// How far it has come: `draft`, `read_back` by somebody independent, or `reviewed` by a native speaker.
        pub(crate) state: WordingState,
    }
}

record! {
    /// Scores of 0 to 100, not percentiles, computed from the responses.
    pub(crate) struct ScoresDocument {
        /// By scale of the instrument.
        pub(crate) directions: Map<ScoreDocument>,
        /// By facet of the instrument, across the directions that apply.
        pub(crate) facets: Map<ScoreDocument>,
    }
}

/// The score of a direction or a facet, or why there is none.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum ScoreDocument {
    Scored(Scored),
    NotScored(NotScored),
}

impl Format for ScoreDocument {
    fn read(at: &Cursor<'_>, reader: &mut Reader) -> Option<Self> {
        match at.field("score").value() {
            Some(Json::Null) => NotScored::read(at, reader).map(Self::NotScored),
            _ => Scored::read(at, reader).map(Self::Scored),
        }
    }
    fn write(&self) -> Json {
        match self {
            Self::Scored(scored) => scored.write(),
            Self::NotScored(not_scored) => not_scored.write(),
        }
    }
    #[cfg(feature = "schema")]
    fn schema(definitions: &mut Definitions) -> Json {
        let either = [Scored::schema(definitions), NotScored::schema(definitions)];
        object([("anyOf", Json::Array(either.into()))])
    }
}

record! {
    /// A score with its band and its error.
    pub(crate) struct Scored {
        /// Score points, to a tenth.
        pub(crate) score: Points,
        /// Number of items with a response option.
        pub(crate) answered: u64,
        /// Number of items that apply.
        pub(crate) total: u64,
        /// The band of the score by the cut-offs of the questionnaire, which are provisional; missing for a facet with fewer than five answers.
        pub(crate) band: Option<Band> as Optional,
        /// The bands of the interval's ends, where they differ and the score has a band.
        pub(crate) between: Option<Between> as Optional,
        /// Score ± 1.645 × sem, clipped to 0 to 100.
        pub(crate) interval: Interval,
        /// Standard error of measurement of the score.
        pub(crate) sem: SemDocument,
    }
}

record! {
    /// Too few answers for a score: more than half of the items and at least two are needed.
    #[rules(NothingOfAScore)]
    pub(crate) struct NotScored {
        /// Always null.
        pub(crate) score: (),
        /// Number of items with a response option.
        pub(crate) answered: u64,
        /// Number of items that apply.
        pub(crate) total: u64,
    }
}

/// A set without a score has no field that only a score has.
struct NothingOfAScore;

impl Rules<NotScored> for NothingOfAScore {
    fn check(_: &NotScored, at: &Cursor<'_>, reader: &mut Reader) {
        for (name, entry) in at.entries(&mut reader.faults) {
            if Scored::knows(name) && !NotScored::knows(name) {
                entry.fault(FaultKind::WithoutScore, &mut reader.faults);
            }
        }
    }
    #[cfg(feature = "schema")]
    fn describe(schema: &mut Entries) {
        let fields = ["band", "between", "interval", "sem"];
        let any = fields.map(|name| object([("required", Json::Array(vec![name.into()]))]));
        let any = object([("anyOf", Json::Array(any.into()))]);
        schema.push(("not".to_owned(), any));
    }
}

/// Two different bands, the lower first.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Between(pub(crate) Band, pub(crate) Band);

value!(Between, {"enum": Json::Array(every_between().iter().map(Format::write).collect())},
    read: |at, reader| {
        let bands: List<Band> = List::read(at, reader)?;
        let between = match bands.0.as_slice() {
            [low, high] => Some(Self(*low, *high)),
            _ => None,
        };
        let between = between.filter(|between| every_between().contains(between));
        if between.is_none() {
            at.fault(FaultKind::BandOrder, &mut reader.faults);
        }
        between
    },
    write: |between| Json::Array(vec![between.0.write(), between.1.write()]));

fn every_between() -> [Between; 3] {
    let [low, middle, high] = Band::ALL;
    [(low, middle), (low, high), (middle, high)].map(|(low, high)| Between(low, high))
}

record! {
    /// The 90 % range: score ± 1.645 × sem, clipped to 0 to 100. Random error only.
    pub(crate) struct Interval {
        /// Its lower end.
        pub(crate) low: Points,
        /// Its upper end.
        pub(crate) high: Points,
        /// Always 0.9.
        pub(crate) level: Level,
    }
}

/// The level of every interval: 0.9.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Level;

value!(Level, {"const": Level.write()},
    read: |at, reader| match at.value() {
        Some(level) if *level == Self.write() => Some(Self),
        _ => unexpected(at, Expected::Constant("0.9"), reader),
    },
    write: |_| Json::Number(0.9));

record! {
    /// Standard error of measurement for this many answers, in score points.
    pub(crate) struct SemDocument {
        /// Score points, to a tenth.
        pub(crate) value: NotNegative,
        /// Where it comes from.
        pub(crate) origin: OriginName,
    }
}

terms! {
    /// Where a standard error of measurement comes from.
    pub(crate) enum OriginName {
        Assumed = "assumed",
        Estimated = "estimated",
    }
}

record! {
    /// Which direction is probably the lowest, and how sure that is.
    #[rules(AsItsKind)]
    pub(crate) struct FindingDocument {
        /// `weakest` from a probability of .90, `likely` from .70, else `too_close`; `not_enough` below two scores.
        pub(crate) kind: FindingKind,
        /// The scales that it names, the most probable first; for `too_close` as many as hold .90 together.
        pub(crate) directions: List<Id>,
        /// The probability of each scored scale to be the lowest, in whole percents that add up to 100; missing with `not_enough`.
        pub(crate) likelihood: Option<Map<Percents>> as Optional,
    }
}

/// The least and the greatest number of directions that a finding of this kind lists.
fn directions_of(kind: FindingKind) -> (usize, usize) {
    match kind {
        FindingKind::Weakest | FindingKind::Likely => (1, 1),
        FindingKind::TooClose => (2, usize::MAX),
        FindingKind::NotEnough => (0, 0),
    }
}

/// A finding lists as many directions as its kind has, each once, and likelihoods if its kind has any.
struct AsItsKind;

impl Rules<FindingDocument> for AsItsKind {
    fn check(finding: &FindingDocument, at: &Cursor<'_>, reader: &mut Reader) {
        let directions = &finding.directions.0;
        let (least, most) = directions_of(finding.kind);
        let mut sorted: Vec<&Id> = directions.iter().collect();
        sorted.sort_unstable();
        let twice = sorted.windows(2).any(|pair| pair.first() == pair.last());
        if twice || !(least..=most).contains(&directions.len()) {
            at.fault(FaultKind::FindingCount, &mut reader.faults);
        }
        if finding.likelihood.is_some() == (finding.kind == FindingKind::NotEnough) {
            let at = at.field("likelihood");
            at.fault(FaultKind::FindingLikelihood, &mut reader.faults);
        }
    }
    #[cfg(feature = "schema")]
    fn describe(schema: &mut Entries) {
        let kinds = FindingKind::ALL.iter().map(|kind| {
            let (least, most) = directions_of(*kind);
            let limit = |limit: usize| u64::try_from(limit).unwrap_or_default().into();
            let mut directions = vec![("minItems".to_owned(), limit(least))];
            if most != usize::MAX {
                directions.push(("maxItems".to_owned(), limit(most)));
            }
            directions.push(("uniqueItems".to_owned(), Json::Bool(true)));
            let properties = object([
                ("kind", object([("const", kind.write())])),
                ("directions", Json::Object(directions)),
            ]);
            let likelihood = object([("required", Json::Array(vec!["likelihood".into()]))]);
            let presence = if *kind == FindingKind::NotEnough {
                object([("not", likelihood)])
            } else {
                likelihood
            };
            object([
                ("properties", properties),
                ("allOf", Json::Array(vec![presence])),
            ])
        });
        schema.push(("oneOf".to_owned(), Json::Array(kinds.collect())));
    }
}

record! {
    /// One note on how far the answers can be trusted, with the counts behind it.
    pub(crate) struct QualityNote {
        /// What was noticed.
        pub(crate) code: NoteCode,
        /// How often.
        pub(crate) seen: u64,
        /// Of how many.
        pub(crate) of: u64,
    }
}
