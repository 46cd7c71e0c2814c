//! What a site owner sets on the element, validated one attribute at a time. An invalid value never
//! stops the widget: the default applies, and a warning names the attribute.

mod link;

use crate::screen::{FormChoice, Part, Start};
use measure::instrument::{FormName, Id};

pub use link::Link;

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
    /// `start`: `welcome`, `audit`, `map`, `circle` or `practice`.
    pub start: Start,
    /// `audit-id`: distinguishes several audits of one site.
    pub audit: Id,
    /// `retain`: `device` or `session`.
    pub retain: Retain,
    /// `cta-href` and `cta-label`: a link to the owner's own next step.
    pub call_to_action: Option<Link>,
    /// `share-label`: the button that hands the result to the page; none without it.
    pub share_label: Option<String>,
}

/// The attributes that [`read`] asks for.
pub const READ: [&str; 9] = [
    "audit-id",
    "cta-href",
    "cta-label",
    "form",
    "loading",
    "retain",
    "share-label",
    "start",
    "theme",
];

/// The longest label, in characters.
const MAX_LABEL: usize = 80;

impl Default for Attributes {
    /// Every attribute at its default.
    fn default() -> Self {
        read(|_| None).0
    }
}

impl Attributes {
    /// What is known of them at build time.
    pub fn first(form: FormChoice, start: Start) -> Self {
        Self {
            form,
            start,
            ..Self::default()
        }
    }
}

/// Reads the attributes through `get`, and says what is wrong with those it did not take.
pub fn read(get: impl Fn(&str) -> Option<String>) -> (Attributes, Vec<String>) {
    let mut reader = Reader {
        get,
        warnings: Vec::new(),
    };
    let attributes = Attributes {
        form: reader.one_of(
            "form",
            &[
                ("choose", FormChoice::Choose),
                ("full", FormChoice::Only(FormName::Full)),
                ("short", FormChoice::Only(FormName::Short)),
            ],
        ),
        start: reader.one_of(
            "start",
            &[
                ("welcome", Start::Welcome),
                ("audit", Start::Audit),
                ("map", Start::Part(Part::Map)),
                ("circle", Start::Part(Part::Circle)),
                ("practice", Start::Part(Part::Practice)),
            ],
        ),
        audit: reader.audit_id(),
        retain: reader.one_of(
            "retain",
            &[("device", Retain::Device), ("session", Retain::Session)],
        ),
        call_to_action: reader.call_to_action(),
        share_label: reader.label("share-label"),
    };
    // The loader and the style use these; here they are only validated.
    reader.one_of("loading", &[("lazy", ()), ("eager", ())]);
    reader.one_of("theme", &[("auto", ()), ("light", ()), ("dark", ())]);
    (attributes, reader.warnings)
}

struct Reader<G> {
    get: G,
    warnings: Vec<String>,
}

impl<G: Fn(&str) -> Option<String>> Reader<G> {
    fn warn(&mut self, name: &str, text: &str, why: &str) {
        let excerpt: String = visible(text).chars().take(40).collect();
        self.warnings
            .push(format!("attribute {name}=\"{excerpt}\" {why}"));
    }

    /// The value that the attribute names, or the default.
    fn one_of<T: Copy + Default>(&mut self, name: &str, values: &[(&str, T)]) -> T {
        let Some(text) = (self.get)(name) else {
            return T::default();
        };
        let named = values.iter().find(|(value, _)| *value == text.trim());
        if named.is_none() {
            let names: Vec<&str> = values.iter().map(|(name, _)| *name).collect();
            self.warn(name, &text, &format!("is none of: {}", names.join(", ")));
        }
        named.map_or_else(T::default, |(_, value)| *value)
    }

    fn audit_id(&mut self) -> Id {
        let name = "audit-id";
        let Some(text) = (self.get)(name) else {
            return Id::default_audit();
        };
        let id = Id::new(text.trim());
        if id.is_none() {
            let why = "is not 1 to 64 of A–Z, a–z, 0–9, \".\", \"_\" and \"-\"";
            self.warn(name, &text, why);
        }
        id.unwrap_or_else(Id::default_audit)
    }

    /// A text of one line that a visitor can read.
    fn label(&mut self, name: &str) -> Option<String> {
        let text = (self.get)(name)?;
        let label = visible(&text).trim().to_owned();
        let length = label.chars().count();
        if length == 0 || length > MAX_LABEL {
            self.warn(name, &text, &format!("is not 1 to {MAX_LABEL} characters"));
            return None;
        }
        Some(label)
    }

