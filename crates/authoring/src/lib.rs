//! From a coach's spreadsheet or `SurveyJS` file to a questionnaire file, and back; every fault with its cell.
//!
//! Bytes in, data out. [`read`] recognises what it is given by its content; whether a questionnaire is good
//! is decided by the program's own judge, `measure::instrument::parse`, whose faults get the cells that they come from.

mod assemble;
mod canonical;
mod columns;
mod decode;
mod delimited;
mod draft;
mod english;
mod fault;
mod grid;
mod places;
mod report;
pub mod says;
mod schema;
mod shape;
mod sheet;
mod survey;
mod tables;
mod template;
mod values;
mod workbook;
mod write;

use json::visible::is_visible;
use json::{FaultKind, Json};

use assemble::Assembly;
use draft::Draft;
use grid::Sheet;
use report::{At, Report};
use tables::{Table, Tables};

pub use english::{english, language_from};
pub use fault::{Fault, Note, NoteKind, Place, Placed};
pub use schema::{fields_table, schema_text};
pub use template::{template_csv, template_xlsx};
pub use write::{to_csv, to_xlsx};

/// The most bytes of a file.
pub const MAX_FILE: usize = 5 * 1024 * 1024;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An Excel workbook.
    Workbook,
    /// Text with separators: CSV or TSV.
    Delimited,
    /// A survey of `SurveyJS`.
    Survey,
    /// A questionnaire file of ours.
    Questionnaire,
    /// None of these.
    Unknown,
}

/// What was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// What the file is.
    pub kind: Kind,
    /// The questionnaire file: JSON in its canonical form. With faults, as far as it could be made;
    /// `None` if there was nothing to make one of.
    pub questionnaire: Option<String>,
    /// What is wrong, in the order of the file: at most 200. Without any the questionnaire is good.
    pub faults: Vec<Placed>,
    /// How many faults there are beside those.
    pub more: usize,
    /// What was filled in, left out or cleaned, in the order of the file: at most 200.
    pub notes: Vec<Note>,
}

/// Reads a file. Of its name only the title of a questionnaire without one is made.
#[must_use]
pub fn read(file_name: &str, bytes: &[u8]) -> Reading {
    if bytes.len() > MAX_FILE {
        return refused(Kind::Unknown, Fault::FileTooLarge(MAX_FILE));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return match workbook::read(bytes) {
            Ok(sheets) => from_sheets(Kind::Workbook, file_name, &sheets, Report::default()),
            Err(fault) => refused(Kind::Workbook, fault),
        };
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return refused(Kind::Unknown, Fault::OldWorkbook);
    }
    let Some(decoded) = decode::decode(bytes) else {
        return refused(Kind::Unknown, Fault::NotText);
    };
    let text = decoded.text.as_str();
    if !is_visible(text) {
        return refused(Kind::Unknown, Fault::EmptyFile);
    }
    if text.trim_start().starts_with(['{', '[']) {
        return from_json(file_name, text);
    }
    let mut report = Report::default();
    if decoded.guessed {
        report.note(At::File, NoteKind::ReadAsWindows);
    }
    match delimited::read(text) {
        Ok(sheet) => from_sheets(Kind::Delimited, file_name, &[sheet], report),
        Err(fault) => refused(Kind::Delimited, fault),
    }
}

fn refused(kind: Kind, fault: Fault) -> Reading {
    let place = Place::File;
    Reading {
        kind,
        questionnaire: None,
        faults: vec![Placed { place, fault }],
        more: 0,
        notes: Vec::new(),
    }
}

