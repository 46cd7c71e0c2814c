//! The statements of a sheet, and the order in which the forms ask them.

use std::collections::BTreeMap;

use json::FaultKind;
use json::Notation;
use json::visible::{clean, excerpt};
use measure::instrument::{FacetIndex, Id, ItemIndex, MAX_STEM, ScaleIndex};

use super::Reader;
use super::texts::Sets;
use crate::columns::{self, Asked, Column, Kind};
use crate::draft::{Item, Text};
use crate::fault::{Fault, NoteKind};
use crate::grid::Row;
use crate::report::{At, Words};
use crate::values::Taken;

/// The most bytes of a scale's and of a facet's id in the made id of an item.
const PART: usize = 26;

/// The statements and the forms.
pub(super) struct Statements {
    pub(super) items: Vec<Item>,
    pub(super) full: Vec<ItemIndex>,
    pub(super) short: Option<Vec<ItemIndex>>,
}

/// Where a form asks an item: the item, the written position and its place.
type Position = (ItemIndex, Option<(f64, At)>);

impl<'a> Reader<'a> {
    pub(super) fn statements(&mut self, sets: &mut Sets) -> Statements {
        let rows = self.rows(Kind::Statements);
        let mut ids = self.written_ids(&rows);
        let mut items = Vec::new();
        let mut made = 0;
        let (mut full, mut short) = (Vec::new(), Vec::new());
        let mut stems: BTreeMap<String, usize> = BTreeMap::new();
        for (table, row) in &rows {
            let mut item = self.item(*table, row, sets);
            self.compare(&item.stem, row, &mut stems);
            match ids.written.remove(&row_key(*table, row)) {
                Some(id) if id.is_good => item.id = id,
                faulty => {
                    made += usize::from(faulty.is_none());
                    item.good_id = ids.made(&item, sets);
                    item.id.text.clone_from(&item.good_id);
                    item.id = faulty.unwrap_or(item.id);
                }
            }
            let index = ItemIndex::from_usize(items.len());
            let asked = self.asked(*table, row);
            if asked != Asked::Neither {
                full.push((index, self.position(*table, row, Column::Asked)));
            }
            if asked == Asked::Both {
                short.push((index, self.position(*table, row, Column::AskedShort)));
            }
            items.push(item);
        }
        if made > 0 {
            self.report.note(At::File, NoteKind::IdsMade(made));
        }
        if full.is_empty() && !items.is_empty() {
            self.report.fault(At::File, Fault::NothingAsked);
        }
        let full = self.order(full);
        let short = (!short.is_empty()).then(|| self.short(short, &full));
        Statements { items, full, short }
    }

    fn item(&mut self, table: usize, row: &'a Row, sets: &mut Sets) -> Item {
        let stem = self.text(table, row, Column::Statement, MAX_STEM);
        let scale_cell = self.filled(table, row, Column::Scale);
        if stem.own.is_none() {
            self.report.fault(stem.at, Fault::NoStatement);
        } else if scale_cell.is_none() {
            let at = self.cell(table, row, Column::Scale);
            let at = at.map_or(stem.at, |(at, _)| at);
            self.report.fault(at, Fault::NoScale);
        }
        let scale = self.member_of(table, row, &mut sets.scales);
        let facet = self.member_of(table, row, &mut sets.facets);
        let observer = self.text(table, row, Column::Observer, MAX_STEM);
        let is_reverse = match self.filled(table, row, Column::Reversed) {
            Some((at, text)) => columns::yes_or_no(text).unwrap_or_else(|| {
                self.report.fault(at, Fault::NotYesOrNo(excerpt(text)));
                false
            }),
            None => false,
        };
        let at = stem.at;
        Item {
            id: Words {
                text: String::new(),
                at,
                is_good: true,
            },
            good_id: String::new(),
            scale: scale.map(ScaleIndex::from_usize),
            facet: facet.map(FacetIndex::from_usize),
            is_reverse,
            stem,
            observer: Some(observer),
            at,
        }
    }

