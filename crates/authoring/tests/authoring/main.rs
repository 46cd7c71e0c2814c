//! Reading and writing sheets.
#![allow(clippy::pedantic, clippy::restriction, reason = "test code")]

mod cells;
mod format;
mod habits;
#[path = "../../examples/hostile.rs"]
#[expect(dead_code, reason = "its command is not run here")]
mod hostile;
mod limits;
mod properties;
mod round_trip;
mod schema;
mod surveys;

use std::io::{Cursor, Write as _};

use authoring::{Place, Reading, english, read, says};

/// The place and the sentence of every fault, a line each.
fn faults(reading: &Reading) -> Vec<String> {
    let lines = reading.faults.iter();
    lines
        .map(|fault| says::fault_line(english(), fault))
        .collect()
}

/// The place and the sentence of every note.
fn notes(reading: &Reading) -> Vec<String> {
    let lines = reading.notes.iter();
    lines.map(|note| says::note_line(english(), note)).collect()
}

/// The cell of a place, such as `B5`.
fn cell(place: &Place) -> String {
    match place {
        Place::Cell { row, column, .. } => format!("{column}{row}"),
        Place::Path(path) => path.clone(),
        Place::File => "file".to_owned(),
    }
}

/// The instrument of a file that has no faults.
fn instrument(name: &str, bytes: &[u8]) -> measure::instrument::Instrument {
    let reading = read(name, bytes);
    assert_eq!(faults(&reading), Vec::<String>::new(), "{name}");
    let questionnaire = reading.questionnaire.expect("a questionnaire");
    measure::instrument::parse(&questionnaire).unwrap_or_else(|faults| panic!("{faults}"))
}

/// The statements of an instrument.
fn stems(instrument: &measure::instrument::Instrument) -> Vec<&str> {
    instrument
        .items
        .iter()
        .map(|item| item.stem.as_str())
        .collect()
}

/// A packed file with these parts.
fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in parts {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook as Excel writes it: with shared strings, and these worksheets.
fn workbook(strings: &[&str], sheets: &[(&str, &str)]) -> Vec<u8> {
    let strings: String = strings
        .iter()
        .map(|text| format!("<si><t>{text}</t></si>"))
        .collect();
    let strings = format!("<sst>{strings}</sst>");
    let mut listed = String::new();
    let mut related = String::new();
    let mut parts: Vec<(String, String)> = Vec::new();
    for (number, (name, rows)) in (1..).zip(sheets) {
        listed += &format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
        related += &format!(
            "<Relationship Id=\"rId{number}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        );
        let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
        parts.push((format!("xl/worksheets/sheet{number}.xml"), sheet));
    }
    let r = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    parts.push((
        "xl/workbook.xml".into(),
        format!("<workbook {r}><sheets>{listed}</sheets></workbook>"),
    ));
    parts.push(("xl/_rels/workbook.xml.rels".into(), format!("<Relationships>{related}<Relationship Id=\"s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>")));
    parts.push(("_rels/.rels".into(), "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>".into()));
    parts.push(("xl/sharedStrings.xml".into(), strings));
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    zip(&parts)
}
