//! The small records of an audit under way, one per answer, so that tabs merge answer by answer.
//!
//! Every record carries the version of its format, a logical clock and its writer. Wall clocks run
//! backwards; the logical clock does not: a writer counts on from the largest number it has seen
//! (Lamport 1978), and the writer breaks ties.

use super::read;
use json::{Cursor, Faults, Json};
use measure::instrument::{FormName, Id, Instrument};
use measure::response::Response;
use measure::time::UnixMs;

/// Version of the record formats that this crate writes and reads.
pub const VERSION: u64 = 1;

/// Names one running page, to order writes with the same clock. Made anew at each load, kept only
/// in storage, never exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Writer(pub u32);

/// When, in logical time, a record was written and by whom. Larger is later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// Logical clock, from 1.
    pub clock: u64,
    /// Breaks ties.
    pub writer: Writer,
}

/// A record with its stamp.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamped<T> {
    /// When and by whom.
    pub stamp: Stamp,
    /// What.
    pub value: T,
}

/// The record of one answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Answer {
    /// `None`: seen and left out.
    pub response: Option<Response>,
    /// Time with this item on a visible screen, in milliseconds.
    pub active_ms: u64,
}

/// The facts about an audit under way that are not answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Which items are asked.
    pub form: FormName,
    /// When the first item was shown.
    pub started_at: UnixMs,
    /// Active time that came with answers taken over from a finished short form.
    pub carried_ms: u64,
    /// Whether a tap on an option moves on to the next item.
    pub moves_on: bool,
    /// Id of the instrument.
    pub instrument: String,
    /// Its hash.
    pub hash: String,
}

impl Run {
    /// Whether the audit asks this instrument, in this edition.
    pub fn asks(&self, instrument: &Instrument) -> bool {
        self.instrument == instrument.id.as_str() && self.hash == instrument.hash()
    }
}

/// What became of the audit under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phase {
    /// It is being answered.
    Answering(Run),
    /// It was finished; the result stands in its own slot.
    Finished,
    /// The visitor deleted everything. Other tabs honour this marker.
    Erased,
}

/// The head record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Answers whose clock is not above this belong to an earlier audit and are void.
    pub since: u64,
    /// Answering, finished or erased.
    pub phase: Phase,
}

/// Why a stored text is not a record of this version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordError {
    /// Written by a newer version of this product.
    Newer(u64),
    /// Not such a record.
    Corrupt(Faults),
}

/// A record's text: version, clock and writer, then its own fields.
pub fn to_text(stamp: Stamp, fields: Vec<(&str, Json)>) -> String {
    let version = [
        ("version", Json::from(VERSION)),
        ("clock", stamp.clock.into()),
        ("writer", u64::from(stamp.writer.0).into()),
    ];
    let entries = version.into_iter().chain(fields);
    Json::Object(
        entries
            .map(|(key, value)| (key.to_owned(), value))
            .collect(),
    )
    .to_string()
}

impl Stamped<Head> {
    /// The stored text.
    pub fn to_text(&self) -> String {
        let mut fields = vec![("since", self.value.since.into())];
        match &self.value.phase {
            Phase::Answering(run) => fields.extend([
                ("phase", "answering".into()),
                ("form", run.form.as_str().into()),
                ("started_at", run.started_at.to_rfc3339().as_str().into()),
                ("carried_ms", run.carried_ms.into()),
                ("moves_on", Json::Bool(run.moves_on)),
                ("instrument", run.instrument.as_str().into()),
                ("hash", run.hash.as_str().into()),
            ]),
            Phase::Finished => fields.push(("phase", "finished".into())),
            Phase::Erased => fields.push(("phase", "erased".into())),
        }
        to_text(self.stamp, fields)
    }

    /// Reads a stored head.
    ///
    /// # Errors
    /// See [`RecordError`].
    pub fn from_text(text: &str) -> Result<Self, RecordError> {
        record(text, |root, faults| {
            let since = root.field("since").whole(faults);
            let phase_place = root.field("phase");
            let phase = match phase_place.text(faults)? {
                "answering" => run(root, faults).map(Phase::Answering),
                "finished" => Some(Phase::Finished),
                "erased" => Some(Phase::Erased),
                other => {
                    phase_place.fault(format!("there is no phase \"{other}\""), faults);
                    None
                }
            };
            Some(Head {
                since: since?,
                phase: phase?,
            })
        })
    }
}

