//! From a questionnaire file to the tables of a sheet.

mod archive;
mod delimited;
mod packed;
mod statements;

use json::{Faults, Json};

use crate::canonical::canonical;
use crate::columns::{self, Column, Setting};
use crate::draft::SCALE_TEXTS;

/// What is in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    Empty,
    Text(String),
    Number(f64),
}

/// A table to be written.
#[derive(Debug)]
pub(crate) struct Written {
    /// The name of its worksheet.
    pub(crate) name: &'static str,
    pub(crate) heads: Vec<String>,
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// The questionnaire as a CSV file: UTF-8 with a byte order mark, CR LF, every table below the other.
///
/// # Errors
/// The faults of the questionnaire, if it has any.
pub fn to_csv(questionnaire: &str) -> Result<String, Faults> {
    Ok(csv_of(&judged(questionnaire)?))
}

/// The same, of the tree of a questionnaire file without faults.
pub(crate) fn csv_of(questionnaire: &Json) -> String {
    delimited::text(&tables(questionnaire))
}

/// The questionnaire as an Excel workbook, with a worksheet for each table.
///
/// # Errors
/// The faults of the questionnaire, if it has any.
pub fn to_xlsx(questionnaire: &str) -> Result<Vec<u8>, Faults> {
    Ok(xlsx_of(&judged(questionnaire)?))
}

/// The same, of the tree of a questionnaire file without faults.
pub(crate) fn xlsx_of(questionnaire: &Json) -> Vec<u8> {
    packed::bytes(&tables(questionnaire))
}

fn judged(questionnaire: &str) -> Result<Json, Faults> {
    measure::instrument::parse(questionnaire)?;
    json::parse(questionnaire)
}

fn tables(questionnaire: &Json) -> Vec<Written> {
    let tree = canonical(questionnaire);
    let tree = Tree::new(&tree);
    let all = [
        tree.settings(),
        tree.statements(),
        tree.options(),
        tree.scales(),
        tree.facets(),
        tree.squares(),
        tree.pulse(),
    ];
    let all = all.into_iter();
    all.filter(|table| !table.rows.is_empty()).collect()
}

/// The canonical tree, and its translations with their tags.
struct Tree<'a> {
    root: &'a Json,
    translations: Vec<(&'a str, &'a Json)>,
}

/// A column that is being written: its head, and its cells.
type Filled = (String, Vec<Cell>);

fn elements<'a>(tree: &'a Json, name: &str) -> &'a [Json] {
    match tree.get(name) {
        Some(Json::Array(elements)) => elements,
        _ => &[],
    }
}

fn cell(value: Option<&Json>) -> Cell {
    match value {
        Some(Json::String(text)) => Cell::Text(text.clone()),
        Some(Json::Number(number)) => Cell::Number(*number),
        _ => Cell::Empty,
    }
}

fn position(index: usize) -> Cell {
    Cell::Number(json::number::to_f64(index as u64 + 1))
}

/// The value at some keys, one within the other.
fn deep<'a>(tree: &'a Json, keys: &[&str]) -> Option<&'a Json> {
    keys.iter().try_fold(tree, |tree, key| tree.get(key))
}

fn id(tree: &Json) -> &str {
    tree.get("id").and_then(Json::as_text).unwrap_or_default()
}

/// A table of columns; one without anything in it is left out, unless it is needed.
fn table(name: &'static str, columns: Vec<(Filled, bool)>) -> Written {
    let used = columns.into_iter().filter(|((_, cells), is_needed)| {
        *is_needed || cells.iter().any(|cell| *cell != Cell::Empty)
    });
    let (heads, columns): (Vec<_>, Vec<_>) = used.map(|(filled, _)| filled).unzip();
    let length = columns.iter().map(Vec::len).max().unwrap_or_default();
    let mut columns: Vec<_> = columns.into_iter().map(Vec::into_iter).collect();
    let rows = (0..length).map(|_| {
        let cells = columns
            .iter_mut()
            .map(|column| column.next().unwrap_or(Cell::Empty));
        cells.collect()
    });
    let rows = rows.collect();
    Written { name, heads, rows }
}

