//! The answers as a table: its text, read back by a reader of its own, and its documented columns.

use measure::completed::Completed;
use measure::instrument::FormName::Full;
use measure::instrument::{Instrument, Keying};
use measure::response::Response;
use proptest::prelude::*;
use records::csv::{COLUMNS, text};
use testing::sheets::any_sheet;
use testing::{answers, completed, shipped, small};

/// A reader of RFC 4180 after its grammar, and stricter than most: every row ends with CR LF, quotes
/// stand at the ends of a cell or doubled inside it, and nowhere else.
fn read(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let mut cell = String::new();
        if let Some(quoted) = rest.strip_prefix('"') {
            rest = quoted;
            loop {
                let (inside, after) = rest.split_once('"').expect("a closing quote");
                cell += inside;
                rest = after;
                match rest.strip_prefix('"') {
                    Some(doubled) => {
                        cell.push('"');
                        rest = doubled;
                    }
                    None => break,
                }
            }
        } else {
            let end = rest.find([',', '\r', '\n', '"']).expect("a cell ends");
            cell += &rest[..end];
            rest = &rest[end..];
        }
        row.push(cell);
        if let Some(after) = rest.strip_prefix("\r\n") {
            rows.push(std::mem::take(&mut row));
            rest = after;
        } else {
            rest = rest
                .strip_prefix(',')
                .expect("a comma or the end of the row");
        }
    }
    assert_eq!(row, Vec::<String>::new(), "the last row has its end");
    rows
}

/// Without the byte order mark, which must be there.
fn table(instrument: &Instrument, completed: &Completed) -> Vec<Vec<String>> {
    let text = text(instrument, completed);
    read(text.strip_prefix('\u{feff}').expect("a byte order mark"))
}

#[test]
fn the_documented_columns_are_those_that_are_written() {
    let documented = include_str!("../../../../docs/exports.md");
    let rows = documented
        .lines()
        .skip_while(|line| *line != "| column | what it is |");
    let names: Vec<&str> = rows
        .skip(2)
        .map_while(|line| line.strip_prefix("| `")?.split('`').next())
        .collect();
    assert_eq!(names, COLUMNS);
}

/// A table with `value` as the version, which is written as it is.
fn with_version(value: &str) -> String {
    let instrument = small(2, |text| text);
    let mut completed = completed(answers(&instrument, Full, "12"), 9);
    completed.version = value.to_owned();
    text(&instrument, &completed)
}

#[test]
fn no_cell_begins_a_formula_and_none_is_broken_by_what_is_in_it() {
    for (value, cell) in [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1", "'＝1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠x", "'＠x"),
        (" =1", " '=1"),
        ("\"=1", "\"'=1"),
        ("=\"a\",b", "'=\"a\",b"),
        ("1.0.0;=cmd|' /C calc'!A0", "1.0.0;'=cmd|' /C calc'!A0"),
        ("a;; @b", "a;; '@b"),
        ("a\t＝1", "a\t'＝1"),
        ("a\r\n-1", "a\r\n'-1"),
        ("\t", "'\t"),
        ("\n", "'\n"),
        ("a=1", "a=1"),
        ("well - and so; on", "well - and so; on"),
        ("'quoted'", "'quoted'"),
        ("a, -b", "a, -b"),
        ("he said \"no\"", "he said \"no\""),
        ("two\nlines", "two\nlines"),
        ("two\r\nlines", "two\r\nlines"),
        ("“é” 你", "“é” 你"),
    ] {
        let written = with_version(value);
        let table = read(written.trim_start_matches('\u{feff}'));
        assert_eq!(table[1][1], cell, "{value:?}");
        assert_eq!(table[1].len(), COLUMNS.len());
        assert_eq!(table[2][10], "I 2.", "{value:?}");
    }
    let instrument = small(2, |text| {
        text.replace("I 1.", "=1").replace("\"i1\"", "\"-i1\"")
    });
    let table = table(&instrument, &completed(answers(&instrument, Full, "12"), 9));
    assert_eq!(table[1][10], "'=1", "a statement");
    assert_eq!(table[1][4], "'-i1", "an id may begin so");
}

