//! A file from outside, judged before anything of it is stored: what it is, whether it keeps the
//! rules of the format, and whether the scores that it states are those that its answers give.

mod rules;
mod walk;

use std::collections::BTreeMap;
use std::fmt;

use super::document::{SCHEMA, VERSION};
use super::read::{self, ReadError};
use super::sheet::ComputedDocument;
use json::{Cursor, Faults, Json};
use measure::completed::{Completed, Provenance};
use measure::instrument::Instrument;
use walk::{Computed, Walk};

/// Value of the `schema` field of a backup: the stored records as they are.
pub const BACKUP_SCHEMA: &str = "leadership-audit/backup";

/// How many ignored fields are named.
const MAX_IGNORED: usize = 100;

/// What a file is that this page can take in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// One exported result.
    Result,
    /// The stored records of one audit.
    Backup,
}

/// What a file is that this page cannot take in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OtherFile {
    /// Its `schema` field says so.
    Schema(String),
    /// A questionnaire.
    Instrument,
    /// A sheet of answers without times, for the command line.
    Sheet,
    /// A JSON object of whatever kind.
    Object,
    /// No object at all, but for example "a list".
    Value(&'static str),
}

/// Why a file cannot be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// No JSON, a key twice, or beyond a limit: one fault, with line and column where known.
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
            Self::OtherInstrument(provenance) => {
                ReadError::OtherInstrument(provenance.clone()).fmt(formatter)
            }
        }
    }
}

/// A file whose kind is known, and not yet more.
#[derive(Debug)]
pub struct Opened {
    /// What it is.
    pub kind: FileKind,
    pub(crate) tree: Json,
}

/// Something that a file states and its answers do not give.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// For example `$.scores.directions.up.score`.
    pub path: String,
    /// `None`: nothing.
    pub stated: Option<Json>,
    /// At the rounding of exports; `None`: nothing.
    pub computed: Option<Json>,
}

/// Fields that this version does not know.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ignored {
    /// The paths of the first hundred.
    pub paths: Vec<String>,
    /// How many there are.
    pub count: usize,
}

impl Ignored {
    pub(crate) fn add(&mut self, place: &Cursor<'_>) {
        self.count += 1;
        if self.paths.len() < MAX_IGNORED {
            self.paths.push(place.path());
        }
    }
}

/// A result from a file, to be shown before it is taken in.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    /// The answers.
    pub completed: Completed,
    /// What they answer and when.
    pub provenance: Provenance,
    /// Every score, band, interval, finding and note that the file states otherwise.
    pub differences: Vec<Difference>,
    /// What was passed over.
    pub ignored: Ignored,
    /// The untouched `practice` object. The visitor is asked before it is taken in.
    pub practice: Option<Json>,
}

/// Parses a file and finds out what it is. A byte order mark is passed over.
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
    let place = root.field("version");
    match place.whole(&mut faults) {
        Some(VERSION) => return Ok(Opened { kind, tree }),
        Some(version @ VERSION..) => return Err(Refused::Newer { kind, version }),
        Some(_) => place.fault("is not a released version", &mut faults),
        None => {}
    }
    Err(Refused::Faulty(faults))
}

fn kind_of(tree: &Json) -> Result<FileKind, Refused> {
    let has = |name: &str| tree.get(name).is_some();
    let other = match (tree, tree.get("schema").and_then(Json::as_text)) {
        (_, Some(SCHEMA)) => return Ok(FileKind::Result),
        (_, Some(BACKUP_SCHEMA)) => return Ok(FileKind::Backup),
        (_, Some(schema)) => OtherFile::Schema(schema.to_owned()),
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
    let kept = match read::kept_in(&root, instrument) {
        Ok(kept) => kept,
        // Not reached: [`open`] has judged the version.
        Err(ReadError::Newer(version)) => {
            let kind = FileKind::Result;
            return Err(Refused::Newer { kind, version });
        }
        // Not reached: what answers another questionnaire is read without its answers.
        Err(ReadError::OtherInstrument(provenance)) => {
            return Err(Refused::OtherInstrument(provenance));
        }
        Err(ReadError::Faulty(faults)) => return Err(Refused::Faulty(all_faults(faults, &root))),
    };
    let Some(completed) = kept.completed else {
        return Err(Refused::OtherInstrument(kept.provenance));
    };
    let seconds = Some(completed.active_seconds);
    let text = ComputedDocument::of(instrument, &completed.sheet, seconds).to_text();
    // Through text, so that both sides are rounded and read alike.
    let computed = json::parse(&text).map_err(Refused::Faulty)?;
    let mut walk = Walk::default();
    walk.place(&root, &rules::ROOT, Computed::Root(&computed));
    if !walk.faults.0.is_empty() {
        return Err(Refused::Faulty(walk.faults));
    }
    Ok(Preview {
        completed,
        provenance: kept.provenance,
        differences: walk.differences,
        ignored: walk.ignored,
        practice: root.field("practice").value().cloned(),
    })
}

/// The faults found so far and those of the rest, each place once.
fn all_faults(found: Faults, root: &Cursor<'_>) -> Faults {
    let mut walk = Walk::default();
    walk.place(root, &rules::ROOT, Computed::Unknown);
    // A map of the kind that an instrument has, not a set: that would be more to download.
    let mut told = BTreeMap::new();
    for fault in &found.0 {
        told.insert(fault.path.clone(), 0_usize);
    }
    let more = walk.faults.0.into_iter();
    let more = more.filter(|fault| !told.contains_key(&fault.path));
    Faults(found.0.into_iter().chain(more).collect())
}
