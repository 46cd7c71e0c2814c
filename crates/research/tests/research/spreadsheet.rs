//! Both tables in a spreadsheet: RFC 4180 to the letter, and nothing that it would run.

use super::samples;
use research::redcap::{data, dictionary};

/// Whether a text is rows as RFC 4180 has them, all with as many cells.
fn is_regular(text: &str) -> bool {
    let body = text.trim_start_matches('\u{feff}');
    let outside: String = body.split('"').step_by(2).collect();
    let breaks = outside.replace("\r\n", "");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(body.as_bytes());
    body.ends_with("\r\n")
        && !breaks.contains(['\r', '\n'])
        && reader.records().all(|row| row.is_ok())
}

#[test]
fn tables_are_regular_and_no_cell_begins_a_formula() {
    let mut cells = 0;
    for sample in samples::all() {
        for text in [
            dictionary(&sample.instrument),
            data(&sample.instrument, &sample.results),
        ] {
            assert!(is_regular(&text), "{}", sample.name);
            let body = text.trim_start_matches('\u{feff}');
            let reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .from_reader(body.as_bytes());
            for cell in reader
                .into_records()
                .flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
            {
                // Much of Europe splits at semicolons.
                for part in cell.split([';', '\t', '\r', '\n']) {
                    assert!(
                        !part.trim_start().starts_with(['=', '+', '-', '@']),
                        "{cell}"
                    );
                }
                cells += 1;
            }
        }
    }
    assert!(cells > 5000, "{cells}");
    let odd = dictionary(&samples::odd());
    assert!(odd.contains("'=SUM(A1); '-1 & “ü” 你"), "{odd}");
}
