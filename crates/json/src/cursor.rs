//! Typed reading of a [`Json`] tree that collects every fault with its path.

use std::fmt::Write as _;

use super::visible::{clean, excerpt, is_visible};
use super::{Expected, Fault, FaultKind, Faults, Json, MAX_FAULTS, MAX_WHOLE, number::to_f64};

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Key(&'a str),
    Index(usize),
}

/// A location in a tree: its path, and its value unless that is missing.
#[derive(Clone, Copy)]
pub struct Cursor<'a> {
    value: Option<&'a Json>,
    step: Step<'a>,
    parent: Option<&'a Cursor<'a>>,
}

impl<'a> Cursor<'a> {
    /// The root of a tree.
    #[must_use]
    pub fn root(value: &'a Json) -> Self {
        Self {
            value: Some(value),
            step: Step::Root,
            parent: None,
        }
    }

    fn child<'b>(&'b self, value: Option<&'b Json>, step: Step<'b>) -> Cursor<'b> {
        Cursor {
            value,
            step,
            parent: Some(self),
        }
    }

    /// The field `name`; its value may be missing, which the typed readers report.
    #[must_use]
    pub fn field<'b>(&'b self, name: &'b str) -> Cursor<'b> {
        let value = self.value.and_then(|value| value.get(name));
        self.child(value, Step::Key(name))
    }

    /// The elements of a list; anything else is a fault and empty.
    pub fn elements<'b>(&'b self, faults: &mut Faults) -> Vec<Cursor<'b>> {
        match self.value {
            Some(Json::Array(values)) => values
                .iter()
                .enumerate()
                .map(|(index, value)| self.child(Some(value), Step::Index(index)))
                .collect(),
            _ => {
                self.expected(Expected::List, faults);
                Vec::new()
            }
        }
    }

    /// The entries of an object; anything else is a fault and empty.
    pub fn entries<'b>(&'b self, faults: &mut Faults) -> Vec<(&'b str, Cursor<'b>)> {
        match self.value {
            Some(Json::Object(entries)) => entries
                .iter()
                .map(|(key, value)| (key.as_str(), self.child(Some(value), Step::Key(key))))
                .collect(),
            _ => {
                self.expected(Expected::Object, faults);
                Vec::new()
            }
        }
    }

    /// Records anything but an object as a fault. The fields of such a value are missing too, but
    /// not reported again.
    pub fn object(&self, faults: &mut Faults) {
        if !self.is_object() {
            self.expected(Expected::Object, faults);
        }
    }

    fn is_object(&self) -> bool {
        matches!(self.value, Some(Json::Object(_)))
    }

    /// Whether the value is a list.
    #[must_use]
    pub fn is_list(&self) -> bool {
        matches!(self.value, Some(Json::Array(_)))
    }

    /// Whether the value is an empty list.
    #[must_use]
    pub fn is_empty_list(&self) -> bool {
        matches!(self.value, Some(Json::Array(values)) if values.is_empty())
    }

    /// Whether there is no value.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.value.is_none()
    }

    /// The value, if there is one.
    #[must_use]
    pub fn value(&self) -> Option<&'a Json> {
        self.value
    }

    /// A text with at least one visible character.
    pub fn text(&self, faults: &mut Faults) -> Option<&'a str> {
        match self.value {
            Some(Json::String(text)) if is_visible(text) => Some(text),
            Some(Json::String(_)) => {
                self.fault(FaultKind::Empty, faults);
                None
            }
            _ => {
                self.expected(Expected::Text, faults);
                None
            }
        }
    }

    /// A text for people of at most `most` characters, cleaned of what no reader sees.
    pub fn words(&self, most: usize, faults: &mut Faults) -> Option<String> {
        let words = clean(self.text(faults)?, false);
        if words.chars().count() > most {
            self.fault(FaultKind::TooLong(most), faults);
            return None;
        }
        Some(words)
    }

    /// A finite number.
    pub fn number(&self, faults: &mut Faults) -> Option<f64> {
        match self.value {
            Some(Json::Number(number)) if number.is_finite() => Some(*number),
            _ => {
                self.expected(Expected::Number, faults);
                None
            }
        }
    }

    /// A whole number from 0 to [`MAX_WHOLE`].
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "range-checked"
    )]
    pub fn whole(&self, faults: &mut Faults) -> Option<u64> {
        match self.value {
            Some(Json::Number(number))
                if number.fract() == 0.0 && (0.0..=to_f64(MAX_WHOLE)).contains(number) =>
            {
                Some(*number as u64)
            }
            _ => {
                self.expected(Expected::Whole, faults);
                None
            }
        }
    }

    /// As [`Cursor::whole`], and at most `most`.
    pub fn whole_to(&self, most: u64, faults: &mut Faults) -> Option<u64> {
        let number = self.whole(faults)?;
        if number > most {
            self.fault(FaultKind::Above(most), faults);
            return None;
        }
        Some(number)
    }

    /// Records a fault at this location.
    pub fn fault(&self, kind: FaultKind, faults: &mut Faults) {
        if faults.listed.len() < MAX_FAULTS {
            let path = self.path();
            faults.listed.push(Fault { path, kind });
        } else {
            faults.more += 1;
        }
    }

    /// Records that the value is missing or of another kind. Silent for a field of something that
    /// is not an object, since the fault lies there.
    pub fn expected(&self, expected: Expected, faults: &mut Faults) {
        let kind = match self.value {
            None if self.parent.is_some_and(|parent| !parent.is_object()) => return,
            None => FaultKind::Missing(expected),
            Some(value) => FaultKind::Unexpected(expected, value.kind()),
        };
        self.fault(kind, faults);
    }

    /// The path from the root, for example `$.items[3].keying`. Of a key that somebody made up it has
    /// the beginning.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = self.parent.map(Cursor::path).unwrap_or_default();
        match self.step {
            Step::Root => path.push('$'),
            Step::Key(key) => {
                path.push('.');
                path.push_str(&excerpt(key));
            }
            Step::Index(index) => {
                // Writing to a String cannot fail.
                let _ = write!(path, "[{index}]");
            }
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    #[test]
    fn a_fault_names_its_path_and_what_was_found() {
        let tree = parse(r#"{"items":[{"id":"a"},{"id":7}],"n":-1}"#).unwrap();
        let root = Cursor::root(&tree);
        let mut faults = Faults::default();
        for item in root.field("items").elements(&mut faults) {
            item.field("id").text(&mut faults);
        }
        root.field("n").whole(&mut faults);
        root.field("title").text(&mut faults);
        root.field("n").elements(&mut faults);
        root.field("items").entries(&mut faults);
        root.field("items").number(&mut faults);
        assert_eq!(
            faults.to_string(),
            "$.items[1].id: expected a text, found a number\n\
             $.n: expected a whole number of 0 or more, found a number\n\
             $.title: is missing; expected a text\n\
             $.n: expected a list, found a number\n\
             $.items: expected an object, found a list\n\
             $.items: expected a number, found a list"
        );
    }

    #[test]
    fn whole_numbers_stop_where_json_loses_them() {
        for (text, expected) in [
            ("0", Some(0)),
            ("9007199254740991", Some(9_007_199_254_740_991)),
            ("9007199254740992", None),
            ("1.5", None),
            ("-1", None),
            ("\"1\"", None),
        ] {
            let tree = parse(text).unwrap();
            let read = Cursor::root(&tree).whole(&mut Faults::default());
            assert_eq!(read, expected, "{text}");
        }
    }
}
