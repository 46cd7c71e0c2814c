//! Reads results, and judges them as an import does: a result whose scores are not those of its answers
//! goes into no study.

use std::fmt;

use json::Json;
use measure::completed::Completed;
use measure::instrument::{Id, Instrument};
use records::document::MADE_UP;
use records::import::{self, Difference, FileKind, Refused};
use records::past::PastResult;

/// A result that can be passed on.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// Its name: the same for the same answers at the same time, and no other's.
    pub id: Id,
    /// The answers.
    pub completed: Completed,
    /// Whether nobody answered: the result is of a made-up person.
    pub made_up: bool,
}

/// Why a text is not a result that can be passed on.
#[derive(Debug, Clone, PartialEq)]
pub enum Unfit {
    /// An import refuses it.
    Refused(Refused),
    /// The stored records of one browser, which an import also takes.
    Backup,
    /// What it states is not what its answers give.
    Differs(Vec<Difference>),
}

impl fmt::Display for Unfit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let differences = match self {
            Self::Refused(refused) => return refused.fmt(formatter),
            Self::Backup => {
                return formatter.write_str("$: is a backup of stored records; expected a result");
            }
            Self::Differs(differences) => differences,
        };
        let text =
            |value: &Option<Json>| value.as_ref().map_or("nothing".to_owned(), Json::to_string);
        for (index, difference) in differences.iter().enumerate() {
            formatter.write_str(if index > 0 { "\n" } else { "" })?;
            write!(
                formatter,
                "{}: the file states {}, its answers give {}",
                difference.path,
                text(&difference.stated),
                text(&difference.computed)
            )?;
        }
        Ok(())
    }
}

/// Reads an exported result of `instrument`.
///
/// # Errors
/// Whatever an import refuses or reports as different.
pub fn read(text: &str, instrument: &Instrument) -> Result<Answered, Unfit> {
    let opened = import::open(text).map_err(Unfit::Refused)?;
    if opened.kind == FileKind::Backup {
        return Err(Unfit::Backup);
    }
    let preview = import::result(&opened, instrument).map_err(Unfit::Refused)?;
    if !preview.differences.is_empty() {
        return Err(Unfit::Differs(preview.differences));
    }
    Ok(Answered {
        id: PastResult::of(instrument, &preview.completed).id,
        completed: preview.completed,
        made_up: opened.program() == Some(MADE_UP),
    })
}
