//! The options of a question of `SurveyJS`.

use json::{Json, number};

use super::Walk;
use super::strings::Localized;

/// The most options that are looked at: more are a fault in any case.
const MOST: usize = 50;

/// The options of a question.
pub(super) struct Choices {
    pub(super) labels: Vec<Localized>,
    /// Where they are.
    pub(super) path: String,
    /// Whether each has a place of its own there.
    is_list: bool,
}

impl Choices {
    /// Where a label is.
    pub(super) fn path_of(&self, index: usize) -> String {
        if self.is_list {
            format!("{}[{index}]", self.path)
        } else {
            self.path.clone()
        }
    }

    /// Whether these are the options of another question, too.
    pub(super) fn are_those_of(&self, other: &Self) -> bool {
        let texts = |choices: &Self| -> Vec<String> {
            choices
                .labels
                .iter()
                .map(|label| label.own.to_lowercase())
                .collect()
        };
        texts(self) == texts(other)
    }
}

impl Walk<'_> {
    /// The options in a list of values, or of values with texts.
    pub(super) fn choices(&mut self, element: &Json, list: &str, path: &str) -> Option<Choices> {
        let path = format!("{path}.{list}");
        let Some(Json::Array(entries)) = element.get(list) else {
            return None;
        };
        let labels = entries
            .iter()
            .take(MOST)
            .enumerate()
            .filter_map(|(index, entry)| {
                let label = entry
                    .get("text")
                    .or_else(|| entry.get("value"))
                    .unwrap_or(entry);
                self.localized(Some(label), &format!("{path}[{index}]"))
            });
        let labels: Vec<_> = labels.collect();
        (!labels.is_empty()).then_some(Choices {
            labels,
            path,
            is_list: true,
        })
    }

    /// The options of a rating: its values, or the numbers between its ends, which may be described.
    pub(super) fn rating(&mut self, element: &Json, path: &str) -> Option<Choices> {
        let mut choices = match self.choices(element, "rateValues", path) {
            Some(choices) => choices,
            None => numbered(element, path)?,
        };
        for (name, at_end) in [("minRateDescription", false), ("maxRateDescription", true)] {
            let described = self.localized(element.get(name), &format!("{path}.{name}"));
            let place = if at_end {
                choices.labels.last_mut()
            } else {
                choices.labels.first_mut()
            };
            if let (Some(described), Some(label)) = (described, place) {
                *label = described.after(&label.own);
            }
        }
        Some(choices)
    }
}

/// The numbers of a rating: five from 1 on, unless it says otherwise.
fn numbered(element: &Json, path: &str) -> Option<Choices> {
    let value = |name: &str| match element.get(name) {
        Some(Json::Number(number)) => Some(*number),
        _ => None,
    };
    let least = value("rateMin").unwrap_or(1.0);
    let step = value("rateStep").filter(|step| *step > 0.0).unwrap_or(1.0);
    let most = match (value("rateMax"), value("rateCount")) {
        (Some(most), _) => most,
        (None, Some(count)) => least + (count - 1.0) * step,
        (None, None) => least + 4.0 * step,
    };
    let mut labels = Vec::new();
    let mut number = least;
    while number <= most && number.is_finite() && labels.len() < MOST {
        labels.push(Localized::plain(&number::text(number)));
        number += step;
    }
    (!labels.is_empty()).then(|| Choices {
        labels,
        path: path.to_owned(),
        is_list: false,
    })
}
