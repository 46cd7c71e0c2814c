//! From the tables of a spreadsheet to a draft.

mod settings;
mod statements;
mod texts;

use std::collections::BTreeMap;

use measure::instrument::{MAX_LABEL, MAX_STEM};

use crate::columns::{Column, Kind};
use crate::draft::{Draft, Text, Wordings};
use crate::fault::{Fault, NoteKind};
use crate::grid::{Row, Sheet};
use crate::report::{At, Report, Words};
use crate::tables::{Table, Tables};
use crate::values;

pub(crate) use settings::{id_from, title_from};

/// The labels of the options where a sheet has none.
pub(crate) const OPTIONS: [&str; 5] = [
    "Almost never",
    "Rarely",
    "Sometimes",
    "Often",
    "Almost always",
];

/// Reads the rows of tables.
pub(crate) struct Reader<'a> {
    sheets: &'a [Sheet],
    tables: &'a [Table],
    tags: &'a [String],
    report: &'a mut Report,
}

/// What a name stands for.
#[derive(Default)]
struct Names {
    exact: BTreeMap<String, usize>,
    /// In lower case.
    plain: BTreeMap<String, usize>,
}

impl Names {
    /// An id, which is never another's name.
    fn add_id(&mut self, id: &str, index: usize) {
        self.exact.insert(id.to_owned(), index);
        self.plain.entry(crate::columns::plain(id)).or_insert(index);
    }

    fn add(&mut self, name: &str, index: usize) {
        self.exact.entry(name.to_owned()).or_insert(index);
        self.plain
            .entry(crate::columns::plain(name))
            .or_insert(index);
    }

    fn find(&self, name: &str) -> Option<usize> {
        let plain = || self.plain.get(&crate::columns::plain(name));
        self.exact.get(name).or_else(plain).copied()
    }
}

/// The draft of a sheet.
pub(crate) fn draft(
    file_name: &str,
    sheets: &[Sheet],
    tables: &Tables,
    report: &mut Report,
) -> Draft {
    let mut reader = Reader {
        sheets,
        tables: &tables.all,
        tags: &tables.tags,
        report,
    };
    let settings = reader.settings(file_name, tables.language.as_deref());
    let mut sets = reader.scales_and_facets();
    let statements = reader.statements(&mut sets);
    if statements.items.is_empty() {
        let own = tables
            .all
            .iter()
            .find(|table| table.kind == Kind::Statements);
        reader
            .report
            .fault(own.map_or(At::File, Table::first), Fault::NoStatement);
    }
    let squares = reader.squares(&sets);
    let options = reader.options();
    let pulse = reader.pulse();
    let has_errors = !settings.measurement.is_empty()
        || sets
            .scales
            .all
            .iter()
            .any(|scale| scale.sem.is_some() || scale.retest.is_some());
    if !has_errors {
        reader.report.note(At::File, NoteKind::ErrorsAssumed);
    }
    Draft {
        id: settings.id,
        version: settings.version,
        language: settings.language,
        tags: tables.tags.clone(),
        wordings: settings.wordings,
        title: settings.title,
        scales: sets.scales.all,
        facets: sets.facets.all,
        measurement: settings.measurement,
        options,
        not_applicable: settings.not_applicable,
        items: statements.items,
        squares,
        pulse,
        full: statements.full,
        short: statements.short,
    }
}

/// What the settings, or the name of the file, say.
pub(super) struct Settings {
    id: Words,
    version: Words,
    language: Words,
    wordings: Wordings,
    title: Text,
    measurement: Vec<(&'static str, crate::draft::Node)>,
    not_applicable: Option<Text>,
}

impl<'a> Reader<'a> {
    /// The rows of all tables of a kind: the index of the table, and the row.
    fn rows(&self, kind: Kind) -> Vec<(usize, &'a Row)> {
        let (sheets, tables) = (self.sheets, self.tables);
        let own = tables
            .iter()
            .enumerate()
            .filter(move |(_, table)| table.kind == kind);
        let rows = own.flat_map(move |(index, table)| {
            let sheet = sheets.get(table.sheet);
            let rows = table.rows.iter();
            rows.filter_map(move |row| Some((index, sheet?.rows.get(*row)?)))
        });
        rows.collect()
    }

    /// A cell of the questionnaire's own language, where there is such a column: its place, and what is in it.
    fn cell(&self, table: usize, row: &'a Row, column: Column) -> Option<(At, Option<&'a str>)> {
        let table = self.tables.get(table)?;
        let at = *table.columns.get(&(column, None))?;
        Some((At::Cell(table.sheet, row.number, at), row.get(at)))
    }

    /// What a cell has, if it has anything.
    fn filled(&self, table: usize, row: &'a Row, column: Column) -> Option<(At, &'a str)> {
        let (at, text) = self.cell(table, row, column)?;
        Some((at, text?))
    }

    /// A text in every language that has a column for it.
    fn text(&mut self, table: usize, row: &'a Row, column: Column, most: usize) -> Text {
        let own = self.cell(table, row, column);
        let first = row.cells().next().map_or(0, |(column, _)| column);
        let sheet = self.tables.get(table).map_or(0, |table| table.sheet);
        let at = own.map_or(At::Cell(sheet, row.number, first), |(at, _)| at);
        let words = own.and_then(|(at, text)| self.report.words(at, text?, most));
        let others = (0..self.tags.len()).map(|language| {
            let column = self
                .tables
                .get(table)?
                .columns
                .get(&(column, Some(language)))?;
            let at = At::Cell(sheet, row.number, *column);
            self.report.words(at, row.get(*column)?, most)
        });
        Text {
            own: words,
            others: others.collect(),
            at,
            from: Some((table, column)),
        }
    }

    fn options(&mut self) -> Vec<Text> {
        let rows = self.rows(Kind::Options);
        if rows.is_empty() {
            let labels = OPTIONS.map(str::to_owned).to_vec();
            self.report.note(At::File, NoteKind::OptionsFilled(labels));
            let filled = OPTIONS.map(|label| {
                let mut text = Text::own(label, At::File);
                // No table: its place is the file.
                text.from = Some((usize::MAX, Column::Option));
                text
            });
            return filled.to_vec();
        }
        self.texts(&rows, Column::Option, MAX_LABEL)
    }

    fn pulse(&mut self) -> Vec<Text> {
        let rows = self.rows(Kind::Pulse);
        let pulse = self.texts(&rows, Column::Pulse, MAX_STEM);
        if let (Some(first), false) = (
            pulse.first(),
            pulse.len() == measure::instrument::PULSE_LENGTH,
        ) {
            self.report.fault(first.at, Fault::PulseCount(pulse.len()));
        }
        pulse
    }

    /// The texts of tables that have one in each row.
    fn texts(&mut self, rows: &[(usize, &'a Row)], column: Column, most: usize) -> Vec<Text> {
        let mut texts = Vec::new();
        for (table, row) in rows {
            let text = self.text(*table, row, column, most);
            if text.own.is_none() {
                let name = crate::columns::name(column).to_owned();
                self.report.fault(text.at, Fault::EmptyCell(name));
            }
            texts.push(text);
        }
        texts
    }

    /// A number, if the cell has one.
    fn number(&mut self, at: At, text: &str) -> Option<f64> {
        let number = values::number(text);
        if number.is_none() {
            let found = json::visible::excerpt(text);
            self.report.fault(at, Fault::NotANumber(found));
        }
        number
    }
}
