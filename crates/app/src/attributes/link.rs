//! A link that an owner gave: to a page over https, or to a mailbox; nothing that runs, and nothing that
//! a reader takes for another address. The builder and the `WordPress` plugin judge alike:
//! `tests/links.json` is the table for all of them.

use json::visible::shows;

/// An address and what it is called. Only [`Link::new`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    href: String,
    label: String,
}

impl Link {
    /// A link, if `href` is an `https:` address that shows its host, or a `mailto:` address. `parsed` gives
    /// an address as a browser writes it, with its host in ASCII.
    pub fn new(
        href: &str,
        label: String,
        parsed: impl FnOnce(&str) -> Option<String>,
    ) -> Option<Self> {
        let href = href.trim();
        let href = match scheme(href)? {
            (Scheme::Https, rest) if shows_its_host(rest) => parsed(href)?,
            (Scheme::MailTo, rest) if is_mailbox(rest) => href.to_owned(),
            _ => return None,
        };
        Some(Self { href, label })
    }

    /// Whether an address has one of the allowed schemes, whatever else is wrong with it.
    pub(super) fn has_scheme(href: &str) -> bool {
        scheme(href.trim()).is_some()
    }

    /// The address.
    pub fn href(&self) -> &str {
        &self.href
    }

    /// What it is called.
    pub fn label(&self) -> &str {
        &self.label
    }
}

/// The address of a mailbox, as in `coach@example.com`. Only [`Mailbox::from_link`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox(String);

impl Mailbox {
    /// The mailbox that a `mailto:` link leads to, without what else the link says.
    pub fn from_link(href: &str) -> Option<Self> {
        match scheme(href.trim())? {
            (Scheme::MailTo, rest) if is_mailbox(rest) => {
                Some(Self(rest.split('?').next()?.to_owned()))
            }
            _ => None,
        }
    }

    /// The address.
    pub fn address(&self) -> &str {
        &self.0
    }
}

enum Scheme {
    Https,
    MailTo,
}

fn scheme(href: &str) -> Option<(Scheme, &str)> {
    let rest = |scheme: &str| {
        let (start, rest) = href.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some(rest)
    };
    let https = rest("https://").map(|rest| (Scheme::Https, rest));
    https.or_else(|| Some((Scheme::MailTo, rest("mailto:")?)))
}

/// Whether what follows `https://` begins with a host and nothing that could be taken for one: no name
/// of a user, no escapes.
fn shows_its_host(rest: &str) -> bool {
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let authority = rest.get(..end).unwrap_or_default();
    let (host, port) = authority.split_once(':').unwrap_or((authority, ""));
    let in_a_host = |letter: char| {
        letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-') || !letter.is_ascii()
    };
    is_plain(rest)
        && host.chars().all(in_a_host)
        && host.contains(|letter: char| !matches!(letter, '.' | '-'))
        && port.bytes().all(|digit| digit.is_ascii_digit())
}

fn is_mailbox(rest: &str) -> bool {
    let mailbox = rest.split('?').next().unwrap_or_default();
    let at = mailbox.split_once('@');
    let whole =
        |(name, host): (&str, &str)| !name.is_empty() && !host.is_empty() && !host.contains('@');
    is_plain(rest) && at.is_some_and(whole)
}

/// Whether an address shows every character that it has, and none that browsers read as another.
fn is_plain(text: &str) -> bool {
    text.chars().all(shows) && !text.contains(['\\', '"', '<', '>'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn links_are_those_of_the_table() {
        let table = include_str!("../../../../tests/links.json");
        let rows: Vec<Value> = serde_json::from_str(table).unwrap();
        for row in rows {
            let (address, allowed) = (row["address"].as_str().unwrap(), &row["link"]);
            let link = Link::new(address, String::new(), |href| Some(href.to_owned()));
            assert_eq!(*allowed, link.is_some(), "{address:?}");
        }
    }

    #[test]
    fn a_mailbox_is_what_a_mail_link_leads_to() {
        let address = |href| Mailbox::from_link(href).map(|mailbox| mailbox.address().to_owned());
        let coach = Some("coach@coach.example".to_owned());
        assert_eq!(address("mailto:coach@coach.example"), coach);
        assert_eq!(
            address(" MAILTO:coach@coach.example?cc=a@b.example&body=x "),
            coach
        );
        for other in [
            "coach@coach.example",
            "https://coach.example/",
            "mailto:",
            "mailto:a@b@c",
        ] {
            assert_eq!(address(other), None, "{other}");
        }
    }

    #[test]
    fn an_address_is_written_as_the_browser_does_or_is_none() {
        let written = |_: &str| Some("https://xn--bcher-kva.example/".to_owned());
        let link = Link::new("https://bücher.example", String::new(), written).unwrap();
        assert_eq!(link.href(), "https://xn--bcher-kva.example/");
        let refused = Link::new("https://1.2.3.4.5.6/", String::new(), |_| None);
        assert_eq!(refused, None);
    }
}
