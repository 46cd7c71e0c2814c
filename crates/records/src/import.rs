//! Judges a file from outside before anything of it is stored: what it is, whether it follows its
//! format, and whether the scores that it states are those of its answers.

use std::fmt;

use super::document::{ComputedDocument, ResultDocument, SCHEMA, VERSION};
use super::read::{self, ReadError, other_instrument};
pub use crate::format::Ignored;
use crate::format::{Field, Format, Object, Optional, OptionalFlat, Reader, ignore_unknown};
use crate::practice::PracticeDocument;
use crate::rounds::exported::distinct;
use crate::rounds::{ExportedOutcome, ExportedOutcomes};
use json::visible::excerpt;
use json::{Cursor, FaultKind, Faults, Json, Kind};
use measure::completed::{Completed, Provenance};
use measure::instrument::Instrument;

/// Value of the `schema` field of a backup: the stored records as they are.
pub const BACKUP_SCHEMA: &str = "leadership-audit/backup";

/// The kinds of file that can be imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// One exported result.
    Result,
    /// The stored records of one audit.
    Backup,
}

/// The kinds of file that cannot be imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OtherFile {
    /// Its `schema` field says so.
    Schema(String),
    /// A questionnaire.
    Instrument,
    /// A sheet of answers without times, for the command line.
    Sheet,
    /// Any other JSON object.
    Object,
    /// Not an object, but for example a list.
    Value(Kind),
}

/// Why a file is rejected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// Not JSON, a duplicate key, or beyond a limit: one fault, with line and column where known.
    NotJson(Faults),
    /// JSON, but something else.
    OtherFile(OtherFile),
    /// Written by a newer version of this product.
    Newer {
        /// What it is.
        kind: FileKind,
        /// Its version.
        version: u64,
    },
    /// A result that answers another questionnaire, or another edition of this one.
    OtherInstrument(Provenance),
    /// It breaks the rules of its format; every fault with its path.
    Faulty(Faults),
}

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let expected = format_args!("expected \"{SCHEMA}\" or \"{BACKUP_SCHEMA}\"");
        match self {
            Self::NotJson(faults) | Self::Faulty(faults) => faults.fmt(formatter),
            Self::OtherFile(other) => match other {
                OtherFile::Schema(schema) => {
                    write!(formatter, "$.schema: is \"{schema}\"; {expected}")
                }
                OtherFile::Instrument => write!(formatter, "$: is a questionnaire; {expected}"),
                OtherFile::Sheet => write!(
                    formatter,
                    "$: is a sheet of answers without times; {expected}"
                ),
                OtherFile::Object => write!(formatter, "$.schema: is missing; {expected}"),
                OtherFile::Value(kind) => write!(formatter, "$: is {kind}; {expected}"),
            },
            Self::Newer { version, .. } => write!(
                formatter,
                "$.version: is {version}; this page reads version {VERSION} and is older than the file"
            ),
            Self::OtherInstrument(provenance) => other_instrument(provenance).fmt(formatter),
        }
    }
}

/// A parsed file of a known kind and of this version.
#[derive(Debug)]
pub struct Opened {
    /// What it is.
    pub kind: FileKind,
    pub(crate) tree: Json,
}

impl Opened {
    /// The name of the program that wrote it, if it says so.
    #[must_use]
    pub fn program(&self) -> Option<&str> {
        self.tree.get("generator")?.get("name")?.as_text()
    }
}

/// A value that a file states and its answers do not give.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// For example `$.scores.directions.up.score`.
    pub path: String,
    /// `None` if the file states nothing there.
    pub stated: Option<Json>,
    /// At the rounding of exports; `None` if the answers give nothing there.
    pub computed: Option<Json>,
}

/// A result from a file, shown before it is imported.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    /// The answers.
    pub completed: Completed,
    /// What they answer and when.
    pub provenance: Provenance,
    /// Every score, band, interval, finding and note that the file states otherwise.
    pub differences: Vec<Difference>,
    /// Unknown fields.
    pub ignored: Ignored,
    /// The practice in the file, or its faults, which do not affect the result. The visitor is asked
    /// before it is imported.
    pub practice: Option<Result<PracticeDocument, Faults>>,
    /// The outcomes of rounds in the file, each once. They are about the leader whose result it is.
    pub rounds: Vec<ExportedOutcome>,
}

