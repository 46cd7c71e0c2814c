//! From an Excel workbook to its rows: bounded before anything is unpacked for good.

use std::io::{self, Cursor, Read as _};

use calamine::{DataRef, Reader as _, Xlsx};
use zip::ZipArchive;

use crate::fault::Fault;
use crate::grid::{MAX_COLUMNS, MAX_ROWS, Row, Sheet};

/// The most bytes of a workbook when it is unpacked.
pub(crate) const MAX_UNPACKED: usize = 32 * 1024 * 1024;
/// The most files in a workbook, and the most worksheets that are read.
const MAX_PARTS: usize = 1_000;
const MAX_SHEETS: usize = 50;
/// The most characters of a cell, as in Excel.
const MAX_CELL: usize = 32_767;

/// The rows of every worksheet.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Fault> {
    weigh(bytes)?;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|_| Fault::NotAWorkbook)?;
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    for name in workbook.sheet_names().into_iter().take(MAX_SHEETS) {
        // A chart has no cells.
        if let Ok(cells) = workbook.worksheet_cells_reader(&name) {
            let rows = rows(cells, &mut budget)?;
            let name = Some(json::visible::clean(&name, false));
            sheets.push(Sheet { name, rows });
        }
    }
    Ok(sheets)
}

/// Unpacks everything once and keeps nothing, as what a packed file says of its sizes may be a lie.
fn weigh(bytes: &[u8]) -> Result<(), Fault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::NotAWorkbook)?;
    if archive.len() > MAX_PARTS {
        return Err(Fault::NotAWorkbook);
    }
    let most = MAX_UNPACKED as u64;
    let mut left = most + 1;
    for index in 0..archive.len() {
        let Ok(part) = archive.by_index(index) else {
            continue;
        };
        // A part that is damaged is not read either, or is a fault when it is.
        left -= io::copy(&mut part.take(left), &mut io::sink()).unwrap_or_default();
        if left == 0 {
            return Err(Fault::UnpackedTooLarge(MAX_UNPACKED));
        }
    }
    Ok(())
}

/// How much was read of all worksheets: one text, or one worksheet, may be named many times.
#[derive(Default)]
struct Budget {
    rows: usize,
    bytes: usize,
}

fn rows(
    mut cells: calamine::XlsxCellReader<'_, Cursor<&[u8]>>,
    budget: &mut Budget,
) -> Result<Vec<Row>, Fault> {
    let mut rows = Vec::new();
    let mut number = 0;
    let mut row: Vec<(usize, String)> = Vec::new();
    let mut finish = |number: u32, row: &mut Vec<(usize, String)>, budget: &mut Budget| {
        let number = usize::try_from(number)
            .unwrap_or_default()
            .saturating_add(1);
        if let Some(row) = Row::new(number, row.drain(..)) {
            budget.rows += 1;
            rows.push(row);
        }
        if budget.rows > MAX_ROWS {
            return Err(Fault::TooManyRows(MAX_ROWS));
        }
        Ok(())
    };
    loop {
        let cell = match cells.next_cell() {
            Ok(Some(cell)) => cell,
            Ok(None) => break,
            Err(_) => return Err(Fault::NotAWorkbook),
        };
        let (at, column) = cell.get_position();
        if at != number {
            finish(number, &mut row, budget)?;
            number = at;
        }
        // Cells that are only painted count, too, against the limit of what is unpacked.
        budget.bytes += size_of::<(usize, String)>();
        let Some(text) = text(cell.get_value()) else {
            continue;
        };
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column >= MAX_COLUMNS {
            return Err(Fault::TooManyColumns(MAX_COLUMNS));
        }
        budget.bytes += text.len();
        if budget.bytes > 2 * MAX_UNPACKED {
            return Err(Fault::UnpackedTooLarge(MAX_UNPACKED));
        }
        row.push((column, text));
    }
    finish(number, &mut row, budget)?;
    rows.sort_by_key(|row| row.number);
    Ok(rows)
}

/// What a cell shows, near enough; of a formula what it gave last.
fn text(value: &DataRef<'_>) -> Option<String> {
    let whole = match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text,
        DataRef::SharedString(text) => *text,
        DataRef::Int(number) => return Some(number.to_string()),
        DataRef::Float(value) => return number(*value),
        DataRef::DateTime(moment) => return number(moment.as_f64()),
        DataRef::Bool(flag) => return Some(flag.to_string()),
        // What a formula that failed shows is of no use, and neither is any other value.
        _ => return None,
    };
    Some(whole.chars().take(MAX_CELL).collect())
}

/// A number as text; what is too large for one is none.
fn number(value: f64) -> Option<String> {
    value.is_finite().then(|| json::number::text(value))
}
