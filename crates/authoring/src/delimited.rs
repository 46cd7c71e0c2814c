//! From the text of a CSV or TSV file to its rows.

use crate::columns::Head;
use crate::fault::Fault;
use crate::grid::{MAX_COLUMNS, MAX_ROWS, Row, Sheet};

/// What may part cells.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];
/// How many rows tell which of them does.
const SAMPLE: usize = 200;

/// The rows of a text.
pub(crate) fn read(text: &str) -> Result<Sheet, Fault> {
    let (separator, body) = named_separator(text);
    let separator = separator.unwrap_or_else(|| guess(body));
    let rows = rows(body, separator, usize::MAX)?;
    Ok(Sheet { name: None, rows })
}

/// The separator that Excel's first line names, `sep=;`, and what follows that line, which a
/// spreadsheet does not show.
fn named_separator(text: &str) -> (Option<u8>, &str) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let line = line.trim_end_matches('\r').trim_matches('"');
    let named = line
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("sep="));
    match line.as_bytes().get(4..) {
        Some([separator]) if named => (Some(*separator), rest),
        _ => (None, text),
    }
}

/// The separator by which most heads of tables are found; where none is, the most frequent one.
fn guess(text: &str) -> u8 {
    let score = |separator: u8| {
        let rows = rows(text, separator, SAMPLE).unwrap_or_default();
        let heads = rows.iter().filter_map(Head::find);
        let known: usize = heads.map(|head| head.columns.len()).sum();
        let cells: usize = rows.iter().map(Row::last).sum();
        (known, cells)
    };
    // The first of equals: a comma.
    let best = SEPARATORS.into_iter().rev().max_by_key(|one| score(*one));
    best.unwrap_or(b',')
}

/// The first rows of a text, at most `most` of them.
fn rows(text: &str, separator: u8, most: usize) -> Result<Vec<Row>, Fault> {
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader
        .delimiter(separator)
        .has_headers(false)
        .flexible(true);
    let mut reader = reader.from_reader(text.as_bytes());
    let mut record = csv::ByteRecord::new();
    let mut found = Vec::new();
    let mut number = 0;
    // Reading from memory does not fail.
    while found.len() < most && matches!(reader.read_byte_record(&mut record), Ok(true)) {
        let begins = record.position().map_or(0, csv::Position::byte);
        number += 1 + empty_lines(text, usize::try_from(begins).unwrap_or_default());
        let cells = record.iter().enumerate();
        let cells = cells.map(|(column, cell)| (column, unescaped(&String::from_utf8_lossy(cell))));
        let Some(row) = Row::new(number, cells) else {
            continue;
        };
        if row.last() >= MAX_COLUMNS {
            return Err(Fault::TooManyColumns(MAX_COLUMNS));
        }
        if found.len() >= MAX_ROWS {
            return Err(Fault::TooManyRows(MAX_ROWS));
        }
        found.push(row);
    }
    Ok(found)
}

/// The number of empty lines at a place between two records, which the reader passes over. The place
/// may be in the middle of CR LF.
fn empty_lines(text: &str, at: usize) -> usize {
    let (before, rest) = text.as_bytes().split_at(at.min(text.len()));
    // In the middle of CR LF.
    let rest = match before.last() {
        Some(b'\r') => rest.strip_prefix(b"\n").unwrap_or(rest),
        _ => rest,
    };
    let mut lines = 0;
    let mut after_return = false;
    for byte in rest {
        match byte {
            b'\n' if after_return => after_return = false,
            b'\r' | b'\n' => {
                lines += 1;
                after_return = *byte == b'\r';
            }
            _ => break,
        }
    }
    lines
}

/// What a spreadsheet would take for the beginning of a formula.
fn begins_formula(character: char) -> bool {
    matches!(character, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
}

/// Escapes a text by an apostrophe before everything that a spreadsheet would run as a formula, as in the exports of
/// results. An apostrophe already in that place is doubled, so that [`unescaped`] restores every text.
pub(crate) fn escaped(text: &str) -> String {
    rewrite(text, |kept, run| {
        kept.push('\'');
        kept.push_str(run);
    })
}

/// The text that [`escaped`] was given.
pub(crate) fn unescaped(text: &str) -> String {
    if !text.contains('\'') {
        return text.to_owned();
    }
    rewrite(text, |kept, run| {
        kept.push_str(run.strip_prefix('\'').unwrap_or(run));
    })
}

/// Copies a text; `change` writes the apostrophes, often none, before each beginning of a formula.
fn rewrite(text: &str, change: impl Fn(&mut String, &str)) -> String {
    let mut kept = String::with_capacity(text.len() + 1);
    let mut begins = true;
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        if begins {
            let after = rest.trim_start_matches('\'');
            if after.starts_with(begins_formula) {
                let run = rest.get(..rest.len() - after.len()).unwrap_or_default();
                change(&mut kept, run);
                rest = after;
                begins = false;
                continue;
            }
        }
        begins = matches!(character, ';' | '\t' | '\r' | '\n')
            || begins && (character.is_whitespace() || matches!(character, '"' | '\0'));
        kept.push(character);
        rest = rest.get(character.len_utf8()..).unwrap_or_default();
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn empty_lines_count_as_rows() {
        let rows = rows("a\r\n\r\n\"b\nc\"\n\n\nd\r\re,\n,,\nf", b',', usize::MAX).unwrap();
        let found = rows.iter().map(|row| (row.number, row.get(0).unwrap()));
        let expected = [(1, "a"), (3, "b\nc"), (6, "d"), (8, "e"), (10, "f")];
        assert_eq!(found.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn formulas_get_an_apostrophe_and_lose_it_again() {
        for (text, safe) in [
            ("=1+2", "'=1+2"),
            ("I listen; - and wait", "I listen; '- and wait"),
            ("'-x", "''-x"),
            ("a-b", "a-b"),
            ("'tis", "'tis"),
            (" @x", " '@x"),
        ] {
            assert_eq!(escaped(text), safe);
            assert_eq!(unescaped(safe), text);
        }
    }

    proptest! {
        #[test]
        fn every_text_comes_back(text in "[-=+@';a \"\t\r\n]{0,12}") {
            let safe = escaped(&text);
            prop_assert_eq!(unescaped(&safe), text);
        }
    }
}
