//! Collects faults and notes with where they are.

use json::FaultKind;
use json::visible::{clean, is_visible};

use crate::fault::{Fault, NoteKind};

/// A place, before it is described.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum At {
    File,
    /// An index into [`Report::paths`].
    Path(usize),
    /// The index of the sheet, the number of the row from 1, the column from 0.
    Cell(usize, usize, usize),
}

/// What was found so far.
#[derive(Debug, Default)]
pub(crate) struct Report {
    pub(crate) faults: Vec<(At, Fault)>,
    pub(crate) notes: Vec<(At, NoteKind)>,
    /// Places in a JSON file.
    pub(crate) paths: Vec<String>,
    /// Faults that the judge has counted and not listed.
    pub(crate) uncounted: usize,
}

/// A cleaned text for people.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    pub(crate) text: String,
    pub(crate) at: At,
    /// Whether nothing is wrong with it.
    pub(crate) is_good: bool,
}

impl Report {
    pub(crate) fn fault(&mut self, at: At, fault: Fault) {
        self.faults.push((at, fault));
    }

    pub(crate) fn note(&mut self, at: At, note: NoteKind) {
        self.notes.push((at, note));
    }

    /// The place of a path.
    pub(crate) fn path(&mut self, path: &str) -> At {
        self.paths.push(path.to_owned());
        At::Path(self.paths.len() - 1)
    }

    /// A text of at most `most` characters; `None` if nothing of it can be seen.
    pub(crate) fn words(&mut self, at: At, text: &str, most: usize) -> Option<Words> {
        if !is_visible(text) {
            return None;
        }
        let text = clean(text, false);
        let is_good = text.chars().count() <= most;
        if !is_good {
            self.fault(at, Fault::Judged(FaultKind::TooLong(most)));
        }
        Some(Words { text, at, is_good })
    }
}
