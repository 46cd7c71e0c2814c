//! Scales, facets and squares: their tables, and those that only statements name.

use json::visible::{clean, excerpt};
use measure::instrument::{Id, MAX_LABEL, MAX_TEXT};

use super::{Names, Reader};
use crate::columns::{self, Column, Kind};
use crate::draft::{Facet, Scale, Square, Text};
use crate::fault::{Fault, NoteKind};
use crate::grid::Row;
use crate::report::At;
use crate::values::{Taken, slug};

/// The most bytes of an id that is made of a name.
const MADE_ID: usize = 24;

/// The scales and the facets, and what they are called.
#[derive(Default)]
pub(super) struct Sets {
    pub(super) scales: Vec<Scale>,
    pub(super) facets: Vec<Facet>,
    scale_names: Names,
    facet_names: Names,
    scale_ids: Taken,
    facet_ids: Taken,
    /// Whether a table lists them.
    scales_listed: bool,
    facets_listed: bool,
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
        let mut sets = Sets::default();
        self.scales(&mut sets);
        self.facets(&mut sets);
        sets
    }

    fn scales(&mut self, sets: &mut Sets) {
        let mut rows_of = Vec::new();
        let rows = self.rows(Kind::Scales);
        let named: Vec<_> = rows
            .iter()
            .map(|(table, row)| self.named(*table, row, Column::Scale))
            .collect();
        // Written ids first, so that no made one takes them.
        let ids = named.iter().flatten().map(|named| named.id.as_deref());
        let taken: Vec<bool> = ids
            .map(|id| id.is_none_or(|id| sets.scale_ids.take(id)))
            .collect();
        let named = rows
            .iter()
            .zip(named)
            .filter_map(|(row, named)| Some((row, named?)));
        for (((table, row), named), is_free) in named.zip(taken) {
            let earlier = sets.scale_names.exact.get(&named.written);
            if let Some(earlier) = earlier.filter(|_| named.id.is_none() || !is_free) {
                let earlier: usize = rows_of.get(*earlier).copied().unwrap_or_default();
                self.report.fault(named.at, Fault::SameAsRow(earlier));
                continue;
            }
            let label = named.label.own.as_ref().map_or("", |label| &label.text);
            let made = || sets.scale_ids.unique(&slug(label, MADE_ID, "scale"));
            let id = named.id.clone().unwrap_or_else(made);
            let columns = [
                Column::Who,
                Column::Why,
                Column::Low,
                Column::Middle,
                Column::High,
            ];
            let texts = columns.map(|column| self.text(*table, row, column, MAX_TEXT));
            let index = sets.scales.len();
            sets.scale_names.add_id(&id, index);
            sets.scale_names
                .exact
                .entry(named.written.clone())
                .or_insert(index);
            rows_of.push(row.number);
            sets.scales.push(Scale {
                id,
                texts: Some(texts),
                sem: self.error_of(*table, row, ERROR),
                retest: self.error_of(*table, row, RETEST),
                label: named.label,
            });
        }
        for (index, scale) in sets.scales.iter().enumerate() {
            for label in names_of(&scale.label) {
                sets.scale_names.add(label, index);
            }
        }
        sets.scales_listed = !sets.scales.is_empty();
    }

    fn facets(&mut self, sets: &mut Sets) {
        let mut rows_of = Vec::new();
        let rows = self.rows(Kind::Facets);
        let named: Vec<_> = rows
            .iter()
            .map(|(table, row)| self.named(*table, row, Column::Facet))
            .collect();
        let ids = named.iter().flatten().map(|named| named.id.as_deref());
        let taken: Vec<bool> = ids
            .map(|id| id.is_none_or(|id| sets.facet_ids.take(id)))
            .collect();
        let named = rows
            .iter()
            .zip(named)
            .filter_map(|(row, named)| Some((row, named?)));
        for (((table, row), named), is_free) in named.zip(taken) {
            let earlier = sets.facet_names.exact.get(&named.written);
            if let Some(earlier) = earlier.filter(|_| named.id.is_none() || !is_free) {
                let earlier: usize = rows_of.get(*earlier).copied().unwrap_or_default();
                self.report.fault(named.at, Fault::SameAsRow(earlier));
                continue;
            }
            let label = named.label.own.as_ref().map_or("", |label| &label.text);
            let made = || sets.facet_ids.unique(&slug(label, MADE_ID, "facet"));
            let id = named.id.clone().unwrap_or_else(made);
            let index = sets.facets.len();
            sets.facet_names.add_id(&id, index);
            sets.facet_names
                .exact
                .entry(named.written.clone())
                .or_insert(index);
            rows_of.push(row.number);
            let about = self.text(*table, row, Column::About, MAX_TEXT);
            sets.facets.push(Facet {
                id,
                label: named.label,
                about: Some(about),
            });
        }
        for (index, facet) in sets.facets.iter().enumerate() {
            for label in names_of(&facet.label) {
                sets.facet_names.add(label, index);
            }
        }
        sets.facets_listed = !sets.facets.is_empty();
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
                &sets.scale_names,
                Fault::NoSuchScale,
            );
            let facet = self.known(
                table,
                row,
                Column::Facet,
                &sets.facet_names,
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
                scale,
                facet,
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

    /// The scale that a statement names, which may be a new one.
    pub(super) fn scale_of(
        &mut self,
        table: usize,
        row: &'a Row,
        sets: &mut Sets,
    ) -> Option<usize> {
        let (at, written) = self.filled(table, row, Column::Scale)?;
        let name = clean(written, false);
        if let Some(found) = sets.scale_names.find(&name) {
            let label = sets.scales.get_mut(found).map(|scale| &mut scale.label);
            self.complete(label, table, row, Column::Scale);
            return Some(found);
        }
        let label = self.text(table, row, Column::Scale, MAX_LABEL);
        if sets.scales_listed {
            self.report
                .note(at, NoteKind::ScaleNotListed(excerpt(&name)));
        }
        let index = sets.scales.len();
        let id = sets.scale_ids.unique(&slug(&name, MADE_ID, "scale"));
        sets.scale_names.add(&name, index);
        sets.scales.push(Scale {
            id,
            label,
            texts: None,
            sem: None,
            retest: None,
        });
        Some(index)
    }

    /// The facet that a statement names, which may be a new one.
    pub(super) fn facet_of(
        &mut self,
        table: usize,
        row: &'a Row,
        sets: &mut Sets,
    ) -> Option<usize> {
        let (at, written) = self.filled(table, row, Column::Facet)?;
        let name = clean(written, false);
        if let Some(found) = sets.facet_names.find(&name) {
            let label = sets.facets.get_mut(found).map(|facet| &mut facet.label);
            self.complete(label, table, row, Column::Facet);
            return Some(found);
        }
        let label = self.text(table, row, Column::Facet, MAX_LABEL);
        if sets.facets_listed {
            self.report
                .note(at, NoteKind::FacetNotListed(excerpt(&name)));
        }
        let index = sets.facets.len();
        let id = sets.facet_ids.unique(&slug(&name, MADE_ID, "facet"));
        sets.facet_names.add(&name, index);
        sets.facets.push(Facet {
            id,
            label,
            about: None,
        });
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
