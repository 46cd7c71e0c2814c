//! Writes tables as an Excel workbook: the few files of ECMA-376 that one with texts and numbers needs.
//!
//! By hand, since the well-kept crate for it asks for the time, and with that for a browser, and draws charts.

use super::{Cell, Written, archive};
use crate::grid::letters;
use std::fmt::Write as _;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// A workbook with a worksheet for each table.
pub(super) fn bytes(tables: &[Written]) -> Vec<u8> {
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), types(tables.len())),
        (
            "_rels/.rels".to_owned(),
            relations(&[("officeDocument", "xl/workbook.xml".to_owned())]),
        ),
        ("xl/workbook.xml".to_owned(), workbook(tables)),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            workbook_relations(tables.len()),
        ),
        ("xl/styles.xml".to_owned(), styles()),
    ];
    for (index, table) in tables.iter().enumerate() {
        parts.push((
            format!("xl/worksheets/sheet{}.xml", index + 1),
            worksheet(table),
        ));
    }
    archive::stored(&parts)
}

fn types(sheets: usize) -> String {
    let mut text = format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\">\
        <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
        <Override PartName=\"/xl/workbook.xml\" ContentType=\"{TYPE}.sheet.main+xml\"/>\
        <Override PartName=\"/xl/styles.xml\" ContentType=\"{TYPE}.styles+xml\"/>"
    );
    for number in 1..=sheets {
        let _ = write!(
            text,
            "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{TYPE}.worksheet+xml\"/>"
        );
    }
    text + "</Types>"
}

fn relations(targets: &[(&str, String)]) -> String {
    let mut text = format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (index, (kind, target)) in targets.iter().enumerate() {
        let _ = write!(
            text,
            "<Relationship Id=\"rId{}\" Type=\"{RELATIONSHIPS}/{kind}\" Target=\"{target}\"/>",
            index + 1
        );
    }
    text + "</Relationships>"
}

fn workbook_relations(sheets: usize) -> String {
    let sheets = (1..=sheets).map(|number| ("worksheet", format!("worksheets/sheet{number}.xml")));
    let styles = [("styles", "styles.xml".to_owned())];
    relations(&sheets.chain(styles).collect::<Vec<_>>())
}

fn workbook(tables: &[Written]) -> String {
    let mut text = format!("{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONSHIPS}\"><sheets>");
    for (number, table) in (1..).zip(tables) {
        let _ = write!(
            text,
            "<sheet name=\"{}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>",
            table.name
        );
    }
    text + "</sheets></workbook>"
}

/// Plain cells that wrap, 0, and heads in bold, 1.
fn styles() -> String {
    let top = "<alignment vertical=\"top\" wrapText=\"1\"/>";
    format!(
        "{HEAD}<styleSheet xmlns=\"{MAIN}\">\
        <fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>\
        <font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
        <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>\
        <fill><patternFill patternType=\"gray125\"/></fill></fills>\
        <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
        <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
        <cellXfs count=\"2\">\
        <xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\">{top}</xf>\
        <xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyAlignment=\"1\">{top}</xf>\
        </cellXfs>\
        <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>\
        </styleSheet>"
    )
}

fn worksheet(table: &Written) -> String {
    let mut text = format!(
        "{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\">\
        <pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>"
    );
    for (index, _) in table.heads.iter().enumerate() {
        let lengths = table.rows.iter().filter_map(|row| match row.get(index)? {
            Cell::Text(text) => Some(text.chars().count()),
            _ => None,
        });
        let width = lengths.max().unwrap_or_default().clamp(10, 60) + 2;
        let number = index + 1;
        let _ = write!(
            text,
            "<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>"
        );
    }
    text.push_str("</cols><sheetData>");
    let heads = table.heads.iter().map(|head| Cell::Text(head.clone()));
    row(&mut text, 1, &heads.collect::<Vec<_>>(), 1);
    for (number, cells) in (2..).zip(&table.rows) {
        row(&mut text, number, cells, 0);
    }
    text + "</sheetData></worksheet>"
}

fn row(to: &mut String, number: usize, cells: &[Cell], style: u8) {
    let _ = write!(to, "<row r=\"{number}\">");
    for (column, cell) in cells.iter().enumerate() {
        let at = letters(column);
        match cell {
            Cell::Empty => {}
            Cell::Number(value) => {
                let value = json::number::text(*value);
                let _ = write!(to, "<c r=\"{at}{number}\" s=\"{style}\"><v>{value}</v></c>");
            }
            Cell::Text(text) => {
                let _ = write!(
                    to,
                    "<c r=\"{at}{number}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                    Escaped(text)
                );
            }
        }
    }
    to.push_str("</row>");
}

/// A text in XML. `_x0041_` would be read as the letter A, so its `_` is written that way itself.
struct Escaped<'a>(&'a str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut rest = self.0;
        while let Some(character) = rest.chars().next() {
            match character {
                '&' => formatter.write_str("&amp;")?,
                '<' => formatter.write_str("&lt;")?,
                '>' => formatter.write_str("&gt;")?,
                '_' if is_escape(rest) => formatter.write_str("_x005F_")?,
                // No character of XML 1.0.
                '\u{fffe}' | '\u{ffff}' => {}
                other => formatter.write_char(other)?,
            }
            rest = rest.get(character.len_utf8()..).unwrap_or_default();
        }
        Ok(())
    }
}

/// Whether a text begins with an escape such as `_x0041_`.
fn is_escape(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digits = bytes
        .get(2..6)
        .is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
    bytes.starts_with(b"_x") && digits && bytes.get(6) == Some(&b'_')
}
