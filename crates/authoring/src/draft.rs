//! A questionnaire in the making: its texts with the places that they come from.

use std::fmt::Write as _;

use json::Json;
use measure::instrument::{FacetIndex, ItemIndex, ScaleIndex};

use crate::columns::Column;
use crate::report::{At, Words};

/// A text in every language that has it.
#[derive(Debug, Clone)]
pub(crate) struct Text {
    /// In the questionnaire's own language.
    pub(crate) own: Option<Words>,
    /// In the others, by the index of the language.
    pub(crate) others: Vec<Option<Words>>,
    /// Where it is, or would be.
    pub(crate) at: At,
    /// The index of the table and the column that it comes from.
    pub(crate) from: Option<(usize, Column)>,
}

impl Text {
    /// A text that is in the questionnaire's own language only.
    pub(crate) fn own(text: &str, at: At) -> Self {
        Self {
            own: Some(Words {
                text: text.to_owned(),
                at,
                is_good: true,
            }),
            others: Vec::new(),
            at,
            from: None,
        }
    }

    /// Its words in another language.
    pub(crate) fn other(&self, language: usize) -> Option<&Words> {
        self.others.get(language)?.as_ref()
    }

    /// Whether it has words in any language.
    pub(crate) fn is_some(&self) -> bool {
        self.own.is_some() || self.others.iter().any(Option::is_some)
    }
}

/// What of a scale has a text beside its name: `who`, `why`, and what is true of each band.
pub(crate) const SCALE_TEXTS: [&str; 5] = ["who", "why", "low", "middle", "high"];

/// A scale.
#[derive(Debug)]
pub(crate) struct Scale {
    pub(crate) id: String,
    pub(crate) label: Text,
    /// As [`SCALE_TEXTS`] names them.
    pub(crate) texts: Option<[Text; 5]>,
    pub(crate) sem: Option<Node>,
    pub(crate) retest: Option<Node>,
}

/// A facet.
#[derive(Debug)]
pub(crate) struct Facet {
    pub(crate) id: String,
    pub(crate) label: Text,
    pub(crate) about: Option<Text>,
}

/// A statement.
#[derive(Debug)]
pub(crate) struct Item {
    /// As the file has it, or made; unique, unless that is a fault.
    pub(crate) id: Words,
    /// A placeholder for a text at fault.
    pub(crate) good_id: String,
    /// None where that is a fault.
    pub(crate) scale: Option<ScaleIndex>,
    pub(crate) facet: Option<FacetIndex>,
    pub(crate) is_reverse: bool,
    pub(crate) stem: Text,
    pub(crate) observer: Option<Text>,
    pub(crate) at: At,
}

/// What is said of a scale and a facet.
#[derive(Debug)]
pub(crate) struct Square {
    pub(crate) scale: ScaleIndex,
    pub(crate) facet: FacetIndex,
    pub(crate) about: Text,
    pub(crate) try_this: Text,
}

/// The version and the state of a wording, in each language; the last is the questionnaire's own.
#[derive(Debug, Default)]
pub(crate) struct Wordings {
    pub(crate) own: Option<Node>,
    pub(crate) others: Vec<Option<Node>>,
}

/// The questionnaire in the making. Its items, scales and facets have the indexes that they will have in it.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) id: Words,
    pub(crate) version: Words,
    pub(crate) language: Words,
    pub(crate) tags: Vec<String>,
    pub(crate) wordings: Wordings,
    pub(crate) title: Text,
    pub(crate) scales: Vec<Scale>,
    pub(crate) facets: Vec<Facet>,
    /// `facet_sem`, `spread` and `bands`, as far as they are given.
    pub(crate) measurement: Vec<(&'static str, Node)>,
    pub(crate) options: Vec<Text>,
    pub(crate) not_applicable: Option<Text>,
    pub(crate) items: Vec<Item>,
    pub(crate) squares: Vec<Square>,
    pub(crate) pulse: Vec<Text>,
    /// Items in the order of asking.
    pub(crate) full: Vec<ItemIndex>,
    pub(crate) short: Option<Vec<ItemIndex>>,
}

/// A value of the questionnaire with its place.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) at: At,
    pub(crate) value: Value,
    pub(crate) judged: Judged,
}

/// The value itself.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    Leaf(Json),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

/// What the judge gets to see of a value: not what is known to be wrong, or it would be told twice.
#[derive(Debug, Clone)]
pub(crate) enum Judged {
    AsItIs,
    Instead(Json),
    LeftOut,
}

impl Node {
    pub(crate) fn leaf(at: At, value: Json) -> Self {
        Self {
            at,
            value: Value::Leaf(value),
            judged: Judged::AsItIs,
        }
    }

    pub(crate) fn list(at: At, values: Vec<Self>) -> Self {
        Self {
            at,
            value: Value::List(values),
            judged: Judged::AsItIs,
        }
    }

    pub(crate) fn object(at: At, entries: Vec<(String, Self)>) -> Self {
        Self {
            at,
            value: Value::Object(entries),
            judged: Judged::AsItIs,
        }
    }

    pub(crate) fn words(words: &Words) -> Self {
        let judged = if words.is_good {
            Judged::AsItIs
        } else {
            Judged::Instead(Json::from("x"))
        };
        Self {
            at: words.at,
            value: Value::Leaf(Json::from(words.text.as_str())),
            judged,
        }
    }

    /// As JSON: for the file, or for the judge.
    pub(crate) fn to_json(&self, for_judge: bool) -> Option<Json> {
        match &self.judged {
            Judged::Instead(other) if for_judge => return Some(other.clone()),
            Judged::LeftOut if for_judge => return None,
            _ => {}
        }
        Some(match &self.value {
            Value::Leaf(value) => value.clone(),
            Value::List(values) => {
                let values = values.iter().filter_map(|value| value.to_json(for_judge));
                Json::Array(values.collect())
            }
            Value::Object(entries) => {
                let entries = entries.iter();
                let entries = entries
                    .filter_map(|(key, value)| Some((key.clone(), value.to_json(for_judge)?)));
                Json::Object(entries.collect())
            }
        })
    }

    /// Calls `found` with every path and its place.
    pub(crate) fn walk(&self, path: &mut String, found: &mut impl FnMut(&str, At)) {
        found(path, self.at);
        let length = path.len();
        match &self.value {
            Value::Leaf(_) => {}
            Value::List(values) => {
                for (index, value) in values.iter().enumerate() {
                    // Writing to a String cannot fail.
                    let _ = write!(path, "[{index}]");
                    value.walk(path, found);
                    path.truncate(length);
                }
            }
            Value::Object(entries) => {
                for (key, value) in entries {
                    path.push('.');
                    path.push_str(&json::visible::excerpt(key));
                    value.walk(path, found);
                    path.truncate(length);
                }
            }
        }
    }
}
