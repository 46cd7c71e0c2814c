//! Writes tables as CSV.

use super::{Cell, Written};
use crate::delimited::escaped;

/// The tables one below the other, with an empty line between them.
pub(super) fn text(tables: &[Written]) -> String {
    let mut text = String::from('\u{feff}');
    for (index, table) in tables.iter().enumerate() {
        if index > 0 {
            text.push_str("\r\n");
        }
        row(&mut text, table.heads.iter().cloned());
        for cells in &table.rows {
            row(&mut text, cells.iter().map(shown));
        }
    }
    text
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => escaped(text),
        Cell::Number(number) => json::number::text(*number),
    }
}

fn row(text: &mut String, cells: impl Iterator<Item = String>) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            text.push(',');
        }
        // Also what other separators would part.
        if cell.contains(['"', ',', ';', '\t', '\r', '\n']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push_str("\r\n");
}
