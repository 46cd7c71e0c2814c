//! Finds the tables of a spreadsheet by the names of their columns.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use json::visible::excerpt;

use crate::columns::{self, Column, Head, Kind, Setting};
use crate::fault::{Fault, NoteKind};
use crate::grid::{Row, Sheet};
use crate::report::{At, Report};

/// The most languages beside that of the questionnaire.
pub(crate) const MAX_LANGUAGES: usize = 30;

/// A table: its head and its rows.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) kind: Kind,
    /// The index of its sheet.
    pub(crate) sheet: usize,
    /// The number of the row that has its head.
    pub(crate) head: usize,
    /// Where each column is, by what it holds and the language, an index into [`Tables::tags`].
    pub(crate) columns: BTreeMap<(Column, Option<usize>), usize>,
    /// What the head calls each column.
    headings: Vec<(usize, String)>,
    /// Indexes of its rows in the sheet.
    pub(crate) rows: Vec<usize>,
}

impl Table {
    /// What the head calls a column.
    pub(crate) fn heading(&self, column: usize) -> Option<&str> {
        let mut headings = self.headings.iter();
        let (_, text) = headings.find(|(at, _)| *at == column)?;
        Some(text)
    }

    /// Its first column.
    pub(crate) fn first(&self) -> At {
        let first = self.headings.first().map_or(0, |(at, _)| *at);
        At::Cell(self.sheet, self.head, first)
    }

    /// Whether the table has a column in the questionnaire's own language.
    pub(crate) fn has(&self, column: Column) -> bool {
        self.columns.contains_key(&(column, None))
    }

    /// Whether a row belongs to the table although an empty one is before it.
    fn goes_on(&self, row: &Row) -> bool {
        let filled = |column| {
            let mut own = self.columns.iter().filter(|((one, _), _)| *one == column);
            own.any(|(_, at)| row.get(*at).is_some())
        };
        match self.kind {
            Kind::Statements => filled(Column::Scale) && filled(Column::Statement),
            Kind::Settings => {
                let at = self.columns.get(&(Column::Setting, None));
                let name = at.and_then(|at| row.get(*at));
                name.and_then(columns::setting).is_some() && filled(Column::Value)
            }
            // One cell alone may as well be the title of what follows.
            Kind::Scales | Kind::Facets | Kind::Squares => {
                row.cells().count() > 1 && (filled(Column::Scale) || filled(Column::Facet))
            }
            Kind::Options | Kind::Pulse => false,
        }
    }
}

/// Every table, and the languages of their columns.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    pub(crate) all: Vec<Table>,
    /// The languages beside that of the questionnaire, as they are written.
    pub(crate) tags: Vec<String>,
    /// The language of the questionnaire, if a column that has no other beside it says so.
    pub(crate) language: Option<String>,
}

impl Tables {
    pub(crate) fn find(sheets: &[Sheet], report: &mut Report) -> Self {
        let mut tables = Self::default();
        for (index, sheet) in sheets.iter().enumerate() {
            tables.find_in(index, sheet, report);
        }
        if tables
            .all
            .iter()
            .all(|table| table.kind != Kind::Statements)
        {
            lacks_statements(sheets, report);
        }
        tables.settle_language(sheets, report);
        tables
    }

    fn find_in(&mut self, index: usize, sheet: &Sheet, report: &mut Report) {
        let before = self.all.len();
        let mut current: Option<usize> = None;
        let mut last = 0;
        let mut left_out = Vec::new();
        for (position, row) in sheet.rows.iter().enumerate() {
            let follows = current.is_some() && row.number == last + 1;
            last = row.number;
            if let Some(head) = Head::find(row).filter(|head| !follows || head.is_certain()) {
                let table = self.table(index, row, head, report);
                self.all.push(table);
                current = Some(self.all.len() - 1);
                continue;
            }
            let table = current.and_then(|current| self.all.get_mut(current));
            let next = sheet.rows.get(position + 1);
            match table {
                Some(table) if is_title(table.kind, row, next) => left_out.push(row),
                Some(table) if follows || table.goes_on(row) => table.rows.push(position),
                _ => {
                    current = None;
                    left_out.push(row);
                }
            }
        }
        if self.all.len() > before {
            for row in left_out {
                let first = row.cells().next().map_or(0, |(column, _)| column);
                report.note(At::Cell(index, row.number, first), NoteKind::RowLeftOut);
            }
        } else if let (Some(row), Some(name)) = (left_out.first(), &sheet.name) {
            let note = NoteKind::SheetLeftOut(excerpt(name));
            report.note(At::Cell(index, row.number, 0), note);
        }
    }

