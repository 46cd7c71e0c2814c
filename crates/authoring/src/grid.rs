//! Worksheets as rows of cells. Empty cells and empty rows take no place.

/// The most rows that a file may have.
pub(crate) const MAX_ROWS: usize = 20_000;
/// The most columns that a worksheet may have.
pub(crate) const MAX_COLUMNS: usize = 500;

/// A worksheet, or a CSV file.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    /// A CSV file has none.
    pub(crate) name: Option<String>,
    /// Those with something in them, from the first to the last.
    pub(crate) rows: Vec<Row>,
}

/// A row with something in it.
#[derive(Debug)]
pub(crate) struct Row {
    /// From 1.
    pub(crate) number: usize,
    /// Its columns, from 0, in order, each with what is in it.
    cells: Vec<(usize, String)>,
}

impl Row {
    /// A row of these cells; `None` if nothing is in them.
    pub(crate) fn new(number: usize, cells: impl Iterator<Item = (usize, String)>) -> Option<Self> {
        let mut cells: Vec<_> = cells
            .filter(|(_, text)| json::visible::is_visible(text))
            .collect();
        cells.sort_by_key(|(column, _)| *column);
        (!cells.is_empty()).then_some(Self { number, cells })
    }

    /// What is in a column, from 0.
    pub(crate) fn get(&self, column: usize) -> Option<&str> {
        let found = self
            .cells
            .binary_search_by_key(&column, |(column, _)| *column);
        let (_, text) = self.cells.get(found.ok()?)?;
        Some(text)
    }

    /// Its cells, with their columns from 0.
    pub(crate) fn cells(&self) -> impl Iterator<Item = (usize, &str)> {
        self.cells
            .iter()
            .map(|(column, text)| (*column, text.as_str()))
    }

    /// The last column with something in it, from 0.
    pub(crate) fn last(&self) -> usize {
        self.cells.last().map_or(0, |(column, _)| *column)
    }
}

/// The letters of a column, from 0: A, B, … Z, AA.
pub(crate) fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_called_as_spreadsheets_call_them() {
        for (column, called) in [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (51, "AZ"),
            (52, "BA"),
            (499, "SF"),
            (702, "AAA"),
        ] {
            assert_eq!(letters(column), called);
        }
    }
}
