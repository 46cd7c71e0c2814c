//! Numbers and ids out of what people write.

use std::collections::{BTreeMap, BTreeSet};

use measure::limits::ID_LENGTH;

/// A number as a spreadsheet writes it, with a point or a comma.
pub(crate) fn number(text: &str) -> Option<f64> {
    let text = json::visible::clean(text, false)
        .replace(',', ".")
        .replace('−', "-");
    let digits = text.strip_prefix('-').unwrap_or(&text);
    let plain = digits.starts_with(|first: char| first.is_ascii_digit())
        && digits
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
    let value: Option<f64> = plain.then(|| text.parse().ok()).flatten();
    // Hundreds of digits are more than the largest number.
    value.filter(|value| value.is_finite())
}

/// A version of three numbers, where a spreadsheet has left fewer.
pub(crate) fn version(text: &str) -> String {
    let text = json::visible::clean(text, false);
    let numeric = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !text.split('.').all(numeric) {
        return text;
    }
    match text.split('.').count() {
        1 => text + ".0.0",
        2 => text + ".0",
        _ => text,
    }
}

/// Latin letters and what stands for them in an id.
const LETTERS: &[(&str, &str)] = &[
    ("äæ", "ae"),
    ("öœ", "oe"),
    ("ü", "ue"),
    ("ß", "ss"),
    ("àáâãåāăą", "a"),
    ("çćč", "c"),
    ("ďđð", "d"),
    ("èéêëēėęě", "e"),
    ("ğ", "g"),
    ("ìíîïīįı", "i"),
    ("ł", "l"),
    ("ñńň", "n"),
    ("òóôõøōő", "o"),
    ("ř", "r"),
    ("śšş", "s"),
    ("ťţ", "t"),
    ("þ", "th"),
    ("ùúûūůűų", "u"),
    ("ýÿ", "y"),
    ("źżž", "z"),
];

/// An id out of a name: its letters and digits in lower case, with `-` between words, at most `most`
/// bytes; `otherwise` for a name that has none.
pub(crate) fn slug(name: &str, most: usize, otherwise: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars().take(4 * most).flat_map(char::to_lowercase) {
        let found = LETTERS.iter().find(|(letters, _)| letters.contains(letter));
        if let Some((_, plain)) = found {
            slug.push_str(plain);
        } else if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !matches!(letter, '\'' | '’') && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(most);
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { otherwise } else { slug }.to_owned()
}

/// Ids that are taken, and where to go on from for each beginning.
#[derive(Default)]
pub(crate) struct Taken {
    ids: BTreeSet<String>,
    last: BTreeMap<String, usize>,
}

impl Taken {
    /// Takes an id; `false` if it is taken already.
    pub(crate) fn take(&mut self, id: &str) -> bool {
        self.ids.insert(id.to_owned())
    }

    /// Takes `base` if nobody has it, else with a number behind it.
    pub(crate) fn unique(&mut self, base: &str) -> String {
        if self.take(base) {
            return base.to_owned();
        }
        self.last.entry(base.to_owned()).or_insert(1);
        self.numbered(base)
    }

    /// Takes `base` with the next number behind it that is free.
    pub(crate) fn numbered(&mut self, base: &str) -> String {
        // Room for `-` and a number.
        let base = base.get(..ID_LENGTH - 8).unwrap_or(base);
        let last = self.last.entry(base.to_owned()).or_default();
        loop {
            *last += 1;
            let id = format!("{base}-{last}");
            if self.ids.insert(id.clone()) {
                return id;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_a_point_or_a_comma() {
        for (text, value) in [
            ("7", Some(7.0)),
            ("1,5", Some(1.5)),
            (" 1.0 ", Some(1.0)),
            ("\u{a0}12", Some(12.0)),
            ("-3", Some(-3.0)),
            ("", None),
            ("inf", None),
            ("1e9", None),
            ("1.000,5", None),
            ("seven", None),
            ("７", None),
        ] {
            assert_eq!(number(text), value, "{text}");
        }
    }

    #[test]
    fn ids_are_made_of_names() {
        for (name, id) in [
            ("Führung & Vertrauen", "fuehrung-vertrauen"),
            ("  Élan vital! ", "elan-vital"),
            ("قيادة", "scale"),
            ("Boss’s view", "bosss-view"),
            ("a_b", "a-b"),
        ] {
            assert_eq!(slug(name, 24, "scale"), id);
        }
    }

    #[test]
    fn made_ids_are_unique() {
        let mut taken = Taken::default();
        assert!(taken.take("a-2"));
        assert_eq!(taken.unique("a"), "a");
        assert_eq!(taken.unique("a"), "a-3");
        assert_eq!(taken.numbered("b"), "b-1");
        assert_eq!(taken.numbered("b"), "b-2");
    }
}