fn from_sheets(kind: Kind, file_name: &str, sheets: &[Sheet], mut report: Report) -> Reading {
    if sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return refused(kind, Fault::EmptyFile);
    }
    let tables = Tables::find(sheets, &mut report);
    let has_statements = tables
        .all
        .iter()
        .any(|table| table.kind == columns::Kind::Statements);
    let questionnaire = has_statements.then(|| {
        let draft = sheet::draft(file_name, sheets, &tables, &mut report);
        let has_items = !draft.items.is_empty();
        has_items.then(|| judged(&draft, &tables.all, &mut report))
    });
    let (faults, more, notes) = report.into_parts(sheets, &tables.all);
    Reading {
        kind,
        questionnaire: questionnaire.flatten(),
        faults,
        more,
        notes,
    }
}

/// The questionnaire of a draft; what the judge says of it goes to the report.
fn judged(draft: &Draft, tables: &[Table], report: &mut Report) -> String {
    let tree = Assembly::new(draft, tables, report).tree();
    let whole = tree
        .to_json(false)
        .map(|tree| canonical::text(&tree))
        .unwrap_or_default();
    let verdict = if report.faults.is_empty() {
        measure::instrument::parse(&whole)
    } else {
        let without = tree.to_json(true).unwrap_or(Json::Null);
        measure::instrument::parse(&without.to_string())
    };
    if let Err(faults) = verdict {
        let mut places = std::collections::BTreeMap::new();
        tree.walk(&mut "$".to_owned(), &mut |path, at| {
            places.insert(path.to_owned(), at);
        });
        for fault in faults.listed {
            let at = nearest(&places, &fault.path);
            report.fault(at, Fault::Judged(fault.kind));
        }
        report.uncounted += faults.more;
    }
    whole
}

/// The place of a path, or of the nearest thing around it.
fn nearest(places: &std::collections::BTreeMap<String, At>, path: &str) -> At {
    let mut path = path;
    loop {
        if let Some(at) = places.get(path) {
            return *at;
        }
        match path.rfind(['.', '[']) {
            Some(end) => path = path.get(..end).unwrap_or_default(),
            None => return At::File,
        }
    }
}

fn from_json(file_name: &str, text: &str) -> Reading {
    let tree = match json::parse_documents(text) {
        Ok(tree) => tree,
        Err(faults) => return at_paths(Kind::Unknown, None, faults),
    };
    if let Some(Json::Array(_)) = tree.get("items") {
        return ours(text, &tree);
    }
    if !survey::is_survey(&tree) {
        return refused(Kind::Unknown, Fault::OtherJson);
    }
    let mut report = Report::default();
    let draft = survey::draft(file_name, &tree, &mut report);
    let questionnaire = draft.map(|draft| judged(&draft, &[], &mut report));
    let (faults, more, notes) = report.into_parts(&[], &[]);
    Reading {
        kind: Kind::Survey,
        questionnaire,
        faults,
        more,
        notes,
    }
}

/// A questionnaire file of ours, judged as it is.
fn ours(text: &str, tree: &Json) -> Reading {
    if let Err(faults) = measure::instrument::parse(text) {
        return at_paths(Kind::Questionnaire, Some(tree.to_pretty_text()), faults);
    }
    let canonical = canonical::text(tree);
    match measure::instrument::parse(&canonical) {
        Ok(_) => Reading {
            kind: Kind::Questionnaire,
            questionnaire: Some(canonical),
            faults: Vec::new(),
            more: 0,
            notes: Vec::new(),
        },
        // Two cut-offs may differ in the tenth decimal only.
        Err(faults) => at_paths(Kind::Questionnaire, Some(canonical), faults),
    }
}

fn at_paths(kind: Kind, questionnaire: Option<String>, faults: json::Faults) -> Reading {
    let place = |path: String| match (path.as_str(), questionnaire.is_some()) {
        ("$", true) => Place::File,
        _ => Place::Path(path),
    };
    let listed = faults.listed.into_iter().map(|fault| {
        let fault_kind: FaultKind = fault.kind;
        Placed {
            place: place(fault.path),
            fault: Fault::Judged(fault_kind),
        }
    });
    Reading {
        kind,
        faults: listed.collect(),
        questionnaire,
        more: faults.more,
        notes: Vec::new(),
    }
}
