//! What a site owner sets on the element, validated one attribute at a time. An invalid value never
//! stops the widget: the default applies, and a warning names the attribute.

mod definition;
mod link;

use crate::screen::Part;
use json::visible::clean;
use measure::instrument::{FormName, Id};
use measure::limits::{ID_LENGTH, LABEL_LENGTH};

pub use definition::{Attributes, FormChoice, Loading, READ, Retain, Start, Theme};
pub use link::{Link, Mailbox};

/// How much of an invalid value a warning quotes, in characters.
const QUOTE_LENGTH: usize = 40;

/// An attribute with a fixed set of values.
pub trait Choice: Copy + Default + 'static {
    /// Each value as it is written, the default first.
    const VALUES: &'static [(&'static str, Self)];
}

impl FormChoice {
    /// The only form that is offered; `None` if the visitor picks one.
    pub fn only(self) -> Option<FormName> {
        match self {
            Self::Choose => None,
            Self::Full => Some(FormName::Full),
            Self::Short => Some(FormName::Short),
        }
    }
}

impl Start {
    /// The part that it opens; `None` if a visitor begins with the audit.
    pub fn part(self) -> Option<Part> {
        match self {
            Self::Welcome | Self::Audit | Self::Round => None,
            Self::Map => Some(Part::Map),
            Self::Circle => Some(Part::Circle),
            Self::Practice => Some(Part::Practice),
        }
    }
}