/// The cells that a spreadsheet makes of a text where it splits by `separator`. It takes what follows
/// a closing quote into the cell, and with `quotes` off it knows no quotes at all.
fn cells(text: &str, separator: char, quotes: bool) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut inside = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let cell = cells.last_mut().unwrap();
        match character {
            '"' if quotes && inside && characters.peek() == Some(&'"') => {
                cell.push('"');
                characters.next();
            }
            '"' if quotes && (inside || cell.trim().is_empty()) => inside = !inside,
            '\r' | '\n' if !inside => cells.push(String::new()),
            other if other == separator && !inside => cells.push(String::new()),
            other => cell.push(other),
        }
    }
    cells
}

#[test]
fn no_reader_finds_a_formula_whatever_it_splits_by() {
    let formula = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    let before = [
        "", "a", ";", "a;", "a;;", "a; ", "a;\"", "a;\"\"", "\"a\";", "a;\u{a0}", "\t", "a\t",
        "a\t;", "a\n", "a\r\n", "a,b;", "\"", "\"\"", " ", "\0", ";\0", "'\";\"",
    ];
    for before in before {
        for character in formula {
            let value = format!("{before}{character}1+1");
            let written = with_version(&value);
            for (separator, quotes) in [
                (',', true),
                (';', true),
                ('\t', true),
                (';', false),
                ('\t', false),
            ] {
                for cell in cells(written.trim_start_matches('\u{feff}'), separator, quotes) {
                    let begins = |c: char| c.is_whitespace() || matches!(c, '"' | '\0');
                    let cell = cell.trim_start_matches(begins);
                    assert!(
                        !cell.starts_with(formula),
                        "{value:?} by {separator:?}: {cell:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn cells_are_quoted_only_where_they_must_be() {
    let instrument = small(2, |text| {
        text.replace("I 1.", "a, \\\"b\\\"")
            .replace("I 2.", "it’s; so")
    });
    let written = text(&instrument, &completed(answers(&instrument, Full, "5"), 9));
    let about = "small,1.0.0,full,2026-11-21T09:06:10Z";
    assert_eq!(
        written,
        format!(
            "\u{feff}{}\r\n{about},i1,s1,f1,forward,5,5,\"a, \"\"b\"\"\"\r\n{about},i2,s1,f1,forward,,,it’s; so\r\n",
            COLUMNS.join(",")
        )
    );
}

#[test]
fn a_questionnaire_without_facets_leaves_them_empty() {
    let instrument = small(2, |text| {
        text.replace("\"facet\":\"f1\",", "")
            .replace("\"facets\":[{\"id\":\"f1\",\"label\":\"F\"}],", "")
    });
    let table = table(&instrument, &completed(answers(&instrument, Full, "12"), 9));
    assert_eq!(table[1][6], "");
}

proptest! {
    #![proptest_config(testing::cases(1000))]

    #[test]
    fn every_answer_reads_back(sheet in any_sheet()) {
        let instrument = shipped();
        let completed = completed(sheet, 9);
        let table = table(&instrument, &completed);
        let form = completed.sheet.form;
        prop_assert_eq!(table.len(), instrument.form(form).unwrap().len() + 1);
        prop_assert_eq!(&table[0], &COLUMNS);
        let about = ["leadership-relationships", "1.0.0", form.as_str(), "2026-11-21T09:06:10Z"];
        let mut before = None;
        for row in &table[1..] {
            prop_assert_eq!(row.len(), COLUMNS.len());
            let index = instrument.index_of(&row[4]).unwrap();
            prop_assert!(before < Some(index), "instrument order");
            before = Some(index);
            let item = &instrument.items[index.get()];
            let reverse = item.keying == Keying::Reverse;
            let expected = match completed.sheet.get(index) {
                None => (String::new(), String::new()),
                Some(Response::NotApplicable) => ("not_applicable".to_owned(), String::new()),
                Some(Response::Chosen(option)) => {
                    let keyed = if reverse { 6 - option.get() } else { option.get() };
                    (option.get().to_string(), keyed.to_string())
                }
            };
            prop_assert_eq!((row[8].clone(), row[9].clone()), expected);
            prop_assert_eq!(&row[7], if reverse { "reverse" } else { "forward" });
            prop_assert_eq!(&row[5], instrument.scales[item.scale.get()].id.as_str());
            prop_assert_eq!(&row[6], instrument.facets[item.facet.unwrap().get()].id.as_str());
            prop_assert_eq!(&row[10], &item.stem);
            prop_assert_eq!(&row[..4], &about);
        }
    }
}
