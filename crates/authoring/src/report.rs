//! Collects faults and notes with their places, and hands them out in the order of the file.

use json::FaultKind;
use json::visible::{clean, is_visible};

use crate::fault::{Fault, Note, NoteKind, Place, Placed};
use crate::grid::{Sheet, letters};
use crate::tables::Table;

/// The most faults, and the most notes, that are listed.
pub(crate) const MAX_LISTED: usize = 200;

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

    /// The first faults, how many more there are, and the notes.
    pub(crate) fn into_parts(
        mut self,
        sheets: &[Sheet],
        tables: &[Table],
    ) -> (Vec<Placed>, usize, Vec<Note>) {
        // Stable: of one place in the order in which they were found.
        self.faults.sort_by_key(|(at, _)| *at);
        self.notes.sort_by_key(|(at, _)| *at);
        let more = self.faults.len().saturating_sub(MAX_LISTED) + self.uncounted;
        let place = |at| place(at, sheets, tables, &self.paths);
        let faults = self.faults.into_iter().take(MAX_LISTED);
        let faults = faults.map(|(at, fault)| Placed {
            place: place(at),
            fault,
        });
        let notes = self.notes.into_iter().take(MAX_LISTED);
        let notes = notes.map(|(at, kind)| Note {
            place: place(at),
            kind,
        });
        (faults.collect(), more, notes.collect())
    }
}

fn place(at: At, sheets: &[Sheet], tables: &[Table], paths: &[String]) -> Place {
    match at {
        At::File => Place::File,
        At::Path(index) => Place::Path(paths.get(index).cloned().unwrap_or_default()),
        At::Cell(sheet, row, column) => {
            let mut own = tables.iter().rev();
            let own = own.find(|table| table.sheet == sheet && table.head <= row);
            let heading = own.and_then(|table| table.heading(column));
            Place::Cell {
                sheet: sheets.get(sheet).and_then(|sheet| sheet.name.clone()),
                row,
                column: letters(column),
                heading: heading.map(str::to_owned),
            }
        }
    }
}
