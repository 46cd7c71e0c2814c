//! The entries of the parts that read records and questionnaires.

use crate::parts::{Linked, Questionnaire, Reader};
use measure::instrument::{self, Id, Instrument};
use measure::time::UnixMs;
use records::store::{self, Areas, Loaded};

/// Loads the records of `audit` that answer `instrument`. Those that are in the other storage are moved
/// to their own before, if `moves`: there, no widget of this page is at work on them.
#[split::split]
pub fn load(
    _: Linked<Reader>,
    areas: Areas<'_>,
    moves: bool,
    audit: &Id,
    instrument: &Instrument,
    now: UnixMs,
) -> Loaded {
    store::open(areas, moves, audit, instrument, now)
}

/// Reads an owner's questionnaire in one of the languages that are `wanted`, tags separated by spaces.
/// Nothing, if it has faults.
#[split::split]
pub fn instrument(_: Linked<Questionnaire>, text: &str, wanted: &str) -> Option<Instrument> {
    instrument::parse_for(text, wanted).ok()
}
