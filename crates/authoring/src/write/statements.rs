//! The table of statements.

use std::collections::BTreeMap;

use json::Json;

use super::{Cell, Tree, Written, cell, elements, id, position, table};
use crate::columns::{self, Column};

impl<'a> Tree<'a> {
    pub(super) fn statements(&self) -> Written {
        let items: Vec<&'a Json> = elements(self.root, "items").iter().collect();
        let (stems, observers) = (self.by_id("items"), self.by_id("observers"));
        let plain = |column, name: &str, is_needed| {
            let cells = items.iter().map(|item| cell(item.get(name))).collect();
            ((columns::name(column).to_owned(), cells), is_needed)
        };
        let mut columns = vec![plain(Column::Scale, "scale", true)];
        columns.extend(self.worded(
            Column::Statement,
            &items,
            |item| item.get("stem"),
            |language, _, item| stems.get(language)?.get(id(item)).copied(),
            true,
        ));
        columns.push(plain(Column::Facet, "facet", false));
        let reversed = items
            .iter()
            .map(|item| match item.get("keying").and_then(Json::as_text) {
                Some("reverse") => Cell::Text("yes".to_owned()),
                _ => Cell::Empty,
            });
        columns.push((
            (
                columns::name(Column::Reversed).to_owned(),
                reversed.collect(),
            ),
            true,
        ));
        columns.extend(self.forms(&items).map(|(column, cells, is_needed)| {
            ((columns::name(column).to_owned(), cells), is_needed)
        }));
        columns.push(plain(Column::Id, "id", true));
        columns.extend(self.worded(
            Column::Observer,
            &items,
            |item| item.get("observer"),
            |language, _, item| observers.get(language)?.get(id(item)).copied(),
            false,
        ));
        table("statements", columns)
    }

    /// The words of each language by the ids of items.
    fn by_id(&self, list: &str) -> Vec<BTreeMap<&'a str, &'a Json>> {
        let words = self
            .translations
            .iter()
            .map(|(_, tree)| match tree.get(list) {
                Some(Json::Object(entries)) => entries
                    .iter()
                    .map(|(id, words)| (id.as_str(), words))
                    .collect(),
                _ => BTreeMap::new(),
            });
        words.collect()
    }

    /// The form of each item, and its positions where these are not those of the rows.
    fn forms(&self, items: &[&'a Json]) -> [(Column, Vec<Cell>, bool); 3] {
        let indexes: BTreeMap<&str, usize> = items
            .iter()
            .enumerate()
            .map(|(index, item)| (id(item), index))
            .collect();
        let form = |name| {
            let form = self
                .root
                .get("forms")
                .map_or(&[][..], |forms| elements(forms, name));
            let form = form
                .iter()
                .filter_map(|id| indexes.get(id.as_text()?).copied());
            form.collect::<Vec<usize>>()
        };
        let (full, short) = (form("full"), form("short"));
        let positions = |form: &[usize]| {
            let mut positions = vec![None; items.len()];
            for (place, index) in form.iter().enumerate() {
                if let Some(position) = positions.get_mut(*index) {
                    *position = Some(place);
                }
            }
            positions
        };
        let (in_full, in_short) = (positions(&full), positions(&short));
        let forms = in_full
            .iter()
            .zip(&in_short)
            .map(|(full, short)| match (full, short) {
                (_, Some(_)) => "short",
                (Some(_), None) => "full",
                (None, None) => "none",
            });
        let forms = forms.map(|form| Cell::Text(form.to_owned()));
        let cells = |positions: &[Option<usize>], is_needed: bool| -> Vec<Cell> {
            let cells = positions
                .iter()
                .map(|place| place.filter(|_| is_needed).map_or(Cell::Empty, position));
            cells.collect()
        };
        let ranks: Vec<_> = short.iter().map(|index| in_full.get(*index)).collect();
        [
            (Column::Form, forms.collect(), true),
            (Column::Asked, cells(&in_full, !full.is_sorted()), false),
            (
                Column::AskedShort,
                cells(&in_short, !ranks.is_sorted()),
                false,
            ),
        ]
    }
}
