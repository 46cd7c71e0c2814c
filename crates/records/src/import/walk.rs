//! Holds a file to the rules, notes what it has beside them, and sets what it states against what
//! is computed: one walk through it.

use super::rules::{Field, Rule};
use super::{Difference, Ignored};
use json::{Cursor, Faults, Json};
use measure::instrument::{Id, MAX_ITEMS};

/// What a place should say.
#[derive(Clone, Copy)]
pub(super) enum Computed<'a> {
    /// Nobody computes it.
    Unknown,
    /// At the root: only some fields are computed.
    Root(&'a Json),
    /// This; `None`: nothing.
    Value(Option<&'a Json>),
}

impl<'a> Computed<'a> {
    fn field(self, name: &str) -> Self {
        match self {
            Self::Unknown => Self::Unknown,
            Self::Root(root) => root
                .get(name)
                .map_or(Self::Unknown, |value| Self::Value(Some(value))),
            Self::Value(value) => Self::Value(value.and_then(|value| value.get(name))),
        }
    }

    fn value(self) -> Option<&'a Json> {
        match self {
            Self::Value(value) => value,
            _ => None,
        }
    }

    fn elements(self) -> &'a [Json] {
        match self.value() {
            Some(Json::Array(elements)) => elements,
            _ => &[],
        }
    }
}

/// What was noted on the way.
#[derive(Default)]
pub(super) struct Walk {
    pub(super) faults: Faults,
    pub(super) ignored: Ignored,
    pub(super) differences: Vec<Difference>,
}

impl Walk {
    pub(super) fn place(&mut self, place: &Cursor<'_>, rule: &Rule, computed: Computed<'_>) {
        let computed = match (place.value(), computed) {
            (stated, Computed::Value(value)) if stated.is_none() != value.is_none() => {
                self.differs(place.path(), stated, value);
                Computed::Unknown
            }
            (_, computed) => computed,
        };
        let Some(stated) = place.value() else {
            return;
        };
        let good = match rule {
            Rule::Any => true,
            Rule::Absent => {
                place.fault("belongs to a score, and there is none", &mut self.faults);
                return;
            }
            Rule::Text(is_good, _) => match stated {
                Json::String(text) if !is_good(text) => {
                    let message = format!("\"{text}\" is not {}", words(rule));
                    place.fault(message, &mut self.faults);
                    return;
                }
                other => other.as_text().is_some(),
            },
            Rule::OneOf(known) => match stated.as_text() {
                Some(text) if !known.contains(&text) => {
                    let message = format!("\"{text}\" is not {}", words(rule));
                    place.fault(message, &mut self.faults);
                    return;
                }
                text => text.is_some(),
            },
            Rule::Whole => return self.whole(place, computed),
            Rule::Number(from, to, _) => {
                matches!(stated, Json::Number(number) if (*from..=*to).contains(number))
            }
            Rule::Object(fields) => return self.object(place, fields, computed),
            Rule::ByScore(unscored, scored) => {
                let is_null = matches!(stated.get("score"), Some(Json::Null));
                return self.place(place, if is_null { unscored } else { scored }, computed);
            }
            Rule::Map(inner) => return self.map(place, inner, computed),
            Rule::List(inner) => return self.list(place, inner, computed),
            Rule::Also(inner, is_good, what) => {
                self.place(place, inner, computed);
                if !is_good(stated) {
                    place.fault(format!("is not {what}"), &mut self.faults);
                }
                return;
            }
        };
        if good {
            self.leaf(place, computed);
        } else {
            place.expected(&words(rule), &mut self.faults);
        }
    }

    fn whole(&mut self, place: &Cursor<'_>, computed: Computed<'_>) {
        if place.whole(&mut self.faults).is_some() {
            self.leaf(place, computed);
        }
    }

    fn leaf(&mut self, place: &Cursor<'_>, computed: Computed<'_>) {
        if let Computed::Value(value) = computed
            && value != place.value()
        {
            self.differs(place.path(), place.value(), value);
        }
    }

    fn differs(&mut self, path: String, stated: Option<&Json>, computed: Option<&Json>) {
        self.differences.push(Difference {
            path,
            stated: stated.cloned(),
            computed: computed.cloned(),
        });
    }

    fn object(&mut self, place: &Cursor<'_>, fields: &[Field], computed: Computed<'_>) {
        for field in fields {
            let inner = place.field(field.name);
            if inner.is_missing() && field.required {
                inner.expected(&words(field.rule), &mut self.faults);
            } else {
                self.place(&inner, field.rule, computed.field(field.name));
            }
        }
        for (name, entry) in place.entries(&mut self.faults) {
            if !fields.iter().any(|field| field.name == name) {
                self.ignored.add(&entry);
            }
        }
    }

    fn map(&mut self, place: &Cursor<'_>, rule: &Rule, computed: Computed<'_>) {
        let entries = place.entries(&mut self.faults);
        if self.too_many(place, entries.len()) {
            return;
        }
        for (id, entry) in &entries {
            if Id::new(id).is_none() {
                entry.fault("is not under an id", &mut self.faults);
            }
            self.place(entry, rule, computed.field(id));
        }
        if let Some(Json::Object(expected)) = computed.value() {
            for (id, value) in expected {
                let entry = place.field(id);
                if entry.is_missing() {
                    self.differs(entry.path(), None, Some(value));
                }
            }
        }
    }

    fn list(&mut self, place: &Cursor<'_>, rule: &Rule, computed: Computed<'_>) {
        let elements = place.elements(&mut self.faults);
        if self.too_many(place, elements.len()) {
            return;
        }
        let expected = computed.elements();
        for (index, element) in elements.iter().enumerate() {
            let computed = match computed {
                Computed::Value(_) => Computed::Value(expected.get(index)),
                other => other,
            };
            self.place(element, rule, computed);
        }
        for (index, value) in expected.iter().enumerate().skip(elements.len()) {
            let path = format!("{}[{index}]", place.path());
            self.differs(path, None, Some(value));
        }
    }

    fn too_many(&mut self, place: &Cursor<'_>, count: usize) -> bool {
        let too_many = count > MAX_ITEMS;
        if too_many {
            place.fault(
                format!("has more than {MAX_ITEMS} entries"),
                &mut self.faults,
            );
        }
        too_many
    }
}

/// What a rule asks for.
fn words(rule: &Rule) -> String {
    match rule {
        // Not reached: a field with such a rule may be missing, or was looked for first.
        Rule::Any | Rule::Absent => "a value".to_owned(),
        Rule::Text(_, what) | Rule::Number(_, _, what) => (*what).to_owned(),
        Rule::OneOf(known) => format!("one of {}", known.join(", ")),
        Rule::Whole => "a whole number of 0 or more".to_owned(),
        Rule::Object(_) | Rule::ByScore(..) | Rule::Map(_) => "an object".to_owned(),
        Rule::List(_) => "a list".to_owned(),
        Rule::Also(inner, ..) => words(inner),
    }
}