fn run(root: &Cursor<'_>, faults: &mut Faults) -> Option<Run> {
    let form_place = root.field("form");
    let form_text = form_place.text(faults);
    let form = form_text.and_then(FormName::from_text);
    if form.is_none() && form_text.is_some() {
        form_place.fault("is not a form", faults);
    }
    let started_at = read::moment(&root.field("started_at"), faults);
    let carried_ms = root.field("carried_ms").whole(faults);
    let moves_on = match root.field("moves_on").value() {
        Some(Json::Bool(moves_on)) => Some(*moves_on),
        _ => {
            root.field("moves_on").expected("true or false", faults);
            None
        }
    };
    let instrument = root.field("instrument").text(faults);
    let hash = root.field("hash").text(faults);
    Some(Run {
        form: form?,
        started_at: started_at?,
        carried_ms: carried_ms?,
        moves_on: moves_on?,
        instrument: instrument?.to_owned(),
        hash: hash?.to_owned(),
    })
}

impl Stamped<Answer> {
    /// The stored text.
    pub fn to_text(&self) -> String {
        let value = match self.value.response {
            None => Json::Null,
            Some(Response::NotApplicable) => "not_applicable".into(),
            Some(Response::Chosen(option)) => u64::from(option.get()).into(),
        };
        to_text(
            self.stamp,
            vec![("value", value), ("active_ms", self.value.active_ms.into())],
        )
    }

    /// Reads a stored answer.
    ///
    /// # Errors
    /// See [`RecordError`].
    pub fn from_text(text: &str) -> Result<Self, RecordError> {
        record(text, |root, faults| {
            let response = read::response(&root.field("value"), faults);
            let active_ms = root.field("active_ms").whole(faults);
            Some(Answer {
                response: response?,
                active_ms: active_ms?,
            })
        })
    }
}

impl Stamped<Id> {
    /// The stored text of a position: the item that is on screen.
    pub fn to_text(&self) -> String {
        to_text(self.stamp, vec![("item", self.value.as_str().into())])
    }

    /// Reads a stored position.
    ///
    /// # Errors
    /// See [`RecordError`].
    pub fn from_text(text: &str) -> Result<Self, RecordError> {
        record(text, |root, faults| {
            let place = root.field("item");
            let text = place.text(faults)?;
            let id = Id::new(text);
            if id.is_none() {
                place.fault("is not an item id", faults);
            }
            id
        })
    }
}

/// Reads the version first: what a newer version wrote is not judged by the rules of this one.
pub fn record<T>(
    text: &str,
    read: impl FnOnce(&Cursor<'_>, &mut Faults) -> Option<T>,
) -> Result<Stamped<T>, RecordError> {
    let tree = json::parse(text).map_err(RecordError::Corrupt)?;
    let root = Cursor::root(&tree);
    let mut faults = Faults::default();
    version(&root, &mut faults)?;
    let clock = root.field("clock").whole(&mut faults);
    let writer_place = root.field("writer");
    let writer = writer_place.whole(&mut faults).map(u32::try_from);
    if let Some(Err(_)) = writer {
        writer_place.fault("is too large", &mut faults);
    }
    let value = read(&root, &mut faults);
    let stamped = (|| {
        Some(Stamped {
            stamp: Stamp {
                clock: clock?,
                writer: Writer(writer?.ok()?),
            },
            value: value?,
        })
    })();
    faults.or_value(stamped).map_err(RecordError::Corrupt)
}

/// That a record is an object of this version.
pub(super) fn version(root: &Cursor<'_>, faults: &mut Faults) -> Result<(), RecordError> {
    root.object(faults);
    match root.field("version").whole(faults) {
        Some(VERSION) | None => {}
        Some(newer @ VERSION..) => return Err(RecordError::Newer(newer)),
        Some(_) => root
            .field("version")
            .fault("is not a released version", faults),
    }
    Ok(())
}
