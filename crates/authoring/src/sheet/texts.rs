//! Scales, facets and squares: their tables, and those that only statements name.

use json::visible::{clean, excerpt};
use measure::instrument::{FacetIndex, Id, MAX_LABEL, MAX_TEXT, ScaleIndex};

use super::{Names, Reader};
use crate::columns::{self, Column, Kind};
use crate::draft::{Facet, Scale, Square, Text};
use crate::fault::{Fault, NoteKind};
use crate::grid::Row;
use crate::report::At;
use crate::values::{Taken, slug};

/// The most bytes of an id that is made of a name.
const MADE_ID: usize = 24;

/// What scales and facets have in common.
pub(super) trait Member {
    /// The table that lists them.
    const TABLE: Kind;
    /// The column that names one.
    const COLUMN: Column;
    /// What an id begins with where a name gives none.
    const BASE: &'static str;

    fn new(id: String, label: Text) -> Self;
    fn label(&mut self) -> &mut Text;
    /// Takes over what else a row of their table says.
    fn describe<'a>(&mut self, reader: &mut Reader<'a>, table: usize, row: &'a Row);
    /// Said of one that only a statement names, although a table lists them.
    fn not_listed(name: String) -> NoteKind;
}

impl Member for Scale {
    const TABLE: Kind = Kind::Scales;
    const COLUMN: Column = Column::Scale;
    const BASE: &'static str = "scale";

    fn new(id: String, label: Text) -> Self {
        Self {
            id,
            label,
            texts: None,
            sem: None,
            retest: None,
        }
    }

    fn label(&mut self) -> &mut Text {
        &mut self.label
    }

    fn describe<'a>(&mut self, reader: &mut Reader<'a>, table: usize, row: &'a Row) {
        let columns = [
            Column::Who,
            Column::Why,
            Column::Low,
            Column::Middle,
            Column::High,
        ];
        self.texts = Some(columns.map(|column| reader.text(table, row, column, MAX_TEXT)));
        self.sem = reader.error_of(table, row, ERROR);
        self.retest = reader.error_of(table, row, RETEST);
    }

    fn not_listed(name: String) -> NoteKind {
        NoteKind::ScaleNotListed(name)
    }
}

impl Member for Facet {
    const TABLE: Kind = Kind::Facets;
    const COLUMN: Column = Column::Facet;
    const BASE: &'static str = "facet";

    fn new(id: String, label: Text) -> Self {
        Self {
            id,
            label,
            about: None,
        }
    }

    fn label(&mut self) -> &mut Text {
        &mut self.label
    }

    fn describe<'a>(&mut self, reader: &mut Reader<'a>, table: usize, row: &'a Row) {
        self.about = Some(reader.text(table, row, Column::About, MAX_TEXT));
    }

    fn not_listed(name: String) -> NoteKind {
        NoteKind::FacetNotListed(name)
    }
}

/// The scales, or the facets, and what they are called.
pub(super) struct Set<T> {
    pub(super) all: Vec<T>,
    names: Names,
    ids: Taken,
    /// Whether a table lists them.
    is_listed: bool,
}

impl<T: Member> Set<T> {
    /// An id that nobody has, made of a name.
    fn made_id(&mut self, name: &str) -> String {
        self.ids.unique(&slug(name, MADE_ID, T::BASE))
    }
}

/// The scales and the facets.
pub(super) struct Sets {
    pub(super) scales: Set<Scale>,
    pub(super) facets: Set<Facet>,
}

/// A scale or a facet of a table: its id, unless that has to be made, and its name.
struct Named {
    at: At,
    written: String,
    id: Option<String>,
    label: Text,
}

impl<'a> Reader<'a> {
    pub(super) fn scales_and_facets(&mut self) -> Sets {
        Sets {
            scales: self.set(),
            facets: self.set(),
        }
    }

    /// The scales, or the facets, that a table lists.
    fn set<T: Member>(&mut self) -> Set<T> {
        let mut set = Set {
            all: Vec::new(),
            names: Names::default(),
            ids: Taken::default(),
            is_listed: false,
        };
        let rows = self.rows(T::TABLE);
        let named: Vec<_> = rows
            .iter()
            .map(|(table, row)| self.named(*table, row, T::COLUMN))
            .collect();
        // Written ids first, so that no made one takes them.
        let ids = named.iter().flatten().map(|named| named.id.as_deref());
        let taken: Vec<bool> = ids.map(|id| id.is_none_or(|id| set.ids.take(id))).collect();
        let named = rows
            .iter()
            .zip(named)
            .filter_map(|(row, named)| Some((row, named?)));
        let mut rows_of: Vec<usize> = Vec::new();
        for (((table, row), named), is_free) in named.zip(taken) {
            let earlier = set.names.exact.get(&named.written);
            if let Some(earlier) = earlier.filter(|_| named.id.is_none() || !is_free) {
                let earlier = rows_of.get(*earlier).copied().unwrap_or_default();
                self.report.fault(named.at, Fault::SameAsRow(earlier));
                continue;
            }
            let label = named.label.own.as_ref().map_or("", |label| &label.text);
            let id = named.id.unwrap_or_else(|| set.made_id(label));
            let index = set.all.len();
            set.names.add_id(&id, index);
            set.names.exact.entry(named.written).or_insert(index);
            rows_of.push(row.number);
            let mut member = T::new(id, named.label);
            member.describe(self, *table, row);
            set.all.push(member);
        }
        for (index, member) in set.all.iter_mut().enumerate() {
            for label in names_of(member.label()) {
                set.names.add(label, index);
            }
        }
        set.is_listed = !set.all.is_empty();
        set
    }