/// Parses a file and identifies it. A byte order mark is skipped.
///
/// # Errors
/// [`Refused`], but for [`Refused::OtherInstrument`].
pub fn open(text: &str) -> Result<Opened, Refused> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (kind, tree) = match json::parse(text) {
        Ok(tree) => (kind_of(&tree)?, tree),
        // A backup holds whole documents as strings.
        Err(faults) => match json::parse_documents(text) {
            Ok(tree) if kind_of(&tree) == Ok(FileKind::Backup) => (FileKind::Backup, tree),
            _ => return Err(Refused::NotJson(faults)),
        },
    };
    let mut faults = Faults::default();
    let root = Cursor::root(&tree);
    let at = root.field("version");
    match at.whole(&mut faults) {
        Some(VERSION) => return Ok(Opened { kind, tree }),
        Some(version @ VERSION..) => return Err(Refused::Newer { kind, version }),
        Some(_) => at.fault(FaultKind::UnreleasedVersion, &mut faults),
        None => {}
    }
    Err(Refused::Faulty(faults))
}

fn kind_of(tree: &Json) -> Result<FileKind, Refused> {
    let has = |name: &str| tree.get(name).is_some();
    let other = match (tree, tree.get("schema").and_then(Json::as_text)) {
        (_, Some(SCHEMA)) => return Ok(FileKind::Result),
        (_, Some(BACKUP_SCHEMA)) => return Ok(FileKind::Backup),
        (_, Some(schema)) => OtherFile::Schema(excerpt(schema)),
        (Json::Object(_), None) if has("items") && has("scales") => OtherFile::Instrument,
        (Json::Object(_), None) if has("responses") && has("form") => OtherFile::Sheet,
        (Json::Object(_), None) => OtherFile::Object,
        (value, None) => OtherFile::Value(value.kind()),
    };
    Err(Refused::OtherFile(other))
}

/// Judges the result in an opened file and computes everything again from its answers.
///
/// # Errors
/// [`Refused::OtherInstrument`] or [`Refused::Faulty`].
pub fn result(opened: &Opened, instrument: &Instrument) -> Result<Preview, Refused> {
    let root = Cursor::root(&opened.tree);
    let mut reader = Reader::default();
    let kept = read::read(&root, instrument, &mut reader).map_err(refused)?;
    if let Some(kept) = &kept
        && kept.completed.is_none()
        && reader.faults.is_empty()
    {
        return Err(Refused::OtherInstrument(kept.provenance.clone()));
    }
    let stated: Option<Option<ComputedDocument>> = OptionalFlat::read(&root, "", &mut reader);
    let rounds: Option<ExportedOutcomes> = Optional::read(&root, "rounds", &mut reader);
    ignore_unknown(&root, ResultDocument::knows, &mut reader);
    let read = kept.and_then(|kept| Some((kept.completed?, kept.provenance, stated?, rounds?)));
    let (completed, provenance, stated, rounds) =
        reader.faults.or_value(read).map_err(Refused::Faulty)?;
    let mut differences = Vec::new();
    if let Some(stated) = stated {
        let seconds = Some(completed.active_seconds);
        let computed = ComputedDocument::of(instrument, &completed.sheet, seconds);
        compare("$", &stated.write(), &computed.write(), &mut differences);
    }
    Ok(Preview {
        completed,
        provenance,
        differences,
        ignored: reader.ignored,
        practice: PracticeDocument::in_result(&opened.tree),
        rounds: distinct(rounds),
    })
}

fn refused(error: ReadError) -> Refused {
    match error {
        // Not reached: version and questionnaire were judged before.
        ReadError::Newer(version) => Refused::Newer {
            kind: FileKind::Result,
            version,
        },
        ReadError::OtherInstrument(provenance) => Refused::OtherInstrument(provenance),
        ReadError::Faulty(faults) => Refused::Faulty(faults),
    }
}

/// Collects the paths at which two trees differ: whole values where the kinds differ or one side has
/// none.
fn compare(path: &str, stated: &Json, computed: &Json, differences: &mut Vec<Difference>) {
    let mut differ =
        |path: String, stated: Option<&Json>, computed: Option<&Json>| match (stated, computed) {
            (Some(stated), Some(computed)) => compare(&path, stated, computed, differences),
            _ => differences.push(Difference {
                path,
                stated: stated.cloned(),
                computed: computed.cloned(),
            }),
        };
    match (stated, computed) {
        (Json::Object(entries), Json::Object(others)) => {
            for (key, value) in entries {
                differ(format!("{path}.{key}"), Some(value), computed.get(key));
            }
            for (key, value) in others.iter().filter(|(key, _)| stated.get(key).is_none()) {
                differ(format!("{path}.{key}"), None, Some(value));
            }
        }
        (Json::Array(values), Json::Array(others)) => {
            for index in 0..values.len().max(others.len()) {
                differ(
                    format!("{path}[{index}]"),
                    values.get(index),
                    others.get(index),
                );
            }
        }
        _ if stated == computed => {}
        _ => differences.push(Difference {
            path: path.to_owned(),
            stated: Some(stated.clone()),
            computed: Some(computed.clone()),
        }),
    }
}
