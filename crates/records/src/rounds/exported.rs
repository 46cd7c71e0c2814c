//! Outcomes of rounds in an exported result: figures alone, of the leader whose result it is.

use super::{OutcomeDocument, OutcomeRecord};
#[cfg(feature = "schema")]
use crate::format::Definitions;
use crate::format::{Format, List, Reader, record};
use json::{Cursor, Json};

/// Most outcomes in a file.
pub const MAX_EXPORTED_OUTCOMES: usize = 100;

record! {
    /// The outcome of a round in a file. It says nothing of one person, but of one boss who knew.
    #[derive(Eq)]
    pub struct ExportedOutcome {
        /// The outcome.
        pub figures: OutcomeDocument as Flat,
        /// Whether only one or two people were new since the round of the same kind before it: the two are never put side by side.
        pub apart: bool,
    }
}

/// The outcomes in a file.
pub type ExportedOutcomes = List<ExportedOutcome, MAX_EXPORTED_OUTCOMES>;

impl ExportedOutcome {
    /// What a file has of a stored outcome: not what the collector called the round.
    #[must_use]
    pub fn of(record: &OutcomeRecord) -> Self {
        Self {
            figures: record.figures.clone(),
            apart: record.apart,
        }
    }

    /// The record by which it is stored with the result of the leader whom it is about.
    #[must_use]
    pub fn into_record(self) -> OutcomeRecord {
        OutcomeRecord {
            figures: self.figures,
            name: None,
            own: true,
            apart: self.apart,
            made_here: false,
        }
    }
}

/// Each outcome once: of several with the same figures, the first.
#[must_use]
pub(crate) fn distinct(outcomes: ExportedOutcomes) -> Vec<ExportedOutcome> {
    let mut distinct: Vec<ExportedOutcome> = Vec::new();
    for outcome in outcomes.0 {
        let figures = outcome.figures.outcome();
        if distinct
            .iter()
            .all(|other| other.figures.outcome() != figures)
        {
            distinct.push(outcome);
        }
    }
    distinct
}

/// Outcomes as they are written: whoever puts them into a file need not know their fields.
#[derive(Debug, Clone, PartialEq)]
pub struct Written(Json);

impl Written {
    /// The first hundred; `None` if there are none.
    #[must_use]
    pub fn of(mut outcomes: Vec<ExportedOutcome>) -> Option<Self> {
        outcomes.truncate(MAX_EXPORTED_OUTCOMES);
        let some = !outcomes.is_empty();
        some.then(|| Self(ExportedOutcomes::write(&List(outcomes))))
    }
}

impl Format for Written {
    // Not reached: a file is read as `ExportedOutcomes`.
    fn read(at: &Cursor<'_>, reader: &mut Reader) -> Option<Self> {
        ExportedOutcomes::read(at, reader).map(|outcomes| Self(outcomes.write()))
    }
    fn write(&self) -> Json {
        self.0.clone()
    }
    #[cfg(feature = "schema")]
    fn schema(definitions: &mut Definitions) -> Json {
        ExportedOutcomes::schema(definitions)
    }
}