    /// What a row of scales or facets is about; an empty cell is a fault.
    fn named(&mut self, table: usize, row: &'a Row, column: Column) -> Option<Named> {
        let plain = self.text(table, row, column, MAX_LABEL);
        let Some(written) = plain.own.as_ref().map(|words| words.text.clone()) else {
            let name = columns::name(column).to_owned();
            self.report.fault(plain.at, Fault::EmptyCell(name));
            return None;
        };
        let has_names = self.tables.get(table).is_some_and(|table| {
            table
                .columns
                .keys()
                .any(|(column, _)| *column == Column::Name)
        });
        let at = plain.at;
        let mut label = plain;
        let mut id = None;
        if has_names {
            let name = self.text(table, row, Column::Name, MAX_LABEL);
            if name.is_some() {
                id = Id::new(&written).map(|id| id.to_string());
                let own = name.own.clone().or_else(|| label.own.clone());
                label = Text { own, ..name };
            }
        }
        Some(Named {
            at,
            written,
            id,
            label,
        })
    }

    fn error_of(
        &mut self,
        table: usize,
        row: &'a Row,
        columns: [Column; 4],
    ) -> Option<crate::draft::Node> {
        let cells = columns.map(|column| self.filled(table, row, column));
        self.error(cells, columns.map(columns::name), true)
    }

    pub(super) fn squares(&mut self, sets: &Sets) -> Vec<Square> {
        let mut squares: Vec<Square> = Vec::new();
        let mut rows_of = std::collections::BTreeMap::new();
        for (table, row) in self.rows(Kind::Squares) {
            let about = self.text(table, row, Column::About, MAX_TEXT);
            let try_this = self.text(table, row, Column::Try, MAX_TEXT);
            let scale = self.known(
                table,
                row,
                Column::Scale,
                &sets.scales.names,
                Fault::NoSuchScale,
            );
            let facet = self.known(
                table,
                row,
                Column::Facet,
                &sets.facets.names,
                Fault::NoSuchFacet,
            );
            let (Some((at, scale)), Some((_, facet))) = (scale, facet) else {
                continue;
            };
            if let Some(earlier) = rows_of.insert((scale, facet), row.number) {
                self.report.fault(at, Fault::SameAsRow(earlier));
                continue;
            }
            squares.push(Square {
                scale: ScaleIndex::from_usize(scale),
                facet: FacetIndex::from_usize(facet),
                about,
                try_this,
            });
        }
        squares
    }

    /// The scale or the facet that a cell names; none, or an unknown one, is a fault.
    fn known(
        &mut self,
        table: usize,
        row: &'a Row,
        column: Column,
        names: &Names,
        unknown: impl Fn(String) -> Fault,
    ) -> Option<(At, usize)> {
        let (at, text) = self.cell(table, row, column)?;
        let Some(text) = text else {
            let name = columns::name(column).to_owned();
            self.report.fault(at, Fault::EmptyCell(name));
            return None;
        };
        let found = names.find(&clean(text, false));
        if found.is_none() {
            self.report.fault(at, unknown(excerpt(text)));
        }
        found.map(|index| (at, index))
    }

    /// The scale or the facet that a statement names, which may be a new one.
    pub(super) fn member_of<T: Member>(
        &mut self,
        table: usize,
        row: &'a Row,
        set: &mut Set<T>,
    ) -> Option<usize> {
        let (at, written) = self.filled(table, row, T::COLUMN)?;
        let name = clean(written, false);
        if let Some(found) = set.names.find(&name) {
            let label = set.all.get_mut(found).map(T::label);
            self.complete(label, table, row, T::COLUMN);
            return Some(found);
        }
        let label = self.text(table, row, T::COLUMN, MAX_LABEL);
        if set.is_listed {
            self.report.note(at, T::not_listed(excerpt(&name)));
        }
        let index = set.all.len();
        let id = set.made_id(&name);
        set.names.add(&name, index);
        set.all.push(T::new(id, label));
        Some(index)
    }

    /// Adds to a name the languages in which this row has it and no earlier one.
    fn complete(&mut self, label: Option<&mut Text>, table: usize, row: &'a Row, column: Column) {
        let Some(label) = label else {
            return;
        };
        for language in 0..self.tags.len() {
            let of = self.tables.get(table);
            let column = of.and_then(|of| of.columns.get(&(column, Some(language))));
            if let (Some(column), Some(of)) = (column, of)
                && label.other(language).is_none()
                && let Some(text) = row.get(*column)
            {
                let at = At::Cell(of.sheet, row.number, *column);
                let words = self.report.words(at, text, MAX_LABEL);
                label.others.resize(self.tags.len(), None);
                if let Some(other) = label.others.get_mut(language) {
                    *other = words;
                }
            }
        }
    }
}

const ERROR: [Column; 4] = [
    Column::Error,
    Column::ErrorItems,
    Column::ErrorPeople,
    Column::ErrorCoefficient,
];
const RETEST: [Column; 4] = [
    Column::Retest,
    Column::RetestItems,
    Column::RetestPeople,
    Column::RetestCoefficient,
];

/// What a scale or a facet is called, in every language.
fn names_of(label: &Text) -> impl Iterator<Item = &str> {
    let others = label.others.iter().flatten();
    let all = label.own.iter().chain(others);
    all.map(|words| words.text.as_str())
}