    fn call_to_action(&mut self) -> Option<Link> {
        let (href, label) = ((self.get)("cta-href"), self.label("cta-label"));
        match (href, label) {
            (Some(href), Some(label)) => {
                let link = Link::new(&href, label);
                if link.is_none() {
                    self.warn(
                        "cta-href",
                        &href,
                        "is neither an https: nor a mailto: address",
                    );
                }
                link
            }
            (Some(href), None) => {
                self.warn("cta-href", &href, "has no cta-label beside it");
                None
            }
            (None, Some(label)) => {
                self.warn("cta-label", &label, "has no cta-href beside it");
                None
            }
            (None, None) => None,
        }
    }
}

/// `text` without control characters, and without the invisible ones that turn or hide text
/// (Unicode UAX 9 formatting characters and zero-width spaces). Letters of right-to-left
/// languages, and the joiners that Persian or Indic words need, stay.
pub fn visible(text: &str) -> String {
    let hides = |character: &char| {
        character.is_control()
            || matches!(
                character,
                '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
                    | '\u{2060}'..='\u{2069}' | '\u{feff}'
            )
    };
    text.chars().filter(|character| !hides(character)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_pairs(pairs: &[(&str, &str)]) -> (Attributes, Vec<String>) {
        read(|name| {
            assert!(READ.contains(&name), "{name} is listed");
            let pair = pairs.iter().find(|(given, _)| *given == name);
            pair.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn defaults_stand_without_attributes() {
        let (attributes, warnings) = read_pairs(&[]);
        assert_eq!(attributes, Attributes::default());
        assert_eq!(attributes.form, FormChoice::Choose);
        assert_eq!(attributes.start, Start::Welcome);
        assert_eq!(attributes.audit.as_str(), "default");
        assert_eq!(attributes.retain, Retain::Device);
        assert_eq!(attributes.call_to_action, None);
        assert_eq!(attributes.share_label, None);
        assert!(warnings.is_empty());
    }

    #[test]
    fn reads_what_is_allowed() {
        let (attributes, warnings) = read_pairs(&[
            ("form", " short "),
            ("start", "audit"),
            ("audit-id", "team.1"),
            ("retain", "session"),
            ("loading", "eager"),
            ("theme", "dark"),
            ("cta-href", "https://coach.example/book"),
            ("cta-label", "Book a talk"),
            ("share-label", "  Share with Noor\u{202e} "),
        ]);
        assert_eq!(warnings, Vec::<String>::new());
        assert_eq!(attributes.form, FormChoice::Only(FormName::Short));
        assert_eq!(attributes.start, Start::Audit);
        assert_eq!(attributes.audit.as_str(), "team.1");
        assert_eq!(attributes.retain, Retain::Session);
        let link = attributes.call_to_action.unwrap();
        assert_eq!(link.href(), "https://coach.example/book");
        assert_eq!(link.label(), "Book a talk");
        assert_eq!(attributes.share_label.unwrap(), "Share with Noor");
    }

    #[test]
    fn nonsense_leaves_the_default_and_names_the_attribute() {
        let long = "x".repeat(1000);
        for (name, value) in [
            ("form", long.as_str()),
            ("start", "<img src=x>"),
            ("audit-id", "a:b\n"),
            ("retain", ""),
            ("loading", "soon"),
            ("theme", "sepia"),
            ("share-label", &long),
            ("share-label", " \u{200b} "),
            ("cta-href", "https://coach.example/"),
            ("cta-label", "alone"),
        ] {
            let (attributes, warnings) = read_pairs(&[(name, value)]);
            assert_eq!(attributes, Attributes::default(), "{name}={value}");
            assert_eq!(warnings.len(), 1, "{name}={value}");
            let warning = &warnings[0];
            assert!(
                warning.starts_with(&format!("attribute {name}=")),
                "{warning}"
            );
            assert!(warning.len() < 200, "{warning}");
            assert!(!warning.contains('\n'), "{warning}");
        }
    }

    #[test]
    fn a_link_that_is_no_link_is_refused() {
        let (attributes, warnings) =
            read_pairs(&[("cta-href", "javascript:alert(1)"), ("cta-label", "Book")]);
        assert_eq!(attributes.call_to_action, None);
        assert!(
            warnings[0].starts_with("attribute cta-href="),
            "{warnings:?}"
        );
    }
}
