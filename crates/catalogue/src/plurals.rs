//! Plural categories of the languages, from CLDR by way of a JavaScript engine's `Intl`:
//! `content/cldr.json`, which `content/cldr.mjs` writes.

/// The plural categories of CLDR (Unicode Technical Standard 35, part 3) in its order, with the letter
/// that stands for each in `cldr.json`.
const CATEGORIES: [(char, &str); 6] = [
    ('z', "zero"),
    ('o', "one"),
    ('t', "two"),
    ('f', "few"),
    ('m', "many"),
    ('x', "other"),
];

/// The plural categories of one language that whole numbers from 0 to 200 need, in CLDR's order: that
/// of the forms of a text in a PO file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plurals(pub Vec<&'static str>);

impl Plurals {
    /// From the category of each number, as one letter each.
    #[must_use]
    pub fn from_letters(letters: &str) -> Self {
        let used = CATEGORIES
            .iter()
            .filter(|(letter, _)| letters.contains(*letter));
        Self(used.map(|(_, name)| *name).collect())
    }

    /// The smallest number of a category, if it is the category of one.
    #[must_use]
    pub fn example(letters: &str, category: &str) -> Option<usize> {
        let (letter, _) = CATEGORIES.iter().find(|(_, name)| *name == category)?;
        letters.chars().position(|known| known == *letter)
    }
}
