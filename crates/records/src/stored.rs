//! The small records of an audit under way, one per answer, so that tabs merge answer by answer.
//!
//! Every record has the version of its format, a logical clock and its writer, and names its audit. A
//! wall clock can be set back; the logical clock cannot: a writer continues from the largest number it
//! has seen (Lamport 1978), and the writer breaks ties.

use crate::format::{Entries, Fields, Format, Reader, push, record, terms, unexpected, value};
use json::{Cursor, Expected, FaultKind, Faults, Json};
use measure::instrument::{FormName, Id, Instrument};
use measure::response::Response;
use measure::time::{MAX_ACTIVE_SECONDS, UnixMs};

/// Version of the stored records that this crate writes and reads.
pub const VERSION: u64 = 1;

/// The largest logical clock that is read. Numbers in JSON are exact up to twice that, and a clock that
/// counts writes never comes near.
pub const MAX_CLOCK: u64 = 1 << 52;

/// The longest time with an item on screen, in milliseconds.
pub const MAX_ACTIVE_MS: u64 = MAX_ACTIVE_SECONDS * 1000;

/// Identifies one running page, to order writes with the same clock. New at each load, kept only in
/// storage, never exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Writer(pub u32);

record! {
    /// When, in logical time, a record was written and by whom. Larger is later.
    #[derive(Copy, Eq, PartialOrd, Ord)]
    pub struct Stamp {
        /// Logical clock, from 1.
        pub clock: u64 as Ticks,
        /// Breaks ties.
        pub writer: Writer,
    }
}

/// An audit, named by the clock at which it began. Tabs that begin at the same clock, as where nothing
/// is stored yet, begin the same audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Began(pub u64);

record! {
    /// Which audit a record belongs to, and when it was written. A record of a later audit is later,
    /// whatever the clock of the tab that wrote it.
    #[derive(Copy, Eq, PartialOrd, Ord)]
    pub struct AuditStamp {
        /// The audit.
        pub began: Began,
        /// When the record was written, and by whom.
        pub written: Stamp as Flat,
    }
}

/// A record with its stamp.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamped<T, S = Stamp> {
    /// When it was written, and by whom.
    pub stamp: S,
    /// Its own fields.
    pub value: T,
}

/// A record of an audit: its head (a [`Phase`]), an answer, or the position.
pub type OfAudit<T> = Stamped<T, AuditStamp>;

record! {
    /// The record of one answer.
    #[derive(Copy, Eq, Default)]
    pub struct Answer {
        /// `None` for an item that was seen and left out.
        pub response ["value"]: Option<Response>,
        /// Time with this item on a visible screen, in milliseconds.
        pub active_ms: u64 as ActiveMs,
    }
}

record! {
    /// The facts about an audit under way that are not answers.
    #[derive(Eq)]
    pub struct Run {
        /// Which form is asked.
        pub form: FormName,
        /// When the first item was shown.
        pub started_at: UnixMs,
        /// Active time of the answers taken over from a finished short form, in milliseconds.
        pub carried_ms: u64 as ActiveMs,
        /// Whether choosing an option moves on to the next item.
        pub moves_on: bool,
        /// Id of the instrument.
        pub instrument: String,
        /// Hash of the instrument.
        pub hash: String,
    }
}

impl Run {
    /// Whether the audit asks exactly this edition of `instrument`.
    pub fn asks(&self, instrument: &Instrument) -> bool {
        self.instrument == instrument.id.as_str() && self.hash == instrument.hash()
    }
}

/// The head record: the state of the audit. The end of an audit, and a deletion, are later than the
/// audit that they end, and so void its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phase {
    /// It is being answered.
    Answering(Run),
    /// It was finished; the result has a slot of its own.
    Finished,
    /// The visitor deleted everything. Other tabs honour this tombstone.
    Erased,
}

terms! {
    /// The written form of a phase.
    enum PhaseName {
        Answering = "answering",
        Finished = "finished",
        Erased = "erased",
    }
}

/// `phase`, and while answering the fields of the run.
impl Fields for Phase {
    fn read_fields(at: &Cursor<'_>, reader: &mut Reader) -> Option<Self> {
        Some(match PhaseName::read(&at.field("phase"), reader)? {
            PhaseName::Answering => Self::Answering(Run::read_fields(at, reader)?),
            PhaseName::Finished => Self::Finished,
            PhaseName::Erased => Self::Erased,
        })
    }
    fn write_fields(&self, entries: &mut Entries) {
        let (name, run) = match self {
            Self::Answering(run) => (PhaseName::Answering, Some(run)),
            Self::Finished => (PhaseName::Finished, None),
            Self::Erased => (PhaseName::Erased, None),
        };
        push("phase", name.write(), entries);
        if let Some(run) = run {
            run.write_fields(entries);
        }
    }
}

