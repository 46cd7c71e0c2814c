//! The languages for native programs: the tables of the build, and conventions from CLDR.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde_json::Value;

use crate::{Category, Joined, Language, Locale, Part, Table};
use measure::time::UnixMs;

/// Everything of every language, as `catalogue::table::all` writes it.
pub const TABLES: &str = include_str!(concat!(env!("OUT_DIR"), "/tables.json"));

thread_local! {
    static LANGUAGES: RefCell<BTreeMap<String, &'static Language>> =
        const { RefCell::new(BTreeMap::new()) };
}

/// English, with the texts of every part.
///
/// # Panics
/// If the build wrote no English.
#[must_use]
#[allow(clippy::expect_used, reason = "the build fails without English")]
pub fn english() -> &'static Language {
    language("en").expect("English is built in")
}

/// The language of this tag, with the texts of every part; `None` if there is none.
#[must_use]
pub fn language(tag: &str) -> Option<&'static Language> {
    let known = LANGUAGES.with_borrow(|languages| languages.get(tag).copied());
    known.or_else(|| {
        let tables: Value = serde_json::from_str(TABLES).ok()?;
        let made = make(tag, tables.get(tag)?)?;
        LANGUAGES.with_borrow_mut(|languages| languages.insert(tag.to_owned(), made));
        Some(made)
    })
}

/// The tags of every language.
#[must_use]
pub fn tags() -> Vec<String> {
    let tables: BTreeMap<String, Value> = serde_json::from_str(TABLES).unwrap_or_default();
    tables.into_keys().collect()
}

/// The BCP 47 tag of a language's numbers and dates.
#[must_use]
pub fn locale(tag: &str) -> Option<String> {
    let tables: Value = serde_json::from_str(TABLES).ok()?;
    let locale = tables.get(tag)?.get("conventions")?.get("locale")?;
    locale.as_str().map(str::to_owned)
}

fn make(tag: &str, entry: &Value) -> Option<&'static Language> {
    let conventions = entry.get("conventions")?.clone();
    let right_to_left = conventions.get("direction")?.as_str()? == "rtl";
    let table = |part: Part| Table::from_json(&entry.get(part.name())?.to_string());
    let first = table(Part::First)?;
    let language = Language::leak(tag, right_to_left, Box::new(Cldr { conventions }), first);
    for part in Part::ALL {
        language.add(*part, table(*part)?);
    }
    Some(language)
}

/// A language's conventions, as `content/cldr.mjs` writes them.
struct Cldr {
    conventions: Value,
}

impl Cldr {
    fn text(&self, field: &str) -> &str {
        self.conventions
            .get(field)
            .and_then(Value::as_str)
            .unwrap_or_default()
    }

    fn entry(&self, field: &str, position: usize) -> &str {
        let list = self.conventions.get(field);
        list.and_then(|list| list.get(position))
            .and_then(Value::as_str)
            .unwrap_or_default()
    }
}

impl Locale for Cldr {
    /// Of numbers beyond 200, the category of the number's last two digits.
    fn plural(&self, number: f64) -> Category {
        let folded = if number > 200.0 {
            100.0 + number % 100.0
        } else {
            number
        };
        let letter = (0_u32..)
            .zip(self.text("plurals").chars())
            .find(|(counted, _)| (f64::from(*counted) - folded).abs() < 0.5);
        Category::from_name(match letter.map_or('x', |(_, letter)| letter) {
            'z' => "zero",
            'o' => "one",
            't' => "two",
            'f' => "few",
            'm' => "many",
            _ => "other",
        })
    }

    fn number(&self, value: f64, decimals: u8) -> String {
        let plain = decimal(value, decimals);
        let (sign, digits) = plain
            .strip_prefix('-')
            .map_or(("", plain.as_str()), |rest| (self.text("minus"), rest));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let mut written = sign.to_owned();
        let is_grouped = self
            .text("grouped_from")
            .parse()
            .is_ok_and(|least| whole.len() >= least);
        for (position, digit) in whole.chars().enumerate() {
            if is_grouped && position > 0 && (whole.len() - position).is_multiple_of(3) {
                written.push_str(self.text("group"));
            }
            written.push(self.digit(digit));
        }
        if !fraction.is_empty() {
            written.push_str(self.text("decimal"));
            written.extend(fraction.chars().map(|digit| self.digit(digit)));
        }
        written
    }

    fn date(&self, moment: UnixMs) -> String {
        let text = moment.to_rfc3339();
        let part = |from: usize, to: usize| -> usize {
            text.get(from..to)
                .and_then(|digits| digits.parse().ok())
                .unwrap_or_default()
        };
        let (year, month, day) = (part(0, 4), part(5, 7), part(8, 10));
        self.text("date")
            .replace("{day}", &day.to_string())
            .replace("{month}", self.entry("months", month.saturating_sub(1)))
            .replace("{year}", &year.to_string())
    }

    fn weekday(&self, day: u8) -> String {
        self.entry("weekdays", usize::from(day)).to_owned()
    }

    fn list(&self, items: &[&str], joined: Joined) -> String {
        let field = match joined {
            Joined::And => "and",
            Joined::Or => "or",
        };
        let longest = self.entry(field, 1).split("{element}").collect::<Vec<_>>();
        let pair = self.entry(field, 0).split("{element}").collect::<Vec<_>>();
        let mut written = String::new();
        for (position, item) in items.iter().enumerate() {
            let between = match (position, items.len() - position) {
                (0, _) => "",
                (_, 1) if items.len() == 2 => pair.get(1).copied().unwrap_or_default(),
                (_, 1) => longest.get(3).copied().unwrap_or_default(),
                _ => longest.get(1).copied().unwrap_or_default(),
            };
            written.push_str(between);
            written.push_str(item);
        }
        written
    }
}

impl Cldr {
    fn digit(&self, digit: char) -> char {
        let position = digit
            .to_digit(10)
            .and_then(|value| usize::try_from(value).ok());
        position
            .and_then(|position| self.text("digits").chars().nth(position))
            .unwrap_or(digit)
    }
}

/// A number with `decimals` decimals, rounded half away from zero as `Intl.NumberFormat` does.
fn decimal(value: f64, decimals: u8) -> String {
    let unit = 10_f64.powi(i32::from(decimals));
    format!(
        "{:.*}",
        usize::from(decimals),
        (value * unit).round() / unit
    )
}