impl<'a> Tree<'a> {
    fn new(root: &'a Json) -> Self {
        let translations = elements(root, "translations").iter();
        let translations = translations.map(|tree| {
            (
                tree.get("language")
                    .and_then(Json::as_text)
                    .unwrap_or_default(),
                tree,
            )
        });
        Self {
            root,
            translations: translations.collect(),
        }
    }

    /// A column with a text for each of `own`, and one for each language: `other` finds its texts, by the index of
    /// the language and its translation.
    fn worded<T>(
        &self,
        column: Column,
        entries: &[T],
        own: impl Fn(&T) -> Option<&'a Json>,
        other: impl Fn(usize, &'a Json, &T) -> Option<&'a Json>,
        is_needed: bool,
    ) -> Vec<(Filled, bool)> {
        let name = columns::name(column);
        let own = entries.iter().map(|entry| cell(own(entry))).collect();
        let mut columns = vec![((name.to_owned(), own), is_needed)];
        for (language, (tag, tree)) in self.translations.iter().enumerate() {
            let cells = entries
                .iter()
                .map(|entry| cell(other(language, tree, entry)));
            columns.push(((format!("{name}:{tag}"), cells.collect()), is_needed));
        }
        columns
    }

    fn settings(&self) -> Written {
        let error = |first: Setting, name| {
            use Setting as S;
            let [items, people, coefficient] = if first == S::Spread {
                [None, Some(S::SpreadPeople), Some(S::SpreadCoefficient)]
            } else {
                [
                    Some(S::FacetErrorItems),
                    Some(S::FacetErrorPeople),
                    Some(S::FacetErrorCoefficient),
                ]
            };
            [
                Some((first, vec![name, "value"])),
                items.map(|setting| (setting, vec![name, "items"])),
                people.map(|setting| (setting, vec![name, "n"])),
                coefficient.map(|setting| (setting, vec![name, "coefficient"])),
            ]
        };
        let mut settings = vec![
            (Setting::Title, vec!["title"]),
            (Setting::Id, vec!["id"]),
            (Setting::Version, vec!["version"]),
            (Setting::Language, vec!["language"]),
            (Setting::WordingVersion, vec!["wording", "version"]),
            (Setting::WordingState, vec!["wording", "state"]),
            (Setting::DoesNotApply, vec!["not_applicable"]),
        ];
        settings.extend(
            error(Setting::FacetError, "facet_sem")
                .into_iter()
                .flatten(),
        );
        settings.extend(error(Setting::Spread, "spread").into_iter().flatten());
        let translated = |tree: &'a Json, keys: &[&str]| {
            let has_words = matches!(
                keys.first(),
                Some(&("title" | "wording" | "not_applicable"))
            );
            has_words.then(|| deep(tree, keys)).flatten()
        };
        let is_there = |(_, keys): &(Setting, Vec<&str>)| {
            let others = self.translations.iter();
            let mut others = others.map(|(_, tree)| translated(tree, keys));
            deep(self.root, keys).is_some() || others.any(|value| value.is_some())
        };
        settings.retain(is_there);
        let names = settings
            .iter()
            .map(|(setting, _)| Cell::Text(columns::setting_name(*setting).to_owned()));
        let name = columns::name(Column::Setting).to_owned();
        let mut columns = vec![((name, names.collect()), true)];
        columns.extend(self.worded(
            Column::Value,
            &settings,
            |(_, keys)| deep(self.root, keys),
            |_, tree, (_, keys)| translated(tree, keys),
            true,
        ));
        let bands = elements(self.root, "bands").iter();
        let mut table = table("settings", columns);
        for (setting, value) in [Setting::MiddleFrom, Setting::HighFrom]
            .into_iter()
            .zip(bands)
        {
            let name = Cell::Text(columns::setting_name(setting).to_owned());
            let mut row = vec![name, cell(Some(value))];
            row.resize(table.heads.len(), Cell::Empty);
            table.rows.push(row);
        }
        table
    }