    /// The table that begins with this head.
    fn table(&mut self, sheet: usize, row: &Row, head: Head, report: &mut Report) -> Table {
        let mut columns = BTreeMap::new();
        let called = |at: usize| excerpt(row.get(at).unwrap_or_default());
        for at in head.unknown {
            let note = NoteKind::UnknownColumn(called(at));
            report.note(At::Cell(sheet, row.number, at), note);
        }
        for heading in head.columns {
            let at = At::Cell(sheet, row.number, heading.at);
            let tag = match heading.tag {
                None => None,
                Some(tag) => match self.tag(tag) {
                    Some(tag) => Some(tag),
                    None => {
                        report.fault(at, Fault::TooManyLanguages(MAX_LANGUAGES));
                        continue;
                    }
                },
            };
            match columns.entry((heading.column, tag)) {
                Entry::Occupied(_) => report.note(at, NoteKind::SecondColumn(called(heading.at))),
                Entry::Vacant(place) => {
                    place.insert(heading.at);
                }
            }
        }
        let headings = row.cells().map(|(at, _)| (at, called(at)));
        Table {
            kind: head.kind,
            sheet,
            head: row.number,
            columns,
            headings: headings.collect(),
            rows: Vec::new(),
        }
    }

    /// The index of a language; `None` if there are too many.
    fn tag(&mut self, tag: String) -> Option<usize> {
        let mut tags = self.tags.iter();
        if let Some(known) = tags.position(|known| known.eq_ignore_ascii_case(&tag)) {
            return Some(known);
        }
        // The questionnaire's own may be among them.
        (self.tags.len() <= MAX_LANGUAGES).then(|| {
            self.tags.push(tag);
            self.tags.len() - 1
        })
    }

    /// Takes the columns in the questionnaire's own language for those without one: the language that
    /// the settings name, or, where every column of statements names one, the first of these.
    fn settle_language(&mut self, sheets: &[Sheet], report: &mut Report) {
        let set = self.set_language(sheets);
        let statements = || {
            self.all
                .iter()
                .filter(|table| table.kind == Kind::Statements)
        };
        let plain = statements().any(|table| table.has(Column::Statement));
        let first = statements().flat_map(|table| &table.columns);
        let mut first = first.filter(|((column, _), _)| *column == Column::Statement);
        let own = match set {
            Some(set) => self
                .tags
                .iter()
                .position(|tag| tag.eq_ignore_ascii_case(&set)),
            None if plain => None,
            None => first.next().and_then(|((_, tag), _)| *tag),
        };
        let Some(own) = own else {
            return;
        };
        self.language = self.tags.get(own).cloned();
        for table in &mut self.all {
            let (sheet, head) = (table.sheet, table.head);
            let columns = std::mem::take(&mut table.columns);
            let tagged = columns.iter().filter(|((_, tag), _)| *tag == Some(own));
            let tagged: Vec<_> = tagged.map(|((column, _), at)| (*column, *at)).collect();
            // The indexes of the languages behind it go down by one.
            let others = columns
                .into_iter()
                .filter(|((_, tag), _)| *tag != Some(own));
            let lower = |tag: usize| if tag > own { tag - 1 } else { tag };
            table.columns = others
                .map(|((column, tag), at)| ((column, tag.map(lower)), at))
                .collect();
            for (column, at) in tagged {
                if table.has(column) {
                    let called = table.heading(at).unwrap_or_default().to_owned();
                    report.note(At::Cell(sheet, head, at), NoteKind::SecondColumn(called));
                } else {
                    table.columns.insert((column, None), at);
                }
            }
        }
        self.tags.remove(own);
    }

    fn set_language(&self, sheets: &[Sheet]) -> Option<String> {
        let settings = self.all.iter().filter(|table| table.kind == Kind::Settings);
        let mut rows = settings.flat_map(|table| {
            let rows = sheets.get(table.sheet).map(|sheet| &sheet.rows);
            let rows = table.rows.iter().filter_map(move |row| rows?.get(*row));
            rows.map(move |row| (table, row))
        });
        rows.find_map(|(table, row)| {
            let cell = |column| row.get(*table.columns.get(&(column, None))?);
            let is_language = columns::setting(cell(Column::Setting)?) == Some(Setting::Language);
            let value = json::visible::clean(cell(Column::Value)?, false);
            is_language.then_some(value)
        })
    }
}

/// Whether a row is only the name of the table below it, as Numbers writes it.
fn is_title(kind: Kind, row: &Row, next: Option<&Row>) -> bool {
    let has_one_cell = row.cells().count() == 1 && !matches!(kind, Kind::Options | Kind::Pulse);
    let is_next = |next: &&Row| next.number == row.number + 1;
    has_one_cell
        && next
            .filter(is_next)
            .is_some_and(|next| Head::find(next).is_some())
}

/// Says what a sheet without statements lacks.
fn lacks_statements(sheets: &[Sheet], report: &mut Report) {
    for (index, sheet) in sheets.iter().enumerate() {
        for row in &sheet.rows {
            let mut cells = row.cells();
            let found = cells.find(|(_, text)| {
                columns::heading(text).is_some_and(|(column, _)| column == Column::Statement)
            });
            if let Some((column, _)) = found {
                let missing = columns::name(Column::Scale).to_owned();
                let at = At::Cell(index, row.number, column);
                return report.fault(at, Fault::NoColumn(missing));
            }
        }
    }
    report.fault(At::File, Fault::NoStatements);
}
