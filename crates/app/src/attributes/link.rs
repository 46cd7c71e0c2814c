//! A link that an owner gave: to a page over https, or to a mailbox; nothing that runs.

/// An address and what it is called. Only [`Link::new`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    href: String,
    label: String,
}

impl Link {
    /// A link, if `href` is an absolute `https:` address with a host, or a `mailto:` address.
    pub fn new(href: &str, label: String) -> Option<Self> {
        let href = href.trim();
        // What browsers strip from addresses could hide another scheme behind an allowed one.
        let plain = href
            .chars()
            .all(|character| !character.is_control() && !character.is_whitespace());
        let rest = |scheme: &str| {
            let start = href.get(..scheme.len())?;
            let rest = href.get(scheme.len()..)?;
            start.eq_ignore_ascii_case(scheme).then_some(rest)
        };
        let https = rest("https://").is_some_and(|rest| {
            rest.starts_with(|first: char| !first.is_ascii_punctuation() || first == '[')
        });
        let mailto = rest("mailto:").is_some_and(|rest| rest.contains('@'));
        (plain && (https || mailto)).then(|| Self {
            href: href.to_owned(),
            label,
        })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_and_mailto_are_links() {
        for (href, allowed) in [
            ("https://coach.example/book?with=me#now", true),
            ("HTTPS://coach.example", true),
            ("https://[::1]/", true),
            ("https://bücher.example/", true),
            (" https://coach.example ", true),
            ("mailto:coach@coach.example?subject=Audit", true),
            ("http://coach.example/", false),
            ("//coach.example/", false),
            ("/book", false),
            ("https:", false),
            ("https:///book", false),
            ("https://?x", false),
            ("mailto:", false),
            ("mailto:nobody", false),
            ("javascript:alert(1)", false),
            ("java\nscript:alert(1)", false),
            ("https://coach.example/\u{9}x", false),
            ("https://coach.example/ x", false),
            ("data:text/html,x", false),
            ("tel:+31", false),
            ("é", false),
            ("", false),
        ] {
            let link = Link::new(href, String::new());
            assert_eq!(link.is_some(), allowed, "{href:?}");
        }
    }
}