    /// Notes a statement that an earlier row has.
    fn compare(&mut self, stem: &Text, row: &Row, stems: &mut BTreeMap<String, usize>) {
        let Some(words) = &stem.own else {
            return;
        };
        let key = words.text.to_lowercase();
        if let Some(earlier) = stems.get(&key) {
            self.report
                .note(words.at, NoteKind::SameStatement(*earlier));
        } else {
            stems.insert(key, row.number);
        }
    }

    /// The ids that the rows have, judged: so that no made id is one of them.
    fn written_ids(&mut self, rows: &[(usize, &'a Row)]) -> Ids {
        let mut ids = Ids::default();
        let mut rows_of: BTreeMap<String, usize> = BTreeMap::new();
        for (table, row) in rows {
            let Some((at, text)) = self.filled(*table, row, Column::Id) else {
                continue;
            };
            let text = clean(text, false);
            let mut is_good = Id::new(&text).is_some();
            if !is_good {
                let kind = FaultKind::NotA(Notation::Id, excerpt(&text));
                self.report.fault(at, Fault::Judged(kind));
            } else if !ids.taken.take(&text) {
                is_good = false;
                let earlier = rows_of.get(&text).copied().unwrap_or_default();
                self.report.fault(at, Fault::SameAsRow(earlier));
            }
            rows_of.entry(text.clone()).or_insert(row.number);
            let id = Words { text, at, is_good };
            ids.written.insert(row_key(*table, row), id);
        }
        ids
    }

    fn asked(&mut self, table: usize, row: &'a Row) -> Asked {
        let Some((at, text)) = self.filled(table, row, Column::Form) else {
            return Asked::Full;
        };
        columns::form(text).unwrap_or_else(|| {
            self.report.fault(at, Fault::NotAForm(excerpt(text)));
            Asked::Full
        })
    }

    fn position(&mut self, table: usize, row: &'a Row, column: Column) -> Option<(f64, At)> {
        let (at, text) = self.filled(table, row, column)?;
        Some((self.number(at, text)?, at))
    }

    /// Items by their positions; those without one follow, in the order of their rows.
    fn order(&mut self, mut positions: Vec<Position>) -> Vec<ItemIndex> {
        positions.sort_by(|(_, one), (_, other)| match (one, other) {
            (Some((one, _)), Some((other, _))) => one.total_cmp(other),
            (one, other) => one.is_none().cmp(&other.is_none()),
        });
        let pairs = positions.iter().zip(positions.iter().skip(1));
        for ((_, one), (_, other)) in pairs {
            if let (Some((one, At::Cell(_, row, _))), Some((other, at))) = (one, other)
                && one.total_cmp(other).is_eq()
            {
                self.report.fault(*at, Fault::SamePosition(*row));
            }
        }
        positions.into_iter().map(|(index, _)| index).collect()
    }

    /// The short form: in the order of the full one, unless positions say another.
    fn short(&mut self, positions: Vec<Position>, full: &[ItemIndex]) -> Vec<ItemIndex> {
        let mut ranks = vec![0; full.len().max(1)];
        for (rank, index) in full.iter().enumerate() {
            if index.get() >= ranks.len() {
                ranks.resize(index.get() + 1, 0);
            }
            if let Some(place) = ranks.get_mut(index.get()) {
                *place = rank;
            }
        }
        let mut positions = positions;
        positions.sort_by_key(|(index, _)| index.of(&ranks).copied());
        self.order(positions)
    }
}

/// The index of the table and the number of the row.
type RowKey = (usize, usize);

fn row_key(table: usize, row: &Row) -> RowKey {
    (table, row.number)
}

/// The ids of items.
#[derive(Default)]
struct Ids {
    written: BTreeMap<RowKey, Words>,
    taken: Taken,
}

impl Ids {
    /// An id for an item, out of those of its scale and its facet, with a number.
    fn made(&mut self, item: &Item, sets: &Sets) -> String {
        let scale = item.scale.and_then(|scale| scale.of(&sets.scales.all));
        let facet = item.facet.and_then(|facet| facet.of(&sets.facets.all));
        let part = |id: &str| id.get(..PART).unwrap_or(id).to_owned();
        let mut base = scale.map_or_else(|| "item".to_owned(), |scale| part(&scale.id));
        if let Some(facet) = facet {
            base.push('-');
            base.push_str(&part(&facet.id));
        }
        self.taken.numbered(&base)
    }
}
