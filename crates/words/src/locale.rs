//! What a language's texts need beside words: a port that the browser's `Intl` implements, and natively
//! a table from CLDR.

use measure::time::UnixMs;

/// A plural category of CLDR (Unicode Technical Standard 35, part 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Category {
    /// As in Arabic, for 0.
    Zero,
    /// As in English, for 1.
    One,
    /// As in Arabic, for 2.
    Two,
    /// As in Arabic, for 3 to 10.
    Few,
    /// As in Arabic, for 11 to 99.
    Many,
    /// For every other number.
    Other,
}

impl Category {
    /// Every category with its name in CLDR and in `Intl.PluralRules`.
    const NAMES: [(Self, &'static str); 6] = [
        (Self::Zero, "zero"),
        (Self::One, "one"),
        (Self::Two, "two"),
        (Self::Few, "few"),
        (Self::Many, "many"),
        (Self::Other, "other"),
    ];

    /// Its name in CLDR.
    #[must_use]
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(category, _)| *category == self);
        found.map_or("other", |(_, name)| name)
    }

    /// The category of this name; `Other` for any other text.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        let found = Self::NAMES.iter().find(|(_, known)| *known == name);
        found.map_or(Self::Other, |(category, _)| *category)
    }
}

/// The word between the last two texts of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joined {
    /// As in “A, B and C”.
    And,
    /// As in “A, B or C”.
    Or,
}

/// How a language writes what is no text.
pub trait Locale {
    /// The plural category of a number.
    fn plural(&self, number: f64) -> Category;
    /// A number with this many decimals.
    fn number(&self, value: f64, decimals: u8) -> String;
    /// The date of a moment, in UTC.
    fn date(&self, moment: UnixMs) -> String;
    /// The name of a day of the week, from Monday, 0, to Sunday, 6.
    fn weekday(&self, day: u8) -> String;
    /// Texts as a list in a sentence.
    fn list(&self, items: &[&str], joined: Joined) -> String;
}

/// What replaces a placeholder.
pub(crate) enum Value<'a> {
    /// A whole number, written as the language writes numbers.
    Number(f64),
    /// A text, as it is.
    Text(&'a str),
}

/// A whole number that a text can count.
pub trait Number {
    /// The number itself.
    fn value(self) -> f64;
}

/// Counts stay far below 2^53, up to which every whole number is a number of this type.
macro_rules! numbers {
    ($($kind:ty),*) => {
        $(
            impl Number for $kind {
                #[allow(
                    clippy::cast_precision_loss,
                    clippy::cast_lossless,
                    reason = "counts are small"
                )]
                fn value(self) -> f64 {
                    self as f64
                }
            }
        )*
    };
}

numbers!(usize, u64, u32, u8, i64);