/// The record of the position: the id of the item on screen.
impl Fields for Id {
    fn read_fields(at: &Cursor<'_>, reader: &mut Reader) -> Option<Self> {
        Self::read(&at.field("item"), reader)
    }
    fn write_fields(&self, entries: &mut Entries) {
        push("item", self.write(), entries);
    }
}

/// Why a stored text is not a record of this version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordError {
    /// Written by a newer version of this product.
    Newer(u64),
    /// Not a record, or a broken one.
    Corrupt(Faults),
}

impl<T: Fields, S: Fields> Stamped<T, S> {
    /// The stored text.
    pub fn to_text(&self) -> String {
        write(&self.stamp, |entries| self.value.write_fields(entries))
    }

    /// Reads a stored text.
    ///
    /// # Errors
    /// See [`RecordError`].
    pub fn from_text(text: &str) -> Result<Self, RecordError> {
        read(text, T::read_fields)
    }
}

impl OfAudit<Answer> {
    /// Reads the stored answer to an item of `instrument`.
    ///
    /// # Errors
    /// See [`RecordError`]. An option that the instrument does not offer is a fault.
    pub fn of_item(text: &str, instrument: &Instrument) -> Result<Self, RecordError> {
        let answer = Self::from_text(text)?;
        let response = answer.value.response;
        if response.is_none_or(|response| instrument.offers(response)) {
            return Ok(answer);
        }
        let fault = FaultKind::NotAnOption(instrument.options.len());
        Err(RecordError::Corrupt(Faults::one("$.value", fault)))
    }
}

value!(Writer, {"type": "integer", "minimum": 0},
    read: |at, reader| {
        let number = at.whole(&mut reader.faults)?;
        match u32::try_from(number) {
            Ok(number) => Some(Self(number)),
            Err(_) => unexpected(at, Expected::Whole, reader),
        }
    },
    write: |writer| u64::from(writer.0).into());

value!(Began, {"type": "integer", "minimum": 0, "maximum": MAX_CLOCK},
    read: |at, reader| at.whole_to(MAX_CLOCK, &mut reader.faults).map(Self),
    write: |began| began.0.into());

/// The text of a record: its version and its stamp, then the fields that `fields` appends.
pub(crate) fn write(stamp: &impl Fields, fields: impl FnOnce(&mut Entries)) -> String {
    let mut entries = vec![("version".to_owned(), VERSION.into())];
    stamp.write_fields(&mut entries);
    fields(&mut entries);
    Json::Object(entries).to_string()
}

/// Reads a record; `fields` reads its own fields.
pub(crate) fn read<T, S: Fields>(
    text: &str,
    fields: impl Fn(&Cursor<'_>, &mut Reader) -> Option<T>,
) -> Result<Stamped<T, S>, RecordError> {
    let mut stamped = None;
    let faults = read_parts(text, &mut |root, reader| {
        let stamp = S::read_fields(root, reader);
        let value = fields(root, reader);
        stamped = stamp
            .zip(value)
            .map(|(stamp, value)| Stamped { stamp, value });
    })?;
    faults.or_value(stamped).map_err(RecordError::Corrupt)
}

/// Reads a record by `parts`, and returns the faults that they found. The version comes first, since a
/// record of a newer version must not be judged by the rules of this one.
fn read_parts(
    text: &str,
    parts: &mut dyn FnMut(&Cursor<'_>, &mut Reader),
) -> Result<Faults, RecordError> {
    let tree = json::parse(text).map_err(RecordError::Corrupt)?;
    let root = Cursor::root(&tree);
    let mut reader = Reader::default();
    version(&root, &mut reader.faults)?;
    parts(&root, &mut reader);
    Ok(reader.faults)
}

/// Checks that a record is an object of this version.
pub(super) fn version(root: &Cursor<'_>, faults: &mut Faults) -> Result<(), RecordError> {
    root.object(faults);
    let version = root.field("version");
    match version.whole(faults) {
        Some(VERSION) | None => {}
        Some(newer @ VERSION..) => return Err(RecordError::Newer(newer)),
        Some(_) => version.fault(FaultKind::UnreleasedVersion, faults),
    }
    Ok(())
}
