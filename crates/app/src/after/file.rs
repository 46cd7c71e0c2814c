//! A file that the visitor chose. It is validated before anything of it can be imported.

use std::rc::Rc;

use crate::turn::View;
use json::Faults;
use json::visible::clean;
use measure::completed::Completed;
use measure::report::Report;
use records::import::Refused;
use records::practice::PracticeDocument;
use records::practice::record::Name;
use records::rounds::{ExportedOutcome, OutcomeRecord, read};
use records::slot::Slot;
use records::store::backup::{self, Import};
use records::store::{Loaded, Problem};
use records::stored::RecordError;

/// Tells the open files of one page apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileKey(pub(super) u32);

/// A chosen file. Nothing of it is stored until the visitor imports it.
#[derive(Debug, Clone, PartialEq)]
pub struct ChosenFile {
    /// Which of the open files it is.
    pub key: FileKey,
    /// The file name, without what no reader sees.
    pub name: String,
    /// The size of its text in bytes.
    pub(super) size: usize,
    /// Its content, or why it cannot be imported.
    pub judged: Result<Import, Rejection>,
    /// What its result comes to, computed once: the likelihoods of many would take too long together.
    pub report: Option<Rc<Report>>,
    /// Whether its result or its records were imported.
    pub imported: bool,
    /// Whether its practice was imported.
    pub practice_imported: bool,
}

/// Why a file cannot be imported.
#[derive(Debug, Clone, PartialEq)]
pub enum Rejection {
    /// It is larger than any result can be: its size in bytes.
    TooLarge(u64),
    /// The browser could not read it.
    Unreadable,
    /// It is another kind of file, or has faults.
    Refused(Refused),
}

impl ChosenFile {
    pub(super) fn new(key: FileKey, name: &str, judged: Result<Import, Rejection>) -> Self {
        Self {
            key,
            name: clean(name, false),
            size: 0,
            judged,
            report: None,
            imported: false,
            practice_imported: false,
        }
    }

    /// Validates the text of a file.
    pub(super) fn from_text(key: FileKey, name: &str, text: &str, view: &View<'_>) -> Self {
        let mut judged = backup::import(text, view.instrument).map_err(Rejection::Refused);
        if let Ok(Import::Backup(backup)) = &mut judged {
            validate_unparsed(&mut backup.loaded);
        }
        let mut file = Self::new(key, name, judged);
        file.size = text.len();
        let report = |result| Rc::new(Report::from_completed(view.instrument, result));
        file.report = file.completed().map(report);
        file
    }

    /// The result in it, if it is a file with one result.
    pub fn completed(&self) -> Option<&Completed> {
        match &self.judged {
            Ok(Import::Result(preview)) => Some(&preview.completed),
            _ => None,
        }
    }

    /// The practice in a file with a result, if it has one that can be read.
    pub fn practice(&self) -> Option<&PracticeDocument> {
        let Ok(Import::Result(preview)) = &self.judged else {
            return None;
        };
        preview.practice.as_ref()?.as_ref().ok()
    }

    /// The outcomes of rounds in a file with a result.
    pub fn rounds(&self) -> &[ExportedOutcome] {
        match &self.judged {
            Ok(Import::Result(preview)) => &preview.rounds,
            _ => &[],
        }
    }

    /// Its name without the extension that this program gives it.
    pub fn stem(&self) -> &str {
        self.name.strip_suffix(".json").unwrap_or(&self.name)
    }

    /// The initials in its name: what follows the day. Empty where there are none.
    pub(super) fn initials(&self) -> &str {
        let day = self.stem().rfind(|part: char| part.is_ascii_digit());
        day.and_then(|last| self.stem().get(last + 1..))
            .unwrap_or_default()
    }
}

/// Drops records of the practice, and outcomes of rounds, that this version cannot read, and reports
/// them: stored, they would make the page read-only, or would be set aside in the place of readable ones.
/// A name that this version does not know cannot be validated, so it is dropped as well.
fn validate_unparsed(loaded: &mut Loaded) {
    let problems = &mut loaded.problems;
    loaded.unparsed.retain(|(slot, text)| {
        let read = match slot {
            Slot::Practice(name) => {
                let name = Name::from_text(name);
                name.map(|name| name.read(text).map(drop))
            }
            Slot::Round(_) => Some(read::<OutcomeRecord>(text).map(drop)),
            // Not reached: no other text waits for a part.
            _ => return true,
        };
        let unreadable = |why: Faults| Problem::Unreadable {
            slot: slot.suffix(),
            why,
        };
        problems.push(match read {
            Some(Ok(())) => return true,
            Some(Err(RecordError::Newer(_))) => Problem::Newer,
            Some(Err(RecordError::Corrupt(faults))) => unreadable(faults),
            None => unreadable(Faults::default()),
        });
        false
    });
}
