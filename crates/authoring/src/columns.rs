//! The columns that tables have, and the rows that name them.

mod names;

use json::visible::clean;
use measure::instrument::is_language;

use crate::grid::Row;

pub(crate) use names::{form, name, plain, setting, setting_name, yes_or_no};

/// A column that some table has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Column {
    Scale,
    Statement,
    Facet,
    Reversed,
    Form,
    Id,
    Observer,
    Asked,
    AskedShort,
    Option,
    Setting,
    Value,
    Name,
    Who,
    Why,
    Low,
    Middle,
    High,
    Error,
    ErrorItems,
    ErrorPeople,
    ErrorCoefficient,
    Retest,
    RetestItems,
    RetestPeople,
    RetestCoefficient,
    About,
    Try,
    Pulse,
    /// Numbers the rows for whoever reads them, and means nothing.
    Number,
}

/// A setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Setting {
    Title,
    Id,
    Version,
    Language,
    DoesNotApply,
    MiddleFrom,
    HighFrom,
    WordingVersion,
    WordingState,
    Spread,
    SpreadPeople,
    SpreadCoefficient,
    FacetError,
    FacetErrorItems,
    FacetErrorPeople,
    FacetErrorCoefficient,
}

/// Which forms ask a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    Both,
    Full,
    Neither,
}

/// What a table is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Settings,
    Statements,
    Options,
    Scales,
    Facets,
    Squares,
    Pulse,
}

impl Kind {
    /// Whether its rows can have such a column.
    fn has(self, column: Column) -> bool {
        use Column as C;
        let own: &[Column] = match self {
            Self::Settings => &[C::Setting, C::Value],
            Self::Statements => &[
                C::Scale,
                C::Statement,
                C::Facet,
                C::Reversed,
                C::Form,
                C::Id,
                C::Observer,
                C::Asked,
                C::AskedShort,
            ],
            Self::Options => &[C::Option],
            Self::Scales => &[
                C::Scale,
                C::Name,
                C::Who,
                C::Why,
                C::Low,
                C::Middle,
                C::High,
                C::Error,
                C::ErrorItems,
                C::ErrorPeople,
                C::ErrorCoefficient,
                C::Retest,
                C::RetestItems,
                C::RetestPeople,
                C::RetestCoefficient,
            ],
            Self::Facets => &[C::Facet, C::Name, C::About],
            Self::Squares => &[C::Scale, C::Facet, C::About, C::Try],
            Self::Pulse => &[C::Pulse],
        };
        column == C::Number || own.contains(&column)
    }

    /// The kind of a table with these columns.
    fn of(has: impl Fn(Column) -> bool) -> Option<Self> {
        use Column as C;
        let texts = [
            C::Name,
            C::Who,
            C::Why,
            C::Low,
            C::Middle,
            C::High,
            C::Error,
            C::Retest,
        ];
        Some(match () {
            () if has(C::Setting) && has(C::Value) => Self::Settings,
            () if has(C::Statement) && has(C::Scale) => Self::Statements,
            () if has(C::Statement) => return None,
            () if has(C::Scale) && has(C::Facet) && (has(C::About) || has(C::Try)) => Self::Squares,
            () if has(C::Scale) && !has(C::Facet) && texts.into_iter().any(&has) => Self::Scales,
            () if has(C::Facet) && !has(C::Scale) && (has(C::Name) || has(C::About)) => {
                Self::Facets
            }
            () if has(C::Scale) || has(C::Facet) => return None,
            () if has(C::Option) => Self::Options,
            () if has(C::Pulse) => Self::Pulse,
            () => return None,
        })
    }
}

/// A column of a table.
#[derive(Debug, Clone)]
pub(crate) struct Heading {
    /// From 0.
    pub(crate) at: usize,
    pub(crate) column: Column,
    /// The language of its texts, if that is said.
    pub(crate) tag: Option<String>,
}

/// The row with the names of a table's columns.
#[derive(Debug)]
pub(crate) struct Head {
    pub(crate) kind: Kind,
    pub(crate) columns: Vec<Heading>,
    /// Columns that such a table does not have.
    pub(crate) unknown: Vec<usize>,
}

impl Head {
    /// The head of a table that a row is, if it is one.
    pub(crate) fn find(row: &Row) -> Option<Self> {
        let mut columns = Vec::new();
        let mut unknown = Vec::new();
        for (at, text) in row.cells() {
            match heading(text) {
                Some((column, tag)) => columns.push(Heading { at, column, tag }),
                None => unknown.push(at),
            }
        }
        let kind = Kind::of(|column| columns.iter().any(|one| one.column == column))?;
        let (columns, others): (Vec<_>, Vec<_>) =
            columns.into_iter().partition(|one| kind.has(one.column));
        unknown.extend(others.iter().map(|one| one.at));
        unknown.sort_unstable();
        Some(Self {
            kind,
            columns,
            unknown,
        })
    }

    /// Whether every cell of the row names a column, as it does in no row of texts.
    pub(crate) fn is_certain(&self) -> bool {
        self.unknown.is_empty()
    }
}

/// The most bytes of a cell that names a column.
const MAX_HEADING: usize = 200;

/// The column that a cell names, with the language behind it: `statement:de`, or `statement (de)`.
pub(crate) fn heading(text: &str) -> Option<(Column, Option<String>)> {
    // No name is as long as a statement.
    if text.len() > MAX_HEADING {
        return None;
    }
    if let Some(column) = names::column(&plain(text)) {
        return Some((column, None));
    }
    let text = clean(text, false);
    let text = text.trim_end_matches([')', ']']);
    let (name, tag) = text.rsplit_once([':', '：', '(', '['])?;
    let tag = tag.trim();
    let column = names::column(&plain(name))?;
    is_language(tag).then(|| (column, Some(tag.to_owned())))
}
