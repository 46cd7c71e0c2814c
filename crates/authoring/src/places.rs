//! Hands out faults and notes in the order of the file, each with its place as people name it.

use crate::fault::{Note, Place, Placed};
use crate::grid::{Sheet, letters};
use crate::report::{At, Report};
use crate::tables::Table;

/// The most faults, and the most notes, that are listed.
const MAX_LISTED: usize = 200;

impl Report {
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