impl Default for Attributes {
    /// Every attribute at its default.
    fn default() -> Self {
        read(|_| None, |_| None).0
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

/// Reads the attributes through `get`, and says what is wrong with those it did not take. `parsed` is
/// what [`Link::new`] needs.
pub fn read(
    get: impl Fn(&str) -> Option<String>,
    parsed: fn(&str) -> Option<String>,
) -> (Attributes, Vec<String>) {
    let mut reader = Reader {
        get,
        parsed,
        warnings: Vec::new(),
    };
    let attributes = Attributes::read(&mut reader);
    (attributes, reader.warnings)
}

struct Reader<G> {
    get: G,
    parsed: fn(&str) -> Option<String>,
    warnings: Vec<String>,
}

impl<G: Fn(&str) -> Option<String>> Reader<G> {
    fn warn(&mut self, name: &str, text: &str, why: &str) {
        let excerpt: String = clean(text, false).chars().take(QUOTE_LENGTH).collect();
        self.warnings
            .push(format!("attribute {name}=\"{excerpt}\" {why}"));
    }

    /// The value that the attribute names, or the default.
    fn one_of<T: Choice>(&mut self, name: &str) -> T {
        let Some(text) = (self.get)(name) else {
            return T::default();
        };
        let named = T::VALUES.iter().find(|(value, _)| *value == text.trim());
        if named.is_none() {
            let names: Vec<&str> = T::VALUES.iter().map(|(name, _)| *name).collect();
            self.warn(name, &text, &format!("is none of: {}", names.join(", ")));
        }
        named.map_or_else(T::default, |(_, value)| *value)
    }

    fn id(&mut self, name: &str) -> Id {
        let Some(text) = (self.get)(name) else {
            return Id::default_audit();
        };
        let id = Id::new(text.trim());
        if id.is_none() {
            let why = format!("is not 1 to {ID_LENGTH} of A–Z, a–z, 0–9, \".\", \"_\" and \"-\"");
            self.warn(name, &text, &why);
        }
        id.unwrap_or_else(Id::default_audit)
    }

    /// A text of one line that a visitor can read.
    fn label(&mut self, name: &str) -> Option<String> {
        let text = (self.get)(name)?;
        let label = clean(&text, false);
        let length = label.chars().count();
        if length == 0 || length > LABEL_LENGTH {
            self.warn(
                name,
                &text,
                &format!("is not 1 to {LABEL_LENGTH} characters"),
            );
            return None;
        }
        Some(label)
    }

    /// The mailbox of a `mailto:` link.
    fn mailbox(&mut self, name: &str) -> Option<Mailbox> {
        let text = (self.get)(name)?;
        let mailbox = Mailbox::from_link(&text);
        if mailbox.is_none() {
            self.warn(
                name,
                &text,
                "is not \"mailto:\" and the address of one mailbox",
            );
        }
        mailbox
    }

    /// A link, from the attributes that have its address and its label.
    fn link(&mut self, href_name: &str, label_name: &str) -> Option<Link> {
        let (href, label) = ((self.get)(href_name), self.label(label_name));
        match (href, label) {
            (Some(href), Some(label)) => {
                let link = Link::new(&href, label, self.parsed);
                if link.is_none() {
                    let why = if Link::has_scheme(&href) {
                        "does not show its host plainly"
                    } else {
                        "is neither an https: nor a mailto: address"
                    };
                    self.warn(href_name, &href, why);
                }
                link
            }
            (Some(href), None) => {
                self.warn(href_name, &href, &format!("has no {label_name} beside it"));
                None
            }
            (None, Some(label)) => {
                self.warn(label_name, &label, &format!("has no {href_name} beside it"));
                None
            }
            (None, None) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_pairs(pairs: &[(&str, &str)]) -> (Attributes, Vec<String>) {
        let get = |name: &str| {
            let pair = pairs.iter().find(|(given, _)| *given == name);
            pair.map(|(_, value)| (*value).to_owned())
        };
        read(get, |address| Some(address.to_owned()))
    }

    #[test]
    fn without_attributes_everything_is_at_its_default() {
        let (attributes, warnings) = read_pairs(&[]);
        assert_eq!(attributes, Attributes::default());
        assert_eq!(attributes.form, FormChoice::Choose);
        assert_eq!(attributes.start, Start::Welcome);
        assert_eq!(attributes.audit_id.as_str(), "default");
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
            ("share-href", "mailto:noor@coach.example"),
        ]);
        assert_eq!(warnings, Vec::<String>::new());
        assert_eq!(attributes.form, FormChoice::Short);
        assert_eq!(attributes.start, Start::Audit);
        assert_eq!(attributes.audit_id.as_str(), "team.1");
        assert_eq!(attributes.retain, Retain::Session);
        let link = attributes.call_to_action.unwrap();
        assert_eq!(link.href(), "https://coach.example/book");
        assert_eq!(link.label(), "Book a talk");
        assert_eq!(attributes.share_label.unwrap(), "Share with Noor");
        assert_eq!(
            attributes.share_href.unwrap().address(),
            "noor@coach.example"
        );
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
            ("share-href", "https://coach.example/"),
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
    fn the_longest_label_and_the_longest_id_are_accepted_and_no_longer_one() {
        let at = |length: usize| "x".repeat(length);
        for (name, most) in [("share-label", LABEL_LENGTH), ("audit-id", ID_LENGTH)] {
            let (_, warnings) = read_pairs(&[(name, &at(most))]);
            assert_eq!(warnings, Vec::<String>::new(), "{name}");
            let (attributes, warnings) = read_pairs(&[(name, &at(most + 1))]);
            assert_eq!(attributes, Attributes::default(), "{name}");
            assert!(
                warnings[0].contains(&format!("is not 1 to {most} ")),
                "{warnings:?}"
            );
            let quote = format!("=\"{}\" ", at(QUOTE_LENGTH));
            assert!(warnings[0].contains(&quote), "{warnings:?}");
        }
    }

    #[test]
    fn a_link_that_is_no_link_is_refused_with_the_reason() {
        let (scheme, host) = (
            "is neither an https: nor a mailto: address",
            "does not show its host plainly",
        );
        for (href, why) in [
            ("javascript:alert(1)", scheme),
            ("http://coach.example/", scheme),
            ("https://user@coach.example/", host),
            ("mailto:", host),
        ] {
            let pairs = [("cta-href", href), ("cta-label", "Book")];
            let (attributes, warnings) = read_pairs(&pairs);
            assert_eq!(attributes.call_to_action, None);
            assert!(
                warnings[0].starts_with("attribute cta-href="),
                "{warnings:?}"
            );
            assert!(warnings[0].ends_with(why), "{warnings:?}");
        }
    }
}
