//! Languages with the texts about faults only: English, and any other whose tables somebody has.

use words::{Category, Joined, Language, Locale, Part, Table};

const AUTHORING: &str = include_str!(concat!(env!("OUT_DIR"), "/authoring.json"));
const IMPORTS: &str = include_str!(concat!(env!("OUT_DIR"), "/imports.json"));

thread_local! {
    static ENGLISH: &'static Language = make();
}

/// English with the sentences of this crate, and those of the judge.
#[must_use]
pub fn english() -> &'static Language {
    ENGLISH.with(|language| *language)
}

fn make() -> &'static Language {
    language_from("en", Box::new(English), AUTHORING, IMPORTS)
}

/// A language with the sentences of this crate (`authoring`) and those of the judge (`imports`), each a table as the
/// build writes it. Of a text that is no table, every sentence is empty.
#[must_use]
pub fn language_from(
    tag: &str,
    locale: Box<dyn Locale>,
    authoring: &str,
    imports: &str,
) -> &'static Language {
    let table = |text: &str| {
        json::parse(text)
            .ok()
            .and_then(|tree| Table::from_tree(&tree))
    };
    let language = Language::leak(tag, false, locale, Table::default());
    for (part, text) in [(Part::Authoring, authoring), (Part::Imports, imports)] {
        if let Some(table) = table(text) {
            language.add(part, table);
        }
    }
    language
}

/// How English writes whole numbers and lists: sentences about faults have no others.
struct English;

impl Locale for English {
    fn plural(&self, number: f64) -> Category {
        if (number - 1.0).abs() < f64::EPSILON {
            Category::One
        } else {
            Category::Other
        }
    }

    fn number(&self, value: f64, _: u8) -> String {
        let digits = json::number::text(value.round());
        let mut written = String::new();
        for (position, digit) in digits.chars().enumerate() {
            if position > 0 && (digits.len() - position).is_multiple_of(3) {
                written.push(',');
            }
            written.push(digit);
        }
        written
    }

    fn date(&self, moment: measure::time::UnixMs) -> String {
        moment.to_rfc3339()
    }

    fn weekday(&self, day: u8) -> String {
        day.to_string()
    }

    fn list(&self, items: &[&str], joined: Joined) -> String {
        let word = match joined {
            Joined::And => "and",
            Joined::Or => "or",
        };
        match items {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [one, other] => format!("{one} {word} {other}"),
            [rest @ .., last] => format!("{}, {word} {last}", rest.join(", ")),
        }
    }
}
