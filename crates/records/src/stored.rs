//! The small records of an audit under way, one per answer, so that tabs merge answer by answer.
//!
//! Every record has the version of its format, a logical clock and its writer. A wall clock can be
//! set back; the logical clock cannot: a writer continues from the largest number it has seen
//! (Lamport 1978), and the writer breaks ties.

#[cfg(feature = "schema")]
use crate::format::ObjectSchema;
use crate::format::{Entries, Fields, Format, Reader, push, record, terms, unexpected, value};
use json::{Cursor, Expected, FaultKind, Faults, Json};
use measure::instrument::{FormName, Id, Instrument};
use measure::response::Response;
use measure::time::UnixMs;

/// Version of the stored records that this crate writes and reads.
pub const VERSION: u64 = 1;

/// Identifies one running page, to order writes with the same clock. New at each load, kept only in
/// storage, never exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Writer(pub u32);

record! {
    /// When, in logical time, a record was written and by whom. Larger is later.
    #[derive(Copy, Eq, PartialOrd, Ord)]
    pub struct Stamp {
        /// Logical clock, from 1.
        pub clock: u64,
        /// Breaks ties.
        pub writer: Writer,
    }
}

/// A record with its stamp.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamped<T> {
    /// When it was written, and by whom.
    pub stamp: Stamp,
    /// Its own fields.
    pub value: T,
}

record! {
    /// The record of one answer.
    #[derive(Copy, Eq, Default)]
    pub struct Answer {
        /// `None` for an item that was seen and left out.
        pub response ["value"]: Option<Response>,
        /// Time with this item on a visible screen, in milliseconds.
        pub active_ms: u64,
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
        pub carried_ms: u64,
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

/// The state of the audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phase {
    /// It is being answered.
    Answering(Run),
    /// It was finished; the result has a slot of its own.
    Finished,
    /// The visitor deleted everything. Other tabs honour this tombstone.
    Erased,
}

record! {
    /// The head record.
    #[derive(Eq)]
    pub struct Head {
        /// Answers whose clock is not above this belong to an earlier audit and are void.
        pub since: u64,
        /// Answering, finished or erased.
        pub phase: Phase as Flat,
    }
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
    fn knows(name: &str) -> bool {
        name == "phase" || Run::knows(name)
    }
    #[cfg(feature = "schema")]
    fn describe_fields(object: &mut ObjectSchema<'_>) {
        object.field::<PhaseName>("phase", &[], true);
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
    fn knows(name: &str) -> bool {
        name == "item"
    }
    #[cfg(feature = "schema")]
    fn describe_fields(object: &mut ObjectSchema<'_>) {
        object.field::<Self>("item", &[], true);
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

impl<T: Fields> Stamped<T> {
    /// The stored text.
    pub fn to_text(&self) -> String {
        write(self.stamp, |entries| self.value.write_fields(entries))
    }

    /// Reads a stored text.
    ///
    /// # Errors
    /// See [`RecordError`].
    pub fn from_text(text: &str) -> Result<Self, RecordError> {
        read(text, T::read_fields)
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

/// The text of a record: version, clock and writer, then the fields that `fields` appends.
pub(crate) fn write(stamp: Stamp, fields: impl FnOnce(&mut Entries)) -> String {
    let mut entries = vec![("version".to_owned(), VERSION.into())];
    stamp.write_fields(&mut entries);
    fields(&mut entries);
    Json::Object(entries).to_string()
}

/// Reads a record; `fields` reads its own fields. The version comes first, since a record of a newer
/// version must not be judged by the rules of this one.
pub(crate) fn read<T>(
    text: &str,
    fields: impl FnOnce(&Cursor<'_>, &mut Reader) -> Option<T>,
) -> Result<Stamped<T>, RecordError> {
    let tree = json::parse(text).map_err(RecordError::Corrupt)?;
    let root = Cursor::root(&tree);
    let mut reader = Reader::default();
    version(&root, &mut reader.faults)?;
    let stamp = Stamp::read_fields(&root, &mut reader);
    let value = fields(&root, &mut reader);
    let stamped = stamp
        .zip(value)
        .map(|(stamp, value)| Stamped { stamp, value });
    reader
        .faults
        .or_value(stamped)
        .map_err(RecordError::Corrupt)
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
