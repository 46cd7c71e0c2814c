//! How far the texts of a language have come, part by part.

use std::fmt;

use crate::message::State;
use crate::{Catalogue, Part};

/// The state of each text of a language, for each part of the product that texts travel with. The texts
/// that a language lacks count as missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary(Vec<(Part, Vec<State>)>);

impl Summary {
    /// The states of the texts of `language`, one for each of `source`.
    #[must_use]
    pub fn new(source: &Catalogue, language: &Catalogue) -> Self {
        let of = |part| {
            let wanted = source.messages.iter();
            let wanted = wanted.filter(|message| message.key.group.part == part);
            let state = |key| language.find(key).map_or(State::Missing, |own| own.state);
            (part, wanted.map(|message| state(&message.key)).collect())
        };
        Self(Part::ALL.map(of).to_vec())
    }

    /// The state that all texts of a part have reached at least.
    #[must_use]
    pub fn state(&self, part: Part) -> State {
        let own = self.0.iter().filter(|(known, _)| *known == part);
        let least = own.flat_map(|(_, states)| states).min();
        least.copied().unwrap_or(State::Reviewed)
    }
}

impl Summary {
    /// The heads of [`Summary::row`]: each part with the number of its texts.
    #[must_use]
    pub fn head(&self) -> String {
        let parts = self.0.iter();
        let heads: Vec<String> = parts
            .map(|(part, states)| format!("{} ({})", part.name(), states.len()))
            .collect();
        let rule = vec!["---"; heads.len()].join(" | ");
        format!("| language | {} |\n| --- | {rule} |", heads.join(" | "))
    }

    /// A row of a table: how far each part of this language has come.
    #[must_use]
    pub fn row(&self, tag: &str) -> String {
        let cells: Vec<String> = self.0.iter().map(|(_, states)| cell(states)).collect();
        format!("| `{tag}` | {} |", cells.join(" | "))
    }
}

/// The one state of all texts of a part, or how many are in each.
fn cell(states: &[State]) -> String {
    let named = [
        ("missing", State::Missing),
        ("draft", State::Draft),
        ("read back", State::ReadBack),
        ("reviewed", State::Reviewed),
    ];
    let counts = named.map(|(name, state)| {
        let count = states.iter().filter(|one| **one == state).count();
        (name, count)
    });
    let found: Vec<_> = counts.iter().filter(|(_, count)| *count > 0).collect();
    match found[..] {
        [(name, _)] => (*name).to_owned(),
        _ => {
            let each = found.iter().map(|(name, count)| format!("{count} {name}"));
            each.collect::<Vec<_>>().join(", ")
        }
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let columns = [
            ("missing", State::Missing),
            ("drafts", State::Draft),
            ("read back", State::ReadBack),
            ("reviewed", State::Reviewed),
        ];
        write!(formatter, "  {:13} {:>9}", "", "texts")?;
        for (head, _) in columns {
            write!(formatter, " {head:>9}")?;
        }
        for (part, states) in &self.0 {
            write!(formatter, "\n  {:13} {:>9}", part.name(), states.len())?;
            for (_, state) in columns {
                let number = states.iter().filter(|one| **one == state).count();
                write!(formatter, " {number:>9}")?;
            }
        }
        Ok(())
    }
}