    /// Rows that have one text each are numbered, so that no text passes for the head of a table.
    fn numbered(&self, name: &'static str, column: Column, list: &str) -> Written {
        let entries: Vec<(usize, &'a Json)> =
            elements(self.root, list).iter().enumerate().collect();
        let numbers = entries.iter().map(|(index, _)| position(*index)).collect();
        let mut columns = vec![((columns::name(Column::Number).to_owned(), numbers), true)];
        columns.extend(self.worded(
            column,
            &entries,
            |(_, text)| Some(text),
            |_, tree, (index, _)| elements(tree, list).get(*index),
            true,
        ));
        table(name, columns)
    }

    fn options(&self) -> Written {
        self.numbered("options", Column::Option, "options")
    }

    fn pulse(&self) -> Written {
        self.numbered("pulse", Column::Pulse, "pulse")
    }

    /// The first columns of scales or facets: a number, the id and the name.
    fn named(&self, column: Column, list: &str) -> (Vec<&'a Json>, Vec<(Filled, bool)>) {
        let entries: Vec<&'a Json> = elements(self.root, list).iter().collect();
        let numbers = (0..entries.len()).map(position).collect();
        let ids = entries.iter().map(|entry| cell(entry.get("id"))).collect();
        let mut columns = vec![
            ((columns::name(Column::Number).to_owned(), numbers), true),
            ((columns::name(column).to_owned(), ids), true),
        ];
        columns.extend(self.worded(
            Column::Name,
            &entries,
            |entry| entry.get("label"),
            |_, tree, entry| deep(tree, &[list, id(entry), "label"]),
            true,
        ));
        (entries, columns)
    }

    fn scales(&self) -> Written {
        use Column as C;
        let (scales, mut columns) = self.named(Column::Scale, "scales");
        let texts = [
            Column::Who,
            Column::Why,
            Column::Low,
            Column::Middle,
            Column::High,
        ];
        for (column, name) in texts.into_iter().zip(SCALE_TEXTS) {
            let keys = |name: &'static str| match name {
                "who" | "why" => vec![name],
                _ => vec!["about", name],
            };
            columns.extend(self.worded(
                column,
                &scales,
                |scale| deep(scale, &keys(name)),
                |_, tree, scale| deep(deep(tree, &["scales", id(scale)])?, &keys(name)),
                false,
            ));
        }
        let errors = [
            (
                "sem",
                [C::Error, C::ErrorItems, C::ErrorPeople, C::ErrorCoefficient],
            ),
            (
                "retest",
                [
                    C::Retest,
                    C::RetestItems,
                    C::RetestPeople,
                    C::RetestCoefficient,
                ],
            ),
        ];
        for (error, names) in errors {
            for (column, part) in names
                .into_iter()
                .zip(["value", "items", "n", "coefficient"])
            {
                let cells = scales.iter().map(|scale| cell(deep(scale, &[error, part])));
                columns.push(((columns::name(column).to_owned(), cells.collect()), false));
            }
        }
        table("scales", columns)
    }

    fn facets(&self) -> Written {
        let (facets, mut columns) = self.named(Column::Facet, "facets");
        columns.extend(self.worded(
            Column::About,
            &facets,
            |facet| facet.get("about"),
            |_, tree, facet| deep(tree, &["facets", id(facet), "about"]),
            false,
        ));
        table("facets", columns)
    }

    fn squares(&self) -> Written {
        let mut squares: Vec<(&str, &str)> = Vec::new();
        for scale in elements(self.root, "scales") {
            for facet in elements(self.root, "facets") {
                let keys = ["squares", id(scale), id(facet)];
                let mut trees = self.translations.iter().map(|(_, tree)| *tree);
                if deep(self.root, &keys).is_some() || trees.any(|tree| deep(tree, &keys).is_some())
                {
                    squares.push((id(scale), id(facet)));
                }
            }
        }
        let numbers = (0..squares.len()).map(position).collect();
        let scales = squares
            .iter()
            .map(|(scale, _)| Cell::Text((*scale).to_owned()))
            .collect();
        let facets = squares
            .iter()
            .map(|(_, facet)| Cell::Text((*facet).to_owned()))
            .collect();
        let mut columns = vec![
            ((columns::name(Column::Number).to_owned(), numbers), true),
            ((columns::name(Column::Scale).to_owned(), scales), true),
            ((columns::name(Column::Facet).to_owned(), facets), true),
        ];
        for (column, name) in [(Column::About, "about"), (Column::Try, "try")] {
            columns.extend(self.worded(
                column,
                &squares,
                |(scale, facet)| deep(self.root, &["squares", scale, facet, name]),
                |_, tree, (scale, facet)| deep(tree, &["squares", scale, facet, name]),
                true,
            ));
        }
        table("squares", columns)
    }
}
