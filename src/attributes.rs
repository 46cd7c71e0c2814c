//! What a site owner sets on the element, read and judged one attribute at a time. Nonsense never
//! stops the widget: the default stands, and a warning names the attribute.

use crate::instrument::{FormName, Id};
use crate::session::FormChoice;

/// Where answers are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Retain {
    /// In localStorage, until they are deleted.
    #[default]
    Device,
    /// In sessionStorage, until the tab is closed.
    Session,
}

/// The attributes of one element, typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attributes {
    /// `form`: `choose`, `full` or `short`.
    pub form: FormChoice,
    /// `audit-id`: tells several audits on one site apart.
    pub audit: Id,
    /// `retain`: `device` or `session`.
    pub retain: Retain,
}

/// The names that [`read`] asks for.
pub const OBSERVED: [&str; 3] = ["form", "audit-id", "retain"];

/// Reads the attributes through `get`, and says what is wrong with those it did not take.
#[must_use]
pub fn read(get: impl Fn(&str) -> Option<String>) -> (Attributes, Vec<String>) {
    let mut warnings = Vec::new();
    let form = one_of(
        &get,
        "form",
        &[
            ("choose", FormChoice::Choose),
            ("full", FormChoice::Only(FormName::Full)),
            ("short", FormChoice::Only(FormName::Short)),
        ],
        &mut warnings,
    );
    let retain = one_of(
        &get,
        "retain",
        &[("device", Retain::Device), ("session", Retain::Session)],
        &mut warnings,
    );
    (
        Attributes {
            form,
            audit: audit_id(get("audit-id"), &mut warnings),
            retain,
        },
        warnings,
    )
}

/// The value that the attribute names, or the first.
fn one_of<T: Copy + Default>(
    get: &impl Fn(&str) -> Option<String>,
    name: &str,
    values: &[(&str, T)],
    warnings: &mut Vec<String>,
) -> T {
    let Some(text) = get(name) else {
        return T::default();
    };
    let named = values.iter().find(|(value, _)| *value == text.trim());
    match named {
        Some((_, value)) => *value,
        None => {
            let names: Vec<&str> = values.iter().map(|(name, _)| *name).collect();
            warnings.push(format!(
                "attribute {name}=\"{}\" is none of: {}",
                excerpt(&text),
                names.join(", ")
            ));
            T::default()
        }
    }
}

fn audit_id(text: Option<String>, warnings: &mut Vec<String>) -> Id {
    let given = text.map(|text| {
        let id = Id::new(text.trim());
        if id.is_none() {
            warnings.push(format!(
                "attribute audit-id=\"{}\" is not 1 to 64 of A–Z, a–z, 0–9, \".\", \"_\" and \"-\"",
                excerpt(&text)
            ));
        }
        id
    });
    given.flatten().unwrap_or_else(Id::default_audit)
}

/// The beginning of a value that somebody else wrote, fit for one line of a console.
fn excerpt(text: &str) -> String {
    text.chars()
        .take(40)
        .filter(|character| !character.is_control())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_pairs(pairs: &[(&str, &str)]) -> (Attributes, Vec<String>) {
        read(|name| {
            let pair = pairs.iter().find(|(given, _)| *given == name);
            pair.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn defaults_stand_without_attributes() {
        let (attributes, warnings) = read_pairs(&[]);
        assert_eq!(attributes.form, FormChoice::Choose);
        assert_eq!(attributes.audit.as_str(), "default");
        assert_eq!(attributes.retain, Retain::Device);
        assert!(warnings.is_empty());
    }

    #[test]
    fn reads_what_is_allowed() {
        let (attributes, warnings) = read_pairs(&[
            ("form", " short "),
            ("audit-id", "team.1"),
            ("retain", "session"),
        ]);
        assert_eq!(attributes.form, FormChoice::Only(FormName::Short));
        assert_eq!(attributes.audit.as_str(), "team.1");
        assert_eq!(attributes.retain, Retain::Session);
        assert!(warnings.is_empty());
    }

    #[test]
    fn nonsense_leaves_the_default_and_names_the_attribute() {
        let long = "x".repeat(1000);
        let (attributes, warnings) =
            read_pairs(&[("form", &long), ("audit-id", "a:b\n"), ("retain", "")]);
        assert_eq!(attributes.form, FormChoice::Choose);
        assert_eq!(attributes.audit.as_str(), "default");
        assert_eq!(attributes.retain, Retain::Device);
        let names: Vec<bool> = ["form", "retain", "audit-id"]
            .iter()
            .zip(&warnings)
            .map(|(name, warning)| warning.starts_with(&format!("attribute {name}=")))
            .collect();
        assert_eq!(names, [true; 3]);
        assert!(warnings.iter().all(|warning| warning.len() < 200));
    }
}
