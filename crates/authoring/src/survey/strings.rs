//! Texts of `SurveyJS`: plain, or one for each language; with HTML, which is taken out.

use json::visible::clean;
use json::{Json, number};

/// A text in every language that has it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Localized {
    pub(super) own: String,
    /// By tag.
    pub(super) others: Vec<(String, String)>,
}

impl Localized {
    pub(super) fn plain(text: &str) -> Self {
        Self {
            own: text.to_owned(),
            others: Vec::new(),
        }
    }

    /// Reads a text, a number, or an object with texts by language, and whether HTML was in it.
    pub(super) fn read(value: &Json) -> Option<(Self, bool)> {
        match value {
            Json::String(text) => {
                let (text, had_html) = without_html(text);
                Some((Self::plain(&text), had_html))
            }
            Json::Number(number) => Some((Self::plain(&number::text(*number)), false)),
            Json::Bool(flag) => Some((Self::plain(&flag.to_string()), false)),
            Json::Object(entries) => {
                let mut had_html = false;
                let texts = entries.iter().filter_map(|(tag, value)| {
                    let (text, html) = without_html(value.as_text()?);
                    had_html |= html;
                    Some((tag.clone(), text))
                });
                let mut texts: Vec<_> = texts.collect();
                let place = |wanted| texts.iter().position(|(tag, _)| tag == wanted);
                let own = place("default").or_else(|| place("en")).unwrap_or_default();
                if texts.is_empty() {
                    return None;
                }
                let (_, own) = texts.remove(own);
                Some((Self { own, others: texts }, had_html))
            }
            _ => None,
        }
    }

    /// Its words in another language.
    pub(super) fn other(&self, tag: &str) -> Option<&str> {
        let mut others = self.others.iter();
        let (_, text) = others.find(|(known, _)| known.eq_ignore_ascii_case(tag))?;
        Some(text)
    }

    /// Whether it reads the same in every language: a number.
    pub(super) fn is_universal(&self) -> bool {
        !self.own.contains(char::is_alphabetic)
    }

    /// A description behind the number that it describes.
    pub(super) fn after(self, number: &str) -> Self {
        let joined = |text: String| {
            if text == number {
                text
            } else {
                format!("{number} – {text}")
            }
        };
        let others = self
            .others
            .into_iter()
            .map(|(tag, text)| (tag, joined(text)));
        Self {
            others: others.collect(),
            own: joined(self.own),
        }
    }
}

/// The characters that HTML has names for, as far as people use them.
const NAMED: [(&str, &str); 7] = [
    ("&nbsp;", " "),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#39;", "’"),
    ("&apos;", "’"),
    ("&amp;", "&"),
];

/// A text without the marks of HTML, and whether it had any.
fn without_html(text: &str) -> (String, bool) {
    let mut kept = String::with_capacity(text.len());
    let mut had_html = false;
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        kept.push_str(before);
        let is_mark = after
            .starts_with(|first: char| first.is_ascii_alphabetic() || matches!(first, '/' | '!'));
        match after.split_once('>') {
            Some((_, behind)) if is_mark => {
                // A mark within a line parts no words.
                let inline = [
                    "b", "i", "em", "strong", "u", "span", "a", "small", "font", "sub", "sup",
                ];
                let name = after.trim_start_matches('/');
                let name = name
                    .split(|letter: char| !letter.is_ascii_alphanumeric())
                    .next();
                if !name.is_some_and(|name| inline.contains(&name.to_ascii_lowercase().as_str())) {
                    kept.push(' ');
                }
                had_html = true;
                rest = behind;
            }
            // What follows has no more marks, or this was none.
            None if is_mark => {
                kept.push('<');
                kept.push_str(after);
                rest = "";
            }
            _ => {
                kept.push('<');
                rest = after;
            }
        }
    }
    kept.push_str(rest);
    if had_html || kept.contains('&') {
        for (name, character) in NAMED {
            had_html |= kept.contains(name);
            kept = kept.replace(name, character);
        }
    }
    (clean(&kept, false), had_html)
}

#[cfg(test)]
mod tests {
    use super::without_html;

    #[test]
    fn marks_go_and_signs_stay() {
        for (text, plain, had_html) in [
            ("I <b>listen</b>.", "I listen.", true),
            ("a<br/>b &amp; c", "a b & c", true),
            ("1 < 2 > 0", "1 < 2 > 0", false),
            ("x &lt;b&gt; y", "x <b> y", true),
            ("a <b unclosed", "a <b unclosed", false),
            ("R&D", "R&D", false),
        ] {
            assert_eq!(without_html(text), (plain.to_owned(), had_html), "{text}");
        }
    }
}
